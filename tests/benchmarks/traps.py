"""Inputs made to hurt: runs of one thing, and long lines without a stop, where rules that look back or ahead grow slow."""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping
from time import process_time

from generator.corpus.forms import documents
from generator.extraction.extractor import Extractor

_FRONT = "---\npublished: 2025-11-19\n---\n"
# What is repeated; each kind of rule has one that it must look at for as long as it goes on.
_REPEATED: Mapping[str, str] = {
    "digits": "1",
    "thousands": "1,000",
    "decimals": "1.",
    "numerals": "一千",
    "scales": "万",
    "spaces": " ",
    "blank lines": "\n",
    "short lines": "营收\n",
    "straight quotes": '"',
    "opening quotes": "“",
    "closing quotes": "”",
    "quotes by turns": "”“",
    "quoted words": "“好”",
    "brackets": "(",
    "full-width brackets": "（）",
    "marks": "[1]",
    "dots": ".",
    "dashes": " - ",
    "zero widths": "\u200b",
    "torn words": "中 ",
    "letters": "a",
    "capitals": "A ",
    "hyphens": "a-",
    "names": "Xiaomi ",
    "ordinary names": "理想汽车很好。理想很好。",
    "turns of a call": "Ann Lee -- CFO\n\nWe sold more cars than ever.\n\n",
    "names with tails": "Ann Lee - Fenwick Inc. - ",
    "Chinese turns": "王敏 首席财务官：\n毛利率比二季度高一点点。\n",
    "companies in turn": "Tesla 497,099 and Xiaomi 108,796, ",
    "companies that nobody lists": "金发宝科技(600999)公布营收5亿元，苹果是其客户。",
    "companies that nobody lists in English": "Zorbax Technologies Inc said revenue was $5 million, and Apple bought it. ",
    "the latter": "比亚迪与特斯拉，后者交付164万辆，",
    "parts in turn": "the NIO brand 18,393, ONVO 11,794 and firefly 6,088, ",
    "roles": "董事长",
    "roles in English": "chief executive officer, ",
    "verbs of saying": "表示",
    "verbs in English": "said ",
    "speakers": "雷军表示，",
    "answers without a verb": "雷军的态度是：好，",
    "gestures": "雷军笑了，“好”他笑了，",
    "views": "In Musk's view, Musk's answer: ",
    "said, he said": "“好，”他说，",
    "metrics": "营收",
    "metrics in English": "revenue ",
    "segments": "汽车业务",
    "periods": "2025年第三季度",
    "periods in English": "the third quarter of 2025 ",
    "years": "2025",
    "months": "9月",
    "growth": "同比增长",
    "amounts": "1131亿元",
    "amounts with commas": "1131亿元，",
    "clauses": "营收1131亿元，同比增长22.3%，",
    "clauses in English": "revenue rose 22.3% to RMB 113.1 billion, ",
    "sentences": "小米第三季度营收1131亿元，同比增长22.3%。",
    "sentences in English": "Xiaomi's revenue rose 22.3% to RMB 113.1 billion in the third quarter. ",
    "respectively": "营收分别为1亿元、2亿元、",
    "ranges": "1亿元至2亿元至",
    "rows of a table": "| 营收 | 1,131 | 22.3% |\n",
    "columns": "Revenue 1,131 925 22.3%\n",
    "numbers side by side": "Revenue 1 1 1 ",
    "rows in one line": "Revenue 1,131 925 22.3% Gross profit 259 184 40.8% ",
    "tables in one line": "(RMB in millions) Q2 2025 Q2 2024 Revenue 115 88 Costs 25 18 Profit 11 10 ",
    "heads over rows in one line": "(RMB in millions) Q2 2025 Q2 2024\nRevenue 115 88 Costs 25 18 Profit 11 10\n",
    "heads in one line": "June 30, 2025 2025 YoY RMB US$ ",
    "heads of a consensus": "Forecast Change Number Reported\n4Q17 in % of analysts 4Q16\nRevenue 1 2% 3 4\nProfit 1 2% 3 4\n",
    "heads with a bar": "Q1 2025 |\n",
    "days torn from years": "June 30,\n\n",
    "bars": "|",
    "cells": "| 2025 ",
    "ratings": "高盛予“买入”评级",
    "words without a stop": "the company goes on and on about what it will do ",
    "Chinese without a stop": "公司将继续坚持长期投入并推动各项业务协同发展",
}
TRAPS: Mapping[str, Callable[[int], str]] = {
    name: (lambda size, piece=piece: (piece * (size // len(piece) + 1))[:size]) for name, piece in _REPEATED.items()
}


def seconds(extractor: Extractor, text: str) -> float:
    """Return the processor time that reading a text and finding everything in it takes.

    The garbage collector waits meanwhile: after a thousand other tests one of its rounds took half a second.
    """
    gc.disable()
    start = process_time()
    try:
        for document in documents(_FRONT + text):
            extractor.figures(document)
            extractor.quotes(document)
            extractor.ratings(document)
        return process_time() - start
    finally:
        gc.enable()
