"""Prices of shares that are told without a verb of the share: `at yesterday's close of 211.35 euros`, `Trading at $181.20, the stock`, `Lenovo (HK$9.70, down 2%)`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.frozen import frozen
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.metrics.price_labels import labelled_price
from generator.extraction.metrics.quoted_words import CLOSE, OPENED_AT, OPENS_TRADING, SHARE_BEHIND

_OPENS_BRACKET = re.compile(r"(?:['’]s?)?(?: (?:shares|stock))? \((?:at )?")
_AND_ITS_MOVE = re.compile(
    r"[,;:]? ?(?:(?:up|down|higher|lower|off|gaining|losing|[+-]) ?)(?:by )?\d[\d.]* ?(?:%|per ?cent|pct)(?: on the day)?\)"
)


@frozen
class Quoted:
    """What is quoted: the words that name it, and the company whose share it is, where they say which."""

    mention: Mention
    company: str | None


def close_at(scan: Scan, amount: Amount, low: int) -> Quoted | None:
    """Return the close that a sentence names of a day or an owner: `at yesterday's close of 211.35 euros`, `Meituan's close on Monday was`."""
    said = CLOSE.search(scan.text, low, amount.start)
    if said is None or said["before"]:
        return None
    owner = next((e for e in scan.entities if e.start <= said.start() and e.end >= said.start("close") - 3), None)
    return Quoted(Mention(said.start(), said.end("close"), ("share_price",)), owner.entity if owner else None)


def labelled(scan: Scan, amount: Amount) -> Quoted | None:
    """Return the share whose price a note labels: `Prices as of 15 May: Tencent HK$395`."""
    said = labelled_price(scan, amount)
    return Quoted(Mention(said[0], said[1], ("share_price",)), said[2]) if said else None


def opening_with(scan: Scan, amount: Amount) -> Quoted | None:
    """Return the share that is named behind the price that a sentence opens with: `Trading at $181.20, the stock is 12% below its record`."""
    starts = (scan.clause(amount.start)[0], scan.sentence.start)
    opens = next((m for start in starts if (m := OPENS_TRADING.match(scan.text, start, amount.start))), None)
    if opens is None or not (opens.end() == amount.start or OPENED_AT.fullmatch(scan.text, opens.end(), amount.start)):
        return None
    behind = SHARE_BEHIND.match(scan.text, amount.end, scan.sentence.end)
    owner = next((e for e in scan.entities if behind and e.start == behind.end("lead")), None)
    named = behind is not None and (owner is not None or behind["share"] is not None)
    said = Mention(opens.start(), amount.start, ("share_price",))
    return Quoted(said, owner.entity if owner else None) if named else None


def in_brackets(scan: Scan, amount: Amount) -> Quoted | None:
    """Return the share whose price and move stand in brackets behind its company: `Alibaba (HK$80.20, down 1.2%) fared worse`."""
    if not _AND_ITS_MOVE.match(scan.text, amount.end, scan.sentence.end):
        return None
    owner = next((e for e in scan.entities if _OPENS_BRACKET.fullmatch(scan.text, e.end, amount.start)), None)
    return Quoted(Mention(owner.start, owner.end, ("share_price",)), owner.entity) if owner else None
