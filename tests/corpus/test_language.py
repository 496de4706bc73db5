"""Which language and script a text is in."""

from __future__ import annotations

import pytest

from generator.corpus.language import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [("小米集团第三季度营收1131亿元，同比增长22.3%", "zh-Hans"), ("騰訊控股公佈第三季業績，期內收入1,928.69億元", "zh-Hant"),
     ("Xiaomi's revenue rose 22.3% to 113.1 billion yuan", "en"), ("小米 Core Insights - Xiaomi's transformation is driven by engineering", "en"), ("", "en")],
)  # fmt: skip
def test_language(text: str, language: str) -> None:
    assert language_of(text) == language
