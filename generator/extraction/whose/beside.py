"""Periods that are none of a figure's own: another is compared with them, or something else happened then."""

from __future__ import annotations

import re

from generator.corpus.beginnings import sought
from generator.extraction.changes.comparand import Comparand
from generator.extraction.changes.compared import compared
from generator.extraction.marks.scanning import Scan, once_each
from generator.extraction.periods.mention import PeriodMention
from generator.extraction.whose.joined_origins_zh import joins_an_origin

_BESIDE_WITHIN = re.compile(r"(?:from|than|over) (?=\d)", re.I)  # a mention may begin with its preposition: `from 2023`
_OPENS_OVER = re.compile(r"\s*Over (?:the )?")
_OVER = re.compile(r" over (?:the )?$")
_CLAUSE_OVER = ("umulatively over the ", "; over ", "; over the ", "; over the course of ")
_WHEN = re.compile(r",? (?:when|in which|during which)\b")  # `compared to Q4 2016, when it shipped 14.3 million`
_BESIDE_PERIOD = sought(
    r"(?:\bfrom|\bsince|compared (?:with|to)|consistent with the [a-z]+ in|(?<!handed )(?<!turned )(?<!took )(?<!taken )\bover|\bthan|\bversus|\bvs\.?|\bnearing|\bsurpass(?:ing|ed)|\bexceed(?:ing|ed)|(?<!-)\bbeating|(?<!-)\btopping|较|比|相比|对比|超过|超越|接近|高于|低于|高过|低过|优于|好于|不如|不及|逊于|差于|[慢快强弱少多]于|持平|与|和(?=上))\s*(?:the |that |of |in |for |total )*$",
    re.I,
)

# `its strongest quarterly performance this year, with revenue rising 34%`: of the quarters of a year one is the best
_BEST_OF = sought(
    r"\b(?:strong|weak|fast|slow|high|low|large|big|good|steep|sharp)est\b[^,;\d]*$|\b(?:best|worst)\b[^,;\d]*$", re.I
)
# vivo和OPPO在上半年优化库存后实现季增长: when something happened first
_BEFORE_THAT = re.compile(r"[^,;。\d]{2,20}?(?<![背落])后(?!续|期|台|端|来|者|市)")
_ITS_BEST = re.compile(
    r"['’]s (?:(?:second|third)-)?(?:best|worst|[a-z]+est) (?:[a-z]+ )?(?:quarter|month|half|performance|showing)\b"
)
_ITS_FIGURE = re.compile(r"['’]s (?:figure|level|number|total|tally|result|amount|sum|mark|pace|reading)\b")
_TIMES = re.compile(r"\b(?:double|twice|triple|quadruple|half|times|above|below|than|exceeding|beating) (?:of )?$")
_OF = 5  # characters between such a word and its own amount
_WHOLE_YEAR = ("the year", "full", "the full", "the whole", "the entire", "whole", "entire", "calendar year")
_MONTHS_TOLD = (
    "half",
    "six months",
    "six-month",
    "nine months",
    "nine-month",
    "holiday",
    "Christmas",
    "festive",
)  # `over the half-year`, by no ordinal
_THE_YEAR = ("the year", "the whole year", "the full year", "the entire year", "the fiscal year", "the financial year")
# 网易营收跟去年比涨了8.2%
_SET_WITH = ("跟", "和", "与", "同", "拿")
_COMPARED = re.compile(r"(?:同期|同季|同月|这个时候)?的?(?:数字|水平|数据)?(?:相比|对比|比较|比起来|比(?![亚例重特]))")
_SPANS = ("quarter", "half", "nine_months", "month")
_LABELS = ("quarter", "month", "instant", "year", "in_year")
_FAR = 60  # characters before a year, within which a superlative says of what it is
# `a 6.5% increase in deliveries after declines in both the first and second quarters`
_AFTER_THOSE = sought(
    r"\b(?:after|following) (?:an? |its |their |two |three |[a-z]+ ){0,3}?(?:declines?|drops?|falls?|decreases?|increases?|gains?|growth|rises?|loss(?:es)?|contractions?|slumps?) (?:of [\d.]+ ?(?:%|per ?cent|pct) )?(?:in|for|during|over) (?:both )?(?:the )?(?:[a-z]+ and (?:the )?)?$"
)
_OUTLOOK_OF = re.compile(
    r" (?:(?:financial|earnings|sales|revenue|profit) )?(?:guidance|outlook|forecasts?|targets?)\b"
)
# `after it launched the SU7 sedan in March`: the month is the launch's, not the figures'.
_EVENT = sought(
    r"(?<!-)\b(?:after|since|when|launch\w*|(?:unveil(?:ed|s|ing)?|introduc(?:ed|es|ing|tion)|releas(?:ed|es|ing|e)|issued)(?! (?:(?:its|an?|the|their|new|initial|upbeat|strong|soft|weak|fresh|full-year|annual|preliminary) ){0,3}(?:guidance|outlook|forecasts?|targets?)\b)|beg[au]n|starting|started|debut\w*|warned|stopp\w+|acquir\w+|founded|opened|entered|ago)\b|推出|上市|发布|开启|成立|收购",
    re.I,
)

