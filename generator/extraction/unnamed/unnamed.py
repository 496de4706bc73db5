"""What an English sentence tells of without naming a metric, as mentions of the metric that it is."""

from __future__ import annotations

from generator.extraction.amounts.amount import Amount
from generator.extraction.frozen import replace
from generator.extraction.links.clause import is_conversion
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.names import Names
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.tallies import OF_CARS
from generator.extraction.unnamed.aimed import aimed
from generator.extraction.unnamed.answers import answer
from generator.extraction.unnamed.cash_before_en import generated_before
from generator.extraction.unnamed.counted import are_counted, counted, counted_behind
from generator.extraction.unnamed.done import made, was_done
from generator.extraction.unnamed.earning import earned, is_no_revenue, spoken_of
from generator.extraction.unnamed.expected_again import expected_again
from generator.extraction.unnamed.going_on import goes_on, is_set_beside, named_before
from generator.extraction.unnamed.headed import headed
from generator.extraction.unnamed.labelled import labelled
from generator.extraction.unnamed.led_by import led_by
from generator.extraction.unnamed.managed import managed
from generator.extraction.unnamed.of_all import took_in_all
from generator.extraction.unnamed.over_lines import over_lines
from generator.extraction.unnamed.ratios import of_sales, without_some
from generator.extraction.unnamed.repeated import repeated
from generator.extraction.unnamed.researchers import in_research
from generator.extraction.unnamed.respective_parts import respective_part
from generator.extraction.unnamed.sources import came_from, from_next, sold_for
from generator.extraction.unnamed.stand_ins import stand_in
from generator.extraction.unnamed.telegrams import in_telegram
from generator.extraction.unnamed.things import with_things
from generator.extraction.unnamed.topic import pointed_back
from generator.extraction.unnamed.understood import understood
from generator.extraction.unnamed.verbless_en import verbless
from generator.extraction.whose.ground import Ground


def with_unnamed(marks: Scan, ground: Ground, names: Names) -> Scan:
    """Return a sentence's marks with what lines of business took in, and the parts of what was counted, as mentions."""
    if marks.chinese or not marks.amounts:
        return marks
    scan = _of_its_own(with_things(marks), ground, names)
    back = pointed_back(marks, ground.topic)
    found: dict[int, Mention] = {}
    before: Amount | None = None
    for amount in marks.amounts:
        if is_conversion(marks, amount):
            continue
        own = _own(scan, amount, ground, back, names) or (_next(scan, found, before, amount) if before else None)
        if own is not None:
            found[amount.start] = own
        if own is not None or (amount.kind != "percent" and not is_set_beside(marks, amount)):
            before = amount
    for amount in marks.amounts:
        if not found and (said := understood(marks, amount, ground.level, names)):
            found[amount.start] = said
    opening = led_by(marks) or over_lines(marks) or answer(marks, ground, names)
    opening = opening or stand_in(marks, ground, names) or (None if found else verbless(marks, ground, names))
    return _with(marks, found, opening)


def _with(marks: Scan, found: dict[int, Mention], opening: Mention | None) -> Scan:
    """Return marks with what each amount is told to be of right before it, and where it is said how far that moved."""
    told = [_at(amount, found[amount.start]) for amount in marks.amounts if amount.start in found]
    told += [found[a.start] for a in marks.amounts if a.start in found and _moved(marks, found[a.start], a)]
    told += [opening] if opening else []
    return marks.with_metrics(told)


def _of_its_own(marks: Scan, ground: Ground, names: Names) -> Scan:
    """Return marks without the new-energy vehicles of who sells no others: they are all that it sells."""
    maker = names.catalogue.companies.get(ground.entity or "")
    others = maker is not None and maker.combustion
    return marks if others else replace(marks, segments=[m for m in marks.segments if m.segment != "nev"])


def _moved(marks: Scan, said: Mention, amount: Amount) -> bool:
    """Whether how far something rose or fell stands between what says so and the amount that it led to."""
    return any(a.kind == "percent" and said.end <= a.start and a.end <= amount.start for a in marks.amounts)


def _own(marks: Scan, amount: Amount, ground: Ground, back: Mention | None, names: Names) -> Mention | None:
    """Return what an amount is told to be of by its own clause, whose subject may be what `back` stands for."""
    told = ground.told[0] if ground.told else None
    people = in_research(marks, amount) if "headcount" in spoken_of(marks, amount.start, told)[:1] else None
    taken = (
        people
        or aimed(marks, amount, ground, names)
        or expected_again(marks, amount, told, names)
        or generated_before(marks, amount, told)
        or earned(marks, amount, told, back)
        or came_from(marks, amount, told)
        or sold_for(marks, amount)
        or took_in_all(marks, amount)
        or in_telegram(marks, amount, told)
        or labelled(marks, amount, told or ground.tallied)
        or _in_order(marks, amount, told or ground.tallied)
    )
    again = (
        taken
        or of_sales(marks, amount)
        or without_some(marks, amount, names)
        or repeated(marks, amount, ground.told, names)
    )
    return again or _counted(marks, amount, told or ground.tallied) or headed(marks, amount, ground.headed, names)


def _in_order(marks: Scan, amount: Amount, told: str | None) -> Mention | None:
    """Return the part of a list that an amount of another list is of, as a mention of what was counted or taken in."""
    part = respective_part(marks, amount)
    if part is None:
        return None
    spoken = spoken_of(marks, amount.start, told)
    metrics = ("revenue",) if amount.kind == "money" else spoken if are_counted(spoken) else ()
    of_else = amount.kind == "money" and is_no_revenue(spoken)
    return replace(part, metrics=metrics, segment=None, part=part.segment) if metrics and not of_else else None


def _counted(marks: Scan, amount: Amount, told: str | None) -> Mention | None:
    """Return the part of what was counted that an amount is told of, by what was done with it or was told before."""
    known = next((m.metrics[0] for m in marks.metrics if m.metrics[0] in OF_CARS), told)
    if built := made(marks, amount, known):
        return built
    done = was_done(marks, amount)
    metrics = (done,) if done else spoken_of(marks, amount.start, told)
    if not are_counted(metrics):
        return None
    if part := counted(marks, amount):
        return replace(part, metrics=metrics, segment=None, part=part.segment)
    start = marks.clause(amount.start)[0]
    told_here = any(not m.nothing and start <= m.start < marks.clause(amount.end)[1] for m in marks.metrics)
    whole = None if told_here else managed(marks, amount)
    return replace(whole, metrics=metrics) if whole else None


def _next(marks: Scan, found: dict[int, Mention], before: Amount, amount: Amount) -> Mention | None:
    """Return what an amount is of that goes on with the one before it, if that was told of a part."""
    first = found.get(before.start)
    if first and (done := was_done(marks, amount)) and was_done(marks, before):
        return replace(first, metrics=(done,))
    behind = counted_behind(marks, before, amount) or from_next(marks, before, amount)
    first = first or named_before(marks, before, of_part=behind is None)
    part = goes_on(marks, before, amount) or behind if first else None
    return replace(part, metrics=first.metrics, segment=None, part=part.segment) if first and part else None


def _at(amount: Amount, said: Mention) -> Mention:
    """Return what an amount is told to be of as a mention right before it."""
    return replace(said, start=amount.start - 1, end=amount.start)
