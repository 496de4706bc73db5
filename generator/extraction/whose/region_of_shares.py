"""The region of a share: where makers sold what it goes on with."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.tallies import is_tracked
from generator.extraction.whose.context import Surroundings
from generator.extraction.whose.region_en import turns_to_all

# How English sets a region beside what is of it: `European shipments`, `sales of its phones in Europe`
BEFORE_METRIC = re.compile(
    r"(?:['’]s)?\s*(?:(?!(?:after|as|when|while|and|but|where|with|because|since|before|although|though|if|its|their|drove|helped|lifted|pushed|boosted|led)\b)[\w&-]+\s+){0,3}",
    re.I,
)
IN_REGION = re.compile(
    r"(?:\s+of (?:(?:its|the|all) (?:[a-z]+ )?(?=smartphones|phones|cars|vehicles|devices)|(?:them|these|those)\b))?(?:\s+(?:new energy|passenger|electric))?\s*(?:units|vehicles|cars|NEVs|EVs|devices|smartphones|phones|stores|retail stores|shops)?(?: to (?:customers|buyers|dealers|clients|users))?(?:\s+(?:growth|increase|rise|gain|jump|surge|decline|drop|fall|decrease|slump|plunge|dip))?\s*(?:(?:(?:will|would|should|could|are to|is to|(?:are|is) (?:expected|set|due) to) )?(?:came |comes? |was |were |be |derived |generated )?from|in|of|across|for|to|sold|outside)\s+(?:(?:the |its )(?:[a-z-]+ )?|all )?",  # `in the crucial Greater China market`
    re.I,
)


def held_there(around: Surroundings, metric: str, amount: Amount) -> str | None:
    """Return the region of what makers sold, which a share goes on with: `shipments in Europe fell 1%, leaving it third with a share of 16%, behind Samsung on 35%`."""
    scan = around.scan
    kinds = around.names.catalogue.segments
    regions = [m for m in scan.segments if kinds[m.segment or ""].kind == "region" and m.end <= amount.start]
    if not metric.endswith("market_share") or len({m.segment for m in regions}) != 1:
        return None
    told = scan.amount_before(amount.start)
    tracked = (m for m in scan.metrics if is_tracked(m.metrics[0]) and m.end < told)
    beside = any(
        IN_REGION.fullmatch(scan.text, m.end, regions[-1].start)
        or BEFORE_METRIC.fullmatch(scan.text, regions[-1].end, m.start)
        for m in tracked
    )
    return regions[-1].segment if beside and not turns_to_all(scan, regions[-1].end, amount.start) else None
