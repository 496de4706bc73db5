"""Where a part's name begins with who owns it, which stands before it without a mark: `AWS grew 18% and Microsoft Azure rose 34%`."""

from __future__ import annotations

from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan


def begins_with_owner(scan: Scan, part: Mention) -> int:
    """Return where the company begins that stands right before a part; where the part begins, if none does."""
    owners = (e.start for e in scan.entities if e.end + 1 == part.start and scan.text[e.end] == " ")
    return next(owners, part.start)
