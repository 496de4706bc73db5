"""Names that stand in a row with a company that the catalogue lists: NIO, Qorvia and XPeng; 启明芯、小鹏、理想."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.extraction.marks.names import Names


def beside_listed(
    text: str, names: Names, before: re.Pattern[str], after: re.Pattern[str], reach: int
) -> Iterator[str]:
    """Yield the group `name` of a pattern that ends `before` a listed company, within `reach` characters, or begins `after` it."""
    companies = names.catalogue.companies
    for listed in names.entities(text):
        if companies[listed.entity].kind == "company":
            led = before.search(text, max(0, listed.start - reach), listed.start)
            yield from (found["name"] for found in (after.match(text, listed.end), led) if found)
