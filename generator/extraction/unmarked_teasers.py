"""Headlines of other texts that a page sets between its paragraphs without a label: `Xiaomi Q2 2023 earnings preview`, 小米2023年二季报前瞻; neither time nor company of one is of what stands below it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.corpus.document import Span
from generator.extraction.captions import FIGURE
from generator.extraction.expected.listed_below import is_outlook
from generator.extraction.periods.in_text import period_mentions
from generator.extraction.reading import Reading
from generator.extraction.sentences import Sentence, stops
from generator.extraction.whose.context import Surroundings
from generator.settings.period import Period

_HEADLINE = 140  # characters: a longer line is no headline, but tells something
_LONG_AGO = (
    300  # days before the period that a text is of; a quarter that ended since is one that its own headings may tell of
)
_STALE = 200  # days after its end, from which on a text that reports on no period tells nothing of one
# `Opinion: The lesson of 2022`: what kind of story another text is
_KIND = re.compile(
    r"\W{0,4}(?:(?:Opinion|Analysis|Comment(?:ary)?|Column|Explainer|Podcast|Live(?: updates?| blog)?|From the archives?|Flashback|Quiz|Watch|Listen|Read|Video|Factbox|Timeline|Long read|Newsletter)\s?[:|–—-]|(?:旧文|评论|视频|直播|播客|观点|深度|图解|专题|回顾文章|阅读|听)[:|丨])",
    re.I,
)
_LABELS = re.compile(r"\s?[,:(|–—-]")  # `AMD, second quarter of 2025: hit by export curbs`
# what a heading of the text's own says beside its period: `Q2 2023 results`, `First half: sales and margins`
_WORDS = (
    r"the|an?|in|for|of|and|to|by|at|with|its|our|vs|versus|on|a glance|compared|from|months?|three|six|nine|twelve|ended|ending|period|year|quarter|half|fiscal|FY\w*|unaudited|consolidated|group|company|business|segments?|divisions?|regions?"
    r"|results?|highlights?|review|performance|financials?|earnings|summary|figures|numbers|key|main|annual|full|sales|revenues?|income|profits?|loss(?:es)?|gross|net|operating|adjusted|deliver(?:y|ies)|shipments|margins?|cash|flows?|balance|sheet|statements?|report|reports|accounts|data|overview|outlook|guidance|targets?|tally|markets?|shares?|growth|EPS|dividends?|costs|expenses|operations|operational|comparison|table|glance|recap|details?|breakdown|detail|update|developments?|production|volumes?|vehicles?|cars?|smartphones?|cloud"
)
_WORDS_ZH = r"年度?|月|季度?|上|下|半|全|前|的|之|及|和|与|公司|集团|业绩|财务|财报|年报|季报|中报|报告|公告|发布|披露|回顾|概[要览况]|经营|摘要|情况|表现|数据|收入|营收|利润|净利润?|盈利|溢利|亏损|销量|销售|交付量?|出货量?|总结|成绩|指标|展望|指引|目标|盘点|财年|市场|分红|派息|毛利率?|现金流?|点评|主要|核心|关键|重点|部分|分部|业务|一览|解读|分析|要点|概述|简评|综述|增长|同比|环比"
_HEADS = re.compile(rf"\s*(?>(?:(?:(?:{_WORDS})\b|{_WORDS_ZH}|\d{{1,4}}|[^\w\s]|_)\s*)*)", re.I)


def lead_of(reading: Reading) -> int:
    """Return where the first sentence starts that a text tells, behind its title, and lines above it."""
    told = (s.start for s in reading.sentences if not s.title and _tells(reading, s))
    return next(told, len(reading.text))


def _tells(reading: Reading, sentence: Sentence) -> bool:
    """Whether a sentence ends with a stop, or tells a figure as items of a list do without one."""
    return stops(reading.text, sentence) or FIGURE.search(reading.text, sentence.start, sentence.end) is not None


def heads_nothing(reading: Reading, around: Surroundings) -> bool:
    """Whether a line names other times than the text is of, and says more than a heading over that time would: of another company, of its own long ago, or what kind of story it is.

    二季度:历史最好的一个季度 and `AMD, second quarter of 2025: hit by curbs` head what stands below them.
    """
    scan, named = around.scan, around.scan.entities
    called = _KIND.match(scan.text, scan.sentence.start) is not None
    if not around.resolved or not (named or called) or (named and _LABELS.match(scan.text, named[0].end)):
        return False
    of_its_own = bool(named) and named[0].entity in (around.home, around.ground.entity)
    if (of_its_own and scan.amounts) or not all(_is_past(around, p, of_its_own) for _, p in around.resolved):
        return False
    marks = [Span(m.start, m.end) for m, _ in around.resolved] + [Span(m.start, m.end) for m in named]
    return _is_headline(reading, scan.sentence) and _says_more(reading, scan.sentence, marks)


def _is_past(around: Surroundings, period: Period, of_its_own: bool) -> bool:
    """Whether a text does not tell of a period: it is long over, or another one than the text is of, in a line on somebody else."""
    own = around.reported or around.month
    if own is None:
        return around.calendar.days_since(period) >= _STALE
    return (own.end - period.end).days > _LONG_AGO if of_its_own else period.end != own.end


def is_set_between(reading: Reading, sentence: Sentence, lead: int) -> bool:
    """Whether a line below the `lead` names times, and says more than a heading over them would: `BYD's first-quarter profit doubles`."""
    if sentence.start <= lead or not _is_headline(reading, sentence):
        return False
    times = [Span(m.start, m.end) for m in period_mentions(reading.text, sentence.start, sentence.end)]
    return bool(times) and _says_more(reading, sentence, times)


def _is_headline(reading: Reading, sentence: Sentence) -> bool:
    """Whether a line of its own may be the headline of another text: not `For the second quarter of 2025, the Company expects:`, over its items."""
    if sentence.title or sentence.is_heading or not reading.is_line(sentence):
        return False
    line = reading.text[sentence.start : sentence.end].rstrip()
    return len(line) <= _HEADLINE and not line.endswith(":") and not is_outlook(line)


def _says_more(reading: Reading, sentence: Sentence, named: Sequence[Span]) -> bool:
    """Whether a line says more than what is `named` in it, and what a heading says beside that."""
    line = reading.text[sentence.start : sentence.end].rstrip()
    return not _HEADS.fullmatch(_without(line, sentence.start, named))


def _without(line: str, start: int, named: Sequence[Span]) -> str:
    """Return a line without what is `named` in it."""
    for span in named:
        line = f"{line[: span.start - start]}{' ' * (span.end - span.start)}{line[span.end - start :]}"
    return line
