"""Tables of several makers count by the calendar, though one of them has a fiscal year of its own: HP among `PC shipments in Q3`."""

from __future__ import annotations

from dataclasses import replace

from generator.extraction.about import About
from generator.extraction.marks.names import Names
from generator.extraction.tables.shapes import Grid

_DECEMBER = 12
_SEVERAL = 2
_MOST = 40  # rows that are looked at


def about_makers(about: About, grid: Grid, names: Names) -> About:
    """Return what a document is about as a table in it means its times."""
    if about.calendar.fiscal_year_end == _DECEMBER or "iscal" in grid.caption:
        return about
    companies = names.catalogue.companies
    labels = [row.cells[0].text for row in grid.rows[:_MOST]]
    named = {e.entity for label in labels for e in names.entities(label) if companies[e.entity].kind == "company"}
    if len(named) < _SEVERAL:
        return about
    calendar = replace(about.calendar, fiscal_year_end=_DECEMBER, labels_fiscal=False, begun=False)
    return replace(about, calendar=calendar)
