"""The author's words, and figures by reference in them."""

from __future__ import annotations

from typing import Any

import pytest

from generator.briefing.model import Briefing
from generator.briefing.worded import Paragraph, Prose
from generator.errors import NotStated, TemplateFailed
from generator.settings.translations import Translation
from tests.briefing.composing import audience, composed, marked, money, quarters, selected
from tests.selection.stating import document, figure, quote

FIGURES = [*quarters(), figure("one", "22.3", "0.1", measure="yoy", unit="percent")]


def prose(body: str, language: str = "en", figures: Any = FIGURES, quotes: Any = (), **more: Any) -> Briefing:
    selection = selected(figures, quotes, documents=more.pop("documents", ()))
    return composed(selection, {"block": "text", "id": "brief", "body": body}, to=audience(language), **more)


def said(briefing: Briefing) -> list[str]:
    block = briefing.sections[0].block
    assert isinstance(block, Prose)
    return [("- " if p.bullet else "") + marked(p.line) for p in block.paragraphs]


def test_figures_and_changes_are_printed_with_their_evidence() -> None:
    briefing = prose('Revenue was {{ figure("revenue") }} {{ when("revenue") }}, {{ change("revenue") }}.')
    assert said(briefing) == ["Revenue was [113.1 billion yuan] in Q3 2025, [up 22.3%] year on year."]
    assert [source.document.id for source in briefing.sources] == ["one"]


def test_chinese_prose_is_worded_in_chinese() -> None:
    body = '{{ period_of("revenue") }}营收{{ figure("revenue") }}，{{ change("revenue") }}。'
    assert said(prose(body, "zh")) == ["2025年第三季度营收[1,131亿元]，同比[增长22.3%]。"]


def test_another_measure_period_and_company_can_be_asked_for() -> None:
    figures = [*FIGURES, money("one", "9.9", entity="byd")]
    asked = ('measure="yoy"', 'period="2024-Q3"', 'entity="byd"')
    body = " ".join(f'{{{{ figure("revenue", {more}) }}}}' for more in asked)
    assert said(prose(body, figures=figures)) == ["[+22.3%] (Q3 2025) [92.5 billion yuan] [9.9 billion yuan]"]


def test_paragraphs_bullets_and_emphasis_are_markdowns() -> None:
    body = "# Head\nOne **bold** line\nwrapped.\n\n---\nMore.\n- first\n- second\n  wrapped\n"
    assert said(prose(body)) == ["Head", "One bold line wrapped.", "More.", "- first", "- second wrapped"]


def test_what_the_corpus_does_not_state_says_so_in_print_and_to_the_maker() -> None:
    briefing = prose('Cash was {{ figure("cash") }}; capex {{ change("capex") }}.')
    assert said(briefing) == ["Not stated in the sources: Cash, Capital expenditure."]
    mixed = prose('- Revenue was {{ figure("revenue") }}. Cash was {{ figure("cash") }}.\n- And that was all.')
    assert said(mixed) == [
        "- Revenue was [113.1 billion yuan] (Q3 2025). Not stated in the sources: Cash.",
        "- And that was all.",
    ]
    clauses = prose('Revenue was {{ figure("revenue") }}; cash was {{ figure("cash") }}.')
    assert said(clauses) == ["Revenue was [113.1 billion yuan] (Q3 2025). Not stated in the sources: Cash."]
    begun = prose('Cash was {{ figure("cash") }}; revenue was {{ figure("revenue") }}.')
    assert said(begun) == ["Revenue was [113.1 billion yuan] (Q3 2025). Not stated in the sources: Cash."]
    assert said(prose('营收{{ figure("revenue") }}；现金{{ figure("cash") }}，充足。', "zh")) == [
        "营收[1,131亿元]（2025年第三季度）。资料未披露：现金储备。"
    ]
    guarded = prose(
        'Revenue{% if stated("revenue", change=True) %} rose{% endif %}{% if stated("cash") %}, cash{% endif %}.'
    )
    assert said(guarded) == ["Revenue rose."]
    assert not guarded.notices
    assert [(n.section, n.message) for n in briefing.notices] == [
        ("brief", "The corpus does not state xiaomi cash."),
        ("brief", "The corpus does not state xiaomi capex."),
    ]


