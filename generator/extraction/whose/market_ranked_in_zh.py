"""The market in which a Chinese share puts a company in its place: 以24%的份额稳居全球PC市场第一, 在平板电脑市场,华为以29%的份额居首."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.whose.context import Surroundings

_SHARE = r"的?(?:出货量?|销量)?(?:市场|市占)?(?:份额|占有率|率)?,?"
_RANKS = r"(?:继续|再次|首次|再度|重新|成功|依然|仍|稳|蝉联|稳固)*(?:排名?|位[列居]|居|坐[上稳]?|升至|登上|夺得|拿下|成为|跃居|跻身|蝉联|夺回|领跑|领先|领衔|名列|占据|保持)[在于到至为]?了?"
_TO_ITS_MARKET = re.compile(rf"{_SHARE}{_RANKS}[^,;。\d]{{0,6}}")
_A_MARKET = re.compile(r"(?:设备|业务)?(?:市场|行业|领域)")
_OPENS = re.compile(r"\s*(?:(?:而|同时|此外|另外),?)?在?[^,;。\d]{0,8}")
_FRAMES = re.compile(r"(?:市场|行业|领域)(?:上|中|里|内|方面)?,")


def market_ranked_in(around: Surroundings, metric: str, amount: Amount) -> str | None:
    """Return the line whose market a Chinese clause names behind a share, or its sentence opens with."""
    scan = around.scan
    if not scan.chinese or metric != "market_share":
        return None
    kinds = around.names.catalogue.segments
    lines = [m for m in scan.segments if m.segment and kinds[m.segment].kind == "business"]
    end = scan.clause(amount.end)[1]
    for line in lines:
        if (
            amount.end <= line.start < end
            and _TO_ITS_MARKET.fullmatch(scan.text, amount.end, line.start)
            and _A_MARKET.match(scan.text, line.end)
        ):
            return line.segment
    opening = next((m for m in lines if _opens(scan, m.start, m.end)), None)
    return opening.segment if opening and not _names_another(lines, opening.end, amount) else None


def _opens(scan: Scan, start: int, end: int) -> bool:
    """Whether a line's market is what a sentence opens with."""
    return bool(_OPENS.fullmatch(scan.text, scan.sentence.start, start) and _FRAMES.match(scan.text, end))


def _names_another(lines: list[Mention], start: int, amount: Amount) -> bool:
    """Whether another line is named between what a sentence opens with and an amount."""
    return any(start <= m.start < amount.start for m in lines)
