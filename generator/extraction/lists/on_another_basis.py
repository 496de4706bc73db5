"""What English tells again by the adjusted account behind the reported one: `EPS rose 57% to 1.15 euros, and 50% to 1.75 euros on a non-IFRS basis`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.links.link import Link
from generator.extraction.links.linking import Linker
from generator.extraction.marks.adjusted import NON_RECURRING
from generator.extraction.marks.adjusted_names import ADJUSTED_EN
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.terms import ADJUSTED

_ON_A_BASIS = re.compile(
    rf"(?: \([^()]{{2,40}}\))?(?: (?:a|per) share)?,? (?:on an? {ADJUSTED_EN} basis|on {ADJUSTED_EN} basis|in {ADJUSTED_EN} terms|under {ADJUSTED_EN}(?=[,.;])|\({ADJUSTED_EN}\))",
    re.I,
)

# `and RMB 5.2 billion, up 24%, after deducting non-recurring items`
_WITHOUT = re.compile(rf"(?: \([^()]{{2,40}}\))?,? (?:(?:after|when|once) )?{NON_RECURRING}", re.I)
_RECURRING = "net_profit_recurring"
_TO = re.compile(rf" to {ABOUT}")
_MOVED = re.compile(rf",? \(?(?:up|down|a (?:rise|gain|fall|drop|decline) of) (?:by )?{ABOUT}")


def on_another_basis(scan: Scan, linker: Linker, links: dict[int, Link]) -> dict[int, Link]:
    """Return, by their starts, the links of a later level that is told by the adjusted account, and of the change that led to it."""
    found: dict[int, Link] = {}
    if scan.chinese:
        return found
    for amount in scan.amounts:
        before, after = scan.preceding(amount), scan.following(amount)
        moved = after if after and _MOVED.fullmatch(scan.text, amount.end, after.start) else None
        either = (_ON_A_BASIS,) if amount.kind == "percent" else (_ON_A_BASIS, _WITHOUT)
        forms = () if amount.start in links else either
        ends = (amount.end, moved.end) if moved else (amount.end,)
        behind = next((said for form in forms for at in ends if (said := form.match(scan.text, at))), None)
        if behind is None:
            continue
        grew = (
            before
            if before and before.kind == "percent" and _TO.fullmatch(scan.text, before.end, amount.start)
            else None
        )
        moved = moved or (after if after and _MOVED.fullmatch(scan.text, behind.end(), after.start) else None)
        named = _told_before(scan, grew or amount)
        twin = _adjusted(linker, named, amount, behind.re is _WITHOUT) if named else None
        if named and twin:
            found |= {a.start: Link(twin, named) for a in (amount, grew, moved) if a is not None}
    return found


def _told_before(scan: Scan, first: Amount) -> Mention | None:
    """Return the metric that an earlier amount of the sentence was of, where none is named between that and this."""
    before = scan.preceding(first)
    named = [m for m in scan.metrics if m.end <= first.start]
    return named[-1] if before is not None and named and named[-1].end <= before.start else None


def _adjusted(linker: Linker, named: Mention, amount: Amount, recurring: bool) -> str | None:
    """Return the adjusted metric beside the reported one that a level is of; of a net profit, what recurs of it has a name."""
    metric = linker.meanings.metric(named, amount)
    if recurring and metric == "net_profit" and _RECURRING in linker.meanings.catalogue.metrics:
        return _RECURRING
    twin = f"{ADJUSTED}{metric}"
    return twin if metric and twin in linker.meanings.catalogue.metrics else None
