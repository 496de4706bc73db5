"""Who expects it, put between commas in an English sentence that else says that it came: `Core revenue, Nomura reckons, rose 8%`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.expected.market import MARKET
from generator.extraction.marks.scanning import Scan

_ADVERBS = r"(?:(?:also|now|still|on average|generally|itself) )*"
_RECKONS = r"(?:reckons?|estimates?|thinks?|believes?|expects?|predicts?|forecasts?|projects?|calculates?|suspects?|guess(?:es)?|assumes?|anticipates?|figures|sees?)"
# not `, the company estimates,`: what a company thinks came of its own
_WHO = r"(?!(?:the )?(?:company|group|management|firm|maker|[a-z]*maker)\b)(?:the |an? )?(?:[A-Z][\w.&'’-]*|broker(?:age)?|bank|house|note|analysts?|team|at|of|for|from|[Tt]he|Street|market|it|they|he|she)(?: (?:[A-Z][\w.&'’-]*|broker(?:age)?|bank|house|analysts?|team|at|of|from|Street|market)){0,5}"
_ASIDE = re.compile(rf", (?P<who>{_WHO}) {_ADVERBS}{_RECKONS},(?= )")
_BEHIND = re.compile(
    rf"(?:[^;.,]|\.\d|,\d){{0,60}}, (?P<who>{_WHO}) {_ADVERBS}{_RECKONS}(?=[.;]? *(?:\n|\Z|[A-Z]|;)|\.)"
)
_ANALYSTS = re.compile(rf"{MARKET}(?! (?:at|of|from|with) )")


def reckoned_by(scan: Scan, amount: Amount) -> str | None:
    """Return who expects an amount, as commas part it from its sentence, or it ends that; None where nobody is named so."""
    if scan.chinese:
        return None
    inserted = _ASIDE.search(scan.text, scan.sentence.start, amount.start)
    said = inserted or _BEHIND.match(scan.text, amount.end, scan.sentence.end)
    return said["who"] if said else None


def is_reckoned_by_market(scan: Scan, amount: Amount) -> bool:
    """Whether those who expect an amount so are the market: `Revenue, analysts reckon, rose 8%`."""
    who = reckoned_by(scan, amount)
    return who is not None and _ANALYSTS.fullmatch(who) is not None
