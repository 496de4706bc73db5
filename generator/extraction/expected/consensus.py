"""Whether an amount is what the market expected, beside what came or alone."""

from __future__ import annotations

import re

from generator.corpus.beginnings import sought
from generator.extraction.amounts.amount import Amount
from generator.extraction.expected.beside_each_en import was_of_the_last
from generator.extraction.expected.consensus_zh import is_governed, is_introduced
from generator.extraction.expected.had_been_expected_en import had_been_expected
from generator.extraction.expected.house import they_are_the_market
from generator.extraction.expected.house_zh import is_houses_zh
from generator.extraction.expected.listed_on import goes_on_expecting, is_of_a_year_before
from generator.extraction.expected.listed_zh import is_of_their_list
from generator.extraction.expected.market_in_short_en import market_in_short
from generator.extraction.expected.market_speaks import market_opens, market_speaks
from generator.extraction.expected.market_view import MARKETS_VIEW, VIEW_BEHIND, is_markets_view
from generator.extraction.expected.moving import origin_of
from generator.extraction.expected.names_market import MARKETS, names_the_market
from generator.extraction.expected.past_aside_en import past_aside
from generator.extraction.expected.polled import OWN, is_polled
from generator.extraction.expected.polled_items import (
    POLLED_BEHIND,
    VERSUS,
    awaited_by_market,
    awaits,
    is_headed,
    is_polled_item,
    is_put_by_pollster,
)
from generator.extraction.expected.reckoned_aside_en import is_reckoned_by_market
from generator.extraction.expected.surpassed import SURPASSED
from generator.extraction.expected.told_since import is_what_it_was
from generator.extraction.expected.unsaid_en import foreseen_on, is_only_beside
from generator.extraction.expected.what_they_expect_en import is_what_they_expect
from generator.extraction.expected.whose_expectation import BESIDE, is_markets, is_of_the_last, is_own, was_own
from generator.extraction.marks.being_zh import IS
from generator.extraction.marks.scanning import Scan
from generator.extraction.metrics.part_of import label_of
from generator.extraction.whose.context import Surroundings

