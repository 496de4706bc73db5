"""Ratings: which broker rates which company how."""

from __future__ import annotations

import pytest

from generator.corpus.forms import documents
from tests.extraction.case import extractor


def ratings(text: str) -> list[tuple[str, str | None, str, str]]:
    (document,) = documents(f"---\npublished: 2025-11-19\n---\n{text}")
    return [(r.house, r.entity, r.rating, document.slice((r.start, r.end))) for r in extractor().ratings(document)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("高盛予小米“买入”评级，目标价53.5港元。", [("goldman_sachs", "xiaomi", "buy", "买入")]),
        ("花旗维持比亚迪买入评级。", [("citi", "byd", "buy", "买入")]),
        ("Goldman Sachs reiterated its Buy rating on Xiaomi.", [("goldman_sachs", "xiaomi", "buy", "Buy")]),
        ("大摩将理想汽车评级由增持下调至与大市同步。", [("morgan_stanley", "li_auto", "neutral", "与大市同步")]),
        ("摩根大通把小米由“中性”上调至“增持”。", [("jpmorgan", "xiaomi", "overweight", "增持")]),
        ("中金维持腾讯跑赢行业评级。", [("cicc", "tencent", "outperform", "跑赢行业")]),
        ("瑞銀予小米「優於大市」評級。", [("ubs", "xiaomi", "outperform", "優於大市")]),
        ("其中金额较大的一笔是买入评级的基金。", []),
        ("UBS cut Tesla to Neutral from Buy.", [("ubs", "tesla", "neutral", "Neutral")]),
        ("Citi upgraded BYD from Neutral to Buy.", [("citi", "byd", "buy", "Buy")]),
        ("Jefferies initiated coverage of SAP at Hold.", [("jefferies", "sap", "hold", "Hold")]),
        ("Citi cut its stake in Tesla and told clients not to sell.", []),
        ("小米“买入”了一家工厂。", []),
        ("He would buy the car.", []),
    ],
)
def test_ratings(text: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert ratings(text) == expected


def test_the_last_rating_a_text_gives_is_the_one_that_holds() -> None:
    text = "高盛此前予小米“中性”评级。高盛将小米评级上调至“买入”。"
    assert [(house, rating) for house, _, rating, _ in ratings(text)] == [("goldman_sachs", "buy")]
