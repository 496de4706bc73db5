"""Whether an amount is what the market expected, beside what came or alone."""

from __future__ import annotations

import re

from generator.corpus.beginnings import sought
from generator.extraction.amounts.amount import Amount
from generator.extraction.expected.beaten import SET_AGAINST, came_behind
from generator.extraction.expected.consensus_zh import is_governed, is_introduced
from generator.extraction.expected.had_been_expected_en import had_been_expected
from generator.extraction.expected.house import they_are_the_market
from generator.extraction.expected.house_previews_en import house_previews
from generator.extraction.expected.house_zh import is_houses_zh
from generator.extraction.expected.in_brackets_zh import held_in_brackets
from generator.extraction.expected.listed_on import goes_on_expecting, is_of_a_year_before
from generator.extraction.expected.listed_zh import is_of_their_list
from generator.extraction.expected.market import MARKET
from generator.extraction.expected.market_in_short_en import market_in_short
from generator.extraction.expected.market_speaks import market_opens, market_speaks
from generator.extraction.expected.market_view import MARKETS_VIEW, VIEW_BEHIND, is_markets_view, is_missed_in_brackets
from generator.extraction.expected.moving import origin_of
from generator.extraction.expected.past_aside_en import past_aside
from generator.extraction.expected.polled import OWN, is_awaited, is_polled
from generator.extraction.expected.set_beside_zh import stands_below_so
from generator.extraction.expected.told_since import is_what_it_was
from generator.extraction.expected.what_they_expect_en import is_what_they_expect
from generator.extraction.marks.being_zh import IS
from generator.extraction.marks.cues import Cue
from generator.extraction.marks.scanning import Scan
from generator.extraction.metrics.part_of import label_of
from generator.extraction.when.due import due_said
from generator.extraction.whose.context import Surroundings

