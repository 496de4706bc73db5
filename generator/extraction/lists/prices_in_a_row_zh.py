"""Prices of several shares that Chinese quotes in one breath: 吉利及腾讯分别升2%及1%,收报18.2元及624.9元."""

from __future__ import annotations

from generator.extraction.links.link import Link
from generator.extraction.marks.scanning import Scan
from generator.extraction.metrics.quoted import quoted
from generator.extraction.metrics.quoted_zh import row_of


def prices_in_a_row(scan: Scan) -> dict[int, Link]:
    """Return, by the amounts' starts, the links of prices that stand side by side behind as many companies."""
    if not scan.chinese:
        return {}
    shares = ((a, quoted(scan, a)) for a in scan.amounts if len(row_of(scan, a)) > 1)
    return {a.start: Link("share_price", share.mention, company=share.company) for a, share in shares if share}
