"""Whether an expectation that stands before an amount is the market's rather than the company's own, and not that of the amount before."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.expected.beaten import came_behind
from generator.extraction.expected.market import MARKET
from generator.extraction.expected.names_market import MARKETS
from generator.extraction.expected.polled import OWN, is_polled
from generator.extraction.marks.cues import Cue
from generator.extraction.marks.scanning import Scan

# `Analysts, on average, were expecting 10 cents`: who expects it, before an aside
_BEFORE_ASIDE = re.compile(
    rf"\s*(?:But |And |While )?(?:(?:The |Most |Many |Some )?{MARKET})\b[^,;\d]{{0,50}}, [^,;$€£¥]{{2,50}},"
)
# `Analysts expect Apple to guide to $132 billion`: what the company will say is what the market expects.
_TO_GUIDE = re.compile(
    r"\b(?:analysts?|street|consensus|market|investors)\b[^,;]{0,40}\b(?:expect|forecast|anticipat|look|predict|estimat)\w*\b[^,;]{0,40}\bto guide\b",
    re.I,
)
# `According to Bloomberg consensus estimates, revenue is expected to reach 19.96 billion yuan`
_ACCORDING = re.compile(
    r"\s*(?:according to|per|based on) (?:[\w&'’]+ ){0,4}?(?:consensus|analysts?|brokerages|brokers|forecasters|estimates|expectations|polled|LSEG|FactSet|Bloomberg|Visible Alpha)\b[^,]{0,40},",
    re.I,
)
# `gross margin of 55.7%, estimated at 55.1%`: beside what came, what had been estimated
_ESTIMATED_AT = re.compile(r"(?:, |\()(?:estimated|expected|forecast|est\.?)(?: (?:at|to be))? (?:about |around )?$")
# `Wall Street looks for earnings of $1.20 a share, with revenues expected to reach $45 billion`
_THEY_LOOK_FOR = re.compile(
    rf"\s*(?:(?:The |Most )?{MARKET}) (?:also |now |currently |on average )?(?:looks?|(?:are|is) looking|expects?|forecasts?|anticipates?|predicts?|projects?|estimates?)\b[^;]*?, with (?:its |the (?:company|group|maker|firm)['’]s |the |[A-Z][\w.]*['’]s )?(?:(?!(?:company|group|maker|firm|management|executives|having|has|had|[A-Z]\w+) )[\w-]+ ){{1,3}}$"
)
_WHO = re.compile(r"\s*who(?:se)?\b")  # `estimates of analysts surveyed by LSEG, who forecast it to earn`
BESIDE = re.compile(
    r"(?:\b(?:vs\.?|versus|than|from|against|compared (?:with|to)|below|above|under|over|of|beat\w*|miss\w*|topp\w+|surpass\w*|exceed\w*|outperform\w*|outpac\w*|short of|shy of|ahead of|behind|the|line with)\s*(?:an? |the |about |around |roughly )*)$",
    re.I,
)
_EARLIER_OWN = re.compile("(?:此前|之前|原先|先前|早前)(?:的)?(?:预测|预估|预期|预计)")
# 营收87亿美元,超过了86亿美元的预期
_BY_ITSELF = re.compile(
    "(?:自己|自身|自家|本身)(?:此前|先前|原先|之前|早前)?的?(?:预期|预估|预测)"
)  # 成长率超乎公司自己预期的10%至12%
# `with expectations for an increase to 28% in Q3`: whoever expects it, it is not beside what came.
_HOPED = re.compile(r"(?<!compared )(?<!in line )\bwith (?:the )?expectations? (?:of|for)", re.I)
_ITS_OWN = re.compile(r"\b(?:[Ii]ts|[Hh]is|[Hh]er|[Oo]ur|[Mm]y) (?:own |[a-z-]+ ){0,2}$")
# `Samsung's estimate of operating profit was 4.6 trillion won`
_MAKERS = re.compile(
    r"estimates? of (?:its |(?:[a-z]+-quarter|quarterly|annual) )?(?:operating|net|sales|revenue|profit)"
)
_OF_THAT = re.compile(r"['’]s? (?:own |preliminary |earlier |latest |first )?$")
_WITH = re.compile(r",? with (?:the |its )?$")
_HOPES = re.compile(r"hopes (?:of|for)\b")


def is_own(scan: Scan, cues: list[Cue], lead: str, at: int) -> bool:
    """Whether an expectation before an amount is the company's own, or what stands behind it came."""
    return (
        bool(OWN.search(lead))
        or any(cue.kind == "target" for cue in cues)
        or (bool(cues) and came_behind(scan, cues[-1], at))
    )


