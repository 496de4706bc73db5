"""Prices that a market quotes shares at, told in Chinese by what only a market does: 特斯拉盘后涨3.1%至416.68美元."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.metrics.quotation import Quoted

_NEAR = 70  # characters before a price, within which what is quoted is named
_SHARE = "(?:股价|股票|股份|美股|港股|台股|[A-H]股|ADR|ADS|美国存托凭证|存托凭证)"
_SHARES = re.compile(_SHARE)
_CALLED = r"(?:-S?W|\([^()]{2,24}\))"
_SESSION = "(?:盘前|盘后|盘中|盘初|早盘|午盘|午后|尾盘|夜盘|暗盘|开盘|收盘|收市|早段|半日|全日|终场|隔夜|高开|低开|收[涨跌升挫]|每股)"
_DAY = r"(?:(?:上|本|这)?(?:周|星期)[一二三四五](?:\(\d{1,2}日\))?|[昨今](?:\(\d{1,2}(?:日\)|\)日?)|[日天晚夜早晨])?|\d{1,2}月\d{1,2}日|当[日天]|同日|截至发稿|发稿时|交易(?:中|时段)?|时段)"
_MOVE = "(?:[大暴急微劲再续]?[涨跌升挫降弹泻]|走[高低强弱]|上[涨升扬]|下[跌挫滑降]|飙升|飙涨|重挫|回[升落吐]|反弹|急挫)"
_MOVED = re.compile(_MOVE)
_HOW = "(?:幅|扩大|收窄|逾|超过?|约|近|将近|接近|高达|达|至|到|再|又|则|亦|也|均|更|仍|曾|一度|小幅|大幅|逆市|逆势|继续|现|最新|目前|了|的|在|于|为|进一步|[最曾])"
_PRICE = r"(?:\d[\d,]*(?:\.\d+)?(?:%|[美港日欧]?元|港币|[个]?百分点)|[一二三四五六七八九]成)"
_WORDS = re.compile(
    rf"(?:[A-Z.-]{{0,4}}\))?(?:{_CALLED}|{_SHARE}|{_SESSION}|{_DAY}|{_MOVE}|{_PRICE}|{_HOW}|[,、]|报收?|收)*+"
)
_LED = re.compile("(?:报收?[于在]?|收[报于在]?|现报|暂报|[至到见])(?:每股)?(?:约|近)?$")
_SESSIONS = re.compile(rf"{_SESSION}|截至发稿|美股|港股")
_ON_A_DAY = re.compile("(?:(?:周|星期)[一二三四五]|[昨今][日天])(?:现|暂|收)?报$")  # 小米周一报41.2港元
_PERCENT = re.compile(r"\d%")


def quoted_zh(scan: Scan, amount: Amount) -> Quoted | None:
    """Return the share that a Chinese sentence quotes at an amount: its company stands before a market's words, and nothing else."""
    low = max(scan.sentence.start, amount.start - _NEAR)
    led = _LED.search(scan.text, max(low, amount.start - 7), amount.start)
    company = next((e for e in reversed(scan.entities) if low <= e.start and e.end <= amount.start), None)
    if led is None or company is None or not _WORDS.fullmatch(scan.text, company.end, amount.start):
        return None
    moves = _MOVED.search(scan.text, company.end, led.start()) and _PERCENT.search(scan.text, company.end, led.start())
    trades = _SESSIONS.search(scan.text, scan.sentence.start, amount.start) or _SHARES.search(
        scan.text, company.end, amount.start
    )
    if not (trades or amount.scaled):
        trades = _ON_A_DAY.search(scan.text, company.end, amount.start)
    said = Mention(company.end, amount.start, ("share_price",))
    return Quoted(said, company.entity) if moves or trades else None
