"""Two people who speak together: 两人表示, after 蔡崇信、吴泳铭; the one named last stands for both, as `they said` has it."""

from __future__ import annotations

import re

from generator.extraction.quotes.cast import Cast
from generator.extraction.quotes.speaker import Speaker

_BOTH = re.compile(r"\s*(?:而|但|对此,?|随后,?|同时,?)?(?:[他她这那]?(?:两人|二人|俩人?|两位(?!数))|(?<![一-鿿])双双)")
_JOINED = re.compile(r"(?:\([^)\n]{1,40}\))?\s?(?:、|和|与|及|以及|跟|携手?|同|联手)\s?")
_FAR = 600  # characters


def both(cast: Cast, text: str, words_there: str, at: int) -> Speaker | None:
    """Return who is named last of the two whom a text joins and 两人 means; nobody else is named since."""
    if not _BOTH.match(words_there):
        return None
    people = [s for s in cast.between(max(0, at - _FAR), at) if s.person]
    if len(people) < 2:
        return None
    first, last = people[-2:]
    begin = last.begins(first.end)
    houses = [s.start for s in cast.between(first.end, begin)]
    if (
        len(people) > 2
        and _JOINED.match(text, people[-3].end, first.start)
        and people[-3].key not in (first.key, last.key)
    ):
        return None  # 李斌、秦力洪和雷军: nobody knows which two
    joined = _JOINED.match(text, first.end)
    return last if joined and joined.end() in (begin, *houses) and first.key != last.key else None
