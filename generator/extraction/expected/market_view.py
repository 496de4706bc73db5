"""What the market expects, said by a noun or a phrase rather than a verb of expecting: `the Street's $49 billion`, `The market considers 7 billion to be feasible`."""

from __future__ import annotations

import re

from generator.corpus.beginnings import sought
from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.expected.market import MARKET
from generator.extraction.marks.scanning import Scan

_ITS = r"(?:[Tt]he |an? )?"
_EXPECTED = r"(?:estimates?|expectations?|forecasts?|projections?|predictions?|consensus|views?|guess(?:es)?)"
# who has a number that is no count of what was sold: `the market's figure` may be that
_STREET = rf"{_ITS}(?:[Aa]nalysts?|Wall Street|Street|[Cc]onsensus|[Ss]ell-side)(?:['’]s?)?"
_POLLED = rf"{_ITS}(?:[Mm]arket|LSEG|Refinitiv|FactSet|Bloomberg|Visible Alpha|StreetAccount|Vara(?: Research)?|S&P|Zacks)(?:['’]s?)?"
_MEAN = r"(?:average|mean|median|consensus|company-compiled|compiled|agreed)"
# `was a little higher, at`, `was up at`
_IS = r"(?:of|at|for|(?:was|were|is|are|had been|stood|came out|came in) (?:an? )?(?:[a-z]+ ){0,3}(?:higher|lower|more|less|above|below|up|down|bolder|richer|kinder|modest|cautious|optimistic)(?: (?:that|it|this))?,? (?:at|with)|(?:was|were|is|are|had been)(?: for| at| set at)?|(?:stood|stands|standing|sat|sits|was sitting|were sitting|lay|lies|came in|comes in|hovers|hovered) at|averag(?:ed|es)|(?:came|comes|amounted|amounts) to|called for|calls for|pointed to|points to)"
# `The average of 18 estimates compiled by LSEG`
_MEAN_OF = rf"(?:[Tt]he |[Aa] )?{_MEAN} (?:of|from|among) (?:the )?(?:\w+ )?(?:analysts?['’]? )?(?:{_EXPECTED}|analysts|brokers|brokerages|economists)(?: (?:compiled|gathered|collected|polled|surveyed) by [^,;$€£¥\d]{{2,30}}?)?"
_VIEW = rf"(?:{_MEAN_OF}|{_STREET} (?:{_MEAN} ){{0,2}}(?:{_EXPECTED}|figures?|numbers?|averages?|medians?)|{_POLLED} (?:{_MEAN} ){{0,2}}(?:{_EXPECTED}|averages?|medians?|means?)|(?:[Tt]he |an? )?{_MEAN} (?:analysts?['’]? )?{_EXPECTED})"
# `against a Street figure of $102 billion`, `The average analyst view was 32 billion yuan`
# `consensus estimates by Refinitiv, which stood at 134,720 vehicles`, `the estimate from LSEG, which was 431,117`
_HOUSE = r"(?:data from )?(?:analysts? (?:polled|surveyed) by )?(?:LSEG|Refinitiv|FactSet|Bloomberg|Visible Alpha|StreetAccount|Vara(?: Research)?|S&P(?: Capital IQ| Global)?|Capital IQ|IBES|Zacks|[Aa]nalysts)"
_COMPILED = rf" (?:(?:compiled |gathered |collected |polled |published |provided |tracked )?(?:by|from|at)|of|according to) {_HOUSE}"
_COMPILED_VIEW = rf"(?:(?:{_VIEW}|\b[Cc]onsensus)(?:{_COMPILED})?|\b(?:(?:[Tt]he|an?|[a-z]+) )?{_EXPECTED}{_COMPILED}|\b{_HOUSE}(?:['’]s)? SmartEstimates?)"
# `the Street, on LSEG's numbers, was at`, `the average of estimates, as collected by Visible Alpha, was`
_SAYS_WHO = r", (?:on|as|by|per|going by|according to|based on|compiled|collected|gathered) [^,;$€£¥\d]{2,50},"
_PAST_ASIDE = sought(rf"\b(?:{_VIEW}|{MARKET}){_SAYS_WHO} {_IS} {ABOUT}$")
_WHICH_IS = sought(rf"{_COMPILED_VIEW},? (?:which|that) (?:had )?{_IS} {ABOUT}$")
_CALLED = sought(
    rf"(?:\b{_VIEW}|\b[Cc]onsensus|\b{_EXPECTED}{_COMPILED}|\b{_POLLED} SmartEstimates?)(?: (?:for|of|on) [^,;$€£¥\d]{{0,40}}?)? {_IS} {ABOUT}$"
)
# `the analyst consensus for our revenues was a little higher, at 17.6 billion`: past a comma
_HIGHER_AT = re.compile(
    rf"\b(?:{_VIEW}|(?:[Aa]nalysts?['’]? |[Mm]arket )?[Cc]onsensus)(?: (?:for|of|on|among) [^,;$€£¥\d]{{0,60}}?)? (?:was|were|is|are|had been|stood|came out) (?:an? )?(?:[a-z]+ ){{0,3}}(?:higher|lower|more|less|above|below|bolder|cautious|modest)(?: (?:that|it|this))?, (?:at|with) {ABOUT}$"
)
# `The average of 18 estimates puts revenue at $13.1 billion`
_PUTS = re.compile(rf"\b{_VIEW} (?:puts?|pegs?|sees?) [^;$€£¥\d]{{3,60}} at {ABOUT}$")
# `estimates for revenue were for $68.8 billion`, whose are the market's where nobody else's are named
_ESTIMATES = re.compile(
    rf"(?:\A|(?<=[.;,:\n] )|(?<=\n)|(?<=while )|(?<=where )|(?<=but ))(?:[Ee]stimates|[Ee]xpectations|[Ff]orecasts) (?:for|of|on) [^,;$€£¥\d]{{3,40}}? (?:were|was|are|had been|stood|stand) (?:for|at) {ABOUT}$"
)
# `while Visible Alpha had an average of 432,810`
_HAD_MEAN = re.compile(
    rf"\b{_POLLED} (?:(?:data|figures|numbers|estimates) )?(?:had|has|gave|gives|showed|shows) an? {_MEAN}(?: {_EXPECTED})? of {ABOUT}$"
)
_SET = r"(?:beat|beats|beating|topp?(?:s|ed|ing)?|miss(?:es|ed|ing)?|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|trail(?:s|ed|ing)?|below|above|under|over|versus|vs\.?|against|than|compared (?:with|to)|short of|shy of|ahead of|in line with|double|triple|half|near|match(?:es|ed|ing)?)"
# `beating the Street's $49.4 billion`, `more than double an expectation of $0.14`, `compared with estimates for 243 billion`
_THEIRS = re.compile(
    rf"\b(?:{_SET}|and) (?:the )?(?:Wall Street|Street|[Aa]nalysts?|[Cc]onsensus|FactSet|LSEG|Refinitiv|Bloomberg)['’]s? {ABOUT}$"
    rf"|\b{_SET} (?:an? |the )?(?:{_MEAN} )?(?:expectation|estimate|forecast|projection|prediction)s? (?:of|for) {ABOUT}$"
    rf"|\b{_SET} (?:the )?(?:averages|medians|means) of {ABOUT}$"
)
# `ahead of the 294 billion yuan seen by analysts`, `the 387,000 in a company-compiled consensus`, `the 6.75 billion-yuan average of estimates`
_BY_THEM = re.compile(
    rf"(?: (?:yuan|euros|dollars|yen|won|units|vehicles|cars|deliveries))?(?: (?:a|per) share)?,?(?: (?:that|which))?"
    rf"(?: (?:had been |was |were )?(?:seen|expected|forecast|predicted|projected|estimated|anticipated|tipped|modell?ed|pencill?ed in|put down|hoped for|bargained for|counted on|banked on|envisioned|envisaged|foreseen|imagined) (?:by|on|among|at|in) (?:(?:(?:the|most|many|[a-z]+) ){{0,2}}{MARKET}|(?:an? |the )?(?:(?:LSEG|Refinitiv|FactSet|Bloomberg|Reuters|Visible Alpha)(?:['’]s)? )?(?:SmartEstimates?|consensus|poll|survey)\b)"
    rf"| (?:(?:\d+|the|most|many|some|several|all|a (?:dozen|score of)|[a-z]+teen|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty) )?{MARKET}(?:,? (?:polled|surveyed|asked|tracked|followed) by [A-Z][\w &]{{2,30}}?)?(?:,? on average,?)? (?:(?:had|have|has|were|was|are|is|been|also|still|now|on average) )*(?:estimat(?:ed|ing)|(?:expect|predict|project|anticipat)(?:ed|ing)?|forecast(?:ed|ing)?|envision(?:ed|ing)?|envisag(?:ed|ing)|foreseen|pencil(?:l?ed|l?ing) in|look(?:ed|ing)? for|wanted\b(?! to)|hop(?:ed|ing) for|modell?(?:ed|ing)|reckon(?:ed|ing) (?:with|on)|brac(?:ed|ing) for|bank(?:ed|ing) on|bet(?:ting)? on|count(?:ed|ing) on)\b"
    rf"| (?:LSEG|Refinitiv|FactSet|Bloomberg|Visible Alpha|StreetAccount) (?:estimates|forecasts|data|figures|numbers) (?:had )?(?:shows?|showed|shown|suggest(?:ed)?|call(?:ed)? for|point(?:ed)? to)\b"
    rf"| (?:{_STREET}|{_POLLED}) (?:had|has|gave|gives|showed|shows|listed|carried)(?: (?:as|on|for) (?:the |an? |its |their )?{_MEAN}\b|(?= ?(?:[.,;)]|$)))"
    rf"| (?:(?:{_STREET}|{_POLLED}) )?consensus\b(?! (?:of|at|was|is|stood|had|among)\b|:? ?[A-Z]{{0,3}} ?[$€£¥]?\d)"
    rf"| (?:of|in) (?:the |analysts?['’] )?consensus\b"
    rf"| (?:average|mean|median) of (?:\w+ )?(?:analysts?['’]? )?(?:estimates|forecasts|projections|expectations|analysts)"
    rf"|(?: {_MEAN})? (?:in|of|from|by) (?:an? |the |its )?(?:[\w'’-]+ ){{0,3}}?(?:consensus\b|SmartEstimates?\b|(?:poll|survey)\b[^,;.]{{0,30}}?\b(?:analysts|economists|brokers|brokerages)\b|(?:LSEG|Reuters|Refinitiv|FactSet|Bloomberg|Visible Alpha|Vara|company-compiled|market|analysts?)(?:['’]s?)? (?:poll|survey)\b))"
)
# `The market considers sales of 9.71 billion euros to be feasible`
_DEEMS = re.compile(
    rf"\b{MARKET} (?:had |has |have |now |also )?(?:considers?|considered|deems?|deemed|thinks?|thought|regards?|regarded|believes?|believed|sees?|saw|views?|viewed|judges?|judged|holds?|held)\b[^;]{{0,80}}$"
)
_FEASIBLE = re.compile(
    r"(?: (?:in|for) [\w ]{2,30}?)? (?:to be |as )?(?:feasible|possible|realistic|achievable|attainable|doable|likely|within reach|manageable)\b"
)
# `the market was at $7.43 billion`, `observers had put it at 9.6 billion yuan`
_WAS_AT = re.compile(
    rf"\b(?:{MARKET}|Street) (?:(?:(?:was|were|is|are|had been)(?: sitting| standing)?|stood|sat) at|(?:had |have |has )?(?:put|pegged|seen) (?:it|them|this|that) at) {ABOUT}$"
)
# `the Street has revenue of $6.7 billion`, `Consensus has EPS at 45 cents`, `The Street has RMB5.1 billion`
_ON_THE_BOOKS = r"(?:an?|the|in|for|of|at|revenues?|sales|net|gross|operating|adjusted|underlying|core|non-GAAP|non-IFRS|GAAP|profits?|income|EPS|earnings|loss|margins?|deliveries|shipments|capex|free|cash|flow|EBITD?A?|group|total|cloud|full-year|quarterly|(?:first|second|third|fourth)-quarter|Q[1-4]|[1-4]Q|20\d\d|it|them|them both|that)"
_HAS = re.compile(
    rf"\b(?:[Tt]he [Ss]treet|Wall Street|[Cc]onsensus) (?:still |now |already )?(?:has|had|have) (?:{_ON_THE_BOOKS} ){{0,6}}{ABOUT}$"
)
# A sentence that opens so, and names no metric, tells what was expected of what the one before told: `The consensus stood at $80 billion`.
MARKETS_VIEW = re.compile(
    rf"[\s(]*(?:(?:But |And |While )|(?:Going|Heading|Coming) in(?:to (?:it|this|the print|the results|the report|the numbers))?, )?(?:{_VIEW}|(?:The |A )?(?:(?:analysts?['’]?|Analysts?['’]?|[Mm]arket|LSEG|Refinitiv|FactSet|Bloomberg|Visible Alpha|StreetAccount|Reuters) )?[Cc]onsensus|(?:[Tt]he |Their |An? )?(?:{_POLLED} )?[Ss]mart[Ee]stimates?(?:, [^,;$€£¥\d]{{3,50}},)?|(?:Analyst |Market )?(?:[Ee]xpectations|[Ee]stimates|[Ff]orecasts)|(?:{MARKET}|Street|Wall Street)(?= (?:(?:was|were|is|are|had been)(?: sitting| standing| up| down| even| still)?|stood|sat) at))"
    rf"(?: (?:call|view|number|figure|estimate|forecast))?(?: \([^()]{{2,40}}\)|, (?:per|according to|as|by|on|compiled|collected|from) [^,;$€£¥\d]{{2,40}},)?(?: (?:among|of|by|from|compiled by) [^,;$€£¥\d]{{0,60}}?)? (?:had )?(?P<verb>{_IS}|(?:had|has) been(?: for| at)?) {ABOUT}"
    # `Consensus $0.69`, `(Street: $5.8bn.)`: a label, and no verb
    rf"|[\s(]*(?:(?:The |vs\.? )?(?:(?:LSEG|Refinitiv|FactSet|Bloomberg|Visible Alpha|StreetAccount|Analysts?['’]?|Market) )?(?P<label>[Cc]onsensus|Cons\.?|Street|Expected|Expectations?|SmartEstimate|Est\.?|Estimates?)(?: (?:estimate|forecast|view))?:? {ABOUT})"
    rf"|\s*{MARKET} (?:had |has )?(?:also )?(?P<deemed>considers?|considered|deems?|deemed|thought|regarded|believed|reckoned (?:with|on)|hoped for|counted on|banked on|put it at|pegged it at) {ABOUT}"
)
_ASKED = re.compile(r" (?:[a-z]+ )?(?:analysts?|estimates|forecasts|brokers|brokerages|economists|projections)\b")
# `compared with a 10.5 trillion won average forecast of 22 analysts`
VIEW_BEHIND = re.compile(
    rf"(?:[ -](?:yuan|euros?|dollars?|yen|won|rupees?|units|vehicles|cars))? (?:{_MEAN} (?:analysts?['’]? )?{_EXPECTED}|(?:analysts?['’]? |Street |market ){_EXPECTED}|{_EXPECTED} (?:of|from|by) (?:(?:\d+|[a-z]+) )?analysts)\b"
)
_LEAD = 100  # characters before an amount, within which it is said whose it is
# `That was below expectations (CNY87.5 billion)`: of what the sentence before told
_MISSED_IN_BRACKETS = sought(
    r"\b(?:beat|missed|topped|fell short|came in below|came in above)(?: too| as well)? ?\($|\b(?:below|above|under|beat\w*|miss\w*|topp\w+|tops|surpass\w*|exceed\w*|short of|shy of|ahead of|behind|line with|than) (?:the |analysts?['’]? |market |consensus |average ){0,2}(?:expectations?|estimates?|forecasts?|consensus|expected) ?\($",
    re.I,
)


