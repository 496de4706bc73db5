"""Tables whose cells a page has run together: 總銷量(部)1,409,180955,73047 holds three numbers, and none that can be read."""

from __future__ import annotations

from generator.corpus.beginnings import sought
from generator.extraction.marks.scanning import Scan

# Behind a thousands separator stand three digits; a day may be torn into its year: `June 30,2018`.
_GLUED = sought(r"(?<![\d.,])\d{1,3}(?:,\d{3})*,(?!(?:19|20)\d\d(?!\d))\d{4,}")


def is_glued(scan: Scan) -> bool:
    """Whether a sentence holds a number that can only be two: what stands beside it has lost its column too."""
    return _GLUED.search(scan.text, scan.sentence.start, scan.sentence.end) is not None
