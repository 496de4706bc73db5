"""Which period before an amount is of, where it is only set beside another."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.changes.above import set_above
from generator.extraction.expected.in_brackets_zh import held_in_brackets
from generator.extraction.lists.times_before_zh import time_before
from generator.extraction.marks.cues import Cue
from generator.extraction.marks.scanning import Scan
from generator.extraction.when.bases_bracketed_zh import base_bracketed
from generator.extraction.when.bases_shared_en import base_shared
from generator.extraction.when.beside import FROM_BEFORE, LED_TO, clause_opens_earlier, opens_before
from generator.extraction.when.earned_then_zh import earned_then
from generator.extraction.when.from_now_zh import is_from_now, is_moved_on
from generator.extraction.when.led_from import (
    BASE_BEHIND,
    is_a_lower_end,
    is_bound,
    is_dated_behind,
    is_made_of,
    past_conversion,
    period_led_from,
)
from generator.extraction.when.matched import is_only_matched
from generator.extraction.when.named_before import in_prior_period, names_the_year_before, told_beside
from generator.extraction.when.nearest import labelled_with
from generator.extraction.when.origins import named_origin
from generator.extraction.when.records import of_record
from generator.extraction.when.same_as_before_en import is_as_before
from generator.extraction.when.when_it_did_en import when_it_did
from generator.extraction.when.with_the_last import (
    from_the_last,
    goes_with_the_last,
    is_of_the_last,
    is_told_of_the_last,
    said_by_share,
)
from generator.extraction.whose.beside_line_en import line_set_beside
from generator.extraction.whose.context import Surroundings
from generator.extraction.whose.set_before import comes_after, comes_bare_after, opens_with

# `for the third quarter, in which it had earned 2.8 billion yuan last year`
_IN_WHICH = re.compile(r"\b(?:quarter|half|period|months?),? in which [^,;.\d]{2,30}$")
_LAST_YEAR = re.compile(r" (?:last year|a year (?:ago|earlier|before))\b")
_ALONE, _CLOSED = re.compile(r" ?\("), re.compile(r"(?: (?:euros|yuan|dollars|won|yen))?\)")
_RANGING = re.compile(
    r"\b(?:rang(?:e|es|ed|ing)|var(?:y|ies|ied|ying)|spanning) from (?:about )?$", re.I
)  # the lower end of what lies between

_TURNED = re.compile(
    rf"\bturn(?:ed|s|ing) (?:an?|the|its|[A-Z][\w.&-]*['’]s?) (?:[a-z-]+ ){{0,3}}(?:profit|loss|income|surplus|deficit) of {ABOUT}$"
)
_INTO = re.compile(r"(?: [^,;.\d]{0,30})? into\b")
# `compared with 417,200 for all of last year`, `the 417,200 of the entire previous year`: no part of it
_OF_ALL_OF_IT = re.compile(
    r"(?: [a-z]+)? (?:for|in|over|of|during) (?:(?P<named>(?:all|the whole|the entirety) of last year)|(?:all of |(?:the )?(?:entire|whole|full) )(?:the )?(?:previous|prior|preceding|last) year\b|the (?:entire|whole|full) year (?:before|earlier))"
)
# 去年同期则是营收1589亿美元、每股盈余1.43美元
_OPENS_LIST = re.compile(
    r"\s*(?:而|但|至于|相比之下,?)?(?:去年|上年|前一?年)(?:同[期季月]|第?[一二三四1-4]季度?)?(?:则|只|仅|还|才)?[是为]?"
)
_JOINT = re.compile(r"[元辆台部]?\s*[、及和与]")
_IS = re.compile(r"(?:则|也|亦|是|为|达|约|近){0,3}")
# `and is now`, `compared with 28 billion`: no more of then
_BACK = re.compile(
    r"\b(?:now|today|this (?:quarter|time)|currently|compared|against|versus|from|than|(?:a|one) year|last year)\b"
)

# `YouTube ads brought $9.8 billion ($8.7 billion last year)`: of the same quarter
_OPENS_BRACKET = re.compile(
    r"\((?:(?:vs\.?|versus|from|against|compared (?:with|to)|up from|down from) )?(?:[A-Z]{0,3}[$€£¥] ?)?$"
)
_ENDS_LAST_YEAR = re.compile(r"(?: (?:yuan|euros?|dollars|yen|won|units|vehicles|cars))? last year\)")


def _is_last_years(scan: Scan, amount: Amount) -> bool:
    """Whether a bracket sets what something was last year beside what it is."""
    opens = _OPENS_BRACKET.search(scan.text, max(scan.sentence.start, amount.start - 24), amount.start)
    return opens is not None and _ENDS_LAST_YEAR.match(scan.text, amount.end) is not None


def prior_of(around: Surroundings, amount: Amount) -> str | None:
    """Return which period before an amount is of: `year`, `quarter`, `month`, `named`, None for none.

    `compared` is one that English sets beside without saying when it was, `other` one of some earlier time.
    """
    if is_as_before(around.scan, amount) or line_set_beside(around.scan, amount):
        return None
    if whole := _OF_ALL_OF_IT.match(around.scan.text, amount.end):
        return "named" if whole["named"] else "other"
    named = named_origin(around, amount) or labelled_with(around, amount) or base_shared(around, amount)
    if named or is_only_matched(around, amount):
        return "named"
    if is_from_now(around.scan, amount) or is_moved_on(around.scan, amount):
        return "other"
    if then := time_before(around.scan, amount) or base_bracketed(around, amount):
        return then
    if _is_last_years(around.scan, amount) or held_in_brackets(around, amount) == "year before in brackets":
        return "year"
    told = (
        earned_then(around.scan, amount)
        or of_record(around, amount)
        or _set_above(around, amount)
        or _opened(around, amount)
    )
    told = told or _of_the_same_list(around, amount)
    told = told or in_prior_period(around.scan, amount) or when_it_did(around.scan, amount)
    told = told or comes_bare_after(around.scan, amount)
    told = told or _set_beside(around, amount)
    return told or _bracketed(around, amount) or _turned_into(around.scan, amount)


def _turned_into(scan: Scan, amount: Amount) -> str | None:
    """Return `other` for what was turned into something else: `turned a profit of $2.9 billion into a net loss of $3.1 billion`."""
    turned = _TURNED.search(scan.text, max(scan.sentence.start, amount.start - 60), amount.start)
    return "other" if turned and _INTO.match(scan.text, amount.end) else None


def _of_the_same_list(around: Surroundings, amount: Amount) -> str | None:
    """Return which period before the amounts of a Chinese list are of that opens with it: 去年同期则是营收1589亿美元、每股盈余1.43美元."""
    scan, before = around.scan, around.scan.preceding(amount)
    if before is None or not scan.chinese or not _OPENS_LIST.match(scan.text, scan.sentence.start, before.start):
        return None
    named = [m for m in scan.metrics if before.end <= m.start and m.end <= amount.start]
    if len(named) != 1 or not _JOINT.fullmatch(scan.text, before.end, named[0].start):
        return None
    first = prior_of(around, before)
    return first if first and _IS.fullmatch(scan.text, named[0].end, amount.start) else None


def _bracketed(around: Surroundings, amount: Amount) -> str | None:
    """Return which period before an amount is of that stands alone in brackets behind another of its kind, as brackets before it say.

    `net income of 2.1 billion euros (previous year: 1.4 billion) on revenue of 18.9 billion euros (18.0 billion)`
    """
    scan, before = around.scan, around.scan.preceding(amount)
    own = scan.brackets_around(amount.start)
    if scan.chinese or own is None or before is None or not (before.scaled and amount.scaled):
        return None
    if before.kind not in (amount.kind, "money") or amount.kind not in ("money", "bare"):
        return None
    if amount.currency not in (None, before.currency) or not _ALONE.fullmatch(scan.text, before.end, amount.start):
        return None
    if not _CLOSED.fullmatch(scan.text, amount.end, own.end):
        return None
    labelled = (a for b in scan.brackets for a in scan.amounts if b.start < a.start < b.end <= own.start)
    told = next((prior for a in labelled if (prior := prior_of(around, a))), "other")
    return told if told in BASE_BEHIND.values() else "other"


def _opened(around: Surroundings, amount: Amount) -> str | None:
    """Return which period before its sentence or its clause says that an amount is of: `in which it had earned 2.8 billion yuan last year`."""
    scan, on = around.scan, around.ground.period
    lead = scan.text[max(scan.sentence.start, amount.start - 40) : amount.start]
    if _IN_WHICH.search(lead) and _LAST_YEAR.match(scan.text, amount.end):
        return "year"
    first, low = scan.amount_before(amount.start), scan.clause(amount.start)[0]
    opens = scan.sentence.start if first == scan.sentence.start else low
    behind = scan.text.rfind("; ", scan.sentence.start, amount.start) + 1
    if behind and first <= behind <= low:  # `; three months earlier, profit came to 9 billion`
        opens = behind
        if not scan.chinese and clause_opens_earlier(scan, opens):
            return "year"
    if first > opens or any(on and p.kind == on.kind and on < p and m.end <= amount.start for m, p in around.resolved):
        # `It sold 23,900 in April. Last month, it sold 23,231`, in June
        return "quarter" if first > opens and _is_all_of_the_quarter_before(around, amount) else None
    return opens_before(scan, opens)


def _is_all_of_the_quarter_before(around: Surroundings, amount: Amount) -> bool:
    """Whether a sentence opens with the quarter before, and names no other time until an amount: `A quarter earlier, revenue rose to 42 billion and net profit to 4 billion`."""
    scan = around.scan
    low = scan.sentence.start
    if around.resolved or _BACK.search(scan.text, low, amount.start):
        return False
    return opens_before(scan, low) == "quarter" and "; " not in scan.text[low : amount.start]


_ALIKE = re.compile(r"(?:基本|大致|大体|几乎)?(?:持平|相当|相若|一致)")


def _set_above(around: Surroundings, amount: Amount) -> str | None:
    """Return which period before an amount is of that what came is set above or below: `well above the 10,707 made in June`."""
    than = set_above(around.scan, amount)
    if than is None or than.period is None:
        return BASE_BEHIND[than.against] if than else None
    period = next((p for m, p in around.resolved if m == than.period), None)
    return None if period is None or period == around.ground.period else "named"


def _set_beside(around: Surroundings, amount: Amount) -> str | None:
    """Return which period before an amount is of that another is set beside."""
    text = around.scan.text
    if same := said_by_share(around, amount):
        return prior_of(around, same)
    if is_told_of_the_last(around, amount) or goes_with_the_last(around, amount):
        return "year"
    lead = text[max(around.scan.sentence.start, amount.start - 40) : amount.start]
    floor = max(around.scan.clause(amount.start)[0], around.scan.amount_before(amount.start))
    led_to = LED_TO.search(lead)  # `from 20.4% a year earlier to 22.9%`
    apart = [b for b in around.scan.brackets if not b.start < amount.start < b.end]
    cues = [
        c for c in around.scan.cues_between(floor, amount.start, "prior")
        if not (is_of_the_last(around, c) or any(b.start < c.start < b.end for b in apart) or _is_anothers(around, c) or _is_alike(around, c, amount))
    ]  # fmt: skip
    if names_the_year_before(around, lead, amount) or (not led_to and cues):
        return "year"
    end = past_conversion(around.scan, amount)
    after = text[end : around.scan.amount_after(end)]
    origin = (
        None
        if led_to
        or _RANGING.search(lead)
        or is_a_lower_end(around.scan, amount)
        or is_bound(around.scan, lead, amount)
        or is_made_of(around.scan, amount)
        else FROM_BEFORE.search(lead) or from_the_last(around, amount)
    )
    before = comes_after(around.scan, amount) or opens_with(around.scan, amount)
    if (origin or before) and is_dated_behind(around, end, before):
        return "named"
    led_from = led_to and after.startswith(" from ")  # `rose 3% to €1.9 billion from the previous quarter`
    if beside := None if led_from else told_beside(lead, after, bool(origin)):
        return beside
    if not origin:
        return None
    return period_led_from(around, amount, origin, end, floor)


def _is_alike(around: Surroundings, cue: Cue, amount: Amount) -> bool:
    """Whether a Chinese cue only says that an amount is what it was then: 经营利润率与去年同期持平为28% is of now."""
    return _ALIKE.match(around.scan.text, cue.end, amount.start) is not None


def _is_anothers(around: Surroundings, cue: Cue) -> bool:
    """Whether a Chinese cue is of the same time as what was told of another company: 比亚迪上牌7231辆,特斯拉同期为7165辆."""
    return around.scan.text.startswith("同期", cue.start) and any(e.end == cue.start for e in around.scan.entities)