# `Analysts, on average, were expecting 10 cents`: who expects it, before an aside
_BEFORE_ASIDE = re.compile(
    rf"\s*(?:But |And |While )?(?:(?:The |Most |Many |Some )?{MARKET})\b[^,;\d]{{0,50}}, [^,;$€£¥]{{2,50}},"
)
EXPECTATIONS = ("forecast", "target", "consensus", "actual")
# Those whose expectations are the market's, and the words for what a company itself expects.
_MARKET = sought(
    r"(?<!told )(?<!telling )(?<!tells )(?<!call with )(?<!briefing with )(?<!conference with )\b(?:analysts?(?!['’]? (?:calls?|conference|meeting|day|briefing|event)\b)|forecasters|economists|experts|brokers|wall street|(?:the )?street|sell-side|consensus|cons(?=[.: )]|$)|lseg|refinitiv|factset|bloomberg|visible alpha|streetaccount|(?<!domestic )(?<!international )(?<!overseas )(?<!foreign )(?<!home )(?<!local )(?<!mainland )(?<!chinese )(?<!china )(?<!european )(?<!american )(?<!indian )(?<!japanese )(?<!us )(?<!global )(?<!world )(?<!phone )(?<!car )(?<!auto )(?<!vehicle )(?<!ev )(?<!pc )(?<!cloud )(?<!chip )(?<!mass )(?<!end )market|investors(?!['’]? (?:calls?|conference|meeting|day|briefing|event)\b)|polled|market watchers|smartestimate|(?:average|mean|median) (?:estimate|forecast|projection|expectation|prediction)s?)\b|分析[师员]|(?<![外内际国洲球度地机车脑端陆])(?<!日本)(?<!本土)市场|(?<![该家])机构|彭博|华尔街|LSEG|FactSet|Visible Alpha",
    re.I,
)
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
_ESTIMATES = re.compile(r"\b(?:[Ee]stimates?|[Ee]xpectations?|[Ff]orecasts|[Pp]rojections)\b")
_ESTIMATE = re.compile(r" (?:average |mean |median )?(?:estimate|forecast|expectation|projection)s?\b")
_LEADS_ON = re.compile(r"(?: [a-z]+){0,5} ?")
_AGAINST = sought(r"(?<![a-z])(?:vs\.?|v\.s\.|versus|against|compared (?:with|to))\s*$", re.I)
# `Analysts expect Apple to guide to $132 billion`: what the company will say is what the market expects.
_TO_GUIDE = re.compile(
    r"\b(?:analysts?|street|consensus|market|investors)\b[^,;]{0,40}\b(?:expect|forecast|anticipat|look|predict|estimat)\w*\b[^,;]{0,40}\bto guide\b",
    re.I,
)
_AGAINST_ZH = re.compile("(?:对比|对照|相较于?|相比)[:,]?$")
_AS_OF = re.compile(
    r"(?: (?:a|per) share)?,? (?:according to|per|by|as per) (?:the |data from |a poll of |analysts? |estimates? )*(?:LSEG|Refinitiv|FactSet|StreetAccount|Street Account|Bloomberg|Visible Alpha|S&P|IBES|analysts?|estimates?|consensus)\b",
    re.I,
)
# `Revenue is put at 85 billion yuan, according to FactSet`
_POLLED_BEHIND = re.compile(
    r"(?: (?:a|per) share)?(?: \([^()]{1,24}\))?,? (?:according to|as per|going by|based on) (?:the |an? |data (?:from|by) |estimates (?:from|by) |figures (?:from|by) )*(?:LSEG|Refinitiv|FactSet|StreetAccount|Street Account|Visible Alpha|S&P Capital IQ|IBES|Bloomberg (?:consensus|data|estimates|poll))\b",
)
# `According to Bloomberg consensus estimates, revenue is expected to reach 19.96 billion yuan`
_ACCORDING = re.compile(
    r"\s*(?:according to|per|based on) (?:[\w&'’]+ ){0,4}?(?:consensus|analysts?|estimates|expectations|polled|LSEG|FactSet|Bloomberg|Visible Alpha)\b[^,]{0,40},",
    re.I,
)
# `lower than analysts' expectations, which were set at 59,426 deliveries`
_SET_AT = re.compile(
    r"\b(?:analysts?['’]?|market|consensus|street) (?:expectations?|estimates?|forecasts?|projections?), which (?:was|were|had been|stood|is|are) (?:set )?(?:at )?$",
    re.I,
)
# `gross margin of 55.7%, estimated at 55.1%`: beside what came, what had been estimated
_ESTIMATED_AT = re.compile(r"(?:, |\()(?:estimated|expected|forecast|est\.?)(?: (?:at|to be))? (?:about |around )?$")
_WHO = re.compile(r"\s*who(?:se)?\b")  # `estimates of analysts surveyed by LSEG, who forecast it to earn`
_BESIDE = re.compile(
    r"(?:\b(?:vs\.?|versus|than|from|against|compared (?:with|to)|below|above|under|over|of|beat\w*|miss\w*|topp\w+|surpass\w*|exceed\w*|outperform\w*|outpac\w*|short of|shy of|ahead of|behind|the|line with)\s*(?:an? |the |about |around |roughly )*)$",
    re.I,
)
_ITEM = re.compile(r"[^\w\n]{0,6}[A-Z][\w&/,'’ ()-]{1,60}(?::| of | -) ?")  # `- Revenue: $124 billion`
# `分析师610亿美元的平均预期`; what joins the next of a list of expectations in Chinese.
_EXPECTED_AFTER_ZH = re.compile(
    r"[辆台部家人]?的?(?:市场|分析[师员]|华尔街|机构|彭博|平均|一致|普遍|此前|综合|的)*(?:预期|预估|预测值?|预计)(?![将在])"
)
_EARLIER_OWN = re.compile("(?:此前|之前|原先|先前|早前)(?:的)?(?:预测|预估|预期|预计)")
# 营收87亿美元,超过了86亿美元的预期
_BY_ITSELF = re.compile(
    "(?:自己|自身|自家|本身)(?:此前|先前|原先|之前|早前)?的?(?:预期|预估|预测)"
)  # 成长率超乎公司自己预期的10%至12%
_SURPASSED_EN = re.compile(r"\b(?:topp?(?:ed|ing|s)?|exceed(?:ed|ing|s)?|surpass(?:ed|ing|es)?|above|over) the $")
_SURPASSED = re.compile(r"(?:超过|高于|低于|优于|好于|不及|逊于|胜过|超出|未达|未达到)了?(?:约|近)?$")
EXPECTED_ALONE = re.compile(r"\s*(?:而)?(?:市场|分析师|机构|此前)*(?:预测|预估|预期|预计)(?:值)?" + IS)
_BEATEN_ZH = re.compile(r"(?<!指引)(?:预期|预估|预测)(?:值)?\((?:约|为)?$")  # 大幅超预期(398.5亿美元)
# 距离预期上限348亿元仍有一段: what the market expected is set beside what came, by nobody's name
_ENDS_OF_VIEW_ZH = re.compile(
    "(?:距离?|离|[高低优逊]于|不及|超[过出]|接近|贴近|[介落][乎于在]|达到?)(?!公司|自[身己家]|集团|管理层)[^,;。\\d]{0,8}"
    "(?:预期|预测|预估)(?:区间|范围)?的?(?:[上下]限|[高低]端)的?(?:约|为)?$"
)
# `Operating profit fell 11% to $1.4bn ($1.1bn expected)`
_IN_BRACKETS = re.compile(
    r" (?:was |were |had been )?(?:expected|anticipated|forecast|estimated?|est\.?|consensus|cons\.?)\)", re.I
)
_ESTIMATE_WAS = re.compile(
    r"\((?:[A-Z]\w+ )?(?:average |mean |consensus )?(?:est\.?|[Ee]stimates?|[Ee]xpected|[Ee]xpectations?): ?$"
    r"|(?:[\d)]|llion|RMB|yuan), (?:Bloomberg |average |mean |consensus )?estimates? $"  # `Cloud revenue $7.45 billion, estimate $7.4 billion`
)  # `sales of $22 billion (estimate: $20 billion)`
_EXPECTED_BESIDE = sought(r"\b(?:expectations?|estimates?|consensus|cons\.?)\s*\($", re.I)
# `with expectations for an increase to 28% in Q3`: whoever expects it, it is not beside what came.
_HOPED = re.compile(r"(?<!compared )(?<!in line )\bwith (?:the )?expectations? (?:of|for)", re.I)
_NO_MORE_THEIRS = re.compile(
    r"\b(?:than|from|after|against|versus|compared|while|but(?! (?:up|down)\b)|whereas|though|company|itself|guid\w+)\b|;"
)
_ITS_OWN = re.compile(r"\b(?:[Ii]ts|[Hh]is|[Hh]er|[Oo]ur|[Mm]y) (?:own |[a-z-]+ ){0,2}$")
_WITH = re.compile(r",? with (?:the |its )?$")
_IS_WORTH = re.compile(
    r"\b(?:market (?:value|cap\w*)|valu(?:ation|ed|es)|worth|cash|debt|shares|stock)\b", re.I
)  # as it is now, whoever says so
_HOPES = re.compile(r"hopes (?:of|for)\b")
_OF_SHARES = re.compile(r" (?:value|cap|capitali[sz]ation|valuation|share|position|price)\b", re.I)  # `market value`


