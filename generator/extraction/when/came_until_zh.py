"""What a Chinese text says came until a day, and not since when: 截至6月底,集团录得纯利22亿元,每股盈利0.86元 is of the half that ends then."""

from __future__ import annotations

from generator.extraction.whose.context import Surroundings
from generator.settings.period import Period

_SINCE_THE_YEAR_BEGAN = {
    "03-31": "{}-Q1",
    "06-30": "{}-H1",
    "12-31": "{}",
}  # 截至9月底 may be of three months, or of nine
_TAKEN = ("money", "money_per_share", "percent")  # cars and phones may be all that there ever were


def span_until(around: Surroundings, metric: str, day: Period | None) -> Period | None:
    """Return the span that what came until a day is of: the one spoken of or reported on that ends then; the day itself for what else is told."""
    unit = around.names.catalogue.metrics[metric].unit
    if day is None or day.kind != "instant" or unit not in _TAKEN or metric.endswith("share"):
        return day
    if unit == "money" and day.label.endswith("-12-31"):
        return Period(str(day.year))  # 截至2024年底,汽车业务实现了321亿元的收入
    if not around.scan.chinese:
        return day
    told = (around.ground.period, around.reported)  # 截至9月30日,现金2964亿元,经营现金流为13亿元
    if span := next((p for p in told if p and p.kind != "instant" and p.end == day.end), None):
        return span
    if day.end != Period(day.label[:7]).end:
        return day  # 截至7月10日止已回购逾30亿港元股份
    form = _SINCE_THE_YEAR_BEGAN.get(day.label[5:])
    own = around.calendar.fiscal_year_end == 12
    return Period(form.format(day.year)) if form and own else None
