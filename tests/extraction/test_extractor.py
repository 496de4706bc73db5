"""What holds for every document: what is shown is a slice of it, and the same text gives the same figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.corpus.document import Document
from generator.corpus.forms import documents
from generator.corpus.reading import read_corpus
from generator.extraction.extractor import Extractor
from generator.settings.catalogued import load_catalogue
from tests.conftest import ROOT, SEED
from tests.extraction.case import extractor, read_cases

WIDE = {ord(character): ord(character) + 0xFEE0 for character in "0123456789.%"}


def every_document() -> Iterator[Document]:
    """The demo corpus, the seed page where it is, and the texts of all cases."""
    yield from read_corpus([ROOT / "corpus"]).documents
    if SEED.is_dir():
        yield from read_corpus([SEED]).documents
    yield from (filed.case.document() for filed in read_cases())


DOCUMENTS = list(every_document())


def within(start: int, end: int, document: Document, sentence: tuple[int, int]) -> bool:
    """Whether a span is of words, inside its sentence, and in a part of the document that states things."""
    words = document.text[start:end]
    readable = any(span.start <= start and end <= span.end for span in document.readable)
    return bool(words) and words == words.strip() and sentence[0] <= start < end <= sentence[1] and readable


TURNS = re.compile(r"Transcript|实录|记录表")
MARKS = set('“”"「」')


def test_there_is_much_to_look_at() -> None:
    figures = [figure for document in DOCUMENTS for figure in extractor().figures(document)]
    assert len(figures) > 500 and len(DOCUMENTS) > 40


def test_every_figure_is_a_slice_of_its_document() -> None:
    for document in DOCUMENTS:
        for figure in extractor().figures(document):
            assert figure.document == document.id
            assert within(figure.start, figure.end, document, figure.sentence), (document.title, figure)


def test_every_quote_and_rating_is_a_slice_of_its_document() -> None:
    for document in DOCUMENTS:
        for found in (*extractor().quotes(document), *extractor().ratings(document)):
            assert found.document == document.id
            assert within(found.start, found.end, document, (found.start, found.end)), (document.title, found)


def test_a_direct_quote_has_its_marks_right_outside() -> None:
    opening, closing = "“\"「『«‘'`”„", "”\"」』»’'“"  # some outlets type ” at both ends, German ones „ and “
    for document in DOCUMENTS:
        for quote in extractor().quotes(document):
            if quote.kind == "direct":
                # some pages leave a blank inside their marks: `" Demand is strong, " Farley said`
                before, after = document.text[: quote.start].rstrip(" ")[-1], document.text[quote.end :].lstrip(" ")[:1]
                spoken = document.text[: quote.start].rstrip().endswith((":", "："))  # Musk: Next question.
                goes_on = after in ("", "\n")  # the next paragraph opens with a mark again
                line = document.text[document.text.rfind("\n", 0, quote.start) + 1 : quote.end]
                bullet = line[: len(line) - (quote.end - quote.start)].strip()
                spoken |= bullet in ("", "■") and goes_on  # an answer's paragraph, in an interview
                spoken |= bool(TURNS.search(document.title)) and not set(line) & MARKS  # behind thanks, in a call
                goes_on |= document.text[quote.end :].lstrip()[:1] in opening  # a mark opens again, none has closed
                runs_on = before == "\n" and after in closing  # a letter's last paragraph, opened in its first one
                assert before in opening or spoken or runs_on, (document.title, quote)
                assert after in closing or spoken or goes_on, (document.title, quote)


def test_figures_come_in_order_and_never_overlap() -> None:
    for document in DOCUMENTS:
        figures = extractor().figures(document)
        for before, after in pairwise(figures):
            # `more than 40,000 in both September and October` is a figure of each, `Net income and EPS both rose 36%` of both
            told = ((f.metric, f.period) for f in (before, after))
            twice = (before.start, before.end) == (after.start, after.end) and len(set(told)) == 2
            assert before.end <= after.start or twice, (document.title, before, after)


def test_another_extractor_gives_the_same_in_any_order() -> None:
    other = Extractor(load_catalogue())
    told = {document.id: (extractor().figures(document), extractor().quotes(document)) for document in DOCUMENTS[:25]}
    again = {document.id: (other.figures(document), other.quotes(document)) for document in reversed(DOCUMENTS[:25])}
    assert again == told


def read(text: str) -> list[tuple[object, ...]]:
    (document,) = documents(f"---\npublished: 2025-11-19\n---\n{text}")
    figures = [f for f in extractor().figures(document) if f.metric and not f.doubt]
    return [(f.metric, f.entity, f.measure, f.value, f.unit, str(f.period)) for f in figures]


PLAIN = "小米集团第三季度营收1131亿元，同比增长22.3%。"


@pytest.mark.parametrize(
    "text",
    [
        PLAIN.translate(WIDE),
        "小米集團第三季度營收1131億元，同比增長22.3%。",
        "小米集团第三季 度营收 1131亿元， 同比增 长22.3%。",
        "小米集团第三季度营收1131\u200b亿元，同比增长22.3%。",
        f"会议在北京举行。\n\n{PLAIN}",
    ],
)
def test_width_script_and_torn_words_change_nothing(text: str) -> None:
    assert read(text) == read(PLAIN) != []


@pytest.mark.parametrize("text", ["", " ", "。", "\n\n", "1", "“", "”“”", "(((", "%", "亿", "第", "\ufeff", "---", "\U0001f600 3亿元", "\x1f[1]"])  # fmt: skip
def test_scraps_of_text_are_read_without_a_fuss(text: str) -> None:
    (document,) = documents(f"---\npublished: 2025-11-19\n---\n{text}")
    assert all(document.slice((f.start, f.end)) in text for f in extractor().figures(document))
    assert extractor().quotes(document) == [] == extractor().ratings(document)


SCRAPS = (
    "小米", "Xiaomi", "BYD ", "特斯拉", "雷军", "Lei Jun ", "高盛", "营收", "revenue ", "gross margin ", "毛利率", "净利润", "profit ", "交付", "deliveries ",
    "汽车业务", "其中", "of which ", "分别为", "respectively ", "同比增长", "up ", "下降", "fell ", "to ", "from ", "至", "由", "较", "than ", "a year earlier ",
    "2025年", "第三季度", "Q3 ", "the third quarter ", "上半年", "FY2026 ", "9月30日", "September 30, 2025 ", "今年", "last year ", "1131", "22.3", "1,000", "0", "三",
    "两千", "亿", "万", "元", "billion ", "%", "个百分点", "percentage points ", "倍", "翻一番", "doubled ", "RMB ", "$", "约", "over ", "近", "-", "~", "(", ")", "（", "“", "”",
    '"', "「", "」", "表示", "said ", "，", ", ", "。", ". ", "；", "\n", "\n\n", "# ", " - ", "[3]", "\u200b", "預計", "１", "é", "\U0001f600",
)  # fmt: skip


@settings(deadline=None, derandomize=True, max_examples=400)
@given(st.lists(st.sampled_from(SCRAPS), max_size=40).map("".join))
def test_whatever_the_words_and_their_order_nothing_breaks_and_everything_shown_is_a_slice(text: str) -> None:
    for document in documents(f"---\npublished: 2025-11-19\n---\n{text}"):
        figures = extractor().figures(document)
        assert all(within(f.start, f.end, document, f.sentence) for f in figures)
        assert all(before.end <= after.start for before, after in pairwise(figures))
        for found in (*extractor().quotes(document), *extractor().ratings(document)):
            assert within(found.start, found.end, document, (found.start, found.end))