def test_strict_names_everything_missing_at_once() -> None:
    with pytest.raises(NotStated) as caught:
        prose('{{ figure("cash", period="2025-Q3") }} {{ figure("capex") }}', strict=True)
    assert "xiaomi cash 2025-Q3" in str(caught.value)
    assert "xiaomi capex" in str(caught.value)
    assert caught.value.exit_code == 8


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ('One.\n\nTwo {{ figure("revnue") }}.', r"section 'brief', line 3: there is no metric 'revnue'.*'revenue'"),
        ("One {{ growth }}.", r"line 1: 'growth' is undefined"),
        ("One.\nTwo {% if %}.", r"line 2: "),
        ('{{ figure("revenue", period="Q3") }}', r"'Q3' is no period"),
        ('{{ figure("revenue", measur="yoy") }}', r"measur"),
        ('{{ name("revenue", label="Up 99%") }}', r"called here what it is called"),
        ('{{ figure("revenue", entity="xiaomy") }}', r"no company 'xiaomy'.*'xiaomi'"),
        ('{{ quote("lei_yun") }}', r"no speaker 'lei_yun'.*'lei_jun'"),
        ('{{ figure("revenue")[:5] }}', r"neither cut nor reckoned with"),
        ('{{ figure("revenue") | truncate(5) }}', r"neither cut nor reckoned with"),
        ('{{ (figure("revenue") | float) / 2 }}', r"neither cut nor reckoned with"),
        ('{{ figure("revenue") | int }}', r"neither cut nor reckoned with"),
        ('{{ figure("revenue") | reverse }}', r"neither cut nor reckoned with"),
        ("{{ ''.__class__.__mro__ }}", r"line 1"),
        ("{{ 1 / 0 }}", r"line 1: division by zero"),
    ],
)
def test_a_text_that_cannot_be_rendered_says_where_and_why(body: str, told: str) -> None:
    with pytest.raises(TemplateFailed, match=f"(?s)report 'weekly'.*{told}"):
        prose(body)


def test_no_filter_and_no_text_can_be_mistaken_for_a_figure() -> None:
    briefing = prose('{{ figure("revenue") | upper }} \ue0000.0\ue001 {{ "<b>" }}')
    assert said(briefing) == ["[113.1 billion yuan] (Q3 2025) \ue0000.0\ue001 <b>"]


@pytest.mark.parametrize("typed", ["22.3%", '{{ "22.3%" }}', "{{ share }}", "{{ 20 + 2 }}", "In Q3", "{{ period }} 2"])
def test_a_number_that_is_not_looked_up_is_refused(typed: str) -> None:
    with pytest.raises(TemplateFailed, match=r"'brief'.* is typed, so nothing stands behind it: .*own\("):
        prose(f"Growth of {typed} is fine.", names={"share": "22.3%"}, period="2025-Q3")


def test_the_authors_own_numbers_are_marked_and_names_with_digits_are_names() -> None:
    briefing = prose('We set {{ own("3 priorities") }} for the SU7 {{ when("revenue") | capitalize }}.')
    assert said(briefing) == ["We set 3 priorities for the SU7 In q3 2025."]
    with pytest.raises(TemplateFailed, match=r"own\(\) takes the author's own words"):
        prose('{{ own(figure("revenue")) }}')


def test_a_quote_stands_in_its_own_words_with_a_translation_where_there_is_one() -> None:
    words = "这是一种新的参考答案"
    sources = [document("one", language="zh-Hans")]
    translations = [Translation(original=words, en="This is a new answer to go by")]
    body = 'He said {{ quote("lei_jun") }}.'
    briefing = prose(body, figures=(), quotes=[quote("one", words)], documents=sources, translations=translations)
    assert said(briefing) == [f"He said “[{words}]” (This is a new answer to go by)."]


