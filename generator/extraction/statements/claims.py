"""Amounts as figures: claimed by a metric at its place, or of none."""

from __future__ import annotations

from decimal import Decimal

from generator.extraction.amounts.amount import Amount
from generator.extraction.currencies import Currencies
from generator.extraction.doubts.of_no_maker import trackers_tell
from generator.extraction.expected.house import is_one_house
from generator.extraction.expected.house_and_market_zh import is_the_houses
from generator.extraction.figure import Figure, Measure
from generator.extraction.frozen import replace
from generator.extraction.marks.mention import STRANGER
from generator.extraction.places import Place
from generator.extraction.reading import Reading
from generator.extraction.statements.so_far import SoFar
from generator.extraction.unclaimed import unclaimed
from generator.extraction.units import currency_before, unit_of
from generator.extraction.when.before import is_anothers
from generator.extraction.when.dated import Dated
from generator.extraction.whose.market_spoken_of import NO_COMPANYS
from generator.extraction.whose.strangers import COMPANY


class Claims:
    """Makes the figures of one sentence out of its amounts."""

    def __init__(self, reading: Reading, so_far: SoFar, currencies: Currencies) -> None:
        self._reading, self._so_far, self._currencies = reading, so_far, currencies
        self._around = so_far.around
        self._sentence = reading.whole(self._around.scan.sentence)

    def bare(self, amount: Amount, doubt: str | None) -> Figure:
        """Return an amount as a figure of no metric; `doubt` says why a reading was not accepted."""
        return unclaimed(self._reading, amount, self._sentence, doubt)

    def claimed(
        self, amount: Amount, place: Place, measure: Measure, value: Decimal, unit: str, dated: Dated, doubt: str | None
    ) -> Figure:
        """Return an amount as a figure of a metric; of none, where whose it is has no name in the catalogue."""
        if place.entity == STRANGER:
            return self.bare(amount, COMPANY)
        if place.entity is None and trackers_tell(place.metric):
            doubt = doubt or NO_COMPANYS
        entry = self._around.names.catalogue.metrics[place.metric]
        self._so_far.segment = entry.segment if entry.base else self._so_far.segment
        period = None if is_anothers(self._around, dated.period, place.entity) else dated.period
        if dated.basis == "consensus" and (is_one_house(self._around, amount) or is_the_houses(self._around, amount)):
            dated = replace(dated, basis="forecast")
        start, end = self._reading.span(amount.start, amount.end)
        return Figure(
            self._reading.document.id, start, end, self._sentence, place.metric, place.entity, place.segment, measure,
            value, unit, period, dated.basis, amount.bound, amount.precision, doubt or dated.doubt,
        )  # fmt: skip

    def unit(self, place: Place, amount: Amount) -> str:
        """Return the unit of a level: the currency that its text, its document or its company gives it."""
        catalogue, scan = self._around.names.catalogue, self._around.scan
        company = catalogue.companies[place.entity] if place.entity else None
        said = scan.text[amount.start : amount.end]
        before = currency_before(scan, amount)
        currencies = replace(self._currencies, unnamed=before) if before else self._currencies
        return unit_of(place.metric, amount, said, company, catalogue, currencies, self._reading.document.language)