EXPECTATIONS = ("forecast", "target", "consensus", "actual")
_EXPECTED_AFTER = re.compile(
    r"[\s(]*(?:(?:per share|a share|growth|rate|increase|rise|gain|jump|surge|drop|fall|decline|decrease|dip|slide|average|mean|median|in \w+|units|vehicles|loss|profit|yuan|RMB|that|which|the)\s+)*(?P<who>(?:(?-i:[A-Z])[\w.&]+ |wall street(?:'s)? |the street |analysts?'? ?)*)(?:that |which )?(?:(?:had|have|were|was|per)\s+)?(?:the |been )?(?P<what>expect(?:ed|ing|ations?|s)?|estimated?s?|est\b|consensus|cons\b|forecast\w*|projected|projections?|anticipat\w+|predicted|model+(?:ed|ing)|bargained for|counted on|counting on|banked on|betting on|braced for|hop(?:ed|ing) for|look(?:ed|ing) for|feared|exp\b|smartestimate|analysts|bloomberg consensus|pencil\w+)\b(?!\.?\s*:|\s*(?:of|was|is|at|for)\b|\.? \Z)(?: by (?:[a-z]+ )?(?:analysts|economists|investors|market|street)\b)?",
    re.I,
)
_OF_ANALYSTS = re.compile(
    r"(?: ?\([^()]{1,30}\))?, (?:based on|according to) (?:an?|the) (?:average|mean|median|consensus|poll) (?:estimate )?(?:from|of) (?:\d+ )?analysts\b|[ -](?:[a-z]+ )?average of (?:(?:\d+|[a-z]+) )?(?:analysts?['’]? )?(?:estimates|forecasts|projections) compiled by\b"
    r"|(?: (?:a|per) share)? average of (?:\d+ )?analysts?['’]? (?:estimates|forecasts|expectations)\b"
    r"| (?:average |mean |median |consensus )?(?:estimates?|forecasts?|expectations?|projections?) (?:of|from|by) (?:(?:\d+|[a-z]+) )?analysts\b"
    # `an 11.55 billion yen Thomson Reuters SmartEstimate, based on estimates of six analysts`
    r"|(?: [A-Z][\w&/.]*){0,4} (?:[Ss]mart[Ee]stimate|consensus|average|mean|median)\b(?: (?:estimate|forecast))?,? (?:based on|of|from|drawn from|compiled from)\b[^,;.]{0,24}\banalysts\b"
)
# `vs. $5.70 billion, according to StreetAccount`
_OF_THEIRS = re.compile(r"\b(?:analysts|street)['’]s? $", re.I)  # `versus analysts' $309 million estimate`
_ESTIMATE = re.compile(r" (?:average |mean |median )?(?:estimate|forecast|expectation|projection)s?\b")
_LEADS_ON = re.compile(r"(?: [a-z]+){0,5} ?")
_AS_OF = re.compile(
    r"(?: (?:a|per) share)?,? (?:according to|per|by|as per) (?:the |data from |a poll of |analysts? |estimates? )*(?:LSEG|Refinitiv|FactSet|StreetAccount|Street Account|Bloomberg|Visible Alpha|S&P|IBES|analysts?|estimates?|consensus)\b",
    re.I,
)
# `lower than analysts' expectations, which were set at 59,426 deliveries`
_SET_AT = re.compile(
    r"\b(?:analysts?['’]?|market|consensus|street) (?:expectations?|estimates?|forecasts?|projections?), which (?:was|were|had been|stood|is|are) (?:set )?(?:at )?$",
    re.I,
)
# `分析师610亿美元的平均预期`; what joins the next of a list of expectations in Chinese.
_EXPECTED_AFTER_ZH = re.compile(
    r"[辆台部家人]?的?(?:市场|分析[师员]|华尔街|机构|彭博|平均|一致|普遍|此前|综合|的)*(?:预期|预估|预测值?|预计)(?![将在])"
)
EXPECTED_ALONE = re.compile(r"\s*(?:而)?(?:市场|分析师|机构|此前)*(?:预测|预估|预期|预计)(?:值)?" + IS)
_BEATEN_ZH = re.compile(r"(?<!指引)(?:预期|预估|预测)(?:值)?\((?:约|为)?$")  # 大幅超预期(398.5亿美元)
# 距离预期上限348亿元仍有一段: what the market expected is set beside what came, by nobody's name
_ENDS_OF_VIEW_ZH = re.compile(
    "(?:距离?|离|[高低优逊]于|不及|超[过出]|接近|贴近|[介落][乎于在]|达到?)(?!公司|自[身己家]|集团|管理层)[^,;。\\d]{0,8}"
    "(?:预期|预测|预估)(?:区间|范围)?的?(?:[上下]限|[高低]端)的?(?:约|为)?$"
)
_EXPECTED_BESIDE = sought(r"\b(?:expectations?|estimates?|consensus|cons\.?)\s*\($", re.I)
_NO_MORE_THEIRS = re.compile(
    r"\b(?:than|from|after|against|versus|compared|while|but(?! (?:up|down)\b)|whereas|though|company|itself|guid\w+)\b|;"
)
_IS_WORTH = re.compile(
    r"\b(?:market (?:value|cap\w*)|valu(?:ation|ed|es)|worth|cash|debt|shares|stock)\b", re.I
)  # as it is now, whoever says so


def is_consensus(around: Surroundings, amount: Amount, stated: bool, last: bool) -> bool:
    """Whether an amount is what the market expected.

    `stated`: the sentence has stated what came; what is expected beside it is the market's, unless it is the company's own
    guidance. `last`: the amount before was the market's; one joined by `and` is so too.
    """
    if foreseen_on(around) == "forecast" and not names_the_market(around.scan):
        return False  # `Nomura expects revenue of 90 billion. Capital expenditure (est.): 12 billion`
    came = is_what_it_was(around.scan, amount) or is_of_a_year_before(around.scan, amount)
    if (aside := past_aside(around.scan, amount)) >= 0:
        return market_opens(around.scan, aside)
    return not came and _is_expected(around, amount, stated, last) and not is_houses_zh(around, amount)


