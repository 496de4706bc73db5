"""Metrics that English leaves unsaid: a part's takings are revenue, a profit by the share is earnings per share."""

from __future__ import annotations

import re

from generator.corpus.beginnings import sought
from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.changes.towards import BY, SINCE, TO
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.verbs import MOVED, MOVING, PACED
from generator.extraction.metrics.its_growth import is_its_growth
from generator.extraction.metrics.market_held import of_shipments
from generator.extraction.metrics.owned_en import begins_with_owner
from generator.extraction.metrics.recorded import IN_MONEY, grew_first, recorded
from generator.extraction.metrics.takings_zh import took_in
from generator.extraction.metrics.unknown_takers import is_an_unknowns
from generator.extraction.metrics.vendors import vendors_share

_ALONE = re.compile(
    r"[\s*•)\"“-]*(?:(?:(?:and |while |although |though |but )?(?:the |its |our )|and |while |although |though |but )|(?-i:[A-Z][\w.&]*(?: [A-Z][\w.&]*)?)['’]s (?:commercial |core |overall |total )?)?",
    re.I,
)
_MOVED = re.compile(
    rf"(?:, [^,;:\d]{{3,60}},)?(?:: |(?: business| segment| division| unit)?(?:,? which)? (?:also )?)(?:{MOVED}|reached|hit|came in at|was up|was down|(?:is |are |was |were )?(?:expected|seen|projected|forecast|estimated|pegged) (?:at|to be|to reach|to come in at))\b| at $",
    re.I,
)
_AT_A_PRICE = (*IN_MONEY, "iphone")
_AT_ONCE = re.compile(r" (?:of )?")  # `Services $28.8B (+15%), Mac $8.7B`, as digests list them
# `Professional visualization was $236 million, down 27%`
_WAS = re.compile(
    r"(?: (?:segment|business|division|unit))? (?:was|were|totall?ed|stood at|came to|came in at) (?:a record |about |around |approximately |over |nearly |just )?"
)
_OPENS = re.compile(
    r"(?:[A-Za-z]['’]s(?: commercial| core| overall| total)?|\bwas|[,;.:]|\bsaid(?: that)?|\b(?:particularly|especially|notably)|\b(?:forecasts?|expects?|guides?|sees|projects?|reported|posted|saw)(?: an?)?|\b(?:reported|posted|saw|showed|recorded)|\band|\bwith|\bwhile|\bas|\bwhere) (?:the |its |our )?$",
    re.I,
)
# `Advertising did well, increasing 16%`; `The Mac business had a hard time in the September quarter, down 27%`
_FARED = (
    r" (?:also |again |still |once more )?(?:[a-z]{2,}ed|is|are|was|were|did|does|had|has|led|leads|kept|held|holds|shone|stood|stands|grew|grows|came|went|got|fell|rose|saw|sees|gave|found|felt|took|made|ran|lost|remains|continues|keeps|performs)"
    r"(?: [A-Za-z'’-]+| (?:19|20)\d\d){0,10}?(?:,| and (?:was|were)| with)"
)
_IS_SHARE = r"(?:account(?:s|ed)? for|ma[dk]es? up|represent(?:s|ed)?|contribut(?:es?|ed)|compris(?:es?|ed))"
# `International markets accounted for 43.9 percent, or 28.5 billion yuan, of total revenue`
_SHARE_OR = re.compile(
    rf"\b{_IS_SHARE} [^,;]{{0,16}}?[\d.]+ ?(?:%|per ?cent|pct),? or (?:about |around |nearly |over )?$"
)
_OF_REVENUE = re.compile(r",? of (?:its |the |(?:total|overall|group|net|company) )*(?:revenues?|sales|turnover)\b")
_AHEAD = r"(?:(?:is|are|was|were) (?:now |also |still )?(?:(?:expected|projected|forecast|seen|set|likely|due|tipped|poised|estimated|predicted|on course|on track) )?to |(?:will|should) (?:then |probably |likely )?)"
# `Azure and other cloud services grew`, `Azure itself grew`; `International commerce, home to Lazada, grew`
_APPOSED = r"(?:,? (?:itself|alone|by itself|for itself|on its own|in itself|taken alone|taken by itself),?)?(?: and other [a-z]+(?: services| products)?)?(?:, (?!(?:and|or|but|while|whereas|as|with|up|down|where|which)\b)[a-zA-Z][^,;\d]{2,70},)?"
_GREW = re.compile(
    rf"(?:(?: business| segment| sector| division| unit| category| arm| line| group)(?=,))?(?:, (?:which|that) (?:{_IS_SHARE}) [^,;]{{0,16}}?[\d.]+ ?(?:%|per ?cent|pct) of [^,;\d]{{3,40}},|, (?:which|whose|where) [^,;\d]{{3,160}},|{_APPOSED})?(?: business| segment| sector| division| unit| category| arm| line)?(?P<fared>{_FARED})?(?:,? (?:which|that))? (?:{_AHEAD}|(?:is|are|was|were) (?=(?:[a-z]+ly )?(?:up|down)\b))?(?:also |[a-z]+ly )?(?:(?:continu(?:es?|ed|ing) to|kept|keeps) )?(?:{MOVED}|{MOVING}|(?:edged|inched|ticked|crept|nudged|added|put on)|(?:grow|growing|expand|expanding) at|{PACED}|showing an?|rise|fall|grow|climb|jump|up|down|growth(?: rate)?(?: of| at| was| came in at| reached| hit| stood at)?){BY}",
    re.I,
)
# `Its data centre business nearly doubled to $3.5 billion`
_MULTIPLIED = re.compile(
    r"(?: business| segment| sector| division| unit| category| arm| line| group)?(?P<fared>)(?: (?:also|again|has|had|[a-z]+ly))*(?: (?:nearly|almost|more than|about|roughly|practically|virtually))? "
)
_OBJECT = re.compile(
    r" (?:down\b|up\b|in size|its|the|their|his|an?|all|both|that|[a-z]+ (?:capacity|output|size|staff|headcount))\b"
)
_FROM_WHICH = re.compile(
    r"\bfrom (?:its|the) [^,;.]*, which $"
)  # `growth came from its services business, which rose 19%`
_IN_THE_QUARTER = r"(?: (?:in|for|during) the (?:[a-z]+ )?(?:quarter|period|year)(?: of (?:20\d\d|last year))?)?"
# `grew 41% in the quarter to $9.6 billion`, `with domestic games up 17% at 40.4 billion yuan`
_LED_ON = re.compile(
    rf"{_IN_THE_QUARTER}{SINCE}{_IN_THE_QUARTER}(?:{TO}| at {ABOUT}|,? (?:reaching|with|generating|posting|delivering|recording) (?:total |record |quarterly )?(?:revenues?|sales|turnover) of {ABOUT})"
)
_FAR = 60  # characters before an amount, within which a part is said to be a share
_TOOK_IN = sought(
    r"\b(?:(?:br(?:ought|inging|ings)|rak(?:ed?|es|ing)|pull(?:ed|s|ing)?|t(?:ook|akes?|aken|aking)|haul(?:ed|s|ing)?) in|generat(?:es?|ed|ing)|contribut(?:es?|ed|ing)|turned over)\s+(?:about |around |approximately |over |more than |nearly |some |a record )?$",
    re.I,
)
# `generated $2 billion in cash` speaks of cash; `in the fourth quarter` only says when.
_NOT_TAKINGS = re.compile(
    r"\s+(?:from the (?:sale|ipo|offering|disposal)|to (?:charit|a fund|the fund)|of (?:the |its |their )(?:group |total |operating |net |overall |company['’]s )*(?:profits?|loss(?:es)?|earnings|income|ebitd?a|costs?|expenses|cash)\b|(?:in|of) (?!the\b|its\b|fiscal|first|second|third|fourth|Q\d|\d|[A-Z]))"
)
_TOOK_ZH = re.compile("(?P<took>拿下|吃下|抢下|占据?|握有|取得|囊括|分得|拿走)了?(?:约|近|逾|超过?)?$")
_OF_MARKET_ZH = re.compile(
    "的?(?:全球|整体|当地|国内|该国)?(?:智能|智慧型?)?(?:手机|平板|电脑)?(?:市场|大饼)(?=[,;。、!)\n]|$)"
)
_SHARE_ZH = re.compile("[台部],(?P<share>占比)(?:为|达|约)?$")
_SHARE = re.compile(
    r" (?:\w+ )?(?P<share>share|slice|chunk)\b(?! (?:of (?:its|the company|revenue|sales(?! volume)|profits?)\b|price|buyback))"
)
# `at Amazon's fast-growing`: of which a part is, and by whom
_AT = " (?:at|of|in|from|for|by) "
_WHOSE = r"(?:(?:the|its) |(?:the )?(?:[\w.&-]+ ){0,3}[\w.&-]+['’]s )"
_KIND = r"(?:(?!and\b|or\b|while\b|but\b)[a-z-]+ ){0,2}"
_IS_OF = re.compile(f"{_AT}{_WHOSE}{_KIND}")
_OF_FIRST = re.compile(f"{_AT}{_WHOSE}?{_KIND}")
# two are joined so only in a list of three: `helped by revenue from advertising, and cloud rose`
_AND_LAST = re.compile(r", (?:and|or) (?:its |the )?(?:[a-z]+ )?")
_JOINED = re.compile(r" (?:and|or) (?:its |the )?(?:[a-z]+ )?|, (?:its |the )?")
# 联发科7月业绩432.2亿元: by the month, Taiwan's companies tell nothing but revenue
_OF_THE_MONTH_ZH = re.compile(
    r"\d月(?:份)?(?:的|自结|合并|单月)*(?P<told>业绩)(?:为|达到?|仅|来到|写下|录得|增至|减至|升至|降至|约|近|逾|新台币)*$"
)
# `earnings of $10.7 billion, or $1.85 a share, on $49.6 billion a year ago`
_ON_SALES = re.compile(r"(?:per|a) share,? on (?:about |around )?$")


