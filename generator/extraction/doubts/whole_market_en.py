"""A whole market that an English sentence names, and turns to no company behind it: `across the industry`, `as global smartphone shipments jump 2.7%`."""

from __future__ import annotations

import re

from generator.corpus.beginnings import sought
from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.mention import EntityMention, Mention
from generator.extraction.marks.scanning import Scan

# What is said of a whole market, which a company's name further off does not make its own.
_WHOLE_MARKET = sought(
    r"\b(?:[Aa]cross the (?:industry|market|sector|country)|(?:[Ss]ales|[Rr]evenues?|[Pp]rofits?|[Ss]hipments|[Dd]eliveries|[Oo]utput) of the (?:whole|entire|overall) (?:industry|sector|market)|industry-wide|nationwide|(?:the )?(?:industry|market)(?:'s|’s)"
    r"|(?:[Rr]etail|[Ww]holesale|[Nn]ationwide|[Ii]ndustry) (?:sales|volume|volumes) of (?:[\w-]+ ){0,3}(?:cars|vehicles|NEVs|EVs)|(?:[Ss]ales|[Dd]eliveries) of (?:[\w-]+ ){0,3}(?:cars|vehicles|NEVs|EVs) in China|worldwide sales of (?:PCs|smartphones|phones|tablets)"
    r"|(?<!in )(?<!for )China(?:'s|’s) (?:overall|total|entire|auto|car|passenger|EV|NEV|smartphone)|(?:the )?(?:overall|total|entire|wider|broader) (?:[\w-]+ ){0,3}market(?! (?:share|value|cap))"
    r"|(?:smartphone|phone|handset|PC|tablet|EV|NEV|car|auto) market (?:shipments|sales|volumes?)"
    r"|(?:global|worldwide|Chinese|Indian|European|domestic|China(?:'s|’s)|India(?:'s|’s)|the)(?: [\w-]+){0,3} market(?:,? where (?!its?\b|they\b|we\b|our\b|the (?:company|group|firm|maker|brand|vendor)\b)[a-z]+|(?: also)? (?:grew|rose|fell|declined|shrank|expanded|contracted|shipped|recorded|saw|experienced|witnessed|suffered|registered)))\b"
)
_SHARE_OF = re.compile(
    r"(?:share|slice|chunk|portion|part|%|per ?cent|pct) of (?:the )?$"
)  # `a 17% share of the overall market` is a company's
_EXPECTS = re.compile(r" (?:average |consensus |median )?(?:estimate|expectation|forecast|consensus|projection)")
# who is spoken of again: `as the market grew faster, its share fell`
_BACK = re.compile(r",[^,;]{0,12}\b(?:(?:the company|the group|the firm|it) [a-z]+|its (?:[a-z]+ ){0,3}$)")
# `The company, once the only profitable one among China's EV startups, delivered 93,211 vehicles`
_ASIDE_ON_IT = re.compile(
    r"\s*(?:It|They|The (?:[a-z-]+ )?(?:company|group|firm|[a-z]*maker|brand|start-?up)), [^;.]{3,140}?, (?=[a-z])"
)
# `as global smartphone shipments jump 2.7%`: the world's, though a company is spoken of before.
_MARKET_BESIDE = re.compile(
    r"\b(?:as|while|amid|despite|although|though|whereas|where|since|when) (?:the )?(?P<whose>(?:wider|broader|industry|market|China['’]s|India['’]s|Chinese|Indian|European|worldwide) (?:[\w-]+ ){0,2})?$"
)
# Characters behind a metric, within which it is said of what: `wholesale sales of new energy passenger cars`.
OF_WHAT = 44


def is_named_whole(scan: Scan, mention: Mention, amount: Amount, subject: EntityMention | None) -> bool:
    """Whether a sentence names a whole market before a mention, and turns to no company behind it."""
    start = scan.sentence.start
    named = [
        m
        for m in _WHOLE_MARKET.finditer(scan.text, start, min(mention.end + OF_WHAT, scan.sentence.end))
        if not (
            _of_it(scan, m)
            or _is_behind(scan, amount, m)
            or _is_in_an_aside(scan, mention, m)
            or any(scan.text[e.end : m.start()] in ("'s ", "’s ") for e in scan.entities)
        )
    ]
    back = named and _BACK.search(scan.text, named[-1].end(), mention.start)
    if named and not back and (subject is None or subject.end <= named[-1].start()):
        return True
    beside = _MARKET_BESIDE.search(scan.text, max(start, mention.start - 50), mention.start)
    return beside is not None and (
        beside["whose"] is not None or scan.text.startswith(("global ", "worldwide "), mention.start)
    )


def _is_in_an_aside(scan: Scan, mention: Mention, market: re.Match[str]) -> bool:
    """Whether a market only stands in an aside on who is spoken of: `The company, once the only profitable one among China's EV startups, delivered`."""
    aside = _ASIDE_ON_IT.match(scan.text, scan.sentence.start, mention.end)
    return aside is not None and market.end() <= aside.end()


def _is_behind(scan: Scan, amount: Amount, market: re.Match[str]) -> bool:
    """Whether a market is only spoken of in a clause behind an amount: `Its shipments rose 1%, but as the market grew`."""
    return amount.end <= market.start() and scan.text.find(",", amount.end, market.start()) >= 0


def _of_it(scan: Scan, market: re.Match[str]) -> bool:
    """Whether a market is only what a company has a share of, or who expects something."""
    expects = _EXPECTS.match(scan.text, market.end())
    return bool(expects or _SHARE_OF.search(scan.text, scan.sentence.start, market.start()))