def is_surpassed(scan: Scan, amount: Amount) -> bool:
    """Whether an amount is what something went beyond, which is no bound of it: 超过了86亿美元的预期."""
    if _SURPASSED_EN.search(scan.text, max(scan.sentence.start, amount.start - 20), amount.start):
        return True  # `topped the $46.2 billion expected by analysts`
    return bool(_SURPASSED.search(scan.text, max(scan.sentence.start, amount.start - 6), amount.start))


def names_the_market(scan: Scan) -> bool:
    """Whether a sentence says that the market, analysts or one of those who poll them expect something."""
    said = _MARKET.finditer(scan.text, scan.sentence.start, scan.sentence.end)
    return any(not _OF_SHARES.match(scan.text, found.end()) for found in said)


def is_consensus(around: Surroundings, amount: Amount, stated: bool, last: bool) -> bool:
    """Whether an amount is what the market expected.

    `stated`: the sentence has stated what came; what is expected beside it is the market's, unless it is the company's own
    guidance. `last`: the amount before was the market's; one joined by `and` is so too.
    """
    came = is_what_it_was(around.scan, amount) or is_of_a_year_before(around.scan, amount)
    if (aside := past_aside(around.scan, amount)) >= 0:
        return market_opens(around.scan, aside)
    return not came and _is_expected(around, amount, stated, last) and not is_houses_zh(around, amount)


