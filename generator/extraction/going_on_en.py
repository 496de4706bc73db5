"""English that goes on with what it told last: `; three months earlier, it was 197,991` is read as `, compared with 197,991 three months earlier`, and `That is growth of 16%` of a forecast as `That would be`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.corpus.cleaning import Cut
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.marks.verbs import MOVED

_AMOUNT = r"(?:[A-Z]{2,3} ?|[A-Z]{0,3}[$€£¥] ?|Rmb ?)?\d[\d,.]*\d(?: ?(?:%|per ?cent\b|(?:[mb]illion|trillion|bn|mn|m)\b))?(?: (?:yuan|euros|dollars|won|yen|people|employees|staff|stores|shops|users|vehicles|cars|units))?"
# what `it` is was told right before, with an amount
_THEN = re.compile(
    rf"(?<=[\d%a-z)])(?P<lead>(?:[.;]|,(?: and| while)?| [–-]) (?P<when>(?:[Aa] year|[Tt]hree months|[Ss]ix months|[Oo]ne year|[Tt]he year) (?:earlier|before|ago|previously)),? (?:it|the (?:number|figure|total|count|tally|level|balance|sum))(?: (?:was|were|had been|stood at|had stood at|came to|amounted to)) )(?P<amount>{ABOUT}{_AMOUNT})(?P<next>[.;](?!\d)|,(?!\d| or\b))"
)
# who foresees it, and no estimate that was beaten
_FORESEES = r"(?:\b(?:[Ww]e|[Ii]t|[Tt]hey|[A-Z][\w&.-]+|analysts|brokers) (?:now |also |still |currently )?(?:forecasts?|estimates?|expects?|predicts?|projects?|pencils? in|looks? for)|\b(?:lower|raise|cut|lift|trim|nudge|increase|reduce)s? (?:our|its|their|his|her) [^.\n]{0,40}(?:estimate|forecast|projection)s?)\b"
_GROWTH = r"(?:an? )?(?:[a-z-]+ ){0,2}(?:growth|rise|increase|gain|jump|surge|improvement|decline|drop|fall|decrease|cut|contraction)\b"
# `We now forecast net profit of RMB6bn for 2024. That is still growth of 16%`; not `It is up 40% this year`, which is the share
_THAT_IS = re.compile(
    rf"{_FORESEES}(?:[^.\n]|\.\d){{3,160}}\. (?P<is>(?:That|This|It(?= is {_GROWTH}|['’]s {_GROWTH}))(?: is|['’]s)(?: still| only| just)? )(?![^.\n]{{0,60}}\b(?:this year|since|so far|year to date|today|on the day|in (?:trading|Hong Kong|New York|Frankfurt))\b)(?={_GROWTH}|(?:up|down) (?:by )?{ABOUT}\d|{ABOUT}\d[\d.]* ?(?:%|per ?cent) (?:more|less|higher|lower|fewer|up|down|above|below)\b)"
)

# `net profit rose to NT$15 billion, or NT$9.35 per share. On a quarterly basis, it increased 12 percent`: the profit did
_IT_DID = re.compile(
    rf"\b(?P<what>[Nn]et (?:profit|income|loss))\b(?:[^.\n]|\.\d){{5,140}}?\bor {_AMOUNT} (?:a|per) (?:[a-z]+ )?share(?:[^.\n]|\.\d){{0,60}}\.(?: [A-Z][a-z]+(?: [a-z-]+){{0,4}},)? (?P<it>[Ii]t|[Tt]hat)(?= (?:{MOVED}|(?:was|is) (?:up|down))\b)"
)


def goes_on(text: str) -> Iterator[Cut]:
    """Yield what is read otherwise."""
    for then in _THEN.finditer(text):
        yield *then.span("lead"), ", compared with "
        yield *then.span("next"), f" {then['when'].lower()}{then['next']}"
    for that in _THAT_IS.finditer(text):
        yield *that.span("is"), "That would be "
    for did in _IT_DID.finditer(text):
        name = did["what"].lower()
        yield *did.span("it"), name.capitalize() if did["it"][0].isupper() else name
