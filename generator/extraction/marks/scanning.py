"""One sentence, with everything the grammar knows marked in it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import field
from functools import wraps
from operator import attrgetter
from typing import Any, TypeVar

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.by_the_share import by_the_share
from generator.extraction.amounts.in_text import amounts
from generator.extraction.amounts.ranges import ranges
from generator.extraction.amounts.slashes import alike, sharing
from generator.extraction.amounts.spelt import MULTIPLES
from generator.extraction.frozen import frozen, replace
from generator.extraction.marks.cues import BASES, Cue, cues_in, multiple_of
from generator.extraction.marks.effects_aside import effects_aside, outside
from generator.extraction.marks.initials import explained
from generator.extraction.marks.listed_in_brackets_zh import without_listed
from generator.extraction.marks.mention import EntityMention, Mention
from generator.extraction.marks.mentions import mentions_in
from generator.extraction.marks.names import Names
from generator.extraction.marks.provisions_zh import without_provisions
from generator.extraction.marks.separating import Brackets, separated
from generator.extraction.marks.share_codes import with_codes
from generator.extraction.periods.mention import PeriodMention, period_mentions
from generator.extraction.reading import Reading, Sentence

Said = TypeVar("Said")
Mark = TypeVar("Mark", bound=Hashable)
_START = attrgetter("start")
_TITLE = re.compile("《[^《》]{1,30}》")  # 《王者荣耀》 is a game, and names no company
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
# `the largest revenue contributor`; `put 28,277 cars into customers' hands`; 以现金分红38亿元, 计提存货跌价准备5亿元: no cash, no stock
_ONLY_DESCRIBES = re.compile(
    r" (?:contributor|driver|stream|source|generator|earner|opportunity|opportunitie|pool)s?\b"
    r"|(?<=[Cc]ash) (?:that )?(?:it|they|he|she|which|(?:the|its) (?:company|group|firm|business)) (?:itself )?(?:generat|bring|brought|produc|mak|made|throw|threw|earn|burn|pa[iy]|spen)\w*"
    r"|(?<=ustomers)['’] "
    r"|(?<=现金)(?:分红|派现|红利|派息|返还|回馈|回报股东|支出|支付|对价|收购|补贴|奖励|注资|出资)"
    r"|(?<=[存库][货存])(?:[及和与、][一-鿿]{2,6})?(?:相关)?的?(?:跌价|减值|拨备|准备金?|损失|费用|减记|减损|冲销|报废|撇减)"
)
_SOURCE_OF = ("source of ", "sources of ", "driver of ", "drivers of ", "stream of ", "streams of ")  # so does this
_HAN, _LETTER = re.compile("[一-鿿]"), re.compile("[A-Za-z]")
_COMPARED = (*BASES, "prior", "other_base")
# 手机部件及组装业务, 汽车金融: what is made for a line of business, or around it, is another one
_NARROWS = re.compile(
    "(?:零?部件|零件|配件|组件|元件|外壳|玻璃|屏幕|模组|代工|组装|金融|保险|租赁|美容|维修|后市场)"
    # `revenue from cloud service providers`: who buys, and nothing that is sold
    r"|(?<=[Cc]loud)(?:[ -](?:services?|computing|infrastructure))*[ -](?:providers?|operators?|vendors?|companies|giants?|firms?|hyperscalers?|players?|builders?)\b"
)
# `up 84% since the start of the year`
_MOVED_SINCE = re.compile(r"(?:%|per ?cent|pct|points?)(?: (?:higher|lower|growth|gain|rise|drop|in [a-z ]{2,20}))? $")
# What is held in a year, and called by it.
_EVENT = re.compile(
    r"年?(?!业绩|财报|股东)[一-鿿]{0,8}?(?:奥运|冬奥|残奥|世界杯|欧洲杯|亚运|大运会|世运会|车展|展览会|博览会|进博会|广交会|服贸会|消博会|世博会|电影节|音乐节|艺术节|峰会|论坛|大会)"
    r"|(?: [A-Z][\w'’-]+){0,3} (?:Olympics?|Olympic Games|Paralympics|World Cup|Expo|Auto Show|Motor Show|Asian Games|Super Bowl|Summit|Conference|Championships?)\b"
)


@frozen
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
    chinese: bool  # whether the sentence is Chinese, whatever stands before an amount: 营收:512亿, 每股純益 17.44 元
    _clauses: dict[int, tuple[int, int]] = field(default_factory=dict, init=False, compare=False, repr=False)
    told: dict[tuple[Any, int], Any] = field(default_factory=dict, init=False, compare=False, repr=False)
    _starts: list[int] = field(init=False, compare=False, repr=False)  # of the amounts
    _ends: list[int] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Note where the amounts stand, which is asked for again and again."""
        object.__setattr__(self, "_starts", [a.start for a in self.amounts])
        object.__setattr__(self, "_ends", [a.end for a in self.amounts])

    def with_metrics(self, found: Iterable[Mention]) -> Scan:
        """Return the scan with more mentions of metrics, each in its place; itself, where there are none."""
        more = list(found)
        return replace(self, metrics=sorted([*self.metrics, *more], key=_START)) if more else self

    def clause(self, at: int) -> tuple[int, int]:
        """Return the clause that an offset stands in; what stands in brackets is none of the clause around it."""
        if (known := self._clauses.get(at)) is None:
            known = self._clauses[at] = self._clause_around(at)
        return known

    def _clause_around(self, at: int) -> tuple[int, int]:
        i = bisect_left(self.brackets, at, key=lambda b: b.start)
        inner = self.brackets[i - 1] if i and at < self.brackets[i - 1].end else None
        separators = inner.separators if inner else self.separators
        start, end = (inner.start + 1, inner.end - 1) if inner else (self.sentence.start, self.sentence.end)
        i = bisect_left(separators, at)
        return separators[i - 1] + 1 if i else start, separators[i] if i < len(separators) else end

    def is_marked(self, start: int, end: int, *more: Sequence[Cue | Mention]) -> bool:
        """Whether a name of the catalogue but a metric's, a period or an amount stands in a stretch, or one of `more`."""
        marks: tuple[Sequence[Any], ...] = (self.segments, self.entities, self.periods, self.amounts, *more)
        return any(start < mark.end and mark.start < end for listed in marks for mark in listed)

    def brackets_around(self, at: int) -> Brackets | None:
        """Return the brackets that an offset stands in."""
        return next((b for b in self.brackets if b.start < at < b.end), None)

    def cues_between(self, start: int, end: int, *kinds: str) -> list[Cue]:
        """Return the cues of some kinds within a stretch."""
        found = []
        for cue in self.cues:
            if cue.start >= end:
                break
            if start <= cue.start and cue.end <= end and cue.kind in kinds:
                found.append(cue)
        return found

    def amount_before(self, at: int) -> int:
        """Return where the last amount before an offset ends; the sentence's start where there is none."""
        i = bisect_right(self._ends, at)
        return self._ends[i - 1] if i else self.sentence.start

    def amount_after(self, at: int) -> int:
        """Return where the next amount after an offset starts; the sentence's end where there is none."""
        i = bisect_left(self._starts, at)
        return self._starts[i] if i < len(self._starts) else self.sentence.end

    def preceding(self, amount: Amount) -> Amount | None:
        """Return the amount before another."""
        i = bisect_right(self._ends, amount.start)
        return self.amounts[i - 1] if i else None

    def following(self, amount: Amount) -> Amount | None:
        """Return the amount behind another."""
        i = bisect_left(self._starts, amount.end)
        return self.amounts[i] if i < len(self.amounts) else None

    def first_of_range(self, amount: Amount) -> Amount:
        """Return the amount that begins the range that another ends; the amount itself, if it ends none."""
        return (self.preceding(amount) if amount.range_end else None) or amount

    def end_of_range(self, amount: Amount) -> int:
        """Return where the range that an amount begins ends; where the amount does, if it begins none."""
        upper = self.following(amount)
        return upper.end if upper is not None and upper.range_end else amount.end


