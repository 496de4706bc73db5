"""Parts that stand behind their amounts: `of which 10,525 were of the Nio brand, 16,434 came from Onvo and 4,346 from Firefly`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.changes.change import change_of
from generator.extraction.figure import PRICES
from generator.extraction.links.link import Link
from generator.extraction.links.linking import Linker
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.metrics.per_share import PER_SHARE
from generator.extraction.metrics.whole_again import lines_of_metrics

_OF_IT = r"(?P<of> of (?:it|them|which|these|those|that|the total|the figure))?"
# takings from cars, which name the line where they are counted in money
_FROM_CARS = re.compile(
    r" (?:came |coming |was |were |is |comes )?from (?:(?:the |its )?sales? of )?(?:its |the )?(?P<cars>(?:smart |electric |new )*(?:cars|vehicles)|(?:car|vehicle) sales)\b"
)
_OF_WHICH = re.compile(rf",? (?:of which|including|which includes|which included) {ABOUT}$")
_SOME_OF_IT = re.compile(rf"\b(?:half|most|many|some|part|a third|a quarter) of (?:it|them|these|those),? {ABOUT}$")
# between an amount and the part that it is of
_OF = re.compile(
    rf"(?: (?:units|vehicles|cars|deliveries|yuan|euros))?(?: to be (?:exact|precise),?|, to be (?:exact|precise),)?{_OF_IT}(?:,? (?:were|was|are|is|came|coming|come|went|stemmed|stems|carried|bore|wore))?(?: (?:purely|pure|fully|all))?"
    r"(?: (?:from|of|under|by|in|at|through|with|bearing|carrying))?(?: (?:the|its|their))?(?: (?!electric|hybrid|and|or)[a-z][a-z-]+){0,3},? "
)
# between a part and the next amount
_NEXT = re.compile(
    r"(?: (?:brand|sub-?brand|marque|models|cars|vehicles|business|division|unit|segment|ones))?(?: \([^()]{1,20}\))?"
    r"(?:,? (?:up|down|an? (?:increase|rise|decline|drop|fall) of) [\d.]+ ?(?:%|per ?cent|pct))?"
    rf"(?:[,;]|,? and|,? while|, with|; and) (?:the (?:remaining|other|rest,) |another |a further |the )?{ABOUT}"
)
# what leads from a whole to its parts
_LED = re.compile(
    rf"(?:[,:;(] ?|[-–—] ?|\b(?:of which|including|which includes?|which included|among (?:them|these),?|comprising|split between|made up of|consisting of)(?: of)? )(?:with |of which |including |only |some |an estimated )?{ABOUT}$"
)
_GOES_ON = re.compile(
    rf"\s*(?:Of (?:these|those|them|this|that|which|the total|its total|the figure|the number),? |The (?:figure|total|number|sum|tally) [^.;:\d]{{3,50}}: "
    rf"|(?:They|These|Those|That|This|It|The (?:figure|total|number|tally|count|deliveries|sales)) (?:includes?|included|comprised?|comprises|consist(?:ed|s)? of|(?:was|were|is|are) made up of|breaks? down into|broke down into) )(?:only |some |just )?{ABOUT}"
)
_WHICH = re.compile(r", which (?:[^,;.]|[.,](?=\d))*")
_AND_MORE = re.compile(r",? (?:and|&|or) (?!its |the company)")
# `compared with 20,176 a year earlier, of which`: parts of then, or of now
_SET_BESIDE = re.compile(rf"\b(?:compared (?:with|to)|against|versus|from|after|than|above|below) (?:the )?{ABOUT}$")
_COUNTS = ("count", "bare")
_ROUNDED = 102  # percent of the whole: what its parts may come to, rounded
_ALL = 98  # percent of the whole, from which on parts are all of it
Item = tuple[Amount, Mention, re.Match[str]]


def parts_behind(scan: Scan, linker: Linker, links: dict[int, Link]) -> dict[int, Link]:
    """Return, by the amounts' starts, the links of parts that come to no more than the whole that was told before them."""
    if scan.chinese or not scan.amounts:
        return {}
    found: dict[int, Link] = {}
    for run in _runs(scan, linker, links):
        whole = _whole(scan, linker, run)
        if whole.metric is not None:
            found |= {amount.start: _of(linker, whole, part) for amount, part, _ in run}
            found |= {amount.start: _of(linker, whole, run[-1][1]) for amount in _told_of(scan, run[-1][1])}
    return found


def _told_of(scan: Scan, part: Mention) -> list[Amount]:
    """Return the amounts that a relative clause tells of the part before it: `from regulatory credits, which halved from $890 million`."""
    which = _WHICH.match(scan.text, part.end, scan.sentence.end)
    return [a for a in scan.amounts if which and which.start() < a.start < which.end()]


