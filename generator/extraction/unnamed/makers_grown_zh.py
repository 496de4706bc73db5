"""Makers of whom Chinese says how far they grew before what they sold: 名列第三的小米则成长15%,出货1.7亿支."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.names import Names
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.tallies import OF_CARS

_SOLD = ("shipments", "unit_sales", "smartphone_shipments", "smartphone_unit_sales", *OF_CARS)
# 升, 跌 and 下滑 alone are what shares do as well
_GREW = re.compile(
    r"(?:[去今]年|全年|当季|单季|则|也|亦|更|仍|却|虽然?|同比|按年|年|大幅|小幅|微幅|强劲|逆势)*(?:成长|增长|衰退|减少|萎缩|(?<=[比年季])(?:下滑|下降))(?:了|约|近|逾|超过?|达)*"
)
_LEADS = re.compile(
    r"(?:而|至于|其中|同时|另外|此外|,)*(?:(?:名列|排名?|位[居列]|排在|居)?第[一二三四五六七八九十\d]+[名位]?的)?"
)
_THEN = re.compile(r",(?:全年|当季|单季|共|总共|合计)*")


def with_makers_grown(marks: Scan, names: Names) -> Scan:
    """Return a Chinese sentence's marks with each maker that only grew as a mention of what the next clause says that it sold."""
    if not (marks.chinese and marks.entities and marks.metrics):
        return marks
    found = [told for amount in marks.amounts if (told := _told(marks, amount, names))]
    return marks.with_metrics(found)


def _told(marks: Scan, amount: Amount, names: Names) -> Mention | None:
    """Return a maker as a mention of what it sold, where its clause tells nothing but a percentage and the next one opens with that."""
    low = max(marks.clause(amount.start)[0], marks.amount_before(amount.start))
    maker = next((e for e in reversed(marks.entities) if low <= e.start and e.end <= amount.start), None)
    if amount.kind != "percent" or maker is None or names.catalogue.company_kind(maker.entity) != "company":
        return None
    if not _GREW.fullmatch(marks.text, maker.end, amount.start) or not _LEADS.fullmatch(marks.text, low, maker.start):
        return None
    sold = next((m for m in marks.metrics if m.start >= amount.end), None)
    if sold is None or not _THEN.fullmatch(marks.text, amount.end, sold.start):
        return None
    metrics = tuple(m for m in sold.metrics if m in _SOLD)
    return Mention(maker.end - 1, maker.end, metrics) if metrics else None
