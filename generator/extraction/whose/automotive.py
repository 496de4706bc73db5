"""What makers of cars tell of all that they do: those with engines call it automotive, where the catalogue's line is of electric cars."""

from __future__ import annotations

import re

from generator.extraction.marks.mention import Mention
from generator.extraction.whose.context import Surroundings

_AUTOMOTIVE = re.compile(r"\b(?:[Aa]utomotive|[Aa]uto|[Cc]ars?)\b(?! ?makers?)")
_LINE = re.compile(r"\b(?:[Aa]utomotive|[Aa]uto|[Cc]ars?) (?:segment|division|business|unit|operations|arm)\b")
_LEAD = 34  # characters before a metric, within which the line stands that it is of: `automotive segment's adjusted EBIT margin`
_BETWEEN = re.compile(
    r"(?:(?: (?:segment|division|business|unit|operations|group|arm))?(?:['’]s)? (?:(?:adjusted|operating|net|own|total|quarterly|core) )*)?$"
)


def is_of_all_cars(around: Surroundings, mention: Mention) -> bool:
    """Whether an English metric is of the cars of a company that makes them with engines: `its automotive EBIT margin`, of BMW."""
    text = around.scan.text
    low = max(around.scan.sentence.start, mention.start - _LEAD)
    named = around.scan.entities  # the Auto of `Geely Auto's revenue` is its name
    said = [
        m for m in _AUTOMOTIVE.finditer(text, low, mention.end) if not any(e.start < m.start() < e.end for e in named)
    ]
    at_once = said and (said[-1].end() > mention.start or _BETWEEN.fullmatch(text, said[-1].end(), mention.start))
    if not (at_once or _LINE.search(text, around.scan.clause(mention.start)[0], mention.start)):
        return False
    subject = around.subject_before(mention.end)
    entity = subject.entity if subject else around.ground.entity or around.home
    companies = around.names.catalogue.companies
    return entity in companies and companies[entity].combustion


def earned_by_all(around: Surroundings, metric: str, segment: str, mention: Mention) -> bool:
    """Whether the profit of operations of a maker of cars is told behind a figure of its cars: it tells none of them alone."""
    subject = around.subject_before(mention.start)
    maker = around.names.catalogue.companies.get((subject.entity if subject else around.ground.entity) or "")
    cars = around.names.special(metric, segment) == "ev_operating_profit"
    return cars and maker is not None and maker.makes_cars