def _is_expected(around: Surroundings, amount: Amount, stated: bool, last: bool) -> bool:
    """Whether words around an amount say that the market expected it."""
    scan, text = around.scan, around.scan.text
    floor = max(scan.clause(amount.start)[0], scan.amount_before(origin_of(scan, amount)))
    lead = text[floor : amount.start]
    polled = _is_polled_item(around, amount, stated, lead)
    if label_of(scan, amount) and (_is_headed(around, amount) or not _EXPECTED_AFTER.match(text, amount.end)):
        return polled or _is_headed(around, amount)
    if (
        polled
        or _is_their_view(scan, amount)
        or market_speaks(scan, amount)
        or is_of_their_list(scan, amount, stated)
        or market_in_short(scan, amount)
        or is_what_they_expect(around, amount)
        or _is_theirs(around, amount)
        or (last and goes_on_expecting(scan, amount, stated))
    ):
        return True
    if _EXPECTED_AFTER_ZH.match(text, amount.end):
        return (
            bool(_SURPASSED.search(lead) and not OWN.search(text, amount.end, amount.end + 8))
            or bool(_MARKET.search(lead[-14:]) or _MARKET.search(text, amount.end, amount.end + 8))
            or "平均" in text[amount.end : amount.end + 6]
        )
    alone = (
        EXPECTED_ALONE.fullmatch(lead)
        or _ENDS_OF_VIEW_ZH.search(lead)
        or _BEATEN_ZH.search(text, max(scan.sentence.start, amount.start - 20), amount.start)
        or _EXPECTED_BESIDE.search(text, scan.sentence.start, amount.start)
    )
    if stated and alone:
        return not _was_own(scan, floor, lead)
    cues = [
        c
        for c in scan.cues_between(floor, amount.start, *EXPECTATIONS)
        if c.kind != "actual" and not _is_of_the_last(scan, c, floor, amount)
    ]
    chinese = scan.chinese
    if chinese and (is_introduced(scan, floor) or (not stated and is_governed(scan, floor, amount.start))):
        return not cues or cues[-1].kind != "target"
    view = not _is_own(scan, cues, lead, amount.start) and is_markets_view(scan, amount, floor, stated)
    if cues and not view and not (_is_awaited(around, amount, floor) or _is_put_by_pollster(cues, amount, lead, text)):
        return _is_markets(scan, cues[-1], floor, lead, stated) or they_are_the_market(around)
    if (
        view
        or (stated and had_been_expected(scan, amount))
        or _SET_AT.search(text, scan.sentence.start, amount.start)
        or is_polled(scan, amount.end, amount.end)
        or (_OF_THEIRS.search(lead) and _ESTIMATE.match(text, amount.end))
        or _OF_ANALYSTS.match(text, amount.end)
        or (_AGAINST.search(lead) and _AS_OF.match(text, amount.end))
        or (
            (cues or (_awaits(around, amount) and not _IS_WORTH.search(lead)))
            and _POLLED_BEHIND.match(text, amount.end)
        )
    ):
        return True
    after = _EXPECTED_AFTER.match(text, amount.end, min(scan.amount_after(amount.end), amount.end + 70))
    if _is_awaited(around, amount, floor):
        return True
    if not after or re.search(r"\b(?:is|are) ", after[0]) or _is_of_the_next(scan, amount, after.end()):
        return False
    beside = _BESIDE.search(text, max(scan.sentence.start, amount.start - 30), amount.start)
    return bool(beside or _MARKET.search(after[0])) and bool(stated or _MARKET.search(after[0]))


