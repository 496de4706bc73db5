"""Lists of what is expected: `for the second quarter the company expects:`."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.corpus.beginnings import sought
from generator.extraction.expected.beaten import SET_AGAINST
from generator.extraction.expected.foresees_en import foresees_for_a_time
from generator.extraction.expected.in_brackets_zh import holding
from generator.extraction.expected.listed_below import INTRODUCES
from generator.extraction.expected.names_market import names_the_market
from generator.extraction.expected.polled import OWN
from generator.extraction.expected.set_beside_zh import sets_beside
from generator.extraction.marks.met_so_en import opens_how_met
from generator.extraction.marks.scanning import Scan
from generator.extraction.whose.context import Surroundings
from generator.extraction.whose.ground import Ground, Polled
from generator.settings.period import Period

# What may as well tell of one line of estimates stands at the end of a line that introduces those below it.
_HEADS = re.compile(
    r"[^.:]{0,160}\b(?:project(?:s|ed|ions?)|predict(?:s|ed|ions?)|estimates?|estimated|consensus|pencill?ed in)\b[^.:]{0,120}:\s*",
    re.I,
)
# `What analysts had expected:`, and below it `- Revenue: $90.23 billion vs. $89.12 billion`
_BESIDE_BELOW = re.compile(
    r"\s*(?:[•*–-]\s*)?[A-Z][^\n:]{0,60}:? [^\n]{0,60}?\d[^\n]{0,40}? (?:vs\.?|versus|against|compared (?:with|to)) "
)
# `Here are the expectations, based on a consensus of 17 analysts.`, and below it `Revenue: 20.7 billion euros`
_ITEMS_BELOW = re.compile(r"\s*\n\s*(?:[•*–-]\s*)?[A-Z][^\n:]{2,40}: [^\n\d]{0,12}\d")
_SETS = sought(
    r"\b(?:sets?|g[ai]ve[sn]?|issue[sd]?|provide[sd]?|offer(?:s|ed)|(?:up|down)grade[sd]?|updat(?:es?|ed|ing)|reiterate[sd]?|(?:re)?confirm(?:s|ed)|(?:re)?affirm(?:s|ed)|rais(?:es?|ed|ing)|lower(?:s|ed|ing)|release[sd]?|lift(?:s|ed|ing)|cuts?|cutting|maintain(?:s|ed)|ke(?:eps|pt)|hik(?:es?|ed|ing)|nudge[sd]?|ups|upped|upping|bump(?:s|ed)|tweak(?:s|ed)|boost(?:s|ed)|trim(?:s|med|ming)|slash(?:es|ed|ing)|pare[sd]?|narrow(?:s|ed)|tighten(?:s|ed)|stuck to|sticks to|st(?:ood|ands) by)\b[^.;]{0,60}\b(?:outlook|guidance|forecasts?|targets)\b",
    re.I,
)
# 接下来是第二财季的展望。我们预计收入为187亿美元
_TURNS_TO_OUTLOOK = re.compile(
    r"(?:接下来|下面|再来?|最后|然后|现在|转到|说到|谈到|谈谈|说说|看看|讲讲|关于|至于|以下)[^,;。]{0,24}(?:展望|指引|财测)[。:]"
)
_EARLIER = re.compile(
    r"\s*(?:The|Its|This|That)? ?(?:previous|prior|earlier|former|old) (?:\w+ )?(?:range|guidance|forecast|outlook|target|estimate|projection)s? (?:was|were|had|called)\b",
    re.I,
)
# 消费电子将季增超过15%, `Utilization should be around 87-89%`
_WILL_GROW = re.compile(
    r"将(?:会|再|续|持续|呈)?[季年]?(?:增|减|成长|衰退)|\b(?:will|should) (?:[a-z]+ly )?(?:be|stay|remain|rise|fall|grow|reach|come)\b"
)
_PERIOD_LABEL = re.compile(
    r"[^\w\n]*(?P<name>[A-Z\d][\w ,'’()]{1,40}):?\s*"
)  # `- Fourth quarter:`, over some of what is expected
# `Estimates Snapshot`, `Wall Street estimates`, `Consensus (LSEG)`, `What analysts expect`: over a list, in a text that awaits results
_OVER_ESTIMATES = re.compile(
    r"[\s#*•]*(?:(?:[\w'’.&-]+ ){0,5}?(?:(?i:consensus|estimates|expectations|analysts?['’]? (?:forecasts|views))|(?i:what (?:analysts|wall street|the street|the market) expects?|analysts expect|what to expect))(?: (?i:snapshot|at a glance|overview|table|summary|numbers|figures|to (?:watch|beat)|for [\w ,]{3,40}|by [\w ,]{3,40}))?(?: \([^()]{2,30}\))?)[\s*:]*"
)

# `Its revenue in a quarter would thus be higher than it has ever been`
_WOULD = re.compile(
    r"\b(?:would|will|should)(?: (?:thus|then|also|still|again|therefore|hence|[a-z]+ly))* (?:be|mean|mark|make|come|take|bring|put|give|set|exceed|represent|top|beat|surpass|amount|leave|lie|rank|end|extend|continue)\b"
)


def opens_list(around: Surroundings, ground: Ground) -> Ground:
    """Return the ground of what stands below a line that introduces what is expected; any other's as it is."""
    sentence = around.scan.sentence
    if (
        ground.listing
        and not around.scan.amounts
        and (label := _PERIOD_LABEL.fullmatch(around.scan.text, sentence.start, sentence.end))
    ):
        named = [
            p for m, p in around.resolved if m.start >= label.start("name") and p.kind in ("quarter", "half", "year")
        ]
        if len(named) == 1:
            return _below_period(around, ground, named[0])
    if around.scan.chinese and not around.scan.amounts and (held := _beside_below(around)):
        return replace(ground, polled=held)
    if (heads := _heads_estimates(around)) or _stands_over_estimates(around):
        period = around.reported if heads else None
        return replace(ground, listing=True, polled="alone", expects=True, expected=period or ground.period)
    colon = around.scan.text.find(":", sentence.start, sentence.end) >= 0
    said = INTRODUCES.match(around.scan.text, sentence.start, sentence.end) if colon else None
    said = said or (_HEADS.fullmatch(around.scan.text, sentence.start, sentence.end) if colon else None)
    ends = said is not None and said.end() == sentence.end
    sets = _SETS.search(around.scan.text, sentence.start, sentence.end)
    sets = sets or _TURNS_TO_OUTLOOK.search(around.scan.text, sentence.start, sentence.end)
    if not ends and not around.scan.amounts and (sets or foresees_for_a_time(around.scan)):
        ahead = [
            p for _, p in around.resolved if p.kind in ("quarter", "half", "year") and not around.calendar.is_over(p)
        ]
        return replace(ground, expects=True, expected=ahead[0]) if len(ahead) == 1 else ground
    if said is None or around.scan.amount_after(sentence.start) < said.end() or _tells_how_met(around, said):
        return ground
    below = _BESIDE_BELOW.match(around.scan.text, sentence.end) if ends else None
    market, against = names_the_market(around.scan), SET_AGAINST.search(said[0])
    if around.awaited and ends and not below:
        against = None  # `Here's how Nvidia is expected to do versus LSEG consensus:` before it has reported
    if against and not market:
        return ground
    beside = market and bool(against or below)
    if beside and not OWN.search(said[0]):
        return replace(ground, polled="beside")
    period = next((p for m, p in around.resolved if p.kind in ("quarter", "half", "year")), ground.period)
    alone = market and not around.scan.amounts
    polled: Polled | None = "beside" if beside or ground.polled == "beside" else "alone" if alone else None
    return replace(ground, listing=True, polled=polled, expects=True, expected=period)


