"""What a corpus states as of a date."""

from __future__ import annotations

import random
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from generator.corpus.document import Document
from generator.errors import CorpusMissing
from generator.extraction.figure import Figure
from generator.extraction.quote import Rating
from generator.selection.fact import Aspects, Fact
from generator.selection.select import select
from generator.selection.selection import Selection
from generator.settings.catalogue import Catalogue
from generator.settings.catalogued import load_catalogue
from generator.settings.period import Period
from tests.selection.stating import by_company, document, figure, quote

CATALOGUE = load_catalogue()
SYNDICATED = " ".join(random.Random(7).sample([f"word{i}" for i in range(900)], 200))


def chosen(documents: list[Document], figures: list[Figure], **more: Any) -> Selection:
    found = by_company(figures)
    return select(documents, found, more.get("quotes", []), more.get("ratings", []), CATALOGUE, more.get("as_of"))


def only(selection: Selection) -> Fact:
    (fact,) = selection.facts.values()
    return fact


def test_three_outlets_of_one_story_count_once_and_two_of_their_own_outweigh_them() -> None:
    wires = [document(f"wire{i}", SYNDICATED + f" {i}") for i in range(3)]
    own = [document("reuters"), document("yicai")]
    figures = [figure(wire.id, "43400000", "100000") for wire in wires]
    figures += [figure(source.id, "43300000", "100000") for source in own]
    fact = only(chosen([*wires, *own], figures))
    assert fact.value == Decimal("43300000")
    assert {f.document for f in fact.dissenting} == {"wire0", "wire1", "wire2"}


def test_the_most_precise_of_those_who_agree_is_stated_and_nobody_is_dropped() -> None:
    sources = [document(name) for name in ("one", "two", "three", "four")]
    figures = [
        figure("one", "113000000000", "1000000000", bound="approx"),
        figure("two", "113100000000", "100000000"),
        figure("three", "113120000000", "10000000", bound="approx"),
        figure("four", "120000000000", "1000000000"),
    ]
    fact = only(chosen(sources, figures))
    assert fact.stated == figures[1]
    assert (fact.value, fact.bound, fact.precision) == (Decimal("113100000000"), "exact", Decimal("100000000"))
    assert set(fact.supporting) == set(figures[:3])
    assert fact.dissenting == (figures[3],)


def test_the_companys_own_document_breaks_a_tie() -> None:
    sources = [document("one"), document("two", publisher="小米集团", published="2025-11-17T08:00")]
    figures = [figure("one", "5"), figure("two", "9")]
    assert only(chosen(sources, figures)).stated == figures[1]


def test_what_was_published_after_the_date_does_not_exist() -> None:
    sources = [document("early", published="2025-11-18T23:59"), document("late", published="2025-11-19T00:00")]
    figures = [figure("early", "5"), figure("late", "9"), figure("late", "10"), figure("late", "9")]
    selection = chosen(sources, figures, as_of=date(2025, 11, 18))
    assert only(selection).value == 5
    assert set(selection.documents) == {"early"}
    assert chosen(sources, figures).as_of == date(2025, 11, 19)


def test_an_undated_document_counts_only_where_the_date_leaves_no_dated_one_out() -> None:
    sources = [document("early", published="2025-11-18T10:00"), document("undated", published=None)]
    assert set(chosen(sources, []).documents) == {"early", "undated"}
    later = document("late", published="2025-12-01T10:00")
    assert set(chosen([*sources, later], [], as_of=date(2025, 11, 20)).documents) == {"early"}


def test_a_date_before_every_document_says_so() -> None:
    with pytest.raises(CorpusMissing, match="2020-01-01"):
        chosen([document("one")], [], as_of=date(2020, 1, 1))


def test_doubtful_figures_and_amounts_without_a_metric_state_nothing() -> None:
    figures = [figure("one", "5", doubt="two metrics in reach"), figure("one", "6", metric=None)]
    assert not chosen([document("one")], figures).facts


def test_another_currency_is_neither_support_nor_dissent() -> None:
    figures = [figure("one", "113", unit="CNY"), figure("two", "113", unit="CNY"), figure("one", "16", unit="USD")]
    fact = only(chosen([document("one"), document("two")], figures))
    assert fact.unit == "CNY"
    assert not fact.dissenting
    assert fact.converted == (figures[2],)


