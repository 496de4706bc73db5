"""Headings over what came in a whole year that name it as no sentence does: `2024 key figures`, `Annual results`."""

from __future__ import annotations

import re

from generator.extraction.periods.mention import PeriodMention
from generator.extraction.sentences import Sentence
from generator.extraction.whose.context import Surroundings
from generator.settings.period import Period

_WORDS = r"(?!(?:Outlook|Guidance|Targets?|Goals?|Forecasts?)\b)[A-Za-z&'’-]+"
_MARKS = r"[\s#*•–-]*"
# `2024 key figures`, `Key figures 2024`: a year and a few words, and nothing else
_NAMED = re.compile(
    rf"{_MARKS}(?:(?P<first>20\d\d)(?: (?i:{_WORDS})){{1,5}}|(?i:{_WORDS} ){{1,5}}(?P<last>20\d\d)){_MARKS}:?\s*"
)
_ANNUAL = re.compile(
    rf"{_MARKS}(?i:annual|yearly|full[- ]year|fiscal[- ]year|(?:the )?year)(?: (?i:{_WORDS})){{1,5}}{_MARKS}:?\s*"
)

# what a heading over results says beside the year; `The logo outside a dealership in Berlin in 2023` is no such heading
_OF_RESULTS = re.compile(
    r"\b(?:results?|highlights|review|performance|financials?|earnings|summary|figures|numbers|key|annual|full|fiscal|ended|FY\d*|sales|revenues?|profits?|loss|deliver(?:y|ies)|shipments|income|margins?|cash|statements?|report|accounts|data|overview|outlook|guidance|targets?|tally|market|business|growth|quarters?|half|EPS|dividends?|versus|vs)\b"
    r"|业绩|财务|财报|年报|回顾|概[要览况]|经营|摘要|情况|表现|数据|收入|营收|利润|净利|盈利|溢利|亏损|销量|销售|交付|出货|总结|成绩|年度|全年|指标|展望|指引|目标|盘点|财年|市场|分红|派息|毛利|现金|点评|季度|半年",
    re.I,
)
_BESIDE = 20  # characters of a heading that may stand beside the year, whatever they say: `Xiaomi in 2023`
_BESIDE_ZH, _OVER_ITEMS_ZH = 5, 9  # 具体到整个2025年: and below it a list


def heads_with_year(text: str, sentence: Sentence, mention: PeriodMention) -> bool:
    """Whether a heading that names a year is over what came in it: it is the document's title, says so, or says hardly more than the year."""
    if sentence.title or _OF_RESULTS.search(text, sentence.start, sentence.end):
        return True
    rest = text[sentence.start : mention.start].strip() + text[mention.end : sentence.end].strip()
    beside = _OVER_ITEMS_ZH if rest.endswith(":") else _BESIDE_ZH
    return len(rest) <= (_BESIDE if rest.isascii() else beside)


def year_headed(around: Surroundings) -> Period | None:
    """Return the year that is over of which a heading without another period is, None where it is of none."""
    sentence, text = around.scan.sentence, around.scan.text
    if named := _NAMED.fullmatch(text, sentence.start, sentence.end):
        year = Period(named["first"] or named["last"])
        return year if around.calendar.is_over(year) else None
    return _year_of(around.reported) if _ANNUAL.fullmatch(text, sentence.start, sentence.end) else None


def _year_of(reported: Period | None) -> Period | None:
    """Return the year that ended with the quarter reported on, or that is reported on itself."""
    if reported is None or not (reported.kind == "year" or reported.label.endswith("Q4")):
        return None
    return Period(f"{'FY' if reported.fiscal else ''}{reported.year}")
