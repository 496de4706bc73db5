"""What a sentence told that no metric names: what is set beside it, and how it grew, is of the same."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.links.clause import has_own_subject, is_nameless
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan

SUM = "the sum of several"
OF_NO_NAME = "of something that no metric names"
# `and messaging at 32.6 billion yuan (YoY +5%)`: the change is of what stands before the bracket, whatever that is
_IN_BRACKETS = re.compile(r"\s*\((?:[A-Za-z-]{1,12} |up |down |同比|环比|按年|年增|[+-]){0,3}\s*")
_IN_ALL = re.compile("累计|合计|总计")
_EXPECTED_BESIDE = re.compile(
    r",?(?:但|也|亦|均|都)?(?:略|远|大幅|明显|小幅|微)?(?:[高低优好逊]于|超[过出]?|不及|符合|胜过)了?[^,;。\d]{0,12}(?:预期|预估|预测|预计)(?:值)?的?(?:约|近)?"
)


class Nameless:
    """Remembers, from left to right, where amounts of one sentence end that no metric claims.

    `expected_at` is where an amount begins that was only expected of such a change.
    """

    def __init__(self, marks: Scan) -> None:
        self.marks = marks
        self.expected_at = -1
        self._money_end = -1  # of money that has a name which the catalogue does not know, or of the change told of it
        self._level_end = -1
        self._change_end = -1

    def level(self, amount: Amount) -> None:
        """Remember a level that no metric claims."""
        self._money_end = amount.end if is_nameless(self.marks, amount) else self._money_end
        self._level_end = amount.end

    def beside(self, amount: Amount) -> None:
        """Remember an amount that a metric is only a part of, or a part without a name, as its growth is: 以股息和回购返还127亿美元,同比增长32%; `14,820 cars, 6,214 of which were the C11, up 88%`."""
        self._money_end = amount.end

    def change(self, amount: Amount) -> None:
        """Remember a change that no metric claims."""
        self._change_end = amount.end

    def has_beside(self, amount: Amount, mention: Mention) -> bool:
        """Whether Chinese money of a time before is set beside nameless money: 出售碳积分所得4.17亿美元,去年同期为7.39亿美元."""
        before = self._level_before(amount)
        alike = before is not None and before.kind == amount.kind == "money"
        return self.marks.chinese and alike and self._level_end > mention.end

    def has_change(self, amount: Amount, mention: Mention) -> bool:
        """Whether a change that a mention would take is of something nameless told since, or only expected of its change."""
        before = self.marks.amount_before(amount.start)
        if self._money_end == before and before > mention.end:
            self._money_end = amount.end
            return True
        brackets = self._level_end > mention.end and _IN_BRACKETS.fullmatch(
            self.marks.text, self._level_end, amount.start
        )
        if brackets or self._is_of_what_was_counted(amount, mention):
            return True
        if self._change_end == before and _EXPECTED_BESIDE.fullmatch(self.marks.text, before, amount.start):
            self.expected_at = amount.start  # Azure增长40%,超出市场预期的38.4%
            return True
        return False

    def _level_before(self, amount: Amount) -> Amount | None:
        """Return the amount right before another, where it is a level that no metric claims."""
        before = self.marks.amount_before(amount.start)
        return next((a for a in self.marks.amounts if a.end == before == self._level_end), None)

    def _is_of_what_was_counted(self, amount: Amount, mention: Mention) -> bool:
        """Whether a Chinese change is that of a count right behind its metric, which is not of it: 出行服务订单量310万单,同比增长212%."""
        before = self._level_before(amount)
        if before is None or before.kind == "percent" or not self.marks.chinese:
            return False
        own = self._names_its_own(before, mention)
        return own or (before.kind == "count" and before.start - mention.end in (0, 1, 2))

    def _names_its_own(self, level: Amount, mention: Mention) -> bool:
        """Whether a clause behind a metric's names what a level is of in other words: 门店总数29214家,月均交易客户1.12亿,同比增长40.6%.

        A line of business is one (网络业务82亿美元增长162%), and so is a sum of months (1-10月累计1066144辆).
        """
        low = self.marks.clause(level.start)[0]
        if not mention.end < low < level.start:
            return False
        counts = level.kind in ("count", "bare") and (level.scaled or has_own_subject(self.marks, low, level))
        lines = any(low <= m.start < level.start for m in self.marks.segments)
        return counts or lines or bool(_IN_ALL.search(self.marks.text, low, level.start))
