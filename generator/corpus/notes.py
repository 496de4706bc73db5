"""Marks of footnotes within a sentence, which end nothing: `Non-IFRS[1] profit`, `volume ("GMV")(1) was`."""

from __future__ import annotations

import re
from collections.abc import Iterator

# `revenue of $21.5 billion[2])`; but `rose 5%[3] The company` ends a sentence where the mark stands
_BRACKETED = re.compile(r"(?<=[A-Za-z,)%])(?<![.!?][)])[ ]?(?:\[\d{1,3}\]){1,3}(?=\)| [a-z(]|-[a-z])")
# `the overseas segment(3) fell`: set right behind a word or its short form, where no item of a list begins
_ROUND = re.compile(r"\((?:(?<=[a-z]{3}\()|(?<=[A-Z]{2}\()|(?<=[a-zA-Z][\"'”’]\)\())\d\)(?=[ ,.;:)]|\n|\Z)")
# 非国际财务报告准则[1]的盈利, 196亿美元[2])
_IN_CHINESE = re.compile(r"(?<=[一-鿿])\[\d{1,2}\](?=[的之下),，,;；:：、])")


def notes(even: str) -> Iterator[tuple[int, int, str]]:
    """Yield the marks, in whose place nothing stands."""
    for form in (_BRACKETED, _IN_CHINESE, _ROUND) if "[" in even else (_ROUND,):
        for mark in form.finditer(even):
            yield *mark.span(), ""
