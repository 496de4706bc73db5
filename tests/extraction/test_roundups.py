"""Documents that carry several stories: each is read by itself, and what is found in it stands where it stands in the document."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise

import pytest

from tests.extraction.case import Case, Language, extractor, figure_rows, quote_rows
from tests.extraction.test_layouts import CASES, KEYS, PLAIN

TWO_EN = """{marks}Xiaomi's quarterly revenue rises 22% on car deliveries

Xiaomi said on Tuesday its revenue rose 22.3% to 113.1 billion yuan in the third quarter. Net profit was 12.3 billion yuan.

The company delivered 108,796 cars. "We are only at the beginning," said its president Lu Weibing.

{marks}Nvidia forecasts fourth-quarter revenue above estimates

SANTA CLARA - Nvidia on Wednesday posted revenue of $57.0 billion for its fiscal third quarter, which ended on October 26, up 62%.

The company expects revenue of $65 billion in the current quarter. Its gross margin was 73.4%. Goldman Sachs maintains a Buy rating on Nvidia.
"""
TWO_ZH = """{marks}小米三季度营收同比增长22.3%至1131亿元

小米集团11月18日公布三季度业绩，营收1131亿元，同比增长22.3%。公司净利润为123亿元。

{marks}比亚迪10月销量44.2万辆，海外销量创新高

比亚迪11月1日公告，10月新能源汽车销量44.17万辆，同比下降12.1%。公司海外销量为8.4万辆。

公司动力电池及储能电池装机总量约为27.8GWh，今年累计约为230GWh。高端品牌的占比继续提升。

业内人士认为，四季度是传统旺季，比亚迪全年销量有望达到460万辆，出口会是主要的增长来源。
"""
DATE = "2025-11-20"


def rows(text: str, title: str | None = None) -> set[tuple[object, ...]]:
    case = Case.model_validate({"text": text, "title": title, "published": DATE, "figures": []})
    return {
        tuple(row[k] for k in ("metric", "entity", "measure", "value", "period"))
        for row in figure_rows(case.document())[0]
    }


@pytest.mark.parametrize("title", [None, "Morning briefing", "Xiaomi's quarterly revenue rises 22% on car deliveries"])
@pytest.mark.parametrize("marks", ["", "## ", "2. "])
def test_an_english_story_is_read_without_the_one_above_it(title, marks):
    found = rows(TWO_EN.format(marks=marks), title)
    assert ("net_profit", "xiaomi", "level", 12_300_000_000, "2025-Q3") in found
    assert ("ev_deliveries", "xiaomi", "level", 108_796, "2025-Q3") in found
    assert ("revenue", "nvidia", "level", 65_000_000_000, "FY2026-Q4") in found
    assert ("gross_margin", "nvidia", "level", 73.4, "FY2026-Q3") in found


@pytest.mark.parametrize("marks", ["", "## ", "二、"])
def test_a_chinese_story_is_read_without_the_one_above_it(marks):
    found = rows(TWO_ZH.format(marks=marks), "早报")
    assert ("net_profit", "xiaomi", "level", 12_300_000_000, "2025-Q3") in found
    assert ("vehicle_sales", "byd", "level", 84_000, "2025-10") in found


def test_what_a_story_holds_stands_where_it_stands_in_the_document():
    document = Case.model_validate({"text": TWO_EN.format(marks=""), "published": DATE, "figures": []}).document()
    found = extractor().figures(document)
    assert document.slice((found[-1].start, found[-1].end)) == "73.4%"
    assert "gross margin" in document.slice(found[-1].sentence)
    assert [f.start for f in found] == sorted(f.start for f in found)
    (quote,) = [row for row in quote_rows(document) if row["kind"] == "direct"]
    assert (quote["speaker"], document.text[quote["start"] : quote["end"]]) == ("Lu Weibing", quote["text"])
    (rating,) = extractor().ratings(document)
    assert rating.entity == "nvidia"
    assert "Goldman Sachs" in document.slice(rating.sentence)


@pytest.mark.parametrize(
    "line",
    [
        "Nvidia's third-quarter revenue beats estimates",  # a link to another text: nothing of it stands below
        "Tesla's third quarter",  # too short to tell anything
        "How cars made up for phones in the third quarter",
    ],
)
def test_a_line_that_no_story_stands_below_parts_nothing(line):
    text = f"Xiaomi's revenue rose 22.3% to 113.1 billion yuan in the third quarter.\n\n{line}\n\nNet profit was 12.3 billion yuan. The gross margin was 22.9%."
    found = rows(text, "Xiaomi's revenue rises")
    assert ("net_profit", "xiaomi", "level", 12_300_000_000, "2025-Q3") in found
    assert ("gross_margin", "xiaomi", "level", 22.9, "2025-Q3") in found


RIVALS = {
    "a paragraph on a rival": "BYD feels the price war in the third quarter\n\nBYD said in October that its profit fell 33%. BYD cut its target for the year.",
    "a link with what the other text says": "BYD profit falls for second quarter in a row\nBYD posted a net profit of 7.8 billion yuan for the third quarter of 2025, down 33%, BYD said in October.",
    "a question": "Q: How do you see competition from Tesla in the third quarter?\n\nLu Weibing: Tesla delivered 169,000 cars in China in the third quarter and Tesla is a strong company. We respect Tesla.",
    "a house's view": "Citi: BYD remains the top pick for the fourth quarter\n\nCiti analysts said on Monday that BYD's exports would carry BYD in the fourth quarter and beyond.",
    "a picture": "A Tesla store in Beijing in October 2025\n\nTesla's sales in China fell in October, as Tesla's models age, data showed on Monday.",
}


@pytest.mark.parametrize("between", RIVALS.values(), ids=RIVALS)
def test_what_is_told_of_a_rival_in_between_leaves_the_rest_to_whom_the_text_is_about(between):
    text = (
        "Xiaomi's revenue rose 22.3% to 113.1 billion yuan in the third quarter of 2025, it said on Tuesday.\n\n"
        f"{between}\n\nThe gross margin was 22.9% in the third quarter.\n\nThe company delivered 108,796 vehicles, more than ever before."
    )
    found = rows(text, "Xiaomi's profit jumps")
    assert ("gross_margin", "xiaomi", "level", 22.9, "2025-Q3") in found
    assert ("ev_deliveries", "xiaomi", "level", 108_796, "2025-Q3") in found


def told(case: Case, text: str, title: str | None) -> set[tuple[object, ...]]:
    found = figure_rows(case.model_copy(update={"text": text, "title": title}).document())[0]
    return {tuple(row[key] for key in KEYS) for row in found}


@pytest.mark.parametrize(("language", "most"), [("en", 0.75), ("zh", 0.75)])
def test_two_articles_in_one_document_are_read_as_two(language: Language, most: float):
    cases = [filed.case for filed in CASES if filed.language == language]
    stated = kept = 0
    for one, other in pairwise(cases):
        both = [one, other]
        shared = {f.entity for f in one.figures or ()} & {f.entity for f in other.figures or ()}
        if shared or abs(one.published - other.published) > timedelta(days=400):
            continue
        either = [case.model_copy(update={"published": max(c.published for c in both)}) for case in both]
        right = set[tuple[object, ...]]()
        for case in either:
            gold = {tuple((PLAIN | figure.stated()).get(key) for key in KEYS) for figure in case.figures or ()}
            right |= gold & told(case, case.text, case.title)
        text = f"{one.title}\n\n{one.text}\n\n{other.title}\n\n{other.text}"
        stated += len(right)
        kept += len(right & told(either[0], text, None))
    assert stated > 100
    assert kept >= most * stated, f"{kept} of {stated}"
