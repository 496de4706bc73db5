"""The periods of a change: that of the level it led to, that which it is measured against, where a sentence names them."""

from __future__ import annotations

import re
from datetime import timedelta

from generator.extraction.amounts.amount import Amount
from generator.extraction.changes.change import Change
from generator.extraction.changes.grew_then import grew_then
from generator.extraction.changes.towards import SINCE, TO
from generator.extraction.expected.told_since import came_before
from generator.extraction.links.grown_behind import WITH_COUNT
from generator.extraction.marks.cues import Against
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.verbs import A_MOVE, TOOK
from generator.extraction.periods.mention import PeriodMention
from generator.extraction.when.beside import EARLIER, opens_before
from generator.extraction.when.nearest import is_its_own
from generator.extraction.whose.beside import is_beside
from generator.extraction.whose.context import Surroundings
from generator.settings.period import Period

# `accelerated from a 13% increase three months earlier`
_A_QUARTER_AGO = re.compile(
    rf"(?: (?:YoY|year[- ]o(?:n|ver)[- ]year))?(?: {A_MOVE})? (?:three months|a quarter|one quarter) (?:ago|earlier|before)\b",
    re.I,
)
_OF_THE_LAST = re.compile(
    r"(?: (?:YoY|year[- ]o(?:n|ver)[- ]year))?(?: (?:units|vehicles|cars|devices|smartphones|yuan|RMB|growth|increase|rise|gain|decline|drop|fall))?(?: (?:recorded|seen|posted|reported|delivered|sold|shipped))?\s+(?:in|for|during)\s+(?:the )?"
    r"| in (?:(?:net|operating|gross|total|adjusted|after-tax) )*[a-z]+(?: after tax| from operations)? ",  # `a gain of 43.8% in net income from January to March`
    re.I,
)
# `4 points above the preceding quarter's and 3 points more than a year earlier`
_ABOVE_THAT = re.compile(r"(?: (?:percentage )?points?)? (?:above|below|ahead of|behind|short of)(?: that of)? ")
# `slowing from the 7.2% increase it recorded in the same quarter last year`
_IT_RECORDED = re.compile(
    rf"(?: (?:YoY|year[- ]o(?:n|ver)[- ]year|annual))? (?:growth|increase|rise|gain|jump|decline|drop|fall|decrease|contraction|expansion|surge|slump)(?: rate)? (?:that |which )?(?:it|they|the (?:company|group|firm|[a-z]+maker)|[A-Z]\w+) (?:had )?(?:{TOOK}|seen) (?:in|for|during|over) (?:the )?{EARLIER}"
)
_TO_LEVEL = re.compile(
    rf"(?: (?:increase|growth|rise|jump|decline|drop|decrease|gain|fall|slump|slide|surge|leap|plunge|dip),?)?{SINCE}{TO}"
    rf"|(?: [a-z/-]+){{0,3}} (?:decline|decrease|drop|fall|increase|rise|growth|jump|gain|surge|slump|dip|leap) in (?:its |the |total |overall )?[a-z]+(?: [a-z]+)?{TO}"
    rf"|{WITH_COUNT.pattern}"
)

# `slowing from the previous quarter's 2% rise`
_OWN_GROWTH_OF = re.compile(
    r"\b(?:from|than|after|versus|against|with|on) (?:the )?(?:(?:previous|prior|preceding|last) (?:quarter|month)|(?P<year>last year|year[- ]ago quarter|year[- ]earlier quarter))['’]s (?:[a-z]+ly )?(?:revised )?$"
)
_PREPOSITION = re.compile(r"(?:in|for|during) (?:the )?")
_WHEN = re.compile(r" when ")  # `worse than in the fourth quarter of 2022, when it fell 40%`
_QUARTER = 3  # months
_OWNER = 48  # characters before a change, within which whose growth it is stands
_OF_QUARTERS = re.compile(r"quarter|季|\bq", re.I)