def _is_of_the_next(scan: Scan, amount: Amount, at: int) -> bool:
    """Whether an expectation that brackets add to an amount is that of another right behind it: `Revenue $52.9 billion (analysts expected $51.0 billion)`."""
    following = scan.following(amount)
    opens = scan.text.startswith((" (", "("), amount.end)
    return opens and following is not None and _LEADS_ON.fullmatch(scan.text, at, following.start) is not None


def _is_their_view(scan: Scan, amount: Amount) -> bool:
    """Whether an amount that something is set beside is called a view of the market's, whoever expects that something: `Its outlook was above the $7.2 billion consensus estimate`."""
    theirs = VIEW_BEHIND.match(scan.text, amount.end)
    return theirs is not None and bool(
        _BESIDE.search(scan.text, max(scan.sentence.start, amount.start - 30), amount.start)
    )


def _is_theirs(around: Surroundings, amount: Amount) -> bool:
    """Whether a sentence opens with the market's view, or its subject is `they`, or their average, and it tells what the analysts of the sentence before expect: `They put revenue at`."""
    if not around.scan.chinese and MARKETS_VIEW.fullmatch(around.scan.text, around.scan.sentence.start, amount.start):
        return True  # `(Consensus: RMB4.9 billion.)`
    compared = _NO_MORE_THEIRS.search(around.scan.text, around.scan.sentence.start, amount.start)
    return compared is None and they_are_the_market(around)


def _awaits(around: Surroundings, amount: Amount) -> bool:
    """Whether results are still to come: of a whole preview, or of the company that a sentence says reports soon."""
    return around.awaited or due_said(around.scan, amount.start)


def _is_awaited(around: Surroundings, amount: Amount, floor: int) -> bool:
    """Whether a preview of what the market expects, and no house's, says of an amount that it is expected."""
    scan = around.scan
    return _awaits(around, amount) and is_awaited(scan, amount, floor) and not house_previews(scan)


def _is_polled_item(around: Surroundings, amount: Amount, stated: bool, lead: str) -> bool:
    """Whether an amount of a list is what the market expects: all of what it expects, or what stands behind `vs.`; or brackets say so."""
    if stated and around.scan.text[amount.start - 1] == "(" and _IN_BRACKETS.match(around.scan.text, amount.end):
        return True
    if is_missed_in_brackets(around.scan, amount) or held_in_brackets(around, amount) == "expected in brackets":
        return True
    if (
        stated
        and amount.kind == "money"
        and _ESTIMATE_WAS.search(around.scan.text, max(0, amount.start - 40), amount.start)
    ):
        return True
    # what brackets add to an item came before: `Revenue: 20.7 billion euros (21.4 billion)`
    if around.ground.polled == "alone":
        return not around.scan.brackets_around(amount.start) and bool(
            _ITEM.match(around.scan.text, around.scan.sentence.start, amount.start)
        )
    beside = around.ground.polled == "beside" or stands_below_so(around.scan, amount)
    return beside and stated and bool(_AGAINST.search(lead) or _AGAINST_ZH.search(lead))


def _is_put_by_pollster(cues: list[Cue], amount: Amount, lead: str, text: str) -> bool:
    """Whether a pollster right behind what is expected says so: `Revenue is seen at 13.8 billion yuan, according to LSEG`."""
    expects = cues[-1].kind == "forecast" and not OWN.search(lead)
    return expects and _POLLED_BEHIND.match(text, amount.end) is not None


