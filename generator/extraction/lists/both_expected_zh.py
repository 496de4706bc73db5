"""What had been expected of several figures at once, in their order: 收入1160亿元,净利润108亿元,均高于市场预期的1142亿元和101亿元."""

from __future__ import annotations

import re

from generator.extraction.amounts.slashes import runs
from generator.extraction.links.link import Link
from generator.extraction.links.linking import Linker
from generator.extraction.lists.lists_en import as_before
from generator.extraction.lists.paired import UNTOLD
from generator.extraction.marks.scanning import Scan

_AND = re.compile("和|与|及|以及|、")
_BOTH_BEYOND = re.compile(
    r"(?:双双|[均皆都])(?:远|远远|大幅|略|略微|小幅|明显|显著)?(?:[高低优好逊快慢强大小]于|超[过出]?|胜过|不及|不如)了?[^,;。\d]{0,12}(?:预期|预估|预测|预计)(?:值|水平)?的?$"
)


def both_expected(scan: Scan, linker: Linker) -> dict[int, Link]:
    """Return, by the amounts' starts, the links of what several figures told before are set beside; doubts where those can't be told."""
    links: dict[int, Link] = {}
    for run in runs(scan.amounts, scan.text, _AND) if scan.chinese else ():
        if _BOTH_BEYOND.search(scan.text, scan.clause(run[0].start)[0], run[0].start):
            links |= as_before(scan, linker, run) or {a.start: Link(doubt=UNTOLD) for a in run}
    return links
