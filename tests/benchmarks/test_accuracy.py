"""What `make accuracy` counts, and how it tells what changed."""

from __future__ import annotations

import json

from tests.benchmarks.accuracy import RESULTS, Reading, Tally, changes, recorded, tallies
from tests.extraction.comparison import compare

REVENUE = {"metric": "revenue", "value": 3, "kind": None}
CAPEX = {"metric": "capex", "value": 9, "kind": None}
SAID = {"speaker": "雷军", "kind": "direct", "text": "好"}


def test_precision_recall_and_their_mean() -> None:
    tally = Tally(right=6, missing=["one", "two"], surplus=["three"])
    assert (round(tally.precision, 3), tally.recall, round(tally.f1, 3)) == (0.857, 0.75, 0.8)
    assert (Tally().precision, Tally(missing=["one"]).f1) == (1.0, 0.0)


def test_rows_are_counted_by_source_kind_and_language() -> None:
    figures = compare([REVENUE], [CAPEX])
    quotes = compare([SAID], [SAID])
    counted = tallies([Reading("cases", "en", "a", figures), Reading("cases", "zh", "b", quotes)])
    assert [*counted] == [("cases", "figures", "en"), ("cases", "quotes direct", "zh")]
    assert counted["cases", "figures", "en"].missing == ["a: missing  metric=revenue  value=3"]
    assert counted["cases", "figures", "en"].surplus == ["a: surplus  metric=capex  value=9"]
    assert counted["cases", "quotes direct", "zh"].right == 1


def test_what_was_gained_and_lost_is_named() -> None:
    before = recorded(tallies([Reading("cases", "en", "a", compare([REVENUE, CAPEX], [CAPEX]))]))
    after = recorded(tallies([Reading("cases", "en", "a", compare([REVENUE, CAPEX], [REVENUE]))]))
    assert changes(before, before) == []
    assert changes(before, after) == [
        "gained  a: missing  metric=revenue  value=3",
        "lost    a: missing  metric=capex  value=9",
    ]
    improved = recorded(tallies([Reading("cases", "en", "a", compare([REVENUE, CAPEX], [REVENUE, CAPEX]))]))
    assert changes(before, improved)[-1] == (
        "cases · figures · en: right 1 → 2, missing 1 → 0, surplus 0 → 0, f1 0.6667 → 1.0"
    )


def test_results_of_a_commit_are_kept() -> None:
    kept = json.loads(RESULTS.read_text(encoding="utf-8"))
    assert sum(count["right"] for count in kept["counts"].values()) > 300
