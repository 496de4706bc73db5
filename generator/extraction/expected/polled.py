"""Who is said to expect something at a sentence's end, or nobody in a preview of results: `is seen up 31.5%, a poll showed`."""

from __future__ import annotations

import re

from generator.corpus.beginnings import sought
from generator.extraction.amounts.amount import Amount
from generator.extraction.expected.market import MARKET
from generator.extraction.marks.scanning import Scan

OWN = sought(
    r"\b(?:guid\w+|outlook|(?:its|their|the company's|previous|prior|earlier|initial|own|management's) (?:\w+ )?(?:forecast|projection|estimate|range)\w*|forecast range)\b|指引|展望",
    re.I,
)
_EXPECTED_BEFORE = re.compile(
    r"\b(?:expected|estimated|projected|forecast),? (?:versus|vs\.?|compared (?:with|to)|against|and) (?:about |around )?$",
    re.I,
)
_PASSIVE = re.compile(
    r"(?:\b(?:is|are|was|were) |\d |\w |, )(?:expected|seen|foreseen|put|looked for|projected|estimated|pegged|forecast|forecasted|predicted|anticipated|likely)(?: (?:at|to|that|up|down|versus|vs\.?|compared|against|[a-z]+ing|(?:in|for) (?:the |its )?(?:[a-z]+[- ])?(?:quarter|half|year))\b| (?=[A-Z]{0,3}[$€£¥]))",
    re.I,
)
# `Analysts on Wall Street project that Meta will announce quarterly earnings of $6.60`, `is expected to reveal earnings of`
_PROJECT = re.compile(
    rf"\b{MARKET}\b[^,;.\d]{{0,40}}\b(?:project|expect|predict|forecast|anticipate|estimate|think|believe|reckon)s?\b"
)
_POLL = re.compile(
    r", (?:an? (?:[A-Z]\w+ )*(?:poll|survey)(?: of (?:\d+ )?analysts)? (?:showed|shows|found)|(?:(?:\d+|the|most|many|several|some) )?analysts (?:(?:polled|surveyed|asked|questioned|canvassed) by [A-Z][\w &]{2,30}? )?(?:said|added|predicted|think|thought|believe|reckon|say|estimate)\b|(?:the |a )?(?:[A-Z]\w+ )?consensus (?:shows?|showed|has it|suggests?|sees|data)|(?:based on|according to|going by|as per) (?:the |an? )?(?:average (?:of )?|mean (?:of )?|median (?:of )?|consensus (?:of )?)?(?:(?:\d+|(?!its|their|the)[a-z]+) )?(?:analysts?['’]?|Wall Street|Street|market|consensus) (?:forecasts?|estimates?|expectations?|projections?|consensus|data)|(?:according to|going by|by) the (?:[A-Z]\w+ )?consensus\b|according to (?:(?:an? |the )?(?:[A-Z]\w+ )?(?:poll|survey)\b|(?:(?:the|some|most) )?(?:\d+ |(?:[a-z]+teen|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty) )?(?:[a-z]+ )?analysts\b(?! (?:at|from|of|with) [A-Z])))"
)  # `is seen up 31.5 percent at 2.61 billion euros, a Reuters poll showed`
_PROBABLY = re.compile(
    r"(?<!, )(?<!which )(?<!that )\b(?:probably|likely|presumably) (?:(?!(?:on|due|because|thanks|as|by|for|from|in|the|an?)\b)[a-z]+|(?:[A-Z]{1,3} ?)?[$€£¥]?\d)"
)  # `probably lost 4.7 billion yuan`, by the average of nine estimates; not `rose 81%, probably on subsidies, most analysts think`
_EXPECTED_FIRST = re.compile(
    r"\s*(?:[•*-] ?)?(?:(?:Expected|Projected|Estimated|Forecast) (?:[A-Za-z]+ ){1,4}(?:(?:in|for) [^:;$€£¥]{2,30}?)?(?:(?:of|at|is)\b|: )|(?:Look for|Expect) (?=[a-z])|(?:[A-Z][A-Za-z]*)(?: [A-Za-z]+){0,3} (?:forecasts?|estimates?|projections?|expectations?)(?: (?:in|for) [^:;$€£¥]{2,30}?)?(?:: | is | are | stands? at ))"
)  # `Expected gross margin of 38%`
# `The iPhone should bring in $50.2 billion`, `AWS probably grew 18%`, `Operating income is tipped to reach`
_SHOULD = re.compile(
    r"\b(?:should|(?:will )?(?:probably|likely)|will have(?= (?:[a-z]+(?:ed|en|wn)|come|shrunk|made)\b)|(?:is|are) (?:tipped|thought|believed|reckoned) to|(?:is|are) pencill?ed in|(?:is|are) (?:on (?:track|course)|due|slated|poised|set) to|(?:may|might|could)(?= (?:well )?(?:reach|come|arrive|be|total|rise|fall|grow|climb|drop|hit|amount|stand|report|post|deliver|earn|have)\b)|looks? (?:set|likely) to|of [A-Z]{0,3} ?[$€£¥]?[\d.,]+ [a-z ]{0,20}?(?:is|are) (?:expected|forecast))\b(?! (?:pay|be paid)\b)[^;]{0,60}$"
)
# `The numbers to beat: Q4 revenue of 168.9 billion yuan and net profit of 53.5 billion yuan, going by analysts' forecasts`
_TO_BEAT = re.compile(r"\s*(?:The )?(?:[Nn]umber|[Ff]igure|[Mm]ark|[Bb]ar|[Oo]ne)s? to (?:beat|clear|watch)\b")
# `Estimates for the smaller lines: Mac $8.6 billion, iPad $7.0 billion`
# `The median for revenue is 188.8 billion yuan`
_ESTIMATES = re.compile(
    r"\s*(?:The (?:median|average|mean) (?:for|is|stands)\b|(?:The )?(?:[Aa]nalysts?['’]? |[Cc]onsensus |[Mm]arket )?[Ee]stimates|[Ee]xpectations) (?:for|are|call|point|stand)\b"
)


def is_polled(scan: Scan, at: int, said: int) -> bool:
    """Whether a sentence ends, behind an offset, with who expects what it says until another is expected: `is seen up 31.5% at 2.61 billion euros, a Reuters poll showed`."""
    polled = _POLL.search(scan.text, at, scan.sentence.end)
    if polled is None:
        return False
    before = (scan.sentence.start, polled.start())
    to_beat = _TO_BEAT.match(scan.text, *before)
    return bool(
        to_beat or _PASSIVE.search(scan.text, *before) or _PROBABLY.search(scan.text, scan.sentence.start, said)
    )


def is_awaited(scan: Scan, amount: Amount, floor: int) -> bool:
    """Whether a preview of results says of an amount, and not who does so, that it is expected: `EPS expected at $0.96`."""
    start, end = scan.clause(amount.start)
    if _EXPECTED_BEFORE.search(scan.text, max(scan.sentence.start, amount.start - 36), amount.start):
        return False  # `$5.3 billion expected versus $5.9 billion in Q1 2022`
    if _PROJECT.search(scan.text, start, amount.start):
        return True
    if _SHOULD.search(scan.text, floor, amount.start) or _ESTIMATES.match(scan.text, scan.sentence.start):
        return not OWN.search(scan.text, scan.sentence.start, amount.start)
    passive = _PASSIVE.search(scan.text, min(start, floor), end) or _EXPECTED_FIRST.match(
        scan.text, scan.sentence.start
    )
    return passive is not None and not OWN.search(scan.text, scan.sentence.start, amount.start)