def takings(scan: Scan, amount: Amount) -> tuple[str, Mention] | None:
    """Return revenue for `wearables brought in $9 billion`: what a part of the business takes is its revenue."""
    floor = max(scan.clause(amount.start)[0], scan.amount_before(amount.start))
    verb = _TOOK_IN.search(scan.text, floor, amount.start)
    if told := _OF_THE_MONTH_ZH.search(scan.text, floor, amount.start):
        return ("revenue", Mention(*told.span("told"), ("revenue",))) if amount.scaled else None
    if on := _ON_SALES.search(scan.text, floor, amount.start):
        return ("revenue", Mention(on.start(), on.end(), ("revenue",))) if amount.scaled else None
    if amount.kind == "money" and amount.scaled and (part := _share_in_money(scan, amount)):
        return "revenue", part
    if (
        (moved := _moved(scan, amount) or recorded(scan, amount) or _grew_to(scan, amount) or took_in(scan, amount))
        and amount.scaled
        and (amount.kind == "money" or _goes_on_in_money(scan, amount))
    ):
        return "revenue", moved
    if verb is None or amount.kind != "money" or not amount.scaled or _NOT_TAKINGS.match(scan.text, amount.end):
        return None
    if is_an_unknowns(scan, floor, verb.start()):
        return None
    return "revenue", Mention(verb.start(), verb.end(), ("revenue",))


