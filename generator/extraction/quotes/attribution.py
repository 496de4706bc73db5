"""Attribution: who says something, by which verb, and where in a sentence that stands."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import Literal

from generator.extraction.frozen import frozen
from generator.extraction.quotes.heard_from import is_asked
from generator.extraction.quotes.scene import Scene
from generator.extraction.quotes.speaker import Speaker
from generator.extraction.quotes.speech import Verb

_ANSWER = re.compile(r"(?:答|A|Answer)(?=:)")
_TITLE = re.compile(r"([一-鿿]{2,8}|[A-Z]{3})(?=:)")  # 财政司司长:…
_LABEL = re.compile(r"(?:\([^)\n]{1,30}\))?(?: [–—-]{1,2} [A-Z][^:,.\n\x1e]{1,40})?\s?:")  # Ann Lee – CFO: …
# Ann Lee, analyst at Fenwick: Prices will rise.; 刘洋,联想CEO:“…”
_ROLE_LABEL = re.compile(r"(?:, ?[^:;.。\n\x1e]{2,70}| ?\([^)\n]{1,40}\)):(?= ?[A-Z\x1e一-鿿])")


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
    if start != scene.passage.start:
        return None
    speaker = next(iter(scene.cast.between(start, start + 60)), None)
    while speaker and not speaker.person:
        speaker = next(iter(scene.cast.between(speaker.end, start + 60)), None)
    if speaker and is_asked(scene.passage, scene.sentence, speaker):
        return None
    titled = speaker.role.at if speaker and speaker.role else start  # As stated by President and CEO, Ann Lee: “…”
    if speaker and not re.search(r"[,:。;]", scene.outside[start : titled if titled > start else speaker.start]):
        colon, end = _LABEL.match(scene.outside, speaker.end), speaker.end
        if not colon and speaker.role and speaker.role.at > speaker.end:
            colon = _ROLE_LABEL.match(scene.outside, speaker.end)
    elif (title := _TITLE.match(scene.outside, start)) and (speaker := scene.cast.in_role(title[1])):
        colon, end = _LABEL.match(scene.outside, title.end()), title.end()
    elif (answer := _ANSWER.match(scene.outside, start)) and (speaker := _answers(scene)):
        colon, end = _LABEL.match(scene.outside, answer.end()), answer.end()
    else:
        return None
    return (
        Attribution(start, end, speaker, Verb(*colon.span(), "quotes", ":"), named=True) if colon and speaker else None
    )


def apart(more: Iterable[Attribution], found: list[Attribution]) -> Iterator[Attribution]:
    """Yield attributions that no other one overlaps."""
    starts = [a.start for a in found]
    ends = [a.end for a in found]
    for one in more:
        i = bisect_left(starts, one.end)
        if not i or ends[i - 1] <= one.start:
            starts.insert(i, one.start)
            ends.insert(i, one.end)
            yield one


def _answers(scene: Scene) -> Speaker | None:
    """Return who answers in an interview of 问:… and 答:…: the one person whom the headline or all that stands above names."""
    focus = scene.focus
    if focus.answers is None:
        first = scene.outside.find("\n") + 1
        focus.answers = scene.cast.alone(0, scene.sentence.start) or scene.cast.alone(0, first)
    return focus.answers
