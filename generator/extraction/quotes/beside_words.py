"""English verbs that only their place beside words in marks makes verbs of saying: `“…,” Keller beamed`, `“…,” thundered the chairman`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.extraction.quotes.passage import MASK
from generator.extraction.quotes.quoted import begins_clause, count_words
from generator.extraction.quotes.scene import Scene
from generator.extraction.quotes.speech import ANY_PAST, ANY_VERB, CLOSES, Verb

_NAME = r"(?:(?:Mr|Ms|Mrs|Dr)\.? )?[A-Z][\w'.-]+(?: (?:[A-Z][\w'.-]*|de|van|von|der|al|bin))*"
_WHO = rf"(?:{_NAME}|he|she|they|the (?:[\w'-]+ ){{0,4}}?[\w'-]+)(?:, [^,.;:{MASK}\n]{{2,80}},)?"
_STRAIGHT = re.compile(rf",? ?{_WHO}(?: (?:also|later|then|has|had|once|[a-z]+ly))* (?P<verb>{ANY_VERB})(?={CLOSES})")
_INVERTED = re.compile(rf",? ?(?P<verb>{ANY_PAST}) (?={_NAME}|the [a-z])")
_FEWEST = 4  # words


def beside_words(scene: Scene) -> Iterator[Verb]:
    """Yield the verb behind words in marks that a comma or mark closes, whatever verb it is."""
    passage = scene.passage
    for quotation in passage.within(passage.start, scene.sentence.end):
        at = quotation.end + 1
        if at < scene.sentence.start or not (_closed(scene, quotation.end) and begins_clause(passage, quotation)):
            continue
        found = _STRAIGHT.match(scene.outside, at, scene.sentence.end) or _INVERTED.match(
            scene.outside, at, scene.sentence.end
        )
        if found and count_words(passage, quotation) >= _FEWEST:
            yield Verb(found.start("verb"), found.end("verb"), "quotes", found["verb"])


def _closed(scene: Scene, end: int) -> bool:
    return scene.passage.text[end - 1] in ",!?…" or scene.outside.startswith(",", end + 1)
