"""Measured text: broken as both scripts are, shrunk within limits, split without loss."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.rendering.fitting import Box, Measure, fit, fits
from generator.rendering.paragraphs import Para, Run

MEASURE = Measure(lambda char, bold, heading: 1.0 if char > "\u2e80" else 0.5, 9)


def _lines(text: str, width: float, size: float = 10) -> list[str]:
    return ["".join(run.text for run in line) for line in MEASURE.lines(Para((Run(text),), size), width)]


def test_latin_breaks_at_spaces_and_chinese_anywhere() -> None:
    assert _lines("one two three", 45) == ["one two ", "three"]
    assert _lines("营业收入增长", 32) == ["营业收", "入增长"]


def test_no_line_begins_with_a_stop_or_ends_with_an_opening_bracket() -> None:
    assert _lines("营业收入。增长", 42) == ["营业收", "入。增长"]
    assert _lines("营业收（入", 42) == ["营业收", "（入"]


def test_a_citation_stays_with_its_word() -> None:
    para = Para((Run("营业收入"), Run("[1]", mark=True)), 10)
    lines = MEASURE.lines(para, 45)
    assert "".join(run.text for run in lines[-1]) == "入[1]"


def test_text_shrinks_before_it_is_split_and_never_below_the_minimum() -> None:
    para = Para((Run("word " * 60),), 20)
    one = fit([para], Box(300, 220), MEASURE)
    assert len(one) == 1
    assert 15 <= one[0][0].size < 20
    many = fit([para], Box(300, 60), MEASURE)
    assert len(many) > 1
    assert all(p.size >= 15 for page in many for p in page)
    assert fit([Para((Run("small"),), 5)], Box(300, 60), MEASURE)[0][0].size == 9


def test_a_run_parted_by_line_breaks_is_put_together_again() -> None:
    run = Run("word " * 200, evidence="q1")
    pages = fit([Para((run,), 12)], Box(200, 100), MEASURE)
    assert len(pages) > 1
    assert all(len(para.runs) == 1 and para.runs[0].evidence == "q1" for page in pages for para in page)


@given(st.lists(st.text(alphabet="ab 词，。（“[\n", max_size=200), max_size=6), st.floats(30, 300), st.floats(30, 200))
def test_nothing_is_lost_and_every_box_holds_what_it_gets(texts: list[str], width: float, height: float) -> None:
    paras = [Para((Run(text),), 12, before=4) for text in texts if text]
    pages = fit(paras, Box(width, height), MEASURE)
    assert "".join(para.text for page in pages for para in page) == "".join(texts)
    assert all(fits(page, Box(width, height), MEASURE) for page in pages)