def test_a_translation_of_words_with_other_numbers_is_none() -> None:
    words = "全年交付目标提升至35万台，我们有信心"
    translations = [Translation(original=words.replace("35", "40"), en="The target goes up to 400,000 cars")]
    sources = [document("one", language="zh-Hans")]
    body = 'He said {{ quote("lei_jun") }}.'
    briefing = prose(body, figures=(), quotes=[quote("one", words)], documents=sources, translations=translations)
    assert said(briefing) == [f"He said “[{words}]”."]


def test_what_is_said_of_a_change_that_is_not_stated_follows_without_a_comma() -> None:
    body = 'Profit was {{ figure("net_profit", period="2025-Q2") }}, {{ change("net_profit", period="2025-Q2") }}.'
    assert said(prose(body, figures=LATER)) == [
        "Profit was [−3.5 billion yuan] (change not stated in the sources).",
    ]
    chinese = '利润为{{ figure("net_profit", period="2025-Q2") }}，{{ change("net_profit", period="2025-Q2") }}。'
    assert said(prose(chinese, "zh", figures=LATER)) == ["利润为[−35亿元]（资料未披露变动）。"]


def test_the_first_sentence_is_the_headline() -> None:
    briefing = prose('Revenue was {{ figure("revenue") }}. More follows. And more.')
    assert marked(briefing.sections[0].headline) == "Revenue was [113.1 billion yuan] (Q3 2025)."
    assert isinstance(briefing.sections[0].block, Prose)
    assert isinstance(briefing.sections[0].block.paragraphs[0], Paragraph)


LATER = [
    *FIGURES,
    money("one", "-3.5", "2025-Q2", metric="net_profit"),
    money("one", "22.9", "2025-Q2", metric="gross_profit"),
    figure("one", "41250", period="2025-10", metric="ev_deliveries", unit="count"),
]


@pytest.mark.parametrize(
    ("body", "printed"),
    [
        (
            'Revenue was {{ figure("revenue") }}; net profit was {{ figure("net_profit") }}.',
            "Revenue was [113.1 billion yuan] (Q3 2025); net profit was [−3.5 billion yuan] (Q2 2025).",
        ),
        (
            'Revenue was {{ figure("revenue") }}; {{ when("net_profit") }} net profit was {{ figure("net_profit") }}.',
            "Revenue was [113.1 billion yuan] (Q3 2025); in Q2 2025 net profit was [−3.5 billion yuan].",
        ),
        (
            'Of {{ figure("revenue") }}, {{ figure("gross_profit") }} and {{ figure("net_profit") }} were left.',
            "Of [113.1 billion yuan] (Q3 2025), [22.9 billion yuan] (Q2 2025) and [−3.5 billion yuan] were left.",
        ),
        (
            'Revenue was {{ figure("revenue") }}, after {{ figure("revenue", period="2024-Q3") }}.',
            "Revenue was [113.1 billion yuan] (Q3 2025), after [92.5 billion yuan].",
        ),
        (
            'Sales were {{ figure("ev_deliveries") }}.',
            "Sales were [41,250] (Oct 2025).",
        ),
        (
            'Sales were {{ figure("ev_deliveries") }} {{ when("ev_deliveries") }}.',
            "Sales were [41,250] in Oct 2025.",
        ),
    ],
)
def test_a_figure_of_another_period_than_those_around_it_says_so(body: str, printed: str) -> None:
    assert said(prose(body, figures=LATER)) == [printed]


def test_a_paragraph_is_of_the_period_of_the_first_figure_until_it_says_otherwise() -> None:
    body = 'Revenue was {{ figure("revenue") }}.\n\n- Left: {{ figure("net_profit") }}\n- Made: {{ figure("revenue") }}'
    assert said(prose(body, "zh", figures=LATER))[1:] == ["- Left: [−35亿元]（2025年第二季度）", "- Made: [1,131亿元]"]
    assert said(prose(body, figures=LATER, period="2025-Q2"))[1] == "- Left: [−3.5 billion yuan]"
