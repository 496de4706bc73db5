"""The line of business that stands behind a metric or its amount: `revenue from gaming`, `decreased to 69% for Microsoft Cloud`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.verbs import A_MOVE
from generator.extraction.metrics.lost_on_en import line_lost_on
from generator.extraction.metrics.part_of import is_part
from generator.extraction.metrics.things_counted import counts_things
from generator.extraction.metrics.whole_again import lines_of_metrics
from generator.extraction.whose.behind_change_en import is_behind_change
from generator.extraction.whose.context import Surroundings

_OF_SEGMENT = re.compile(
    r"(?: \([\"“]?[A-Z]+[\"”]?\)|[\"”]?\))?(?: growth)?(?: in (?:fiscal )?(?:the [a-z]+ quarter(?: of (?:fiscal )?\d{4})?|Q\d(?: \d{4})?|\d{4}))?\s*(?:(?:generated|earned|made|brought in|contributed) (?:by|in|at|with)|(?:derived|coming) from|attributable to|from|of|for|in|at|on)\s+[\"“]?(?:the (?:[a-z-]+ ){0,2}(?:company|group|firm|giant|retailer|[a-z]*maker|conglomerate)['’]s |the |its |our |their |[A-Z][\w.&]*(?: [A-Z][\w.]*)?['’]s? )?(?:[a-z][a-z-]* ){0,3}[\"“]?",
    re.I,
)
# `earned revenue of 19.8 billion yuan ($2.8 billion) from its EV business`
_CAME_FROM = re.compile(r"(?: \([^()]{1,24}\))? (?:(?:that )?came |derived )?from (?:the |its |their )?")
# `revenue of 113 billion yuan from its phone, EV and internet businesses`: of all of them
_AND_MORE = re.compile(
    r"(?: (?:business(?:es)?|segments?|units?|divisions?|operations|arms?))?(?:,(?! (?:up|down|an?|which|where|and (?:net|its|the|it|profits?|revenues?|sales)|or|as|while|but)\b)| (?:and|or|as well as|plus) (?!(?:net|gross|operating|adjusted|an?|it|profits?|earned|earnings|reported|posted|recorded|made|sold|saw|said)\b))"
)
_DASHED = re.compile(r"\s?[-–—]\s?")  # `'Revenue- Gaming' is projected at $2.8 billion`
_FOR = re.compile(
    rf"(?: {A_MOVE}| (?:units|vehicles|cars))?\s+(?:for|at|in)\s+(?:the |its |['’]s |[A-Z][\w&-]*(?: [A-Z][\w&-]*)?(?:['’]s)? )?[\"“]?"
)  # `decreased to 69% for Microsoft Cloud`
# `revenue of $15 billion in the third quarter, up 34%, for its cloud business`
_IN_ALL_FOR = re.compile(
    rf"(?: \([^()]{{1,24}}\))?(?: in (?:the )?[^,;.\d]{{3,40}}?(?:20\d\d)?| in Q\d(?: 20\d\d)?)?(?:,? (?:up|down) {ABOUT}[\d.]+ ?%(?: (?:year[- ]on[- ]year|year[- ]over[- ]year|yoy|from a year (?:earlier|ago)))?)?, (?:for|at) (?:the |its |[A-Z][\w&-]*(?: [A-Z][\w&-]*)?['’]s? )?"
)
_PART_FROM = re.compile(
    r"\s*(?:units|vehicles|cars|electric cars)?\s*(?:came |were |was )?(?:from|for|in|of|by|under|accounted for by)\s+(?:the |its )?(?:\w+['’]s )?(?:[\w-]+ ){0,6}?(?:brand )?|\s+(?:of (?:which|them|these|those) )?(?:were|are) (?:all )?|\s+of (?:them|these|those),? ",
    re.I,
)


def line_behind(around: Surroundings, mention: Mention, amount: Amount, businesses: list[Mention]) -> str | None:
    """Return the line of business behind a metric or its amount: `revenue from gaming`, `decreased to 69% for Microsoft Cloud`."""
    text = around.scan.text
    of = [
        m for m in businesses
        if m.start >= mention.end
        and (_OF_SEGMENT.fullmatch(text, mention.end, m.start) or _DASHED.fullmatch(text, mention.end, m.start))
    ]  # fmt: skip
    if not of and mention.end <= amount.start:
        of = [
            m
            for m in businesses
            if _CAME_FROM.fullmatch(text, amount.end, m.start) and not _AND_MORE.match(text, m.end)
        ]
    counted = [
        m
        for m in businesses
        if counts_things(text, amount, m)
        or _FOR.fullmatch(text, amount.end, m.start)
        or _IN_ALL_FOR.fullmatch(text, amount.end, m.start)
        or is_behind_change(text, amount, m)
        or (mention.any_profit and mention.end == amount.start and line_lost_on(around.scan, amount) is m)
    ]
    if is_part(around.scan, amount):
        return part_from(around, amount)
    return next((m.segment for m in of or counted), None)


def part_from(around: Surroundings, amount: Amount) -> str | None:
    """Return the line of business that a part of what was told before comes from: `including $417 million from regulatory credits`."""
    kinds, text = around.names.catalogue.segments, around.scan.text
    if not is_part(around.scan, amount):
        return None
    told = [m for m in around.scan.segments if kinds[m.segment or ""].kind == "business"]
    told += lines_of_metrics(around.scan, around.names.catalogue)
    behind = (m for m in told if amount.end <= m.start and _PART_FROM.fullmatch(text, amount.end, m.start))
    return next((m.segment for m in behind), None)