def test_the_currency_a_company_reports_in_goes_before_what_many_convert() -> None:
    sources = [document(name) for name in ("filing", "one", "two")]
    figures = [figure("filing", "54.31"), figure("one", "8.49", unit="USD"), figure("two", "8.49", unit="USD")]
    assert only(chosen(sources, figures)).unit == "CNY"
    prices = [figure(f.document, str(f.value), unit=f.unit, metric="target_price") for f in figures]
    assert only(chosen(sources, prices)).unit == "USD", "what a market quotes is in no currency of the company's"


def test_a_raised_target_replaces_the_one_before() -> None:
    sources = [document(f"old{i}", published="2025-03-18T10:00") for i in range(3)] + [document("new")]
    figures = [figure(f"old{i}", "350000", metric="ev_deliveries", unit="count", basis="target") for i in range(3)]
    figures.append(figure("new", "400000", metric="ev_deliveries", unit="count", basis="target", bound="at_least"))
    fact = only(chosen(sources, figures))
    assert (fact.value, fact.bound) == (400000, "at_least")
    assert not fact.dissenting
    assert set(fact.superseded) == set(figures[:3])


def test_a_change_over_the_year_is_derived_where_no_source_states_it() -> None:
    levels = [figure("one", "113.1", "0.1"), figure("one", "92.5", "0.1", period="2024-Q3")]
    facts = chosen([document("one")], levels).facts
    fact = facts[Aspects("revenue", "xiaomi", None, "yoy", Period("2025-Q3"), "actual")]
    assert (round(fact.value, 1), fact.unit, fact.stated) == (Decimal("22.3"), "percent", None)
    assert fact.precision == 1, "two rounded inputs leave no first decimal to state"
    assert fact.derivation is not None
    assert [(name, f.value) for name, f in fact.derivation.inputs] == [
        ("this", Decimal("113.1")),
        ("before", Decimal("92.5")),
    ]


def test_a_change_over_the_quarter_is_derived_too() -> None:
    levels = [figure("one", "120", "1"), figure("one", "100", "1", period="2025-Q2")]
    facts = chosen([document("one")], levels).facts
    fact = facts[Aspects("revenue", "xiaomi", None, "qoq", Period("2025-Q3"), "actual")]
    assert (round(fact.value), fact.unit, fact.precision) == (20, "percent", 1)
    assert fact.bound == "approx", "two inputs of three digits leave the last point open"


def test_of_a_month_the_period_before_is_the_month_before() -> None:
    months = {"2025-10": "42013", "2025-09": "41581", "2025-07": "36717"}
    levels = [figure("one", value, "1", metric="ev_deliveries", unit="count", period=p) for p, value in months.items()]
    facts = chosen([document("one")], levels).facts
    changes = {a.period.label: f.value for a, f in facts.items() if a.measure == "qoq" and a.period}
    assert {month: round(value, 1) for month, value in changes.items()} == {"2025-10": Decimal("1.0")}


def test_a_stated_change_is_not_derived_anew() -> None:
    figures = [
        figure("one", "113.1", "0.1"),
        figure("one", "92.5", "0.1", period="2024-Q3"),
        figure("one", "22.3", "0.1", measure="yoy", unit="percent"),
    ]
    facts = chosen([document("one")], figures).facts
    assert facts[Aspects("revenue", "xiaomi", None, "yoy", Period("2025-Q3"), "actual")].stated == figures[2]


def test_margins_change_by_percentage_points_and_losses_by_nothing() -> None:
    figures = [
        figure("one", "22.9", "0.1", metric="gross_margin", unit="percent"),
        figure("one", "20.4", "0.1", metric="gross_margin", unit="percent", period="2024-Q3"),
        figure("one", "700", "100", metric="ev_operating_profit"),
        figure("one", "-1500", "100", metric="ev_operating_profit", period="2024-Q3"),
    ]
    facts = chosen([document("one")], figures).facts
    fact = facts[Aspects("gross_margin", "xiaomi", None, "yoy_pp", Period("2025-Q3"), "actual")]
    assert (fact.value, fact.unit) == (Decimal("2.5"), "percentage_point")
    assert not any(a.metric == "ev_operating_profit" and a.measure != "level" for a in facts)


