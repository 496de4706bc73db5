"""What English says of a time or a price beside which one it is: `from a dismal first quarter` is read as `from the first quarter`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.corpus.beginnings import sought
from generator.corpus.cleaning import Cut
from generator.corpus.months import MONTHS
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.marks.verbs import MOVED

# `came up 14% from a dismal first quarter`: what kind of quarter it was says nothing of which it is
_DISMAL = re.compile(
    rf"\b(?:from|than in|than|over|against|versus|compared (?:with|to)) (?P<more>(?:an?|the(?= (?:already |very |seasonally )?(?:strong|weak|dismal|record|poor|good|bad|solid|slow|busy|bumper|bleak|terrible|subdued|sluggish|robust|quiet|difficult|tough)\b)) (?:(?:already|very|particularly|especially|unusually|rather|exceptionally|seasonally) )?(?!(?:[a-z-]+,? )?(?:expected|forecast|forecasted|estimated|projected|predicted|anticipated|guided|planned|targeted|promised|adjusted|unadjusted|underlying|restated|revised|pro-?forma|pro|forma|reported|net|gross|operating|comparable|consensus)\b)(?!(?:first|second|third|fourth|full|whole|single|calendar|fiscal|year-ago|prior-year|previous|prior|corresponding)\b)[a-z-]+(?:,? [a-z-]+)? )(?=(?:first|second|third|fourth)[- ]quarter\b|Q[1-4]\b|(?:{MONTHS})\b)"
)
# `In that earlier month it delivered 386,800`: the one named last
_EARLIER = re.compile(r"\b[Ii]n (?P<more>(?:that|the) earlier )(?=(?:month|period|year)\b)")
# `surged by its daily limit to 14.6 yuan`: as far as an exchange lets a price go
_LIMIT = sought(
    rf"\b{MOVED} (?P<more>by (?:its|the|their) (?:10 ?(?:%|per ?cent) )?(?:daily|maximum) (?:trading )?limit(?: of (?:10|20) ?(?:%|per ?cent))?,? )(?=to \w)"
)

# `What we expect for 4Q24. Revenue of 87 billion yuan`: a label, over what stands behind it
_LABEL = sought(
    rf"(?:^|(?<=\n)|(?<=[.!?] ))(?:What (?:we|management|the (?:company|bank|broker)) (?:now )?expects?|Our (?:forecasts?|estimates?|expectations?)|Outlook|Guidance|Forecasts?) for (?:the )?(?=[^.:;,\n]{{0,30}}(?:\d|quarter|half|year))[^.:;,\n]{{2,30}}(?P<more>\.)(?= [A-Z])(?! (?:[^.\n]|\.\d){{3,60}}? (?:was|were|had|came|{MOVED})\b)"
)

# `This quarter, revenue is to be flat`: the one that runs, whatever quarter was told before
_RUNNING = sought(
    r"(?P<more>\bThis quarter)(?=, [^.;\n]{3,60}?\b(?:(?:is|are) (?:set |due |likely |expected |seen )?to |should |will |could |may )(?!have\b))"
)
_RUNNING_BEHIND = sought(
    r"\b(?:is|are) (?:set |due |likely )?to (?:[a-z]+ly )?[a-z]+ (?:[^.;\n]|\.\d){0,50}?(?P<more>\bthis quarter\b)|(?P<that>\bthis quarter)(?= (?:is|are|should|will) (?:to )?(?!have\b)[a-z])"
)

# `guided for $154 billion to $158.5 billion in the current period`: the quarter that runs
_PERIOD = sought(
    r"\b(?:guid(?:ed|es|ing|ance)|forecast(?:s|ed)?|expect(?:s|ed)?|project(?:s|ed)?|predict(?:s|ed)?|anticipat(?:es|ed)|sees|outlook)\b(?:[^.;\n]|\.\d){0,90}?\bthe current (?P<more>period|three months|three-month period)\b"
    r"|(?P<way>\bthe (?:period|quarter|three months) (?:now|currently|already) (?:under ?way|in progress|running))\b|\bthe current (?P<that>period|three months|three-month period)(?=,? (?:[^.;\n]|\.\d){0,60}?\b(?:guid(?:ed|es|ing|ance)|forecast(?:s|ed)?|expect(?:s|ed)?|project(?:s|ed)?|predict(?:s|ed)?|anticipat(?:es|ed)|sees|should|will)\b)"
)
# `sales will grow 10% to 12% in the December period`: the quarter that it ends, as Bloomberg writes
_MONTHS_PERIOD = sought(
    rf"\bthe (?:same )?(?:(?:fiscal|holiday|crucial|key) )?(?:{MONTHS}) (?P<more>period)\b(?! (?:of|from|to|between|ended|ending|through))"
)
# `36% in the December quarter, versus 34% in September`: of the quarter that this month ends
_IN_ITS_MONTH = re.compile(
    r"\bthe (?:March|June|September|December) quarter\b(?:[^.;\n]|\.\d){0,60}?\b(?:from|versus|vs\.?|against|compared (?:with|to)|than) (?:[^.;,\n]|\.\d){0,24}? in (?P<more>March|June|September|December)(?=[,.;)]| and\b| a year\b)"
)
# `its share of the Chinese market`: where, as `its market share in China` says it
_OF_A_MARKET = re.compile(
    r"\b(?P<more>share of the (?P<where>Chinese|Indian|Japanese|European|German) (?:(?:smartphone|phone|handset|PC|tablet) )?market)\b(?! (?:(?:for|of|in)\b|and \d))"
)
_LANDS = {"Chinese": "China", "Indian": "India", "Japanese": "Japan", "European": "Europe", "German": "Germany"}
# `announced that group revenue reached`: of the whole, whatever line was told before
_OF_THE_GROUP = sought(
    r"(?:\b(?:that|[Tt]he|[Ii]ts|and|but|while|as)|[.;,]) (?P<more>[Gg]roup )(?=(?:revenues?|sales|turnover)\b)"
)

# `410,000 this year and 660,000 the next`, `28.5bn in 2025 and 33bn the year after`: the year that follows
_THE_NEXT = re.compile(
    r"\b(?:(?P<year>20\d\d)|this year)(?:,? and|,? but|,) (?:(?:for |to )?(?:about |around |another |even )?(?:[A-Z]{2,3} ?|Rmb ?)?[A-Z]{0,2}[$€£¥]?\d[\d.,]*\d?(?: ?(?:%|per ?cent|[mb]illion|trillion|bn|mn|m))?(?: (?:yuan|vehicles|cars|units|euros|dollars|won|yen))?) (?P<next>(?:in )?(?:the (?:next(?: (?:one|year))?|following(?: (?:one|year))?|year after)|next))(?=[.,;)]|$)"
)

# `Intelligent cloud Rev. $24.1b, est. $23.4b`
_REV = sought(r"(?:(?<=- )|(?<=• )|(?<=[a-z] )|(?<=\n))(?P<more>Revs?\.)(?=:? ?[A-Z]{0,2}[$€£¥]\d)")

_TIME = rf"(?:(?:the )?(?:first|second|third|fourth) (?:quarter|half)|[QH][1-4]|20\d\d|{MONTHS})\b"
_COUNT = rf"{ABOUT}(?:[A-Z]{{2,3}} ?|Rmb ?)?[A-Z]{{0,2}}[$€£¥]?\d[\d,.]*\d(?: ?(?:%|per ?cent|[mb]illion|trillion|bn|mn|m)\b)?(?: (?:yuan|vehicles|cars|units|euros|dollars|won|yen))?"
# `In October it sold 441,706 vehicles, and in November 480,186`: when it was stands before each, and the verb is said once
_EACH_IN = re.compile(
    rf"\b(?P<open>In (?P<first>{_TIME}(?: of 20\d\d)?),? (?P<who>\w))[^.;\n]{{2,90}}?\b{_COUNT}(?P<joint>(?:,? (?:and|but|while)|,) in (?P<when>{_TIME}(?: of 20\d\d)?) )(?P<amount>{_COUNT})(?P<next>[.;](?!\d))"
)


def said_more(text: str) -> Iterator[Cut]:
    """Yield what is read otherwise."""
    for form, instead in (
        (_DISMAL, "the "),
        (_EARLIER, "that "),
        (_LIMIT, ""),
        (_LABEL, ":"),
        (_RUNNING, "In the current quarter"),
        (_REV, "revenue"),
        (_MONTHS_PERIOD, "quarter"),
    ):
        for found in form.finditer(text):
            yield *found.span("more"), instead
    for found in _OF_THE_GROUP.finditer(text):  # a capital begins a sentence, which must stay one
        yield *found.span("more"), "Total " if found["more"][0].isupper() else "total "
    yield from _quarters(text)
    for share in _OF_A_MARKET.finditer(text):
        yield *share.span("more"), f"market share in {_LANDS[share['where']]}"
    for each in _EACH_IN.finditer(text):
        yield *each.span("open"), each["who"].upper()
        yield *each.span("joint"), f" in {each['first']}, and "
        yield *each.span("next"), f" in {each['when']}{each['next']}"
    for then in _THE_NEXT.finditer(text):
        yield *then.span("next"), f"in {int(then['year']) + 1}" if then["year"] else "next year"


def _quarters(text: str) -> Iterator[Cut]:
    """Yield what names a quarter in other words: the one that runs, or the one that a month ends."""
    for found in _RUNNING_BEHIND.finditer(text):
        yield *found.span("more" if found["more"] else "that"), "the current quarter"
    for found in _PERIOD.finditer(text):
        if found["way"]:
            yield *found.span("way"), "the current quarter"
        else:
            yield *found.span("more" if found["more"] else "that"), "quarter"
    for found in _IN_ITS_MONTH.finditer(text):
        yield *found.span("more"), f"the {found['more']} quarter"
