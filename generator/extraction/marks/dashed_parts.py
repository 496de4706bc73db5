"""Parts behind a metric and a dash, by words that name them only there: `'Net revenue- Client'`, `'Net Revenues- Total Intel Products Group- Data Center and AI'`."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.extraction.marks.mention import Mention
from generator.extraction.marks.names import Names

# Everything between the metric's dash and the mark, or colon, that closes the label.
_LABEL = re.compile(r"(?: ?[-–—] )(?P<path>[A-Z][^'\"“”‘’\n;.:$]{1,70}?)(?:['’”\"]|: ?(?=[$€£¥\d]))")
_LAST = re.compile(r"(?:.*[-–—] )?(?:Total )?(?P<name>[^-–—]+?)(?: (?:segment|business|unit|division))?")
_TOTAL = "Total "  # what only sums up, before the part that is meant
_SHORT = re.compile(r"/(?:\(?loss\)?)")  # `Operating income/loss- AWS` is whatever it came to


def with_dashed_parts(mentions: list[Mention], text: str, names: Names, home: str | None) -> list[Mention]:
    """Return the mentions with the parts that labels of tables of estimates name behind a dash, and their metrics without a loss that is only a name's."""
    metrics = [m for m in mentions if m.metrics]
    found = list(mentions)
    for one in metrics:
        if slashed := _SHORT.match(text, one.end):
            found = [m for m in found if not one.end < m.start < slashed.end()]
            found = [replace(m, end=slashed.end()) if m is one else m for m in found]
        label = _LABEL.match(text, slashed.end() if slashed else one.end)
        if label is None:
            continue
        name = _LAST.fullmatch(label["path"])
        start, end = label.span("path")
        at = start + name.start("name") if name else end
        known = next((m for m in found if m.segment and m.end == end and m.start >= at), None)
        if name and known and at > start and _TOTAL in label["path"][: at - start]:
            found = [replace(m, start=start) if m is known else m for m in found if not start <= m.start < known.start]
        if name is None or any(m.segment and m.end > at and m.start < end for m in found):
            continue
        if segment := names.headed_at(name["name"], home):
            found.append(Mention(at, at + len(name["name"]), segment=segment))
        elif special := _of_line(name["name"], text[one.start : one.end], names, home):
            found = [replace(m, end=end, metrics=special) if m.start == one.start else m for m in found]
    return sorted(found, key=lambda m: m.start) if found != mentions else mentions


def _of_line(line: str, metric: str, names: Names, home: str | None) -> tuple[str, ...]:
    """Return the metrics that a line's name makes of a metric: `Revenues- Total automotive` are automotive revenues."""
    said = f"{line.lower()} {metric.lower()}"
    return next((m.metrics for m in names.mentions(said, home) if (m.start, m.end) == (0, len(said))), ())
