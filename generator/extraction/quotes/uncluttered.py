"""A document as quotes are read from it: without page furniture, captions, bullets and blanks before paragraphs, codes and legal forms behind companies' names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from generator.extraction.asides import behind_names, codes_zh, read_without
from generator.extraction.furniture import furniture
from generator.extraction.marks.names import Names
from generator.extraction.quotes.captions import captions
from generator.extraction.quotes.others import set_between
from generator.extraction.quotes.speech import amid_zh, says_zh
from generator.extraction.reading import Reading

# What a list sets before an item: `- Lei Jun said …`, `• …`, `3. …`, and blanks before any of them.
_SET_IN = re.compile(
    r"(?<![^\n])(?:[ \t\u3000]*(?:[-*+] |[•●·▪◆■□▶►➤▲△▼▽◎★☆※][ \t]?|\d{1,2}[.)](?: (?=\D)|(?=[一-鿿“「]))|\d{1,2}、(?=\D)))?[ \t\u3000]*(?=\S)"
)
_GLOSS = re.compile(r"(?<=[a-z]) ?\([一-鿿]{2,4}(?:·[一-鿿]{1,6}){0,2}\)")  # Lisa Su (苏姿丰), who runs AMD, said


def uncluttered(reading: Reading, names: Names) -> Reading:
    """Return a reading in which paragraphs follow one another and begin with their words: `said Xiaomi Corp (1810.HK)` is said by Xiaomi."""
    return read_without(reading, ((start, end, "") for start, end in _left_out(reading, names)))


def _left_out(reading: Reading, names: Names) -> Iterator[tuple[int, int]]:
    whole = [*furniture(reading.text), *captions(reading.text), *set_between(reading.text)]
    gone = dict(whole)
    yield from whole
    for found in _SET_IN.finditer(reading.text):
        within = found[0].isspace() and found.end() <= gone.get(found.start(), 0)  # blanks of a line that goes itself
        if found[0] and not within:
            yield found.span()
    yield from (found.span() for found in _GLOSS.finditer(reading.text))
    yield from _marks_around_names(reading, names)
    yield from behind_names(reading, names)
    yield from codes_zh(reading, names)


def _marks_around_names(reading: Reading, names: Names) -> Iterator[tuple[int, int]]:
    """Yield the marks around a name in a Chinese sentence that is a company's, and the gloss in them; no words are quoted there."""
    for found in _name_in_marks().finditer(reading.text):
        known = names.entities(found["name"])
        if len(known) == 1 and known[0].end - known[0].start == len(found["name"]):
            yield found.span("opens")
            yield found.start("gloss") if found["gloss"] else found.start("closes"), found.end("closes")


@cache
def _name_in_marks() -> re.Pattern[str]:
    """Return the pattern of the subject of a verb of saying in marks: 电脑大厂「联想集团(Lenovo)」认为; not 雷军说“小米”是…."""
    return re.compile(
        rf"(?<=[厂商司头团牌构台店行家企业户者网,)])(?P<opens>[「『“\"])(?P<name>[^「」『』“”\"()\n]{{2,16}})(?P<gloss>\([^()\n]{{2,24}}\))?(?P<closes>[」』”\"])(?={amid_zh()}{says_zh()})"
    )
