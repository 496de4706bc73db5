"""English lists that nothing but their order pairs: `revenue and net profit of 280 billion yuan and 49 billion`, `Li Auto, Xpeng and Nio delivered 48,740, 30,895 and 20,575`."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.amounts.slashes import runs
from generator.extraction.changes.change import change_of
from generator.extraction.links.clause import is_conversion
from generator.extraction.links.link import Link
from generator.extraction.links.linking import Linker
from generator.extraction.lists.alike import in_pairs, is_like, side_by_side
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.verbs import DID, MOVED
from generator.extraction.periods.mention import PeriodMention

_UNITS = r"(?: \([^()]{2,40}\))?(?: (?:units|vehicles|cars|phones))?"  # `RMB1.9 billion (US$0.3 billion)`
_AND = re.compile(rf"{_UNITS}(?:, and|,| and) (?:by )?{ABOUT}")
_BARE_AND = re.compile(r" and (?:by )?")
# between two changes: `up 8.9% and down 5.1%`
_AND_MOVED = re.compile(rf"(?:, and|,| and) (?:(?:both )?(?:up|down) )?(?:by )?{ABOUT}")
# between two metrics: `Adjusted net income (non-GAAP) and net profit`, `revenues and GAAP operating income`
_NAMES = re.compile(
    r"(?: \([^()\d]{2,20}\))?(?: for the (?:period|quarter|year|group))?(?:,? and|,) (?:its |the |our |an? |the company['’]s )?(?:(?:quarterly|total|overall|GAAP|IFRS) )*",
    re.I,
)
_IN = r"(?: (?:in|for|during) (?:[^,;.\d]{2,40}(?:\d{4})?|(?:the )?(?:[1-4][QH](?:20)?\d\d|[QH][1-4](?: (?:20)?\d\d)?|FY(?:20)?\d\d)))?"
# between the last metric and the first amount
_ARE = re.compile(
    rf"(?: \([^()\d]{{2,20}}\))?{_IN},? (?:of|at|is|are|was|were|will be|stands? at|reached|reaching|came to|came in at|stood at|totall?ed|hit|(?:both |each )?{MOVED}(?: [a-z]+ly)? to) {ABOUT}(?:respective )?"
)
# between the last metric and the first change: `revenue and net profit both grew, by 26% and 33%`
_GREW = re.compile(
    rf"(?: \([^()\d]{{2,20}}\))?{_IN},?(?: both| each)? (?:{MOVED}|(?:was|were) (?:up|down))(?: [a-z]+ly)?(?:,? by)? {ABOUT}"
)
_LED_TO = re.compile(
    rf"(?: (?:year[- ]on[- ]year|year[- ]over[- ]year|YoY|from a year (?:earlier|ago|before)))?,? to {ABOUT}"
)
# between the last company and the first amount, or the metric before it
_DID = re.compile(rf"{_IN} (?:each |respectively )?(?:{DID}|held|have|had|accounted for|took|captured) {ABOUT}")
# `vivo and OPPO tied for fourth with`, `Samsung and Apple stayed in the top two spots, with shares of`
_RANKED = re.compile(
    r",? (?:both )?(?:tied|ranked|came|stayed|stood|placed|finished|followed|remained|were|took|held|kept|occupied|rounded out|round out|rounded off|completed|complete|filled|shared|secured|claimed|retained|led|made up|clinched|landed|dropped|slipped|fell|rose|moved|climbed)\b[^,;.\d$€£¥()]{0,60},? (?:with|at|on)(?: (?:market )?shares? of| shipments of| sales of| deliveries of| volumes? of)? "
    rf"(?:respective )?{ABOUT}"
)
_WHEN = re.compile(r"(?: [a-z]+){0,3}?(?: (?:in|for|during)(?: (?:the|its))?)? ?")
_OF = re.compile(r" (?:of|at|for) ")  # `deliveries of Li Auto and Xpeng were`
_UP = re.compile(
    rf"(?: \([^()]{{2,40}}\))?(?: (?:units|vehicles|cars|phones|smartphones|deliveries))?{_IN},? (?:or )?(?:(?:both )?(?:up|down)|(?:an? )?(?:increase|rise|gain|fall|drop|decline|decrease)s? of|rising|falling|growing)(?: by)? {ABOUT}"
)
# `were 30 billion and 2 billion, respectively, compared with 21 billion and 1 billion a year earlier`
_BESIDE_LIST = re.compile(
    rf"(?: \([^()]{{2,40}}\))?{_IN}(?:,? respectively)?{_IN},? (?:as )?(?:compared (?:with|to)|against|versus|vs\.?|(?:up |down )?from) {ABOUT}"
)
_SIGNED = re.compile(r", | \(")  # `RMB30bn and RMB2bn, -8% and +5% YoY, respectively`


def links_in_order_en(scan: Scan, linker: Linker, links: dict[int, Link]) -> dict[int, Link]:
    """Return, by the amounts' starts, the links of English lists as long as the list of metrics, or of companies, right before them."""
    several = len(scan.entities) > 1 or len(scan.metrics) > 1 or len(links) > 1
    if scan.chinese or len(scan.amounts) < 2:
        return {}
    found: dict[int, Link] = {}
    last: list[Amount] = []
    for run in runs([a for a in scan.amounts if not is_conversion(scan, a)], scan.text, _AND):
        if change_of(scan, run[0]) is not None:
            told = any(a.start in found or a.start in links for a in run)
            found |= {} if told else _of_metrics(scan, linker, run, _GREW) or _untold(scan, run)
            last = run
            continue
        if not several:
            continue
        known = {a.start: links[a.start] for a in run if a.start in links and links[a.start].metric}
        if known:
            apart = len({link.metric for link in known.values()}) == len(run)
            of_several = len(known) == len(run) and (apart or all(link.company for link in known.values()))
            found |= _how_they_moved(scan, run, known) if of_several else _of_companies(scan, linker, run)
            last = run
            continue
        when = _period_behind(scan, run)
        links_of_run = (
            _of_metrics(scan, linker, run)
            or _of_companies(scan, linker, run)
            or _beside(scan, run, [found.get(a.start) or links.get(a.start) for a in last], last)
        )
        last = run
        found |= {at: replace(link, when=link.when or when) for at, link in links_of_run.items()}
    return found


