"""Growth since the time that an English sentence goes back to: `A year earlier it had been 3.9 billion, which makes for growth of 85%` is of what the sentence before told."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.marks.verbs import A_MOVE
from generator.extraction.whose.context import Surroundings
from generator.settings.period import Period

_SO = re.compile(
    r"(?: (?:units|vehicles|cars|deliveries|phones|of them|of these|of those))?(?: (?:a|per) share)?,? (?:(?:which|and that|so that|and this) (?:makes?|works? out|adds? up|amounts|comes|translates|equates|means|gives|is)|making|meaning|giving|working out|translating|for|so) "
    rf"(?:(?:for|at|to|into|as|it) )?(?:an? |the )?(?:[a-z-]+ ){{0,3}}{A_MOVE}(?: (?:rate|pace))? (?:of|by|was|is|comes to|works out at) {ABOUT}$"
)


def grown_since(around: Surroundings, metric: str, amount: Amount, then: Period | None) -> Period | None:
    """Return the period of a growth from a level of a year before, told alone, to the one that the sentence before told."""
    level, scan = around.ground.level, around.scan
    now = level.period if level and level.metric == metric else None
    if scan.chinese or amount.kind != "percent" or then is None or now is None or now.years_before() != then:
        return None
    return now if _SO.match(scan.text, scan.amount_before(amount.start), amount.start) else None
