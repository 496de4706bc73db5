"""The last page of a document is worth turning to: what would stand nearly alone there finds room on the others."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from weasyprint import Document

_TIGHTER = (0.97, 0.94)  # densities tried in this order while the last page is nearly empty
_LEAST = 0.3  # the share of its height that the last page fills
_GAIN = 1.2  # how much room on other pages a tighter layout saves, as a multiple of how much tighter it is; 0.8 seen


class Laid(NamedTuple):
    """One layout: the HTML that it was made from, and its pages."""

    html: str
    pages: Document


def laid_out(lay_out: Callable[[float], Laid]) -> Laid:
    """Return the first layout whose last page is worth turning to, else the one of fewest pages.

    `lay_out` makes one of a density: 1 as the theme says, less for smaller type.
    """
    made = [lay_out(1.0)]
    tighter = (density for density in _TIGHTER if _may_do(made[0].pages, density))
    while _filled(made[-1].pages) < _LEAST:
        density = next(tighter, None)
        if density is None:
            return min(made, key=lambda one: len(one.pages.pages))
        made.append(lay_out(density))
    return made[-1]


def _may_do(pages: Document, density: float) -> bool:
    """Whether what the last page holds may find room on the others, but for the cover."""
    return _filled(pages) <= _GAIN * (1 - density) * (len(pages.pages) - 2)


def _filled(pages: Document) -> float:
    """Return the share of its height that the last page fills: all, where the template doesn't say where it ends."""
    last = pages.pages[-1]
    end = last.anchors.get("last-line")
    return end[1] / last.height if end else 1.0
