"""Somebody of whom a sentence only says what they are, and whom the text does not name: after `The minister said …`, `he` is nobody of those named before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from generator.extraction.quotes.attribution import Attribution
from generator.extraction.quotes.scene import Scene
from generator.extraction.quotes.speech import said_en
from generator.extraction.vocabulary import words

_OF_STATE = "president|vice president|prime minister|premier|minister|secretary|chancellor|governor|mayor|senator|judge|general|king|prince"
_OTHERS = "official|host|attorney|man|woman|aide|nurse|student|guest|speaker|visitor"
_FAR = 400  # characters in which a text spoke of the minister before


@cache
def _somebody() -> re.Pattern[str]:
    nouns = (*words("speech")["company_nouns"], *words("speech")["body_nouns"])
    none = "|".join(noun for noun in nouns if noun != "trader")
    person = rf"(?!(?:{none}|paper|newspaper|letter|number|order|quarter|computer|banner|sticker|poster|memo|tracker|factor)\b)(?:(?P<state>{_OF_STATE})|{_OTHERS}|[a-z]{{2,16}}(?:er|or|ist|ian|eer|ee))"
    return re.compile(
        rf"(?:^|(?<=[\s\x1e]))(?:(?P<known>[Tt]he)|[Aa]n?|[Oo]ne|[Aa]nother) (?:[a-z-]+ ){{0,2}}(?P<what>{person})(?: (?:in|at|of|from|for|on) [^,.;:\x1e]{{2,40}})?(?: (?:also|later|then|has|had|once|now|[a-z]+ly)){{0,2}} (?:{said_en()}|asked|replied|agreed|agrees|disagreed|disagrees|nodded|shrugged|laughed)\b"
    )


def is_left_in_doubt(scene: Scene, found: Sequence[Attribution]) -> bool:
    """Whether somebody without a name says something in an English sentence that attributes it to nobody."""
    if scene.passage.chinese:
        return False
    told = _somebody().search(scene.outside, *scene.sentence)
    if told is None or any(a.start < told.end() and told.start() < a.end for a in found):
        return False
    # The racing driver said is Farley, unless the text spoke of one before
    before = scene.outside[max(0, told.start() - _FAR) : told.start()]
    return bool(not told["known"] or told["state"] or re.search(rf"\b{told['what']}\b", before))
