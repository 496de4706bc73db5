"""Chinese people whom a text calls by surname and title: 张先生强调, 李董事长还说, after 张大伟 and 李国强."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from functools import cache

from generator.extraction.quotes.speaker import Speaker
from generator.extraction.quotes.speech import amid_zh, said_zh
from generator.extraction.vocabulary import words

_TITLES = "总(?!裁|经|监|部|额|数|体|会|是)|先生|女士|小姐|董事长|总裁|教授|博士|院士|老师|行长|主席|总经理|董(?!事)|院长|所长|会长|部长|主任|经理"
_SO_CALLED = re.compile(rf"[一-鿿](?:{_TITLES})")


def titled_zh(text: str, people: list[Speaker]) -> list[Speaker]:
    """Return people with those places at which the surname of one named before stands with a title; nobody else is called so there."""
    bearers = [p for p in people if 2 <= len(p.name) <= 3 and not p.name.isascii() and not _SO_CALLED.fullmatch(p.name)]
    if not bearers:
        return people
    starts = [p.start for p in bearers]
    found: dict[int, Speaker] = {}
    for match in _titled().finditer(text):
        before = [p for p in bearers[: bisect_left(starts, match.start())] if p.name[0] == match["surname"]]
        if len({p.key for p in before}) == 1:
            found[match.start("surname")] = replace(
                before[-1], start=match.start("surname"), end=match.end("surname"), role=None
            )
    kept = [p for p in people if p.start not in found or p in bearers]
    taken = {p.start for p in kept}
    return sorted([*kept, *(p for at, p in found.items() if at not in taken)], key=lambda p: p.start)


@cache
def _titled() -> re.Pattern[str]:
    first = words("speech")["surnames"]["zh"]
    return re.compile(
        rf"(?:(?<=^)|(?<=[\n,。;?!据在:\x1e]))(?:但|而|不过|对此|此外|随后|同时)?(?P<surname>[{first}])(?=(?:{_TITLES})(?:则|也|还|亦|又)*{amid_zh()}(?:{said_zh()}|[说称指在的,:]))"
    )
