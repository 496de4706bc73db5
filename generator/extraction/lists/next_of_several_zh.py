"""The next company or part behind a Chinese semicolon, with its amount alone: 蔚来营收217.9亿元;小鹏203.8亿元排第二;欧洲收入287亿美元;美洲441亿美元."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.extraction.marks.mention import Mention
from generator.extraction.marks.names import Names
from generator.extraction.marks.scanning import Scan
from generator.extraction.whose.ground import Ground

_OPENS = re.compile(r"\s*(?:而|其中|当中|至于|其次是|随后是|接着是|然后是)?,?")
_IN_ALL = re.compile(r"(?:,?累计|合计|总计|共计?|则|也|亦|为|达到?|约|近|逾|超过?|\s)+")  # 1-11月累计75.5万辆
_HOLDS = re.compile(
    r"(?:地区|市场|业务|板块|部门|分部|汽车)?(?:的|则|也|亦|还)*(?:以|只|仅|才|有|为|是|达到?|录得)*(?:约|近|将近|接近|逾|超过?|人民币|\s)*"
)
_OF = re.compile("[辆台部]?的")  # 零跑以5.2万辆的交付量位列第二: it names what it is of
_KINDS = {"money": ("money",), "count": ("count", "bare"), "percent": ("percent",)}


def next_of_several(marks: Scan, ground: Ground, names: Names, tracked: bool) -> Scan:
    """Return a sentence's marks with the company or part it opens with as a mention of the metric told before the semicolon.

    `tracked`: the text is on a market, where things are counted that were shipped.
    """
    if not (ground.joined and ground.told and marks.amounts and marks.chinese):
        return marks
    first, (told, segment) = marks.amounts[0], ground.told
    if tracked and told.endswith("market_share") and first.kind in _KINDS["count"]:
        told = "shipments"  # 联想出货1940万台,市占率25.5%;惠普1500万台
    entry = names.catalogue.metrics[told]
    if any(
        m.start < first.end or _OF.fullmatch(marks.text, first.end, m.start) for m in marks.metrics
    ) or first.kind not in _KINDS.get(entry.unit, ()):
        return marks
    if first.kind != "percent" and not (first.scaled or first.kind == "count"):
        return marks
    opening = _OPENS.match(marks.text, marks.sentence.start)
    assert opening is not None
    opened = (e for e in marks.entities if e.start == opening.end())  # 营收320亿元;彭博一致预期315亿元: no company's
    company = next((e for e in opened if names.catalogue.company_kind(e.entity) == "company"), None)
    starts = (opening.end(), company.end if company else -1)
    line = next((m for m in marks.segments if m.start in starts and m.end <= first.start), None)
    when = next((p for p in marks.periods if p.start == opening.end()), None)
    if when and _IN_ALL.fullmatch(marks.text, when.end, first.start):
        # 销量31万辆,其中新能源18.8万辆;1-11月累计278万辆: of all again, where the sentence told that as well
        all_told = any(f.metric == told and f.segment is None for f in (*ground.levels, ground.level) if f)
        part = None if all_told else segment
        mention = Mention(first.start - 1, first.start, (told,), part=part, loss=ground.lost)
        return replace(marks, metrics=[mention, *marks.metrics])
    company = None if line else company  # 网易云音乐20亿元
    end = company.end if company else line.end if line else -1
    if end < 0 or not _HOLDS.fullmatch(marks.text, end, first.start):
        return marks
    if company:
        owner = names.owner(told, segment)  # 吉利银河12.8万辆;极氪2.1万辆
        part = segment if owner in (None, company.entity) else None
        mention = Mention(end - 1, end, (told,), part=part, loss=ground.lost)
    else:
        mention = Mention(end - 1, end, (entry.base or told,), part=line.segment if line else None, loss=ground.lost)
    return replace(marks, metrics=[mention, *marks.metrics])
