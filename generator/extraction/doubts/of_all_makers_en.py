"""What English tells of a whole industry beside a company: `The sector's wholesale volume grew 12%`, `In August, NEV sales had grown faster`, behind a sentence on the country's."""

from __future__ import annotations

import re

from generator.corpus.beginnings import sought
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.tallies import OF_CARS, is_tracked
from generator.extraction.whose.context import Surroundings

_MAKERS = (
    r"(?:[a-z]*makers|vendors|brands|companies|manufacturers|producers|suppliers|players|operators|retailers|platforms)"
)
# before a metric: whose it is
_THE_SECTORS = sought(
    r"\b(?:(?:[Tt]he |[Aa]n? |this |its )?(?:[a-z-]+ ){0,2}(?:sector|industry|category)['’]s|[Ii]ndustry-wide|[Mm]arket-wide|[Ss]ector-wide|[Nn]ationwide|[Ii]ndustry(?= (?:[a-z-]+ )?(?:revenues?|sales|shipments|deliveries|volumes?|output|profits?|wholesales?)\b))"
)
# `China's games market took in 91.8 billion yuan`
_MARKET_TOOK = sought(
    r"\b(?:market|industry|sector)(?:,? (?:which|that) [^,;.\d]{3,60},)? (?:as a whole )?(?:had |has |also |then )*(?:took in|takes in|generated|brought in|totall?ed|reached|earned|posted|was worth|is worth|amounted|made|sold|shipped|saw|recorded)\b"
)
# behind it: who all of them are
_OF_ALL = re.compile(
    rf"[^;.$€£¥\d]{{0,50}}?\b(?:(?:in|of|for|across|by|from|among) (?:the )?(?:[a-z-]+ )?(?:market|industry|sector) as a whole|(?:for|of|by|from|among|across) all (?:the )?(?:other |chinese |big |listed )?{_MAKERS}|(?:for|of|by|in|across) the (?:whole|entire|overall) (?:[a-z-]+ )?(?:market|industry|sector)|nationwide|industry-wide)\b",
    re.I,
)
_ITS_OWN = re.compile(
    r"\b(?:[Ii]ts?|[Tt]heir|[Tt]hey|[Oo]ur|[Ww]e|[Tt]he (?:[\w-]+ ){0,2}(?:company|group|firm|[a-z]*maker|brand|giant|start-?up|manufacturer|vendor)(?:['’]s)?)\b"
)
_TOTAL = re.compile(
    r"(?:,? (?:and|but|while|as|even as|although|though)) (?:the )?(?:total|overall|industry|market) (?:(?:smart)?phone |handset |PC |tablet )?(?=\w)"
)
_MARKET_SPOKEN_OF = re.compile(r"\b(?:smartphone|phone|handset|PC|tablet|wearables?)s? market\b")
_TOTAL_OPENS = re.compile(r"\s*(?:[Tt]he )?(?:[Tt]otal|[Oo]verall) (?:(?:smart)?phone |handset |PC |tablet )?(?=\w)")
_BEFORE = 200  # characters before a sentence, within which the market is spoken of
_MONEY = "revenue"


def makers_do(metric: str) -> bool:
    """Whether makers of a market do together what a metric tells."""
    return is_tracked(metric) or metric in OF_CARS or metric.endswith((_MONEY, "asp"))


def _is_total_beside(around: Surroundings, mention: Mention) -> bool:
    """Whether a later clause turns to all that was shipped, in a sentence on how a maker stands: `Vivo led the Indian market with 20%; total shipments fell 4%`."""
    scan, start = around.scan, around.scan.sentence.start
    if not is_tracked(mention.metrics[0]):
        return False
    if _TOTAL_OPENS.match(scan.text, start, mention.end):
        return _MARKET_SPOKEN_OF.search(scan.text, max(0, start - _BEFORE), start) is not None
    turn = _TOTAL.search(scan.text, max(start, mention.start - 40), mention.end)
    return turn is not None and _MARKET_SPOKEN_OF.search(scan.text, start, turn.start()) is not None


def is_of_all_makers_en(around: Surroundings, mention: Mention) -> bool:
    """Whether an English sentence says before or behind a metric that it is of a whole industry, or goes on with one that the last was on."""
    scan = around.scan
    if scan.chinese or not any(makers_do(name) for name in mention.metrics):
        return False
    low, subject = scan.clause(mention.start)[0], around.subject_before(mention.end)
    theirs = list(_THE_SECTORS.finditer(scan.text, scan.sentence.start, mention.start + 8))
    theirs += _MARKET_TOOK.finditer(scan.text, low, mention.end + 12)
    if theirs and (subject is None or subject.start < theirs[-1].start()):
        return not _ITS_OWN.search(scan.text, theirs[-1].end(), mention.start)
    if _is_total_beside(around, mention):
        return True
    own = _ITS_OWN.search(scan.text, scan.sentence.start, mention.end)
    if subject is not None or own:
        return False
    on = around.ground.of_market
    if on and on in mention.metrics and not (on.endswith(_MONEY) or scan.entities):
        return True
    return bool(_OF_ALL.match(scan.text, mention.end, scan.sentence.end))
