"""Sentences that tell something of another company, but not how it fares: `Huawei's new phone goes on sale in December`."""

from __future__ import annotations

import re

from generator.extraction.figure import PRICES
from generator.extraction.marks.scanning import Scan
from generator.extraction.whose.led_to_zh import leads_to_a_company

# What tells how a company fares, and so may go before its figures: `Nio fared better`, 零跑是例外
_FARES = re.compile(
    r"\b(?:results?|earnings|reports?|reported|reporting|posted|quarter\w*|figures?|numbers|story|exception|different\w*|better|worse|best|worst|strong\w*|weak\w*|faster|slower|ahead|behind|lead\w*|led|lag\w*|follow\w*|next|contrast|turn\w*|fared|grew|grow\w*|rose|fell|gain(?:s|ed)|lost|declin\w*|jump\w*|slid\w*|slip\w*|surpass\w*|overt\w*|record|momentum|suffer\w*|struggl\w*|recover\w*|as for|consider|look at)\b"
    "|业绩|财报|季报|年报|中报|快报|成绩|表现|答卷|数据|例外|不同|相比|相较|对比|反观|方面|而言|来看|首位|第一|领先|落后|跟随|其次|紧随|紧跟|超越|反超|增长|下滑|下降|回升|回暖|亏损|盈利|转亏|扭亏|强劲|疲软|承压|势头|份额|榜|日子|好过|难过|公布|发布|披露|公告|交出|晒出",
    re.I,
)
# but what is still to come, or what shares did, is no ground for figures: `Ford and Rivian will publish their results next week`
_TO_COME = re.compile(
    r"\b(?:will|are due to|is due to|are set to|is set to|plans? to) (?:also )?(?:report|publish|release|announce|present|unveil)|将[于在会]?[^,;]{0,10}(?:公布|发布|披露)|(?:[Ss]hares|[Ss]tock)\b|股价|股份"
)

# `Shares of Rivian fell 3%`, `Samsung closed 1.5% lower in Seoul`, 华为持有该供应商10%的股份
_VALUED = re.compile(
    r"\b(?:[Ss]hares|[Ss]tock|ADRs?|ADSs?|closed (?:up |down )?[\d.]|market (?:value|cap\w*)|stake|employs)\b|股价|收[跌涨报]|市值|股份|持股|员工"
)
_NO_RESULTS = (*PRICES, "headcount", "stake")


def is_beside_the_point(scan: Scan) -> bool:
    """Whether a sentence without an amount, a metric or a comparison says nothing of how anybody fares, or one with amounts only what shares did, who holds them, or how many work there."""
    low, high = scan.sentence.start, scan.sentence.end
    if scan.amounts:
        told = any(name not in _NO_RESULTS for m in scan.metrics for name in m.metrics)
        return not told and _VALUED.search(scan.text, low, high) is not None
    if leads_to_a_company(scan):
        return False
    return bool(_TO_COME.search(scan.text, low, high)) or not (scan.metrics or _FARES.search(scan.text, low, high))
