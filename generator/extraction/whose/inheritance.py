"""The line of business that a metric inherits: from what its sentence spoke of, the heading, the sentence before."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.tallies import OF_THE_WHOLE, OF_THE_WHOLE_ZH, TRACKED
from generator.extraction.whose.by_segment_zh import part_in_turn, turns_to_whole
from generator.extraction.whose.can_be_of import can_be_of
from generator.extraction.whose.cars_apart_zh import is_the_makers_whole
from generator.extraction.whose.context import Surroundings
from generator.extraction.whose.guided_of_all import by_standard, is_guided_of_all
from generator.extraction.whose.line_that_grew_zh import grew_apart
from generator.extraction.whose.named_for_it_en import is_told_by_name
from generator.extraction.whose.spoken_before import spoken_of
from generator.extraction.whose.spoken_of_here import spoken_of_here
from generator.extraction.whose.turned_to_all_zh import is_the_owners
from generator.extraction.whose.whole_company import tells_of_the_whole

_GUIDED = re.compile(r"(?:的)?指引")
_OF_REGION = re.compile("(?:市场|地区|业务)?(?:的|总)?")
_OPENS = re.compile(r"\s*(?:(?:while|and|but) )?(?:[Tt]he |[Ii]ts )?")
_IN_REGION = re.compile(r" (?:in|from|across|to) (?:the )?")


def inherited_line(
    around: Surroundings, metric: str, mention: Mention, businesses: list[Mention], amount: Amount
) -> str | None:
    """Return the segment spoken of earlier in the sentence, in the heading, or in the sentence before."""
    said = around.scan.text[mention.start : mention.end]
    of_whole = metric in OF_THE_WHOLE if said.isascii() else metric in OF_THE_WHOLE_ZH
    of_all = of_whole or by_standard(around, mention)
    guided = not metric.endswith(TRACKED) and _GUIDED.match(around.scan.text, mention.end)  # but phones are of phones
    if of_all or guided or is_guided_of_all(around, mention):
        return None  # a company guides its own margin, whatever part was spoken of before
    if is_the_makers_whole(around, metric, mention):
        return None
    if metric == "revenue" and grew_apart(around.scan, mention):
        return None
    if part := part_in_turn(around, metric, mention):
        return part
    if turns_to_whole(around, metric, mention):
        return None
    of_whole = said.isascii() and not metric.endswith(TRACKED) and tells_of_the_whole(around, mention)
    if of_whole or (metric == "revenue" and _opens_with_region(around, mention)):
        headed = around.ground.heading_segment
        return headed if headed and can_be_of(around, metric, headed, mention) else None
    candidates = spoken_of_here(around, metric, mention, businesses, amount)
    spoken = spoken_of(around, metric, mention, around.subject_before(mention.start))
    headed = None if is_the_owners(around, mention) else around.ground.heading_segment
    candidates = candidates[-1:] or [s for s in (headed, spoken) if s]
    candidates = [s for s in candidates if not is_told_by_name(around, metric, s, mention)]
    return next((s for s in candidates if can_be_of(around, metric, s, mention)), None)


def _opens_with_region(around: Surroundings, mention: Mention) -> bool:
    """Whether a sentence turns to a region's revenue: 手机收入465亿元;国际市场收入367亿元, `Services revenue was $26 billion; sales in Greater China stood at`."""
    scan, kinds = around.scan, around.names.catalogue.segments
    if scan.text[mention.start].isascii():
        opened = _OPENS.fullmatch(scan.text, scan.sentence.start, mention.start)
        regions = (m for m in scan.segments if kinds[m.segment or ""].kind == "region" and m.start >= mention.end)
        return bool(opened) and any(_IN_REGION.fullmatch(scan.text, mention.end, m.start) for m in regions)
    low = scan.clause(mention.start)[0]
    opens = (m for m in scan.segments if 0 <= m.start - low <= 1 and m.end <= mention.start)
    return any(
        kinds[m.segment or ""].kind == "region" and kinds[m.segment or ""].product_of is None
        and _OF_REGION.fullmatch(scan.text, m.end, mention.start) for m in opens
    )  # fmt: skip
