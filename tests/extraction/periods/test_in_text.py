"""Periods: every way of writing one, in both languages, leads to its label."""

from __future__ import annotations

import re
from calendar import month_name, monthrange
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.corpus.cleaning import fold
from generator.corpus.reading import read_corpus
from generator.extraction.periods import period_forms
from generator.extraction.periods.calendar import Calendar
from generator.extraction.periods.in_text import period_mentions
from generator.extraction.periods.spoken import Spoken
from generator.settings.period import Period
from tests.conftest import ROOT
from tests.extraction.case import read_cases

ORDINALS = ("first", "second", "third", "fourth")
HAN = "一二三四"
years = st.integers(min_value=2005, max_value=2039)
quarters = st.integers(min_value=1, max_value=4)
months = st.integers(min_value=1, max_value=12)
days = st.dates(min_value=date(2005, 1, 1), max_value=date(2039, 12, 31))
by_rule = settings(deadline=None, derandomize=True, max_examples=200)


def read(text: str, published: date | None = None, fiscal_year_end: int = 12) -> tuple[Period | None, str]:
    """What the one period of a text means, and the words that say so."""
    folded = fold(text)
    (mention,) = period_mentions(folded.text, 0, len(folded.text))
    start, end = folded.original(mention.start, mention.end)
    return Calendar(published, fiscal_year_end).resolve(mention, Spoken()), text[start:end]


QUARTERS = (
    "Revenue rose in Q{q} {y}.", "Revenue rose in {y} Q{q}.", "Revenue rose in {q}Q{yy}.", "Revenue rose in Q{q}{yy}.",
    "Revenue rose in the {ordinal} quarter of {y}.", "{Ordinal}-quarter {y} revenue rose.", "The {y} {ordinal} quarter was good.",
    "Revenue rose in the three months ended {month} {last}, {y}.", "Revenue rose in the quarter ended {month} {y}.",
    "{y}年第{han}季度营收增长。", "{y}年{han}季度营收增长。", "{y}年Q{q}营收增长。", "{y}Q{q}营收增长。", "{y}年第{q}季度营收增长。",
    "{y}年{m}月底止第{han}季，营收增长。", "截至{y}年{m}月{last}日止三个月，营收增长。",
)  # fmt: skip


@by_rule
@given(st.sampled_from(QUARTERS), years, quarters)
def test_quarters(form: str, year: int, quarter: int) -> None:
    month = quarter * 3
    text = form.format(
        y=year, yy=f"{year % 100:02}", q=quarter, ordinal=ORDINALS[quarter - 1], Ordinal=ORDINALS[quarter - 1].title(),
        han=HAN[quarter - 1], m=month, month=month_name[month], last=monthrange(year, month)[1],
    )  # fmt: skip
    assert str(read(text)[0]) == f"{year}-Q{quarter}", text


HALVES = (
    "Revenue rose in the {ordinal} half of {y}.", "Revenue rose in H{h} {y}.", "Revenue rose in {h}H{yy}.", "{y}年{han}半年营收增长。",
    "Revenue rose in the six months ended {month} {last}, {y}.",
)  # fmt: skip


@by_rule
@given(st.sampled_from(HALVES), years, st.integers(min_value=1, max_value=2))
def test_halves(form: str, year: int, half: int) -> None:
    month = half * 6
    text = form.format(
        y=year, yy=f"{year % 100:02}", h=half, ordinal=ORDINALS[half - 1], han="上下"[half - 1], month=month_name[month],
        last=monthrange(year, month)[1],
    )  # fmt: skip
    assert str(read(text)[0]) == f"{year}-H{half}", text


NINE_MONTHS = (
    "Revenue rose in the first nine months of {y}.", "Revenue rose in the first three quarters of {y}.",
    "Revenue rose in the nine months ended September 30, {y}.", "{y}年前三季度营收增长。", "{y}年前三个季度营收增长。", "{y}年前9个月营收增长。",
    "{y}年1-9月营收增长。", "{y}年首九个月营收增长。", "截至{y}年9月30日止九个月，营收增长。",
)  # fmt: skip


@by_rule
@given(st.sampled_from(NINE_MONTHS), years)
def test_nine_months(form: str, year: int) -> None:
    text = form.format(y=year)
    assert str(read(text)[0]) == f"{year}-9M", text


YEARS = ("Revenue rose in {y}.", "Full-year {y} revenue rose.", "{y}年营收增长。", "{y}年全年营收增长。", "{y}年度营收增长。", "It delivered more than in {y}.")  # fmt: skip


@by_rule
@given(st.sampled_from(YEARS), years)
def test_years(form: str, year: int) -> None:
    text = form.format(y=year)
    assert str(read(text)[0]) == str(year), text


@by_rule
@given(
    st.sampled_from(("Deliveries rose in {month} {y}.", "{y}年{m}月交付增长。", "{y}年{m}月份交付增长。")),
    years,
    months,
)
def test_months(form: str, year: int, month: int) -> None:
    text = form.format(y=year, m=month, month=month_name[month])
    assert str(read(text)[0]) == f"{year}-{month:02}", text


INSTANTS = ("As of {month} {d}, {y}, it had cash.", "As of {short}. {d}, {y}, it had cash.", "As of {d} {month} {y}, it had cash.", "截至{y}年{m}月{d}日，现金增长。", "As of {y}-{m:02}-{d:02}, it had cash.")  # fmt: skip


@by_rule
@given(st.sampled_from(INSTANTS), days)
def test_days(form: str, day: date) -> None:
    name = month_name[day.month]
    short = name if len(name) < 5 else name[:3]
    text = form.format(y=day.year, m=day.month, d=day.day, month=name, short=short).replace("May. ", "May ")
    assert str(read(text)[0]) == day.isoformat(), text


