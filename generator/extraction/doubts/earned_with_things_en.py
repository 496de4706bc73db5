"""A profit or loss told behind a count of one product, below a sentence on the line that sells it: `The EV segment's margin was 15%. The company delivered 25,300 units of the SU7, with a net loss of` may be of the line or of all."""

from __future__ import annotations

import re

from generator.extraction.figure import LOSABLE
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.metrics.things_counted import line_counted
from generator.extraction.whose.context import Surroundings

LINE_OR_ALL = "the line of business whose things were counted, or all of the company: not said which"
_WITH_A = re.compile(r", (?:but |and )?(?:with|at|making|posting|incurring|for) an? (?:[a-z]+ )?$")
_LEAD = 32  # characters before a profit


def line_or_all(around: Surroundings, metric: str, mention: Mention) -> str | None:
    """Return why a profit of nobody named is in doubt behind a count of a product of the line that the text is on."""
    scan, line = around.scan, around.ground.line
    if metric not in LOSABLE or line is None or scan.chinese:
        return None
    # and so is what that is set beside: `less than the loss of RMB 3 billion that had been feared`
    if not any(m.start <= mention.start and _is_beside(scan, m) for m in scan.metrics if m.any_profit or m.loss):
        return None
    kinds = around.names.catalogue.segments
    counted = (line_counted(around, a) for a in scan.amounts if a.end <= mention.start)
    return LINE_OR_ALL if any(c and kinds[c].product_of == line for c in counted) else None


def _is_beside(scan: Scan, mention: Mention) -> bool:
    """Whether a profit stands beside a count, as what came of it: `, with a net loss of`."""
    return _WITH_A.search(scan.text, max(scan.sentence.start, mention.start - _LEAD), mention.start) is not None
