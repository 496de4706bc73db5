"""Amounts that say how much something grew by, in its own unit: 增加20亿元, up 5 million units."""

from __future__ import annotations

import re

from generator.corpus.beginnings import sought
from generator.extraction.amounts.amount import Amount
from generator.extraction.changes.compared import set_so_much_apart
from generator.extraction.marks.scanning import Scan

MOVED = "how much something grew by, in absolute terms"
_FELL_BELOW = re.compile(r"(?:跌落|失守|摔破)$")  # 跌落400亿元之下、降至389.54亿元: the metric is told behind it
_BY = re.compile(r"(?:了|约|近|超|超过|by|of|about|nearly|over|more than|some|\s)*", re.I)
# `cut its revenue estimate by roughly $800 million to $23.3 billion`
_BY_SO_MUCH = re.compile(
    r"\bby (?:about |roughly |around |nearly |some |over |more than |approximately |up to |as much as |at least |~)?$",
    re.I,
)
_REVISED = re.compile(
    r"\b(?:rais|lift|hik|cut|lower|reduc|trim|slash|revis)\w* (?:[\w'’-]+ ){0,6}(?:targets?|forecasts?|guidance|estimates?|projections?)(?: for [\w'’ ]{2,30})? $"
)
_TO_SO_MUCH = re.compile(r" to (?:about |around |roughly )?[A-Z]{0,3} ?[$€£¥]?\d")
_MORE_OF = re.compile(
    r" (?:more|fewer|additional) (?:[a-z]+ ){0,2}(?!than)[a-z]+", re.I
)  # `about 12 million more smartphones`
# `8.25 billion euros – 150 million euros more at the lower end`
_SO_MUCH_MORE = re.compile(
    r" (?:more|less|higher|lower) (?:than (?:before|previously|planned|earlier|in |(?:it|they|management|analysts|the (?:company|group|firm|market|Street)|Wall Street) (?:had |has )?(?:expected|forecast|predicted|projected|planned|guided|promised|anticipated|hoped|budgeted|pencill?ed|estimated|looked|thought)\b)|at (?:the|either|both|each) )|(?: (?:a|per) share)? (?:higher|lower|smaller|bigger|larger|less|fewer)(?=[.;)]|, (?:at|and|but)|$)"
)  # `A year ago it was $470 million lower.`
# 较首季有1亿元增幅, 出口限制造成的约80亿美元营收损失
_AN_INCREASE = re.compile(
    "[台辆部]?的?(?:增幅|升幅|涨幅|跌幅|降幅|增量|增长额|增加额|新增的?(?:营收|收入|销售额?|营业额)|(?:潜在的?)?(?:营收|收入|销售额?|营业额)(?:损失|缺口|流失))"
)
# `approved a $0.03 increase in the quarterly dividend to $0.18`, `a $500 million drop in revenue to $11.1 billion`
_AN_INCREASE_EN = re.compile(
    r"(?: (?:a|per) share)?(?: \([^()]{0,30}\))?[ -](?:year-over-year |year-on-year |annual |quarterly |sequential |sharp |further )?(?:increase|rise|jump|hike|boost|bump|uptick|drop|decline|fall|decrease|cut|reduction|improvement|slump|plunge)\b(?! (?:of|by) )"
)
# 调升幅度扩大到0.5元, 涨幅为20亿元
_BY_THE_MEASURE = re.compile(
    r"(?:[增升涨跌降减][幅额]|[增升涨跌降调加减高低]幅度|差距|落差)(?:也|已|仍|则|更|最多|再|进一步)*(?:扩大|缩小|收窄|放大|加大|拉大)?(?:[至到为达约近逾]|高达|超过?)*$"
)
_OR = re.compile(r"\s*,?\s*(?:or (?:about |around |nearly |some )?|或约?)$", re.I)  # 上涨1.13%或0.6元
# `accounted for 16.7 percent, or 10.8 billion yuan, of total revenue`: a share, and no move
_OF_ALL = re.compile(
    r",? of (?:its |the |(?:total|overall|group|net|company) )*(?:revenues?|sales|turnover|profits?)\b"
)
# `12,483 units, or 45.7% up`; `an increase of 12,483 units, or 45.7%`
_OR_PERCENT = re.compile(
    r"(?: (?:units|vehicles|cars|devices|people|stores|yuan))?,? or (?:about |around |nearly |some )?[\d.]+ ?(?:%|per ?cent|pct),? (?:up|down|higher|lower|more|less|fewer|above|below)\b",
    re.I,
)
# `revenue was 12 billion yuan, or 56.5 percent more than last year`: that is what it was
_IS = re.compile(
    r"\b(?:was|were|is|are|of|at|reached|hit|totall?ed|came to|stood at|amounted to|earned|made|had|generated|brought in|sold|delivered|shipped|posted|reported|booked|recorded) (?:about |around |nearly |over |a record |some )?$"
)
# `rose by a record of 20 billion yuan`, `a rise of 20 billion yuan`: that is by how much
_BY_OF = re.compile(
    r"\b(?:by|up|down|rise|increase|gain|jump|surge|growth|improvement|decline|drop|fall|decrease|slump|plunge|cut)(?: [a-z]+){0,3} of (?:about |around |nearly |over |a record |some )?$"
)
_MORE_THAN = re.compile(
    r"(?: [a-z]+){0,4},? or (?:about |around |nearly |some )?[\d.]+ ?(?:%|per ?cent|pct),? (?:more|less|higher|lower|better|fewer) than\b"
)
# 分别下降0.05元和0.09元: the next of what something moved by
_AND_ZH = re.compile(r"(?:/?[A-Za-z]{1,4}|[台辆部股])? ?[、和及与] ?(?:约|近|逾)?")
_MEASURE = 20  # characters before an amount, within which it is called a rise or a fall
_LISTED = 4  # amounts back, within which a list begins
_GONE = sought(
    r"(?:蒸发|缩水|(?<!净)(?<![经运]营)(?<!营业)(?<!营运)(?<![较比][上前]季)(?<![较比]上季度)(?<![去上]年同期)损失|增加|飙升|膨胀)(?:掉|了|逾|超过?|近|大?约|\s)*$|\badd(?:s|ed|ing)(?: about| around| nearly| over| some| more than)* $|\b(?:(?:evaporat|vanish|shav|wip|eras|shed)\w*|los(?:es?|ing|t))(?: off| out| by| about| around| nearly| over| some| more than)* $",
    re.I,
)  # 市值蒸发约1100亿美元
# `$140 billion of its market value has disappeared`, `$279 billion of market capitalisation vanished`
_GONE_BEHIND = re.compile(
    r" (?:(?:of|in) (?:(?:its|their|the|[a-z]+['’]s|[A-Z][\w.]*['’]s|the [a-z]+['’]s) )?)(?:stock |combined )?(?:market )?(?:value|capitali[sz]ation|cap|worth)"
    r"(?: (?:is|are|was|were|has|have|had)(?: been| now)?)? (?:gone|wiped|erased?|lost|added|evaporat|vanish|disappear|destroyed|shaved|shed|melted|went up in smoke|created|knocked off)(?! (?:an?|to|the)\b)"
)
_LOST = re.compile(r"\blost (?:about |around |nearly |over |more than |just |only )*$")


