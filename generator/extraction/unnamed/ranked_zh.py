"""What a Chinese text ranks makers by, without saying what was done with it: 零跑以4.28万辆居首; 蔚来(2.1万辆)、小鹏(2.4万辆)位列前三; vivo以2160万台登顶."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.tallies import OF_CARS
from generator.extraction.marks.terms import NO_METRIC
from generator.extraction.metrics.aimed_zh import cars_meant

_LEAD = re.compile(r"(?P<with>以)(?:约|近|逾|超过?|累计|单月|月)*$")
_PLACE = (
    r"(?:的?(?:成绩|表现|数据|总量|规模))?,?(?:继续|再次|再度|依旧|依然|仍|稳|强势|成功|分别|暂时?|则|位)?"
    r"(?:居首|居于?(?:第|榜首)|[列居]第|列(?:第|前)|排[名在]?(?:第|前)|名列|位[列居]|[紧跟]?[随居]其后|紧随|领[跑先衔]|夺[冠得魁]|登顶|登上|冲上|摘得|问鼎|拿下|蝉联|稳坐|守住|跻身|进入|垫底|[第前][一二三四五六七八九十\d])"
)
_RANKS = re.compile(rf"[辆台部支]{_PLACE}")
# 蔚来(2.1万辆)、小鹏(2.4万辆)和零跑(4.2万辆)10月交付量位列前三
_IN_BRACKETS = re.compile(r"[辆台][,)]")
_LEAST = 1000  # cars


def with_ranked(marks: Scan, cars: bool, text: str, tracked: bool) -> Scan:
    """Return a Chinese sentence's marks with that by which makers are ranked as mentions of what the text tells of cars (`cars`), or of what makers shipped (`tracked`)."""
    if not ((cars or tracked) and marks.chinese and marks.entities):
        return marks
    found = [at for amount in marks.amounts if _counts(amount) and (at := _ranked(marks, amount))]
    if not found:
        return marks
    others = [at for amount in marks.amounts if _counts(amount) and (at := _of_another(marks, amount))]
    named = (name for m in marks.metrics for name in m.metrics if name in OF_CARS and m.start > found[-1][0])
    metric = (
        next(named, None) or (cars_meant(text) if cars else "shipments"),
    )  # the one behind the brackets, where the sentence names one
    told = [Mention(start, end, metric) for start, end in found]
    told += [Mention(start, end, (NO_METRIC,)) for start, end in others]
    return marks.with_metrics(told)


def _counts(amount: Amount) -> bool:
    return amount.kind in ("count", "bare") and amount.value >= _LEAST


def _ranked(marks: Scan, amount: Amount) -> tuple[int, int] | None:
    """Return where it is said that a maker's place goes by an amount, or the brackets open in which it stands right behind the maker."""
    text, (start, end) = marks.text, marks.clause(amount.start)
    if marks.brackets_around(amount.start):
        own = _in_its_brackets(marks, amount)
        return own if own and any(e.end == own[0] for e in marks.entities) else None
    lead = _LEAD.search(text, max(start, amount.start - 8), amount.start)
    named = any(start <= m.start < end for m in marks.metrics)
    return lead.span("with") if lead and not named and _RANKS.match(text, amount.end, marks.sentence.end) else None


def _in_its_brackets(marks: Scan, amount: Amount) -> tuple[int, int] | None:
    """Return where the brackets open that hold an amount first."""
    own = marks.brackets_around(amount.start)
    first = own is not None and own.start + 1 == amount.start and _IN_BRACKETS.match(marks.text, amount.end)
    return (own.start, own.start + 1) if own and first else None


def _of_another(marks: Scan, amount: Amount) -> tuple[int, int] | None:
    """Return where the brackets open in which an amount stands behind a name that the catalogue does not have."""
    own = _in_its_brackets(marks, amount)
    return own if own and not any(e.end == own[0] for e in marks.entities) else None