def once(rule: Callable[[Scan, Amount], Said]) -> Callable[[Scan, Amount], Said]:
    """Let a rule on what stands before an amount look once, however many other rules ask it."""

    @wraps(rule)
    def ask(scan: Scan, amount: Amount) -> Said:
        key = (rule, amount.start)
        if key not in scan.told:
            scan.told[key] = rule(scan, amount)
        said: Said = scan.told[key]
        return said

    return ask


def once_each(rule: Callable[[Scan, Mark], Said]) -> Callable[[Scan, Mark], Said]:
    """Let a rule look once at each very mark: of those that are alike, one read again may mean another time."""

    @wraps(rule)
    def ask(scan: Scan, mark: Mark) -> Said:
        key = (rule, id(mark))
        if key not in scan.told:
            scan.told[key] = rule(scan, mark), mark  # which is kept, so that no other mark comes by its number
        said: Said = scan.told[key][0]
        return said

    return ask


def scan(
    reading: Reading, sentence: Sentence, names: Names, home: str | None = None, adjusted: bool = False,
    strangers: Sequence[EntityMention] = (),
) -> Scan:  # fmt: skip
    """Mark up one sentence of a document about the company `home`.

    `adjusted` says that it stands in a list of adjusted figures; `strangers` are companies that the catalogue does not list.
    """
    text, start, end = reading.text, sentence.start, sentence.end
    entities = _entities(reading, start, end, names, strangers)
    mentions = mentions_in(reading, start, end, names, home, entities, adjusted)
    # `占` inside 市占率 is no cue of its own, nor is that of 股东应占净利润
    cues = [c for c in cues_in(reading, start, end) if not any(_swallows(m, c) for m in mentions if m.metrics)]
    cues = [c for c in cues if c.kind != "share_of" or text[c.start - 1 : c.end] != "应占"]
    named = period_mentions(text, start, end)
    # 较去年12月 names a month, as 10月增长 does: of two that overlap by a part, the period counts
    cues = [c for c in cues if not any(_crosses(text, c, p) or _begins(text, c, p) for p in named)]
    compared = [cue for cue in cues if cue.kind in _COMPARED]
    periods = _periods(text, named, compared)
    found = [a for a in amounts(text, start, end) if not _within(a, periods) and not _within(a, compared)]
    asides = effects_aside(text, start, end, mentions)
    found, mentions = outside(found, asides), outside(mentions, asides)
    found = by_the_share(ranges(alike(sharing(found, text), text), text), text)
    multiples = [cue for cue in cues if cue.kind in MULTIPLES]
    found = [a for a in found if not _within(a, multiples)]  # the 一倍 of 翻了一倍多
    found += [multiple_of(cue, text, start) for cue in multiples]
    metrics = without_provisions([m for m in mentions if m.metrics and not _only_describes(text, m)], text)
    segments = without_listed([m for m in mentions if m.segment and not _NARROWS.match(text, m.end)], text)
    whole: list[PeriodMention | Mention] = [*periods, *(m for m in mentions if "," in text[m.start : m.end])]
    return Scan(
        text, sentence, sorted(found, key=_START), metrics, segments, entities, periods, cues, *separated(text, start, end, whole), _is_chinese(text[start:end]),
    )  # fmt: skip


