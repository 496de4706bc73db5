"""The periods that a sentence tells of: none that is only compared with, said again, or part of what something is called."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.extraction.marks.crossing import overlaps
from generator.extraction.marks.cues import Cue
from generator.extraction.periods.mention import PeriodMention

# `lower than last year, when deliveries rose 38%`; but `from last year, when gains lifted it` tells nothing of then
_WHEN = re.compile(r", (?:when|in which|during which)\b[^;\d]{0,90}\d")
# `期间利润76.05亿元,去年亏损198.34亿元`: the year before is only set beside what came
_YEAR_BEFORE = re.compile(r"(?<=[元%],)(?:去年|上年)(?=净?(?:亏损|盈利|亏|赚|蚀)[约近超逾]?[\d.]+[万亿])")
# `HK$55, based on 24x FY26E P/E`: the year of a multiple is none that figures are of
_OF_MULTIPLE = re.compile(
    r"E?(?:[-/](?:20)?\d\dE?)? (?:(?:forward|adjusted|adj\.|core|non-GAAP) )?(?:P/?[EBS]R?\b|EV/|EPS multiple|earnings multiple|price-to-)"
)
# `said on its second-quarter earnings call that it aims to deliver 580,000 in 2025`: where it was said
# `The 9 per cent decline came about because last year's figure had been swollen`: a base, and nothing told of it
_BASE_OF = re.compile(
    r"['’]s (?:[a-z]+ )?(?:figure|number|base|result|total|comparison|comparable)s? (?:had been|was|were|had|included|benefited|got|is) (?:[a-z]+ )?(?:swollen|inflated|boosted|flattered|depressed|distorted|lifted|helped|unusually|exceptionally|artificially|higher|high|low|so|particularly|a one-off|gains)\b"
)
_OF_CALL = re.compile(
    r"(?: (?:earnings|results|conference|analyst|investor))? (?:call|briefing|conference|presentation|webcast|meeting)\b"
)
_AGAIN = re.compile(
    r"(?:\((?:即|也即|对应|相当于|截至)?|[、,]?(?:即|也即|亦即|也就是|等同于?|相当于))(?:自然年度?|日历年度?|公历)?(?<!\()的?"
)
# 收入由三季度的下滑转为增长38%: the time before, of which nothing more is told
_TURNED = re.compile(r"的?[^,;。\d]{0,12}(?:逆转|转变|扭转|反转|转|变)(?:为|成)")
# What is held in a year, and called by it.
_EVENT = re.compile(
    r"年?(?!业绩|财报|股东)[一-鿿]{0,8}?(?:奥运|冬奥|残奥|世界杯|欧洲杯|亚运|大运会|世运会|车展|展览会|博览会|进博会|广交会|服贸会|消博会|世博会|电影节|音乐节|艺术节|峰会|论坛|大会)"
    r"|(?: [A-Z][\w'’-]+){0,3} (?:Olympics?|Olympic Games|Paralympics|World Cup|Expo|Auto Show|Motor Show|Asian Games|Super Bowl|Summit|Conference|Championships?)\b"
)


def periods_told(text: str, named: Sequence[PeriodMention], compared: list[Cue]) -> list[PeriodMention]:
    """Return the periods that a sentence tells of: none that is only compared with, or said again."""
    periods = [
        p for p in named
        if not ((overlaps(p, compared) and not _WHEN.match(text, p.end)) or _YEAR_BEFORE.match(text, p.start) or _OF_MULTIPLE.match(text, p.end) or _is_of_event(text, p))
    ]  # fmt: skip
    periods = [
        p
        for p in periods
        if not (
            any(_says_again(text, q, p) for q in periods) or _BASE_OF.match(text, p.end) or _is_turned_from(text, p)
        )
    ]
    return [
        p
        for p in periods
        if not (_OF_CALL.match(text, p.end) and any(q.start > p.end and q.scope == "year" for q in periods))
    ]


def _is_of_event(text: str, period: PeriodMention) -> bool:
    """Whether a year is only a part of what something is called: 2020年东京奥运会, `the 2024 Paris Olympics`."""
    return period.scope == "year" and bool(_EVENT.match(text, period.end))


def _says_again(text: str, said: PeriodMention, again: PeriodMention) -> bool:
    """Whether a period in brackets is the one before them by another name: 2026财年第二季度(自然年Q3)."""
    return bool(_AGAIN.fullmatch(text, said.end, again.start))


def _is_turned_from(text: str, period: PeriodMention) -> bool:
    """Whether a Chinese time is that of what turned into something else: 由二季度的增长转为下降."""
    return text.startswith(("由", "从", "自"), period.start - 1) and bool(_TURNED.match(text, period.end))
