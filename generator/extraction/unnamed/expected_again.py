"""What is expected, or came, of the figure that an English sentence named before: `forecast revenue of $5 billion and kept its full-year forecast of $21 billion`."""

from __future__ import annotations

import re

from generator.corpus.beginnings import sought
from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.links.causes_en import ON_LOWER
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.names import Names
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.verbs import TOOK
from generator.extraction.metrics.measured_in import is_measured_in
from generator.extraction.unnamed.aimed import GOAL, MOVED, NO_COMPANY

_FORECAST = r"(?:forecast|guidance|outlook|projection|estimate)s?"
_WHEN = r"(?:(?:own|previous|earlier|initial|original|existing|full-year|annual|yearly|(?:first|second|third|fourth)-(?:quarter|half)|Q[1-4]|20\d\d) ){0,3}"
# `kept its 2026 forecast of`, `raised its outlook for the year to`, `its forecast for next year is`
# not `above the guidance of 51.5 billion yuan`, which is of what stands before it, part and all
_GIVES = rf"(?:{MOVED}|kept|keeps|left|leaves|confirm(?:ed|s)|reaffirm(?:ed|s)|maintain(?:ed|s)|reiterat(?:ed|es)|gave|gives|issued|announced|sticking to|stuck to|has|have|had)"
_ITS = sought(
    rf"(?:\b{_GIVES} |(?<=[.;\n] )|(?<=\n)|\A)(?:(?i:its|their|the|an?)|[A-Z]\w+['’]s?) (?:{_WHEN}(?P<forecast>{_FORECAST})(?: (?:for|in) [^,;:$€£¥%]{{3,30}}?)?|{GOAL}) (?:of|to|at|unchanged at|is|was|stands at|remains|remains at) {ABOUT}$"
)
# `had forecast revenue of 18.6 billion yuan and reported 16.7 billion`, `missed its target of 370,000 with 326,000 vehicles`
_AND_DID = re.compile(
    rf"(?:,? (?:and|but)|;) (?:(?:it|they|the company|[A-Z][\w.]*(?: [A-Z]\w+)?) )?(?:only |then |in fact |actually |finally )?(?:{TOOK}|sold|shipped|handed over|ended up (?:with|at)|came in at) {ABOUT}$"
)
_WITH = re.compile(
    rf"\b(?:short of|miss(?:ed|es|ing)|beat(?:s|ing)?|exceed(?:ed|s|ing)|met|meet(?:s|ing)|reach(?:ed|es|ing)|topp?(?:ed|s|ing)|surpass(?:ed|es|ing)|overshot|undershot) [^;]{{0,70}},? (?:with|at) {ABOUT}$"
)
# `gave a forecast of 34 billion euros for 2026 revenue`
_OF = re.compile(rf"\b(?:{_FORECAST}|goal|target)(?: for [^,;$€£¥%]{{3,24}}?)? of {ABOUT}$")
_FOR = re.compile(
    r" (?:for|in|on) (?:the [a-z]+['’]s |the |its |their |[A-Z][\w.]*(?: [A-Z]\w+){0,2}['’]s? )?(?:[\w-]+ ){0,3}"
)
_NEAR = 120  # characters before an amount, within which it is told to be expected, or to have come


def expected_again(scan: Scan, amount: Amount, told: str | None, names: Names) -> Mention | None:
    """Return the metric that was named before as a mention for an amount that is told to be expected of it, or to have come."""
    if amount.kind not in ("money", "count", "bare", "percent") or amount.range_end:
        return None
    low = max(scan.sentence.start, amount.start - _NEAR)
    if (of := _OF.search(scan.text, low, amount.start)) and (named := _named_behind(scan, amount)):
        return None if _within(scan, of.start(), amount.start) else named
    last = scan.preceding(amount)
    its = _its(scan, amount, low)
    did = last and _AND_DID.fullmatch(scan.text, _past_its_words(scan, last), amount.start)
    came = did or (last and _WITH.search(scan.text, low, amount.start))
    start = its.start() if its else last.end if came and last else -1
    if start < 0 or _within(scan, start, amount.start):
        return None
    before = next((m for m in reversed(scan.metrics) if m.end <= start and not m.nothing), None)
    metric = before.metrics[0] if before else told if its else None
    entry = names.catalogue.metrics.get(metric or "")
    if entry is None or entry.period_type == "instant" or not is_measured_in(names.catalogue, metric or "", amount):
        return None  # `added 7.1 million subscribers, less than its forecast of 7.4 million`
    return Mention(amount.start - 1, amount.start, (metric or "",), part=before.part if before else None)


def _its(scan: Scan, amount: Amount, low: int) -> re.Match[str] | None:
    """Return the forecast or goal, of a company and no state or market, that leads to an amount; what is counted is aimed at in its own words."""
    its = _ITS.search(scan.text, low, amount.start)
    if its is None or NO_COMPANY.search(scan.text, scan.clause(its.start())[0], its.start()):
        return None
    return its if its["forecast"] or amount.kind in ("money", "percent") else None


def _within(scan: Scan, start: int, end: int) -> bool:
    """Whether a metric is named in a stretch, which then is what the amount behind it is of."""
    return any(start < m.end and m.start < end for m in scan.metrics)


def _past_its_words(scan: Scan, amount: Amount) -> int:
    """Return where what belongs to an amount ends: the period that it is of, `18.6 billion yuan for the second quarter`."""
    behind = [m.end for m in scan.periods if amount.end <= m.start <= amount.end + 12]
    return behind[0] if behind else amount.end


def _named_behind(scan: Scan, amount: Amount) -> Mention | None:
    """Return the metric right behind an amount that is forecast of it, as a mention before the amount."""
    named = next((m for m in scan.metrics if m.start >= amount.end and not m.nothing), None)
    if named is None or not _FOR.fullmatch(scan.text, amount.end, named.start):
        return None
    if ON_LOWER.search(scan.text, amount.end, named.start):
        return None  # `beating its forecast of 540 billion yen on solid sales of games`
    return Mention(amount.start - 1, amount.start, named.metrics, part=named.part)
