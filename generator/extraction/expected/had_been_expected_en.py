"""What had been expected of what an English sentence tells, said in a clause of its own that names nobody: `but $25.28 billion had been expected`."""

from __future__ import annotations

import re

from generator.corpus.beginnings import sought
from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.marks.scanning import Scan

_EXPECTED = r"(?:expected|forecast(?:ed)?|anticipated|projected|predicted|estimated|pencill?ed in|hoped for|looked for|bargained for|reckoned with)"
_BUT = sought(
    rf"(?:[,;]|\b(?:but|though|although|whereas|where|while|when|yet))(?: (?:only|just|even|as much as|as many as))? (?:an? (?:[a-z]+ ){{1,3}}of )?{ABOUT}(?:[A-Z]{{2,3}} ?)?[$€£¥]?$"
)
# not `but 5 billion was expected by the company`, `was expected to be spent`, `had been expected earlier`
_HAD_BEEN = re.compile(
    rf"(?: (?:units|vehicles|cars|deliveries|yuan|euros|dollars|yen|won))?(?: (?:a|per) share)? (?:had been|was|were) (?:(?:widely|generally|originally|commonly|on average) )?{_EXPECTED}"
    rf"(?: on average)?(?=[.,;)]|$| (?:and|but|while|on Wall Street|in the market|beforehand)\b)"
)
_LEAD = 48  # characters before an amount


def had_been_expected(scan: Scan, amount: Amount) -> bool:
    """Whether a clause says no more of an amount than that it had been expected."""
    low = max(scan.sentence.start, amount.start - _LEAD)
    return bool(_HAD_BEEN.match(scan.text, amount.end)) and bool(_BUT.search(scan.text, low, amount.start))