def _is_own(scan: Scan, cues: list[Cue], lead: str, at: int) -> bool:
    """Whether an expectation before an amount is the company's own, or what stands behind it came."""
    return (
        bool(OWN.search(lead))
        or any(cue.kind == "target" for cue in cues)
        or (bool(cues) and came_behind(scan, cues[-1], at))
    )


def _is_of_the_last(scan: Scan, cue: Cue, floor: int, amount: Amount) -> bool:
    """Whether an expectation stands in brackets with the amount before: `revenue of $14-15B ($16.3B consensus), and EPS of`."""
    return any(b.start < floor <= cue.start < b.end <= amount.start for b in scan.brackets)


def _was_own(scan: Scan, floor: int, lead: str) -> bool:
    """Whether who expects something now expected something else before: 预计全年资本支出400亿至420亿美元,此前预计380亿至420亿美元."""
    return bool(_EARLIER_OWN.search(lead) and scan.cues_between(scan.sentence.start, floor, "forecast"))


def _is_markets(scan: Scan, cue: Cue, floor: int, lead: str, stated: bool) -> bool:
    """Whether an expectation before an amount is the market's rather than the company's."""
    if is_polled(scan, floor, floor + len(lead)):
        return True
    if came_behind(scan, cue, floor + len(lead)) or _BY_ITSELF.search(lead):
        return False
    if cue.kind == "consensus" and _ITS_OWN.search(scan.text, floor, cue.start):
        return False  # `Goldman Sachs raised its estimate of BYD's deliveries to 5 million`
    if cue.kind == "consensus" and _HOPES.match(scan.text, cue.start) and not (stated or _MARKET.search(lead)):
        return False  # `Volkswagen hopes for an operating margin of 6 percent`
    if cue.kind == "consensus":
        hoped = _HOPED.search(scan.text, floor, cue.end) and not (stated and _MARKET.search(lead))
        return not (hoped or _goes_with_a_forecast(scan, cue))
    if cue.kind == "target" or (OWN.search(lead) and not _TO_GUIDE.search(lead)):
        return False
    if _ACCORDING.match(scan.text, scan.sentence.start, cue.start):
        return True
    if _BEFORE_ASIDE.fullmatch(scan.text, scan.sentence.start, floor):
        return True
    if _WHO.match(lead) and _MARKET.search(scan.text, scan.sentence.start, floor):
        return True
    beside = _BESIDE.search(scan.text[floor : cue.start]) or _ESTIMATED_AT.search(
        scan.text[cue.start - 2 : floor + len(lead)]
    )
    return bool(_MARKET.search(lead)) or (stated and bool(beside))


def _goes_with_a_forecast(scan: Scan, cue: Cue) -> bool:
    """Whether an estimate only says how much of what a sentence expects that does not speak of the market: `Revenue is projected to grow, with estimates of RMB27 billion for 2024`."""
    start = scan.sentence.start
    led = _WITH.search(scan.text, max(start, cue.start - 12), cue.start)
    return (
        led is not None
        and bool(scan.cues_between(start, led.start(), "forecast"))
        and _MARKET.search(scan.text, start, led.start()) is None
    )


def _is_headed(around: Surroundings, amount: Amount) -> bool:
    """Whether a list of labels is of what the market expected: `Consensus segment estimates: Gaming, $1.41B; Auto, $99M`.

    Before results are out, so are estimates that are nobody's: `By segment, revenue estimates are: Gaming, $1.41B`.
    """
    scan = around.scan
    header = scan.text.find(":", scan.sentence.start, amount.start)
    if header < 0 or SET_AGAINST.search(scan.text, scan.sentence.start, header) or stands_below_so(scan, amount):
        return False
    awaited = _awaits(around, amount) and not OWN.search(scan.text, scan.sentence.start, header)
    awaited = awaited and _ESTIMATES.search(scan.text, scan.sentence.start, header) is not None
    return awaited or bool(scan.cues_between(scan.sentence.start, header + 1, "consensus"))
