"""GM is the maker of cars where a text on cars names it so, or says what only a maker does; else a broker's gross margin."""

from __future__ import annotations

import re
from functools import lru_cache

GM = "GM"
_RIVALS_OF_GM = r"(?:Stellantis|\bFord\b|Toyota|Volkswagen|Honda)"
# General Motors, where a text on cars names it so, or says what only a maker does; else a broker's gross margin
_MAKERS = re.compile(
    rf"General Motors|通用|上汽|Chevrolet|Buick|Cadillac|Detroit|Barra|GM['’]s|\bGM\b[^\n]{{0,200}}{_RIVALS_OF_GM}|{_RIVALS_OF_GM}[^\n]{{0,200}}\bGM\b|\bGM (?:sold|said|says|reported|posted|delivered|plans|will|has|had|announced|also|shares|stock|CEO|and (?:SAIC|Ford))\b"
)
_GM_IS = re.compile(
    r"\bGM (?:(?!shares|stock|sales|revenue|deliver|profit|said|sold|earn|now|has)[a-z]+ ){0,3}(?:[+-]|c\.|~)?\d[\d.]*(?:-\d[\d.]*)? ?(?:%|pp|bp)"
)


@lru_cache(maxsize=4)
def is_a_maker(text: str) -> bool:
    """Whether GM is the maker of cars in a text, and no margin: `GM at 22.0%` where nothing tells of General Motors or cars of Detroit."""
    return bool(_MAKERS.search(text)) or not _GM_IS.search(text)
