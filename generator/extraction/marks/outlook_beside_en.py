"""An English label that names an outlook beside what came: `Results and outlook: second-quarter sales were €7.7 billion` expects nothing at once."""

from __future__ import annotations

import re

_LABEL = re.compile(
    r"\b(?:results?|statements?|performance|review|update|summary|highlights?|figures|numbers|comments?|commentary|quarter|year) (?:and|&) $",
    re.I,
)
_LEAD = 24  # characters before the word


def is_named_beside(text: str, start: int, end: int) -> bool:
    """Whether a word of expecting is no more than the second of such a label."""
    said = text[start:end].lower() in ("outlook", "guidance", "forecast", "forecasts")
    return said and text.startswith(":", end) and _LABEL.search(text, max(0, start - _LEAD), start) is not None
