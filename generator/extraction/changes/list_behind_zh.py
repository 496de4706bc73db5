"""Growth that Chinese tells behind a list of percentages, once for all of them: vivo和小米的出货量分别录得15%和12%的同比跌幅."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.scanning import Scan

_JOINS = re.compile(r"\s*(?:、|,|,?(?:和|及|与|以及))(?:约|近|逾|超)?\s*")
_MOVED = re.compile(
    r"的(?:同比|环比|按年|按季|年|季|大幅|显著|明显|急剧|强劲|快速|高速|稳健|小幅|轻微|温和|惊人|可观)*(?:的)?"
    r"(?:(?P<down>[跌降减]幅|下[跌滑降挫]|减少|萎缩|衰退|收缩|负增长)|[增升涨]幅|增长|成长|增加|上升|攀升|飙升|增速)(?![了至到率])"
)
_LONGEST = 6  # amounts of a list


def told_behind_list(scan: Scan, amount: Amount) -> int:
    """Return 1 for up, -1 for down, 0 where no list of percentages that an amount begins or goes on with ends in a word of growth."""
    if not scan.chinese or amount.kind != "percent":
        return 0
    last, listed = amount, 1
    while (then := scan.following(last)) is not None and listed < _LONGEST:
        if then.kind != "percent" or _JOINS.fullmatch(scan.text, last.end, then.start) is None:
            break
        last, listed = then, listed + 1
    moved = _MOVED.match(scan.text, last.end) if listed > 1 else None
    return 0 if moved is None else -1 if moved["down"] else 1
