"""Rankings in English that name a maker and its tally, one after another: `top sellers were BYD with 50,387 units, SGMW with 27,347 and …`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.links.link import Link
from generator.extraction.links.linking import Linker
from generator.extraction.marks.mention import EntityMention, Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.whose.strangers import COMPANY

# A name, and what leads from it to its tally; what it did there may be a metric of its own: `Tesla China exporting 24,347`
_HOLDS = re.compile(
    r"(?<![\w&.'’-])(?=[A-Z]|the |and |while |followed )(?:(?:the|and|while|followed by) ){0,2}(?P<name>[A-Z][\w&.'’-]*(?: (?:&|[A-Z][\w&.'’-]*|passenger cars|new energy passenger cars)){0,5})"
    r"(?: \([^()]{1,16}\))?,? (?P<how>with|at|on|(?:deliver|sell|shipp|export|post|record|report)ing)? ?(?:about |around |nearly |over |just |more than )?$"
)
_BETWEEN = re.compile(
    r"(?: (?:units|vehicles|cars|NEVs|EVs|deliveries|sales))?(?: \([^()]{1,40}\))?(?:,|;| and|, and|, while|, followed by) (?:the )?"
)
# What may stand behind a company's name and change nothing: SAIC-GM-Wuling is not SAIC, GAC Aion not GAC.
_REST = re.compile(
    r"(?:['’]s)?(?: (?:China|Motors?|Auto|Automobile|Group|Inc\.?|passenger cars|new energy passenger cars))*"
)
_TALLIES = ("count", "bare")  # kinds of amounts
_LEAST = 2  # items that make a ranking
_LEAD = 72  # characters before a tally, within which its maker stands
Tally = tuple[Amount, re.Match[str]]


def ranked_links(scan: Scan, linker: Linker, links: dict[int, Link]) -> dict[int, Link]:
    """Return, by the amounts' starts, the links of a ranking's tallies, each to its own maker; a doubt for one that is not known."""
    if scan.chinese or sum(amount.kind in _TALLIES for amount in scan.amounts) < _LEAST:
        return {}
    found: dict[int, Link] = {}
    for run in _runs(scan):
        mention = _mention_of(scan, linker, run[0])
        metric = linker.meanings.metric(mention, run[0][0]) if mention else None
        if mention and metric and not any(amount.start in links for amount, _ in run):
            found |= {amount.start: _link(scan, metric, mention, said) for amount, said in run}
    return found


def _mention_of(scan: Scan, linker: Linker, first: Tally) -> Mention | None:
    """Return what a ranking counts: what the makers are said to do, the metric named before them, or the cars of a text on cars."""
    amount, said = first
    own = [m for m in scan.metrics if said.end("name") <= m.start < amount.start]
    named = [m for m in scan.metrics if m.end <= said.start("name") and not m.nothing]
    if not (own or named) and linker.meanings.cars and said["how"] in ("with", "at"):
        return Mention(*said.span("how"), ("vehicle_sales",))  # `Top sellers included BYD with 45,782 units`
    return next(iter(own[-1:] or named[-1:]), None)


def _link(scan: Scan, metric: str, mention: Mention, said: re.Match[str]) -> Link:
    maker = _maker(scan, said)
    return Link(metric, mention, company=maker.entity) if maker else Link(doubt=COMPANY)


def _maker(scan: Scan, said: re.Match[str]) -> EntityMention | None:
    """Return the company that a name is, alone or with words that change nothing."""
    low, high = said.span("name")
    return next((e for e in scan.entities if e.start == low and _REST.fullmatch(scan.text, e.end, high)), None)


def _runs(scan: Scan) -> list[list[Tally]]:
    """Return the runs of tallies side by side, each with the words that name its maker."""
    runs: list[list[Tally]] = []
    end = -1
    for amount in scan.amounts:
        low = max(scan.amount_before(amount.start), amount.start - _LEAD)
        said = _HOLDS.search(scan.text, low, amount.start) if amount.kind in _TALLIES else None
        if said is None:
            continue
        if end >= 0 and _BETWEEN.fullmatch(scan.text, end, said.start("name")):
            runs[-1].append((amount, said))
        elif said["how"]:
            runs.append([(amount, said)])
        else:
            continue
        end = amount.end
    return [run for run in runs if len(run) >= _LEAST and _is_of_makers(scan, run)]


def _is_of_makers(scan: Scan, run: list[Tally]) -> bool:
    """Whether a run names companies, and no parts of one: at least one is known, and none is a line of business."""
    strange = [said for _, said in run if _maker(scan, said) is None]
    parts = any(said.start("name") <= m.start < said.end("name") for said in strange for m in scan.segments)
    return len(strange) < len(run) and not parts
