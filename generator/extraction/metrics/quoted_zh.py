"""Prices that a market quotes shares at, told in Chinese by what only a market does: 特斯拉盘后涨3.1%至416.68美元."""

from __future__ import annotations

import re
from itertools import pairwise

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.metrics.quotation import Quoted

_SEVERAL = 2
_NEAR = 70  # characters before a price, within which what is quoted is named
_SHARE = "(?:股价|股票|股份|美股|港股|台股|[A-H]股|ADR|ADS|美国存托凭证|存托凭证)"
_SHARES = re.compile(_SHARE)
_CALLED = r"(?:-S?W|\([^()]{1,24}\))"
_SESSION = "(?:盘前|盘后|盘中|盘初|早盘|午盘|午后|尾盘|夜盘|暗盘|开盘|收盘|收市|早段|半日|全日|终场|隔[夜晚]|高开|低开|收[涨跌升挫]|每股)"
_DAY = r"(?:(?:上|本|这)?(?:周|星期)[一二三四五](?:\(\d{1,2}日\))?|[昨今](?:\(\d{1,2}(?:日\)|\)日?)|[日天晚夜早晨])?|(?:\d{1,2}月)?\d{1,2}日|当[日天]|同日|截至发稿|发稿时|交易(?:中|时段)?|时段)"
_MOVE = "(?:[大小暴急微劲再续]?[涨跌升挫降弹泻插抽]|走[高低强弱]|[开走][高低平]|平盘|上[涨升扬]|下[跌挫滑降]|飙升|飙涨|重挫|回[升落吐]|反弹|急挫|抽[升高]|弹[升高]|倒[升跌]|插水)"
_MOVED = re.compile(_MOVE)
_HOW = "(?:幅|(?:[业季]?绩|放榜|财报公布)[前后]|以|扩大|收窄|逾|超过?|约|近|将近|接近|高达|达|至|到|再|又|则|亦|也|均|更|仍|曾|一度|小幅|大幅|逆市|逆势|继续|现|最新|目前|了|的|在|于|为|进一步|分别|各|同步|齐|双双|最[高低]|[最曾来])"
_PRICE = r"(?:\d[\d,]*(?:\.\d+)?(?:%|[美港日欧]?元|港币|[个]?百分点)|[一二三四五六七八九]成)"
_WORDS = re.compile(
    rf"(?:[A-Z.-]{{0,4}}\))?(?:{_CALLED}?[^,;。()\d]{{2,10}},(?=收[市盘报]|全日|股价))?(?>(?:{_CALLED}|{_SHARE}|{_SESSION}|{_DAY}|{_MOVE}|{_PRICE}|{_HOW}|[,、\s]|(?<=[%元])[和及与](?=\d)|报收?|收)*)"
)
_LED = re.compile("(?:以|报收?[于在]?|收[报于在]?(?:平盘)?|现报|暂报|[至到见])(?:每股)?(?:约|近)?$")
_SESSIONS = re.compile(rf"{_SESSION}|截至发稿|美股|港股|台股")
_ON_A_DAY = re.compile("(?:(?:周|星期)[一二三四五]|[昨今][日天])(?:现|暂|收)?报$")  # 小米周一报41.2港元
_PERCENT = re.compile(r"\d%")
_BY_MONEY = re.compile(rf"{_MOVE}(?:了|逾|约|近)?\d[\d.]*[美港]?元[,、]收$")  # 上涨20元,收754元
_MOVED_BEHIND = re.compile(rf"[,、;]?{_MOVE}(?:了|逾|约|近)?\d[\d.]*(?:[美港]?元|%)")  # 收1105元,上涨20元
# 台积电收1160元,鸿海收201.5元: nothing else of them, where the text speaks of shares
_CLOSED = re.compile(rf"(?:终场|{_DAY}|也|亦|则|续|仍|再)*收[在于]?$")
_AT_ITS_END = re.compile("作收|收[市盘]|[,。;、]|$")
_ENDS_AT = re.compile("的价格?(?:收|作收)|[作报]?收[市盘报]?|坐收|[,。;、]|$")
_OF_SHARES = re.compile("[个权港美台A-H]股|股[价市票]|[收开大]盘|[涨跌升挫]")
_AROUND = 160  # characters around a sentence, within which a text speaks of shares
_NOBODY = re.compile("(?:该?公司|集团|该股|个股)")  # of whoever is spoken of
_AND = re.compile("[、和及与]")
_NEXT = re.compile(r"(?:\([^()]{2,24}\))?[、和及与]")