def _is_chinese(said: str) -> bool:
    return not said.isascii() and len(_HAN.findall(said)) * 4 > len(_LETTER.findall(said))


def _entities(
    reading: Reading, start: int, end: int, names: Names, strangers: Sequence[EntityMention]
) -> list[EntityMention]:
    """Return the companies that a stretch names, but for those in the titles of works."""
    text, entities = reading.text, names.entities_in(reading, start, end)
    near = strangers[bisect_left(strangers, start, key=_START) : bisect_left(strangers, end, key=_START)]
    if strange := [e for e in near if e.end <= end]:  # the 思科 of 蓝思科技 names nobody
        entities = sorted([*(e for e in entities if not _within(e, strange)), *strange], key=_START)
    if entities and (initials := explained(text)):
        entities = [e for e in entities if text[e.start : e.end] not in initials]
    if text.find("《", start, end) >= 0:
        titles = [t.span() for t in _TITLE.finditer(text, start, end)]
        entities = [e for e in entities if not any(a < e.start < b for a, b in titles)]
    return with_codes(entities, text) if text.find("(", start, end) >= 0 else entities


def _periods(text: str, named: Sequence[PeriodMention], compared: list[Cue]) -> list[PeriodMention]:
    """Return the periods that a sentence tells of: none that is only compared with, or said again."""
    periods = [
        p for p in named
        if not ((_within(p, compared) and not _WHEN.match(text, p.end)) or _YEAR_BEFORE.match(text, p.start) or _OF_MULTIPLE.match(text, p.end) or _is_of_event(text, p))
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


def _only_describes(text: str, mention: Mention) -> bool:
    return bool(_ONLY_DESCRIBES.match(text, mention.end)) or text.endswith(_SOURCE_OF, 0, mention.start)


def _swallows(mention: Mention, cue: Cue) -> bool:
    """Whether a cue is only a part of a metric's name; that of 多赚, which is both, is none."""
    grows = cue.kind in ("up", "down") and cue.end == mention.end
    return mention.start <= cue.start and cue.end <= mention.end and not grows


def _within(mark: Any, others: Any) -> bool:
    return any(mark.start < other.end and other.start < mark.end for other in others)


def _says_again(text: str, said: PeriodMention, again: PeriodMention) -> bool:
    """Whether a period in brackets is the one before them by another name: 2026财年第二季度(自然年Q3)."""
    return bool(_AGAIN.fullmatch(text, said.end, again.start))


def _is_turned_from(text: str, period: PeriodMention) -> bool:
    """Whether a Chinese time is that of what turned into something else: 由二季度的增长转为下降."""
    return text.startswith(("由", "从", "自"), period.start - 1) and bool(_TURNED.match(text, period.end))


_ITS_LEVEL = re.compile(r"的(?:约|近)?(?:人民币|港币)?\d")


def _begins(text: str, cue: Cue, period: PeriodMention) -> bool:
    """Whether `since` only begins a span in which so much was counted, and no percentage is told since then: `Since the start of the year Nio has delivered`."""
    begins = period.scope == "span" and cue.kind == "other_base" and cue.start == period.start
    return begins and not _MOVED_SINCE.search(text, max(0, cue.start - 40), cue.start)


def _crosses(text: str, cue: Cue, period: PeriodMention) -> bool:
    if cue.kind == "yoy":
        return cue.start < period.start < cue.end < period.end
    if cue.kind == "other_base" and period.scope == "instant" and cue.start < period.start < cue.end <= period.end:
        return bool(_ITS_LEVEL.match(text, period.end))  # 较去年底的1934亿元大幅减少: what there was then
    return text[cue.start] == "月" and period.start < cue.start < period.end < cue.end