def _below_period(around: Surroundings, ground: Ground, named: Period) -> Ground:
    """Return the ground below a time that heads a part of a list: below `Last quarter`, nothing is expected."""
    ahead = ground.expected or around.reported
    if around.awaited and ahead and named.kind == ahead.kind and named < ahead and around.calendar.is_over(named):
        return replace(ground, listing=False, polled=None, expects=False, expected=None, period=named)
    return replace(ground, expects=True, expected=named)


def _tells_how_met(around: Surroundings, said: re.Match[str]) -> bool:
    """Whether what introduces something opens how an expectation was met: `fell short of expectations: net profit plunged`."""
    sentence = around.scan.sentence
    return said.end() < sentence.end and opens_how_met(around.scan.text, sentence.start, said.end())


def _beside_below(around: Surroundings) -> Polled | None:
    """Return what a Chinese line says of the list below it: that what was expected stands beside what came, or what brackets hold."""
    text, (start, end) = around.scan.text, (around.scan.sentence.start, around.scan.sentence.end)
    return "beside" if sets_beside(text, start, end) else holding(text, start, end)


def is_earlier_outlook(marks: Scan) -> bool:
    """Whether a sentence only tells what was expected before: `The previous range was 7.8 billion euros to 8.2 billion euros`."""
    return bool(_EARLIER.match(marks.text, marks.sentence.start, marks.sentence.end))


def looks_ahead(marks: Scan) -> bool:
    """Whether a sentence speaks of what is expected, or of what will grow, or should be so much."""
    start, end = marks.sentence.start, marks.sentence.end
    return bool(marks.cues_between(start, end, "consensus", "forecast") or _WILL_GROW.search(marks.text, start, end))


def expects_on(around: Surroundings) -> bool:
    """Whether a sentence without an amount goes on with what is expected: `It continues to expect a decline for the year`."""
    sentence, text = around.scan.sentence, around.scan.text
    if not around.ground.expects:
        return False
    would = not around.scan.chinese and _WOULD.search(text, sentence.start, sentence.end)
    return bool(would or around.scan.cues_between(sentence.start, sentence.end, "forecast"))


def _stands_over_estimates(around: Surroundings) -> bool:
    """Whether a sentence of a text that awaits results says that a list below it is of what analysts expect."""
    scan = around.scan
    told = any(amount.kind not in ("count", "bare") for amount in scan.amounts)
    below = _ITEMS_BELOW.match(scan.text, scan.sentence.end) and not _BESIDE_BELOW.match(scan.text, scan.sentence.end)
    return around.awaited and bool(below) and not (told or scan.chinese) and names_the_market(scan)


def _heads_estimates(around: Surroundings) -> bool:
    """Whether a line of a text that awaits results says no more than that what stands below it is expected."""
    scan, sentence = around.scan, around.scan.sentence
    if not around.awaited or scan.chinese or scan.amounts:
        return False
    below = _ITEMS_BELOW.match(scan.text, sentence.end) and not _BESIDE_BELOW.match(scan.text, sentence.end)
    return bool(below) and _OVER_ESTIMATES.fullmatch(scan.text, sentence.start, sentence.end) is not None
