"""Prices that a market quotes shares at, told by what only a market does: `NIO ended down 7.2 percent at HK$38.25 a share`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.mention import EntityMention, Mention
from generator.extraction.marks.scanning import Scan, once
from generator.extraction.metrics.led_to_price import MOVE, TRADE, is_gapped, leads, moves_by_a_sign, past_asides
from generator.extraction.metrics.quotation import Quoted, close_at, in_brackets, labelled, opening_with
from generator.extraction.metrics.quoted_words import BEHIND_SHARE, CALLED, LED, OF_SHARE, PERCENT, SHARE
from generator.extraction.metrics.quoted_zh import quoted_zh

_NEAR = 190  # characters before a price, within which what is quoted is named
_STAYS = ("flat", "unchanged", "little changed")
_BY_PERCENT = re.compile(r"\d ?(?:%|per ?cent|pct)")
# `shares of Tencent`, `stock in BYD`: whose they are is said behind
_SHARE_OF = re.compile(rf"{OF_SHARE} (?:of|in|for) (?:[a-z-]+ ){{0,4}}(?:[A-Z][\w.-]+, [A-Z][a-z]+-based )?$")
# `its price target on Tesla`, `dividends on preferred shares`, `supplies to Apple`: something else moved
_OF_ELSE = re.compile(
    r"\b(?i:dividends?|earnings|profits?|income|offers?|bids?|targets?|objectives?|estimates?|forecasts?|options?|warrants?|bonds?|notes?|puts?|calls?|stake|value|buyback) (?:on|for|of|per|from|in) (?:[\w'’.-]+ ){0,4}$"
)
_BESIDE = re.compile(
    r"\b(?:at|for|from|by|to|with|than|as|of|like|against|versus|over|on|near|via|unlike|including) (?:the |its )?$"
)
# `with XPeng declining 4.8 per cent to HK$43.35`: what is told along with the others
_WITH_IT = re.compile(r"\bwith (?:[a-z]+ )?$")
_WEIGHTED = re.compile(
    r"-S?W\b"
)  # `BABA-W (09988.HK) lost over 4% to HK$116.10`, as Hong Kong's exchange marks some shares
# `a gain of 2.6 per cent took Tencent to HK$661.50`
_TOOK_IT = re.compile(
    rf"\b(?:gain|rise|advance|jump|rally|climb|leap|surge|drop|fall|decline|loss|slide|slump|dip|retreat) of (?:about |around |nearly |almost |over |more than |just )?{PERCENT} (?:took|lifted|sent|pushed|carried|brought|dragged|left|put|drove) (?:the )?$"
)
# not `sold the stock, at $40, to a fund`
_OPENS = re.compile(r"(?:^|[.,;:–—-]|\b(?:and|but|while|with|as|yet|though))\s*$")
# `and the stock, at $25.40, has yet to recover`
_STOCK_AT = re.compile(
    r"\b(?:[Tt]he|[Ii]ts|[Ww]hose) (?P<share>stock|shares|share price|stock price), (?:(?:now|currently|recently|still) )?at (?:about |around |just )?$"
)
_GOES = re.compile(r"(?: (?:shares|stock))? [a-z]+ing\b")
# `bears see the share falling to 180 euros`: nobody has paid that
_FORESEEN = re.compile(
    r"\b(?:sees?|seeing|expect\w*|forecast\w*|predict\w*|envisag\w*|imagin\w*|if|should|unless|keep|send|push|drive|could|would|might|may)(?: [a-z]+)? (?:the |its |their )?(?:[\w'’.-]+ ){0,2}$",
    re.I,
)
_IT = re.compile(
    r"(?<!when )(?<!where )(?<!before )(?<!until )\b(?:[Ii]t|[Tt]hey)\b"
)  # `It closed on Monday at $272.30`; what else rises is told by it, too
_CLOSE_OF = re.compile(
    r"\s*(?:At|By) (?:the (?:close|end|open) of (?:trading|trade|the session)|the (?:close|closing bell|midday break))\b"
)
_EACH = re.compile(r" (?:a|per) (?:share|ADS|ADR|depositary)\b| (?:each|apiece)\b")
_OF_A_PIECE = re.compile(
    r" ?(?:/|a |per )(?:barrel|ton|tonne|ounce|unit|vehicle|car|piece|kilogram|kg|month|year|phone|gram|kilo|user|token|wafer|watt|Wh|kWh)\b"
)
_OWNER = re.compile(rf"(?:['’]s?)?(?: ?{CALLED})?,?(?>(?: {BEHIND_SHARE})*)(?: |(?<=[A-H])-)$")
# `its stock`, `the company's Hong Kong-listed shares`: of whoever is spoken of
_NO_OWNER = re.compile(rf"\b(?:[Tt]he|[Ii]ts|[Tt]heir|[a-z]+['’]s)(?>(?: {BEHIND_SHARE}){{1,3}})(?: |(?<=[A-H])-)$")
_OPENS_WITH = re.compile(
    rf"[\s\"“]*(?:(?:But|And|Yet|So),? )?With (?:the |its |their |[A-Z][\w.&-]*(?: [A-Z]\w*)?['’]s? )?(?:{BEHIND_SHARE} )*"
)
_LOWER = re.compile(r"[a-z,;:.\d)\"”] $")


@once
def quoted(scan: Scan, amount: Amount) -> Quoted | None:
    """Return the share that a sentence quotes at an amount."""
    if amount.kind != "money" or amount.scaled or _OF_A_PIECE.match(scan.text, amount.end):
        return None
    return quoted_zh(scan, amount) if scan.chinese else _quoted_en(scan, amount)


def _quoted_en(scan: Scan, amount: Amount) -> Quoted | None:
    """Return the share that an English sentence quotes at an amount."""
    low = max(scan.sentence.start, amount.start - _NEAR)
    if close := close_at(scan, amount, low):
        return close
    if (
        beside := opening_with(scan, amount)
        or in_brackets(scan, amount)
        or labelled(scan, amount)
        or _put_at(scan, amount)
    ):
        return beside
    led = LED.search(scan.text, low, amount.start)
    if led is None:
        return None
    shares = list(SHARE.finditer(scan.text, low, led.start()))
    for share in reversed(shares):
        if (leads(scan, share.end(), led) is not None or _is_opened_with(scan, share, led)) and (
            found := _of_share(scan, *share.span())
        ):
            return found
    for it in _IT.finditer(scan.text, low, led.start()):
        if leads(scan, it.end(), led) is not None and TRADE.search(scan.text, it.end(), led.start() + 1):
            return Quoted(Mention(*it.span(), ("share_price",)), None)
    for entity in reversed(scan.entities):
        if low <= entity.start and entity.end <= led.start() and (found := _of_company(scan, entity, led, amount)):
            return found
    return None


def _put_at(scan: Scan, amount: Amount) -> Quoted | None:
    """Return the share whose price stands between commas right behind it: `and the stock, at $25.40, has yet to recover`."""
    said = _STOCK_AT.search(scan.text, max(scan.sentence.start, amount.start - _NEAR), amount.start)
    low = scan.sentence.start
    opens = said is not None and bool(_OPENS.search(scan.text[max(low, said.start() - 12) : said.start()]))
    closed = opens and scan.text.startswith(",", amount.end)
    return Quoted(Mention(*said.span("share"), ("share_price",)), None) if said and closed else None


def _is_opened_with(scan: Scan, share: re.Match[str], led: re.Match[str]) -> bool:
    """Whether a sentence opens with a share and its price: `With the shares at HK$118 investors expect little`."""
    at_once = share.end() == led.start() and led[0].strip().startswith(("at", "near", "around"))
    return at_once and _OPENS_WITH.fullmatch(scan.text, scan.sentence.start, share.start()) is not None


def _of_share(scan: Scan, start: int, end: int) -> Quoted | None:
    """Return the share that stands at a place, whose owner is known or spoken of: `its stock`, `Geely's Hong Kong shares`."""
    floor = scan.sentence.start
    if _is_of_else(scan, start):
        return None
    if behind := next((e for e in scan.entities if e.start > end and _SHARE_OF.match(scan.text, start, e.start)), None):
        return Quoted(Mention(start, behind.end, ("share_price",)), behind.entity)
    said = Mention(start, end, ("share_price",))
    if owner := next((e for e in scan.entities if e.end <= start and _OWNER.fullmatch(scan.text, e.end, start)), None):
        return None if _is_of_else(scan, owner.start) else Quoted(said, owner.entity)
    opens = not scan.text[floor:start].strip(" \n•*–-")
    nobodys = opens or _LOWER.search(scan.text, floor, start) or _NO_OWNER.search(scan.text, floor, start)
    return Quoted(said, None) if nobodys else None


def _of_company(scan: Scan, entity: EntityMention, led: re.Match[str], amount: Amount) -> Quoted | None:
    """Return a company that moves as only its share does: `Tencent lost 1.6 per cent to HK$624.50`."""
    if led.start() == entity.end and _TOOK_IT.search(
        scan.text, max(scan.sentence.start, entity.start - 60), entity.start
    ):
        return Quoted(Mention(entity.start, entity.end, ("share_price",)), entity.entity)
    marked = _WEIGHTED.match(scan.text, entity.end)
    end = marked.end() if marked else entity.end
    start = leads(scan, end, led)
    if start is None and _is_next_price(scan, amount) and is_gapped(scan, end, led):
        start = end
    if start is None or _is_in_aside(scan, entity, led):
        return None
    low = max(scan.sentence.start, entity.start - 60)
    share = _SHARE_OF.search(scan.text, low, entity.start)
    which = scan.text.startswith((", which ", ", that "), entity.end)  # `for Nvidia, which now trades at`
    along = _GOES.match(scan.text, entity.end) and _WITH_IT.search(scan.text, low, entity.start)
    beside = not (which or along) and _BESIDE.search(scan.text, low, entity.start)
    if share is None and (beside or not _moves_as_a_share(scan, start, led, amount)):
        return None
    at = share.start() if share else entity.start
    return None if _is_of_else(scan, at) else Quoted(Mention(at, entity.end, ("share_price",)), entity.entity)


def _is_in_aside(scan: Scan, entity: EntityMention, led: re.Match[str]) -> bool:
    """Whether a company only ends what is told aside of another one: `BYD, which supplies Tesla, rose 2% to HK$113`."""
    return any(
        entity.end in (close - 1 for close in past_asides(scan, other.end, led.start()))
        and other.end + 2 < entity.start
        for other in scan.entities
        if other.end < entity.start
    )


def _moves_as_a_share(scan: Scan, start: int, led: re.Match[str], amount: Amount) -> bool:
    """Whether what a company does, told from an offset on, is what only a share does: it closes, or moves by a percentage."""
    between = (start, led.start() + 1)
    moved = MOVE.search(scan.text, *between)
    if TRADE.search(scan.text, *between) or (moved and moved[0] in _STAYS):
        return True
    if _CLOSE_OF.match(scan.text, scan.sentence.start, start):
        return True
    if moves_by_a_sign(scan, *between):
        return True
    by = _BY_PERCENT.search(scan.text, *between) or _EACH.match(scan.text, amount.end) or _is_next_price(scan, amount)
    return by is not None and (moved is not None or is_gapped(scan, start, led))


def _is_next_price(scan: Scan, amount: Amount) -> bool:
    """Whether a sentence quoted another share before: `Kuaishou closed 2% higher at HK$51, while Alibaba eased to HK$152.05`."""
    before = [a for a in scan.amounts if a.end <= amount.start and a.currency == amount.currency and not a.scaled]
    return bool(before) and amount.currency is not None and quoted(scan, before[-1]) is not None


def _is_of_else(scan: Scan, start: int) -> bool:
    """Whether a share or a company is only what something else is of, or what somebody foresees of it."""
    low = max(scan.sentence.start, start - 60)
    return bool(_OF_ELSE.search(scan.text, low, start) or _FORESEEN.search(scan.text, low, start))
