"""What makers count, or took in, only in the market that a table ranks them in: foldable phones, AI PCs, DRAM."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.extraction.tables.heads import Head

_KINDS = r"(?:foldables?|refurbished|second-hand|used|rugged|gaming|premium|high-end|mid-range|low-end|entry-level|feature|5G|AI(?:-capable)?|GenAI|eSIM|detachable|slate|Chromebooks?|折叠屏?|可折叠|二手|翻新|游戏|高端|AI|功能)"
_OF_SOME = re.compile(rf"(?<![A-Za-z]){_KINDS}(?![A-Za-z])", re.I)
# `Foldable smartphone shipments fall`
_TITLED = re.compile(
    rf"(?<![A-Za-z]){_KINDS}[- ]?(?:smart)?(?:phones?|handsets?|PCs?|notebooks?|laptops?|tablets?|手机|电脑|PC|笔电)s? ?(?:shipments?|sales|market|出货|销量|市场)",
    re.I,
)


def of_some(caption: str, title: str) -> bool:
    """Whether a table, or the text that it stands in, is on a kind of what its makers ship."""
    return bool(_OF_SOME.search(caption) or _TITLED.search(title))


def ranks_a_market(heads: Sequence[Head]) -> bool:
    """Whether a table tells shares of a market: what its makers took in there may be less than all."""
    return any(head.metric and any(name.endswith("market_share") for name in head.metric.metrics) for head in heads)
