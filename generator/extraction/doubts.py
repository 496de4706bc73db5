"""Why an amount that stands beside a metric states no figure of it, or not the company's."""

from __future__ import annotations

import re

from generator.corpus.beginnings import sought
from generator.extraction.amount import Amount
from generator.extraction.bystanders import bystander
from generator.extraction.context import Surroundings
from generator.extraction.names import Mention
from generator.extraction.scanning import Scan
from generator.extraction.trackers import is_of_all_makers

MOVED = "how much something grew by, in absolute terms"
_BY = re.compile(r"(?:了|约|近|超|超过|by|of|about|nearly|over|more than|some|\s)*", re.I)
# `cut its revenue estimate by roughly $800 million to $23.3 billion`
_BY_SO_MUCH = re.compile(r"\bby (?:about |roughly |around |nearly |some |over |more than |approximately |~)?$", re.I)
_TO_SO_MUCH = re.compile(r" to (?:about |around |roughly )?[A-Z]{0,3} ?[$€£¥]?\d")
_BEAT_BY = sought(
    r"\b(?:beat|beats|beating|miss|misses|missed|missing|topp\w+|exceed\w*)\b[^,;.]{0,40}\bby (?:about |around )?$"
    r"|\b(?:below|above|ahead of|short of|shy of) (?:[a-z'’]+ ){0,3}(?:estimates?|expectations?|consensus|forecasts?|projections?) by (?:about |around |roughly )?$",
    re.I,
)
# `sales exceeded RMB400 million within 10 minutes`: of one product's launch, whatever the text reports on
_AT_LAUNCH = re.compile(
    r",? (?:within|in|after) (?:the first |just |only |about |less than )?(?:\d+|an?|one|two|three|five|ten) (?:seconds?|minutes?|hours?)\b"
)
# `20,000 deliveries in less than two months since its launch`
_SINCE_LAUNCH = re.compile(
    r"(?: [a-z]+)? (?:within|in) (?:just |only |about |less than |under |the first )*(?:\d+|[a-z]+) (?:hours?|days?|weeks?|months?) (?:since|after|of|from) (?:its|the|their) (?:launch|debut|release|deliveries|start)"
)
# `their combined deliveries exceeded 24,000`
_COMBINED = re.compile(r"\b(?:combined|collective|aggregate) (?:[a-z]+ )?(?:deliveries|sales volumes?|shipments)$")
_AIRCRAFT = re.compile(r"\b(?:aircraft|airplanes?|airliners?|planes?|jets?|helicopters?)\b", re.I)
_MORE_OF = re.compile(
    r" (?:more|fewer|additional) (?:[a-z]+ ){0,2}(?!than)[a-z]+", re.I
)  # `about 12 million more smartphones`
_OR = re.compile(r"\s*,?\s*or (?:about |around |nearly |some )?$", re.I)
# `12,483 units, or 45.7% up`; `an increase of 12,483 units, or 45.7%`
_OR_PERCENT = re.compile(
    r"(?: (?:units|vehicles|cars|devices|people|stores|yuan))?,? or (?:about |around |nearly |some )?[\d.]+ ?(?:%|percent|per cent),? (?:up|down|higher|lower|more|less|fewer|above|below)\b",
    re.I,
)
# `a $3.1 billion hit to net income`: what something did to a figure is not the figure.
_EFFECT = re.compile(
    r"(?: of)?(?: [a-z-]+)? (?:hit|blow|boost|drag|charge|fine|penalty|settlement|headwind|tailwind|dividend|investment|loan|bond sale|acquisition|takeover|fund|subsidy programme|impairment|write-?down|writedown|write-off)s?\b| [a-z-]+ (?:release|reversal|provision|release benefit|write-?downs?|reserves?)\b|\s+(?:impact|benefit|effect) (?:on|to)\b"
    r"|\s+(?:in|of) (?:(?!(?:the|its|their)\b)[a-z&-]+ ){0,4}?(?:investment|interest|rental|dividend|other|subsidy) income\b"
    r"| (?:[a-z-]+ ){0,3}?(?:tax|one-time|one-off|non-cash|pre-?tax) (?:[a-z-]+ ){0,2}?(?:benefit|charge|expense|gain|loss|provision|credit|cost|hit)s?\b"
    r"|\s+(?:of|in) (?:[a-z]+ ){0,2}(?:expenses|costs|charges|losses|investments?|subsidies|gains) (?:related|relating|linked|from|for|tied|associated|on)\b",
    re.I,
)
# `a €1.2 billion order for trains`, one of many
_AN_ORDER = re.compile(r" (?:[a-z-]+ )?(?:order|contract|deal)\b(?! (?:book|backlog|intake))", re.I)
# `would have reported revenue of $54 billion`: it did not.
_IMPACT = re.compile(
    r"\b(?:impact|effect|hit|cost|headwind|benefit)s? (?:of|from) [^,;]{0,60}\b(?:estimated|expected|seen|put|valued) at (?:about |around |nearly |over )?$"
)
_LEAD = 110  # characters before an amount, within which an impact is named
_SURPRISE = re.compile(r"\bsurprise (?:of|was|came in at) $")  # `a surprise of +6.21% over the consensus estimate`
_UNREAL = sought(
    r"\b(?:hold|held|holding|stay|stayed|staying|remain|remained|remaining|kept|keeping) (?:above|over|below|under) (?:the )?$|\bvalu(?:es|ed|ing) (?:it|the (?:company|group|firm)) at (?:about |around |nearly |over |more than )?$|\b(?:needs?|required|has yet) to (?:deliver|sell|ship|produce|make|earn)\b[^,;]{0,30}$|\b(?:fail(?:ed|s|ing)?|unable|struggl(?:ed|ing)) to (?:top|reach|exceed|hit|surpass|pass|break|cross)\b[^,;]{0,30}$|\b(?:would|could|might|should) have (?:[a-z]+ )?[a-z]+\b[^,;]{0,60}$|(?:会是|本应为|原本应为)$",
    re.I,
)
_ONE_OFF = re.compile(r"的?(?:一次性|非现金|减值|重组)")  # 计入一笔102亿美元的一次性所得税费用
_GONE = re.compile(
    r"(?:蒸发|缩水|损失|增加|飙升|膨胀)(?:掉|了|逾|超过?|近|大?约|\s)*$|\badd(?:s|ed|ing)(?: about| around| nearly| over| some| more than)* $|\b(?:evaporat|vanish|shav|wip|eras|shed|los)\w*(?: off| out| by| about| around| nearly| over| some| more than)* $",
    re.I,
)  # 市值蒸发约1100亿美元
_INCLUDING = re.compile(r"(?:包括|包含|涵盖)(?:约|近|逾|超过?)?$")  # 营运支出75亿美元,当中包括19亿美元的薪酬
_FROM = re.compile(
    r"(?: (?:units|vehicles|cars))?,? (?:up |down )?from (?:(?:a|the|its) (?:(?:earlier|previous|prior|initial|original) )?(?:range |forecast |outlook |guidance |estimate )?(?:of )?)?(?:between )?"
)
_ENERGY = re.compile(r"\d ?(?:[GMk]Wh|[GM]W|gigawatt|megawatt|tonnes|tons)")
_SUM_EN = re.compile(
    r"(?: shares)? (?:totall?ing|totall?ed|combined|together|worth a total of|amounting to) (?:about |around |nearly |over |more than )?"
)
_SUM = re.compile(r"(?:合计|总计|共计|总共)(?:达|约|为|近|逾|超)*$")
_BACK_TO = r"(?:(?:(?:share|stock) )?(?:buybacks?|repurchases?)|dividends?(?: payments)?)"
# `returned $3.75 billion in share repurchases and cash dividends`
_SUM_BEHIND = re.compile(
    rf"(?: to (?:its )?(?:share|stock)holders)? (?:in|through|via|on|from|by way of|in the form of) (?:[a-z-]+ ){{0,2}}{_BACK_TO} and (?:[a-z-]+ ){{0,2}}{_BACK_TO}\b",
    re.I,
)
_SAME = re.compile(r"[^;]{0,60}, (?:or|equivalent to|equal to) (?:about |around )?$", re.I)
_REVISED = sought(
    r"\b(?:rais\w+|lift\w*|hik\w+|boost\w*|upgrad\w+|cut\w*|lower\w*|reduc\w+|trim\w*|slash\w*|revis\w+|upgrad\w+|downgrad\w+|adjust\w+|narrow\w*|tighten\w*)\b[^,;]{0,60}\b(?:targets?|forecasts?|guidance|estimates?|outlook|projections?)\b"
    r"|\bincreas(?:ed|es|ing) [^,;\d]{0,60}\b(?:guidance|outlook|targets?)\b"
    r"|\b(?:increase|rise|cut|reduction|decrease|upgrade|downgrade) (?:in|to|of) (?:[\w']+ ){0,4}(?:targets?|forecasts?|estimates?|projections?)\b"
    r"|\b(?:targets?|forecasts?|guidance|estimates?|projections?)\b[^,;]{0,50}\b(?:raised?|lift(?:ed)?|cut|lower(?:ed)?|reduced?|trim(?:med)?|revised?)\b",
    re.I,
)
_PRICE_TIER = re.compile(
    r"\s*(?:元|yuan|RMB|dollars?)?\s*(?:人民币)?\s*(?:及以上|以上的?(?:价位|市场|机型|手机|产品|价格|高端)|以下|级|档|价位|价格[区带段]|-?(?:price|segment|tier|range|level)|and above|or above|or more price)",
    re.I,
)
_TABLE = 3  # numbers side by side, from which on they are a table's cells
# What is said of a whole market, which a company's name further off does not make its own.
_WHOLE_MARKET = sought(
    r"\b(?:[Aa]cross the (?:industry|market|sector|country)|industry-wide|nationwide|(?:the )?(?:industry|market)(?:'s|’s)"
    r"|(?:[Rr]etail|[Ww]holesale|[Nn]ationwide|[Ii]ndustry) (?:sales|volume|volumes) of (?:[\w-]+ ){0,3}(?:cars|vehicles|NEVs|EVs)|(?:[Ss]ales|[Dd]eliveries) of (?:[\w-]+ ){0,3}(?:cars|vehicles|NEVs|EVs) in China|worldwide sales of (?:PCs|smartphones|phones|tablets)"
    r"|(?<!in )(?<!for )China(?:'s|’s) (?:overall|total|entire|auto|car|passenger|EV|NEV|smartphone)|(?:the )?(?:overall|total|entire|wider|broader) (?:[\w-]+ ){0,3}market(?! (?:share|value|cap))"
    r"|(?:global|worldwide|Chinese|Indian|European|domestic|China(?:'s|’s)|India(?:'s|’s)|the)(?: [\w-]+){0,3} market(?:,? where (?!its?\b|they\b|we\b|our\b|the (?:company|group|firm|maker|brand|vendor)\b)[a-z]+|(?: also)? (?:grew|rose|fell|declined|shrank|expanded|contracted|shipped|recorded|saw|experienced|witnessed|suffered|registered)))\b"
)
_BACK = re.compile(r",[^,;]{0,12}\b(?:the company|the group|the firm|it) [a-z]+")  # who is spoken of again
# `as global smartphone shipments jump 2.7%`: the world's, though a company is spoken of before.
_MARKET_BESIDE = re.compile(
    r"\b(?:as|while|amid|despite|although|though|whereas|where|since|when) (?:the )?(?:(?:wider|broader|industry|market|China['’]s|India['’]s|Chinese|Indian|European|worldwide) (?:[\w-]+ ){0,2})?$"
)
_ALL_SHIPMENTS = re.compile(
    r"\s*(?:(?:Total|Overall|Smartphone|Mobile|Global|total|smartphone|mobile|phone) )*[Ss]hipments\b"
)
_MARKET_OPENING = re.compile(
    r"\s*[\"“]?(?:[A-Z][^,]{3,70}, )?(?:[Tt]he )?(?:(?:global|worldwide|overall|(?:January|February|March|April|May|June|July|August|September|October|November|December)(?:'s|’s)(?= (?:new[ -]energy|NEV|EV|car|passenger|overall|total))|total(?= [\w -]{0,30}\b(?:around the world|worldwide|globally))|China(?:'s|’s)|India(?:'s|’s))(?: [\w-]+){0,4} (?:shipments|sales|deliveries)\b"
    r"|(?:(?:[NP]?H?EV|EV|car|vehicle|auto|smartphone|mobile|handset|phone|PC|passenger|electric|hybrid|plug-in|and|smartphones?|vehicles?|new energy)[ -])+(?:sales|shipments|deliveries) (?:in|across) (?:the )?(?:[A-Z]\w+|country|world)|(?:[Tt]he )?(?:(?:[Tt]wo|[Tt]hree|[Ff]our) others|[Oo]thers|[Oo]ther (?:major )?(?:automakers|carmakers|companies|makers|brands|rivals)|[Rr]ivals|[Pp]eers|[Cc]ompetitors)\b|(?:Among them, )?(?:[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]everal|[Mm]any|[Mm]ost) (?:[\w-]+ ){0,4}(?:manufacturers|makers|automakers|carmakers|companies|brands)\b|(?:(?:[A-Z]\w+|smartphone|phone|handset|PC|EV|car|tablet|global|all|worldwide)[ -]){0,3}(?:vendors|makers|manufacturers|brands|companies|carmakers|automakers|market|industry) (?:collectively |together )?(?:shipped|sold|delivered|posted|grew|recorded|saw|shrank|contracted|fell|declined|dropped|expanded|rose|witnessed|registered)\b|number of (?:[a-z]+ )?users in (?:the )?(?:[A-Z]\w+|country|world))",
)


