"""What had been expected of several things, in the order in which they were told: `revenue of $13.7 billion and EPS of 23 cents, while estimates stood at $13.1 billion and 1 cent`."""

from __future__ import annotations

import re
from itertools import pairwise

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.changes.change import change_of
from generator.extraction.links.link import Link
from generator.extraction.links.linking import Linker
from generator.extraction.marks.scanning import Scan

_AND = re.compile(rf"(?:,? and (?:of )?{ABOUT}|, {ABOUT})")
_EXPECTED = re.compile(
    r"\b(?:estimates?|expect(?:ed|ations?|ing)|consensus|forecasts?|predict(?:ed|ions?)|projected|analysts?|Wall Street|[Ss]treet)\b"
)
_BARE = ("bare", "count")
_TIMES = 3  # more or less than what came that an expectation may be, at most
_LEAD = 100  # characters that lead from what came to what had been expected


def links_set_beside(scan: Scan, linker: Linker) -> dict[int, Link]:
    """Return, by the amounts' starts, the links of a list of expectations that names no metric: those of what came before it, in order."""
    if scan.chinese or not _EXPECTED.search(scan.text, scan.sentence.start, scan.sentence.end):
        return {}
    told = [a for a in scan.amounts if not scan.brackets_around(a.start) and change_of(scan, a) is None]
    for at in range(2, len(told) - 1):
        run = _run(scan, told[at:])
        came = told[at - len(run) : at]
        if len(run) > 1 and len(came) == len(run) and _leads(scan, came[-1], run):
            return _as_came(linker, came, run)
    return {}


def _run(scan: Scan, amounts: list[Amount]) -> list[Amount]:
    """Return the amounts that no more than `and` or a comma stands between."""
    apart = next((n for n, (a, b) in enumerate(pairwise(amounts), 1) if not _AND.fullmatch(scan.text, a.end, b.start)), len(amounts))  # fmt: skip
    return amounts[:apart]


def _leads(scan: Scan, last: Amount, run: list[Amount]) -> bool:
    """Whether words of expecting, and no metric, stand between what came and a list, and none behind it names what it is of."""
    if any(last.end < m.start < run[-1].end for m in scan.metrics) or run[0].start - last.end > _LEAD:
        return False
    return _EXPECTED.search(scan.text, last.end, run[0].start) is not None


def _as_came(linker: Linker, came: list[Amount], run: list[Amount]) -> dict[int, Link]:
    """Return the links of what came for what was expected, where each is of the kind and about the size of the other."""
    links = linker.afresh(came)
    alike = all(_is_about(a, b) for a, b in zip(came, run, strict=True))
    metrics = [link.metric for link in links]
    if None in metrics or len(set(metrics)) < len(metrics) or not alike:
        return {}
    return {b.start: link for b, link in zip(run, links, strict=True)}


def _is_about(came: Amount, expected: Amount) -> bool:
    """Whether an expectation is of the kind and about the size of what came; its unit may go without saying."""
    alike = came.kind == expected.kind or (expected.kind in _BARE and came.kind in ("money", *_BARE))
    same = expected.currency in (None, came.currency) and _is_scaled(came) == _is_scaled(expected)
    near = came.value < expected.value * _TIMES and expected.value < came.value * _TIMES
    return alike and same and (near or not _is_scaled(came))


def _is_scaled(amount: Amount) -> bool:
    """Whether an amount is told in thousands or more, as what is earned by the share is not."""
    return amount.scale > 1
