"""Sentences and clauses whose subject is the market: all that they expect, whatever verb says so, is its expectation.

`Analysts look for Google Search revenue of $42.2 billion`, `Search: Consensus, as compiled by FactSet, is for $72.8 billion`,
`rose 47 percent; analysts polled by LSEG had, on average, counted on 108 billion yuan`.
"""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.verbs import MOVED

_WHO = r"(?:(?:(?:[Ee]quit(?:y|ies)|[Rr]esearch|[Ss]ell-side|[Ii]ndustry|[Ff]inancial|[Mm]arket) ){0,2}[Aa]nalysts|[Ff]orecasters|(?:[Mm]arket|[Ii]ndustry) (?:watchers|observers)|[Ee]conomists|[Bb]roker(?:age)?s|[Ii]nvestors|(?:[Aa] |[Tt]he )?(?:(?:[A-Z]\w+|latest|recent) ){0,2}(?:poll|survey) (?:of|among) (?:\w+ )?(?:analysts|brokers|brokerages)|[Ee]xpectations|[Ss]treet estimates|[Aa]nalysts?['’]? (?:estimates|expectations|forecasts)|Wall Street|[Tt]he (?:Street|market|consensus)|(?:[Tt]he )?(?:(?:S&P )?(?:Capital IQ|CapIQ)|FactSet|Refinitiv|LSEG|Zacks|Bloomberg|Visible Alpha|StreetAccount) [Cc]onsensus|[Cc]onsensus)"
# `Nine analysts forecast, on average, a net loss of 4.85 billion yuan`
_COUNT = r"(?:(?:The |All )?(?:\d+|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven|[Tt]welve|[A-Za-z][a-z]+teen|[Tt]wenty))"
# not `Analysts at UBS`, `Analysts led by Lin`
MARKET_OPENS = (
    rf"[^\w\n]{{0,4}}(?:[A-Z][\w &-]{{1,30}}: )?(?:(?:But|And|While|Still|However|Meanwhile|Now),? )?(?:(?:For|In|On|As) [^,;$€£¥%]{{2,40}}, )?(?:Most |Many |Some |Here |{_COUNT} )?{_WHO}"
    r"(?! (?:at|from|of|with|led|in) [A-Z])(?!['’])"
    r"(?:, [^,;$€£¥%]{3,60},| (?:surveyed|polled|whose|who|that) [^,;$€£¥%]{3,60}?)?"
    r"(?: (?:are|is|have|has|had|been|were|was|now|still|also|on average|currently|generally|mostly|themselves|itself|only|already)\b|,? (?:on|in|by|at|for|as|per|according to|to go by|polled by|surveyed by|going by) [^,;$€£¥%\d]{3,24},(?= [a-z])| would(?= (?:be|have)\b))*"
    r" (?P<verb>(?:expect|see|look|predict|forecast|estimat|project|anticipat|reckon|think|believ|assum|bet|hop|count|bank|call|pencil|model|put|want|guess|foresee|envisag|envision|brac|pric|pegg?|point(?=s? to)|suggest|bargain|settl|prepar|seek|wish)[a-z]*|for)\b"
)
_OPENS = re.compile(MARKET_OPENS)
# What a clause of its own begins behind: `revenue was 19 billion yuan, though analysts wanted 20`
_JOINT = re.compile(
    r"(?:[;:]|,? (?:and|but|though|although|while|whereas|where|when|yet|as|because|since|given that)|\bThat)(?= )"
)
# Who expects something else behind that: the company, or somebody who is named
_ANOTHER = re.compile(
    r"\b(?:while|but|whereas|although|though|guid\w+|management|(?<!ed )itself|its own|own (?:goal|target|forecast)|(?:[Cc]ompany|[Gg]roup|[Mm]aker) (?:has|had|expects|forecast|sees|plans|wants|is)|analyst at|analysts at|in line with|compare[sd]?|from|after|against|versus|above|below|short of|ahead of)\b|;|, (?:whose|which|who|with)\b[^,]{0,120}\Z"
    # `The market had braced for worse, and revenue rose 62%`: a clause of its own tells what came
    rf"|\band (?:[\w'’.-]+ ){{1,6}}?(?:{MOVED}|came|reached|hit|delivered|reported|posted|earned|sold|shipped|totall?ed|(?:was|were)(?! (?:seen|expected|forecast|put|projected|estimated|predicted|thought)))\b"
)

# `consensus looks for EPS of $0.57 (vs. $2.57 last year) on revenue of $3.59 billion`: it looks for both
_ON_REVENUE = re.compile(r" on (?:net |total )?(?:revenues?|revs?|sales) of (?:about |around |roughly )?$")
# `analysts expect EPS of $4.80, versus $5.16 a year ago, and revenue of $47 billion`
_PAST_LAST_YEARS = re.compile(
    r",? (?:versus|vs\.?|against|compared (?:with|to)|(?:up |down )?from) [^,;]{1,24}? (?:an? year (?:earlier|ago|before)|last year|the year before|in the (?:same|year-ago|year-earlier|prior-year) (?:quarter|period)(?: (?:last year|a year (?:ago|earlier)))?), and (?:(?:an?|the) )?(?:[a-z-]+ ){1,3}of (?:about |around |roughly )?$"
)
_CLAUSES = 4  # joints before a place, behind which a clause of the market's may begin
_ASIDE = 120  # characters before an amount, within which what came a year before is set beside another
_ON = 40  # characters before an amount, within which it is said to be revenue that earnings come on


def market_speaks(scan: Scan, amount: Amount) -> bool:
    """Whether an amount stands in an English sentence whose subject is the market, before what somebody else expects."""
    on = (
        None
        if scan.chinese
        else _ON_REVENUE.search(scan.text, max(scan.sentence.start, amount.start - _ON), amount.start)
    )
    low = max(scan.sentence.start, amount.start - _ASIDE)
    aside = None if scan.chinese else _PAST_LAST_YEARS.search(scan.text, low, amount.start)
    if aside is not None and market_opens(scan, aside.start()):
        return True
    return market_opens(scan, scan.amounts[0].start if on and scan.amounts else amount.start)


def market_opens(scan: Scan, at: int) -> bool:
    """Whether the market is the subject of an English sentence, or of the last of its clauses, until a place in it."""
    if scan.chinese:
        return False
    starts = [m.end() for m in _JOINT.finditer(scan.text, scan.sentence.start, at)][-_CLAUSES:]
    opens = (_OPENS.match(scan.text, start, at) for start in (scan.sentence.start, *starts))
    return any(found and not _ANOTHER.search(scan.text, found.end(), at) for found in opens)
