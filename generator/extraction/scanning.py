"""One sentence, with everything the grammar knows marked in it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice, product, takewhile
from operator import attrgetter
from typing import Any

from generator.extraction.amounts import Amount, amounts
from generator.extraction.names import EntityMention, Mention, Names
from generator.extraction.periods import PeriodMention, period_mentions
from generator.extraction.phrases import Phrases
from generator.extraction.ranges import ranges
from generator.extraction.reading import Reading, Sentence
from generator.extraction.slashes import alike
from generator.extraction.vocabulary import words

_SEPARATOR = re.compile(r"[;{}]|,(?!\d{3}(?!\d))|,(?<!\d,)|\s(?=(?:while|whereas|but)\s)|而(?=[一-鿿])(?!且)")
_BRACKETS = re.compile(r"\([^()]*\)?")
# `an electric vehicle (EV) maker`: what a company is, not which part of its business is spoken of.
_MAKER = re.compile(
    r"\)?[ -](?:maker|giant|manufacturer|brand|start-?up|market(?! share)|industry|sector|rival|pioneer|company|firm|player|leader)s?\b|\) (?:maker|giant)|\s\((?:EV|NEV)\) (?:maker|giant|manufacturer|company|firm|start-?up)"
    r"|(?:品牌)?(?:大厂|厂商|巨头|龙头|制造商|车企|新势力|生产商|行业)",
)
_EXPECTATION = re.compile(r"预期|预估|预测|预计|估计|预料")
_ITS_AMOUNT = re.compile(
    r"(?:的|值|为|是|约|近|中值|中位数|:|增长|增幅|升幅|跌幅|人民币|港币|US\$|HK\$|RMB|[$€£¥]|\s)*\d"
)
_START, _END = attrgetter("start"), attrgetter("end")
# `非国际财务报告(Non-IFRS)准则…应占溢利`, `净利润(Non-GAAP)`: which profit it is, told beside its name.
_NOT_REPORTED = r"(?:经调整|[Nn]on-?\s?(?:IFRS|GAAP|HKFRS)|非(?:IFRS|GAAP|美国|公认|通用|国际|香港|HKFRS)[一-鿿]{0,14})"
_ADJUSTED_AFTER = re.compile(rf"\s?\({_NOT_REPORTED}[^()]{{0,8}}\)")
_ADJUSTED_AMOUNT = re.compile(r":? [$€£][\d.]+,? adjusted\b", re.I)  # `Earnings per share: $4.13 adjusted`
# `After excluding non-recurring gains and losses, net profit was`: the profit without them.
_NON_RECURRING = r"(?:excluding|deducting|stripping out|net of) (?:the )?(?:impact of )?non-?recurring (?:[\w-]+ ){0,3}?(?:items|gains and losses|profits and losses|gains or losses|profit or loss|gains|losses|profit and loss)"
_RECURRING_BEFORE = re.compile(
    rf"{_NON_RECURRING}, (?:(?:the|its|[A-Z][\w.]*(?:['’]s)?|company's|quarterly) ){{0,3}}$", re.I
)
_RECURRING_AFTER = re.compile(rf"(?: attributable to [\w ]{{3,40}})?,? (?:after )?{_NON_RECURRING}", re.I)
_ADJUSTED_BEFORE = re.compile(
    rf"{_NOT_REPORTED}(?:\([^()]*\))?[^,;。\d]{{0,12}}(?:计算?,|计量,|下,|口径下?,|准则,)?[^,;。\d]{{0,8}}$"
)
# `在扣除非经常性损益后,公司的净利润为12.55亿元`
_RECURRING_BEFORE_ZH = re.compile(r"扣除?非(?:经常性?损益)?(?:之?后|的影响)?[,的]{0,2}[一-鿿]{0,8}$")
_NOT_YET = ("未", "待")  # 未交付订单: none of them has been delivered
_TITLE = re.compile("《[^《》]{1,30}》")  # 《王者荣耀》 is a game, and names no company
_CAUSE = re.compile(r"(?:因为?|由于|受)[^,;。\d]{2,40}?(?:而(?=[一-鿿])|影响,|拖累,)")
_ONLY_DESCRIBES = re.compile(
    r" (?:contributor|driver|stream|source|generator|earner)s?\b"
)  # `the largest revenue contributor`
_MULTIPLES = ("doubled", "tripled", "quadrupled", "halved")
_COMPARED = ("yoy", "qoq", "prior", "other_base")


@dataclass(frozen=True, slots=True)
class Cue:
    """A word of the grammar: `kind` is its entry in vocabulary/cues.yaml."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Brackets:
    """A pair of brackets, and the separators between them."""

    start: int
    end: int
    separators: list[int]