def meant_by(around: Surroundings, mention: PeriodMention | None) -> Period | None:
    """Return the period that a mention of the sentence means."""
    return next((p for m, p in around.resolved if m == mention), None)


def names_a_period(around: Surroundings, amount: Amount) -> bool:
    """Whether an amount's own clause names a period before it, other than one to compare with."""
    scan = around.scan
    opens, last = scan.clause(amount.start)[0], scan.amount_before(amount.start)
    start = max(opens, last)
    for mention in (
        scan.periods if opens <= last else ()
    ):  # `RMB 33.6 billion in the third quarter of 2023 and an increase of 36.3%`
        if (
            start <= mention.start
            and mention.end <= amount.start
            and (
                _OF_THE_LAST.fullmatch(scan.text, start, mention.start)
                or _ABOVE_THAT.fullmatch(scan.text, start, mention.start)
            )
        ):
            start = mention.end
    if when := _WHEN.match(scan.text, start, amount.start):
        start = min(start, *(m.start for m in scan.periods if m.end in (start - 1, when.start())), start)
    return any(start <= m.start and m.end <= amount.start and not is_beside(around.scan, m) for m, _ in around.resolved)


def grew_before(around: Surroundings, amount: Amount, known: Period | None) -> Period | None:
    """Return the period before that a change is of, told behind it: `accelerating from a 26% growth for the prior quarter`.

    `known` is when the level was that the change is of, if one was told: what is told behind a change and earlier is the change's own.
    """
    if then := _grew_then(around, amount, known):
        return then
    for mention, period in around.resolved:
        alike = known is not None and period.kind == known.kind != "month"
        earlier = mention.relation == "prev" or (alike and known is not None and period < known)
        if earlier and _OF_THE_LAST.fullmatch(around.scan.text, amount.end, _bare_start(around.scan, mention)):
            return period
    spoken = known or around.ground.quarter or around.ground.period
    own = _OWN_GROWTH_OF.search(around.scan.text, max(around.scan.sentence.start, amount.start - _OWNER), amount.start)
    if own and spoken is not None and around.scan.text[amount.end : amount.end + 1] == " ":
        return spoken.years_before() if own["year"] else spoken.previous()
    if (
        spoken is not None
        and opens_before(around.scan, around.scan.sentence.start) == "quarter"
        and not around.resolved
    ):
        return spoken.quarter_before()  # `Three months earlier, growth had been 22.4%`
    ago = _A_QUARTER_AGO.match(around.scan.text, amount.end)
    return spoken.quarter_before() if ago and spoken is not None else None


def _bare_start(scan: Scan, mention: PeriodMention) -> int:
    """Return where a period's name begins that is marked with its preposition: `in 2024`."""
    led = _PREPOSITION.match(scan.text, mention.start, mention.end)
    return led.end() if led else mention.start


def _grew_then(around: Surroundings, amount: Amount, known: Period | None) -> Period | None:
    """Return the period of a change that another is set beside, told right behind it: `a drop of more than 24 percent a year ago`."""
    then, now = grew_then(around.scan, amount), known or around.ground.quarter or around.ground.period
    if then is None or now is None or now.kind == "instant":
        return None
    if then.period is not None:
        named = meant_by(around, then.period)
        return named if named is not None and named.end < now.end else None
    if then.against == "yoy":
        return now.years_before()
    return now.previous() if now.kind == ("month" if then.against == "mom" else "quarter") else None


def was_recorded_then(around: Surroundings, amount: Amount) -> bool:
    """Whether a change is the one of a year before that another is set beside: `slowing from the 7.2% increase it recorded in the same quarter last year`."""
    return bool(_IT_RECORDED.match(around.scan.text, amount.end))


def level_led_to(around: Surroundings, amount: Amount) -> Amount:
    """Return the level that a change led to, where nothing else stands between: `rose 17.3% to CNY251.5 billion in 2023`."""
    after = around.scan.following(amount)
    led = after and _TO_LEVEL.fullmatch(around.scan.text, amount.end, after.start)
    own = after and any(
        _OF_THE_LAST.fullmatch(around.scan.text, after.end, m.start) or is_its_own(around.scan.text, after, m)
        for m in around.scan.periods
    )
    return after if after and led and (own or not names_a_period(around, amount)) else amount