_EVENT_BEHIND = re.compile(
    r"(?:初|底|末|才|刚|正式)?(?:推出|上市|发布|开售|成立|收购|上线)的?(?=[一-鿿A-Za-z])|从[^,;。\d]{1,12}(?:分拆|拆分|独立|剥离)"
)  # 4月底推出的淘宝闪购
# `Tesla reported in January that it delivered 495,570 cars`: the month is that of the report.
_TOLD_IN = re.compile(r"\b(?:said|reported|announced|disclosed|revealed|stated|told [\w ]{2,20}) (?:back )?in $", re.I)
_THAT = re.compile(r"(?:,? (?:that|it|the (?:company|group|firm)|[A-Z]\w+ (?:had|would|will))\b)")
# `发布2024年年度报告`, `released its 2024 annual results`: the year is the report's, whatever is released.
_REPORT = re.compile(
    r"(?:年度?)?(?:报告|业绩|财报|年报|报(?!道)|成绩单|财务)|\s+(?:\w+ ){0,2}(?:results|report|earnings|figures)\b"
)


@once_each
def is_beside(scan: Scan, mention: PeriodMention) -> bool:
    """Whether a period is only what another is compared with."""
    if _WHEN.match(scan.text, mention.end) or is_over_the_whole(scan, mention):
        return False
    if _AFTER_THOSE.search(scan.text, max(scan.sentence.start, mention.start - 80), mention.start):
        return True
    if _BESIDE_WITHIN.match(scan.text, mention.start) or _labels_in_brackets(scan, mention):
        return True
    with_it = scan.text.endswith(_SET_WITH, 0, mention.start) and _COMPARED.match(scan.text, mention.end)
    if with_it or joins_an_origin(scan, mention):
        return True
    first = mention.scope in _SPANS and scan.text[mention.start - 1] == "在"
    if first and _BEFORE_THAT.match(scan.text, mention.end):
        return True
    said = scan.text[mention.start : mention.end].lower()
    its_year = mention.shift == 0 or said.removeprefix("of ").startswith(_THE_YEAR)
    best = _BEST_OF.search(scan.text, *_before(scan, mention)) or _ITS_BEST.match(scan.text, mention.end)
    if mention.scope == "year" and its_year and best:
        return True
    lead = scan.text[max(scan.sentence.start, mention.start - 40) : mention.start]
    if (mention.scope in _SPANS or said.startswith(_WHOLE_YEAR)) and _OPENS_OVER.fullmatch(
        scan.text, scan.sentence.start, mention.start
    ):
        return False  # `Over the first nine months, net profit slipped`, `Over the full year, revenue grew`
    if (over := _OVER.search(lead)) and any(m.end == mention.start - len(over[0]) for m in scan.metrics):
        return False  # `Sales over the first quarter totaled 626,263`
    if _is_of_a_figure(scan, mention) or ((than := compared_with(scan, mention)) and than.level is None):
        return True
    return bool(_BESIDE_PERIOD.search(lead)) or _dates_an_event(scan, mention)


