"""The things that stand between a Chinese verb of selling and how many: 当月出货笔电370万台."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.mention import Mention
from generator.extraction.whose.context import Surroundings

_COUNTS_THEM = ("shipments", "unit_sales")
_VERB = re.compile(r"出货|发货|售出|销售|卖出")
_DID = re.compile(r"了?")
_SO_MANY = re.compile(r"(?:产品)?(?:约|达|共|逾|近|超过?|则|合计|总计|大约|接近)*")


def thing_counted(around: Surroundings, metric: str, mention: Mention, amount: Amount) -> str | None:
    """Return the line of the things that a verb sold, right before their count."""
    scan = around.scan
    if not scan.chinese or metric not in _COUNTS_THEM or not _VERB.fullmatch(scan.text, mention.start, mention.end):
        return None
    kinds = around.names.catalogue.segments
    return next(
        (
            m.segment
            for m in scan.segments
            if m.segment
            and kinds[m.segment].kind == "business"
            and _DID.fullmatch(scan.text, mention.end, m.start)
            and _SO_MANY.fullmatch(scan.text, m.end, amount.start)
        ),
        None,
    )