@by_rule
@given(st.sampled_from(("At the end of {y} it had cash.", "{y}年底现金增长。", "{y}年末现金增长。", "At year-end {y} it had cash.")), years)  # fmt: skip
def test_ends_of_years(form: str, year: int) -> None:
    text = form.format(y=year)
    assert str(read(text)[0]) == f"{year}-12-31", text


@by_rule
@given(st.sampled_from(("At the end of {month} {y} it had cash.", "截至{y}年{m}月底，现金增长。", "{y}年{m}月末现金增长。")), years, months)  # fmt: skip
def test_ends_of_months(form: str, year: int, month: int) -> None:
    text = form.format(y=year, m=month, month=month_name[month])
    assert str(read(text)[0]) == f"{year}-{month:02}-{monthrange(year, month)[1]}", text


FISCAL = (
    ("Revenue rose in the {ordinal} quarter of fiscal {y}.", "FY{y}-Q{q}"),
    ("Revenue rose in the {ordinal} quarter of fiscal year {y}.", "FY{y}-Q{q}"),
    ("Revenue rose in the fiscal {y} {ordinal} quarter.", "FY{y}-Q{q}"),
    ("Revenue rose in Q{q} FY{y}.", "FY{y}-Q{q}"),
    ("Revenue rose in Q{q} of fiscal {y}.", "FY{y}-Q{q}"),
    ("Revenue rose in FY{yy} Q{q}.", "FY{y}-Q{q}"),
    ("{y}财年第{han}财季营收增长。", "FY{y}-Q{q}"),
    ("{y}财年第{han}季度营收增长。", "FY{y}-Q{q}"),
    ("{yy}财年Q{q}营收增长。", "FY{y}-Q{q}"),
    ("{y}财年上半年营收增长。", "FY{y}-H1"),
    ("{y}财年营收增长。", "FY{y}"),
    ("Revenue rose in fiscal {y}.", "FY{y}"),
    ("Revenue rose in FY{y}.", "FY{y}"),
)


@by_rule
@given(st.sampled_from(FISCAL), years, quarters)
def test_a_fiscal_label_stays_one(form: tuple[str, str], year: int, quarter: int) -> None:
    parts = {
        "y": year,
        "yy": f"{year % 100:02}",
        "q": quarter,
        "ordinal": ORDINALS[quarter - 1],
        "han": HAN[quarter - 1],
    }
    text = form[0].format(**parts)
    assert str(read(text)[0]) == form[1].format(**parts), text


@by_rule
@given(st.sampled_from(("Revenue rose in the {ordinal} quarter.", "第{han}季度营收增长。", "{han}季度营收增长。", "Q{q}营收增长。")), days, quarters)  # fmt: skip
def test_a_quarter_without_a_year_is_the_latest_that_had_ended(form: str, published: date, quarter: int) -> None:
    text = form.format(ordinal=ORDINALS[quarter - 1], han=HAN[quarter - 1], q=quarter)
    period, _ = read(text, published)
    assert period is not None
    year_later = period.years_before(-1)
    assert period.end <= published < year_later.end


@by_rule
@given(st.sampled_from(((0, "今年"), (-1, "去年"), (-2, "前年"), (1, "明年"))), days, quarters)
def test_the_years_words_count_from_publication(word: tuple[int, str], published: date, quarter: int) -> None:
    period, words = read(f"{word[1]}第{HAN[quarter - 1]}季度营收增长。", published)
    assert str(period) == f"{published.year + word[0]}-Q{quarter}"
    assert words.startswith(word[1])


@by_rule
@given(days, months)
def test_a_month_without_a_year_is_the_latest_of_that_name(published: date, month: int) -> None:
    period, _ = read(f"{month}月交付增长。", published)
    assert period is not None
    assert (period.year, period.kind) == (published.year - (month > published.month), "month")


@by_rule
@given(days, months)
def test_nothing_says_the_year_without_a_day_of_publication(published: date, month: int) -> None:
    assert read(f"{month}月交付增长。")[0] is None
    assert read(f"{month}月交付增长。", published)[0] is not None


@pytest.mark.parametrize(
    ("text", "published", "fiscal_year_end", "label"),
    [
        ("Revenue rose in the fourth quarter.", date(2025, 11, 1), 9, "FY2025-Q4"),  # Apple: the year ends in September
        ("Revenue rose in the first quarter.", date(2026, 2, 1), 9, "FY2026-Q1"),
        ("第二财季营收增长。", date(2025, 11, 20), 3, "FY2026-Q2"),  # Lenovo: the year ends in March
    ],
)
def test_quarters_of_a_company_whose_year_is_not_the_calendars(
    text: str, published: date, fiscal_year_end: int, label: str
) -> None:
    assert str(read(text, published, fiscal_year_end)[0]) == label


def test_no_form_begins_where_none_is_tried() -> None:
    everywhere = re.compile("|".join(f"(?:{pattern})" for _, pattern in period_forms._FORMS))
    texts = [fold(document.text).text for document in read_corpus([ROOT / "corpus"]).documents]
    texts += [fold(filed.case.text).text for filed in read_cases()]
    for text in texts:
        found = [text[m.start() : m.end()] for m in everywhere.finditer(text)]
        assert [text[form.start : form.end] for form in period_forms.forms_in(text, 0, len(text))] == found, text


@pytest.mark.parametrize("text", ["Sales rose by 2,025 units.", "售价2025元。", "It ran 2.025% higher.", "前三名均为新车。", "一季之内"])  # fmt: skip
def test_numbers_that_look_like_years_are_none(text: str) -> None:
    folded = fold(text).text
    assert period_mentions(folded, 0, len(folded)) == ()
