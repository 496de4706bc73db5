"""What an issue tells that the one before did not: news, what only stands, and issues that have no news."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from generator.briefing.model import Briefing
from generator.briefing.story import TargetProgress, Timeline, WhatChanged
from generator.briefing.tabled import Scorecard, Table
from generator.briefing.worded import Quotes
from generator.corpus.document import Document, Span
from generator.extraction.figure import Figure
from generator.extraction.quote import Quote, Rating
from generator.selection.select import select
from tests.briefing.composing import CATALOGUE, audience, composed, marked, money
from tests.selection.stating import by_company, document, figure, quote

WEEK = {"cadence": "weekly", "window": "7 days"}
REVENUE = {"block": "scorecard", "metrics": ["revenue"]}
SUNDAY = date(2025, 11, 23)


def on(day: int, name: str, month: int = 11, **more: Any) -> Document:
    """A document of one day of 2025."""
    return document(name, published=f"2025-{month:02}-{day:02}T10:00", **more)


def changed(document: Document, day: int, month: int = 11, **more: Any) -> Document:
    """A document as its publisher has changed it on a day."""
    fields = {name: getattr(document, name) for name in Document.__slots__}
    return Document(**{**fields, "revised": datetime(2025, month, day, 9), **more})


def issue(
    documents: list[Document],
    figures: list[Figure],
    *sections: dict[str, Any],
    quotes: list[Quote] = [],  # noqa: B006
    ratings: list[Rating] = [],  # noqa: B006
    as_of: date = SUNDAY,
    to: str = "en",
    **more: Any,
) -> Briefing:
    selection = select(documents, by_company(figures), quotes, ratings, CATALOGUE, as_of)
    listed = sections or ({"block": "what_changed"}, REVENUE, {"block": "conflicts"}, {"block": "sources"})
    return composed(selection, *listed, to=audience(to), **{**WEEK, **more})


def block(briefing: Briefing, kind: type[Any]) -> Any:
    return next(section.block for section in briefing.sections if isinstance(section.block, kind))


def rows(briefing: Briefing) -> list[tuple[str, str, str]]:
    """Each change: how, what stands now, what stood before."""
    return [
        (marked(row.what), row.now.text if row.now else "–", row.before.text if row.before else "–")
        for row in block(briefing, WhatChanged).rows
    ]


def test_a_figure_of_a_new_period_is_new_and_names_the_one_before() -> None:
    documents = [on(19, "q2", month=8), on(18, "q3")]
    figures = [money("q2", "116.0", "2025-Q2"), money("q3", "113.1")]
    briefing = issue(documents, figures)
    assert rows(briefing) == [("new figure", "113.1 billion yuan", "116.0 billion yuan")]
    assert block(briefing, Scorecard).cards[0].note == "New in this issue"
    a_week_later = issue([*documents, on(26, "other")], [*figures, money("other", "7", metric="cash")], as_of=date(2025, 11, 30))  # fmt: skip
    assert rows(a_week_later) == []
    assert block(a_week_later, Scorecard).cards[0].note == ""


def test_what_a_house_restates_supersedes_its_own_word_and_those_who_repeated_it() -> None:
    release, review = on(19, "first", month=8, publisher="Xiaomi"), on(20, "review", month=8, publisher="Reuters")
    restated, late = on(18, "second", publisher="小米集团"), on(20, "late", publisher="Caixin")
    figures = [money(name, "92.5", "2025-Q2") for name in ("first", "review")] + [money("second", "91.9", "2025-Q2")]
    briefing = issue([release, review, restated], figures)
    assert rows(briefing) == [("restated", "91.9 billion yuan", "92.5 billion yuan")]
    assert block(briefing, Scorecard).cards[0].note == "Restated in this issue"
    assert not block(briefing, Scorecard).cards[0].disputed, "nobody has said otherwise since"
    fact = next(e.claim for e in briefing.evidence.values() if e.claim.value == figures[2].value)  # type: ignore[union-attr]
    assert {figure.document for figure in fact.superseded} == {"first", "review"}  # type: ignore[union-attr]
    still = issue([release, review, restated, late], [*figures, money("late", "92.5", "2025-Q2")])
    assert block(still, Scorecard).cards[0].disputed, "who says otherwise after it disagrees"


def test_news_that_says_otherwise_restates_nothing() -> None:
    documents = [on(19, "first", month=8, publisher="Xiaomi"), on(18, "second", publisher="Reuters")]
    briefing = issue(documents, [money("first", "92.5", "2025-Q2"), money("second", "91.9", "2025-Q2")])
    assert rows(briefing) == [("now disputed: [91.9 billion yuan] elsewhere", "92.5 billion yuan", "–")]


def test_a_target_set_anew() -> None:
    aim: dict[str, Any] = {"metric": "ev_deliveries", "unit": "count", "basis": "target", "period": "2025"}
    documents = [on(2, "spring", month=3), on(19, "autumn")]
    figures = [figure("spring", "350000", **aim), figure("autumn", "400000", **aim)]
    briefing = issue(documents, figures, {"block": "what_changed", "metrics": [{"metric": "ev_deliveries", "basis": "target"}]})  # fmt: skip
    assert rows(briefing) == [("set anew", "400,000", "350,000")]


PROGRESS = ({"block": "what_changed"}, {"block": "target_progress", "metrics": ["ev_deliveries"]})


def cars(source: str, value: str, period: str, **more: Any) -> Figure:
    return figure(source, value, metric="ev_deliveries", unit="count", period=period, **more)


def test_what_is_reached_of_a_target_is_news_beside_the_latest_quarter() -> None:
    documents = [on(18, "q3"), on(26, "nine")]
    figures = [cars("q3", "350000", "2025", basis="target"), cars("q3", "108796", "2025-Q3")]
    first = issue(documents, figures, *PROGRESS)
    assert [row.share for row in block(first, TargetProgress).rows] == [None]
    after = {"as_of": date(2025, 11, 30)}
    second = issue(documents, [*figures, cars("nine", "265000", "2025-9M")], *PROGRESS, **after)
    assert rows(second) == [("new figure", "265,000", "–")]
    assert [row.before for row in block(second, TargetProgress).rows] == [None], "no share was told before"
    gone = [documents[0], changed(on(20, "nine"), 27, withdrawn=True)]
    third = issue(gone, [*figures, cars("nine", "265000", "2025-9M")], *PROGRESS, **after)
    assert rows(third) == [("withdrawn", "–", "265,000")] and len(third.sections) == 3, "no quiet issue"


def test_progress_is_told_against_the_last_issue() -> None:
    documents = [on(18, "q3"), on(26, "raised")]
    figures = [cars("q3", "350000", "2025", basis="target"), cars("q3", "265000", "2025-9M")]
    raised = [*figures, cars("raised", "400000", "2025", basis="target")]
    after = {"as_of": date(2025, 11, 30)}
    (row,) = block(issue(documents, raised, *PROGRESS, **after), TargetProgress).rows
    assert (row.share.text, row.before.text) == ("66.3%", "75.7%")
    (same,) = block(issue(documents, figures, *PROGRESS, quiet="all", **after), TargetProgress).rows
    assert same.share.text == "75.7%" and same.before is None
    (alone,) = block(issue(documents, raised, *PROGRESS, cadence=None, **after), TargetProgress).rows
    assert alone.before is None, "a report without a cadence has no last issue"


def test_what_its_publisher_corrected_is_restated_from_the_day_it_did() -> None:
    said = on(18, "said", publisher="Reuters")
    first = changed(said, 18, revised=None, address="https://a.example/1")
    mended = changed(said, 25, id="mended", address="https://a.example/1", text=said.text + " corrected")
    figures = [money("said", "131.1"), money("mended", "113.1")]
    assert block(issue([first, mended], figures), Scorecard).cards[0].value.text == "131.1 billion yuan"
    later = issue([first, mended], figures, as_of=date(2025, 11, 30))
    assert rows(later) == [("restated", "113.1 billion yuan", "131.1 billion yuan")]
    assert {document.id for document in later.documents.values()} == {"said", "mended"}


def test_what_was_withdrawn_is_said_and_stated_no_more() -> None:
    said, other = on(18, "said", publisher="Reuters"), on(19, "q2", month=8)
    gone = changed(said, 26, withdrawn=True)
    figures = [money("said", "131.1"), money("q2", "116.0", "2025-Q2")]
    assert rows(issue([gone, other], figures)) == [("new figure", "131.1 billion yuan", "116.0 billion yuan")]
    later = issue([gone, other], figures, as_of=date(2025, 11, 30))
    assert rows(later) == [("withdrawn", "116.0 billion yuan", "131.1 billion yuan")]
    alone = issue([gone, on(27, "x")], figures[:1], as_of=date(2025, 11, 30))
    assert rows(alone) == [("withdrawn", "–", "131.1 billion yuan")]


def test_news_blocks_draw_on_the_window_and_on_one_of_their_own() -> None:
    documents = [on(2, "old"), on(20, "new")]
    quotes = [quote("old", "Old words of ours."), quote("new", "New words of ours.")]
    ratings = [Rating("old", 0, 3, Span(0, 9), "citi", "xiaomi", "buy")]
    sections = ({"block": "quotes"}, {"block": "ratings"}, {"block": "timeline", "stories": 5}, REVENUE)
    figures = [money("new", "113.1")]
    texts = [f"Title of {name}. {name}" * 20 for name in ("old", "new")]
    documents = [on(day, name, text=text) for (day, name), text in zip(((2, "old"), (20, "new")), texts, strict=True)]
    briefing = issue(documents, figures, *sections, quotes=quotes, ratings=ratings)
    assert [card.words.text for card in block(briefing, Quotes).cards] == ["New words of ours."]
    assert [marked(event.line) for event in block(briefing, Timeline).events] == ["[Title of new]"]
    assert not any(isinstance(section.block, Table) for section in briefing.sections)
    assert not briefing.notices, "that nobody spoke in the window is no gap of the corpus"
    wider = [{**section, "window": "30 days"} for section in sections[:3]]
    longer = issue(documents, figures, *wider, REVENUE, quotes=quotes, ratings=ratings)
    assert len(block(longer, Quotes).cards) == 2 and len(block(longer, Timeline).events) == 2 and block(longer, Table)
    everything = issue(documents, figures, *sections, quotes=quotes, ratings=ratings, window="all")
    assert len(block(everything, Quotes).cards) == 2


@pytest.mark.parametrize(
    ("to", "said"),
    [
        ("en", "Nothing new on Xiaomi was found in what the sources followed published from 24 November 2025 to 30 November 2025. "
               "What follows stands as last published, up to 20 November 2025."),
        ("zh", "2025年11月24日至2025年11月30日，所关注来源的公开内容中未见有关小米的新数据或新表态。以下数据截至2025年11月20日的最近一次披露。"),
    ],
)  # fmt: skip
def test_an_issue_without_news_says_so_and_shows_what_stands(to: str, said: str) -> None:
    documents, figures = [on(20, "new")], [money("new", "113.1")]
    sections = (
        {"block": "quotes"},
        {**REVENUE, "id": "key"},
        {"block": "text", "body": "Words."},
        {"block": "sources"},
    )
    quotes = [quote("new", "Words of ours.")]
    quiet = issue(documents, figures, *sections, quotes=quotes, as_of=date(2025, 11, 30), to=to)
    assert [section.id for section in quiet.sections] == ["what_changed", "key", "sources"]
    assert block(quiet, WhatChanged).none == said
    assert block(quiet, Scorecard).cards[0].value.text in ("113.1 billion yuan", "1,131亿元")
    assert len(quiet.sources) == 1


def test_a_report_says_what_its_issues_without_news_show() -> None:
    documents, figures = [on(20, "new")], [money("new", "113.1")]
    sections = ({"block": "quotes", "id": "voices"}, {**REVENUE, "id": "key"}, {"block": "text", "body": "Words."})
    more: dict[str, Any] = {"quotes": [quote("new", "Words of ours.")], "as_of": date(2025, 11, 30)}
    chosen = issue(documents, figures, *sections, quiet=["voices"], **more)
    assert [section.id for section in chosen.sections] == ["what_changed", "voices", "sources"]
    whole = issue(documents, figures, *sections, quiet="all", **more)
    assert [section.id for section in whole.sections] == ["what_changed", "voices", "key", "text", "sources"]
    without = issue(documents, figures, *sections, window=None, **more)
    assert [section.id for section in without.sections] == ["voices", "key", "text", "sources"], (
        "no window, no quiet issue"
    )


def test_texts_can_ask_whether_a_figure_is_news() -> None:
    text = {"block": "text", "body": '{% if new("revenue") %}New: {% endif %}{{ figure("revenue") }}.'}
    documents, figures = [on(20, "new"), on(27, "other")], [money("new", "113.1"), money("other", "7", metric="cash")]
    said = [marked(issue(documents, figures, text, as_of=day).sections[0].block.paragraphs[0].line) for day in (SUNDAY, date(2025, 11, 30))]  # type: ignore[union-attr]  # fmt: skip
    assert said == ["New: [113.1 billion yuan] (Q3 2025).", "[113.1 billion yuan] (Q3 2025)."]


def test_the_cover_bears_the_number_of_the_issue() -> None:
    documents, figures = [on(20, "new")], [money("new", "113.1")]
    briefing = issue(documents, figures, first_issue="2025-W47")  # composed as issue 2026-W02
    assert (briefing.cover.issue, briefing.cover.numbered) == ("Week 2, 2026", "No. 8 · Week 2, 2026")
    assert issue(documents, figures, first_issue="2025-W47", to="zh").cover.numbered == "第8期 · 2026年第2周"
    assert issue(documents, figures, first_issue="2026-W03").cover.numbered == "Week 2, 2026", "before the first, none"
    assert issue(documents, figures).cover.numbered == "Week 2, 2026"
