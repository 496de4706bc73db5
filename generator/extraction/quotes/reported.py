"""Indirect quotes: the clause that a sentence reports somebody to have said."""

from __future__ import annotations

import re

from generator.corpus.document import Span
from generator.extraction.quotes.attribution import Attribution
from generator.extraction.quotes.beside_en import is_within
from generator.extraction.quotes.main_clause_en import is_supposed
from generator.extraction.quotes.narrated import MAY_DO_SO, NARRATED
from generator.extraction.quotes.passage import Passage
from generator.extraction.quotes.reported_en import PHRASES, TELLING, reported_en
from generator.extraction.quotes.reported_zh import reported_zh
from generator.extraction.quotes.trimming import trimmed

_LONGEST = 1200  # characters: no sentence reports so much
_THAT_AT_ONCE = re.compile(rf"{PHRASES} that(?=\s)")  # posted on X that …; not apologized for the problems that …
_IS_THAT = re.compile(r", (?P<be>(?:is|was) (?:simply |also )?)?that (?!(?:of|[a-z]+ thing)\b)")
_NO_DOUBT = re.compile(
    r"\b(?:doubt|question|clear|obvious|certain|true|likely|unlikely|possible|evident|inevitable|plain|sure)$"
)
_ORDER = re.compile(r" (?:(?:the|an?|his|her|its|their) )?(?:[\w'-]+ ){1,3}(?:not )?to [a-z]+\b")
# Asked about the van, he told them: what leads to a statement is none
_ASKED_FIRST = re.compile(
    r"\s*(?:(?:When |Once |While )?(?:asked|pressed|questioned|quizzed)|Asked|Pressed|Questioned|Quizzed)\b[^,;]*,\s*"
)
_DATELINE = re.compile(
    r"(?:[A-Z][\w.,'/ ]{0,60})?\([A-Z][\w ]*\)(?: [A-Z][a-z]+\.? \d{1,2})? ?[–-]{1,2} ?"
    r"|[A-Z]{3,}(?:[ /][A-Z]{2,}){0,3}(?:, [A-Z][a-z]{2,8}\.? \d{1,2})? ?[–-]{1,2} "
    r"|[A-Z]{4,}: |[A-Z]{3,}(?: [A-Z]{3,}){1,2}: "
    r"|[A-Z][\w.' ]{1,30}, [A-Z][a-z]{2,8}\.? \d{1,2} \([A-Z][\w ]*\) "
)  # LISBON, May 4 (Harbour Wire) -
# Huang took the question himself: every gigawatt matters, he said.
_LED_BY_COLON = re.compile(
    r"[A-Z][^,.;:\x1e]{2,80}\b(?:himself|herself|question|questions|point|message|answer|subject|blunt|clear|emphatic|direct|frank|adamant|upbeat|cautious|optimistic|defiant|sanguine): "
)


def statement(passage: Passage, sentence: Span, attribution: Attribution, limit: int) -> Span | None:
    """Return what an attribution reports, up to `limit` at most; None where it reports no statement."""
    posted = (
        attribution.verb.kind == "quotes"
        and not passage.chinese
        and not (attribution.speaker.person and attribution.verb.word in ("read", "reads"))
        and _THAT_AT_ONCE.match(passage.outside, attribution.end)
    )
    if attribution.verb.kind == "quotes" and not posted:
        return None
    span: Span | None
    closed = attribution.end - passage.outside.startswith(",", attribution.end - 1)
    if not passage.chinese and (attribution.side == "aside" or closed < attribution.end):
        that = _IS_THAT.match(passage.outside, closed, sentence.end)  # The problem, Lee said, is that costs rise
        if that and (that["be"] or _NO_DOUBT.search(passage.outside[sentence.start : attribution.start].rstrip(" ,"))):
            return trimmed(passage, Span(that.end(), min(limit, sentence.end)))
    if attribution.side == "aside":
        within = is_within(passage, sentence, attribution.start, attribution.end)
        whole = within and limit >= sentence.end and attribution.named
        return trimmed(passage, _before_narrator(passage, sentence)) if whole else None
    if attribution.side == "before":
        span = _closed(passage, sentence, attribution)
    elif passage.chinese:
        span = reported_zh(passage, attribution, min(limit, sentence.end))
    elif is_supposed(passage, sentence, attribution):
        return None
    else:
        span = reported_en(passage, sentence, attribution, min(limit, sentence.end))
        span = _before_narrator(passage, span) if span else None
    return trimmed(passage, span) if span and span.end - span.start <= _LONGEST else None


def _before_narrator(passage: Passage, span: Span) -> Span:
    """Return a statement up to where the narrator goes on; `no one can succeed while blaming others` is one statement."""
    for narrated in NARRATED.finditer(passage.outside, *span):
        if not narrated["also"] or not MAY_DO_SO.search(passage.outside, span.start, narrated.start()):
            return Span(span.start, narrated.start())
    return span


def _closed(passage: Passage, sentence: Span, attribution: Attribution) -> Span | None:
    """Return what stands in a sentence before its attribution: The plant will open in May, Li said."""
    if passage.chinese:
        return Span(sentence.start, attribution.start)
    if attribution.verb.word in TELLING and _ORDER.match(passage.outside, attribution.verb.end, sentence.end):
        return None  # Before the call ended, Musk told the host to let in a user.
    if _ASKED_FIRST.fullmatch(passage.outside, sentence.start, attribution.start):
        return None
    dateline = _DATELINE.match(passage.outside, sentence.start, attribution.start)
    start = dateline.end() if dateline else sentence.start
    led = _LED_BY_COLON.match(passage.outside, start, attribution.start)
    return Span(led.end() if led else start, attribution.start)
