"""What English says of a time or a price beside which one it is: `from a dismal first quarter` is read as `from the first quarter`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.corpus.cleaning import Cut
from generator.extraction.marks.verbs import MOVED

# `came up 14% from a dismal first quarter`: what kind of quarter it was says nothing of which it is
_DISMAL = re.compile(
    r"\b(?:from|than in|than|over|against|versus|compared (?:with|to)) (?P<more>(?:an?|the(?= (?:already |very |seasonally )?(?:strong|weak|dismal|record|poor|good|bad|solid|slow|busy|bumper|bleak|terrible|subdued|sluggish|robust|quiet|difficult|tough)\b)) (?:(?:already|very|particularly|especially|unusually|rather|exceptionally|seasonally) )?(?!(?:[a-z-]+,? )?(?:expected|forecast|forecasted|estimated|projected|predicted|anticipated|guided|planned|targeted|promised|adjusted|unadjusted|underlying|restated|revised|pro-?forma|pro|forma|reported|net|gross|operating|comparable|consensus)\b)(?!(?:first|second|third|fourth|full|whole|single|calendar|fiscal|year-ago|prior-year|previous|prior|corresponding)\b)[a-z-]+(?:,? [a-z-]+)? )(?=(?:first|second|third|fourth)[- ]quarter\b|Q[1-4]\b|(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)"
)
# `In that earlier quarter it delivered 386,800`: the one named last
_EARLIER = re.compile(r"\b[Ii]n (?P<more>(?:that|the) earlier )(?=(?:quarter|month|period|year)\b)")
# `surged by its daily limit to 14.6 yuan`: as far as an exchange lets a price go
_LIMIT = re.compile(
    rf"\b{MOVED} (?P<more>by (?:its|the|their) (?:10 ?(?:%|per ?cent) )?(?:daily|maximum) (?:trading )?limit(?: of (?:10|20) ?(?:%|per ?cent))?,? )(?=to \w)"
)

# `What we expect for 4Q24. Revenue of 87 billion yuan`: a label, over what stands behind it
_LABEL = re.compile(
    rf"(?:^|(?<=\n)|(?<=[.!?] ))(?:What (?:we|management|the (?:company|bank|broker)) (?:now )?expects?|Our (?:forecasts?|estimates?|expectations?)|Outlook|Guidance|Forecasts?) for (?:the )?(?=[^.:;,\n]{{0,30}}(?:\d|quarter|half|year))[^.:;,\n]{{2,30}}(?P<more>\.)(?= [A-Z])(?! (?:[^.\n]|\.\d){{3,60}}? (?:was|were|had|came|{MOVED})\b)"
)

# `This quarter, revenue is to be flat`: the one that runs, whatever quarter was told before
_RUNNING = re.compile(
    r"(?P<more>\bThis quarter)(?=, [^.;\n]{3,60}?\b(?:(?:is|are) (?:set |due |likely |expected |seen )?to |should |will |could |may )(?!have\b))"
)
_RUNNING_BEHIND = re.compile(
    r"\b(?:is|are) (?:set |due |likely )?to (?:[a-z]+ly )?[a-z]+ (?:[^.;\n]|\.\d){0,50}?(?P<more>\bthis quarter\b)|(?P<that>\bthis quarter)(?= (?:is|are|should|will) (?:to )?(?!have\b)[a-z])"
)

# `its share of the Chinese market`: where, as `its market share in China` says it
_OF_A_MARKET = re.compile(
    r"\b(?P<more>share of the (?P<where>Chinese|Indian|Japanese|European|German) (?:(?:smartphone|phone|handset|PC|tablet) )?market)\b"
)
_LANDS = {"Chinese": "China", "Indian": "India", "Japanese": "Japan", "European": "Europe", "German": "Germany"}
# `announced that group revenue reached`: of the whole, whatever line was told before
_OF_THE_GROUP = re.compile(
    r"(?:\b(?:that|[Tt]he|[Ii]ts|and|but|while|as)|[.;,]) (?P<more>[Gg]roup )(?=(?:revenues?|sales|turnover)\b)"
)


def said_more(text: str) -> Iterator[Cut]:
    """Yield what is read otherwise."""
    for form, instead in (
        (_DISMAL, "the "),
        (_EARLIER, "that "),
        (_LIMIT, ""),
        (_LABEL, ":"),
        (_RUNNING, "In the current quarter"),
        (_OF_THE_GROUP, "total "),
    ):
        for found in form.finditer(text):
            yield *found.span("more"), instead
    for found in _RUNNING_BEHIND.finditer(text):
        yield *found.span("more" if found["more"] else "that"), "the current quarter"
    for share in _OF_A_MARKET.finditer(text):
        yield *share.span("more"), f"market share in {_LANDS[share['where']]}"
