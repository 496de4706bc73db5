"""Ratings: each broker's latest view, with the target price that stands beside it."""

from __future__ import annotations

from generator.briefing.dates import day_name
from generator.briefing.desk import Desk
from generator.briefing.news import news_after, told_after
from generator.briefing.printed import Line, Printed
from generator.briefing.tabled import Cell, Row, Table
from generator.extraction.figure import Figure
from generator.extraction.quote import Rating
from generator.selection.fact import Aspects, Fact
from generator.settings.word_sections import RatingsSection

_BRIEF = 4  # rows


def ratings(section: RatingsSection, desk: Desk) -> tuple[Line, Table] | None:
    """Return the headline and a row a broker, newest first; None where there is no rating."""
    after = news_after(section, desk)
    found = [rating for rating in desk.selection.ratings if rating.entity == desk.report.entity]
    found = [rating for rating in found if told_after(desk.selection.documents[rating.document], after)]
    if not found:
        if after is None:
            desk.missing(f"a broker's rating of {desk.report.entity}")
        return None
    found = found[:_BRIEF] if desk.brief else found
    prices = [target_price(rating, desk) for rating in found]
    columns = ("column_house", "column_rating", "column_target_price", "column_date")
    headline = _headline(found[0], prices[0], desk)
    rows = tuple(_row(rating, price, desk) for rating, price in zip(found, prices, strict=True))
    return headline, Table(tuple(desk.words.phrases[column] for column in columns), rows, kind="ratings")


def target_price(rating: Rating, desk: Desk) -> Fact | None:
    """Return the target price that stands nearest to a rating in its document, as a fact of that source alone."""
    figures = [
        (aspects, figure)
        for aspects, fact in desk.selection.facts.of(rating.entity).items()
        if aspects.metric == "target_price" and aspects.measure == "level"
        for figure in (*fact.supporting, *fact.dissenting, *fact.superseded, *fact.converted)
        if figure.document == rating.document
    ]
    if not figures:
        return None
    aspects, nearest = min(figures, key=lambda pair: abs(pair[1].start - rating.start))
    return _alone(aspects, nearest)


def _alone(aspects: Aspects, figure: Figure) -> Fact:
    return Fact(aspects, figure.value, figure.unit, figure.bound, figure.precision, (figure,), ())


def _headline(rating: Rating, price: Fact | None, desk: Desk) -> Line:
    house, entity = desk.naming.speaker(rating.house, rating.house), desk.naming.company(rating.entity)
    given = desk.register.printed(_named(rating, desk), rating)
    if price is None:
        return desk.words.line("rates", house=house, entity=entity, rating=given)
    return desk.words.line("rates_target", house=house, entity=entity, rating=given, price=desk.print(price))


def _row(rating: Rating, price: Fact | None, desk: Desk) -> Row:
    published = desk.selection.documents[rating.document].published
    target: tuple[Printed, ...] = (desk.print(price),) if price else ()
    cells = (
        Cell((desk.register.printed(_named(rating, desk), rating),), numeric=False),
        Cell(target, note="" if target else desk.words.labels["not_stated"]),
        Cell((day_name(published.date(), desk.language),) if published else (), numeric=False),
    )
    return Row(desk.naming.speaker(rating.house, rating.house), cells)


def _named(rating: Rating, desk: Desk) -> str:
    return desk.words.phrases.get(rating.rating, rating.rating.replace("_", " "))
