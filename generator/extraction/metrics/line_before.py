"""The line of business named before a metric in its clause, or that its sentence has for a subject."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.tallies import OF_CARS, TRACKED, is_tracked
from generator.extraction.marks.verbs import TOOK
from generator.extraction.metrics.aside import line_behind_an_aside, line_of_its_loss
from generator.extraction.metrics.things_counted import earned_with_things
from generator.extraction.metrics.whole_again import is_of_a_place_apart
from generator.extraction.whose.context import Surroundings
from generator.extraction.whose.did_both_en import goes_on_to_earn
from generator.extraction.whose.heading_line import heading_line
from generator.extraction.whose.part_acts_en import part_that_acts
from generator.extraction.whose.pointed_to_en import line_pointed_to
from generator.extraction.whose.spoken_before import ALSO_BY_SEGMENT
from generator.extraction.whose.whole_company import tells_of_the_whole

# `its main unit, Taobao and Tmall Group, which reported a 1% uptick in revenue`
_WHICH, _COMMA = re.compile(r"\s*which (?!is\b|are\b|was\b|were\b|includes?\b)"), re.compile(r",\s*")
# `the cloud segment achieved 21 billion yuan in revenue`: who took it in, told before the amount
# `The "instant retail" business of JD's retail group generated 4.8 billion yuan in revenue`: and whose it is
_OF_OWNER = r"(?: of (?:the )?[A-Z][\w.&-]*(?: [A-Z][\w.&-]*){0,2}(?:['’]s (?:[A-Za-z][\w&-]* ){0,5}?(?:group|segment|division|unit|business|arm))?)?"
_TOOK_IN = re.compile(
    rf"[\"”]?(?: (?:segment|business|unit|division|group|brand|arm))?{_OF_OWNER}(?: (?:remained|remains|was|is) [^,;.\d]{{3,60}},)?(?:, (?:the|its|an?|one of|once|still|long|for years|by far|home to|the company's) [^,;.\d]{{3,70}},)?(?:,? (?:which|that))?(?: also)?(?:, with| (?:account(?:ed|ing) for|took|{TOOK}|(?:achiev|generat|record|post|report|deliver|earn|logg|contribut|register|book)ing)) (?:an? (?:[a-z-]+ )?)?(?:(?:about|around|nearly|over|more than|approximately|roughly) )?"
)
# `while its chip division is forecast to earn 15 trillion won`
_EARNS = re.compile(
    r" (?:is|are|was|were) (?:forecast|expected|projected|estimated|seen|likely) to (?:earn|make|post|report|record|book|log) (?:about |around |nearly |over |more than )?"
)


def line_that_earns(around: Surroundings, amount: Amount) -> str | None:
    """Return the line of business that an amount is expected of: `its chip division is forecast to earn 15 trillion won`."""
    kinds = around.names.catalogue.segments
    businesses = (m for m in around.scan.segments if kinds[m.segment or ""].kind == "business")
    return next((m.segment for m in businesses if _EARNS.fullmatch(around.scan.text, m.end, amount.start)), None)


def line_before(
    around: Surroundings, metric: str, mention: Mention, amount: Amount, businesses: list[Mention]
) -> str | None:
    """Return the line of business named before a metric in its clause; of several, the one that is the subject."""
    start, _ = around.scan.clause(mention.start)
    english = around.scan.text[mention.start : mention.end].isascii()
    if mention.start >= amount.end and english:
        if taker := next((m for m in businesses if _TOOK_IN.fullmatch(around.scan.text, m.end, amount.start)), None):
            return taker.segment
        start = amount.end  # `strong EV sales drove a 30.5% rise in revenues`: the revenues are not the cars'
    inside = [m for m in businesses if start <= m.start and m.end <= mention.start]
    if english and not inside and _WHICH.match(around.scan.text, start):
        inside = [m for m in businesses if m.end <= start and _COMMA.fullmatch(around.scan.text, m.end, start)]
    if english and len({m.segment for m in inside}) > 1 and (headed := heading_line(around, mention, businesses)):
        return headed
    if english and inside and _is_of_owner(around, inside[-1], mention):
        return None
    by_line = metric in around.names.bases or metric in ALSO_BY_SEGMENT
    if english and (subject := _subject_of(around, metric, mention, amount, businesses)):
        return subject
    if english and by_line and not inside and (line := line_behind_an_aside(around.scan, mention, businesses)):
        whole = not metric.endswith(TRACKED) and tells_of_the_whole(around, mention)
        return None if whole else line
    if english and metric == "adjusted_net_profit" and (line := line_of_its_loss(around.scan, mention, businesses)):
        return line
    if inside and (by_line or around.names.special(metric, inside[-1].segment or "")):
        return inside[-1].segment
    return None


def _subject_of(
    around: Surroundings, metric: str, mention: Mention, amount: Amount, businesses: list[Mention]
) -> str | None:
    """Return the line that an English sentence has for its subject, by its name or by words that point back to it."""
    counted = metric in OF_CARS or is_tracked(metric)
    if not (counted or metric in around.names.bases or metric in ALSO_BY_SEGMENT):
        return None
    told = min(mention.start, amount.start)
    acts = part_that_acts(around.scan, businesses, told)
    return acts.segment if acts else line_pointed_to(around, mention, told)


def _is_of_owner(around: Surroundings, business: Mention, mention: Mention) -> bool:
    """Whether a metric behind a line of business is of whose it is: of a place apart, of whoever goes on to earn, or of who sold the things."""
    if is_of_a_place_apart(around, mention, business) or goes_on_to_earn(around, mention):
        return True
    return earned_with_things(around.scan, business, mention)
