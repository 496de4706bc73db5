"""Who says something in an English sentence that opens with it: `As Keller put it, …`, `The way Keller sees it, …`, `Word from Keller is that …`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.extraction.quotes.attribution import Attribution
from generator.extraction.quotes.scene import Scene
from generator.extraction.quotes.speaker import Speaker
from generator.extraction.quotes.speech import Verb
from generator.extraction.quotes.subjects_en import before_verb, nearest
from generator.extraction.quotes.unsaid_en import names_until, view_placed

# Not expected, announced, warned: what follows came true, and the writer tells it.
_TOLD = (
    r"(?P<verb>puts?|phrase[sd]|sees?|saw|says?|said|tells?|told|notes?|noted|point(?:s|ed) out|explain(?:s|ed)|argue[sd]|stress(?:es|ed)|remark(?:s|ed)|observe[sd]|wr(?:ites|ote)|recall(?:s|ed)|"
    r"acknowledge[sd]|admit(?:s|ted)|conced(?:es|ed)|remind(?:s|ed)|emphasi[sz]e[sd])"
)
_AS = re.compile(
    rf"\s*\x1f?(?:(?:But|And|Or|Yet) as|As|(?:But |And )?(?:[Tt]he|[Tt]o) way) (?=[^,;:\x1e]{{2,140}},)[^;:\x1e]{{2,140}}? {_TOLD}(?: (?:it|things|matters))?"
    r"(?= [^,;:\x1e]{0,60},|,)"
)
_TAIL = re.compile(
    r"(?: (?:analysts|investors|reporters|staff|employees|shareholders|us|me|them|the (?:audience|crowd|conference|board)|[A-Z]\w+(?: [A-Z]\w+){0,2}))?(?: (?:on|in|at|during|to|last|this|earlier|later|yesterday|today|recently|himself|herself)\b(?:(?! that\b)[^,;:\x1e]){0,50})?(?=,)"
)
_FROM = re.compile(
    r"\s*\x1f?(?:But |And )?(?:[Tt]he |[Hh]is |[Hh]er )?(?:[a-z]+ )?(?P<noun>[Ww]ord|[Mm]essage|[Vv]iew|opinion|verdict|argument|warning|advice|response|answer|conclusion|assessment|theory|position|line|signal|hope|fear|belief) (?:of|from) (?:the )?"
)
_IS_THAT = re.compile(
    r"(?: (?:to|for|on) [^,.;:\x1e]{2,40})? (?:is|was|has been|remains)(?: [a-z]+){0,2}(?=:|,? that\b)|(?=: )"
)


# was told by Keller: “…”; “…,” Reuters quoted Keller as saying
_TOLD_BY = re.compile(
    r"\b(?:was|were|been|being|is|are) (?P<verb>told|asked|warned|informed|advised|reminded|assured) by (?:the )?"
)
_QUOTED = re.compile(r"\b(?P<verb>quoted|quotes|cited) (?:the )?")
_AS_SAYING = re.compile(r" as (?:saying|telling (?:it|them|reporters|[A-Z]\w+))(?=[ ,.:;]|$)")


def as_told(scene: Scene) -> Iterator[Attribution]:
    """Yield who says what a sentence goes on with."""
    start, end = scene.sentence
    if (found := _AS.match(scene.outside, start, end)) and (subject := _subject(scene, found)):
        tail = _TAIL.match(scene.outside, found.end(), end)
        begin = found.start() + len(found.group()) - len(found.group().lstrip(" \x1f"))
        if tail and (one := view_placed(scene, begin, tail.end(), subject)):
            yield one
    if found := _FROM.match(scene.outside, start, end):
        speaker = nearest(scene, found.end(), min(end, found.end() + 60))
        held = (
            _IS_THAT.match(scene.outside, speaker.ends, end)
            if speaker and _is_next(scene, found.end(), speaker)
            else None
        )
        if speaker and held:
            yield Attribution(
                found.start("noun"),
                held.end(),
                speaker,
                Verb(*found.span("noun"), "said", found["noun"].lower()),
                named=True,
            )

    for found in _TOLD_BY.finditer(scene.outside, start, end):
        speaker = nearest(scene, found.end(), min(end, found.end() + 60))
        if speaker and _is_next(scene, found.end(), speaker):
            told = Verb(*found.span("verb"), "said", found["verb"])
            yield Attribution(found.start(), names_until(scene, speaker), speaker, told, named=True)
    for found in _QUOTED.finditer(scene.outside, start, end):
        speaker = nearest(scene, found.end(), min(end, found.end() + 60))
        saying = _AS_SAYING.match(scene.outside, names_until(scene, speaker), end) if speaker else None
        if speaker and saying and _is_next(scene, found.end(), speaker):
            quoted = Verb(*found.span("verb"), "said", found["verb"])
            last = not scene.outside[saying.end() : end].strip(" .\x1f")
            begin = scene.outside.rfind("\x1e", start, found.start()) + 1 if last else found.start()
            yield Attribution(
                begin or start, saying.end(), speaker, quoted, named=True, side="before" if last else "after"
            )


def _subject(scene: Scene, found: re.Match[str]) -> Speaker | None:
    """Return who stands right before the verb of a clause that opens a sentence."""
    verb = Verb(*found.span("verb"), "said", found["verb"])
    subject = before_verb(scene, verb, scene.sentence.start)
    return subject[2] if subject else None


def _is_next(scene: Scene, at: int, speaker: Speaker) -> bool:
    """Whether somebody is named right at an offset, by a role or a company before the name."""
    led = scene.outside[at : speaker.begins(at)]
    return all(word[0].isupper() for word in led.split()) and "," not in led
