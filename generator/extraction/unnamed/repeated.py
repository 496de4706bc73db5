"""What was told, told again of a part or of another company: `That of smartphones was 11.1%`, `For products it was 36.2%`, `at Xpeng it came to 9 billion`, `Nio's was 13.9%`."""

from __future__ import annotations

import re
from functools import cache

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.changes.towards import BY, SINCE, TO
from generator.extraction.marks.mention import EntityMention, Mention
from generator.extraction.marks.names import Names
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.verbs import MOVED
from generator.extraction.metrics.measured_in import is_measured_in
from generator.extraction.unnamed.subject import UNIT, is_subject

_IS = rf"(?: (?:also|even|only|still|just))? (?:was|were|is|are|stood at|stands at|came (?:in )?(?:to|at)|comes to|reached|hit|amounted to|totall?ed|{MOVED} to|narrowed to|widened to|remained at|stayed at) {ABOUT}"
_IT = r"(?:it|this|that|they|the (?:figure|number|ratio|value|rate|margin|measure|amount|total|result))"
# `the smartphone business had one of 14.8%`
_HAD = re.compile(
    rf"{UNIT} (?:had|has|posted|achieved|recorded|reached|boasted|managed|enjoyed|reported|came (?:in )?with|showed|made do with|generated) (?:one|a margin|margins|an? (?:even )?[a-z]+ (?:one|margin)) of {ABOUT}"
)
_CLAUSE = r"(?:\A[^\w\n]{0,4}|[,;:] |\b(?:and|while|but|whereas) )(?:(?:but|and|while|meanwhile|by contrast),? )?"
_THAT_OF = re.compile(rf"{_CLAUSE}(?:(?:that|those) (?:of|from|in|at|for)|from) (?:the |its |rival )*\Z", re.I)
_FOR = re.compile(
    rf"{_CLAUSE}(?:for|in|(?:over |back )?at|on|among) (?:the |its |rival )*(?:[A-Z][\w.]*['’]s )?\Z", re.I
)
_OPENS = re.compile(r"\A[^\w\n]{0,4}(?:(?:But|And|While|Meanwhile|By contrast),? )?(?:[Rr]ival )?\Z")
# `For products it was 36.2%, for services 75.3%`, whatever part the first is
_FOR_ANY = re.compile(rf"[^\w\n]{{0,4}}(?:For|In|At) [a-z'’ -]{{2,40}}?,? {_IT}{_IS}")
_AND_FOR = re.compile(r"(?:,|,? and|;) (?:for|in|at) (?:the |its )?$")
# `In Europe, where it ranked second, it had 22.3%`: of a share told before
_HELD_THERE = re.compile(
    rf"(?:, (?:where|in which|which) [^,;.\d]{{3,50}},|,)? (?:it|they|the (?:company|group|firm|[a-z]*maker|brand)) (?:had|has|held|holds|commanded|took|captured) {ABOUT}"
)
# `For the group as a whole it was 16.6%`, `Group-wide, it rose`, `Globally, it came to`
_LEVEL = r"(?:At|On) (?:an? |the )?(?P<level>(?:group|company|corporate|consolidated|overall|global|worldwide|company-wide|group-wide)(?: level| basis))"
_WIDE = r"(?P<wide>(?:group|company|firm|world)-?wide|globally|overall|all told|all in all|altogether|(?:for|across|in|at) all (?:of its |its |the )?(?:segments|divisions|businesses|units|regions|markets)(?: (?:combined|together))?)"
_FOR_ALL = re.compile(
    rf"[^\w\n]{{0,4}}(?:(?:But|And|Yet),? )?(?:(?:For|At|Across) (?:the |its )?(?P<all>(?:whole |entire )?(?:group|company|firm|business|corporation)(?: as a whole| overall| in total)?)|{_LEVEL}|{_WIDE}),? (?P<it>{_IT})",
    re.I,
)
_WHOLE = re.compile(r"whole|entire|overall|total|group")
_ABOUT = re.compile(rf" {ABOUT}")
_REACH = 60  # characters before a name, within which its clause begins


def repeated(scan: Scan, amount: Amount, told: tuple[str, str | None] | None, names: Names) -> Mention | None:
    """Return the metric told before as a mention for the part, or the company, that a clause repeats it for."""
    part = _part(scan, amount) or _held_there(scan, amount, told)
    if part is None and told and (whole := _of_all(scan, amount, told[0], names)):
        return whole
    subject = part or _another(scan, amount, names)
    if subject is None:
        return None
    at = (subject.end, subject.end + 1)  # behind whom it is told of, before how far it moved
    named = [m for m in scan.metrics if m.end <= amount.start]
    metric, segment = (named[-1].metrics[0], named[-1].part) if named else told or ("", None)
    if metric not in names.catalogue.metrics or not is_measured_in(names.catalogue, metric, amount):
        return None
    if part is None and segment and names.catalogue.segments[segment].kind == "region":
        return None  # where it is so of another is not said
    if part is None:
        return Mention(*at, (metric,), part=segment)
    region = names.catalogue.segments[part.segment or ""].kind == "region"
    base = metric if region else names.catalogue.metrics[metric].base or metric
    if base == "rd_expense" or names.catalogue.metrics[base].unit == "money_per_share":
        return None
    return Mention(*at, (base,), part=part.segment)


