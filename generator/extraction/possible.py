"""What can't be, however plainly a text says it: a slip of its pen, or of our reading."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from generator.extraction.figure import LOSABLE, Figure
from generator.extraction.marks.tallies import OF_CARS
from generator.settings.catalogue import Catalogue
from generator.settings.fiscal import ended_by

_ALL = 100  # percent
_LOST = "nothing falls by more than all of it"
_DEAR = 50_000_000  # nothing that is counted costs as much on average
_SMALL = ("KRW", "VND", "IDR")  # currencies of which a car costs as much
_NO_PRICE = "no thing costs as much"
_LOT = 50_000_000  # in any currency: no listed company is worth less
_OF_A_LOT = "what a lot of shares is worth, not all of them"  # 每手500股H股的市值为5.67万元
# `Global sales of new energy vehicles reached 7.1 million`, in a text on who makes their batteries
_NO_MAKER = "of cars, of which the company only supplies the makers"
_SHARE = "no share is more than the whole"
_NO_SHARES = "no line of business earns by the share"
_BY_SHARE = ("eps", "adjusted_eps", "dividend")
_NOT_OVER = "told as having come, of a time that was not over"
_LAST_DAYS = timedelta(days=3)  # of a month: makers tell its sales when it is all but over
_SO_FAR = re.compile(
    r"已|累计|截[至止]|\b(?:so far|to date|already|since)\b", re.I
)  # 今年已交付26万辆 is of the year until now
_MAY_TURN = (*LOSABLE, "free_cash_flow", "operating_cash_flow")  # from a profit into a larger loss


def possible(found: Iterable[Figure], text: str, published: date | None, catalogue: Catalogue) -> list[Figure]:
    """Return a document's figures, in doubt what can't be: `deliveries were down 149%`, told of a rise."""
    return [
        replace(f, doubt=why) if f.doubt is None and (why := _why_not(f, text, published, catalogue)) else f
        for f in found
    ]


def _why_not(figure: Figure, text: str, published: date | None, catalogue: Catalogue) -> str | None:
    metric, percent = figure.metric or "", figure.unit == "percent"
    if percent and figure.measure in ("yoy", "qoq") and figure.value < -_ALL and not metric.endswith(_MAY_TURN):
        return _LOST
    if percent and figure.measure == "level" and "share" in metric and figure.value > _ALL:
        return _SHARE
    maker = catalogue.companies.get(figure.entity or "")
    if metric in OF_CARS and maker is not None and maker.supplies_cars:
        return _NO_MAKER
    if metric in _BY_SHARE and figure.segment is not None:
        return _NO_SHARES
    if metric.endswith("asp") and figure.measure == "level" and figure.value >= _DEAR and figure.unit not in _SMALL:
        return _NO_PRICE
    if metric == "market_cap" and figure.measure == "level" and figure.value < _LOT:
        return _OF_A_LOT
    return _NOT_OVER if published and _runs_yet(figure, text, published, catalogue) else None


def _runs_yet(figure: Figure, text: str, published: date, catalogue: Catalogue) -> bool:
    """Whether a figure is told as what came, of a time that had not ended: `the full-year budget was narrowed to $30 billion`."""
    period = figure.period
    if figure.metric is None or figure.basis != "actual" or period is None or period.kind == "instant":
        return False
    if catalogue.metrics[figure.metric].period_type == "instant":
        return False
    over = ended_by(period, catalogue.year_end(figure.entity)) <= published + _LAST_DAYS
    return not (over or _SO_FAR.search(text, figure.sentence.start, figure.sentence.end))
