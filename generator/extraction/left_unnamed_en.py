"""English that leaves a net profit unnamed where it says what is left out of it: `Excluding non-recurring items, it was CNY0.9bn` is read as `Net profit excluding non-recurring items was`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.corpus.cleaning import Cut
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.marks.verbs import MOVED

_WITHOUT = r"(?P<first>[Ee]xcluding|[Ee]x|[Ee]xcl\.|[Ww]ithout|[Nn]et of|[Bb]efore|[Ss]tripping out|[Ll]eaving out|[Dd]educting)"
_ITEMS = (
    r"(?:the |such )?non-?recurring (?:items|gains and losses|profits and losses|profit and loss|gains or losses|gains)"
)
# what was told right before, and of nothing else since
_NET_PROFIT = r"\b[Nn]et (?:profit|income)\b(?:(?!\b(?i:operating|gross|revenues?|sales|margins?|EBIT|EPS|per share|earnings)\b)[^\n]){4,160}?"
_DOES = rf"(?:was|were|is|came to|stood at|amounted to|reached|totall?ed|(?:was|were) (?:up|down)|{MOVED})"
_IT = re.compile(
    rf"{_NET_PROFIT}[.;,] (?:and |but |while )?{_WITHOUT} {_ITEMS}(?P<it>,? (?:it|that|this|the figure) )(?={_DOES} {ABOUT}(?:by )?(?:[A-Z]{{3}} ?)?[$€£¥]?\d)"
)
# `Net profit: CNY1.2bn. Ex non-recurring items, CNY0.9bn`: a note's telegram
_ALONE = re.compile(rf"{_NET_PROFIT}[.;] {_WITHOUT} {_ITEMS}(?P<it>[,:]) (?={ABOUT}(?:[A-Z]{{3}} ?|Rmb ?|[$€£¥] ?)\d)")


def named_again(text: str) -> Iterator[Cut]:
    """Yield what is read otherwise: the profit is named."""
    for form, instead in ((_IT, " "), (_ALONE, ":")):
        for found in form.finditer(text):
            yield *found.span("first"), "net profit excluding"
            yield *found.span("it"), instead