def _is_expected(around: Surroundings, amount: Amount, stated: bool, last: bool) -> bool:
    """Whether words around an amount say that the market expected it."""
    scan, text = around.scan, around.scan.text
    floor = max(scan.clause(amount.start)[0], scan.amount_before(origin_of(scan, amount)))
    lead = text[floor : amount.start]
    polled = is_polled_item(around, amount, stated, lead)
    if label_of(scan, amount) and (is_headed(around, amount) or not _EXPECTED_AFTER.match(text, amount.end)):
        return polled or is_headed(around, amount)
    if (
        polled
        or _is_their_view(scan, amount)
        or market_speaks(scan, amount)
        or is_of_their_list(scan, amount, stated)
        or market_in_short(scan, amount)
        or is_what_they_expect(around, amount)
        or _is_theirs(around, amount)
        or (last and goes_on_expecting(scan, amount, stated))
        or (foreseen_on(around) == "consensus" and not is_only_beside(around, amount))
        or is_reckoned_by_market(scan, amount)
    ):
        return True
    if _EXPECTED_AFTER_ZH.match(text, amount.end):
        return (
            bool(SURPASSED.search(lead) and not OWN.search(text, amount.end, amount.end + 8))
            or bool(MARKETS.search(lead[-14:]) or MARKETS.search(text, amount.end, amount.end + 8))
            or "平均" in text[amount.end : amount.end + 6]
        )
    alone = (
        EXPECTED_ALONE.fullmatch(lead)
        or _ENDS_OF_VIEW_ZH.search(lead)
        or _BEATEN_ZH.search(text, max(scan.sentence.start, amount.start - 20), amount.start)
        or _EXPECTED_BESIDE.search(text, scan.sentence.start, amount.start)
    )
    if stated and alone:
        return not was_own(scan, floor, lead)
    cues = [
        c
        for c in scan.cues_between(floor, amount.start, *EXPECTATIONS)
        if c.kind != "actual" and not (is_of_the_last(scan, c, floor, amount) or was_of_the_last(scan, c, amount))
    ]
    chinese = scan.chinese
    if chinese and (is_introduced(scan, floor) or (not stated and is_governed(scan, floor, amount.start))):
        return not cues or cues[-1].kind != "target"
    view = not is_own(scan, cues, lead, amount.start) and is_markets_view(scan, amount, floor, stated)
    if (
        cues
        and not view
        and not (awaited_by_market(around, amount, floor) or is_put_by_pollster(cues, amount, lead, text))
    ):
        return is_markets(scan, cues[-1], floor, lead, stated) or they_are_the_market(around)
    if (
        view
        or (stated and had_been_expected(scan, amount))
        or _SET_AT.search(text, scan.sentence.start, amount.start)
        or is_polled(scan, amount.end, amount.end)
        or (_OF_THEIRS.search(lead) and _ESTIMATE.match(text, amount.end))
        or _OF_ANALYSTS.match(text, amount.end)
        or (VERSUS.search(lead) and _AS_OF.match(text, amount.end))
        or ((cues or (awaits(around, amount) and not _IS_WORTH.search(lead))) and POLLED_BEHIND.match(text, amount.end))
    ):
        return True
    after = _EXPECTED_AFTER.match(text, amount.end, min(scan.amount_after(amount.end), amount.end + 70))
    if awaited_by_market(around, amount, floor):
        return True
    if not after or re.search(r"\b(?:is|are) ", after[0]) or _is_of_the_next(scan, amount, after.end()):
        return False
    beside = BESIDE.search(text, max(scan.sentence.start, amount.start - 30), amount.start)
    return bool(beside or MARKETS.search(after[0])) and bool(stated or MARKETS.search(after[0]))


def _is_of_the_next(scan: Scan, amount: Amount, at: int) -> bool:
    """Whether an expectation that brackets add to an amount is that of another right behind it: `Revenue $52.9 billion (analysts expected $51.0 billion)`."""
    following = scan.following(amount)
    opens = scan.text.startswith((" (", "("), amount.end)
    return opens and following is not None and _LEADS_ON.fullmatch(scan.text, at, following.start) is not None


def _is_their_view(scan: Scan, amount: Amount) -> bool:
    """Whether an amount that something is set beside is called a view of the market's, whoever expects that something: `Its outlook was above the $7.2 billion consensus estimate`."""
    theirs = VIEW_BEHIND.match(scan.text, amount.end)
    return theirs is not None and bool(
        BESIDE.search(scan.text, max(scan.sentence.start, amount.start - 30), amount.start)
    )


def _is_theirs(around: Surroundings, amount: Amount) -> bool:
    """Whether a sentence opens with the market's view, or its subject is `they`, or their average, and it tells what the analysts of the sentence before expect: `They put revenue at`."""
    if not around.scan.chinese and MARKETS_VIEW.fullmatch(around.scan.text, around.scan.sentence.start, amount.start):
        return True  # `(Consensus: RMB4.9 billion.)`
    compared = _NO_MORE_THEIRS.search(around.scan.text, around.scan.sentence.start, amount.start)
    return compared is None and they_are_the_market(around)
