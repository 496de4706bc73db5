"""Years in a row, of which one is said to be fiscal: `fiscal 2025 and 2026`, `fiscal years 2026 to 2028`, `the 2026 and 2027 fiscal years`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.extraction.frozen import replace

if TYPE_CHECKING:
    from generator.extraction.periods.mention import PeriodMention

_JOINED = re.compile(r"(?:, | ?& ?|,? and |,? or | to | through | until | ?[-–/] ?)")


def fiscal_in_rows(text: str, found: list[PeriodMention]) -> list[PeriodMention]:
    """Return the mentions, with the years beside a fiscal one made fiscal, as far as the row goes."""
    if not any(m.fiscal and m.scope == "year" for m in found):
        return found
    for order in (range(1, len(found)), range(len(found) - 2, -1, -1)):
        step = -1 if order.step > 0 else 1
        for i in order:
            if _is_bare_year(found[i]) and _is_fiscal_year(found[i + step]) and _beside(text, found, i, i + step):
                found[i] = replace(found[i], fiscal=True)
    return found


def _is_bare_year(mention: PeriodMention) -> bool:
    return mention.scope == "year" and mention.year is not None and not (mention.fiscal or mention.number)


def _is_fiscal_year(mention: PeriodMention) -> bool:
    return mention.scope == "year" and mention.year is not None and mention.fiscal and not mention.number


def _beside(text: str, found: list[PeriodMention], i: int, j: int) -> bool:
    first, last = found[min(i, j)], found[max(i, j)]
    later = (first.year or 0) < (last.year or 0)  # `in fiscal 2026, 2025 was` goes back
    return later and bool(_JOINED.fullmatch(text, first.end, last.start))
