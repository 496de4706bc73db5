"""Chinese expectations that are only what was met, and state nothing of what follows: 业绩超出外界的预期,收入920亿元."""

from __future__ import annotations

import re

# how something did against what was expected: one list, for whatever asks whether that is all a text says
MET = r"[高低优好逊差]于|[高低好差]过|超[过出越]?|不及|不如|符合|合乎|胜过?|跑赢|击败|打败|未[能有]?达到?|达到|逊|落后|接近|贴近"
_MET = re.compile(rf"(?:{MET})了?[^,;。:()\d]{{0,10}}$")
_IS_OVER = re.compile(r"(?:[值线]|均值|水平|水准)?(?:[,:;。!]|并且?|而且|\s*$)")
_LEAD = 16  # characters before a word of expecting, within which it is said that it was met


def is_only_met_zh(kind: str, text: str, low: int, start: int, end: int, high: int) -> bool:
    """Whether a Chinese word of expecting ends what only says how something did against it."""
    if kind not in ("forecast", "consensus", "target") or _IS_OVER.match(text, end, high) is None:
        return False
    return _MET.search(text, max(low, start - _LEAD), start) is not None