def _untold(scan: Scan, run: list[Amount]) -> dict[int, Link]:
    """Return the doubts of changes that nothing pairs: `iPhone and services revenue rose 6% and 14%` tells two of what is named once."""
    bare = all(a.kind == "percent" and not a.range_end and not a.signed for a in run)
    joined = all(_BARE_AND.fullmatch(scan.text, one.end, other.start) for one, other in pairwise(run))
    return (
        {a.start: Link(doubt="a list that pairs unlike things") for a in run}
        if len(run) > 1 and bare and joined
        else {}
    )


def _beside(scan: Scan, run: list[Amount], before: list[Link | None], last: list[Amount]) -> dict[int, Link]:
    """Return the links of a list that is set beside the one before it, of as many metrics."""
    told = [link for link in before if link and link.metric and not link.company]
    if len(told) != len(run):
        return {}
    if (
        last[-1].kind == "percent"
        and run[0].kind != "percent"
        and _LED_TO.fullmatch(scan.text, last[-1].end, run[0].start)
    ):
        return {
            a.start: replace(link, when=None) for a, link in zip(run, told, strict=True)
        }  # `grew 25% and 33%, to 4.2 billion and 1.9 billion`
    if not _BESIDE_LIST.fullmatch(scan.text, last[-1].end, run[0].start):
        return {}
    alike = all(is_like(one, other) for one, other in zip(last, run, strict=True))
    return {a.start: replace(link, when=None) for a, link in zip(run, told, strict=True)} if alike else {}


def _period_behind(scan: Scan, run: list[Amount]) -> PeriodMention | None:
    """Return the period behind a list, which all of it is of, where none stands before it."""
    if any(p.start < run[0].start for p in scan.periods):
        return None
    return next((p for p in scan.periods if _WHEN.fullmatch(scan.text, run[-1].end, p.start)), None)