def is_markets_view(scan: Scan, amount: Amount, floor: int, stated: bool) -> bool:
    """Whether an amount of an English clause is what the market expects, though no verb says so; `stated`: beside what came."""
    if scan.chinese:
        return False
    text, low = scan.text, max(_past_polled(scan, amount, floor), amount.start - _LEAD)
    if _DEEMS.search(text, low, amount.start) and _FEASIBLE.match(text, amount.end):
        return True
    if any(form.search(text, low, amount.start) for form in (_CALLED, _WAS_AT, _PUTS, _ESTIMATES, _HAD_MEAN, _HAS)):
        return True
    since = max(scan.amount_before(amount.start), amount.start - _LEAD)
    if any(form.search(text, since, amount.start) for form in (_WHICH_IS, _PAST_ASIDE, _HIGHER_AT)):
        return True
    if _BY_THEM.match(text, amount.end):
        return True
    return stated and bool(_THEIRS.search(text, low, amount.start))


def counts_the_asked(scan: Scan, amount: Amount) -> bool:
    """Whether a number only says how many were asked: `The mean of 14 analyst estimates`."""
    return amount.kind in ("count", "bare") and _ASKED.match(scan.text, amount.end) is not None


def _past_polled(scan: Scan, amount: Amount, floor: int) -> int:
    """Return where the words before an amount begin, past how many were asked: `The average of 18 estimates puts revenue at`."""
    before = scan.preceding(amount)
    asked = before is not None and before.end == floor and counts_the_asked(scan, before)
    return scan.clause(amount.start)[0] if asked else floor


def is_missed_in_brackets(scan: Scan, amount: Amount) -> bool:
    """Whether brackets tell the expectations that something met or missed."""
    return bool(_MISSED_IN_BRACKETS.search(scan.text, max(scan.sentence.start, amount.start - 60), amount.start))