_SPAN_OF_PRICES = re.compile(r"元?(?:人民币)?的?区间")
_MARK = re.compile(r" (?:mark|level|threshold|barrier)\b|(?:整数)?(?:大关|关口)")
_DEAREST = 1_000_000  # in any currency: no tier of prices lies above; 三四六亿至三五八亿美元区间 is of revenue


def price_tiers(scan: Scan) -> set[int]:
    """Return where amounts start that only name a tier of prices, both ends of a range of them."""
    tiers = set[int]()
    for i, amount in enumerate(scan.amounts):
        if amount.kind == "percent":
            continue  # `in the 59-61% range`
        spanned = amount.value < _DEAREST and _SPAN_OF_PRICES.match(scan.text, amount.end)
        if spanned or _PRICE_TIER.match(scan.text, amount.end):
            tiers.add(amount.start)
            if amount.range_end and i:
                tiers.add(scan.amounts[i - 1].start)
    return tiers


def no_level(scan: Scan, amount: Amount) -> str | None:
    """Return why an amount is no level of the metric beside it."""
    before = scan.amount_before(amount.start)
    if _FROM.fullmatch(scan.text, before, amount.start) and _REVISED.search(scan.text, scan.sentence.start, before):
        return "an expectation that has been replaced"
    if _is_absolute_change(scan, amount):
        return MOVED
    if _is_effect(scan, amount) or _ONE_OFF.match(scan.text, amount.end):
        return "what something did to a figure, not the figure"
    if amount.kind == "money" and not amount.scaled and _MARK.match(scan.text, amount.end):
        return "a mark that a price passed, not the price"  # `dropped below the critical HKD 40 mark`
    if (amount.kind == "money" and _AT_LAUNCH.match(scan.text, amount.end)) or _SINCE_LAUNCH.match(
        scan.text, amount.end
    ):
        return "what one launch sold at once"
    floor = max(scan.clause(amount.start)[0], scan.amount_before(amount.start))
    if _UNREAL.search(scan.text[floor : amount.start]):
        return "what would have been, not what was"
    if why := bystander(scan, amount, floor):
        return why
    summed = _is_sum(scan, amount, floor) or _SUM_BEHIND.match(scan.text, amount.end)
    if _INCLUDING.search(scan.text, floor, amount.start) or summed:
        return "a part of a figure, or the sum of several"
    lead = scan.text[max(scan.sentence.start, amount.start - 70) : amount.start]
    if _BEAT_BY.search(lead):
        return "how far something was above or below what was expected"
    return "a table whose columns are not told" if _in_table(scan, amount) else None


