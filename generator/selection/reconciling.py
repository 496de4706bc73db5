"""Reconciling: an amount, the one a year or a quarter before, and the growth between them have to bear each other out.

"Revenue rose 62% to 57.0 billion" and another source's 57.0 billion for the year before cannot both be right. Which of
the three is wrong the others tell: it stands alone against two that go together.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import combinations

from generator.extraction.figure import Figure
from generator.selection.agreement import agree, claims
from generator.selection.choice import Choice
from generator.selection.fact import Aspects, Contradiction, Fact
from generator.settings.period import Period

_APART = Decimal("0.1")  # restated bases move by less; a tenth of the amount is another amount
_Three = tuple[Fact, Fact, Fact]  # an amount, the one before, the growth between them


@dataclass(frozen=True, slots=True)
class Wrong:
    """Figures that contradict what others state around them: each by itself, or all of a period in one document."""

    figures: dict[int, Contradiction] = field(default_factory=dict)
    periods: dict[tuple[str, Period | None], Contradiction] = field(default_factory=dict)

    def why(self, figure: Figure) -> Contradiction | None:
        """Return what a figure contradicts."""
        return self.figures.get(id(figure)) or self.periods.get((figure.document, figure.period))


def contradicting(facts: Mapping[Aspects, Fact], choice: Choice) -> Wrong:
    """Return which figures contradict what others state around them; the company's own all stand.

    Who tells this year's amount for last year's has mistaken the year of all that it tells of it.
    """
    wrong = Wrong()
    for three in _contradictions(facts):
        place = _odd(three, choice)
        if place is None or choice.stands(three[place]):
            continue
        odd, (one, other) = three[place], (fact for i, fact in enumerate(three) if i != place)
        found = Contradiction(odd, (one, other))
        wrong.figures.update(dict.fromkeys(map(id, odd.supporting), found))
        if place != 2 and agree(claims(three[0].supporting)[0], claims(three[1].supporting)[0]):
            wrong.periods.update({(figure.document, figure.period): found for figure in odd.supporting})
    return wrong


def _contradictions(facts: Mapping[Aspects, Fact]) -> Iterator[_Three]:
    for aspects, growth in facts.items():
        if aspects.period is None or aspects.basis != "actual" or aspects.measure not in ("yoy", "qoq"):
            continue
        before = aspects.period.years_before() if aspects.measure == "yoy" else aspects.period.previous()
        level = aspects._replace(measure="level")
        now, then = facts.get(level), facts.get(level._replace(period=before)) if before else None
        if now and then and now.unit == then.unit != "percent" and _contradict((now, then, growth)):
            yield now, then, growth


def _contradict(three: _Three) -> bool:
    now, then, growth = three
    if min(now.value, then.value) <= 0 or any(fact.bound in ("at_least", "at_most") for fact in three):
        return False  # growth from a loss, or into one, is no percentage that can be reckoned with
    factor = 1 + growth.value / 100
    rounded = now.precision + then.precision * abs(factor) + then.value * growth.precision / 100
    return abs(now.value - then.value * factor) > rounded + _APART * max(now.value, then.value * factor)


def _odd(three: _Three, choice: Choice) -> int | None:
    """Return which one is wrong: fewer reports bear it out than either other, or a dissenting value in its place
    would fit, or the other two stand in one document. None where that can't be told.
    """
    told = [choice.told(fact.supporting) for fact in three]
    fewest = [i for i in range(3) if told[i] == min(told)]
    if len(fewest) == 1:
        return fewest[0]
    for i in fewest:
        if any(not _contradict(_with(three, i, other.value)) for other in claims(three[i].dissenting)):
            return i
    pairs = [pair for pair in combinations(range(3), 2) if _documents(three[pair[0]]) & _documents(three[pair[1]])]
    alone = 3 - sum(pairs[0]) if len(pairs) == 1 else -1
    return alone if alone in fewest else None


def _with(three: _Three, place: int, value: Decimal) -> _Three:
    now, then, growth = (replace(fact, value=value) if i == place else fact for i, fact in enumerate(three))
    return now, then, growth


def _documents(fact: Fact) -> set[str]:
    return {figure.document for figure in fact.supporting}
