"""Whose figures `we` and `our` are: the company's whose people speak, whoever else was spoken of before."""

from __future__ import annotations

import re

from generator.corpus.beginnings import sought
from generator.extraction.whose.context import Surroundings

# `Our cloud revenue grew`, `We delivered`; what a house that writes expects is of whom it writes: `We forecast deliveries of 300,000`
_OURS = sought(
    r"\b(?:[Oo]ur (?!(?:(?:own|base|new|old|revised|updated) )*(?:estimates?|forecasts?|view|price|target|model|rating|thesis|channel|checks|survey|poll|expectations?|projections?|analysts?|readers)\b)"
    r"|[Ww]e(?:['’]ve| have| had| also| again| now)* (?:grew|grown|sold|shipped|delivered|made|built|produced|generated|earned|achieved|brought|took|had|posted|reported|recorded|invested|spent|bought|returned|increased|raised|lifted|improved|doubled|tripled|expanded|reached|saw|booked|ended|closed|finished|opened|hired|employ|operate)\b)"
)
_CLOSES = re.compile('[”"]')


def of_whoever_speaks(around: Surroundings, at: int) -> str | None:
    """Return the company whose people say `we` or `our` before an offset; who speaks is named behind the quote, or the text's own."""
    scan = around.scan
    said = None if scan.chinese else _OURS.search(scan.text, scan.sentence.start, at)
    if said is None:
        return None
    closed = _CLOSES.search(scan.text, said.end(), scan.sentence.end)
    named = [e.entity for e in scan.entities if closed and e.start >= closed.end() and around.is_subject(e)]
    home = around.home if around.names.catalogue.company_kind(around.home) == "company" else None
    return next(iter(named), home)