def led_to_later(around: Surroundings, amount: Amount, known: Period | None) -> bool:
    """Whether English says behind a change that it led to a level of a later time than the one told: `was $2.75 in Q4 2023, with a 24% increase to $3.41 in Q4 2024`."""
    after = around.scan.following(amount)
    if known is None or after is None or not _TO_LEVEL.fullmatch(around.scan.text, amount.end, after.start):
        return False
    return any(
        p.kind == known.kind and known < p and is_its_own(around.scan.text, after, m) for m, p in around.resolved
    )


def of_what_came(around: Surroundings, amount: Amount, period: Period | None) -> Period | None:
    """Return the period of what came before what its sentence expects: one named behind it that is over, else the one spoken of; `period` where that is over itself.

    `forecast higher profit for the current quarter after a 12% rise in revenue in the third quarter`
    """
    over = around.calendar.is_over
    if period is None or over(period) or not came_before(around.scan, amount):
        return period
    high = around.scan.amount_after(amount.end)
    behind = (p for m, p in around.resolved if amount.end <= m.start < high and over(p))
    return next(behind, around.ground.period)


def period_led_to(around: Surroundings, change: Change, period: Period | None) -> Period | None:
    """Return the period a change led to: that of `rose 4.1% from $88.9 billion in Q2 to $92.5 billion in Q3`."""
    origin = meant_by(around, change.than)
    if change.than is None or origin is None or origin != period:
        return period
    later = (p for m, p in around.resolved if m.start > change.than.start and p.kind == origin.kind)
    return next(later, around.ground.period if around.ground.period != origin else None)


def measured_against(around: Surroundings, change: Change, period: Period | None) -> tuple[Against, str | None]:
    """Return what a change is measured against, from the period it names where it names one, and why it may be wrong."""
    than = meant_by(around, change.than)
    if than is None:
        return change.against, change.doubt
    if period is None:
        day = around.calendar.published
        lately = day is not None and than.kind == "quarter" and than.year == day.year
        why = "measured against a period, and of none that is named" if lately else None
        return change.against, change.doubt or why
    if than == period.previous() or _ended_a_quarter_before(than, period):
        return "qoq", change.doubt
    same = than == period.years_before() or (than.kind == "year" and than.year == period.year - 1 and not than.fiscal)
    return (
        "yoy",
        change.doubt if same else "measured against a period that is neither the one right before nor of a year before",
    )


def _ended_a_quarter_before(than: Period, period: Period) -> bool:
    """Whether two days end quarters, one right behind the other: `at the end of December, up 10.1% from the end of September`."""
    if than.kind != "instant" or period.kind != "instant" or period.end.month % _QUARTER:
        return False
    months = [p.end.year * 12 + p.end.month for p in (than, period)]
    last = all((p.end + timedelta(days=1)).day == 1 for p in (than, period))
    return last and months[1] - months[0] == _QUARTER


def unlike_base(scan: Scan, amount: Amount, against: Against, period: Period | None) -> str | None:
    """Return why a change can't be of its period: against the quarter before, and of a month; a month has one before it."""
    kind = period.kind if period else None
    if against == "mom" and kind != "month":
        return "against the month before, of a period that is no month"
    if against != "qoq" or kind not in ("month", "nine_months", "year"):
        return None
    low, high = scan.clause(amount.start)[0], scan.amount_after(amount.end)
    said = [scan.text[c.start : c.end] for c in scan.cues_between(low, high, "qoq", "quarter_before")]
    if kind == "month" and not any(map(_OF_QUARTERS.search, said)):
        return None  # 环比 and sequentially are of the month before a month
    return "against the quarter before, of a period that is no quarter"
