"""A company's own goal for cars or phones, where its words name no metric: `It is aiming for 550,000 in 2026`, `its goal of 350,000 cars for the year`."""

from __future__ import annotations

import re

from generator.corpus.beginnings import sought
from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.names import Names
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.tallies import CARS_SOLD
from generator.extraction.whose.ground import Ground

_COUNTED = (*CARS_SOLD, "smartphone_shipments")
_OWN = r"(?:(?:own|official|internal|initial|original|annual|full-year|yearly|new|overall|earlier|previous|old|stated|ambitious|current|export|sales|delivery|volume|20\d\d) ){0,3}"
_FOR = r"(?: (?:for|in) [^,;:$€£¥%]{3,30}?)?"
GOAL = rf"{_OWN}(?:goal|target|aim|objective|ambition|plan(?= (?:for|is|was|calls)\b))s?{_FOR}"
MOVED = r"(?:cut|lowered|reduced|slashed|trimmed|raised|lifted|hiked|upped|increased|boosted|doubled|set|put|cutting|lowering|reducing|raising|lifting|increasing|setting|cuts|lowers|raises|lifts|sets)"
_DO = r"(?:get to|arrive at|sell|deliver|ship|export|hand over|move|reach|hit|make)"
_WHOSE = r"(?:(?i:its|their|the|an?|that)|(?:[A-Z]\w+|company|group|firm|[a-z]*maker)['’]s?)"
_IT = r"(?:it|that|this|them|the (?:number|figure|total|tally)|(?:annual |yearly )?(?:sales|deliveries|exports|shipments|volumes?))"
_FROM = r"(?: from [\d.,]+(?: million)?)?"
_IS = rf"(?:is|was|remains|stands at|stood at|had been|has been|calls for|(?:is|was|were|has been|have been|had been) (?:now |since |just )?{MOVED} (?:to|at))"
# `is aiming for`, `wants to export`, `reached its goal of`, `lifted its target for 2025 to`, `its goal for the year is`, `plans to raise that to`
_AIM = sought(
    rf"\b(?:(?:aim(?:s|ed|ing)? (?:for|at)|shoot(?:s|ing)? for|hop(?:es|ed|ing) for|plann?(?:s|ed|ing) (?:for|on)|targeting|targets|targeted|expects?|expected|expecting|forecasts?|forecasting|projects?|projecting|anticipates?)"
    rf"|(?:wants?|wanted|aims?|aimed|aiming|hopes?|hoped|hoping|plans?|planned|planning|intends?|intended|targeting|seeks?|seeking|set out|expects?|expected) to (?:{_DO}|(?:raise|lift|increase|grow|bring|take|double) {_IT} to)"
    rf"|{_WHOSE} {GOAL} (?:of|to {_DO})(?: {_DO}ing)?"
    rf"|(?:{MOVED}|kept|left|held|maintained|keeps|leaves) (?:its|their|the) {GOAL}{_FROM} (?:to|at|unchanged at)"
    rf"|{_WHOSE} {GOAL}(?: {_IS}|:)) {ABOUT}$"
)
# `below the 1.7 million it had aimed for`, `to reach the 4 million it is targeting`
AIMED_BEHIND = re.compile(
    r"(?: (?:cars|vehicles|units|phones|smartphones))? (?:that |which )?(?:it|they|the [a-z-]+(?: [a-z]+)?|[A-Z][\w-]+(?: [A-Z][\w-]+)?) (?:(?:had|has|is|was|now|still|originally|initially|once) ){0,2}(?:been )?(?:(?:aim(?:s|ed|ing)|hop(?:es|ed|ing)) for|target(?:s|ed|ing)|plan(?:s|ned|ning)|promised|(?:plans|planned|hopes|hoped|wants|wanted|aims|aimed|aiming|hoping|planning|set out|intends|intended) to (?:sell|deliver|ship|export|reach)|set (?:itself )?as (?:its|a) (?:goal|target))\b"
)
_CARS = re.compile(r" (?:(?:new|electric|new-energy) )?(?:cars|vehicles)\b")
_PHONES = re.compile(r" (?:smart)?phones\b| handsets\b")
_THINGS = re.compile(
    r"(?: (?:to|and|or) [\d.,]*\d(?: million)?)?(?: (?:million))?(?: (?:of them|units|(?:electric |new-energy )?(?:cars|vehicles)|deliveries|phones|smartphones|handsets))?(?=[,.;:]|$| (?:in|for|this|next|by|from|after|before|and|but|abroad|overseas|outside|there|over|during|with|at least|a month|that|it|against|compared|versus|up|down|,)\b)"
)
_SOLD = "unit_sales"  # `sold 3.02 million cars and aims for 3.6 million`
_NEAR = 110  # characters before a count, within which it is said to be a goal
_FEWEST = 1000  # cars or phones, that a goal is of
# whose goal it is, where that is no maker: `The government has set a goal of 16 million`
NO_COMPANY = re.compile(
    r"\b(?:government|ministry|industry|association|country|market|officials|regulators?|plants?|factory|factories|works|suppliers?|dealers?|province|city|state|Beijing|China|Germany|Europe|rivals?|competitors?)\b(?! (?:and|that|,))"
)
_WITH = re.compile(r", (?:with|while|as|and) ")  # `a target of 3.6 million, with exports doubling` is of no exports
_A_RATE = re.compile(r" (?:a|per|each) (?:day|week|month|year)\b")
_MANY = 3  # no maker aims at thrice the exports of a year
_PER_YEAR = {"month": 12, "quarter": 4, "half": 2}  # how many of a period make one
_COUNTS = r" (?:(?P<delivers>deliver|hand|ship)|s(?:old|ales|ells)\b)"
_DELIVERS = re.compile(r"\b[Dd]eliver")