@dataclass(frozen=True, slots=True)
class Scan:
    """A sentence's marks, each list in order of place; offsets are those of the whole folded text."""

    text: str
    sentence: Sentence
    amounts: list[Amount]
    metrics: list[Mention]
    segments: list[Mention]
    entities: list[EntityMention]
    periods: list[PeriodMention]
    cues: list[Cue]
    separators: list[int]
    brackets: list[Brackets]

    def clause(self, at: int) -> tuple[int, int]:
        """Return the clause that an offset stands in; what stands in brackets is none of the clause around it."""
        i = bisect_left(self.brackets, at, key=lambda b: b.start)
        inner = self.brackets[i - 1] if i and at < self.brackets[i - 1].end else None
        separators = inner.separators if inner else self.separators
        start, end = (inner.start + 1, inner.end - 1) if inner else (self.sentence.start, self.sentence.end)
        i = bisect_left(separators, at)
        return separators[i - 1] + 1 if i else start, separators[i] if i < len(separators) else end

    def cues_between(self, start: int, end: int, *kinds: str) -> list[Cue]:
        """Return the cues of some kinds within a stretch."""
        first = bisect_left(self.cues, start, key=_START)
        inside = takewhile(lambda cue: cue.start < end, islice(self.cues, first, None))
        return [cue for cue in inside if cue.end <= end and cue.kind in kinds]

    def amount_before(self, at: int) -> int:
        """Return where the last amount before an offset ends; the sentence's start where there is none."""
        i = bisect_right(self.amounts, at, key=_END)
        return self.amounts[i - 1].end if i else self.sentence.start

    def amount_after(self, at: int) -> int:
        """Return where the next amount after an offset starts; the sentence's end where there is none."""
        i = bisect_left(self.amounts, at, key=_START)
        return self.amounts[i].start if i < len(self.amounts) else self.sentence.end


def scan(reading: Reading, sentence: Sentence, names: Names, home: str | None = None, adjusted: bool = False) -> Scan:
    """Mark up one sentence of a document about the company `home`; `adjusted`: it stands in a list of adjusted figures."""
    text, start, end = reading.text, sentence.start, sentence.end
    piece = text[start:end]
    cues = _cues(piece, start)
    mentions = [
        Mention(m.start + start, m.end + start, m.metrics, m.segment, m.loss) for m in names.mentions(piece, home)
    ]
    titles = [t.span() for t in _TITLE.finditer(piece)]
    entities = [e for e in names.entities(piece) if not any(a < e.start < b for a, b in titles)]
    mentions = [
        m for m in mentions
        if text[m.start - 1 : m.start] not in _NOT_YET
        and not (_part_of_name(m, entities, names, piece, start) or (m.segment and not m.metrics and _names_a_maker(text, m)))
    ]  # fmt: skip
    mentions = [_adjusted(m, text, start, names, adjusted) for m in _without_abbreviations(mentions, text)]
    mentions = _without_causes(mentions, text, start, end)
    # `占` inside 市占率 is no cue of its own
    cues = [c for c in cues if not any(_swallows(m, c) for m in mentions if m.metrics)]
    compared = [cue for cue in cues if cue.kind in _COMPARED]
    periods = [p for p in period_mentions(text, start, end) if not _within(p, compared)]
    found = [a for a in amounts(text, start, end) if not _within(a, periods) and not _within(a, compared)]
    found = ranges(alike(found, text), text)
    found += [_multiple(cue, text, start) for cue in cues if cue.kind in _MULTIPLES]
    return Scan(
        text,
        sentence,
        sorted(found, key=lambda a: a.start),
        [m for m in mentions if m.metrics and not _ONLY_DESCRIBES.match(text, m.end)],
        [m for m in mentions if m.segment],
        [EntityMention(e.start + start, e.end + start, e.entity) for e in entities],
        periods,
        cues,
        *_separated(text, start, end, periods),
    )


def _separated(text: str, start: int, end: int, periods: list[PeriodMention]) -> tuple[list[int], list[Brackets]]:
    """Return what separates the clauses of a sentence, outside brackets and inside each pair."""
    found = [m.start() for m in _SEPARATOR.finditer(text, start, end) if not _inside(m.start(), periods)]
    brackets: list[Brackets] = []
    outside: list[int] = []
    low = 0
    for pair in _BRACKETS.finditer(text, start, end):
        opens, closes = bisect_left(found, pair.start()), bisect_left(found, pair.end())
        outside += found[low:opens]
        brackets.append(Brackets(pair.start(), pair.end(), found[opens:closes]))
        low = closes
    return outside + found[low:], brackets


def _swallows(mention: Mention, cue: Cue) -> bool:
    """Whether a cue is only a part of a metric's name; that of 多赚, which is both, is none."""
    grows = cue.kind in ("up", "down") and cue.end == mention.end
    return mention.start <= cue.start and cue.end <= mention.end and not grows


