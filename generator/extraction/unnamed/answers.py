"""What a question names and its answer only states: `About 4.9 billion euros`, below `And free cash flow?`."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.figure import Basis
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.names import Names
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.verbs import MOVED, TOOK
from generator.extraction.metrics.measured_in import is_measured_in
from generator.extraction.reading import Reading
from generator.extraction.sentences import Sentence
from generator.extraction.when.dated import Dated
from generator.extraction.whose.context import Surroundings
from generator.extraction.whose.ground import Asked, Ground

_QUESTION = re.compile(r"\?[\s*_\"”’)\x1e\x1f]*\Z")
# `And Nio's?`, `What about Li Auto?`
_AND_WHO = re.compile(
    r"[^\w\n]{0,4}(?:(?:And|But|Then|Now) )?(?:(?:[Ww]hat|[Hh]ow) about (?:that of |those of )?|at |that of |those of )?"
)
_WHO_ENDS = re.compile(r"(?:['’]s?)?\?")
_TARGET = re.compile(r"\b(?:targets?|goals?|ambitions?|aim(?:s|ing|ed)?)\b")
_PEOPLE = re.compile(
    r"\bhow many (?:people|men and women) (?:work for you|do you (?:now )?employ|does (?:the|your) [a-z]+ employ)\b|\b(?:large|big) is your (?:workforce|staff)\b",
    re.I,
)
_AHEAD = re.compile(r"\b(?:expect|see|plan|forecast|guid|predict|will|outlook|next|coming)(?:s|ing|ed|ance)?\b")
_WHO = r"(?:[*_]{0,2}(?:A\d{0,2}|Answer|[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3})[*_]{0,2}[:.][*_]{0,2} )?"
_YES = r"(?:(?:Yes|No|Well|Sure|Right|Oh|Of course|Roughly|Currently|Again)[,.:]? )*"
_VERB = rf"(?:{TOOK}|{MOVED}|was|were|is|are|have|had|stood|came|comes|amounted|totall?ed|reached|hit|expect|see|forecast|plan|aim|want|handed|ended|finished|will|would|should|now|currently|still|also)"
# what stands before an answer's first amount: `We came in at`, `Our target is`, `It was`
_ANSWER = re.compile(
    rf"\s*[-–—•]? ?{_WHO}{_YES}(?:(?:First|Second|Third|Fourth|Fifth|Sixth|Last)(?: place)?, (?:on|with|at) |A (?:cool|mere|measly|whopping|hefty|solid|healthy|record) )?(?:[Mm]inus |[Nn]egative )?(?:(?:In|For|By|Over) (?:20\d\d|(?:the|this|next) [a-z ]{{3,24}}|fiscal 20\d\d),? )?(?:(?P<that>[Ii]t|[Tt]hat|[Tt]his|[Tt]hey|[Tt]hose|[Ww]e|I|(?:[Oo]ur|[Tt]he) (?:own )?(?:target|goal|aim|ambition|forecast|guidance|plan|expectation|figure|number|answer))(?:['’](?:s|re|d|ll|ve))? (?:{_VERB} )(?:[a-z]+ ){{0,5}}?|(?:[Aa]t|[Bb]y|[Ss]ome|[Tt]o) )?(?i:{ABOUT})"
)


def is_question(reading: Reading, sentence: Sentence) -> bool:
    """Whether an English sentence asks."""
    return bool(_QUESTION.search(reading.text[sentence.start : sentence.end]))


def asked_for(around: Surroundings) -> Asked | None:
    """Return what a question without a figure asks for, where it names one metric, and no more than one line of business."""
    scan, kinds = around.scan, around.names.catalogue.segments
    if again := _asked_again(around):
        return again
    metrics = {m.metrics for m in scan.metrics if not (m.nothing or m.any_profit)}
    if not metrics and _PEOPLE.search(scan.text, scan.sentence.start, scan.sentence.end):
        metrics = {("headcount",)}
    lines = {m.part or m.segment for m in scan.metrics} | {m.segment for m in scan.segments}
    lines = {line for line in lines if line and kinds[line].kind == "business"}
    if scan.chinese or scan.amounts or len(metrics) != 1 or len(lines) > 1:
        return None
    period = around.resolved[-1][1] if around.resolved else None
    ahead = _AHEAD.search(scan.text, scan.sentence.start, scan.sentence.end)
    ahead = ahead if period is not None and not around.calendar.is_over(period) else None
    aims = _TARGET.search(scan.text, scan.sentence.start, scan.sentence.end)
    basis: Basis = "target" if aims else "forecast" if ahead else "actual"
    return Asked(next(iter(metrics)), next(iter(lines), None), period, basis)


def _asked_again(around: Surroundings) -> Asked | None:
    """Return what a question that only names another company asks for: what was told right before, as in `And Nio's?`."""
    scan, told = around.scan, around.ground.told
    others = scan.metrics or scan.amounts or scan.segments or scan.periods
    if told is None or others or len(scan.entities) != 1 or around.ground.level is None:
        return None
    level, who = around.ground.level, scan.entities[0]
    lead, rest = scan.text[scan.sentence.start : who.start], scan.text[who.end : scan.sentence.end]
    if level.metric != told[0] or level.basis != "actual" or not (_AND_WHO.fullmatch(lead) and _WHO_ENDS.match(rest)):
        return None
    return Asked((told[0],), None, level.period, "actual", who.entity)


def as_asked(around: Surroundings, mention: Mention, dated: Dated) -> Dated:
    """Return when a figure of an answer is of and what it is, as far as only the question says so: what is expected next year."""
    asked, to_come = around.ground.asked, [p for _, p in around.resolved if not around.calendar.is_over(p)]
    if asked is None or mention.metrics != asked.metrics:
        return dated
    scan = around.scan
    aims = asked.basis == "target" or _TARGET.search(scan.text, scan.sentence.start, scan.sentence.end)
    dated = replace(dated, basis="target") if aims and dated.basis == "forecast" else dated
    if dated.basis != "actual":  # `Our target is 500,000`
        unsaid = asked.basis != "actual" and asked.period and not around.resolved
        return replace(dated, period=asked.period, doubt=None) if unsaid else dated
    if to_come:  # `About 4.9 billion euros this year`
        basis: Basis = "target" if aims else "forecast"
        return replace(dated, basis=basis, period=to_come[-1], doubt=None) if not dated.period else dated
    ahead = asked.basis != "actual" and not around.resolved
    return replace(dated, basis=asked.basis, period=asked.period, doubt=None) if ahead else dated


def answering(ground: Ground) -> Ground:
    """Return the ground of a sentence that may answer a question: what that asked for stands as told."""
    asked = ground.asked
    if asked is None:
        return ground
    told = (asked.metrics[0], asked.segment)
    ground = replace(ground, entity=asked.entity, segment=None) if asked.entity else ground
    if asked.basis == "actual":
        return replace(ground, told=told, period=asked.period or ground.period)
    return replace(ground, told=told, expects=True, expected=asked.period)


def asks_on(scan: Scan, ground: Ground) -> Asked | None:
    """Return what the question before asks for, where a sentence speaks of nothing else: the next may still answer it."""
    asked = ground.asked
    return asked if asked and all(m.metrics == asked.metrics for m in scan.metrics) else None


def answer(scan: Scan, ground: Ground, names: Names) -> Mention | None:
    """Return what an answer's first amount is of as a mention before it, where the sentence names no metric of its own."""
    asked = ground.asked
    if asked is None or scan.chinese or scan.metrics or not scan.amounts:
        return None
    first = scan.amounts[0]
    said = _ANSWER.fullmatch(scan.text, scan.sentence.start, first.start)
    fits = first.kind == "percent" or any(is_measured_in(names.catalogue, name, first) for name in asked.metrics)
    if said is None or not fits:
        return None
    at = said.span("that") if said["that"] else (first.start - 1, first.start)
    return Mention(*at, asked.metrics, part=asked.segment)
