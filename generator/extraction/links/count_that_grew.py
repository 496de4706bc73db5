"""Growth told behind a maker's share, which is that of what it shipped: `shipping 13.1 million units for a 19% market share, a rise of 15%`."""

from __future__ import annotations

from generator.extraction.amounts.amount import Amount
from generator.extraction.links.link import Link
from generator.extraction.links.told_links import ToldLinks


def count_that_grew(linker: ToldLinks, amount: Amount, link: Link) -> Link:
    """Return a change's link; in a report on makers a share moves by points, and what moves by percent is the count told before it."""
    share = link.metric is not None and link.metric.endswith("market_share") and link.doubt is not None
    if not (share and linker.meanings.vendors and amount.kind == "percent"):
        return link
    for end in sorted((end for end in linker.told if end <= amount.start), reverse=True):
        told = linker.told[end]
        named = any(end <= e.start < amount.start for e in linker.scan.entities)
        if named or (told.metric is not None and told.metric.endswith("shipments")):
            return link if named else told
    return link
