"""Lines of business that a name only leaves out: `non-PC businesses were up 20%`, 非手机业务收入增长40%."""

from __future__ import annotations

import re

from generator.extraction.frozen import replace
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.names import Names
from generator.extraction.marks.terms import NO_METRIC

_ALL_BUT = re.compile(r"(?:\b[Nn]on[- –]|\b[Ee]x-|(?<![是并绝除莫])非)$")
_LEAD = 4  # characters before a name


_BEHIND = re.compile(
    r" (?:(?:business(?:es)?|segments?|units?|services?|product|operating|net) )?|(?:业务|板块|分部)?的?"
)


def without_all_but(mentions: list[Mention], text: str, names: Names) -> list[Mention]:
    """Return mentions without the lines that are left out; what a metric tells of all but such a line is no metric's."""
    entries = names.catalogue.metrics
    left_out = [m for m in mentions if _ALL_BUT.search(text, max(0, m.start - _LEAD), m.start)]
    if not left_out:
        return mentions
    lines = [m for m in left_out if m.segment]
    nothing = [m for m in left_out if m.metrics and m.metrics[0] in entries and entries[m.metrics[0]].segment]
    nothing += [m for m in mentions if m.metrics and any(_BEHIND.fullmatch(text, line.end, m.start) for line in lines)]
    return [replace(m, metrics=(NO_METRIC,)) if m in nothing else m for m in mentions if m not in lines]
