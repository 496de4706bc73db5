"""What the changes of a sentence are measured against: each may go on with the one before it."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.changes.change import OF_ANOTHER, Change
from generator.extraction.changes.from_quarter_en import against_quarter
from generator.extraction.marks.cues import BASES, Against
from generator.extraction.when.moves import measured_against
from generator.extraction.whose.context import Surroundings
from generator.settings.period import Period

_AND_THIS = re.compile(
    r" (?:from|on|over|against|compared with|than in) (?:the )?(?:(?:first|second|third|fourth|previous|prior|preceding|last) quarter|previous three months|three months before|[A-Z][a-z]+-[A-Z][a-z]+ (?:quarter|period))(?: in the [a-z]+)?,? (?:and|while) (?:[a-zA-Z'’-]+ ){1,8}?(?:rose|grew|climbed|jumped|increased|gained|surged|advanced|fell|declined|dropped|decreased|slipped|slid|was up|was down|up|down)(?: by)? (?:about |around |nearly |over )?"
)
_FROM_ZH = re.compile(r"[由从自](?:约|近|人民币|\s)*$")


class BasesOfChanges:
    """Follows the changes of one sentence from left to right."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around
        self._last: Against | None = None  # what the last change is measured against
        self._moved_from: list[Against] = []  # and those that name it with how much it was then
        self._named: list[Against] = []  # what the changes are measured against that name a time to be measured from

    def measured(
        self, amount: Amount, change: Change, period: Period | None, earlier: bool, last: int | None
    ) -> tuple[Against, str | None]:
        """Return what a change is measured against, and why that is in doubt; `earlier`: it is set beside the one before, which ends at `last`."""
        against, doubt = measured_against(self._around, change, period)
        against = self._as_joined(amount, change, against_quarter(self._around.scan, amount, against, period), last)
        if earlier:  # `rose 10% from April, compared with a 23% rise in the previous month`: told as the one before
            against, doubt = self._as_before(amount, against), None if doubt == OF_ANOTHER else doubt
        else:
            self._last = against
        return self._as_the_named(amount, change, against), doubt

    def _as_joined(self, amount: Amount, change: Change, against: Against, last: int | None) -> Against:
        """Return what an English change is measured against: as the one that it is joined to, whose base is the only one of its sentence: `rose 20% from the second quarter, and smartphone revenue increased 19%`."""
        scan = self._around.scan
        if scan.chinese or change.than is not None or last is None or self._last != "qoq":
            return against
        named = scan.cues_between(
            scan.sentence.start, scan.sentence.end, "yoy", "prior", "year_before", "mom", "other_base"
        )
        # not `rose 20% from the second quarter, and Nio's deliveries rose 40.8%`
        another = any(last <= e.start < amount.start for e in scan.entities)
        joined = None if another else _AND_THIS.fullmatch(scan.text, last, amount.start)
        return self._last if joined and not named else against

    def _as_before(self, amount: Amount, against: Against) -> Against:
        """Return what a change of an earlier time is measured against: as it says itself before it, else as the one before."""
        scan = self._around.scan
        low = max(scan.clause(amount.start)[0], scan.amount_before(amount.start))
        return against if scan.cues_between(low, amount.start, *BASES) else self._last or against

    def _as_the_named(self, amount: Amount, change: Change, against: Against) -> Against:
        """Return what a Chinese change is measured against: the time that the one before named, where nothing else says it: 比第二季度增长14.2%,毛利率上升6.6个百分点."""
        scan = self._around.scan
        if change.than is not None:
            beside = any(change.than.end <= a.start and a.end <= amount.start for a in scan.amounts)
            (self._moved_from if beside else self._named).append(
                against
            )  # 与第二季度的182.7亿元相比 is of that metric alone
            return against
        said = scan.cues_between(scan.sentence.start, amount.end, *BASES, "prior", "quarter_before")
        named = self._named or (self._moved_from if self._moves_from(amount) else [])
        return named[-1] if scan.chinese and named and not said else against

    def _moves_from(self, amount: Amount) -> bool:
        """Whether a change stands right behind what it moved from: 收入由第四季度的732亿元增长3.1%至755亿元,毛利由156亿元增加7.8%至168亿元."""
        start, before = self._around.scan.sentence.start, self._around.scan.preceding(amount)
        return before is not None and bool(_FROM_ZH.search(self._around.scan.text, start, before.start))
