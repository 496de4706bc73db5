"""Which language and script a text is written in."""

from __future__ import annotations

import re

from generator.corpus.characters import simplified
from generator.corpus.document import Language

_HAN = re.compile("[\u3400-\u9fff]")
_WORD = re.compile("[A-Za-z]{2,}")
_SAMPLE = 20_000  # characters: more change nothing


def language_of(text: str) -> Language:
    """Return the language that most of the text is in; a Chinese word is taken to be two characters long.

    Traditional is told by characters that simplified Chinese does not have: 3 % of them are enough, because
    half of any text is written alike in both.
    """
    sample = text[:_SAMPLE]
    han = _HAN.findall(sample)
    if not han or len(han) < 2 * len(_WORD.findall(sample)):
        return "en"
    traditional = sum(character in simplified() for character in han)
    return "zh-Hant" if traditional > 0.03 * len(han) else "zh-Hans"
