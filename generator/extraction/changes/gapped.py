"""Growth whose verb is told once: `revenue rose 5% to 31 billion yuan, net profit 7% to 4 billion and margins 1.2 points`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.changes.growth_word import growth_before
from generator.extraction.changes.towards import TO
from generator.extraction.frozen import frozen
from generator.extraction.marks.bases import FROM_THEN
from generator.extraction.marks.cues import BASES
from generator.extraction.marks.mention import EntityMention, Mention
from generator.extraction.marks.scanning import Scan, once
from generator.extraction.whose.holders import next_holder

# between what grew and by how much: `net profit by 7%`, `those of Lenovo, the largest vendor, by 30%`, `services another 14%`, `Nio's just 29%`
_SO_MUCH = re.compile(
    rf"(?:['’]s?)?(?:, (?:the|an?|its) [^,;\d]{{3,40}},)?(?: (?:by|another|a further|(?:by )?as much as))? {ABOUT}(?:a )?"
)
_TO = re.compile(TO)
# `to 20.8 billion euros in the fourth quarter, while its`: what ends one item and leads to the next
_BEHIND = rf"(?: {FROM_THEN})?[^;.\d]{{0,40}}?(?:\b(?:\d{{1,2}},? )?20\d\d)?"
_NEXT = r"(?:,? and|,? while|,? but|[,;])"
_ITS = r" (?:its |the |(?:that|those)(?: of (?:its |the )?| (?=at |in |for |from )))?"
_METRIC_NEXT = re.compile(
    rf"{_BEHIND}{_NEXT}{_ITS}(?:(?!(?:with|as|than|from|versus|vs|against|compared|beating|missing|on|after|despite|including|excluding|for|or)\b)[\w-]+ ){{0,3}}"
)
# `, services`, `and at Nio`, `while those of its rival Xpeng`
_NAME_NEXT = re.compile(rf"{_BEHIND}{_NEXT}{_ITS}(?:(?:at|in|for|from) (?:the )?)?(?:(?:its )?rival )?")
# `rose 4% in the Americas in the quarter and 1% in Europe`, `fell 7%, by 15% in China`
_IN_PLACE = re.compile(r" (?:in |at |for )?(?:the )?")  # a mention may begin with the preposition
_IN = re.compile(r" (?:in|at|for) ")
_PLACE_NEXT = re.compile(rf"{_BEHIND}{_NEXT}(?P<by> by)? {ABOUT}")
# `8% of sales`, `a 20% share`, `an 8% stake`: what is no growth
_NO_GROWTH = re.compile(r"(?: [a-z]+)? (?:share|stake|margin)s?\b| (?:of|more|less|higher|lower|above|below)\b|-")
_IN_PERCENT = ("margin", "share", "rate", "premium_smartphone_share")  # how the names of such metrics end
_LEVEL = re.compile(rf" (?:to|at|of) {ABOUT}$")  # `rose 2 points to 18%, compared with 16% for Apple`
_LAST = 4  # amounts before a change, among which is the one whose verb it shares


@frozen
class Gap:
    """A change without a verb of its own: the one whose verb it shares, and what moved so."""

    verb: Amount
    subject: Mention | EntityMention

    @property
    def names_metric(self) -> bool:
        """Whether what moved names its metric: `Mac sales 4%`, and neither `services 14%` nor `Xpeng's 39%`."""
        return isinstance(self.subject, Mention) and bool(self.subject.metrics)


@once
def gap_of(scan: Scan, amount: Amount) -> Gap | None:
    """Return how a change shares the verb of one before it, where only the next thing that moved stands between."""
    if (
        scan.chinese
        or amount.kind not in ("percent", "points")
        or amount.signed
        or _NO_GROWTH.match(scan.text, amount.end)
    ):
        return None
    subject = _subject_of(scan, amount)
    before = [a for a in scan.amounts if a.end <= amount.start][-_LAST:]
    if not before:
        return None
    if subject is None:
        return _in_next_place(scan, amount, before) or _of_another(scan, amount, before)
    named = isinstance(subject, Mention) and bool(subject.metrics)
    moved = _moved_last(scan, before, named)
    if moved is None:
        return None
    told, form = before[-1].end, _METRIC_NEXT if named else _NAME_NEXT
    if subject.start < told or not form.fullmatch(scan.text, told, subject.start):
        return None
    if scan.cues_between(told, amount.start, "up", "down") or _is_dated_otherwise(scan, subject, amount):
        return None
    earlier = gap_of(scan, moved)
    verb = earlier.verb if earlier else moved
    return None if isinstance(subject, EntityMention) and _may_be_shares(scan, subject, verb) else Gap(verb, subject)


def _in_next_place(scan: Scan, amount: Amount, before: list[Amount]) -> Gap | None:
    """Return how a change goes on with one before it in the next place, which is named behind each: `rose 4% in the Americas and 1% in Europe`."""
    place, moved = _place_behind(scan, amount), _moved_last(scan, before, named=False)
    if place is None or moved is None or moved.kind != amount.kind:
        return None
    at = before[-1].end
    first = _place_behind(scan, moved)
    if first is not None and at <= first.start:
        at = first.end
    on = _PLACE_NEXT.fullmatch(scan.text, at, amount.start)
    if on is None or not (first or on["by"]) or scan.cues_between(at, amount.start, "up", "down", *BASES):
        return None
    earlier = gap_of(scan, moved)
    return Gap(earlier.verb if earlier else moved, place)


def _of_another(scan: Scan, amount: Amount, before: list[Amount]) -> Gap | None:
    """Return how a change of another company, which is named behind it, is set beside one: `grew 83%, compared with 15% for Samsung and 1% for Apple`.

    Beside what fell, it may have risen.
    """
    moved = _moved_last(scan, before, named=False)
    if moved is None or moved.kind != amount.kind or _LEVEL.search(scan.text, scan.sentence.start, moved.start):
        return None
    holder, earlier = next_holder(scan, amount), gap_of(scan, moved)
    first = earlier.verb if earlier else moved
    verb = growth_before(scan, first)
    beside = holder is not None and holder.start >= amount.end and verb is not None and verb.kind != "down"
    return Gap(first, holder) if beside and holder else None


def _place_behind(scan: Scan, amount: Amount) -> Mention | None:
    """Return the part that stands right behind a change: `4% in the Americas`."""
    near = (m for m in scan.segments if _IN_PLACE.fullmatch(scan.text, amount.end, m.start))
    return next((m for m in near if _IN.match(scan.text, amount.end)), None)


def gap_that_led_to(scan: Scan, level: Amount) -> tuple[Amount, Gap] | None:
    """Return the change that led to a level, where it has no verb of its own."""
    change = scan.preceding(level)
    gap = gap_of(scan, change) if change is not None and change.kind != level.kind else None
    led = change and gap and _TO.fullmatch(scan.text, max(change.end, gap.subject.end), level.start)
    return (change, gap) if led and change and gap else None


def _moved_last(scan: Scan, before: list[Amount], named: bool) -> Amount | None:
    """Return the last change of some amounts that has a verb, or shares one.

    `its deliveries rose 5%, its shares 3% and Xpeng's 2%`: what names no metric goes on with the last one alone.
    """
    percents = [a for a in reversed(before) if a.kind in ("percent", "points")]
    looked = percents if named else percents[:1]
    return next((a for a in looked if growth_before(scan, a) is not None or gap_of(scan, a) is not None), None)


def _subject_of(scan: Scan, amount: Amount) -> Mention | EntityMention | None:
    """Return the metric, the part or the company that stands right before a change."""
    marks: tuple[Mention | EntityMention, ...] = (*scan.metrics, *scan.segments, *scan.entities)
    floor = scan.amount_before(amount.start)
    near = [m for m in marks if floor <= m.start and _SO_MUCH.fullmatch(scan.text, _end_of(scan, m), amount.start)]
    subject = next(iter(near), None)
    if not isinstance(subject, Mention) or not subject.metrics or amount.kind == "points":
        return subject
    in_percent = all(name.endswith(_IN_PERCENT) for name in subject.metrics)
    return None if subject.nothing or in_percent else subject


def _end_of(scan: Scan, subject: Mention | EntityMention) -> int:
    """Return where what moved ends: a metric may have a place behind it, `the ASP in international markets 4.9%`."""
    if not isinstance(subject, Mention) or not subject.metrics:
        return subject.end
    there = (
        m.end for m in scan.segments if m.start > subject.end and _IN_PLACE.fullmatch(scan.text, subject.end, m.start)
    )
    return next(there, subject.end)


def _may_be_shares(scan: Scan, subject: EntityMention, verb: Amount) -> bool:
    """Whether a company's name alone may go on with how far shares moved: `Alibaba jumped 3% after revenue rose 5%, Tencent 2%`."""
    owned = scan.text[subject.end] in "'’"
    return not owned and any(a.kind == "percent" and a.end <= verb.start for a in scan.amounts)


def _is_dated_otherwise(scan: Scan, subject: Mention | EntityMention, amount: Amount) -> bool:
    """Whether a base stands between what moved and by how much: that of another change."""
    return bool(scan.cues_between(subject.end, amount.start, *BASES))
