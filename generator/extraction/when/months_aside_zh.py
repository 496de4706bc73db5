"""Months of a quarter, of which a Chinese sentence on it tells in passing: 二季度交付27500辆,6月单月破万,毛利率15%."""

from __future__ import annotations

from generator.extraction.periods.mention import PeriodMention
from generator.extraction.when.nearest import Named
from generator.extraction.whose.context import Surroundings
from generator.settings.period import Period


def without_months_aside(around: Surroundings, named: list[Named], metric: str, low: int) -> list[Named]:
    """Return a sentence's periods without the months that an amount is none of: money and margins are told by the quarter.

    So they are where the sentence, or a text on a quarter's results, named the quarter first, and a clause before the one
    from `low` on the month.
    """
    if not around.scan.chinese or around.names.catalogue.metrics[metric].unit == "count":
        return named
    aside = [x for x in named if x[1].kind == "month" and x[0].end <= low]
    return [x for x in named if not (x in aside and (_is_within(x, named) or _only_dates_an_event(around, x)))]


def _only_dates_an_event(around: Surroundings, month: Named) -> bool:
    """Whether a month of the quarter that a text reports on is only when something happened: 5月对手加码后,公司补贴大增,营销开支增长五成."""
    quarter, mention = around.ground.period, month[0]
    of_it = quarter is not None and quarter == around.reported and _holds(quarter, month[1])
    return of_it and not (_frames(around, mention) or _tells(around, mention))


def _frames(around: Surroundings, mention: PeriodMention) -> bool:
    """Whether what follows is of a month: 6月,公司营收41亿元; 6月份,."""
    return around.scan.text.startswith((",", "份,", "单月", "当月", ":"), mention.end)


def _tells(around: Surroundings, mention: PeriodMention) -> bool:
    """Whether the clause of a month says what was measured in it: 公布6月营收,金额达41亿元."""
    start, end = around.scan.clause(mention.start)
    return any(start <= m.start < end for m in (*around.scan.metrics, *around.scan.amounts))


def _is_within(month: Named, named: list[Named]) -> bool:
    """Whether a longer period that a sentence names before a month holds it."""
    return any(m.end <= month[0].start and _holds(period, month[1]) for m, period in named)


def _holds(longer: Period, month: Period) -> bool:
    """Whether a period of several months ends with a month, or runs over it."""
    if longer.fiscal or longer.months <= month.months or month.year != longer.year:
        return False
    return 0 <= longer.end.month - month.end.month < longer.months
