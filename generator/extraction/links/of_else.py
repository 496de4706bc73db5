"""Changes of something that no metric names: `with Office Consumer up 2%`, `offset by a 6% rise in vans`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.links.clause import names_a_cost
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.verbs import A_MOVE, MOVED
from generator.extraction.whose.sublines import NOBODY

# `with Office Commercial up 11%, Office Consumer up 2%`
_SUBJECT = re.compile(
    r"[)\s]*(?:with |and |while )?(?P<name>[A-Z][\w&-]*(?: (?:and |& )?[A-Z][\w&-]*){0,4})(?: (?:up|down|rose|fell|grew|gained|climbed|jumped|dropped|declined|increased|decreased|rising|falling)(?: by)?)? "
)
# `advertising grew 26%, with video account usage increasing by 80%`
_WITH_OTHER = re.compile(
    r"\s*with (?P<name>(?!(?:both|each|all|it|they|growth|this|that|these)\b)[a-z][a-z -]{3,40}?) (?:up|down|increasing|rising|growing|surging|jumping|climbing|soaring|falling|declining|dropping|decreasing)(?: by)? (?:about |around |nearly |over |more than )?"
)
# `Video Accounts, whose total time spent rose more than 80%`, `startups, whose spending tripled`
_WHOSE = re.compile(
    rf"\s*whose (?P<name>[a-z][a-z -]{{2,40}}?)(?: (?:{MOVED}|(?:has|had|have) [a-z]+))?(?: by| up| down)? (?:about |around |nearly |over |more than |almost )?"
)
# `offset by a 6% rise in vans`; `a 6% rise in the quarter` says when, `in local currency` how it was measured
_MOVE = "(?:rise|fall|increase|decrease|decline|drop|gain|jump|growth|surge|leap|expansion|slump|plunge)"
_RISE_IN = re.compile(
    rf" {_MOVE} in (?:the |its )?(?!(?:constant|local|reported|organic|comparable|euros?|dollars?|line|total|all|terms|value|volume|same|prior|previous|first|second|third|fourth|quarter\w*|period|years?|months?|past|last|current|full|fiscal|latest|recent|overall|net|gross|number|average|both)\b)(?P<name>[A-Za-z][\w-]+(?: (?:division|business|unit|segment))?)(?= and |[,.;]|$)"
)
# `helped by 26% growth in the Cloud ERP Suite`: a name that is longer than any the catalogue knows
_RISE_IN_NAME = re.compile(
    rf" {_MOVE} in (?:the |its )?(?P<name>[A-Z][\w-]*(?: [A-Z][\w-]*){{1,3}})(?: (?:line|range|suite|family|series|division|business|unit|segment|platform))?(?= and |[,.;]|$)"
)

# `orders when the purchase tax is halved`, `once tariffs are doubled`: what is done to something else
_DONE_TO = re.compile(
    r"\b(?:if|when|once|after|before|as|because|while|unless|until|that|and|but) (?P<name>(?:[a-z][\w'’-]*|[A-Z]{2,4}) (?:[\w'’-]+ ){0,5}?)(?:is|are|was|were|be|been|being|gets|get|got) $"
)
# 特斯拉周四挫3.19%: what a day did to a price
_DAY_ZH = re.compile(
    r"(?:周|星期)[一二三四五六日天](?:盘[中前后]|收盘|早盘|尾盘|终场|股价)*(?:再|续|一度|大|急|重|小|微|收|劲|狂)*(?:挫|跌|涨|升|弹|泻|扬)(?:逾|近|约|超过?)?$"
)
# 采购金额为28.9亿元,同比增长21%: right behind an amount, its own growth
_RIGHT_BEHIND = re.compile(
    r"[,，]?(?:同比|按年|较去年同期|环比|较上季)?(?:分别)?(?:大幅|小幅|略)?(?:增长|增加|上升|上涨|提升|下降|下滑|减少|升|涨|增|跌|降|减)(?:了|约|近|超过?|逾)?"
)

# `marketing cost it 20 billion yuan over the same period, 31% more than last year`
_COST = re.compile(rf" (?:has |had )?costs? (?:(?:it|them|us|the [a-z]+|[A-Z][\w.&]*(?: [A-Z]\w+)?) )?{ABOUT}$")
_HOW_MUCH = re.compile(
    rf"(?: (?:in|over|for|during) [^,;.\d]{{3,40}})?,? ?(?:up |down |which is |an increase of |a rise of )?{ABOUT}"
)
_SOME_GREW = re.compile(
    rf" of (?:the|its|their|those|these) [^,;.]{{3,90}}? (?:it|they|the company) [a-z]+ [^,;.]{{3,60}}, (?:up|down|which (?:is|was) (?:up|down)|an? {A_MOVE} of) (?:by )?{ABOUT}"
)
_BACK = 60  # characters before an amount, within which it is said to be a cost


def moves_beside(scan: Scan, amount: Amount) -> bool:
    """Whether something that no metric names moved beside what is told: `grew 26%, with video account usage increasing by 80%`."""
    start = max(scan.clause(amount.start)[0], scan.amount_before(amount.start))
    other = _WITH_OTHER.fullmatch(scan.text, start, amount.start) or _WHOSE.fullmatch(scan.text, start, amount.start)
    return other is not None and not scan.is_marked(*other.span("name"), scan.metrics)


# 出货量只是小幅增加,价格涨了约两成
_PRICES_ZH = re.compile(
    "(?:但|而|且|不过|同时|惟|其)*(?:产品|合约|现货|平均|零售)?(?:价格|[报售单均]价)(?:则|却|也|亦|还|已|又|再|大幅|小幅|同比|环比|按年|按季|上|下|微|急|大|再)*(?:[涨跌升降增]|提[高升]|调[升涨降])"
)


def is_of_else(scan: Scan, amount: Amount) -> bool:
    """Whether a change has a subject that the catalogue does not know: `with Office Consumer up 2%`, `a 6% rise in vans`."""
    start = max(scan.clause(amount.start)[0], scan.amount_before(amount.start))
    subject = _SUBJECT.fullmatch(scan.text, start, amount.start)
    if (
        subject
        and not NOBODY.match(subject["name"])
        and not scan.is_marked(*subject.span("name"), scan.metrics, scan.cues)
    ):
        return True
    priced = scan.chinese and _PRICES_ZH.match(scan.text, start, amount.start)
    if priced or _is_of_a_cost(scan, amount) or _cost_more(scan, amount, start) or _is_of_some(scan, amount):
        return True
    if amount.noun == "multiple" and _is_done_to_else(scan, amount, start):
        return True
    object_ = _RISE_IN.match(scan.text, amount.end)
    if object_ is not None and not scan.is_marked(*object_.span("name"), scan.metrics):
        return True
    named = _RISE_IN_NAME.match(scan.text, amount.end)
    return named is not None and not _is_known(scan, *named.span("name"))


def _is_of_a_cost(scan: Scan, amount: Amount) -> bool:
    """Whether Chinese growth stands right behind what was paid for something that no metric is."""
    while scan.chinese and (before := scan.preceding(amount)):
        if not _RIGHT_BEHIND.fullmatch(scan.text, before.end, amount.start):
            return False
        if before.kind != "percent":
            return names_a_cost(scan, scan.clause(before.start)[0], before)
        amount = before
    return False


def _cost_more(scan: Scan, amount: Amount, start: int) -> bool:
    """Whether English says of a change how much more something cost, which no metric names."""
    before = scan.preceding(amount)
    if (
        scan.chinese
        or before is None
        or before.kind != "money"
        or not _HOW_MUCH.fullmatch(scan.text, start, amount.start)
    ):
        return False
    return _COST.search(scan.text, max(scan.sentence.start, before.start - _BACK), before.start) is not None


def _is_of_some(scan: Scan, amount: Amount) -> bool:
    """Whether English says how many more than before were some of what is told: `More than 18,000 of the cars it sold went overseas, a rise of 217%`."""
    some = scan.preceding(amount)
    counts = some is not None and not scan.chinese and some.kind in ("count", "bare")
    return counts and some is not None and _SOME_GREW.fullmatch(scan.text, some.end, amount.start) is not None


def _is_known(scan: Scan, start: int, end: int) -> bool:
    """Whether a name ends as one of the catalogue's does: `Southeast Asia`, `Google Cloud`."""
    names = (scan.segments, scan.entities, scan.metrics, scan.periods)
    return any(start <= m.start and m.end >= end for named in names for m in named)


def _is_done_to_else(scan: Scan, amount: Amount, start: int) -> bool:
    """Whether what was halved or doubled is named right before, and no metric is that."""
    done = _DONE_TO.search(scan.text, start, amount.start)
    return done is not None and not scan.is_marked(*done.span("name"), scan.metrics)


def is_of_a_day(scan: Scan, amount: Amount, start: int) -> bool:
    """Whether a Chinese percentage is what a price did on a day of the week: 特斯拉周四挫3.19%."""
    return bool(_DAY_ZH.search(scan.text, max(start, amount.start - 20), amount.start))