def is_of_the_last(scan: Scan, cue: Cue, floor: int, amount: Amount) -> bool:
    """Whether an expectation stands in brackets with the amount before: `revenue of $14-15B ($16.3B consensus), and EPS of`."""
    return any(b.start < floor <= cue.start < b.end <= amount.start for b in scan.brackets)


def was_own(scan: Scan, floor: int, lead: str) -> bool:
    """Whether who expects something now expected something else before: 预计全年资本支出400亿至420亿美元,此前预计380亿至420亿美元."""
    return bool(_EARLIER_OWN.search(lead) and scan.cues_between(scan.sentence.start, floor, "forecast"))


def is_markets(scan: Scan, cue: Cue, floor: int, lead: str, stated: bool) -> bool:
    """Whether an expectation before an amount is the market's rather than the company's."""
    if is_polled(scan, floor, floor + len(lead)):
        return True
    if came_behind(scan, cue, floor + len(lead)) or _BY_ITSELF.search(lead):
        return False
    if cue.kind == "consensus" and (_ITS_OWN.search(scan.text, floor, cue.start) or _is_a_makers(scan, cue)):
        return False  # `Goldman Sachs raised its estimate of BYD's deliveries to 5 million`
    if cue.kind == "consensus" and _HOPES.match(scan.text, cue.start) and not (stated or MARKETS.search(lead)):
        return False  # `Volkswagen hopes for an operating margin of 6 percent`
    if cue.kind == "consensus":
        hoped = _HOPED.search(scan.text, floor, cue.end) and not (stated and MARKETS.search(lead))
        return not (hoped or _goes_with_a_forecast(scan, cue))
    if cue.kind == "target" or (OWN.search(lead) and not _TO_GUIDE.search(lead)):
        return False
    if _ACCORDING.match(scan.text, scan.sentence.start, cue.start) or _is_foreseen_with(scan, cue, lead):
        return True
    if _BEFORE_ASIDE.fullmatch(scan.text, scan.sentence.start, floor):
        return True
    if _WHO.match(lead) and MARKETS.search(scan.text, scan.sentence.start, floor):
        return True
    beside = BESIDE.search(scan.text[floor : cue.start]) or _ESTIMATED_AT.search(
        scan.text[cue.start - 2 : floor + len(lead)]
    )
    return bool(MARKETS.search(lead)) or (stated and bool(beside))


def _is_foreseen_with(scan: Scan, cue: Cue, lead: str) -> bool:
    """Whether `with revenues expected to reach` goes on with what the market looks for."""
    led = lead.lstrip(" ,").startswith("with ") and not scan.text.endswith("ing", cue.start, cue.end)
    return led and _THEY_LOOK_FOR.match(scan.text, scan.sentence.start, cue.start) is not None


def _is_a_makers(scan: Scan, cue: Cue) -> bool:
    """Whether an English estimate is called that of a company whose name stands right before it."""
    before = [e for e in scan.entities if scan.sentence.start <= e.start and e.end <= cue.start]
    if (
        not before
        or _MAKERS.match(scan.text, cue.start) is None
        or MARKETS.search(scan.text, before[-1].start, cue.start)
    ):
        return False
    at = before[-1].end - 2 if scan.text.endswith(("'s", "’s"), before[-1].start, before[-1].end) else before[-1].end
    return _OF_THAT.fullmatch(scan.text, at, cue.start) is not None


def _goes_with_a_forecast(scan: Scan, cue: Cue) -> bool:
    """Whether an estimate only says how much of what a sentence expects that does not speak of the market: `Revenue is projected to grow, with estimates of RMB27 billion for 2024`."""
    start = scan.sentence.start
    led = _WITH.search(scan.text, max(start, cue.start - 12), cue.start)
    return (
        led is not None
        and bool(scan.cues_between(start, led.start(), "forecast"))
        and MARKETS.search(scan.text, start, led.start()) is None
    )
