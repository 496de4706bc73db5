"""The line of business that a metric is of by what was spoken of before it: `It has sold 717,000 of them`, `Abroad, revenue grew 35%`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.home_market import CHINA
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.tallies import GAMES_IN, OF_CARS
from generator.extraction.metrics.in_business import DEVICES
from generator.extraction.metrics.part_of import is_part
from generator.extraction.whose.context import Surroundings
from generator.extraction.whose.things_shipped import things_before

_OF_THEM = re.compile(r" of (?:them|these|those)\b")
# `new energy vehicle sales reached 187,000 units. Cumulative sales from January to November reached 1.5 million`: of the same cars
_ADDED_UP = re.compile(
    r"[\s•*-]*(?:The )?(?:[Cc]umulative|[Aa]ccumulated|[Yy]ear-to-date) (?:sales|deliveries|volumes?)\b"
)


def told_of_them(around: Surroundings, metric: str, amount: Amount) -> str | None:
    """Return the part that the sentence before told, where this one counts more of them: `It delivered 252,000 electric cars. Since January it has sold 717,000 of them`."""
    if metric not in OF_CARS:
        return None
    added = _ADDED_UP.match(around.scan.text, around.scan.sentence.start)
    if added and not around.scan.entities and around.ground.told == (metric, "nev"):
        return "nev"
    if not _OF_THEM.match(around.scan.text, amount.end) or is_part(around.scan, amount):
        return None
    told = around.ground.told
    return _they_are(around, amount) or (told[1] if told and told[0] in OF_CARS else None)


def _they_are(around: Surroundings, amount: Amount) -> str | None:
    """Return the cars that `them` stands for: those that the sentence named before it told a figure, or that the one before was about."""
    scan, kinds = around.scan, around.names.catalogue.segments
    if scan.chinese or any(scan.sentence.start <= a.start < amount.start for a in scan.amounts):
        return None
    here = [m for m in scan.segments if m.end <= amount.start and kinds[m.segment or ""].kind == "business"]
    whole = len(here) > 1 and here[-1].start - here[-2].end == 1  # `Battery-electric passenger cars`
    return here[-1 - whole].segment if here else around.ground.topic


def model_ordered(around: Surroundings, metric: str, amount: Amount) -> str | None:
    """Return the model that car orders are of, the one spoken of last: `the YU7, launched in June, drew 200,000 orders`."""
    if metric != "ev_orders":
        return None
    kinds = around.names.catalogue.segments
    named = [m.segment for m in around.scan.segments if m.end <= amount.start and kinds[m.segment or ""].product_of]
    last = named[-1] if named else around.ground.line
    return last if last and kinds[last].product_of else None


def devices_spoken_of(around: Surroundings, mention: Mention) -> str | None:
    """Return the devices that an English text named last of what makers ship: what it counts next, and names no thing of, is of theirs."""
    scan = around.scan
    if scan.chinese or not scan.text[scan.sentence.start].isascii():
        return None
    things = things_before(scan, around.names.catalogue, mention.start, around.ground.things)
    return things[0] if things and things[0] in DEVICES else None


def speaks_of_games(around: Surroundings, mention: Mention) -> bool:
    """Whether the line of business named last is games: 本土市场游戏收入428亿元;国际市场收入208亿元.

    `Games did well everywhere. In the domestic market, revenue rose 17%. Abroad, it grew 35%`
    """
    kinds = around.names.catalogue.segments
    lines = [
        m.segment for m in around.scan.segments if m.end <= mention.start and kinds[m.segment or ""].kind == "business"
    ]
    ground = around.ground
    goes_on = ground.line if ground.joined else None
    if around.scan.text[mention.start].isascii():
        goes_on = goes_on or ground.segment or (ground.told[1] if ground.told else None) or _line_told_last(around)
    return (lines[-1] if lines else goes_on) in ("games", *GAMES_IN.values())


def _line_told_last(around: Surroundings) -> str | None:
    """Return the line of business of the level told last, where only words without a figure stand since that name no other line: `Domestic games took in 31 billion yuan. Honor of Kings stayed on top. Abroad, revenue climbed`."""
    level, line = around.ground.level, around.ground.line
    told = level.segment if level and level.metric == "revenue" else None
    elsewhere = around.ground.region not in (None, CHINA)  # `The group also grew abroad`
    return told if line in ("games", *GAMES_IN.values()) and not elsewhere else None
