"""Names that Chinese makes up for what a business brought in in cash: 来自经营活动的现金流量净额, 经营活动产生的净现金."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

_WHENCE = ("", "来自", "源自")
_WHAT = (
    "经营",
    "运营",
    "营业",
    "营运",
    "经营活动",
    "经营业务",
    "营运活动",
    "营业活动",
    "运营活动",
    "运营业务",
    "营运业务",
)
_HOW = ("", "产生", "所产生", "所得", "流入", "提供", "所提供", "带来", "创造", "贡献")
_CASH = (
    "现金流", "净现金流", "现金流净额", "现金流量", "净现金流量", "现金流量净额", "现金", "净现金", "现金净额", "净现金额",
    "现金净流入", "现金净流入额", "现金流入", "现金流入净额", "净现金流入",
)  # fmt: skip
_NAMED_APART = ("现金", "净现金")  # 经营的现金 is no name, 经营活动产生的现金 is one


def cash_from_operations() -> Iterator[str]:
    """Yield those names; a verb or a 的 stands before plain cash."""
    for whence, what, how, of, cash in product(_WHENCE, _WHAT, _HOW, ("", "的", "之"), _CASH):
        if (how and not (how == "流入" and "流入" in cash)) or (cash not in _NAMED_APART and (of or not whence)):
            yield f"{whence}{what}{how}{of}{cash}"
