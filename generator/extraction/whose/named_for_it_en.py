"""The gross margin behind one that is named for a line of business: `Vehicle margin was 10.5% and gross margin 15.6%` are not both of cars."""

from __future__ import annotations

import re

from generator.extraction.marks.mention import Mention
from generator.extraction.whose.context import Surroundings

_GROSS = re.compile(r"\bgross\b|\bGPM\b|\bGM\b", re.I)


def is_told_by_name(around: Surroundings, metric: str, segment: str, mention: Mention) -> bool:
    """Whether an English sentence has told by its own name what a metric is in a line: what names no line behind it is the whole company's."""
    scan, special = around.scan, around.names.special(metric, segment)
    if scan.chinese or special is None or not _GROSS.search(scan.text, mention.start, mention.end):
        return False
    named = [m for m in scan.metrics if m.end <= mention.start and m.metrics[:1] == (special,)]
    return any(scan.amount_after(m.end) < mention.start for m in named)
