"""Which period a text told each company's figures of: a sentence that returns to a company returns to its period."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.extraction.figure import Figure
from generator.extraction.marks.scanning import Scan
from generator.extraction.periods.mention import REPORTED
from generator.extraction.whose.ground import Ground
from generator.settings.period import Period

_OPENING = 40  # characters from a sentence's start, within which the company that it is on is named


class OwnPeriods:
    """Follows a document's figures, and remembers the period of each company's last ones that came."""

    def __init__(self) -> None:
        self._told: dict[str, Period] = {}

    def returned(self, ground: Ground, scan: Scan, reported: Period | None) -> Ground:
        """Return what a sentence inherits that names no period, and opens with another company than the one before.

        `Alibaba's revenue in its second fiscal quarter … Tencent's revenue in the third quarter … Alibaba's gross margin was 41%`
        """
        if scan.periods or not scan.entities:
            return ground
        named = scan.entities[0]
        own = self._told.get(named.entity)
        if ground.joined or (own and reported and ground.period == reported and own.end < reported.end):
            return ground  # 小米二季度收入320亿元。… 小米出货880万台, of the third that is reported on
        if own is None or named.entity == ground.entity or named.start - scan.sentence.start > _OPENING:
            return ground
        if ground.period is not None and ground.period.kind != own.kind:
            return ground  # the text has gone on to the whole year, whose it was told of first
        quarter = own if own.kind == "quarter" else ground.quarter
        return replace(ground, period=own, quarter=quarter, owner=named.entity)

    def told(self, figures: Sequence[Figure], on: Period | None) -> None:
        """Remember of when the figures of a sentence are; what they are set beside is before that, as is all before the period that the text is `on`."""
        latest: dict[str, Period] = {}
        for figure in figures:
            period, entity = figure.period, figure.entity
            if figure.doubt or figure.basis != "actual" or period is None or entity is None:
                continue
            if on is not None and period.end < on.end:
                continue  # `Tesla's margin was 29.1% a year ago. It delivered 422,875 cars`
            if period.kind in (*REPORTED, "month") and (entity not in latest or period.end > latest[entity].end):
                latest[entity] = period
        self._told |= latest