@pytest.mark.parametrize(("profits", "known"), [(("19.3", "9.2"), False), ((), False), (("1.5", "7.7"), True)])
def test_earnings_a_share_change_as_profit_does_or_are_told_of_other_shares(
    profits: tuple[str, ...], known: bool
) -> None:
    """A share that became ten earns a fifth, while profit doubles."""
    figures = [
        figure("one", "0.78", "0.01", metric="eps"),
        figure("one", "4.02", "0.01", metric="eps", period="2024-Q3"),
    ]
    for value, period in zip(profits, ("2025-Q3", "2024-Q3"), strict=False):
        figures.append(figure("one", value, "0.1", metric="net_profit", period=period))
    facts = chosen([document("one")], figures).facts
    assert any(aspects.metric == "eps" and aspects.measure == "yoy" for aspects in facts) == known
    assert sum(aspects.metric == "eps" and aspects.measure == "level" for aspects in facts) == 2


def test_a_metric_with_a_formula_follows_from_facts_of_the_same_company_and_period() -> None:
    entry = {"name": "Net margin", "unit": "percent", "formula": "net_profit / revenue * 100"}
    catalogue = Catalogue.model_validate(
        {"metrics": {**CATALOGUE.model_dump()["metrics"], "net_margin": entry}, "companies": CATALOGUE.companies}
    )
    figures = [
        figure("one", "12.3", "0.1", metric="net_profit"),
        figure("one", "113.1", "0.1"),
        figure("one", "500", entity="apple", metric="net_profit"),
    ]
    facts = select([document("one")], by_company(figures), [], [], catalogue, None).facts
    derived = [fact for fact in facts.values() if fact.derivation]
    assert [(f.aspects.metric, f.aspects.entity, round(f.value, 1)) for f in derived] == [
        ("net_margin", "xiaomi", Decimal("10.9"))
    ]


def test_the_same_words_in_many_outlets_are_one_quote_and_the_newest_words_come_first() -> None:
    sources = [
        document("first", published="2025-11-01T10:00"),
        document("copy", published="2025-11-05T10:00"),
        document("new", published="2025-11-09T10:00"),
    ]
    quotes = [
        quote("copy", "We will stay patient, and keep investing in chips."),
        quote("first", "We will stay patient and keep investing in chips"),
        quote("first", "keep investing in chips", kind="indirect"),
        quote("new", "The car business has turned the corner."),
        quote("copy", "We will stay patient and keep investing in chips", speaker_id="lu_weibing"),
    ]
    found = chosen(sources, [], quotes=quotes).quotes
    assert [(q.document, q.speaker_id) for q in found] == [
        ("new", "lei_jun"),
        ("copy", "lei_jun"),
        ("copy", "lu_weibing"),
    ]


def test_a_houses_latest_rating_stands() -> None:
    sources = [document("old", published="2025-11-01T10:00"), document("new", published="2025-12-01T10:00")]
    ratings = [
        Rating("new", 0, 3, (0, 9), "goldman_sachs", "xiaomi", "buy"),  # type: ignore[arg-type]
        Rating("old", 0, 3, (0, 9), "goldman_sachs", "xiaomi", "hold"),  # type: ignore[arg-type]
        Rating("old", 0, 3, (0, 9), "jefferies", "xiaomi", "buy"),  # type: ignore[arg-type]
    ]
    found = chosen(sources, [], ratings=ratings).ratings
    assert [(r.house, r.rating) for r in found] == [("goldman_sachs", "buy"), ("jefferies", "buy")]


def test_facts_of_a_company_that_nobody_asks_for_are_not_chosen() -> None:
    asked = []

    class Asked(dict[str | None, list[Figure]]):
        def get(self, company: str | None, default: Any = None) -> Any:
            asked.append(company)
            return super().get(company, default)

    figures = Asked(
        by_company([figure("one", "5"), figure("one", "6", entity="apple"), figure("one", "7", entity="byd")])
    )
    facts = select([document("one")], figures, [], [], CATALOGUE).facts
    assert [fact.value for fact in facts.of("apple").values()] == [6]
    assert facts.of("apple") is facts.of("apple")
    assert asked == ["apple"]
    assert not facts.of("tesla")
    assert {aspects.entity: fact.value for aspects, fact in facts.items()} == {"xiaomi": 5, "apple": 6, "byd": 7}
    assert len(facts) == 3
