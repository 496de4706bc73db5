"""Which of a sentence's periods an amount is of: the one right beside it, before it, behind it, or told earlier."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.extraction.amounts.amount import Amount
from generator.extraction.changes.above import set_above
from generator.extraction.marks.verbs import DID
from generator.extraction.periods.mention import PeriodMention
from generator.extraction.when.beside import is_set_beside
from generator.extraction.when.comparands_zh import is_comparand
from generator.extraction.when.each import in_a_row
from generator.extraction.when.nameless_spans import OPENING, next_amount
from generator.extraction.when.to_come import GOES_ON_TO_PLAN
from generator.extraction.when.usable import is_of_an_insertion
from generator.extraction.whose.beside import is_beside
from generator.extraction.whose.context import Surroundings
from generator.extraction.whose.set_before import comes_after, opens_with
from generator.settings.period import Period

_IN = re.compile(
    rf"(?: (?:per|an?|each) [a-z]+)?(?: (?:units|vehicles|devices|cars|smartphones|phones|yuan|RMB|people|employees|growth|increase|decline|rise|gain|drop|share|loss|profit))?(?:(?:,? (?:which |that )?(?:it|they|the (?:company|group|firm))(?: had)?)? (?:{DID}|seen|set|reached|registered))?\s+(?:in|for|during|over|at|as of|by|of)\s+(?:the )?",
    re.I,
)
_PREPOSITION = re.compile(r"(?:in|for|during|over|of) ")  # which a mention may begin with
_STANDS_ALONE = ("in ", "for ", "during ", "over ", "by ", "last ", "this ", "next ")  # `160,038 cars last year`
_UNITS = re.compile(r" (?:(?:units|vehicles|devices|cars|smartphones|phones|yuan|RMB|people|employees) )?")
# `revenue of $65 billion, plus or minus 2%, for the fourth quarter`: nothing else is spoken of between.
_TRAILING = re.compile(
    r"(?:,? plus or minus [\d.]+ ?(?:%|per ?cent|pct|basis points),?|,|[^,;.\d]{0,40}?,(?: (?:including|its|an?|the) [^;.\d]{3,110},)?)?\s*(?:for|in|during|by)\s+(?:the )?",
    re.I,
)
_CLOSE = re.compile(r"[^,;]{0,24}?\s*(?:(?:in|for|during|at|as of|by|of|from|over|在|于)\s*)?(?:the |its )?", re.I)
_AIMED_AT = re.compile(r"[辆台部架个元]?的?")  # 本月将提前完成10万台全年交付目标
_AFTER_ANOTHER = re.compile(
    r"\b(?:follow(?:s|ed|ing)|(?:c[ao]mes?|coming) (?:right |straight |just |hard )?(?:after|behind|on (?:top|the heels|the back) of)|on the heels of|succeed(?:s|ed)|build(?:s|ing) on|built on) (?:an? )?(?:[a-z]+ )?$"
)  # `July's reading followed a 0.8% rise in June`
# `though that was below the 14.3% it achieved in the April-June period`
_BELOW_THE = re.compile(r"\b(?:below|above|under|over|than|short of|ahead of|beat|matching) the (?:[a-z]+ )?$")
_IT_ACHIEVED = re.compile(
    r"(?: (?:units|vehicles|cars))?(?: that)? (?:it|they|the (?:company|group|firm)|[A-Z]\w+) (?:had |has )?[a-z]+(?:ed|d|ade|old|aw|ent|ook) (?:in|for|during) (?:the )?"
)
_AND_THEN = re.compile(r" (?:in|for|during) [^,;%]{3,40}? and (?:an? )?(?:about |around |nearly |over |just )?")
_SETS_BESIDE = re.compile(
    r"\((?:vs\.?|versus|from|against|after|compared (?:with|to)|(?:up|down) from|than|was) ", re.I
)
_TO_ITS_AMOUNT = re.compile(r" |:? ?(?:则?[为是] ?)?(?=[\d-])")
_LABEL = re.compile(r": ?")
_OF_THE_NEXT = re.compile("(?:公司)?(?:实现|录得)?")
# `For the full year of 2022, cumulative sales were 1.86 million`, `For 2022 as a whole`; but in 2022 they may have passed a mark
_ALL_YEAR = re.compile(
    r"\s*(?:(?:For|In|Over|During|Throughout|Across) (?:the )?(?:(?:full|whole|entire|calendar)\b|all of |(?:year|20\d\d),? (?:taken )?as a whole\b)|(?:Across|Throughout) (?:the year|20\d\d)\b)"
)
Named = tuple[PeriodMention, Period]


def dated_by(around: Surroundings, usable: list[Named], amount: Amount, instant: bool, since: int) -> Named | None:
    """Return the period of an amount among those of its sentence: right beside it, before it, behind it, told earlier.

    `since` is where English begins to speak of all there has been, -1 where it does not.
    """
    text, start = around.scan.text, around.scan.clause(amount.start)[0]
    usable = [
        x for x in usable
        if not (_labels_another(around, x[0], amount) or _is_only_beside(around, x[0], amount) or is_of_an_insertion(around, *x, amount.start))
    ]  # fmt: skip
    before = [
        x for x in usable
        if start <= x[0].start and x[0].end <= amount.start and since <= x[0].start and not is_of_origin(around, x[0])
    ]  # `January deliveries of 39,000 and a cumulative tally of 600,000`  # fmt: skip
    if _AFTER_ANOTHER.search(text, start, amount.start):
        before = []  # what came after that is told of its own month
    after = [x for x in _behind(around, usable, amount) if not _is_of_an_origin_behind(around, x[0], amount)]
    close = [x for x in after if _CLOSE.fullmatch(text, amount.end, x[0].start)]
    anothers = bool(before) and any(
        a.end <= before[-1][0].start and is_its_own(text, a, before[-1][0]) for a in around.scan.amounts
    )
    # 2024年,蔚来累计交付22.2万辆: in Chinese, all that were delivered in the year that the sentence opens with
    earlier = [
        x for x in usable
        if x[0].end <= start and not (is_of_origin(around, x[0]) or is_comparand(around, *x)) and (since < 0 or _opens_with(around, x, amount))
    ]  # fmt: skip
    loose = not (before or after or earlier)
    trailing = [x for x in usable if loose and _TRAILING.fullmatch(text, amount.end, x[0].start)]
    # `a total of 407 stores, covering 143 cities as of September 30`
    instants = [
        x for x in usable
        if instant and x[1].kind == "instant" and x[0].start >= amount.end and not is_of_origin(around, x[0])
        and not (around.scan.cues_between(amount.end, x[0].start, "target", "forecast") or _is_of_a_later_clause(around, x[0], amount))
    ]  # fmt: skip
    possessed = [x for x in before if text[x[0].end : amount.start] in ("'s ", "’s ")]  # `April's 4,167`
    in_order = (
        possessed, _own(text, after, _with_its_metric(around, amount)), close if anothers or not before else [], before[-1:], after, earlier[-1:],
        instants, trailing,
    )  # fmt: skip
    return next((found[0] for found in in_order if found), None)


def labelled_with(around: Surroundings, amount: Amount) -> Period | None:
    """Return the period that English sets before an amount as its label, what another is compared with: `(+8% vs Q3 2023: $23.4B)`."""
    beside = ((m, p) for m, p in around.resolved if is_beside(around.scan, m))
    return next((p for m, p in beside if _is_label(around, m, amount)), None)


def _is_label(around: Surroundings, mention: PeriodMention, amount: Amount) -> bool:
    """Whether only a colon, or within brackets a metric, stands between a period and an amount: `(vs Q2 2023 revenue $5.36B)`."""
    scan = around.scan
    if scan.text.startswith(": ", mention.end) and mention.end + 2 == amount.start:
        return True
    own = any(m.start == mention.end + 1 and m.end + 1 == amount.start for m in scan.metrics)
    return own and scan.brackets_around(mention.start) is not None


def _behind(around: Surroundings, usable: list[Named], amount: Amount) -> list[Named]:
    """Return the periods behind an amount, in its clause and before the next amount, that label nothing else."""
    if in_a_row(around, amount):
        return []
    end = min(around.scan.clause(amount.end)[1], next_amount(around, amount))
    return [
        x for x in usable
        if amount.end <= x[0].start and x[0].end <= end
        and (is_its_own(around.scan.text, amount, x[0]) or not (_labels_the_next(around, x[0]) or GOES_ON_TO_PLAN.search(around.scan.text, amount.end, x[0].start)))
    ]  # `331,000 vehicles in May: 290,000 at home and 41,000 abroad`  # fmt: skip


def _own(text: str, after: list[Named], amount: Amount) -> list[Named]:
    """Return the periods behind an amount that are its own, whatever stands before: of its aim, or behind `in`."""
    aimed = [
        x for x in after
        if _AIMED_AT.fullmatch(text, amount.end, x[0].start) and "目标" in text[x[0].end : x[0].end + 8]
    ]  # fmt: skip
    return aimed or [x for x in after if is_its_own(text, amount, x[0])]


def _with_its_metric(around: Surroundings, amount: Amount) -> Amount:
    """Return an amount as if it ended with the metric right behind it: `RMB827 million income from operations in the second quarter`."""
    named = next((m for m in around.scan.metrics if m.start >= amount.end), None)
    at_once = named and around.scan.text[amount.end : named.start] in (" ", " in ", " of ", " of the ", " of its ")
    return replace(amount, end=named.end) if named and at_once else amount


def _opens_with(around: Surroundings, dated: tuple[PeriodMention, Period], amount: Amount) -> bool:
    """Whether a sentence opens with the months or the whole year that an amount is of in all: `In the first nine months, cumulative sales reached`."""
    mention, period = dated
    start = around.scan.sentence.start
    first = around.scan.amount_before(amount.start) == start
    whole = period.kind == "year" and bool(_ALL_YEAR.match(around.scan.text, start))
    return first and (whole or (period.kind in ("nine_months", "half") and mention.start - start <= OPENING))


def is_its_own(text: str, amount: Amount, mention: PeriodMention) -> bool:
    """Whether a period stands right behind an amount, after a preposition, which may be a part of its mention."""
    said = text[mention.start : mention.end].lower()
    own = _PREPOSITION.match(said)
    gap = _IN.fullmatch(text, amount.end, mention.start + (own.end() if own else 0))
    return bool(gap) or (
        (mention.relation == "prev" or said.startswith(_STANDS_ALONE))
        and bool(_UNITS.fullmatch(text, amount.end, mention.start))
    )


def is_of_origin(around: Surroundings, mention: PeriodMention) -> bool:
    """Whether a period is only that of what an amount came from: `up 15% from 167 billion yuan in Q3 2024, with profit at 64 billion`."""
    text = around.scan.text
    return text[mention.start].isascii() and any(
        (is_its_own(text, amount, mention) and _is_origin(around, amount))
        or _is_below(text, amount, mention)
        or ((above := set_above(around.scan, amount)) and above.period is mention)
        for amount in around.scan.amounts
        if amount.end <= mention.start
    )


def _is_origin(around: Surroundings, amount: Amount) -> bool:
    """Whether an amount is one that another came from, or is joined to such a one: `from 22.6% in the first quarter and 20.2% in the fourth`."""
    if is_set_beside(around, amount) or comes_after(around.scan, amount) or opens_with(around.scan, amount):
        return True
    last = around.scan.preceding(amount)
    joined = (
        last is not None and last.kind == amount.kind and _AND_THEN.fullmatch(around.scan.text, last.end, amount.start)
    )
    return bool(joined) and last is not None and _is_origin(around, last)


def _is_below(text: str, amount: Amount, mention: PeriodMention) -> bool:
    """Whether another amount is only set beside one of a period: `below the 14.3% it achieved in the April-June period`."""
    behind = _IT_ACHIEVED.fullmatch(text, amount.end, mention.start)
    return behind is not None and bool(_BELOW_THE.search(text, max(0, amount.start - 30), amount.start))


def _is_of_an_origin_behind(around: Surroundings, mention: PeriodMention, amount: Amount) -> bool:
    """Whether a period behind an amount is that of a later one it is compared with: `$8.4 billion, down from $8.7 billion as of the end of 2021`."""
    later = any(a.start >= amount.end and a.end <= mention.start for a in around.scan.amounts)
    return later and is_of_origin(around, mention)


def _labels_another(around: Surroundings, mention: PeriodMention, amount: Amount) -> bool:
    """Whether a period only labels another amount within brackets: the Q1 of `gross margin at 53-55% (Q1 52.3%), operating margin at 22%`; each of 毛利率20.9%(Q2 18.7%,23Q3 21.2%)."""
    scan, inside = around.scan, around.scan.brackets_around(mention.start)
    if inside is None or inside == scan.brackets_around(amount.start):
        return False
    opens = scan.text[mention.start - 1] == "(" or (scan.chinese and scan.text[mention.start - 1] in ",;、")
    gap = _TO_ITS_AMOUNT.match(scan.text, mention.end, inside.end)
    return opens and gap is not None and scan.amount_after(mention.end) == gap.end()


def _is_only_beside(around: Surroundings, mention: PeriodMention, amount: Amount) -> bool:
    """Whether English brackets only set beside an amount what stood there in a period, which another is not of: `(vs. 12.1%/14.8% in 2Q/1Q24), and gross margin rose to 20.8%`."""
    scan, inside = around.scan, around.scan.brackets_around(mention.start)
    if scan.chinese or inside is None or inside == scan.brackets_around(amount.start):
        return False
    return bool(_SETS_BESIDE.match(scan.text, inside.start)) and scan.amount_after(inside.start) < inside.end


def _is_of_a_later_clause(around: Surroundings, mention: PeriodMention, amount: Amount) -> bool:
    """Whether a day behind a Chinese amount stands in a later clause, before that one's own amount: 现金为2000亿元,6月底为1800亿元."""
    scan = around.scan
    start, end = scan.clause(mention.start)
    return scan.chinese and start > amount.start and mention.end <= scan.amount_after(mention.end) < end


def _labels_the_next(around: Surroundings, mention: PeriodMention) -> bool:
    """Whether a period stands before an amount as its label: `RMB 92.5 billion (2Q24: RMB 88.9 billion)`.

    In Chinese, before the next metric: 每股纯益19.5元、全年每股纯益66.25元; where a page lost its stop, 净利润130亿元(同比+61%)24Q3实现营收311亿元.
    """
    named = _OF_THE_NEXT.match(around.scan.text, mention.end)
    ends = named.end() if named else mention.end
    if any(m.start == ends for m in around.scan.metrics) and around.scan.text[mention.start - 1] in "、,及和与而) 元%":
        return True
    label = _LABEL.match(around.scan.text, mention.end)
    return label is not None and around.scan.amount_after(mention.end) == label.end()
