"""What goes without saying: an English clause that says no more than who, when and how much is of what was told before.

`Wall Street had been looking for $7.2 billion`, `It spent 53.6 trillion won in 2024`, `Macs ended at $7.0 billion`. No list of
verbs decides, but that nothing else is named, that the amount is of the unit and about the size of the figure told before,
and that a preposition leads to it, or a verb that has no thing of its own.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.expected.market_in_short_en import market_in_short
from generator.extraction.figure import Figure
from generator.extraction.marks.bases import YEARLY
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.names import Names
from generator.extraction.marks.reduced import reduced
from generator.extraction.marks.scanning import Scan
from generator.extraction.metrics.measured_in import is_measured_in
from generator.extraction.unnamed.passive_en import is_passive

# In what follows a sentence is reduced: E is a company, H a house, S a line of business, T a time, A an amount.
_OPENS = r"(?:(?:a :|and|but|yet|still|while|whereas|however|then|now|meanwhile|overall|instead|again|also|officially|yes|no|well|even so|by contrast|in fact|in all|in comparison|that said)(?: ,)? |, )*"
_WHEN = r"(?:(?:(?:only|just|back|as recently as|until|by|in|at|for|during|over|through|on|from|the|its|that|this|all of|the whole of|the rest of) )*(?:[a-z]+ )?T(?: (?:as a whole|alone|itself|ago|earlier|before))?(?: ,)? )?(?:(?:however|though|meanwhile|by contrast) , )?"
_LINE = r"(?P<line>(?:(?:the|its|our|their) (?:[a-z-]+ )?)?S(?: (?:business|segment|division|unit|group|arm|side|brand|revenue|sales|takings))?)"
_ITS = r"(?:its|their|E ['’] s) (?:own )?(?P<word>margin|share|rate|total|figure|result|tally)"
_MARKET = r"(?:most )?(?:analysts|brokers|economists|forecasters|investors)|wall street|the (?:street|market)|(?:the |its |a )?(?:consensus|median|average)(?: (?:forecast|estimate))?"
_WHO = rf"(?:{_LINE}|{_ITS}|it|they|we|this|that|the (?:company|group|firm|broker|brokerage|bank|house|analysts?|figure|number|total|rate|margin|latter)|(?:the )?T(?: ['’] s (?:total|figure|result|number|tally))?|(?:(?:the|its) )?(?:(?:[a-z]+ )?(?:rival|subsidiary|affiliate|unit) )?[EH](?: ['’] s)?|{_MARKET})"
# `Macs, however,`, `analysts whose estimates Bloomberg compiled`
_ASIDE = r"(?: , [^AMS;]{2,90}? ,| (?:whose|who|which|polled|surveyed|compiled|that) [^AMS;,]{3,50}?)?"
_HELPS = r"(?:(?:has|have|had|will|would|should|could|may|might|also|still|now|only|even|just|once|then|actually|itself|already|been|is|was|are|were|on average|since|thus|therefore|to|[a-z]+ly) )*"
# verbs whose object is the figure itself
_IS = r"(?:is|was|were|are|be|been|reached?|hit|managed?|topped|exceed(?:s|ed)?|expects?|expected|sees?|saw|models?|modelled|plans?|planned|wants?|wanted|targets?|targeted|forecasts?|forecasting|predicts?|predicted|projects?|projected|estimates?|estimated|assumes?|assumed|had|has|counted|totall?ed|numbered|spent|spend|earned|made|lost|more than A)"
_MOVE = r"(?:growth|increase|decline|rise|drop|decrease|gain|fall|jump|dip|slump|loss)"
# whatever else leads to it with a preposition: `roared back with growth of 38% to`, `was flat at`, `held up well, at`
_VERB = r"[a-z]+(?: (?:up|down|back|in|out|away|well|best|second|first|third|fourth|next|last|unchanged|steady|worse|more|less|again|T|further|almost|about|flat|to|[a-z]+ly))*"
_BY = rf"(?: (?:(?:with|by|on|after|a|an|the) )*(?:[a-z]+ )?(?:{_MOVE} of )?A(?: and [a-z]+)?)?"
_LEADS = rf"(?:{_VERB}{_BY}(?: T)?(?: , [a-z]+ing it)?(?: ,)? (?:to|at|with|for|by|on)|in with|(?:more than |almost |nearly )?A (?:to|at))"
# in a round-up: `Hon Hai reported NT$804.9 billion`; what one `had reported` may be of anything
_REPORTS = r"(?:(?:also|meanwhile|alone|then) )?(?:reported|posted|booked|recorded|registered)"
_ABOUT = r"(?:(?:about|around|nearly|almost|just|only|over|more than|at least|roughly|approximately|some|close to|a|an|the|new|record|as many as|as much as|no more than|less than|under|another|estimated|below|above|well|average|average of|mean|mean of|median|median of) )*"
# `According to LSEG data, analysts had expected`
_CITES = r"(?:(?:according to|based on|per|citing) (?:(?:the|data|estimates|figures|compiled|by|from|a|poll|survey|of|analysts) )*(?:H )?(?:(?:data|figures|estimates|numbers|polls?|surveys?|consensus) )*, )?"
_SAYS = re.compile(
    rf"{_OPENS}(?:{_CITES}{_WHEN}{_WHO}{_ASIDE} (?:, (?:however|though|by contrast|meanwhile) , )?(?:{_HELPS}(?:{_IS}|{_LEADS})|{_REPORTS})|(?:(?:in|for|during) (?:the )?)?T :) {_ABOUT}"
)
# `In the second quarter growth had been`, `Compared with the first, it was an increase of`
_GREW = re.compile(
    rf"{_OPENS}{_WHEN}(?:(?:it|that|this) (?:was|is|meant|means|marks|marked) )?(?:compared with (?:the )?T , it was )?(?:the |a |an |its )?(?:[a-z-]+ )?{_MOVE}(?: (?:was|is|had been|came to|of|slowed to|accelerated to|reached|stood at))+ {_ABOUT}"
)
# `The 18% gain was its slowest`, `The new record represented a 30.5% year-over-year increase`
_THE_MOVE = re.compile(
    rf"{_OPENS}(?:the|that|this|(?:the|that|this) (?:new )?(?:record|high|peak|figure|number|total|result|tally|reading) {_HELPS}(?:represent(?:s|ed)|mark(?:s|ed)|mean(?:s|t)|was|is|amount(?:s|ed) to|equal(?:s|led)) an?) {_ABOUT}"
)
_MOVED = re.compile(rf" (?:{YEARLY} |quarterly |[a-z]+ly )?{_MOVE}(?! (?:in|of|for|to|on|from) |-)\b")
_EXPECTS = re.compile(
    r"\b(?:expect|see|saw|look|model|plan|want|target|forecast|predict|project|estimate|assume|will|would|should|could|analysts|street|market|consensus)"
)
# What lead to amounts of their own
_OTHERWISE = re.compile(
    r"\b(?:valued|priced|traded|trades|listed|opened|sold|bought|acquired|issued|fined|borrowed|invested|raised|paid|cut|laid|employs?)\b"
)
# and those that go with figures of one kind only
_DOES = {
    "spent": ("rd_expense", "capex", "buyback", "marketing_expense"),
    "earned": ("profit", "eps"),
    "made": ("profit", "eps"),
    "lost": ("profit", "eps"),
}
_OF_LINES = {
    "net_profit": "operating_profit"
}  # what a line of business earned: `Net profit rose 21%. The display unit earned 1.2 trillion`
_EARNED = re.compile(r"\b(?:earned|made|lost)\b")
_UNITS = r"(?: (?:units|vehicles|cars|deliveries))?"
_ENDS = re.compile(
    rf"{_UNITS}(?: ?[,;.:)—–]|$| (?:from|after|compared|as|and|but|while|against|versus|up|down|with|this|last|next|than|ago|earlier|(?:a|per) (?:year|quarter|month|share))\b)"
)
_IN = re.compile(rf"{_UNITS} (?:in|for|during|by|at|over|on|as of)(?: the| all of| its)? ")
_JOINT = re.compile(rf",? and {ABOUT}|, {ABOUT}")  # between amounts that are told in order
LARGEST = Decimal(3)  # times what was told before, or the other way round, that what goes without saying may be
_YEARS_SIZE = 5  # times more that a year may have of it than the quarter or the month told before
_POINTS = 15  # percentage points that it may be away from a margin or a share


def understood(scan: Scan, amount: Amount, told: Figure | None, names: Names) -> Mention | None:
    """Return the metric of the figure `told` before as a mention right before an amount, where its sentence names nothing else."""
    if told is None or told.metric in (None, "target_price") or amount.range_end:
        return None
    if any(m.start < amount.end for m in scan.metrics):
        return None
    grew = amount.kind == "percent" and told.unit != "percent"
    passive = is_passive(scan, told, amount, names)
    if not grew and not (
        is_measured_in(names.catalogue, told.metric or "", amount) and (passive or _ends(scan, amount))
    ):
        return None
    said = reduced(scan, scan.sentence.start, amount.start, names)
    if grew:
        return of_told(told, amount) if _GREW.fullmatch(said) or _is_its_move(scan, told, amount, said, names) else None
    says = _SAYS.fullmatch(said)
    if told.metric == "share_price" and _EXPECTS.search(said):
        return None  # `closed at $312. Consensus is $320`: for what it is worth
    short = told.metric != "share_price" and market_in_short(scan, amount)
    if says is None and not short and not passive:
        return None
    if (says and not _fits(told, said, says)) or is_of_no_time(scan, told, said, _EXPECTS):
        return None
    if _is_held_on_a_day(scan, told, names):
        return None
    if says and says["line"]:
        part = next(m.segment for m in scan.segments if m.end <= amount.start)
        metric = names.catalogue.metrics[told.metric or ""].base or told.metric or ""
        metric = _OF_LINES.get(metric, metric) if _EARNED.search(said) else metric
        return Mention(amount.start - 1, amount.start, (metric,), part=part, loss="lost" in said)
    near = is_near(told, amount, LARGEST * _times(scan, told))
    return _as_earned(_of_whom(scan, told, amount, names), said) if near else None


def _as_earned(mention: Mention, said: str) -> Mention:
    """Return a profit as the loss, or the gain, that its clause says it was: `A year earlier it lost 4.8 trillion yen`."""
    earned = _EARNED.search(said) if mention.metrics[0].endswith(_DOES["lost"]) else None
    return replace(mention, loss=earned[0] == "lost") if earned else mention


def with_levels_again(scan: Scan, levels: tuple[Figure, ...], names: Names) -> Scan | None:
    """Return a sentence's marks with which of the levels told before each of its amounts is, listed in their order.

    `Revenue was 13.9 billion and net profit 4.7 billion. The broker had expected 12.9 billion and 4.3 billion`
    """
    amounts = scan.amounts
    if scan.chinese or len(amounts) != len(levels) or len(levels) < 2 or scan.metrics or scan.segments:
        return None
    said = reduced(scan, scan.sentence.start, amounts[0].start, names)
    joined = all(_JOINT.fullmatch(scan.text, a.end, b.start) for a, b in pairwise(amounts))
    if not joined or not _SAYS.fullmatch(said) or _OTHERWISE.search(said):
        return None
    told = list(zip(levels, amounts, strict=True))
    if not all(is_measured_in(names.catalogue, of.metric or "", a) and is_near(of, a) for of, a in told):
        return None
    return replace(scan, metrics=[of_told(of, a) for of, a in told])


def of_told(told: Figure, amount: Amount) -> Mention:
    """Return the metric of a figure as a mention right before an amount."""
    lost = told.value < 0 and (told.metric or "").endswith("_profit")
    return Mention(amount.start - 1, amount.start, (told.metric or "",), part=told.segment, loss=lost)


def _is_held_on_a_day(scan: Scan, told: Figure, names: Names) -> bool:
    """Whether a sentence tells what there was on a day, behind what came in a span: `Spending was 1.1 billion. We had 1.9 billion at the end of March`."""
    spans = names.catalogue.metrics[told.metric or ""].period_type != "instant"
    return spans and bool(scan.periods) and all(m.scope == "instant" for m in scan.periods)


def _is_its_move(scan: Scan, told: Figure, amount: Amount, said: str, names: Names) -> bool:
    """Whether a sentence opens with how far the figure told before moved; a price's move is none of a period."""
    flows = told.metric is not None and names.catalogue.metrics[told.metric].period_type != "instant"
    return flows and bool(_THE_MOVE.fullmatch(said)) and bool(_MOVED.match(scan.text, amount.end))


