"""Times that another is compared with, and that no figure is of."""

from __future__ import annotations

from generator.extraction.marks.scanning import Scan
from generator.extraction.periods.mention import PeriodMention
from generator.extraction.when.came import COMPARED
from generator.extraction.whose.beside import compared_with, is_over_the_whole
from generator.extraction.whose.joined_origins_zh import joins_an_origin


def is_compared(marks: Scan, mention: PeriodMention) -> bool:
    """Whether a mention is what another period is compared with."""
    before = COMPARED.search(marks.text, max(marks.sentence.start, mention.start - 24), mention.start)
    set_beside = (bool(before) and not is_over_the_whole(marks, mention)) or joins_an_origin(marks, mention)
    return set_beside or compared_with(marks, mention) is not None
