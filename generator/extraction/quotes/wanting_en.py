"""What English speakers want done, in words of theirs that close a sentence: `Huang wants companies to “narrow the gap, pay taxes and build.”`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.extraction.quotes.attribution import Attribution
from generator.extraction.quotes.passage import MASK
from generator.extraction.quotes.quoted import count_words
from generator.extraction.quotes.scene import Scene
from generator.extraction.quotes.speech import Verb
from generator.extraction.quotes.subjects_en import before_verb

# What turns to another's words in between: a plan that Glass Lewis said would “…”, a report claiming the cars could “…”
_TURNS = re.compile(
    r"(?<!^)\b(?:that|which|who|whom|whose|what|whether|when|while|where|until|if|because|since|after|before|over|as|plans?|bids?|attempts?|efforts?|proposals?|laws?|bills?|rules?|demands?|calls?|threats?|moves?|reports?|says?|tells?|thinks?|believes?|fears?|"
    r"(?!need)[a-z]+ed|said|told|thought|felt|saw|saying|claiming|arguing|warning|suggesting|alleging|stating|predicting|fearing)\b"
)
_WANTS = re.compile(
    rf"\b(?P<verb>wants?|wanted|wish(?:es|ed)|hope[sd]?|aim(?:s|ed)|plans|planned|intend(?:s|ed)|urge[sd]|vow(?:s|ed)|pledge[sd]|promise[sd]|ask(?:s|ed)|encourage[sd]|challenge[sd]|would like)"
    rf" (?P<gap>[^.;:{MASK}]{{1,100}} )?(?:to|can|could|will|would|should|may|might)(?: \w+ly)? $"
)
_LEAST = 8  # words: fewer are a term
_LONGEST = 160  # characters between who wants and the words


def wanted(scene: Scene) -> Iterator[Attribution]:
    """Yield whose words tell what somebody should do; they begin small and close the sentence."""
    start, end = scene.sentence
    for quotation in scene.passage.within(start, end):
        mark = quotation.start - 1
        small = scene.passage.text[quotation.start].islower() and count_words(scene.passage, quotation) >= _LEAST
        if not small or scene.outside[quotation.end + 1 : end].strip(". \x1f"):
            continue
        found = _WANTS.search(scene.outside, max(start, mark - _LONGEST), mark)
        verb = Verb(*found.span("verb"), "quotes", found["verb"]) if found else None
        turns = found and found["gap"] and _TURNS.search(found["gap"])  # hopes that buyers will “…” does not
        subject = before_verb(scene, verb, start) if verb and not turns else None
        if verb and subject:
            yield Attribution(subject[0], mark, subject[2], verb, named=True)
