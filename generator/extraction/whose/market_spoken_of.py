"""The region whose market a text tells of, sentence after sentence: `In China, Huawei led with 18.1%. Vivo was second with 16.4%`, 中国市场出货6800万部。vivo出货1180万部."""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.corpus.beginnings import sought
from generator.extraction.figure import Figure
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.tallies import is_tracked
from generator.extraction.whose.context import Surroundings
from generator.extraction.whose.region_en import names_the_world, opens_with_region
from generator.settings.catalogue import Segment

OF_A_MARKET = "of a market"  # how the doubt begins of what all makers did together
NO_COMPANYS = f"{OF_A_MARKET}, not of a company"

_OF_MAKERS = ("smartphone_shipments", "smartphone_market_share")
# `the smartphone market in India shrank`, `India's smartphone market`
_MARKET_OF = re.compile(r"\bmarkets? (?:in|of|across) (?:the )?$")
_MARKET = re.compile(r"(?:['’]s)?(?: (?!share)[a-z-]+){0,3} markets?\b(?! (?:share|value|cap))")
# what is of all, wherever it was sold
_OF_ALL = sought(r"\b(?:total|overall|altogether|in all|all (?:over|around)|everywhere|combined|abroad)\b", re.I)


def market_spoken_of(around: Surroundings, metric: str) -> str | None:
    """Return the region whose market the sentences before told of, for what trackers of it count and a sentence says no place of.

    What the company that a text is about sold may be of all the world again, unless all makers' was told right before.
    """
    scan = around.scan
    region = around.ground.market_in if is_tracked(metric) else None
    if region is None or _regions(around) or _is_of_all(around):
        return None
    if scan.chinese:
        return region
    who = around.subject_before(scan.sentence.end)
    entity = who.entity if who else around.ground.entity
    return None if around.home is not None and entity == around.home and not around.tracked else region


def tells_of_makers(around: Surroundings) -> bool:
    """Whether the sentence before told how a maker of phones stands in its market: the next may go on with another one."""
    told = around.ground.told
    return told is not None and not around.scan.chinese and told[0] in _OF_MAKERS


def market_after(around: Surroundings, told: list[Figure]) -> str | None:
    """Return the region whose market the next sentence may go on with."""
    scan, kinds = around.scan, around.names.catalogue.segments
    if _is_of_all(around):
        return None
    named = _regions(around)
    if scan.chinese:
        return _counted_in(told, kinds) or (None if named else around.ground.market_in)
    placed = {f.segment for f in told if f.metric and is_tracked(f.metric)}
    frames = [m for m in named if opens_with_region(scan, m) or _is_its_market(scan.text, m)]
    if placed:
        of = next(iter(placed)) if len(placed) == 1 else None
        of = of if of and kinds[of].kind == "region" else None
        return of if frames or of == around.ground.market_in or not _tells_of_all_before(around) else None
    if frames:
        return frames[-1].segment if len({m.segment for m in named}) == 1 else None
    return None if named else around.ground.market_in


def _counted_in(told: list[Figure], kinds: Mapping[str, Segment]) -> str | None:
    """Return the region of which a sentence tells what all makers did there, and nothing else: 中国市场出货量6800万部,同比下滑3%."""
    stated = [f for f in told if f.metric]
    places = {f.segment for f in stated if f.doubt and f.doubt.startswith(OF_A_MARKET) and is_tracked(f.metric or "")}
    place = next(iter(places)) if len(places) == 1 else None
    of_all = place is not None and all(f.segment == place and f.doubt for f in stated)
    return place if of_all and kinds[place or ""].kind == "region" else None


def _tells_of_all_before(around: Surroundings) -> bool:
    """Whether what was told before is of the world's makers, or their region not said: the next maker's may be so again."""
    told = around.ground.told
    return around.scan.text[around.scan.sentence.start - 1 : around.scan.sentence.start] != "\n" and bool(
        told and is_tracked(told[0]) and told[1] is None
    )


def _is_of_all(around: Surroundings) -> bool:
    scan = around.scan
    return names_the_world(scan) or bool(_OF_ALL.search(scan.text, scan.sentence.start, scan.sentence.end))


def _is_its_market(text: str, region: Mention) -> bool:
    """Whether a region is that of a market which its sentence speaks of."""
    at = region.start + (len("in ") if text.startswith("in ", region.start) else 0)
    return bool(_MARKET_OF.search(text[max(0, at - 20) : at]) or _MARKET.match(text, region.end))


def _regions(around: Surroundings) -> list[Mention]:
    kinds = around.names.catalogue.segments
    return [m for m in around.scan.segments if kinds[m.segment or ""].kind == "region"]