def aimed(scan: Scan, amount: Amount, ground: Ground, names: Names) -> Mention | None:
    """Return what a goal that names no metric is of: the cars or phones that are counted beside it or before, or are named behind it."""
    if amount.kind not in ("count", "bare") or amount.value < _FEWEST or amount.precision < 1:
        return None
    if not (said := _aim_of(scan, amount)) or _A_RATE.match(scan.text, amount.end):
        return None
    if NO_COMPANY.search(scan.text, scan.clause(said[0])[0], said[0]):
        return None
    if any(said[0] < m.end and m.start < min(said[1], amount.start) for m in scan.metrics):
        return None  # `lowered its shipment target to`: the goal says of what it is
    metric, part = _counted(scan, said, amount, ground, names)
    if metric not in _COUNTED:
        return None
    if "export" in scan.text[said[0] : said[1]] and metric in CARS_SOLD:
        metric, part = "vehicle_sales", "vehicle_exports"
    return Mention(amount.start - 1, amount.start, (metric,), part=part)


def _aim_of(scan: Scan, amount: Amount) -> tuple[int, int] | None:
    """Return where it is said that a count is a goal, before it or behind it."""
    before = _AIM.search(scan.text, max(scan.sentence.start, amount.start - _NEAR), amount.start)
    if before:
        return before.span() if _THINGS.match(scan.text, amount.end) else None
    behind = AIMED_BEHIND.match(scan.text, amount.end, scan.sentence.end)
    return (amount.start, behind.end()) if behind else None


def _counted(scan: Scan, said: tuple[int, int], amount: Amount, ground: Ground, names: Names) -> tuple[str, str | None]:
    """Return the metric, and its part, that a goal is of: what its sentence counts, what the text did last, or what things are named."""
    kinds = _of_things(scan, amount)
    before = [m for m in scan.metrics if m.end <= said[0] and not m.nothing]
    if before and (before[-1].metrics[0] in kinds or len(kinds) == len(_COUNTED)):
        sold = before[-1].metrics[0] == _SOLD and _makes_cars(scan, said[0], ground, names)
        return CARS_SOLD[0] if sold else before[-1].metrics[0], before[-1].part
    beside = _WITH.search(scan.text, amount.end, scan.sentence.end)
    end = beside.start() if beside else scan.sentence.end
    behind = next((m for m in scan.metrics if amount.end <= m.start < end and m.metrics[0] in kinds), None)
    if behind:
        return behind.metrics[0], behind.part
    return _told_before(scan, amount, said[0], kinds, ground, names)


def _of_things(scan: Scan, amount: Amount) -> tuple[str, ...]:
    """Return the metrics that may count what stands behind a number."""
    if _CARS.match(scan.text, amount.end):
        return CARS_SOLD
    return ("smartphone_shipments",) if _PHONES.match(scan.text, amount.end) else _COUNTED


def _told_before(
    scan: Scan, amount: Amount, at: int, kinds: tuple[str, ...], ground: Ground, names: Names
) -> tuple[str, str | None]:
    """Return what a goal is of that its sentence does not count: what the text did last, else the cars or phones that it names.

    `Exports rose to 74,289. The company has a target of 3 million cars`: of all of them. Cars are delivered where a text speaks of that, else sold.
    """
    maker = _makes_cars(scan, at, ground, names)
    if maker and len(kinds) > 1 and (own := _counted_before(scan, at, ground)):
        return own, None
    for metric, part in (ground.told or ("", None), (ground.tallied or "", None)):
        if metric in kinds and (maker or metric not in CARS_SOLD or not scan.entities):
            return metric, part if kinds == _COUNTED and not _is_far_more(amount, ground) else None
    if kinds == CARS_SOLD and maker:
        return "ev_deliveries" if _DELIVERS.search(scan.text) else "vehicle_sales", None
    return kinds[0] if len(kinds) == 1 else "", None


def _is_far_more(amount: Amount, ground: Ground) -> bool:
    """Whether a goal is many times what was told before, as that of all cars is behind exports: `Exports rose to 316,018. Its target is 1.9 million`."""
    told = [f for f in ground.levels if f.segment == "vehicle_exports" and f.measure == "level"]
    by_year = [f.value * _PER_YEAR.get(f.period.kind if f.period else "", 1) for f in told]
    return bool(told) and amount.value > _MANY * max(by_year)


def _counted_before(scan: Scan, at: int, ground: Ground) -> str | None:
    """Return what a text counts another maker's cars as than the one told last: `BYD sold 396,000. … Leapmotor delivered 66,000. … BYD has lowered its goal`."""
    named = [e for e in scan.entities if e.end <= at]
    if not named or named[-1].entity == ground.entity:
        return None
    name = re.escape(scan.text[named[-1].start : named[-1].end])
    told = re.search(rf"{name}(?:['’]s)?(?: [a-z]+)?{_COUNTS}", scan.text[: scan.sentence.start])
    return None if told is None else "ev_deliveries" if told["delivers"] else "vehicle_sales"


def _makes_cars(scan: Scan, at: int, ground: Ground, names: Names) -> bool:
    """Whether whoever is named before an offset, or was spoken of, makes cars, or is who counted them."""
    companies = names.catalogue.companies
    named = [m.entity for m in scan.entities if m.start <= at and m.entity in companies]
    maker = companies.get(named[-1] if named else ground.entity or "")
    counted = ground.tallied in CARS_SOLD and (not named or named[-1] == ground.entity)
    return counted or (maker is not None and maker.is_car_maker)
