"""A Chinese verb of recording behind an expectation: 预计收入增长14%,录得净利润265亿元 goes on with what is expected."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.extraction.marks.cues import Cue
from generator.extraction.whose.context import Surroundings

# 实现营收, 并录得净利润; no 已实现, 实现了, 实际, which tell what came
_RECORDS = re.compile(r"(?:并且?|且|同时|以及|有望|可|将|能|全年|当季|单季|首次|首度)*(?:实现|录得|达成)(?!了|过)")


def expects_to_record(around: Surroundings, start: int, near: Sequence[Cue]) -> bool:
    """Whether a clause opens with such a verb, names no time of its own, and the one before told what is expected."""
    scan = around.scan
    if not _RECORDS.match(scan.text, start) or any(cue.kind != "actual" for cue in near):
        return False
    end = scan.clause(start)[1]
    if any(start <= m.start < end for m in scan.periods):
        return False
    told = scan.amount_before(start)
    return told > scan.sentence.start and bool(scan.cues_between(scan.sentence.start, told, "forecast"))
