"""Amounts of one metric by both accounts, the reported and the adjusted: `GAAP and non-GAAP gross margins were 73.4% and 73.6%`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from generator.corpus.beginnings import sought
from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.changes.change import change_of
from generator.extraction.links.clause import is_conversion
from generator.extraction.links.link import Link
from generator.extraction.links.linking import Linker
from generator.extraction.marks.adjusted import WITHOUT_ITEMS
from generator.extraction.marks.adjusted_names import ADJUSTED_EN
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.terms import ADJUSTED, NO_METRIC

_REPORTED_AND = re.compile(r"(?<![A-Za-z-])(?:GAAP|IFRS)(?: and | ?/ ?|和|与|及|、)$")
# `GAAP and non-GAAP operating expenses`, of which the catalogue has no adjusted one
_REPORTED_AND_OTHER = re.compile(r"(?<![A-Za-z-])(?:GAAP and non-GAAP|IFRS and non-IFRS) $", re.I)
_AND = re.compile(r"(?: \([^()]{2,40}\))?\s?(?:/|,? and|,)\s?(?:about |approximately )?")
_UNTIL = re.compile(r"[^,;.\d]{0,70}?")  # what stands between the metric and the first of its two amounts
_BOTH = re.compile(r"\bboth (?:[a-z]+ )?$")
# `$27.7 billion GAAP and $30.8 billion non-GAAP`, `73.4% on a GAAP basis`: each amount is told by which account it is.
_ACCOUNT = re.compile(
    r"(?: \([^()]{1,30}\d[^()]{0,30}\))?,? \(?(?:(?:on|under|in) (?:an? )?)?(?P<adjusted>non-?\s?)?(?:GAAP|IFRS)\b(?: (?:basis|terms))?\)?(?! [A-Za-z]*(?: [a-z]+)? ?(?:margin|profit|income|EPS|earnings|loss))",
    re.I,
)
# `EPS: GAAP $3.72 (+13%), non-GAAP $4.13 (+23%)`, `on a GAAP basis was $27.7 billion and on a non-GAAP basis was $30.8 billion`
_BEFORE = sought(
    r"(?<![A-Za-z-])(?P<adjusted>non-?\s?)?(?:GAAP|IFRS)(?: (?:basis|terms))?(?:,? (?:it |this |that )?(?:was|were|came to|reached|totall?ed))?:? (?:of )?$",
    re.I,
)
_SAID = 40  # characters before an amount, within which its account is said
# `a net loss of $4.2 billion, or $3.8 billion excluding share-based compensation`, `operating income of $4.2 billion (non-GAAP: $5.0 billion)`
_OR = re.compile(r"(?: \([^()]{2,40}\))?(?: (?:in|for) [^,;.\d]{2,40}(?:20\d\d)?)?,? or (?:about )?")
_ADJUSTED_BEHIND = re.compile(
    rf"(?: \([^()]{{2,40}}\))?,? (?:when |after |once )?(?:{WITHOUT_ITEMS}|on an? {ADJUSTED_EN} basis|{ADJUSTED_EN}(?=[,.;]))",
    re.I,
)
_ADJUSTED_INSIDE = re.compile(rf"(?: \([^()]{{2,40}}\))? \({ADJUSTED_EN}(?::| of|,) ", re.I)
# `net income rose to 5.1 billion yuan; stripping out one-time items it was 6.2 billion yuan`
_WITHOUT_IT = re.compile(
    rf"(?: \([^()]{{2,40}}\))?(?: (?:in|for) [^,;.\d]{{2,40}}(?:20\d\d)?)?(?:[;,]| -)? (?:(?:and|but|while|though) )?(?:{WITHOUT_ITEMS}|on an? {ADJUSTED_EN} basis)(?: (?:expenses|costs|charges))?,? (?:it|that|this|the (?:figure|profit|loss|result)) (?:was|came to|reached|stood at|totall?ed|would have been) {ABOUT}",
    re.I,
)
_IN_BRACKETS = (" (", " (+", " (-")
_IN_PERCENT = "a change of a percentage in percent, or of a quantity in percentage points"
_NONE_ADJUSTED = "the adjusted figure of a metric that the catalogue has no adjusted one of"


def accounts_links(scan: Scan, linker: Linker) -> dict[int, Link]:
    """Return, by the amounts' starts, the links of the amounts that a sentence tells by both accounts."""
    links: dict[int, Link] = {}
    for mention in scan.metrics:
        named = _reported_and_adjusted(scan, linker, mention)
        run = [a for a in scan.amounts if a.start >= mention.end and not is_conversion(scan, a)][:2] if named else []
        if not run or not _UNTIL.fullmatch(scan.text, mention.end, run[0].start):
            continue
        if _is_pair(scan, run):
            links |= {a.start: _of(linker, m, a) for a, m in zip(run, named, strict=True)}
        elif _BOTH.search(scan.text, mention.end, run[0].start):
            links[run[0].start] = _of(linker, named[0], run[0])
    return links | dict(_labelled(scan, linker))


