"""Who says something in an English sentence without a verb of saying: `In his view, …`, `Klein's answer: …`, `Her message was that …`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.extraction.quotes.attribution import Attribution
from generator.extraction.quotes.passage import MASK
from generator.extraction.quotes.scene import Scene
from generator.extraction.quotes.speaker import Speaker
from generator.extraction.quotes.speech import Verb
from generator.extraction.quotes.subjects_en import nearest

_OWN = r"(?:own |latest |considered |blunt |personal )?"
_VIEW = re.compile(
    rf"(?P<whose>'s?|\b(?:his|her|[Hh]is|[Hh]er)) {_OWN}(?P<noun>views?|opinion|words|telling|assessment|judge?ment|estimation|reckoning|account|"
    r"estimates?|calculations?|eyes|mind|reading|book)(?=[,.;]|$)"
)
_VIEW_OF = re.compile(r"\b[Ii]n the (?P<noun>view|opinion|words|eyes|estimation|judge?ment|assessment) of (?:the )?")
_IN = re.compile(
    r"\b(?:[Ii]n|[Bb]y|[Tt]o) (?:(?!(?:back|support|share|change|explain|make|illustrate|defend)\b)[\w&'.-]+ ){0,5}$"
)
_IN_OWN = re.compile(r"\b(?:[Ii]n|[Bb]y|[Tt]o) $")  # in his view; not to back up his view
# “…,” as Keller put it; “….” — Ann Lee, chief executive of Fenwick
_PUT_IT = re.compile(
    rf"{MASK},? as (?:(?:Mr|Ms|Mrs|Dr)\.? )?(?:(?P<he>he|she)|(?P<name>[^,.;:{MASK}\n]{{2,60}}?)(?:, [^.;:{MASK}\n]{{2,60}},)?) (?P<verb>put|puts|said|says|described|phrased|expressed)(?: it)?\b"
)
_SIGNED = re.compile(rf"{MASK} ?[—–-]+ ?(?=[A-Z])")
_OF_HOUSE = re.compile(r"(?:,| at| of| for| with) (?:the )?[A-Z][\w&.'-]*(?: (?:[A-Z&][\w&.'-]*|of|and|for)){0,5}")
_OPENS = re.compile(r"(?:\s*(?:But|And|Yet|Still,|So|Instead,))?[\s\x1f-]*")
# Klein's answer: …; His message to the board was simple: …; Su's view is that …
_ANSWER = re.compile(
    r"(?:'s?|\b(?:[Hh]is|[Hh]er)) (?:(?!(?:and|or|but|who|which|that)\b)[a-z-]+ ){0,2}(?P<noun>answer|response|reply|message|verdict|view|take|advice|explanation|argument|point|pitch|"
    r"conclusion|prediction|warning|rationale|reasoning|contention|retort|reaction|assessment|complaint|position|stance|concern|worry|hope|fear|belief|guess|bet|theory|thesis|opinion|claim|case|feeling)"
    rf"(?: (?:to|on|for|about) [^,.;:{MASK}]{{2,50}})?(?:(?: (?:is|was|has been|remains|remained)(?: \w+){{0,4}})?(?=:)| (?:is|was|has been|remains|remained)(?=,? that\b))"
)

# “…,” the report added, citing Ann Lee at a conference
_CITING = re.compile(
    rf"{MASK},? (?:the (?:report|article|paper|outlet|agency|news agency|newspaper|publication|magazine|broadcaster|channel|story)|[A-Z]\w+(?: [A-Z]\w+){{0,2}}) (?:also |later )?(?:added|said|reported|wrote|noted),? (?P<verb>citing|quoting) (?:the )?"
)
# As stated by President and CEO, Ann Lee: “…”
_SAID_BY = re.compile(
    r"\b[Aa]s (?P<verb>stated|said|noted|explained|put|expressed|described|observed|emphasi[sz]ed|pointed out|summari[sz]ed|written|told) by (?:the )?"
)


def unsaid(scene: Scene) -> Iterator[Attribution]:
    """Yield whose view or answer a sentence gives."""
    start, end = scene.sentence
    yield from _cited(scene)
    yield from _behind(scene)
    for found in _VIEW.finditer(scene.outside, start, end):
        speaker = _bearer(scene, found.start("whose"), found["whose"])
        begin = speaker.begins() if speaker and found["whose"].startswith("'") else found.start()
        in_it = _IN if found["whose"].startswith("'") else _IN_OWN
        led = in_it.search(scene.outside, max(start, begin - 60), begin)
        if speaker and led and (placed := view_placed(scene, led.start(), found.end(), speaker)):
            yield placed
    for found in _VIEW_OF.finditer(scene.outside, start, end):
        speaker = nearest(scene, found.end(), min(end, found.end() + 60))
        if speaker and (placed := view_placed(scene, found.start(), names_until(scene, speaker), speaker)):
            yield placed
    for found in _SAID_BY.finditer(scene.outside, start, end):
        speaker = nearest(scene, found.end(), min(end, found.end() + 90))
        if speaker and scene.outside.startswith(":", speaker.end):
            verb = Verb(found.start("verb"), found.end("verb"), "quotes", found["verb"])
            yield Attribution(found.start(), speaker.end, speaker, verb, named=True)
    for found in _ANSWER.finditer(scene.outside, start, end):
        speaker = _bearer(scene, found.start(), found.group().split(" ")[0])
        if speaker:
            verb = Verb(found.start("noun"), found.end(), "said", found["noun"])
            yield Attribution(min(speaker.start, found.start()), found.end(), speaker, verb, named=True)


def _cited(scene: Scene) -> Iterator[Attribution]:
    """Yield whose the words are that an outlet has from somebody: `“…,” the report added, citing Ann Lee`."""
    start, end = scene.sentence
    for found in _CITING.finditer(scene.outside, start, end):
        speaker = next(iter(scene.cast.between(found.end(), min(end, found.end() + 60))), None)
        if (
            speaker
            and speaker.person
            and not scene.outside[found.end() : speaker.begins()].strip()
            and not scene.outside.startswith("'", speaker.end)
        ):
            verb = Verb(found.start("verb"), found.end("verb"), "quotes", found["verb"])
            yield Attribution(found.start() + 1, speaker.end, speaker, verb, named=True, side="before")


def _behind(scene: Scene) -> Iterator[Attribution]:
    """Yield whose the words are right before `as Keller put it`, or before a dash and a name that ends the paragraph."""
    start, end = max(scene.sentence.start - 1, 0), scene.sentence.end
    for found in _PUT_IT.finditer(scene.outside, start, end):
        named = None if found["he"] else scene.cast.before(found.end("name"), found.start())
        speaker = scene.pronoun(found["he"], found.start("he")) if found["he"] else named
        if speaker and (found["he"] or speaker.end == found.end("name")):
            verb = Verb(*found.span("verb"), "quotes", found["verb"])
            yield Attribution(found.start() + 1, found.end(), speaker, verb, named=True, side="before")
    for found in _SIGNED.finditer(scene.outside, start, end):
        signer = next(iter(scene.cast.between(found.end(), min(end, found.end() + 40))), None)
        if not signer or not signer.person or scene.outside[found.end() : signer.begins()].strip():
            continue
        last = names_until(scene, signer)
        if not scene.outside[last : scene.passage.end].strip(" .\x1f"):
            verb = Verb(found.start() + 1, found.end(), "quotes", "-")
            yield Attribution(found.start() + 1, last, signer, verb, named=True, side="before")


def names_until(scene: Scene, speaker: Speaker) -> int:
    """Return where the naming of someone ends, with the role behind the name and whose that is: `Ann Lee, trader at Fenwick`."""
    end = speaker.ends
    of_house = _OF_HOUSE.match(scene.outside, end, scene.sentence.end) if end > speaker.end else None
    return of_house.end() if of_house else end


def _bearer(scene: Scene, at: int, whose: str) -> Speaker | None:
    """Return whose something is: the one named right before 's, or whom his or her means."""
    if not whose.startswith("'"):
        return scene.pronoun({"his": "he", "her": "she"}[whose.lower()], at)
    named = scene.cast.before(at, scene.sentence.start)
    return named if named and named.end == at else None


def view_placed(scene: Scene, start: int, end: int, speaker: Speaker) -> Attribution | None:
    """Return the attribution of a view at a sentence's beginning or at its end."""
    verb = Verb(start, end, "according", "view")
    if _OPENS.fullmatch(scene.outside, scene.sentence.start, start) and scene.outside.startswith(",", end):
        return Attribution(start, end, speaker, verb, named=True)
    closes = not scene.outside[end : scene.sentence.end].strip(". \x1f")
    return Attribution(start, end, speaker, verb, named=True, side="before") if closes else None