def _goes_on_in_money(scan: Scan, amount: Amount) -> bool:
    """Whether a number leaves its currency to the amount before it: `services brought in $24.2 billion, the Mac 7.0 billion`."""
    before = scan.preceding(amount)
    bare = before is not None and amount.kind == "bare" and scan.clause(amount.start)[0] <= before.end + 1
    return bare and before is not None and before.scaled and before.kind in ("money", "bare")


def _share_in_money(scan: Scan, amount: Amount) -> Mention | None:
    """Return the revenue of a part that is told as a share of it all and as money: `accounted for 16.7 percent, or 10.8 billion yuan, of total revenue`."""
    low = scan.clause(amount.start)[0]
    share = _SHARE_OR.search(scan.text, max(scan.sentence.start, amount.start - _FAR), amount.start)
    if share is None or not _OF_REVENUE.match(scan.text, amount.end):
        return None
    parts = [
        m
        for m in scan.segments
        if m.end <= share.start() and (m.start >= low or scan.text.find(",", m.end, share.start()) < 0)
    ]
    return Mention(share.start(), share.end(), ("revenue",), part=parts[-1].segment) if parts else None


def _moved(scan: Scan, amount: Amount) -> Mention | None:
    """Return the revenue of a part that a clause without a metric says rose or fell: `Services rose from $19.2bn to $22.3bn`."""
    start, _ = scan.clause(amount.start)
    if any(start <= m.start < amount.start for m in scan.metrics):
        return None
    for part in reversed(scan.segments):
        verb = _MOVED.match(scan.text, part.end, amount.start) or _WAS.fullmatch(scan.text, part.end, amount.start)
        low = max(start, scan.amount_before(part.start))
        verb = verb or (_AT_ONCE.fullmatch(scan.text, part.end, amount.start) if part.segment in _AT_A_PRICE else None)
        if verb and start <= part.start and _ALONE.fullmatch(scan.text, low, part.start):
            return Mention(verb.start(), verb.end(), ("revenue",), part=part.segment)
    return None


