"""Attribution: who says something, by which verb, and where in a sentence that stands."""

from __future__ import annotations

import re
from typing import Literal

from generator.extraction.frozen import frozen
from generator.extraction.quotes.scene import Scene
from generator.extraction.quotes.speaker import Speaker
from generator.extraction.quotes.speech import Verb

_LABEL = re.compile(r"(?:\([^)\n]{1,30}\))?\s?:(?!\d)")


@frozen
class Attribution:
    """A speaker and a verb of saying; `start` to `end` is all of it, a role in between and a day after it included.

    `named` says that the subject stands with the verb (a name or pronoun), not elsewhere in the sentence. What it
    attributes comes `after` it (`He said …`), `before` it (`…, he said.`), or on both sides of an `aside`.
    """

    start: int
    end: int
    speaker: Speaker
    verb: Verb
    named: bool
    side: Literal["after", "before", "aside"] = "after"


def labelled(scene: Scene) -> Attribution | None:
    """Return the attribution of a paragraph that opens with a name and a colon, 雷军:“…” or `Musk: …`."""
    start = scene.sentence.start
    speaker = next(iter(scene.cast.between(start, start + 60)), None)
    while speaker and not speaker.person:
        speaker = next(iter(scene.cast.between(speaker.end, start + 60)), None)
    if speaker is None or start != scene.passage.start or re.search(r"[,:。;]", scene.outside[start : speaker.start]):
        return None
    colon = _LABEL.match(scene.outside, speaker.end)
    return (
        Attribution(start, speaker.end, speaker, Verb(colon.start(), colon.end(), "quotes", ":"), named=True)
        if colon
        else None
    )
