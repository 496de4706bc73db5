"""English sentences without an amount by which a company looks ahead to a time: `Nintendo forecasts higher sales for the year ending in March 2026`, of which the next says how much."""

from __future__ import annotations

import re

from generator.extraction.marks.scanning import Scan

_LINE = r"(?:sales|revenues?|turnover|(?:operating |net |gross |pre-?tax )?(?:profits?|income|loss(?:es)?|margins?)|earnings|EBITD?A?|deliveries|shipments|capital (?:spending|expenditures?)|capex)"
_FORESEES = re.compile(
    rf"\b(?:it|they|company|group|firm|[a-z]*maker|giant|(?!(?:Analysts?|Investors?|Economists?|Brokers?|Street|Forecasters?|Executives?)\b)[A-Z][\w.&-]*)(?: (?:said|says)(?: on [A-Z][a-z]+day)? (?:that )?(?:it|they))?(?: (?:now|also|still))? (?:forecasts?|projects|projected|expects|expected|anticipates|predicts|predicted|sees)"
    rf" (?:that )?(?:its |their )?(?:an? |the |full-year |annual |group |record |[a-z]+er |weak |strong |slight |sharp |further |rise |drop |fall |decline |increase |growth |jump |rebound |in |of |and |both )*{_LINE}\b[^.;:]{{0,40}} (?:for|in|this) "
)


def foresees_for_a_time(scan: Scan) -> bool:
    """Whether a sentence only says that a company expects more or less of something in a time."""
    if scan.chinese or scan.amounts:
        return False
    return _FORESEES.search(scan.text, scan.sentence.start, scan.sentence.end) is not None
