"""Whose expectation a Chinese one is: that of a house's analyst is no consensus, though 分析师 alone are the market: 瑞银分析师预估…,优于市场先前预测的432亿美元."""

from __future__ import annotations

import re

from generator.corpus.beginnings import sought
from generator.corpus.document import Span
from generator.extraction.amounts.amount import Amount
from generator.extraction.expected.market import MARKET_ZH
from generator.extraction.frozen import replace
from generator.extraction.marks.names import Names
from generator.extraction.marks.scanning import Scan
from generator.extraction.whose.context import Surroundings

_RANK = "(?:的|旗下|驻?[一-鿿]{0,4}(?:首席|资深|高级|明星|知名|科技|互联网|汽车|半导体|股票|证券|研究))?"
_ANALYST = re.compile(rf"{_RANK}(?:分析[师员])(?!们?(?:平均|普遍|一致|调查|预[测期估]?中[值位]))")
# 国金证券分析师, a house that the catalogue need not know; 多家证券分析师 are several
_HOUSE = sought(
    rf"(?<=[一-鿿]{{2}})(?<![家位名类等些个据的])(?:证券|投资银行|资本|投顾|研究所){_RANK}分析[师员](?!们?(?:平均|普遍|一致))"
    r"|(?<![一-鿿])(?:该(?:家)?|这家)(?:证券(?:公司)?|券商|投行|投资银行|机构|大行|研究机构)(?=[,预估料认称指表相])"
)
_MARKET = sought(
    rf"{MARKET_ZH}|共识|一致预[期测估]|平均预[期测估]|(?:预[期测估])?(?:均值|中值|中位数)|Visible Alpha|Refinitiv"
)
_BEHIND = re.compile(r"[辆台部]?的?(?:市场|分析[师员]|华尔街|机构|平均|一致|普遍|共识)")
# 摩根士丹利预计今年可以交付38万辆, whatever 分析师 were named before
_EXPECTS = re.compile(r"(?:证券|研究|资本)?(?:则|也|亦|又|仍|此前|最新|目前|更|还){0,3}(?:预[计期测估料]|估计|料|认为)")
_JOINED = re.compile("[、和及与以]+$")


def with_houses_analysts(marks: Scan, names: Names) -> Scan:
    """Return marks in which what a house's analysts expect is no consensus: 瑞银分析师预估."""
    theirs = _houses(marks, names) if marks.chinese and marks.cues else []
    if not theirs:
        return marks
    cues = [
        replace(c, kind="forecast")
        if c.kind == "consensus" and any(low <= c.start < high for low, high in theirs)
        else c
        for c in marks.cues
    ]
    return replace(marks, cues=cues)


def is_houses_zh(around: Surroundings, amount: Amount) -> bool:
    """Whether the last of those who expect something before a Chinese amount is a house's analyst, and not the market."""
    scan = around.scan
    if not scan.chinese or _BEHIND.match(scan.text, amount.end):
        return False  # 优于432亿美元的市场预期
    houses = [high for _, high in _houses(scan, around.names) if high <= amount.start]
    kind_of = around.names.catalogue.company_kind
    brokers = (e for e in scan.entities if e.end <= amount.start and kind_of(e.entity) == "broker")
    own = (said.end() for e in brokers if (said := _EXPECTS.match(scan.text, e.end, amount.start)))
    houses += [high for high in own if not _JOINED.search(scan.text, scan.sentence.start, high)]
    return bool(houses) and not _MARKET.search(scan.text, max(houses), amount.start)


def _houses(scan: Scan, names: Names) -> list[Span]:
    """Return where a sentence names a house and its analyst, each by itself: not 高盛和大摩分析师."""
    low, high, kind_of = scan.sentence.start, scan.sentence.end, names.catalogue.company_kind
    named = [e for e in scan.entities if kind_of(e.entity) == "broker"]
    named = [e for e in named if not _JOINED.search(scan.text, max(low, e.start - 2), e.start)]
    told = [Span(e.start, analyst.end()) for e in named if (analyst := _ANALYST.match(scan.text, e.end, high))]
    return told + [Span(*found.span()) for found in _HOUSE.finditer(scan.text, low, high)]
