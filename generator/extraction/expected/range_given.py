"""What came within a range that had been given before: `in the middle of the range of 6.4 to 7.6 billion yuan that BYD had given`."""

from __future__ import annotations

from generator.corpus.beginnings import sought
from generator.extraction.amounts.amount import Amount
from generator.extraction.expected.guided_beside import guided_beside
from generator.extraction.marks.scanning import Scan

_RANGE = sought(
    r"\brange of (?P<ends>(?:(?!\bfrom\b)[^;]){2,60}?) (?:that |which )?(?:it|they|[A-Z]\w+|the [a-z]+) (?:had |has )?(?:earlier |previously |initially )?"
    r"(?:given|guided|forecast|predicted|set|flagged|indicated|projected|promised|announced)\b"
)


def is_of_given_range(scan: Scan, amount: Amount) -> bool:
    """Whether an amount is an end of such a range: what is told is where the figure came to lie, unless the sentence says of when it is."""
    low = max(scan.sentence.start, amount.start - 60)
    given = _RANGE.search(scan.text, low, min(scan.sentence.end, amount.end + 120))
    if given is None or not given.start("ends") <= amount.start < given.end("ends"):
        return False
    told = any(a.end <= given.start() for a in scan.amounts) or any(p.end <= given.start() for p in scan.periods)
    return not (told and guided_beside(scan, amount))
