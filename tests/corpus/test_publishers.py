"""Publishers under their real names."""

from __future__ import annotations

import pytest

from generator.corpus.publishers import publisher_name
from generator.settings.catalogued import load_catalogue

CATALOGUE = load_catalogue()


@pytest.mark.parametrize(
    ("spelling", "english", "chinese"),
    [("Xin Lang Cai Jing", "Sina Finance", "新浪财经"), ("智通财经网", "Zhitong Finance", "智通财经"), ("3 6 Ke", "36Kr", "36氪"),
     ("XIN LANG CAI JING", "Sina Finance", "新浪财经"), ("阿思達克財經", "AASTOCKS", "阿斯达克财经"), ("Xiaomi Corporation", "Xiaomi Corporation", "小米集团")],
)  # fmt: skip
def test_a_spelling_leads_to_the_name(spelling: str, english: str, chinese: str) -> None:
    assert publisher_name(spelling, CATALOGUE, "en") == english
    assert publisher_name(spelling, CATALOGUE, "zh") == chinese


def test_an_unknown_outlet_stays_as_the_source_writes_it() -> None:
    assert publisher_name("Some Daily", CATALOGUE, "zh") == "Some Daily"
    assert publisher_name(None, CATALOGUE, "en") == ""


def test_no_spelling_leads_to_two_outlets() -> None:
    seen: dict[str, str] = {}
    for name, publisher in CATALOGUE.publishers.items():
        for spelling in {
            s.casefold().replace(" ", "") for s in (publisher.name.en, publisher.name.zh, *publisher.aliases)
        }:
            assert seen.setdefault(spelling, name) == name, f"{spelling} leads to {seen[spelling]} and {name}"