def in_another_unit(scan: Scan, amount: Amount, mention: Mention) -> bool:
    """Whether a change is of what was just measured: `battery sales reached 475GWh, rising by 21.8%` tells of no revenue."""
    measured = _ENERGY.search(scan.text, mention.end, amount.start)
    return measured is not None and not any(
        measured.end() <= a.start < amount.start for a in scan.amounts if a.kind == "money"
    )


def of_revision(scan: Scan, amount: Amount) -> str | None:
    """`reduced its sales target by 16%`: how far a target or forecast moved, not what it is of."""
    start, end = scan.clause(amount.start)
    stretch = scan.text[start : min(end, scan.amount_after(amount.end))]
    if _SURPRISE.search(scan.text, start, amount.start):
        return "how far something was above or below what was expected"
    return "how far a target or forecast was moved" if _REVISED.search(stretch) else None


def of_market(around: Surroundings, mention: Mention) -> str | None:
    """Return a doubt where what is measured is a market's rather than a company's."""
    scan = around.scan
    if "ev_deliveries" in mention.metrics and _AIRCRAFT.search(scan.text, scan.sentence.start, scan.sentence.end):
        return "of aircraft, not of cars"
    if _COMBINED.search(scan.text, max(scan.sentence.start, mention.start - 30), mention.end):
        return "a part of a figure, or the sum of several"
    if is_of_all_makers(around, mention):
        return "of a market, not of a company"
    if around.tracked and not scan.entities and _ALL_SHIPMENTS.match(scan.text, scan.sentence.start):
        return "of a market, not of a company"
    named = list(_WHOLE_MARKET.finditer(scan.text, scan.sentence.start, mention.end + 24))
    subject = around.subject_before(mention.end)
    back = named and _BACK.search(scan.text, named[-1].end(), mention.start)
    if named and not back and (subject is None or subject.end <= named[-1].start()):
        return "of a market, not of a company"
    beside = _MARKET_BESIDE.search(scan.text, max(scan.sentence.start, mention.start - 50), mention.start)
    if beside and (
        scan.text.startswith(("global ", "worldwide "), mention.start)
        or not beside[0].endswith(
            (
                "as ",
                "the ",
                "while ",
                "amid ",
                "despite ",
                "although ",
                "though ",
                "whereas ",
                "where ",
                "since ",
                "when ",
            )
        )
    ):
        return "of a market, not of a company"
    opening = _MARKET_OPENING.match(scan.text, scan.sentence.start)
    if opening and subject is None and mention.start <= opening.end():
        return "of a market, or of a company that is not named"
    return None


