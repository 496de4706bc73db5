"""Whole articles of our own: what was read rightly stays so, and what is expected of them is well said."""

from __future__ import annotations

import json

from generator.settings.catalogued import load_catalogue
from tests.benchmarks.accuracy import RESULTS, Reading, tallies
from tests.extraction.articles import FOLDER, articles
from tests.extraction.case import read_cases


def test_no_row_is_lost_that_was_right() -> None:
    """Rows may be wrong that are known to be (accuracy.json); `make accuracy` says what was gained, `--save` keeps it."""
    read = [Reading("articles", a.language, a.name, a.comparison) for a in articles()]
    assert sum(len(reading.comparison.matched) for reading in read) > 500
    known = set(json.loads(RESULTS.read_text(encoding="utf-8"))["wrong"])
    wrong = [row for tally in tallies(read).values() for row in (*tally.missing, *tally.surplus)]
    assert [row for row in wrong if row not in known] == []


def test_what_is_expected_names_what_the_catalogue_has() -> None:
    catalogue = load_catalogue()
    rows = [
        (filed.name, row) for filed in read_cases(FOLDER) for row in (*(filed.case.figures or ()), *filed.case.either)
    ]
    assert len(rows) > 500
    unknown = [
        (name, row) for name, row in rows
        if row.metric not in catalogue.metrics
        or row.entity not in {None, *catalogue.companies}
        or row.segment not in {None, *catalogue.segments}
    ]  # fmt: skip
    assert unknown == []
