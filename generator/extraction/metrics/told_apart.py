"""Whether an amount is told apart from the one before it, which is of the same metric: of a part, of a place or of a line of its own."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.mention import Mention
from generator.extraction.metrics.line_before import line_that_earns
from generator.extraction.metrics.part_of import is_part, label_of
from generator.extraction.metrics.things_counted import line_counted
from generator.extraction.whose.beside_line_en import line_set_beside
from generator.extraction.whose.context import Surroundings
from generator.extraction.whose.region import has_region_behind, itself, turns_elsewhere
from generator.extraction.whose.stood_for import stood_for

_NEXT_PART = re.compile(r"[,;、 ]*(?:而|及|和|则|其中)?")
_LABEL = 5  # characters between a segment and the amount in the brackets behind it: 专业可视化业务(7.6亿美元)


def is_told_apart(around: Surroundings, mention: Mention, amount: Amount) -> bool:
    """Whether words at an amount say that it is of something else than the one told of its metric before."""
    bracketed = any(
        0 <= amount.start - m.end <= _LABEL and "(" in around.scan.text[m.end : amount.start]
        for m in around.scan.segments
    )
    return (
        bracketed
        or is_part(around.scan, amount)
        or label_of(around.scan, amount) is not None
        or itself(around, amount) is not None
        or has_region_behind(around, amount)
        or turns_elsewhere(around, mention, amount)
        or _is_headed_apart(around, amount, mention)
        or line_counted(around, amount) is not None
        or stood_for(around.scan, amount) is not None
        or line_set_beside(around.scan, amount) is not None
        or line_that_earns(around, amount) is not None
    )


def _is_headed_apart(around: Surroundings, amount: Amount, mention: Mention) -> bool:
    """Whether a Chinese amount goes on with a metric in another part: 本土市场游戏收入增15% 国际市场增43%."""
    before = around.scan.amount_before(amount.start)
    low = max(before, mention.end)
    parts = [m for m in around.scan.segments if low <= m.start and m.end <= amount.start]
    if around.scan.text[mention.start].isascii():
        return False  # `shipped 51 million smartphones, down 16%`: what was counted is what fell
    between = around.scan.text[before : parts[0].start] if parts else ""
    return bool(parts) and before >= mention.end and not parts[-1].metrics and _NEXT_PART.fullmatch(between) is not None