def _grew_to(scan: Scan, amount: Amount) -> Mention | None:
    """Return the revenue of a part that grew by a percentage to an amount: `Advertising was a driver, increasing 18% to $17.3bn`."""
    before = scan.preceding(amount)
    led = before is not None and before.kind == "percent" and _LED_ON.fullmatch(scan.text, before.end, amount.start)
    return part_that_grew(scan, before) if led and before else None


def part_that_grew(scan: Scan, amount: Amount) -> Mention | None:
    """Return the revenue of a part that a percentage says grew, where no metric is named: `domestic games growing 17%`."""
    amount = grew_first(scan, amount) or amount
    at = max((a.start for a in scan.amounts if a.end <= amount.start), default=0) if amount.range_end else amount.start
    for part in scan.segments:
        if any(m.start < part.end and part.start < m.end for m in scan.metrics):
            continue  # the backlog of the cloud is no cloud
        if any(m.metrics and _IS_OF.fullmatch(scan.text, m.end, part.start) for m in scan.metrics):
            continue  # `Operating income at Amazon's cloud unit climbed 9%`
        if is_next_of(scan, part):
            continue
        low = begins_with_owner(scan, part)
        first = _ALONE.fullmatch(scan.text, scan.sentence.start, low) or _OPENS.search(scan.text, max(0, low - 14), low)
        first = first or _FROM_WHICH.search(scan.text, max(0, part.start - 10), part.end + 8)
        in_money = part.segment in IN_MONEY or _led_to_money(scan, amount)
        form = _GREW
        if amount.noun == "multiple":
            if _OBJECT.match(scan.text, amount.end):
                return None
            form = _MULTIPLIED
        if in_money and is_its_growth(scan, part, amount):
            return Mention(part.start, part.end, ("revenue",), part=part.segment)
        grew = form.fullmatch(scan.text, part.end, at) if in_money and first else None
        if grew and not (grew["fared"] and _names_something(scan, *grew.span("fared"))):
            return Mention(part.start, part.end, ("revenue",), part=part.segment)
    return None


def is_next_of(scan: Scan, part: Mention) -> bool:
    """Whether a part is the next of several that a metric is told of: `revenue from games and advertising rose 12%`."""
    text, firsts, fewest = scan.text, [part], 2
    for before in reversed(scan.segments):
        last = firsts[-1]
        if before.end > last.start:
            continue
        if last is part and _AND_LAST.fullmatch(text, before.end, last.start):
            firsts, fewest = [*firsts, before], 3
        elif _JOINED.fullmatch(text, before.end, last.start):
            firsts.append(before)
    if len(firsts) < fewest:
        return False
    return any(
        m.metrics and _OF_FIRST.fullmatch(text, m.end, first.start) for m in scan.metrics for first in firsts[1:]
    )


def _led_to_money(scan: Scan, amount: Amount) -> bool:
    """Whether a percentage led to an amount of money: what grew so is what was taken in, whatever else of it is counted."""
    after = scan.following(amount)
    led = after is not None and _LED_ON.fullmatch(scan.text, amount.end, after.start)
    return bool(led) and after is not None and after.kind == "money" and after.scaled


def _names_something(scan: Scan, start: int, end: int) -> bool:
    """Whether how a part fared names a metric, another part or a company: that is what grew, or may be."""
    lines = any(start <= mark.start < end for mark in (*scan.metrics, *scan.segments))
    return lines or any(start <= e.start < end for e in scan.entities)


def _taken_zh(scan: Scan, amount: Amount) -> Mention | None:
    """Return the market share that Chinese says a maker took of the market: 拿下14%的市场."""
    verb = _TOOK_ZH.search(scan.text, max(scan.sentence.start, amount.start - 8), amount.start)
    if verb is None or not _OF_MARKET_ZH.match(scan.text, amount.end):
        return None
    return Mention(*verb.span("took"), ("market_share",))


def share_held(scan: Scan, amount: Amount) -> Mention | None:
    """Return the market share of `Samsung is second with 19% share`, 出货920万台,占比21%, in a text on how makers stand in a market."""
    if amount.kind == "percent" and (
        told := _SHARE_ZH.search(scan.text, max(scan.sentence.start, amount.start - 8), amount.start)
    ):
        return Mention(told.start("share"), told.end("share"), ("market_share",))
    if amount.kind == "percent" and (taken := _taken_zh(scan, amount)):
        return taken
    share = _SHARE.match(scan.text, amount.end) if amount.kind == "percent" else None
    share = share or of_shipments(scan, amount)
    if share is None:
        return vendors_share(scan, amount) if amount.kind == "percent" else None
    return Mention(share.start("share"), share.end("share"), ("market_share",))
