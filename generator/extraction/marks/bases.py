"""How English says right behind an amount what it is measured against: `year on year`, `from the same period last year`, `sequentially`."""

from __future__ import annotations

from generator.corpus.months import MONTHS

YEARLY = r"(?:[Yy]ear[- ][Oo](?:n|ver)[- ][Yy]ear|[Yy][Oo][Yy]|[yY]/[yY]|y-o-y|on[- ](?:the )?year|annually)"
QUARTERLY = r"(?:[Qq]uarter[- ](?:[Oo](?:n|ver)|to)[- ][Qq]uarter|[Qq][Oo][Qq]|[qQ]/[qQ]|q-o-q|on[- ](?:the )?quarter|sequentially)"
BESIDE = r"(?:on|over|from|than|versus|vs\.?|(?:as )?(?:against|compared (?:with|to))|relative to)"
_MONTHS = f"(?:{MONTHS})"
# `from a year earlier`, `compared with the same quarter of last year`, `on July`: no amount stands in it
_BEFORE = rf"{BESIDE} (?!about |around |nearly |just |only |an? (?!year|quarter|month))(?:in |that (?:of|in) )?(?:[a-z][a-z' -]{{2,42}}?|(?:[a-z' -]{{2,30}} )?(?:{_MONTHS}|Q[1-4]|of)(?: 20\d\d)?)"
FROM_THEN = rf"(?:{YEARLY}|{QUARTERLY}|{_BEFORE})"

# the time before, by the word for its length: `a year ago`, `the same quarter last year`, `three months earlier`, `the previous month`
_SO_LONG_AGO = r"(?:ago|earlier|before(?! (?:the|its|it|they|that)\b)|prior|previously)"
_OF_LAST_YEAR = rf"(?:(?: of| in)? (?:last year|the (?:previous|prior|preceding) year|the year (?:before|earlier))| (?:a|one) year {_SO_LONG_AGO})"
_THE_SAME = r"(?:same|corresponding|comparable|equivalent|like) (?:period|quarter|month|time|point|stage|span|stretch|half|three months)"
A_YEAR_AGO = (
    rf"(?:(?:(?:a|one) year|(?:twelve|12) months) {_SO_LONG_AGO}|(?:the )?year {_SO_LONG_AGO}|(?:at )?this (?:time|point|stage) (?:last year|a year (?:ago|before|earlier))"
    rf"|(?:the )?{_THE_SAME}{_OF_LAST_YEAR}"
    r"|(?:the )?(?:year[- ](?:ago|earlier)|(?:prior|previous)[- ]year)(?:['’]s)?(?: (?:period|quarter|month|half|figure|level|number|total|result)s?)?"
    r"|last year['’]s (?:same|corresponding|comparable) (?:period|quarter|month))"
)
A_QUARTER_AGO = rf"(?:(?:the |its )?(?:immediately )?(?:previous|prior|preceding|foregoing) (?:quarter|three[- ]months?(?: period)?)|(?:a|one) quarter {_SO_LONG_AGO}|three months {_SO_LONG_AGO}|the (?:quarter|three months) (?:before|prior|earlier))\b"
A_MONTH_AGO = rf"(?:(?:the )?(?:previous|prior|preceding) month|(?:a|one) month {_SO_LONG_AGO}|the month (?:before|prior|earlier))\b"
# with `last` or `the same quarter`, which say so only of what another figure is set beside
YEAR_BEFORE = rf"(?:{A_YEAR_AGO}|(?:the )?{_THE_SAME}(?!s? (?:in|of) (?:19|20)\d\d)|last year|the (?:previous|prior|preceding) year)"
QUARTER_BEFORE = rf"(?:{A_QUARTER_AGO}|(?:the )?last (?:quarter|three[- ]months?(?: period)?)\b)"
MONTH_BEFORE = rf"(?:{A_MONTH_AGO}|(?:the )?last month\b)"
