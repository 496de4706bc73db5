"""What makers count, or took in, only in the market that a table ranks them in: foldable phones, AI PCs, DRAM."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.extraction.marks.names import Names
from generator.extraction.tables.crossing import Unclear
from generator.extraction.tables.heads import Head
from generator.extraction.whose.elsewhere_en import NO_PLACE

_KINDS = r"(?:foldables?|refurbished|second-hand|used|rugged|gaming|premium|high-end|mid-range|low-end|entry-level|feature|5G|AI(?:-capable)?|GenAI|eSIM|detachable|slate|Chromebooks?|折叠屏?|可折叠|二手|翻新|游戏|高端|AI|功能)"
_OF_SOME = re.compile(rf"(?<![A-Za-z]){_KINDS}(?![A-Za-z])", re.I)
# `Foldable smartphone shipments fall`
_TITLED = re.compile(
    rf"(?<![A-Za-z]){_KINDS}[- ]?(?:smart)?(?:phones?|handsets?|PCs?|notebooks?|laptops?|tablets?|手机|电脑|PC|笔电)s? ?(?:shipments?|sales|market|出货|销量|市场)",
    re.I,
)
# `Smartphone shipments in Benelux rise`, `PC shipments in the US fall`
_IN = re.compile(r"\b(?:in|across) (?:the )?(?P<name>[A-Z][\w.]+(?: [A-Z][\w.]+)*)")
_NO_NAME = re.compile(r"Markets?|Shipments?|Sales|Rankings?|World|Race|War", re.I)


def of_some(caption: str, title: str) -> bool:
    """Whether a table, or the text that it stands in, is on a kind of what its makers ship."""
    return bool(_OF_SOME.search(caption) or _TITLED.search(title))


def ranks_a_market(heads: Sequence[Head]) -> bool:
    """Whether a table tells shares of a market: what its makers took in there may be less than all."""
    return any(head.metric and any(name.endswith("market_share") for name in head.metric.metrics) for head in heads)


def elsewhere(title: str, names: Names) -> bool:
    """Whether a title says of a market that it is in a place which the catalogue does not know."""
    mentions = [(m.start, m.end) for m in names.mentions(title)] + [(e.start, e.end) for e in names.entities(title)]
    return any(
        not NO_PLACE.match(place["name"])
        and not _NO_NAME.search(place["name"])
        and not any(start < place.end() and place.start() < end for start, end in mentions)
        for place in _IN.finditer(title)
    )


def of_devices(
    metric: str, segment: str | None, tracked: str, place: str | None, names: Names
) -> tuple[str, str | None]:
    """Return the metric and the segment of what is counted in a market: of its devices, and of the place in the title.

    Raises Unclear for devices that have no metric of their own, in one place: a figure is of one segment.
    """
    kinds = names.catalogue.segments
    place = segment if segment and kinds[segment].kind == "region" else place
    devices = segment if segment and kinds[segment].kind != "region" else tracked
    if names.catalogue.metrics[metric].segment:
        return metric, place
    if special := names.special(metric, devices):
        return special, place
    if place:
        raise Unclear("of some devices in one place, and a figure is of one segment")
    return metric, devices