def both_accounts(scan: Scan, linker: Linker, named: list[Mention], run: list[Amount]) -> list[Mention]:
    """`GAAP and non-GAAP gross margins` are two metrics: the reported one and the adjusted one."""
    return _reported_and_adjusted(scan, linker, named[0]) if len(run) == 2 and len(named) == 1 else []


def _reported_and_adjusted(scan: Scan, linker: Linker, named: Mention) -> list[Mention]:
    """Return the two metrics of a mention of an adjusted one, right behind `GAAP and`; none where it names one alone."""
    adjusted = named.metrics[0] if named.metrics else ""
    if _REPORTED_AND_OTHER.search(scan.text, max(0, named.start - 20), named.start):
        return [named, replace(named, metrics=(NO_METRIC,))]
    reported = adjusted.removeprefix("adjusted_")
    if adjusted == reported or reported not in linker.meanings.catalogue.metrics:
        return []
    said = _REPORTED_AND.search(scan.text, max(0, named.start - 12), named.start)
    return [replace(named, metrics=(reported,)), named] if said else []


def _is_pair(scan: Scan, run: list[Amount]) -> bool:
    return len(run) == 2 and run[0].kind == run[1].kind and bool(_AND.fullmatch(scan.text, run[0].end, run[1].start))


def _labelled(scan: Scan, linker: Linker) -> Iterator[tuple[int, Link]]:
    """Yield the links of two amounts that words beside each tell by which account they are."""
    for one, other in pairwise(a for a in scan.amounts if not _in_brackets(scan, a)):
        named = [m for m in scan.metrics if m.end <= one.start]
        accounts = _accounts(scan, one, other) or (_told_otherwise(scan, named[-1], one, other) if named else None)
        if accounts is None or (one.kind, one.scaled) != (other.kind, other.scaled) or not named:
            continue
        for amount, adjusted in zip((one, other), accounts, strict=True):
            link = _by(linker, named[-1], amount, adjusted)
            yield amount.start, link
            grew = next((a for a in scan.amounts if a.start > amount.end), None)
            if grew and grew.kind == "percent" and _in_brackets(scan, grew):
                yield grew.start, link


def _accounts(scan: Scan, one: Amount, other: Amount) -> tuple[bool, bool] | None:
    """Return whether each of two amounts is the adjusted one, None where nothing says so or both are of one account."""
    for said in (
        [_ACCOUNT.match(scan.text, a.end) for a in (one, other)],
        [_BEFORE.search(scan.text, max(scan.sentence.start, a.start - _SAID), a.start) for a in (one, other)],
    ):
        if said[0] and said[1] and bool(said[0]["adjusted"]) != bool(said[1]["adjusted"]):
            return bool(said[0]["adjusted"]), bool(said[1]["adjusted"])
    return None


def _told_otherwise(scan: Scan, named: Mention, one: Amount, other: Amount) -> tuple[bool, bool] | None:
    """Return that the second of two amounts is the adjusted one, where it only tells the first one otherwise."""
    if any(metric.startswith(ADJUSTED) for metric in named.metrics):
        return None
    behind = _OR.fullmatch(scan.text, one.end, other.start) and _ADJUSTED_BEHIND.match(scan.text, other.end)
    behind = behind or _WITHOUT_IT.fullmatch(scan.text, one.end, other.start)
    return (False, True) if behind or _ADJUSTED_INSIDE.fullmatch(scan.text, one.end, other.start) else None


def _by(linker: Linker, mention: Mention, amount: Amount, adjusted: bool) -> Link:
    """Return the link of an amount of a mention by one account."""
    metric = linker.meanings.metric(mention, amount)
    if metric is None:
        return Link()
    if linker.meanings.catalogue.metrics[metric].unit == "percent" and change_of(linker.scan, amount):
        return Link(doubt=_IN_PERCENT)  # `should trend higher toward 74.8% GAAP`
    metric = metric.removeprefix("adjusted_")
    metric = f"adjusted_{metric}" if adjusted else metric
    if metric not in linker.meanings.catalogue.metrics:
        return Link(doubt=_NONE_ADJUSTED)
    return Link(metric, replace(mention, metrics=(metric,)))


def _of(linker: Linker, mention: Mention, amount: Amount) -> Link:
    if mention.nothing:
        return Link(doubt=_NONE_ADJUSTED)
    metric = linker.meanings.metric(mention, amount)
    return Link(metric, mention) if metric else Link()


def _in_brackets(scan: Scan, amount: Amount) -> bool:
    return scan.text.endswith(_IN_BRACKETS, scan.sentence.start, amount.start)
