"""English that tells how far a profit grew on so much more revenue: `13% EPS growth on 15% higher sales` is read as `a 13% rise in EPS and a 15% rise in sales`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.corpus.cleaning import Cut

_RATE = r"[+-]?(?<![\d.])\d{1,4}(?:\.\d{1,3})?(?:%| per ?cent\b)"
_EARNED = r"(?:adjusted |diluted |net |operating |non-GAAP )*(?:EPS|earnings|profits?|income)"
_GROWN = re.compile(
    rf"\b(?P<first>{_RATE})(?P<of> (?P<earned>{_EARNED}) (?P<way>growth|increase|gain|rise|jump|decline|drop|decrease|fall)) on (?P<rate>{_RATE})(?P<more> (?P<how>higher|more|lower|less) (?P<taken>(?:net |total )?(?:sales|revenues?)))\b"
)


def grown_on_growth(text: str) -> Iterator[Cut]:
    """Yield what is read otherwise."""
    for grown in _GROWN.finditer(text):
        fell = grown["way"] in ("decline", "drop", "decrease", "fall")
        yield *grown.span("of"), f" {'fall' if fell else 'rise'} in {grown['earned']}"
        yield grown.end("of"), grown.start("rate"), " and a "
        yield *grown.span("more"), f" {'rise' if grown['how'] in ('higher', 'more') else 'fall'} in {grown['taken']}"