def _is_absolute_change(scan: Scan, amount: Amount) -> bool:
    """Whether an amount says how much something grew by: 增加20亿元, up 5 million units, `4.4%, or RMB10,000`."""
    floor = max(scan.clause(amount.start)[0], scan.amount_before(amount.start))
    before = scan.amount_before(amount.start)
    percent = any(a.end == before and a.kind in ("percent", "points") for a in scan.amounts)
    if percent and _OR.fullmatch(scan.text, before, amount.start):
        return True
    if _OR_PERCENT.match(scan.text, amount.end):
        return True
    if amount.kind == "percent":
        return False
    if _GONE.search(scan.text, floor, amount.start):
        return True
    cues = scan.cues_between(floor, amount.start, "up", "down")
    if _MORE_OF.match(scan.text, amount.end) and amount.kind in ("bare", "count"):
        return True
    by = _BY_SO_MUCH.search(scan.text, floor, amount.start)
    if by and amount.kind == "money":
        return True
    if not cues:
        return False
    if by and _TO_SO_MUCH.match(scan.text, amount.end):
        return True
    return bool(_BY.fullmatch(scan.text, cues[-1].end, amount.start)) and scan.text[cues[-1].end - 1] not in "至到"


def _is_sum(scan: Scan, amount: Amount, floor: int) -> bool:
    """Whether an amount is what several metrics come to together: 股票回购和现金股息合计74亿美元."""
    named = [m for m in scan.metrics if floor <= m.start and m.end <= amount.start]
    if len(named) > 1 and _SUM_EN.fullmatch(scan.text, named[-1].end, amount.start):
        return " and " in scan.text[named[-2].end : named[-1].start]
    if len(named) < 2 or not _SUM.search(scan.text, named[-1].end, amount.start):
        return False
    return bool(re.fullmatch(r"[一-鿿]{0,4}[和与及、][一-鿿]{0,4}", scan.text[named[-2].end : named[-1].start]))