def quoted_zh(scan: Scan, amount: Amount) -> Quoted | None:
    """Return the share that a Chinese sentence quotes at an amount: its company stands before a market's words, and nothing else."""
    low = max(scan.sentence.start, amount.start - _NEAR)
    led = _LED.search(scan.text, max(low, amount.start - 7), amount.start)
    if row := _in_a_row(scan, amount):
        return row
    company = next((e for e in reversed(scan.entities) if low <= e.start and e.end <= amount.start), None)
    nobody = None if company else _NOBODY.match(scan.text, scan.sentence.start)
    start = company.end if company else nobody.end() if nobody else amount.start
    if led and led[0].startswith("以") and not _ENDS_AT.match(scan.text, amount.end):
        return None  # 以每股101至104港元回购98万股
    if led is None or start >= amount.start or not _WORDS.fullmatch(scan.text, start, amount.start):
        return None
    said = Mention(start, amount.start, ("share_price",))
    return Quoted(said, company.entity if company else None) if _is_trade(scan, amount, start, led.start()) else None


def _is_trade(scan: Scan, amount: Amount, start: int, end: int) -> bool:
    """Whether what stands before a price, from an offset on, is what only a share does: it moves by so much, or trades."""
    if _MOVED.search(scan.text, start, end) and _PERCENT.search(scan.text, start, end):
        return True
    unmoved = scan.text.endswith("平盘", start, amount.start)
    closes = unmoved or (scan.text[amount.start - 1] == "收" and _MOVED_BEHIND.match(scan.text, amount.end))
    if closes or _BY_MONEY.search(scan.text, start, amount.start):
        return True
    if _SESSIONS.search(scan.text, scan.sentence.start, amount.start) or _SHARES.search(scan.text, start, amount.start):
        return True
    closed = scan.text.endswith("以", start, amount.start) or _CLOSED.fullmatch(scan.text, start, amount.start)
    if not amount.scaled and closed and _AT_ITS_END.match(scan.text, amount.end):
        low, high = scan.sentence.start - _AROUND, scan.sentence.end + _AROUND
        return scan.text.startswith(("作收", "收市", "收盘"), amount.end) or bool(
            _OF_SHARES.search(scan.text, max(0, low), high)
        )
    return not amount.scaled and bool(_ON_A_DAY.search(scan.text, start, amount.start))


def row_of(scan: Scan, amount: Amount) -> list[Amount]:
    """Return the prices that stand side by side with one, itself among them: 收报18.2港元及624.9港元."""
    row: list[Amount] = []
    for price in (a for a in scan.amounts if a.kind == "money" and not a.scaled):
        if row and not _AND.fullmatch(scan.text, row[-1].end, price.start):
            if amount in row:
                break
            row = []
        row.append(price)
    return row if amount in row else []


def _in_a_row(scan: Scan, amount: Amount) -> Quoted | None:
    """Return the share of several that a price is quoted of, each in its turn: 吉利及腾讯分别升2%及1%,收报18.2元及624.9元."""
    row = row_of(scan, amount)
    named = (e for e in scan.entities if scan.text[e.start - 1] != "(")  # codes in brackets
    before = [e for e in named if row and e.end <= row[0].start][-len(row) :]
    if len(row) < _SEVERAL or len(before) < len(row):
        return None
    beside = all(_NEXT.fullmatch(scan.text, one.end, other.start) for one, other in pairwise(before))
    start, first = before[-1].end, row[0]
    led = _LED.search(scan.text, max(start, first.start - 7), first.start)
    if not (beside and led and _WORDS.fullmatch(scan.text, start, first.start)):
        return None
    moves = led[0] in ("收", "报") or _MOVED.search(scan.text, start, led.start())
    company = before[row.index(amount)]
    said = Mention(company.start, company.end, ("share_price",))
    return Quoted(said, company.entity) if moves or _is_trade(scan, first, start, led.start()) else None
