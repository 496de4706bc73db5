"""What stands between a change and the level that it led to, for every rule that looks there: `rose 18% year on year, to reach about 27 billion`."""

from __future__ import annotations

from generator.extraction.marks.bases import FROM_THEN

# before a number
ABOUT = r"(?:(?:about|around|nearly|almost|just|only|over|more than|roughly|approximately|some|close to|a (?:new )?record) )*"
# what a change is measured against, named by no period: `from a year earlier`, `over the same period last year`
SINCE = rf"(?: (?:{FROM_THEN}|a year earlier|higher|lower))?"
TO = rf"(?:,? to(?: reach| hit| total)?|,? (?:reaching|hitting|totall?ing)|,? and (?:reached|hit)) {ABOUT}"
# between a verb and how far it moved: `rose sharply, by a hefty 18%`
BY = rf"(?: [a-z]+ly)?(?:,? by)? (?:an? (?:[a-z]+ )?)?{ABOUT}"