def _is_effect(scan: Scan, amount: Amount) -> bool:
    """Whether an amount is a hit or a boost to a figure, or repeats one: `equivalent to 41 cents per share`."""
    before = next((a for a in reversed(scan.amounts) if a.end <= amount.start), None)
    repeats = before is not None and _SAME.fullmatch(scan.text, before.end, amount.start)
    same = before if before is not None and repeats else amount
    single = scan.text.endswith((" a ", " an "), 0, same.start) and _AN_ORDER.match(scan.text, same.end)
    told = _IMPACT.search(scan.text, max(scan.sentence.start, amount.start - _LEAD), amount.start)
    return same.kind == "money" and bool(_EFFECT.match(scan.text, same.end) or single or told)


def _in_table(scan: Scan, amount: Amount) -> bool:
    """Whether an amount is one of several side by side, with nothing but blanks between."""
    side = 1
    ordered = [a for a in scan.amounts if a.kind == amount.kind]
    at = ordered.index(amount) if amount in ordered else -1
    for step in (-1, 1):
        i = at
        while 0 <= i + step < len(ordered) and at >= 0:
            low, high = sorted((ordered[i], ordered[i + step]), key=lambda a: a.start)
            if scan.text[low.end : high.start].strip(" |\t"):
                break
            side, i = side + 1, i + step
    return side >= _TABLE