def _is_a_loss(scan: Scan, amount: Amount, floor: int) -> bool:
    """Whether an amount is what somebody lost, beside no metric: `the company lost $2 billion`, but `its market value lost $40 billion`."""
    end = min(scan.clause(amount.end)[1], scan.amount_after(amount.end))
    on = scan.text.find(" on ", amount.end, end)  # `lost 195 million euros in the first half on sales of 19.7 billion`
    end = on if on >= 0 else end
    named = any(floor <= m.start < end and m.end != amount.start for m in scan.metrics)  # what only carries on is not
    return bool(_LOST.search(scan.text, floor, amount.start)) and not named


def _first_of_list(scan: Scan, amount: Amount) -> Amount:
    """Return the amount that a Chinese list of amounts alike begins with, of which another is a later one."""
    first = amount
    for before in reversed([a for a in scan.amounts if a.end <= amount.start][-_LISTED:]):
        alike = (before.kind, before.currency) == (amount.kind, amount.currency)
        if not alike or not _AND_ZH.fullmatch(scan.text, before.end, first.start):
            break
        first = before
    return first


def is_moved_by(scan: Scan, amount: Amount) -> bool:
    """Whether an amount says how much something grew by: 增加20亿元, 分别下降0.05元和0.09元, up 5 million units, `4.4%, or RMB10,000`."""
    return _is_moved_by(scan, amount) or (
        (first := _first_of_list(scan, amount)) is not amount and _is_moved_by(scan, first)
    )


def _is_moved_by(scan: Scan, amount: Amount) -> bool:
    floor = max(scan.clause(amount.start)[0], scan.amount_before(amount.start))
    before = scan.amount_before(amount.start)
    percent = any(a.end == before and a.kind in ("percent", "points") for a in scan.amounts)
    if percent and amount.kind != "percent" and _OR.fullmatch(scan.text, before, amount.start):
        return not _OF_ALL.match(scan.text, amount.end)
    told = (
        _IS.search(scan.text, floor, amount.start)
        and _MORE_THAN.match(scan.text, amount.end)
        and not _BY_OF.search(scan.text, floor, amount.start)
    )
    if (_OR_PERCENT.match(scan.text, amount.end) and not told) or (
        amount.kind != "percent" and set_so_much_apart(scan, amount)
    ):
        return True
    if amount.kind == "percent" or _is_a_loss(scan, amount, floor):
        return False
    measured = _BY_THE_MEASURE.search(scan.text, max(floor, amount.start - _MEASURE), amount.start)
    behind = (
        measured
        or _AN_INCREASE_EN.match(scan.text, scan.end_of_range(amount))
        or _AN_INCREASE.match(scan.text, scan.end_of_range(amount))
        or _GONE_BEHIND.match(scan.text, amount.end)
    )
    if behind or _GONE.search(scan.text, floor, amount.start) or _FELL_BELOW.search(scan.text, floor, amount.start):
        return True
    cues = scan.cues_between(floor, amount.start, "up", "down")
    more = _SO_MUCH_MORE if amount.kind == "money" else _MORE_OF
    if more.match(scan.text, amount.end) and amount.kind in ("bare", "count", "money"):
        return True
    by = _BY_SO_MUCH.search(scan.text, floor, amount.start)
    bracketed = scan.text.endswith(" by (", 0, amount.start)  # `missing the consensus of $0.74 by ($0.03)`
    if (by or bracketed) and amount.kind == "money":
        return True
    if by and _REVISED.search(scan.text, floor, by.start()):
        return True
    if not cues:
        return False
    if by and (amount.kind in ("count", "bare") or _TO_SO_MUCH.match(scan.text, amount.end)):
        return True  # `falling by around 36,600 units from June`
    return bool(_BY.fullmatch(scan.text, cues[-1].end, amount.start)) and scan.text[cues[-1].end - 1] not in "至到"