def _adjusted(mention: Mention, text: str, floor: int, names: Names, listed: bool) -> Mention:
    """Return a reported profit as the adjusted one where the words around it, in brackets or before, say so."""
    if "net_profit" in mention.metrics and "net_profit_recurring" in names.catalogue.metrics:
        low = max(floor, mention.start - 90)
        chinese = _RECURRING_BEFORE_ZH.search(text, max(floor, mention.start - 24), mention.start)
        if chinese or _RECURRING_BEFORE.search(text, low, mention.start) or _RECURRING_AFTER.match(text, mention.end):
            return replace(mention, metrics=("net_profit_recurring",))
    twins = tuple(f"adjusted_{m}" for m in mention.metrics if f"adjusted_{m}" in names.catalogue.metrics)
    if len(twins) != 1:
        return mention
    said = _ADJUSTED_AFTER.match(text, mention.end) or _ADJUSTED_AMOUNT.match(text, mention.end)
    said = said or _ADJUSTED_BEFORE.search(text[max(floor, mention.start - 30) : mention.start])
    return replace(mention, metrics=twins) if said or listed else mention


def _without_causes(mentions: list[Mention], text: str, start: int, end: int) -> list[Mention]:
    """Leave out what is only named as a reason: the shipments of `收入因出货量疲软而下降3%` did not fall by 3 %."""
    causes = [m.span() for m in _CAUSE.finditer(text, start, end)]
    return [m for m in mentions if not any(a <= m.start and m.end <= b for a, b in causes)] if causes else mentions


def _names_a_maker(text: str, mention: Mention) -> bool:
    """Whether a segment's name only says what a company is; the brand ONVO is a segment itself."""
    if text[max(0, mention.start - 3) : mention.start].endswith(("'s ", "’s ")) and text.startswith(
        " sector", mention.end
    ):
        return False  # `the company's infrastructure solutions sector`
    own_brand = text[mention.start : mention.start + 4].isupper() and text.startswith(" brand", mention.end)
    return not own_brand and bool(_MAKER.match(text, mention.end))


def _without_abbreviations(mentions: list[Mention], text: str) -> list[Mention]:
    """`adjusted earnings per share (EPS)` is one mention."""
    ends = {m.end for m in mentions if m.metrics}
    return [m for m in mentions if not (m.metrics and text[m.start - 2 : m.start] == " (" and m.start - 2 in ends)]


def _within(mark: Any, others: Any) -> bool:
    return any(mark.start < other.end and other.start < mark.end for other in others)


def _part_of_name(mention: Mention, entities: list[EntityMention], names: Names, piece: str, offset: int) -> bool:
    start, end = mention.start - offset, mention.end - offset
    around = next((e for e in entities if e.start <= start and end <= e.end), None)
    return around is not None and piece[start:end].lower() in names.own_words(around)


def _inside(at: int, marks: list[PeriodMention]) -> bool:
    return any(mark.start < at < mark.end for mark in marks)


def _cues(piece: str, offset: int) -> list[Cue]:
    cues = []
    for start, end, kinds in cue_phrases().find(piece):
        of_year = piece[start] == "年" and piece[start - 1 : start].isdigit()  # 2026年增长至577亿元: the year's 年
        for kind in kinds:
            if not (of_year and kind == "yoy"):
                cues.append(Cue(start + of_year + offset, end + offset, _told(kind, piece, start, end)))
    return cues


def _told(kind: str, piece: str, start: int, end: int) -> str:
    """Return a cue's kind; `好于市场预期` tells of an expectation, and states it where an amount follows at once."""
    if kind == "none" and _EXPECTATION.search(piece, start, end) and _ITS_AMOUNT.match(piece, end):
        return "consensus"
    if kind == "none" and piece[start:end].endswith("指引") and _ITS_AMOUNT.match(piece, end):
        return "forecast"  # 高于公司指引的70%
    return kind


@cache
def cue_phrases() -> Phrases[str]:
    """Return the index of the grammar's cues."""
    phrases: dict[str, tuple[str, ...]] = {}
    for kind, listed in words("cues").items():
        groups = [listed["words"]] if isinstance(listed, dict) else listed
        for word in (word for group in groups for word in _spelled(group)):
            phrases[str(word)] = (*phrases.get(str(word), ()), kind)
    return Phrases(phrases)


def _spelled(group: list[str] | dict[str, list[str]]) -> Iterable[str]:
    """Return a group's words; one given in parts stands for each way of joining them: 市场 + 普遍 + 预期."""
    return map("".join, product(*group.values())) if isinstance(group, dict) else group


def _multiple(cue: Cue, text: str, floor: int) -> Amount:
    """Return the change that one word stands for: tripled is an increase of 200 %."""
    from decimal import Decimal

    change = Decimal(words("cues")[cue.kind]["change"])
    lead = text[max(floor, cue.start - 14) : cue.start]
    bound = "exact"
    if re.search(r"(?:more than|over|超|逾|超过)\s*$", lead, re.I) or "more than" in text[cue.start : cue.end].lower():
        bound = "at_least"
    elif re.search(r"(?:nearly|almost|close to|近|将近|接近|几乎)\s*$", lead, re.I):
        bound = "at_most"
    return Amount(cue.start, cue.end, change, "percent", None, "multiple", bound, Decimal(100), signed=True)  # type: ignore[arg-type]