def _before(scan: Scan, start: int) -> str:
    return scan.text[max(scan.sentence.start, start - _REACH) : start]


def _leads(scan: Scan, at: int, subject: str, amount: Amount) -> bool:
    """Whether no more than a subject and its verb stand before an amount, or before how far it moved to that."""
    is_so, moved, led_to = _told_by(subject)
    if is_so.fullmatch(scan.text, at, amount.start):
        return True
    by = scan.preceding(amount)
    if by is None or by.kind != "percent" or by.start < at:
        return False
    return bool(moved.fullmatch(scan.text, at, by.start) and led_to.fullmatch(scan.text, by.end, amount.start))


@cache
def _told_by(subject: str) -> tuple[re.Pattern[str], ...]:
    """Return how a figure is told behind a subject: at once, or how far it moved, and what that led to."""
    return tuple(re.compile(form) for form in (subject + _IS, rf"{subject} {MOVED}{BY}", SINCE + TO))


def _verbless(scan: Scan, at: int, amount: Amount) -> bool:
    """Whether an amount stands right behind a name, where the verb stands before another: `was 21.7 billion yuan and that of Nio 18.9 billion`."""
    before = scan.preceding(amount)
    alike = before is not None and (before.kind == amount.kind or (before.scaled and amount.scaled))
    return alike and bool(_ABOUT.fullmatch(scan.text, at, amount.start))


def _part(scan: Scan, amount: Amount) -> Mention | None:
    """Return the part for which a figure told before is told again at an amount."""
    for part in reversed([m for m in scan.segments if m.end <= amount.start]):
        if _HAD.fullmatch(scan.text, part.end, amount.start) and is_subject(scan, part):
            return part
        before = _before(scan, part.start)
        if _THAT_OF.search(before) and (_leads(scan, part.end, UNIT, amount) or _verbless(scan, part.end, amount)):
            return part
        if _FOR.search(before) and _leads(scan, part.end, f"{UNIT},? {_IT}", amount):
            return part
        if (
            scan.text[part.end : amount.start] == " "
            and _AND_FOR.search(scan.text, scan.sentence.start, part.start)
            and _FOR_ANY.match(scan.text, scan.sentence.start)
        ):
            return part
    return None


def _held_there(scan: Scan, amount: Amount, told: tuple[str, str | None] | None) -> Mention | None:
    """Return the place in which a maker is said to have held a share, behind one of another place or of all."""
    if told is None or not told[0].endswith("market_share") or amount.kind != "percent":
        return None
    named = (m for m in reversed(scan.segments) if m.end <= amount.start and _FOR.search(_before(scan, m.start)))
    return next((m for m in named if _HELD_THERE.fullmatch(scan.text, m.end, amount.start)), None)


def _of_all(scan: Scan, amount: Amount, metric: str, names: Names) -> Mention | None:
    """Return the metric told before of a part as a mention for the whole company, of which a clause tells it again."""
    opens = _FOR_ALL.match(scan.text, scan.sentence.start, amount.start)
    if opens is None or metric not in names.catalogue.metrics or (opens["all"] and not _WHOLE.search(opens["all"])):
        return None
    at = opens.end("all" if opens["all"] else "level" if opens["level"] else "wide")
    base = names.catalogue.metrics[metric].base or metric
    if not _leads(scan, at, f",? {_IT}", amount) or not is_measured_in(names.catalogue, base, amount):
        return None
    return Mention(*opens.span("it"), (base,))


def _another(scan: Scan, amount: Amount, names: Names) -> EntityMention | None:
    """Return the other company of which a figure told before is told again: `that of Geely was 78.7 billion`, `at Nio, it was 9`, `Tencent's came to 17%`."""
    company = next((e for e in reversed(scan.entities) if e.end <= amount.start), None)
    if company is None or names.catalogue.companies[company.entity].kind != "company":
        return None
    return company if _repeats_for(scan, company, amount) else None


def _repeats_for(scan: Scan, company: EntityMention, amount: Amount) -> bool:
    before = _before(scan, company.start)
    opens = company.start - scan.sentence.start < _REACH and _OPENS.search(before)
    if opens and _leads(scan, company.end, r"['’]s?", amount):
        return True
    if _THAT_OF.search(before):
        return _leads(scan, company.end, "", amount) or _verbless(scan, company.end, amount)
    return bool(_FOR.search(before)) and _leads(scan, company.end, f",? {_IT}", amount)
