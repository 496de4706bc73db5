"""Parts that Chinese says behind their amounts where they went or came from: 交付4.2万辆,当中5615辆销往海外; 门店5.3万间,其中约4700间位于海外."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.names import Names
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.tallies import CARS_SOLD, OF_STORES
from generator.extraction.whose.ground import Ground

_LED = re.compile(
    r"(?:[,;。、:(\s]|\A)(?:其中|当中|其余|余下|剩下|另外?|另有|还有|而|但|有|包括|的|,){0,3}(?:约|近|逾|超过?|接近|大约){0,2}$"
)
_OF_THEM = re.compile(r"其中|当中|其余|余下|剩下|包括")
_BEHIND = re.compile(
    r"(?:多|余)?[辆台部家间个所支]?(?:新车|汽车|车辆|车|门店|店铺|店|产品)?(?:则|均|都|是|为|已|也){0,2}"
    r"(?:(?P<went>卖给|售予|交付给?|销往|卖往|卖到|卖至|运往|运到|发往|输往|出口至?到?|销至|售往|投放(?:到|至|在)?)|(?P<came>来自|出自|属于?|归属|源自|由)|(?P<stands>位于|位处|位在|设于|设在|开在|坐落于?|分布于?|在))(?:了|于)?(?:旗下|其|集团|的){0,2}"
)
_SOLD_TO = re.compile(r"(?:其中|当中|有)?(?:卖给|售予|销给|销往|卖往|交付给?|交到|运往)(?:了)?")
_SO_MANY = re.compile(
    r"(?:国内|本地|当地|市场|消费者|客户|用户|买家|车主|的)*(?:则|只|仅|就|共)?(?:有|为|是|达)?(?:约|近|逾|超过?)?"
)
_SHOPS = ("间", "家", "个", "所")
_STANDS = re.compile(r"(?:多|余)?元?(?:位于|位处|位在|设于|设在|开在|坐落|分布)")
_PLANT = ("工厂", "厂", "基地", "产线", "生产", "制造")  # 其中1.2万辆来自欧洲工厂: made there, and sold anywhere
_COUNTED = ("shipments", "unit_sales")


def with_parts_behind(marks: Scan, ground: Ground, names: Names) -> Scan:
    """Return a Chinese sentence's marks with what leads to a part's amount as a mention of the metric told before, where the part stands behind it."""
    if not (marks.chinese and marks.segments and marks.amounts):
        return marks
    for amount in marks.amounts:
        if amount.kind in ("count", "bare", "money") and (
            part := _part_behind(marks, amount) or _buyers(marks, amount)
        ):
            told = _told_before(marks, ground, amount)
            metrics = tuple(metric for metric in told if _goes_with(names, metric, part, amount, marks))
            if metrics:
                at = Mention(amount.start - 1, amount.start, metrics, part=part.segment)
                marks = marks.with_metrics([at])
    return marks


def _part_behind(marks: Scan, amount: Amount) -> Mention | None:
    """Return the part that is said right behind an amount, before which nothing else is told since the last."""
    low = max(marks.sentence.start, marks.amount_before(amount.start))
    behind = _BEHIND.match(marks.text, amount.end, marks.sentence.end)
    if behind is None or not _LED.search(marks.text[max(0, low - 1) : amount.start]):
        return None
    starts = [m.start for m in (*marks.metrics, *marks.segments)] + [e.start for e in marks.entities]
    if any(low <= start < amount.start for start in starts):
        return None
    part = next((m for m in marks.segments if m.start == behind.end()), None)
    return None if part is None or marks.text.startswith(_PLANT, part.end) else part


def _buyers(marks: Scan, amount: Amount) -> Mention | None:
    """Return the place where those are to whom so many were sold: 其中卖给中国消费者的有7.4万辆."""
    low = max(marks.sentence.start, marks.amount_before(amount.start))
    to = _SOLD_TO.search(marks.text, low, amount.start)
    part = next((m for m in marks.segments if to and m.start == to.end()), None)
    if part is None or any(low <= m.start < amount.start for m in marks.metrics):
        return None
    return part if _SO_MANY.fullmatch(marks.text, part.end, amount.start) else None


def _told_before(marks: Scan, ground: Ground, amount: Amount) -> tuple[str, ...]:
    """Return the metrics whose part it may be: the one that the sentence told last, or with 其中 the one before it."""
    told = next((m for m in reversed(marks.metrics) if m.end <= amount.start and not m.nothing), None)
    if told is not None:
        since = [a for a in marks.amounts if told.end <= a.start < amount.start and a.kind == amount.kind]
        return told.metrics if len(since) == 1 else ()  # 收入3647亿元,投资120亿元,其中40亿元来自海外
    low = marks.sentence.start
    opens = _OF_THEM.match(marks.text[low : amount.start].lstrip()) or ground.joined
    fresh = not any(low <= a.start < amount.start for a in marks.amounts)
    return ground.told[:1] if opens and fresh and ground.told else ()


def _goes_with(names: Names, metric: str, part: Mention, amount: Amount, marks: Scan) -> bool:
    """Whether what was told can have such a part, counted so."""
    entry = names.catalogue.metrics.get(metric)
    kind = names.catalogue.segments[part.segment or ""]
    if entry is None:
        return False
    if amount.kind == "money":
        return metric == "revenue" and _STANDS.match(marks.text, amount.end) is None
    if metric in OF_STORES:
        return kind.kind == "region" and marks.text.startswith(_SHOPS, amount.end)
    return metric in (*CARS_SOLD, *_COUNTED) and not marks.text.startswith(_SHOPS, amount.end)
