"""English titles and headings over what is expected of results that are still to come: `Amazon's Q1 Expectations`, `Can Tesla beat third-quarter estimates?`."""

from __future__ import annotations

import re

_QUARTER = r"(?:(?:fiscal |fourth fiscal )?(?:Q[1-4]|[1-4]Q)(?: ?(?:FY ?)?(?:20)?\d\d)?|(?:[Ff]iscal )?(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth)[- ][Qq]uarter(?: (?:20)\d\d)?|[Qq]uarterly|[Uu]pcoming|[Nn]ext)"
_RESULTS = r"(?:[Ee]arnings|[Rr]esults|[Rr]eport|[Nn]umbers|[Pp]rint)"
_WHOSE = r"(?:[A-Z][\w.&-]*(?:['’]s?)?(?:,)? ){1,4}"
_HEADS = re.compile(
    rf"\s*(?:{_WHOSE}(?:{_QUARTER} )?(?:{_RESULTS} )?(?:[Ee]xpectations|[Ee]stimates to [Ww]atch)"
    rf"|(?:{_QUARTER} )?{_RESULTS} (?:[Ee]xpectations|[Pp]review)|{_QUARTER} (?:[Ee]xpectations|[Pp]review))(?: (?:for|at) {_WHOSE.replace('1,4', '0,3')}[A-Z][\w.&-]*)?:?\s*"
)
# `Can Apple beat Q1 estimates?`, `Will Tesla's earnings top forecasts?`
_ASKS = re.compile(
    rf"\s*(?:Can|Will|Is|Could|Should)\b[^.;?]{{3,60}}\b(?:(?:[Bb]eat|[Tt]op|[Ee]xceed|[Mm]eet|[Mm]iss|[Ss]urprise|[Dd]eliver|[Ii]mpress)\b[^.;?]{{0,40}}\b(?:{_QUARTER}|{_RESULTS})|[Bb]efore (?:(?:its|the) )?(?:{_QUARTER} )?{_RESULTS})\b[^.;]{{0,40}}\?"
)


# `Meituan's fourth quarter: what UBS expects`, `Tencent: what brokers look for`
_WHAT = re.compile(
    rf"\s*{_WHOSE.replace(',4', ',5').replace('(?:,)?', '(?:[,:])?')}(?:(?:{_QUARTER}|{_RESULTS}|[Yy]ear)[:,]? ){{0,2}}[Ww]hat (?:[A-Z][\w.&]*|brokers|brokerages|houses|banks)(?: [A-Z][\w.&]*){{0,2}} (?:expects?|forecasts?|looks? for|sees?|predicts?)\b[^.;]{{0,40}}"
)


def heads_a_preview(line: str) -> bool:
    """Whether a title, or a line of its own, says that what stands below it is what is expected of results to come."""
    return bool(_HEADS.fullmatch(line) or _ASKS.match(line) or _WHAT.fullmatch(line))