def _of_metrics(scan: Scan, linker: Linker, run: list[Amount], joint: re.Pattern[str] = _ARE) -> dict[int, Link]:
    """Return the links of as many levels, or changes, as metrics that stand side by side right before them."""
    before = [m for m in scan.metrics if m.end <= run[0].start]
    named = before[-len(run) :]
    beside = all(_NAMES.fullmatch(scan.text, one.end, other.start) for one, other in pairwise(named))
    if len(named) != len(run) or not beside or not _are_of(scan, named[-1].end, run[0], joint):
        return {}
    more = len(before) > len(run) and _NAMES.fullmatch(scan.text, before[-len(run) - 1].end, named[0].start)
    fits = joint is _GREW or all(linker.meanings.metric(m, a) is not None for m, a in zip(named, run, strict=True))
    apart = len({m.metrics for m in named}) == len(named)
    if more or not (fits and apart):
        return {}
    links = in_pairs(scan, linker, run, named)
    return links | _how_they_moved(scan, run, links)


def _are_of(scan: Scan, end: int, first: Amount, joint: re.Pattern[str]) -> bool:
    """Whether a list begins right behind one of metrics that ends at `end`, or behind a change of all of them: `each grew 25%, to 4.2 billion and`."""
    if joint.fullmatch(scan.text, end, first.start):
        return True
    change = scan.preceding(first) if joint is _ARE else None
    if change is None or change.kind != "percent" or not _LED_TO.fullmatch(scan.text, change.end, first.start):
        return False
    return _GREW.fullmatch(scan.text, end, change.start) is not None


def _of_companies(scan: Scan, linker: Linker, run: list[Amount]) -> dict[int, Link]:
    """Return the links of as many levels of one metric as companies that stand side by side and did it."""
    last = [e for e in scan.entities if e.end <= run[0].start][-1:]
    if len(run) < 2 or not last or not all(is_like(a, run[-1]) for a in run):
        return {}
    owners = side_by_side(scan, scan.entities, last[0].end, len(run))
    low = scan.amount_before(run[0].start)
    if not owners or owners[0].start < low:
        return {}
    of_theirs = any(_OF.fullmatch(scan.text, m.end, owners[0].start) for m in scan.metrics)
    form = _ARE if of_theirs else _DID
    ranked = _RANKED.fullmatch(scan.text, last[0].end, run[0].start)
    if not (ranked or form.fullmatch(scan.text, last[0].end, run[0].start)):
        return {}
    if any(e.end + 2 >= owners[0].start and e.end <= owners[0].start for e in scan.entities):
        return {}  # a longer list of companies
    link = _what_they_did(scan, linker, run)
    if link.metric is None:
        return {}
    links = {a.start: replace(link, company=e.entity) for a, e in zip(run, owners, strict=True)}
    return links | _how_they_moved(scan, run, links)


def _what_they_did(scan: Scan, linker: Linker, run: list[Amount]) -> Link:
    """Return the link that the first amount has alone, or the last, which the list's things stand behind."""
    links = (Linker(scan, linker.meanings).level(a, comparative=False) for a in (run[-1], run[0]))
    return next((link for link in links if link.metric and link.mention and not link.doubt), Link())


def _how_they_moved(scan: Scan, run: list[Amount], links: dict[int, Link]) -> dict[int, Link]:
    """Return the links of as many changes behind a list: `48,740 and 30,895 vehicles, up 19% and 54%`, `RMB30bn and RMB2bn, -8% and +5%`."""
    moved = [a for a in scan.amounts if a.start >= run[-1].end and a.kind == "percent"][: len(run)]
    joined = all(_AND_MOVED.fullmatch(scan.text, one.end, other.start) for one, other in pairwise(moved))
    if len(moved) != len(run) or not joined or change_of(scan, moved[0]) is None:
        return {}
    signed = all(a.signed for a in moved) and _SIGNED.fullmatch(scan.text, run[-1].end, moved[0].start)
    if not signed and not _UP.fullmatch(scan.text, run[-1].end, moved[0].start):
        return {}
    return {a.start: link for a, link in zip(moved, links.values(), strict=True)}
