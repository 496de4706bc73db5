"""The company that a figure is of: the owner of its metric, the maker whose product opens the metric's name; no researcher that counts, no broker that rates."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.mention import Mention
from generator.extraction.whose.context import Surroundings
from generator.extraction.whose.whose import company_of

_THAT_FIGURE = re.compile(
    r"[\s\"“-]*(?:(?:That|This|The) (?:figure|total|number|result|amount|sum|tally) |(?:That|This|It)(?:['’]s| (?:[a-z]+ly |also |still )?(?:was|is|beat|beats|top\w*|exceed\w*|surpass\w*|outpac\w*|outd[io]\w+|outstrip\w*|outs\w+|eclips\w*|overt\w+|pass(?:ed|es)|c[ao]me|comes|rank\w*|compare[sd]|puts?|place[sd]|miss(?:ed|es)|trail\w*|lag\w*|marks?|marked|represent\w*|equal\w*|match\w*)) (?![^;]*\b(?:while|whereas|but (?=[A-Z]))))"
)


def is_that_figure(around: Surroundings, consensus: bool) -> bool:
    """Whether an amount is what was expected of the figure told before: `The figure beat Tesla's and a forecast of 766 billion`."""
    return consensus and bool(_THAT_FIGURE.match(around.scan.text, around.scan.sentence.start))


def company_of_figure(
    around: Surroundings, consensus: bool, metric: str, segment: str | None, amount: Amount, mention: Mention
) -> str | None:
    """Return the company that a figure is of; `consensus` says that it is what the market expected."""
    owner = around.names.owner(metric, segment) or _maker_of(around, mention)
    if owner is None and is_that_figure(around, consensus):
        return around.ground.entity
    entity = _counted_of(around, company_of(around, amount, mention))
    return owner or (_rated_by(around, entity) if metric == "target_price" else entity)


def _maker_of(around: Surroundings, mention: Mention) -> str | None:
    """Return the company whose product opens a metric's own name: `iPhone sales` are Apple's."""
    names, text = around.names, around.scan.text
    first = text[mention.start : mention.end].split(" ")[0]
    lines = [m.segment for m in names.mentions(first) if m.segment and not m.metrics] if first[:1].isalpha() else []
    return names.catalogue.segments[lines[0]].entity if lines and lines[0] else None


def _counted_of(around: Surroundings, entity: str | None) -> str | None:
    """Return the company spoken of, where it is a researcher that counts: `figures from IDC, which pegged them at 25 million shipments`."""
    kind, spoken = around.names.catalogue.company_kind, around.ground.entity
    if kind(entity) != "researcher":
        return entity
    return spoken if kind(spoken) == "company" else around.home


def _rated_by(around: Surroundings, entity: str | None) -> str | None:
    """Return the company spoken of, where a broker is who sets a price for its shares: `said Dan Ives of Wedbush, who rates the stock outperform with a price target of $600`."""
    kind = around.names.catalogue.company_kind
    if kind(entity) != "broker":
        return entity
    spoken = (around.ground.entity, around.home)
    return next((one for one in spoken if kind(one) == "company"), entity)