def _is_of_a_figure(scan: Scan, mention: PeriodMention) -> bool:
    """Whether a period only says whose figure another is so many times: `double last year's figure`."""
    figure = _ITS_FIGURE.match(scan.text, mention.end)
    times = figure and _TIMES.search(scan.text, max(scan.sentence.start, mention.start - 16), mention.start)
    return bool(times and figure and scan.amount_after(mention.end) > figure.end() + _OF)


def is_over_the_whole(scan: Scan, mention: PeriodMention) -> bool:
    """Whether something is told over all of a year or a half, which sets nothing beside: `expects revenue of 37.8 billion euros over the full year`, `rose to 9 billion over the half-year`."""
    whole = scan.text.startswith(_WHOLE_YEAR[1:], mention.start) or scan.text.startswith(" as a whole", mention.end)
    if scan.text.startswith((",", " as a whole,"), mention.end) and scan.text.endswith(_CLAUSE_OVER, 0, mention.start):
        return True  # `It rose to 37 billion in the quarter; over the first three quarters, it was 124 billion`
    whole = (whole and mention.scope == "year") or scan.text.startswith(_MONTHS_TOLD, mention.start)
    return whole and scan.text.endswith(("over ", "over the ", "Over the "), 0, mention.start)


def compared_with(scan: Scan, mention: PeriodMention) -> Comparand | None:
    """Return what a change is told as so much more or less than, where a period is that: `a gain of 15 percent on July`, `8% above last year`."""
    beside = ((a.end, compared(scan, a)) for a in scan.amounts if a.kind == "percent")
    told = ((end, b.than) for end, b in beside if b is not None)
    return next((t for end, t in told if t.period is mention or end <= mention.start < mention.end <= t.end), None)


def _labels_in_brackets(scan: Scan, mention: PeriodMention) -> bool:
    """Whether a period labels what stands in brackets behind an amount: `€2.46 billion (Q2/2024: €1.22 billion)`, `108,929 (June 30, 2024: 105,315)`."""
    told = mention.scope in _LABELS and (mention.year is not None or mention.scope == "quarter")
    if not told or not scan.text.startswith(": ", mention.end):
        return False
    opens = scan.text.endswith(("(", "; "), 0, mention.start) and scan.brackets_around(mention.start) is not None
    behind = opens and any(a.end < mention.start for a in scan.amounts)
    return behind and any(a.start == mention.end + 2 for a in scan.amounts)


def _before(scan: Scan, mention: PeriodMention) -> tuple[int, int]:
    return max(scan.clause(mention.start)[0], mention.start - _FAR), mention.start


def _dates_an_event(scan: Scan, mention: PeriodMention) -> bool:
    """Whether a month or year says when something happened: since it launched the SU7 in March."""
    if mention.scope not in ("month", "year", "instant") or _REPORT.match(scan.text, mention.end):
        return False
    if _OUTLOOK_OF.match(scan.text, mention.end):
        return False  # `GM issued 2026 guidance calling for net income of $10.3 billion`
    start = max(scan.clause(mention.start)[0], scan.amount_before(mention.start))
    start = max(start, scan.text.rfind(":", start, mention.start) + 1)  # 发布产销快报:11月销量48万辆
    if _TOLD_IN.search(scan.text, start, mention.start) and _THAT.match(scan.text, mention.end):
        return True
    return bool(_EVENT.search(scan.text, start, mention.start) or _EVENT_BEHIND.match(scan.text, mention.end))
