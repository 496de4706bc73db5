"""What stands between a change and the level that it led to, for every rule that looks there: `rose 18% year on year, to reach about 27 billion`."""

from __future__ import annotations

from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.marks.bases import FROM_THEN

# what a change is measured against, named by no period: `from a year earlier`, `over the same period last year`
SINCE = rf"(?: (?:{FROM_THEN}|a year earlier|higher|lower))?"
TO = (
    r"(?:,? to(?: reach| hit| total| stand at)?| — to|,? (?:reaching|hitting|totall?ing|coming in at|(?:bringing|taking|lifting) it to)|,? for a total of"
    rf"|,? (?:and|which) (?:reached|hit|came (?:in )?(?:to|at))) {ABOUT}"
)
# between a verb and how far it moved: `rose sharply, by a hefty 18%`
BY = rf"(?: [a-z]+ly)?(?:,? by)?(?: between)? (?:an? (?:[a-z]+ ){{0,2}})?{ABOUT}"
