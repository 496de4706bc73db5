"""Lines of business that a name only leaves out: `non-PC businesses were up 20%`, 非手机业务收入增长40%."""

from __future__ import annotations

import re

from generator.extraction.frozen import replace
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.names import Names
from generator.extraction.marks.terms import NO_METRIC

_ALL_BUT = re.compile(r"(?:\b[Nn]on[- –]|\b[Ee]x-|(?<![是并绝除莫])非)$")
_LEAD = 4  # characters before a name


def without_all_but(mentions: list[Mention], text: str, names: Names) -> list[Mention]:
    """Return mentions without the lines that are left out; what a metric tells of all but such a line is no metric's."""
    entries = names.catalogue.metrics
    found: list[Mention] = []
    left_out = -1  # where a line ends that is left out
    for mention in mentions:
        if mention.metrics and mention.start == left_out + 1 and text[left_out] == " ":
            found.append(replace(mention, metrics=(NO_METRIC,)))  # `Non-advertising revenue grew to RMB 26.8 billion`
            continue
        if not _ALL_BUT.search(text, max(0, mention.start - _LEAD), mention.start):
            found.append(mention)
        elif mention.metrics and mention.metrics[0] in entries and entries[mention.metrics[0]].segment:
            found.append(replace(mention, metrics=(NO_METRIC,)))
        elif not mention.segment:
            found.append(mention)
        else:
            left_out = mention.end
    return found
