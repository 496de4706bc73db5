"""Which time before an amount is of that something moved from, where both changes are told behind: the one whose rate leads from it.

净利润从425亿元降至203亿元,同比下跌52%,环比减少50%: from 425 to 203 is a fall of 52 percent, so it is of the year before.
"""

from __future__ import annotations

from decimal import Decimal

from generator.extraction.amounts.amount import Amount, Kind
from generator.extraction.marks.cues import BASES, Against
from generator.extraction.marks.scanning import Scan

_NEAR = {
    "percent": Decimal("0.6"),
    "points": Decimal("0.11"),
}  # by which a rounded rate may differ, in percentage points
_ROUNDED_MOST = Decimal(5)  # points: amounts so rounded lead to any rate
_MOST = 4  # rates behind, the ones that are looked at


def base_by_rate(scan: Scan, amount: Amount) -> Against | None:
    """Return against which time the one rate is told that leads from an amount to the next one; None where none does, or several."""
    reached = scan.following(amount)
    if reached is None or reached.kind != amount.kind or not amount.value or reached.currency != amount.currency:
        return None
    of_shares = amount.kind == "percent"  # of which one moves by points
    moved = abs(reached.value - amount.value if of_shares else (reached.value / amount.value - 1) * 100)
    kind: Kind = "points" if of_shares else "percent"
    near = _NEAR[kind] if of_shares else _NEAR[kind] + _rounded(amount, reached)
    agreeing = {cue for rate, cue in _rates(scan, reached, kind) if abs(moved - abs(rate)) <= near}
    return agreeing.pop() if len(agreeing) == 1 else None


def _rounded(amount: Amount, reached: Amount) -> Decimal:
    """Return by how many points a rate may differ as both amounts are rounded: 费用从35亿元升至36亿元,同比增长2%."""
    shares = amount.precision / abs(amount.value) + reached.precision / abs(reached.value or amount.value)
    return min(50 * shares * abs(reached.value / amount.value), _ROUNDED_MOST)


def _rates(scan: Scan, reached: Amount, kind: Kind) -> list[tuple[Decimal, Against]]:
    """Return the rates behind what was reached, each with what the last word before it says that it is against."""
    found: list[tuple[Decimal, Against]] = []
    told = [a for a in scan.amounts if a.start >= reached.end][:_MOST]
    low = reached.end
    for rate in told:
        if rate.kind != kind:
            break
        cues = [c.kind for c in scan.cues_between(low, rate.start, *BASES)]
        if cues and cues[-1] in BASES:
            found.append((rate.value, cues[-1]))
        low = rate.end
    return found
