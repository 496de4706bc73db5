"""The company whose shares an English text spoke of last: `Tesla stock slid, and everyone waits for Nvidia's earnings. The shares lost 1.9% to $401`."""

from __future__ import annotations

import re

from generator.extraction.marks.mention import STRANGER, Mention
from generator.extraction.marks.scanning import Scan

# `Tesla TSLA stock`, `Nvidia's (NVDA) shares`; no `Tesla stock options`
_SHARES = re.compile(
    r"(?:['’]s?)?(?: \(?(?:[A-Z]+: ?)?[A-Z]{2,5}\)?)? (?:shares?|stock)\b(?! (?:market|option|split|sale|offer|award|buy|repurchase|plan|of\b))"
)
_OPENING = 16  # characters from a sentence's start, within which it opens with whom it is on
_UNNAMED = re.compile(r"[^\w\n]{0,4}(?:(?:But|And|Still|Yet|So),? )?(?:[Tt]he )?$")


def shares_after(scan: Scan, before: str | None, home: str | None) -> str | None:
    """Return the company whose shares the next sentence may speak of without its name, if the text is on it; a sentence on another company ends that."""
    if scan.chinese:
        return None
    first = next(iter(scan.entities), None)
    opens = first is not None and first.start - scan.sentence.start <= _OPENING
    named = [e for e in scan.entities if _SHARES.match(scan.text, e.end, scan.sentence.end)]
    subject = first is not None and opens and named[:1] == [first]
    if subject and first and first.entity == home:
        return home
    if any(e.entity != before for e in named):  # `Lei Jun once said Tesla stock was a bargain. The shares closed at`
        return STRANGER if subject and before else None  # `Tesla shares fell. Nvidia stock fell as well. The shares`
    return None if opens and first and first.entity != before else before


def unnamed_shares(scan: Scan, mention: Mention | None) -> bool:
    """Whether a sentence opens with shares of whoever was spoken of: `The shares lost`, no `Its shares`."""
    share = mention is not None and mention.metrics == ("share_price",) and not scan.chinese
    return bool(share and mention and _UNNAMED.fullmatch(scan.text, scan.sentence.start, mention.start))
