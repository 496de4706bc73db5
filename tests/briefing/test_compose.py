"""A briefing as a whole: order, evidence, sources, and what each audience gets."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from generator.briefing.citations import printed_in
from generator.briefing.compose import compose
from generator.briefing.model import Briefing, Sources
from generator.briefing.tabled import Conflicts, Scorecard, Table
from generator.errors import TemplateFailed
from generator.selection.fact import Fact
from generator.settings.report import Report
from tests.briefing.composing import CATALOGUE, audience, composed, marked, money, quarters, report, selected
from tests.selection.stating import document, figure

METRICS = ["revenue", "gross_margin", "net_profit", "capex", "cash", "rd_expense", "eps", "dividend"]
SECTIONS: list[dict[str, Any]] = [
    {"block": "scorecard", "id": "key", "metrics": METRICS},
    {"block": "chart", "id": "trend", "metrics": ["revenue"]},
    {"block": "table", "metrics": METRICS},
    {"block": "conflicts"},
    {"block": "method"},
    {"block": "sources"},
]
FIGURES = [
    *quarters("one"),
    *quarters("two"),
    money("three", "120.0"),
    figure("two", "22", "1", measure="yoy", unit="percent"),
]


def whole(**more: Any) -> Briefing:
    return composed(selected(FIGURES), *SECTIONS, to=audience(**more))


def test_every_printed_figure_leads_to_evidence_and_to_numbered_sources() -> None:
    briefing = whole()
    printed = list(printed_in(briefing.sections))
    assert len(printed) > 20
    numbers = {source.number: source for source in briefing.sources}
    for words in printed:
        assert words.evidence in briefing.evidence
        assert words.citations
        assert all(words.evidence in numbers[number].evidence for number in words.citations)
    assert {words.evidence for words in printed} == set(briefing.evidence)
    assert all(evidence.id == name for name, evidence in briefing.evidence.items())


def test_sources_are_numbered_in_the_order_of_first_use() -> None:
    briefing = whole()
    first_used = list(dict.fromkeys(n for p in printed_in(briefing.sections) for n in p.citations))
    assert first_used == sorted(first_used) == [source.number for source in briefing.sources]
    listed = next(s.block for s in briefing.sections if isinstance(s.block, Sources))
    assert listed.sources == briefing.sources


def test_documents_hold_dissent_and_inputs_too() -> None:
    figures = [money("one", "113.1"), money("two", "113.1"), money("three", "120.0"), money("four", "92.5", "2024-Q3")]
    briefing = composed(selected(figures), {"block": "scorecard", "metrics": ["revenue"]})
    assert set(briefing.documents) == {"one", "two", "three", "four"}
    derived = [e.claim for e in briefing.evidence.values() if isinstance(e.claim, Fact) and e.claim.derivation]
    assert len(derived) == 1
    card = next(s.block for s in briefing.sections if isinstance(s.block, Scorecard)).cards[0]
    assert card.change is not None
    assert {briefing.sources[n - 1].document.id for n in card.change.citations} == {"one", "four"}


def test_conflicts_know_what_is_printed_after_them() -> None:
    briefing = whole(sections={"first": ["conflicts"]})
    assert briefing.sections[0].id == "conflicts"
    conflicts = briefing.sections[0].block
    assert isinstance(conflicts, Conflicts)
    assert [c.stated.text for c in conflicts.conflicts] == ["113.1 billion yuan"]
    assert next(printed_in(briefing.sections)).citations[0] == 1


def test_an_audience_chooses_sections_by_name_and_by_block() -> None:
    ids = lambda b: [s.id for s in b.sections]  # noqa: E731
    assert ids(whole()) == ["key", "trend", "table", "conflicts", "method", "sources"]
    assert ids(whole(sections={"only": ["key", "sources"]})) == ["key", "sources"]
    assert ids(whole(sections={"omit": ["table", "method"]})) == ["key", "trend", "conflicts", "sources"]
    assert ids(whole(sections={"first": ["sources", "trend"]}))[:3] == ["sources", "trend", "key"]


def test_sources_are_listed_whether_anybody_asks_for_them_or_not() -> None:
    assert [s.id for s in whole(sections={"only": ["key"]}).sections] == ["key", "sources"]
    unasked = composed(selected(FIGURES), {"block": "scorecard", "metrics": ["revenue"]})
    assert [s.id for s in unasked.sections] == ["scorecard", "sources"]
    assert isinstance(unasked.sections[-1].block, Sources)
    assert unasked.sections[-1].block.sources == unasked.sources != ()


def test_brief_is_shorter_than_full() -> None:
    brief, full = whole(detail="brief"), whole()
    cards = [next(s.block for s in b.sections if isinstance(s.block, Scorecard)).cards for b in (brief, full)]
    rows = [next(s.block for s in b.sections if isinstance(s.block, Table)).rows for b in (brief, full)]
    assert [len(part) for part in cards] == [6, 8]
    assert [len(part) for part in rows] == [6, 8]


def test_plain_words_name_metrics_plainly() -> None:
    briefing = whole(plain_words=True)
    card = next(s.block for s in briefing.sections if isinstance(s.block, Scorecard)).cards[0]
    assert card.label == "Sales"


def test_the_same_corpus_gives_the_same_briefing() -> None:
    one, other = whole(), whole()
    assert one == other
    assert one.generated == datetime(2025, 11, 18, tzinfo=UTC)
    assert one.as_of == date(2025, 11, 18)


def test_a_figure_taken_out_of_the_corpus_vanishes_from_the_briefing() -> None:
    section = {"block": "scorecard", "metrics": ["revenue"]}
    cut = composed(selected([money("one", "9.9", entity="byd")]), section)
    assert not cut.evidence
    assert not cut.sources
    assert "113.1" not in str(cut)


def test_a_metric_that_is_another_company_s_own_is_told_unless_it_is_named_as_such() -> None:
    asked: dict[str, Any] = {"block": "table", "metrics": ["revenue", "ev_segment_revenue"]}
    said = "ev_segment_revenue is xiaomi's own; write 'entity: xiaomi' if it is meant here."
    briefing = composed(selected(FIGURES), asked, entity="nio")
    assert said in [notice.message for notice in briefing.notices]
    named = [{"metric": "ev_segment_revenue", "entity": "xiaomi"}]
    for metrics, entity in ((named, "nio"), (["ev_segment_revenue"], "xiaomi")):
        briefing = composed(selected(FIGURES), {**asked, "metrics": metrics}, entity=entity)
        assert said not in [notice.message for notice in briefing.notices]


def test_sections_without_names_of_their_own_are_told_apart() -> None:
    section = {"block": "chart", "metrics": ["revenue"]}
    briefing = composed(selected(FIGURES), section, section, section)
    assert [s.id for s in briefing.sections] == ["chart", "chart_2", "chart_3", "sources"]


def test_titles_are_filled_in_and_cover_names_the_reader() -> None:
    selection = selected(FIGURES)
    what: Report = report(
        SECTIONS[0], title="{{ entity }}, {{ period }}, {{ house }}", period="2025-Q3", names={"house": "IR"}
    )
    briefing = compose("r", what, "a", audience("zh"), selection, CATALOGUE, (), "2026-W02")
    assert (briefing.cover.title, briefing.cover.entity) == ("小米, 2025年第三季度, IR", "小米集团")
    assert briefing.cover.as_of == "2025年11月18日"
    assert briefing.keywords[:2] == ("小米", "营收")


def test_a_projects_own_labels_and_phrases_come_first(tmp_path: Path) -> None:
    (tmp_path / "labels.yaml").write_text("year_earlier: {en: last year, zh: 去年}\n", encoding="utf-8")
    (tmp_path / "phrases.yaml").write_text("title_scorecard: The numbers\n", encoding="utf-8")
    what = report({"block": "scorecard", "metrics": ["revenue"]})
    briefing = compose("r", what, "a", audience(), selected(FIGURES), CATALOGUE, (), "1", template_folders=[tmp_path])
    section = briefing.sections[0]
    assert section.title == "The numbers"
    assert isinstance(section.block, Scorecard)
    assert marked(section.block.cards[0].earlier) == "[92.5 billion yuan] last year"
    assert briefing.labels["disclaimer"] == "Disclaimer"


def test_a_phrase_that_asks_for_what_there_is_not_says_so(tmp_path: Path) -> None:
    (tmp_path / "phrases.yaml").write_text('was: "{metrik} {value}"\n', encoding="utf-8")
    what = report({"block": "scorecard", "metrics": ["net_profit"]})
    selection = selected([money("one", "9.9", metric="net_profit")])
    with pytest.raises(TemplateFailed, match=r"phrases.yaml, 'was': no 'metrik'; it can take {metric}, {value}"):
        compose("r", what, "a", audience(), selection, CATALOGUE, (), "1", template_folders=[tmp_path])


def test_the_readers_language_is_cited_first_among_sources_that_say_the_same() -> None:
    sources = [document("one", language="zh-Hans"), document("two"), document("three", language="zh-Hans")]
    figures = [money(source.id, "113.1") for source in sources]
    section = {"block": "scorecard", "metrics": ["revenue"]}
    briefing = composed(selected(figures, documents=sources), section)
    assert [source.document.id for source in briefing.sources] == ["two", "one", "three"]
