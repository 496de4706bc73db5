"""Growth behind an amount that is of nothing known is of that too: `the Galaxy brand accounted for 95,011 (+237%)`, 营收1056亿元,股东权益为785亿元,同比增长58%."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.figure import Figure
from generator.extraction.links.clause import SPEAKS_OF_ELSE, is_conversion, unknown_words
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.verbs import A_MOVE

_OPENS = re.compile(
    r"(?: (?:units|vehicles|cars|yuan|euros))? ?\((?:(?:up|down|an? (?:increase|rise|gain|drop|decline|fall) of|plus|minus) )?"
)
# `sold 1.2 million hybrids in the third quarter, up 8%`, `525,300 cars and vans, 12% fewer`
_BEHIND_KIND = re.compile(
    rf"(?: [A-Za-z-]+){{1,8}}(?: (?:of )?20\d\d)?, (?:(?:up|down|an? (?:[a-z-]+ )?{A_MOVE} of)(?: (?:by|about|around|nearly|almost|roughly))? )?"
)
# 股东权益为785亿元,同比增长: a name of its own right before the amount, and nothing that sets it beside another
_LABELLED = re.compile(
    "[一-鿿A-Za-z&/]{2,14}?(?<!调整)(?<!调整后)(?:约?为|达到?|是|约|合计|共计?|总计|录得|升至|增至|降至)?\\s*"
)
_SET_BESIDE = re.compile(
    "预期|预测|预估|高于|低于|超|突破|较|比|其中|调整|相当|约合|折合|人民币|美元|港元|另有|纪录|历史|大关"
)
_GREW = re.compile("[,、(](?:则|也|亦|更|再)?[一-鿿]{2,10}")
_GREW_EN = re.compile(rf", (?:up|down|an? (?:[a-z-]+ )?{A_MOVE} of)(?: (?:by|about|around|nearly|almost|roughly))? ")


def growth_behind_doubted(scan: Scan, amount: Amount, figure: Figure, before: Figure | None) -> str | None:
    """Return why growth is of no metric: the amount that it stands right behind is of a part, a company or a thing that is not known."""
    if amount.kind not in ("percent", "points") or figure.metric is None or before is None or before.metric is not None:
        return None
    if before.doubt and before.doubt.startswith("of a "):
        forms = (_OPENS, _BEHIND_KIND) if before.doubt.startswith("of a kind") else (_OPENS,)
        at = scan.amount_before(amount.start)
        return before.doubt if any(form.fullmatch(scan.text, at, amount.start) for form in forms) else None
    return SPEAKS_OF_ELSE if before.doubt in (None, SPEAKS_OF_ELSE) and _is_of_the_unnamed(scan, amount) else None


def _is_of_the_unnamed(scan: Scan, amount: Amount) -> bool:
    """Whether growth stands right behind an amount that its own clause calls by a name that no metric has."""
    level = scan.preceding(amount)
    named = [m.start for m in (*scan.metrics, *scan.segments)] + [e.start for e in scan.entities]
    if level is None or level.kind not in ("money", "count") or is_conversion(scan, level):
        return False
    if any(level.end <= at < amount.start for at in named):
        return False
    if not scan.chinese:
        return _GREW_EN.fullmatch(scan.text, level.end, amount.start) is not None
    start = scan.clause(level.start)[0]
    labelled = _LABELLED.fullmatch(scan.text, start, level.start)
    alone = labelled is not None and not _SET_BESIDE.search(scan.text, start, level.start)
    alone = alone and bool(unknown_words(scan, start, level))
    return alone and _GREW.fullmatch(scan.text, level.end, amount.start) is not None