def _of_whom(scan: Scan, told: Figure, amount: Amount, names: Names) -> Mention:
    """Return the metric told before; a part of one company is none of another that is named: `15,246 were Onvos. Li Auto slipped to 33,951`."""
    mention = of_told(told, amount)
    another = any(e.end <= amount.start and e.entity != told.entity for e in scan.entities)
    owned = told.segment is not None and names.catalogue.segments[told.segment].entity is not None
    return replace(mention, part=None) if another and owned else mention


def _fits(told: Figure, said: str, says: re.Match[str]) -> bool:
    """Whether the words of a clause are such as are said of the figure told before."""
    metric = told.metric or ""
    if says["word"] in ("margin", "share") and not metric.endswith(says["word"]):
        return False
    verb = next((word for word in said.split() if word in _DOES), None)
    return not _OTHERWISE.search(said) and (verb is None or metric.endswith(_DOES[verb]))


def is_of_no_time(scan: Scan, told: Figure, said: str, expects: re.Pattern[str]) -> bool:
    """Whether a clause behind what is expected says neither of when it is, nor, by what `expects` finds, that it is yet to come."""
    return told.basis != "actual" and not scan.periods and not expects.search(said)


def _ends(scan: Scan, amount: Amount) -> bool:
    """Whether nothing stands behind an amount that says of what it is: `$2bn in cost savings`, `on a GAAP basis`."""
    if _ENDS.match(scan.text, amount.end):
        return True
    within = _IN.match(scan.text, amount.end)
    return within is not None and any(within.start() < m.start <= within.end() for m in scan.periods)


def _times(scan: Scan, told: Figure) -> int:
    """Return how many times more what a sentence tells may be than what was told before: a year has more than a quarter."""
    part = told.period is not None and told.period.kind in ("quarter", "month", "half")
    of_years = bool(scan.periods) and all(m.scope == "year" for m in scan.periods)
    return _YEARS_SIZE if part and of_years else 1


def is_near(told: Figure, amount: Amount, largest: Decimal = LARGEST) -> bool:
    """Whether an amount is of about the size of the figure told before, and in its currency."""
    value = abs(told.value)
    if told.unit == "percent":
        return abs(value - amount.value) <= _POINTS
    if amount.currency and amount.currency != told.unit:
        return False
    return value < amount.value * LARGEST and amount.value < value * largest
