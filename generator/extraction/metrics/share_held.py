"""The market share that no word names: `Samsung is second with 19% share`, 出货920万台,占比21%, 拿下14%的市场."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.metrics.market_held import of_shipments
from generator.extraction.metrics.vendors import vendors_share

_TOOK_ZH = re.compile("(?P<took>拿下|吃下|抢下|占据?|握有|取得|囊括|分得|拿走)了?(?:约|近|逾|超过?)?$")
_OF_MARKET_ZH = re.compile(
    "的?(?:全球|整体|当地|国内|该国)?(?:智能|智慧型?)?(?:手机|平板|电脑)?(?:市场|大饼)(?=[,;。、!)\n]|$)"
)
_SHARE_ZH = re.compile("[台部],(?P<share>占比)(?:为|达|约)?$")
_SHARE = re.compile(
    r" (?:\w+ )?(?P<share>share|slice|chunk)\b(?! (?:of (?:its|the company|revenue|sales(?! volume)|profits?)\b|price|buyback))"
)


def _taken_zh(scan: Scan, amount: Amount) -> Mention | None:
    """Return the market share that Chinese says a maker took of the market: 拿下14%的市场."""
    verb = _TOOK_ZH.search(scan.text, max(scan.sentence.start, amount.start - 8), amount.start)
    if verb is None or not _OF_MARKET_ZH.match(scan.text, amount.end):
        return None
    return Mention(*verb.span("took"), ("market_share",))


def share_held(scan: Scan, amount: Amount) -> Mention | None:
    """Return the market share of `Samsung is second with 19% share`, 出货920万台,占比21%, in a text on how makers stand in a market."""
    if amount.kind == "percent" and (
        told := _SHARE_ZH.search(scan.text, max(scan.sentence.start, amount.start - 8), amount.start)
    ):
        return Mention(told.start("share"), told.end("share"), ("market_share",))
    if amount.kind == "percent" and (taken := _taken_zh(scan, amount)):
        return taken
    share = _SHARE.match(scan.text, amount.end) if amount.kind == "percent" else None
    share = share or of_shipments(scan, amount)
    if share is None:
        return vendors_share(scan, amount) if amount.kind == "percent" else None
    return Mention(share.start("share"), share.end("share"), ("market_share",))
