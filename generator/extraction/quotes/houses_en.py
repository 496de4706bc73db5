"""English houses that only a text makes known, by the last word of their names: `Kettle Equities projects`, `Palmer securities expects`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from generator.corpus.beginnings import sought
from generator.extraction.quotes.acting import places
from generator.extraction.quotes.speech import said_en

_KINDS = (
    "Equities|Securities|Capital|Markets|Research|Partners|Advisors|Advisers|Brokerage|Broking|Investments|Direct|Wealth|Management|Analytics|Insights|"
    "Intelligence|Consulting|Consultancy|Economics|Ratings|Associates|Asset Managers|Investment Bank|securities|research|equities|capital|brokerage|broking"
)
_FORESEES = sought(
    rf"(?<![\w&'.-])(?P<name>(?:[A-Z][\w&+-]*(?:'s)? ){{1,3}}(?:{_KINDS}))(?= (?:also |now |currently |still |has |had )?(?:{said_en()}|{said_en('opinion')})\b)"
)
# What such a word ends as well: Human Resources, Working Capital, Market Research.
_COMMON = re.compile(
    r"(?:Human|Working|Venture|Private|Market|Emerging|Senior|Middle|Risk|Customer|Asset|Wealth|Fixed|Top|Public|Social|Growth|The|Our|Its|Most|Some|All)\b"
)


def houses_en(text: str, without_lead: Callable[[str], str | None]) -> Iterator[tuple[int, int]]:
    """Yield every place of the houses that an English text lets foresee or say something."""
    names = {without_lead(match["name"]) for match in _FORESEES.finditer(text)}
    for name in sorted(filter(None, names), key=len, reverse=True):
        if " " in name and not _COMMON.match(name):
            yield from places(text, name)