def _of(linker: Linker, whole: Link, part: Mention) -> Link:
    assert whole.metric is not None
    metric = linker.meanings.catalogue.metrics[whole.metric].base or whole.metric
    at = Mention(part.start, part.end, (metric,), part=part.segment)
    return Link(metric, at, company=whole.company)


def _runs(scan: Scan, linker: Linker, links: dict[int, Link]) -> Iterator[list[Item]]:
    """Yield the runs of amounts with their parts; one alone, where it says that it is of what was told."""
    run: list[Item] = []
    for item in _items(scan, linker, links):
        if run and not (_alike(run[-1][0], item[0]) and _NEXT.fullmatch(scan.text, run[-1][1].end, item[0].start)):
            yield from [run] if _is_of_told(scan, run) else []
            run = []
        run.append(item)
    if run and _is_of_told(scan, run):
        yield run


def _is_of_told(scan: Scan, run: list[Item]) -> bool:
    """Whether a run is of what was told: one part alone has to say so, behind its amount or before it."""
    first = run[0][0]
    low = max(scan.sentence.start, first.start - 40)
    taken = first.kind == "money" or first.scaled
    said = run[0][2]["of"] or _SOME_OF_IT.search(scan.text, low, first.start)
    return len(run) > 1 or bool(said) or (taken and bool(_OF_WHICH.search(scan.text, low, first.start)))


def _items(scan: Scan, linker: Linker, links: dict[int, Link]) -> Iterator[Item]:
    parts = [*scan.segments, *lines_of_metrics(scan, linker.meanings.catalogue)]
    for amount in scan.amounts:
        if amount.kind not in (*_COUNTS, "money") or amount.start in links:
            continue
        for part in [*parts, *_cars_behind(scan, amount)]:
            of = _OF.fullmatch(scan.text, amount.end, part.start) if part.start > amount.end else None
            if of and scan.amount_after(amount.end) >= part.end and not _has_more(scan, part):
                yield amount, part, of
                break


def _cars_behind(scan: Scan, amount: Amount) -> list[Mention]:
    """Return the cars that money right before them was taken with, as the line of business."""
    cars = _FROM_CARS.match(scan.text, amount.end) if amount.kind == "money" or amount.scaled else None
    return [Mention(*cars.span("cars"), (), segment="ev")] if cars else []


def _has_more(scan: Scan, part: Mention) -> bool:
    """Whether a part is only the first of several that an amount is of: `21 billion of it from cars and other things`."""
    on = _AND_MORE.match(scan.text, part.end)
    return on is not None and not _NEXT.fullmatch(scan.text, part.end, scan.amount_after(part.end))


def _whole(scan: Scan, linker: Linker, run: list[Item]) -> Link:
    """Return the link of the level that a run's amounts are parts of: told before it in the sentence, else in the one before."""
    first = run[0][0]
    before = [a for a in scan.amounts if a.end <= first.start and _alike(a, first) and change_of(scan, a) is None]
    if before:
        led = _LED.search(scan.text, max(before[-1].end, first.start - 40), first.start)
        if _SET_BESIDE.search(scan.text, max(scan.sentence.start, before[-1].start - 24), before[-1].start):
            return Link()
        link = Linker(scan, linker.meanings).level(before[-1], comparative=False) if led else Link()
        return link if _is_whole(link.metric, before[-1].value, run) and not link.doubt else Link()
    told = linker.whole
    if told is None or told.measure != "level" or told.basis != "actual":
        return Link()
    on = _GOES_ON.fullmatch(scan.text, scan.sentence.start, first.start) or _is_all(told.value, run, scan)
    return Link(told.metric, company=told.entity) if on and _is_whole(told.metric, told.value, run) else Link()


def _is_all(value: Decimal, run: list[Item], scan: Scan) -> bool:
    """Whether parts that a sentence opens with come to all that was told before: `10,913 came from the Nio brand, 6,124 from Onvo and 7,924 from Firefly`."""
    opens = not scan.text[scan.sentence.start : run[0][0].start].strip()
    return opens and sum(amount.value for amount, _, _ in run) * 100 >= abs(value) * _ALL


def _is_whole(metric: str | None, value: Decimal, run: list[Item]) -> bool:
    if metric is None or metric in PRICES or metric in PER_SHARE.values():
        return False
    total = sum(amount.value for amount, _, _ in run)
    return total * 100 <= abs(value) * _ROUNDED


def _alike(one: Amount, other: Amount) -> bool:
    money = one.kind == other.kind == "money" or (one.scaled and other.scaled)
    return money or (one.kind in _COUNTS and other.kind in _COUNTS)
