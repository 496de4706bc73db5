"""Conflicts: where sources disagree on a figure that this briefing states, who says what, and why one is stated."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial

from generator.briefing.desk import Desk, disputed
from generator.briefing.numbers import Numbers
from generator.briefing.printed import Line, Printed
from generator.briefing.tabled import Conflict, Conflicts
from generator.extraction.figure import Figure
from generator.selection.agreement import Claim, claims
from generator.selection.choice import Choice
from generator.selection.fact import Fact

_BRIEF = 4  # conflicts
_MOST_DECIMALS = 6


def conflicts(printed: Iterable[Printed], desk: Desk) -> tuple[Line, Conflicts]:
    """Return the headline and the disagreements on everything printed so far, in reading order."""
    facts = {fact.aspects: fact for p in printed if (fact := desk.register.fact(p)) and disputed(fact)}
    found = list(facts.values())[: _BRIEF if desk.brief else None]
    if not found:
        none = desk.words.phrases["agree_all"]
        return (none,), Conflicts((), none)
    listed = tuple(conflict(fact, desk) for fact in found)
    first = listed[0]
    name, when = desk.naming.inside(found[0].aspects), desk.naming.when(found[0].aspects.period)
    name += "," if "," in name else ""  # EV revenue, year on year, in Q3 2025
    headline = desk.words.line("disagree", metric=name, when=when, stated=first.stated, other=first.others[0][0])
    return headline, Conflicts(listed)


def conflict(fact: Fact, desk: Desk) -> Conflict:
    """Return one disagreement: what is stated here, and each other value with the outlets that carry it."""
    rivals = claims(fact.dissenting)
    desk = _telling_apart(fact, rivals, desk)
    said = [
        Fact(fact.aspects, claim.value, claim.unit, claim.bound, claim.precision, claim.figures, ()) for claim in rivals
    ]
    return Conflict(
        label=_label(fact, desk),
        stated=desk.print(fact),
        stated_by=_outlets(fact.supporting, desk),
        others=tuple((desk.print(one), _outlets(one.supporting, desk)) for one in _alike(said, desk)),
        explanation=_explanation(fact, desk),
    )


def _telling_apart(fact: Fact, rivals: Sequence[Claim], desk: Desk) -> Desk:
    """Return the desk with decimals enough to tell the values apart: 2.173 billion beside 2.167, not 2.17 twice."""
    style = desk.audience.numbers
    for decimals in range(style.decimals, _MOST_DECIMALS + 1):
        finer = replace(desk, numbers=Numbers(desk.language, style.model_copy(update={"decimals": decimals})))
        if all(_text(claim, finer) != _text(fact, finer) for claim in rivals):
            return finer
    return desk


def _text(said: Claim | Fact, desk: Desk) -> str:
    return desk.numbers.amount(said.value, said.unit, said.precision, said.bound)


def _alike(said: Sequence[Fact], desk: Desk) -> list[Fact]:
    """Put together what is one value, as 29 and 29.0 billion are, or prints alike; the more precise one leads."""
    found: list[Fact] = []
    for fact in said:
        text = _text(fact, desk)
        for i, first in enumerate(found):
            same = (first.value, first.unit, first.bound) == (fact.value, fact.unit, fact.bound)
            if same or text == _text(first, desk):
                found[i] = replace(first, supporting=(*first.supporting, *fact.supporting))
                break
        else:
            found.append(fact)
    return found


def _label(fact: Fact, desk: Desk) -> str:
    name, period = desk.naming.figure(fact.aspects), desk.period_of(fact)
    return desk.words.say("of_period", metric=name, period=period) if period else name


def _outlets(figures: Sequence[Figure], desk: Desk) -> str:
    names = (desk.naming.publisher(desk.selection.documents[figure.document]) for figure in figures)
    return desk.words.listed(list(dict.fromkeys(names)))


def _explanation(fact: Fact, desk: Desk) -> str:
    choice = desk.register.choice
    reports = partial(desk.words.quantity, "report")
    here, there = choice.told(fact.supporting), choice.told(fact.dissenting)
    return desk.words.say(_reason(fact, choice), stated=reports(here), others=reports(there))


def _reason(fact: Fact, choice: Choice) -> str:
    rivals = claims(fact.dissenting)
    here = choice.told(fact.supporting)
    equal = [claim for claim in rivals if choice.told(claim.figures) >= here]
    stated = claims(fact.supporting)[0]
    if not equal:
        return "conflict_more"
    if all(stated.exactness < claim.exactness for claim in equal):
        return "conflict_precise"
    own = any(choice.own(figure, fact.aspects.entity) for figure in stated.figures)
    if own and not any(choice.own(figure, fact.aspects.entity) for claim in equal for figure in claim.figures):
        return "conflict_own"
    newest = max(map(choice.when, fact.supporting))
    newer = all(max(map(choice.when, claim.figures)) < newest for claim in equal)
    return "conflict_newer" if newer else "conflict_first"
