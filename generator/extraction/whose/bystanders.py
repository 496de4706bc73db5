"""Amounts that only stand beside a metric: how far shares moved, who is laid off, what is left to spend."""

from __future__ import annotations

import re

from generator.corpus.beginnings import sought
from generator.extraction.amounts.amount import Amount
from generator.extraction.links.cumulative import BROUGHT_TO
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.tallies import OF_CARS, OF_USERS
from generator.extraction.metrics.quoted import quoted
from generator.extraction.metrics.quoted_words import MOVES
from generator.extraction.metrics.share_aside_en import in_aside
from generator.extraction.whose.marks_passed_en import passed_again

HOW_FAR = "how far shares moved"
# `shares fell 5% after it reported revenue`: they did, the revenue did not.
_SHARES = re.compile(
    r"\b(?:shares|stock|A[DM][RS]s|(?:depositary )?receipts)(?: price)?(?: of [A-Z]\w+)?(?: (?:listed |traded )?in (?:Hong Kong|New York|Frankfurt|Paris|London|Amsterdam|Shanghai|Shenzhen|Taipei|Tokyo|Seoul|Stockholm|Zurich|Milan|the (?:US|U\.S\.|United States)))?(?: (?:also|were|was|are|is|had|has|have|since|closed|opened|ended|traded|trading|then|initially|quickly|briefly))*"
    r" (?:up|down|rise|rises|fall|falls|jump|jumps|gain|gains|drop|drops|climb|climbs|soar|soars|surge|surges|slide|slides|sink|sinks|tumble|tumbles|plunge|plunges|slip|slips|rose|fell|gained|lost|jumped|surged|soared|slid|sank|dropped|tumbled|slumps?|slumped|crashe[sd]|rocketed|spiked|leapt|leaped|jolted|shot up|shed|added|retreated|eased|edged up|edged down|rallies|dips|plunged|climbed|slipped|dipped|rallied|higher|lower|declined|advanced|rising|falling|surging|soaring|jumping|tumbling|plunging|sinking|sliding|climbing|dropping|gaining|slumping)(?: by| as much as| more than| nearly| about| around| over| almost| roughly)* $"
    r"|\b(?:shares|stock)(?: price)? (?:saw|seen|sees?|recorded|posted|experienc\w+|reached|hit) [^,;]*$"
    r"|\byear-to-date (?:increase|gain|rise|rally|return|decline|drop)s? (?:of )?(?:about |over |more than |nearly |almost )?$"
    r"|\bto (?:trade|close|end|finish) (?:up|down|higher|lower)(?: by)? $",
    re.I,
)
# `Amazon drops 5.7% after quarterly earnings`: so did its share.
_AFTER_RESULTS = re.compile(r" (?:after|following|ahead of|before|despite|in the wake of|as) ", re.I)
# `Meituan slumped 12.6 per cent on Thursday after its profit collapsed`: so did its share
_ON_A_DAY = re.compile(
    r" (?:on (?:Mon|Tues|Wednes|Thurs|Fri)day|in (?:early|late|morning|afternoon|premarket|pre-market|after-hours|extended|Hong Kong|New York|Frankfurt|Tokyo)(?: [a-z]+)?(?: trad(?:e|ing))?|after hours|at the (?:open|close)|by the (?:close|closing bell))\b(?= (?:after|as|following|on|amid|ahead|before|when|despite|even)\b|[,.])"
)
# `ended the year with $58.5 billion remaining under its share repurchase authorization`: what may still be spent.
_LEFT = re.compile(
    r" (?:(?:was|were|is|are|still|that) )*(?:remaining|remained|left|remains|available|authori[sz]ed) (?:under|in|on|for|of) ",
    re.I,
)
# `layoffs affecting 14,000 employees`: who goes is not who is there.
_LAID_OFF = sought(
    r"\b(?:lay(?:ing)?-?\s?offs?|laid off|jobs? cuts?|cut(?:s|ting)?|eliminat\w+|shed(?:s|ding)?|slash\w*|dismiss\w*|fir(?:e|ed|ing)|hir(?:e|es|ed|ing)|recruit\w*|affect(?:s|ed|ing)|impact(?:s|ed|ing)|let(?:s|ting)? go(?: of)?|part(?:s|ed|ing)? (?:company |ways )?with|(?:sa(?:y|ys|id|ying)|bid(?:s|ding)?) (?:goodbye|farewell) to|(?:get(?:s|ting)?|got) rid of|sack(?:s|ed|ing)?|ax(?:e|es|ed|ing)|do(?:es|ing)? away with|did away with|dispens\w+ with|discharg\w+|furlough\w*|retrench\w*|terminat\w*|remov\w+|los(?:e|es|t|ing)|redundan\w+|add(?:s|ed|ing)?|tak(?:e|es|ing) on|took on|onboard\w*)\b[^,;]{0,40}$",
    re.I,
)
# `let 3,000 employees go`, `3,000 workers were laid off`
_LEAVE = re.compile(
    r" (?:(?!(?:and|who|that)\b)[\w-]+ ){0,3}?(?:employees|workers|staff|staffers|people|jobs|positions|roles) (?:(?:to|will|would|are|were|have|has|had|been|be|being|is|was|must|could|also) )*(?:go|goes|leave|left|let go|laid off|cut|axed|sacked|fired|dismissed|eliminated|made redundant|lost|lose|redundant|off|hired|affected)\b"
)
# `added 8.3 million subscribers`, `beat forecasts of 7.6 million net additions`: who joined is not who is there.
_JOINED = re.compile(
    r"\b(?:add(?:s|ed|ing)?|gain(?:s|ed|ing)?|attract(?:s|ed|ing)?|sign(?:s|ed|ing)? up|pick(?:s|ed|ing)? up|los(?:e|es|t|ing)|shed(?:s|ding)?)\b[^,;]{0,80}$",
    re.I,
)
# `is cutting its headcount by 15%`, `plans to cut 15% of its workforce`
_CUT = re.compile(
    r"\b(?:cut|cuts|cutting|reduc(?:e|es|ing|tions?)|trim(?:s|ming)?|slash(?:es|ing)?|lay(?:s|ing)? off|eliminat\w+|shed(?:s|ding)?)\b",
    re.I,
)
_NEW = re.compile(r"\b[Nn]ew (?:[\w-]+ ){0,2}$")  # `new cloud customers were up 28%`
# `plans to add 1,000 swap stations`: what comes is not what there is.
_ADDED = re.compile(
    r"\b(?:add(?:s|ed|ing)?|open(?:s|ed|ing)|[Nn]et (?:addition|increase)s? of|install(?:s|ed|ing)?|additional|another|extra|further)(?: (?:an?|its|about|around|nearly|over|more than|at least|up to|some|monthly|annual|production|capacity|of|additional|another|further))* $",
    re.I,
)
# `closed 627 stores`: what is gone is not what there is
_CLOSED_DOWN = re.compile(
    r"\b(?:[Cc]los(?:e[sd]?|ing)|[Ss]hut(?:s|ting|ter(?:s|ed|ing)?)?(?: down)?|[Cc]ull(?:s|ed|ing)?|[Aa]x(?:e[sd]?|ing)?|[Ss]crap(?:s|ped|ping)?)(?: (?:an?|another|about|around|nearly|over|more than|some|its|net))* $"
)
_SHOPS = re.compile(r" (?:[a-z-]+ ){0,3}(?:stores|shops|outlets|branches|stations|restaurants|showrooms|dealerships)\b")
_NEWLY = re.compile(r" (?:[a-z]+ )?new (?:[a-z-]+ ){0,2}(?:stores|shops|outlets|branches|stations|employees)\b")
# `despite $900 million in tariffs`, `a stock buyback authorization of $60 billion`
_OF_COSTS = re.compile(
    r" (?:in|of) (?:[a-z-]+ ){0,2}(?:tariffs?|tariff[- ](?:related )?(?:costs?|charges?|impacts?)|charges|fines?|penalties|taxes|duties|subsidies|bonds|loans|restructuring|impairments?|write-?downs?|opportunit(?:y|ies))\b| (?:impact|hit|headwind|drag)s? (?:from|of|due|related|linked)\b"
)
# `a $50 billion revenue opportunity in China`: of a market, and nobody's
_OPPORTUNITY = re.compile(
    r"(?:-a-year)? (?:[a-z-]+ ){0,2}(?:revenues?|sales|profits?|earnings) (?:opportunit(?:y|ies)|pools?)\b"
)
# `four groups exceeding annual sales of 3 million`, `each exceeding 1 million units`
_SEVERAL = sought(
    r"\b(?:each|(?:two|three|four|five|six|seven|several|many) (?:[a-z]+ ){0,2}(?:groups|companies|automakers|carmakers|brands|makers)) (?:exceeding|surpassing|topping|crossing|exceeded|surpassed|topped|crossed|sold|selling|delivering|delivered) [^,;\d]{0,40}$",
    re.I,
)
# `topped 200,000 units three months in a row`
_IN_A_ROW = re.compile(
    r"(?: (?:units|vehicles|cars|deliveries|yuan|mark))*,? (?:for )?(?:two|three|four|five|six|seven|eight|nine|ten|\d+) (?:(?:straight|consecutive) (?:months|quarters|years)|(?:months|quarters|years) (?:in a row|running|straight))\b"
)
_ANNUALIZED = re.compile(r"\bannuali[sz](?:ing|ed|es)(?: to| at| rate of)? (?:about |around |nearly |over )?$")
_A_STOCK = re.compile(
    r"(?:['’]s?|\b[Tt]he|\b[Ii]ts|-listed) (?:[A-Z][\w-]+ )?(?:shares|stock)\b(?! (?:re|buy|comp|option|out|base|split|award|grant|sale|issu|offer))"
)
_FAR = 160  # characters before a percentage, within which its sentence may have turned to a share
_STAFF = re.compile(r"\b(?:employees?|workers?|staff|staffers|people|jobs|positions|roles)\b", re.I)

_SOME_STAFF = re.compile(
    r" of (?:its|their|the|our) (?:[\w,.]+ ){0,3}?(?:employees|workers|staff|staffers|people|jobs|positions|roles)\b"
)


def bystander(scan: Scan, amount: Amount, floor: int) -> str | None:
    """Return why an amount is no level of the metric beside it; `floor` is where its own words begin."""
    if amount.kind == "money" and _LEFT.match(scan.text, amount.end):
        return "what is left to spend, not what was spent"
    if amount.kind == "money" and _OF_COSTS.match(scan.text, amount.end):
        return "of costs that no metric names"
    if amount.kind == "money" and _OPPORTUNITY.match(scan.text, amount.end):
        return "of a market that somebody hopes for"
    if _SEVERAL.search(scan.text, scan.clause(amount.start)[0], amount.start) or _in_a_row(scan, amount):
        return "a mark that several passed"
    if _ANNUALIZED.search(scan.text, floor, amount.start):
        return "what a year would come to at that rate"
    leaves = _LAID_OFF.search(scan.text, floor, amount.start) or _LEAVE.match(scan.text, amount.end)
    if (_STAFF.search(amount.noun) and leaves) or _are_some_of_the_staff(scan, amount):
        return "who goes or comes, not who is there"
    if _is_mark(scan, amount):
        return "a mark that was passed, not what was reached"
    return _not_all(scan, amount, floor) if amount.kind in ("count", "bare") else None


def _are_some_of_the_staff(scan: Scan, amount: Amount) -> bool:
    """Whether a count is only of some of those who are there, or the lower end of such a range: `retrain 9,000 to 10,000 of its staff`."""
    if amount.kind not in ("count", "bare"):
        return False
    end = scan.end_of_range(amount)
    return _SOME_STAFF.match(scan.text, end) is not None


def _not_all(scan: Scan, amount: Amount, floor: int) -> str | None:
    """Return why a count is not one of all: of what is left, of several months, of what comes."""
    if _TO_GO.match(scan.text, amount.end):
        return "what is left, not what there is"
    if _EACH_MONTH.search(scan.text, floor, amount.start):
        return "a mark that several passed"
    if _CLOSED_DOWN.search(scan.text, floor, amount.start) and _SHOPS.match(scan.text, amount.end):
        return "what is gone, not what there is"
    added = _ADDED.search(scan.text, floor, amount.start) or _NEWLY.match(scan.text, amount.end)
    return "what is added, not what there is" if added else None


def _is_mark(scan: Scan, amount: Amount) -> bool:
    """Whether an amount is only a mark that was passed: for the second time, or by what the sentence tells besides."""
    if passed_again(scan, amount) or _is_reached_behind(scan, amount):
        return True
    told = any(a.kind in (amount.kind, "count", "bare") for a in scan.amounts if a.end <= amount.start)
    passed = told and _PASSED.search(scan.text, max(scan.sentence.start, amount.start - 40), amount.start)
    if told and _MARK_OF.search(scan.text, max(scan.sentence.start, amount.start - 60), amount.start):
        return True
    return bool(passed and _MARK.match(scan.text, amount.end))


def _in_a_row(scan: Scan, amount: Amount) -> bool:
    """Whether an amount was passed in each of several months, of which the sentence names none."""
    named = any(p.scope == "month" and p.end <= amount.start for p in scan.periods)
    told = any(a.kind in ("count", "bare") and a.end <= amount.start for a in scan.amounts)
    return (told or not named) and bool(_IN_A_ROW.match(scan.text, amount.end))


def _is_reached_behind(scan: Scan, amount: Amount) -> bool:
    """Whether a mark was passed, and what was reached is said behind it: `exceeded 40,000 units for the first time, reaching 40,169`."""
    behind = _REACHING.match(scan.text, amount.end)
    return behind is not None and scan.amount_after(amount.end) == behind.end()


def who_joined(scan: Scan, mention: Mention, amount: Amount) -> str | None:
    """Return why a count of users or staff is none: it is of those who came or went."""
    if mention.metrics[0] == "headcount" and amount.kind == "percent":
        cut = _CUT.search(scan.text, max(scan.sentence.start, min(mention.start, amount.start) - 40), mention.end)
        return "who goes or comes, not who is there" if cut else None
    if mention.metrics[0] not in OF_USERS:
        return None
    if BROUGHT_TO.search(scan.text, scan.amount_before(amount.start), amount.start):
        return None  # `added 9.3 million subscribers, bringing the total to 269.6 million`
    start = max(scan.sentence.start, mention.start - 96)
    lead = scan.text[start : mention.start]
    return "only those that joined something, not all" if _JOINED.search(lead) or _NEW.search(lead) else None


# `delivered 66,657 vehicles, surpassing 50,000 units for the first time`: what was reached is told before.
_PASSED = re.compile(
    r"\b(?:surpassing|exceeding|topping|crossing|passing|breaking(?: past| through)?|topped) (?:over |the )*$", re.I
)
_MARK = re.compile(
    r"(?: (?:units|vehicles|cars|deliveries|yuan))? (?:for (?:the (?:first|second|third)|(?:a|the) [a-z]+[ -](?:straight|consecutive)|(?:two|three|four|five|six) (?:straight|consecutive))|mark|milestone|threshold|streak|level)\b"
)
# `the first time that quarterly sales topped the mark of 200 billion yuan`
_MARK_OF = re.compile(
    r"\b(?:exceed|surpass|topp?|cross|pass|break|broke|reach|hit|clear)(?:e?d|e?s|ing)?(?: (?:past|through))? (?:the|a) (?:[a-z-]+ ){0,2}(?:level|mark|milestone|threshold|line|barrier|hurdle) of (?:about |over )?$"
)
_REACHING = re.compile(
    r"(?: (?:units|vehicles|cars|deliveries))? for the (?:first|second|third) time,? (?:reaching|hitting|with|to reach|at) (?:a record |about )?"
)
_TO_GO = re.compile(r"(?: (?:more )?(?:units|vehicles|cars))? (?:left )?to go\b")  # `leaving 181,020 to go`
# `with monthly deliveries exceeding 10,000 units from June to September`
_EACH_MONTH = re.compile(
    r"\bmonthly (?:deliver(?:y|ies)|sales|shipments) (?:exceeding|topping|surpassing|above|over|exceeded|topped|surpassed) (?:over )?$"
)
_CLOSED = re.compile(
    r"\b(?:shares|stock)(?: price)? (?:closed|ended|opened|finished|traded|were)(?: trading)?(?: about| nearly)* $",
    re.I,
)
_LED_TO_PRICE = re.compile(r",? (?:(?:higher|lower|up|down) )?(?:on [A-Z]\w+day )?(?:to|at) (?:about )?")
# `lifting its shares 4%`, `leaving the stock 4% lower`, `giving its shares a 4% boost`
_SHARES_SENT = re.compile(
    r"\b(?:sen[dt]s?|sending|lift(?:s|ed|ing)?|push(?:es|ed|ing)?|pull(?:s|ed|ing)?|drag(?:s|ged|ging)?|dr[io]ves?|driving|boost(?:s|ed|ing)?|knock(?:s|ed|ing)?|leav(?:es?|ing)|left|propel(?:s|led|ling)?|g[ai]ves?|giving|hand(?:s|ed|ing)?|t[ao]kes?|took|taking|bring(?:s|ing)?|brought|cost(?:s|ing)?) "
    r"(?:(?:down|up) )?(?:(?:its|their|the|[A-Z][\w.&]*['’]s?|the [a-z]+['’]s) )?(?:[A-Za-z.-]+ ){0,2}(?:shares|stock|share price|stock price|receipts|ADRs)(?: [a-z]+){0,2}? (?:(?:by|an?|as much as|more than|nearly|about|around|over|almost) ){0,2}$"
)
_SHARES_STOOD = re.compile(
    r"\b(?:[Ss]hares|[Ss]tock|ADRs)(?: price)?(?: (?:about|around|nearly|more than|almost|some|over|as much as|another))? $"
)
# `the Hang Seng Index easing 0.2%`, `as the Nasdaq gained 1%`: what moved is a market
_INDEX = re.compile(
    r"\b(?:(?<!price )[Ii]ndex|[Cc]omposite|Nasdaq|Dow(?: Jones)?|S&P 500|Nikkei(?: 225)?|K(?:ospi|OSPI)|K(?:osdaq|OSDAQ)|HSI|DAX|FTSE(?: 100)?|Stoxx(?:(?: Europe)? 600)?|CSI 300|Taiex|TAIEX|Sensex|Nifty)(?:, [^,;.]{3,60},)?(?: (?:was|were|had|also|then|itself))*"
    r",? (?:eas|ris|fall|gain|los|climb|dropp|slipp|add|shedd|slid|declin|advanc|jump|surg|plung|tumbl|sink|ros|fell|lost|climb|slump|rall|up\b|down\b|end|clos|finish)[a-z]*(?: (?:up|down|by|higher|lower))* (?:about |around |nearly |more than |just |only |as much as )?$"
)
_COUNTED = (*OF_CARS, *OF_USERS, "shipments", "smartphone_shipments", "unit_sales")
# `closed at HK$61, up 3%`, `stood at $429.53, 2.4% lower`
_MOVED_BEHIND = re.compile(
    r"(?: (?:a share|apiece|each))?(?: on [A-Z][a-z]+day)?,? ?\(?(?:(?:up|down|higher by|lower by|a (?:daily )?(?:gain|rise|fall|loss|drop|decline|increase|decrease) of|after (?:gaining|losing|rising|falling)) )?(?:by |as much as |about |nearly |more than )?"
)
_WHY = re.compile(r"(?: (?:in|on|at|by) [^:;,.\d]{3,30})?(?::| [-–—]) ")
_MOVED_BY = re.compile(
    rf"(?: (?:shares|stock))? (?:was |were |is |are )?{MOVES}(?: by)? (?:about |around |nearly |more than |some |just |another |a further )?"
)
_HIGHER = re.compile(r" (?:higher|lower|up|down)\b")


def _to_a_price(scan: Scan, amount: Amount) -> bool:
    """Whether a percentage led to a price, which no count does: `Xpeng, which delivered 37,709 cars, rose 4% to HK$85.10`."""
    after = scan.following(amount)
    price = after is not None and after.kind == "money" and not after.scaled
    return price and after is not None and _LED_TO_PRICE.fullmatch(scan.text, amount.end, after.start) is not None


def _of_a_quoted_share(scan: Scan, amount: Amount) -> bool:
    """Whether a percentage is how far a share moved that a market quotes: `BYD shed 3.1% to HK$113 after it reported earnings per share of 2.1 yuan`."""
    after, before = scan.following(amount), scan.preceding(amount)
    if amount.kind != "percent":
        return False
    if after is not None and (share := quoted(scan, after)):
        return share.mention.end <= amount.start
    told = (
        before is not None
        and quoted(scan, before) is not None
        and _MOVED_BEHIND.fullmatch(scan.text, before.end, amount.start)
    )
    return bool(told)


def _gives_its_reason(scan: Scan, amount: Amount) -> bool:
    """Whether a company alone moved by a percentage, and a colon or a dash leads to why: `Uber lost 2.5%: its revenue grew 14%`."""
    if not _WHY.match(scan.text, amount.end):
        return False
    return any(_MOVED_BY.fullmatch(scan.text, e.end, amount.start) for e in scan.entities if e.end <= amount.start)


def _speaks_of_shares(scan: Scan, amount: Amount, mention: Mention) -> bool:
    """Whether a sentence turned to a share behind a metric, and to no other since: `Following the earnings report, AMD's stock was volatile, dropping by 4% before ending 2% down`."""
    told = list(_A_STOCK.finditer(scan.text, max(mention.end, amount.start - _FAR), amount.start))
    if not told or in_aside(scan, told[-1].span(), amount):
        return False
    return not any(told[-1].end() <= m.start < amount.start for m in scan.metrics)


def of_shares(scan: Scan, amount: Amount, mention: Mention) -> str | None:
    """`shares fell 5% after it reported revenue`: what moved is the share, whatever metric stands behind."""
    floor = max(scan.clause(amount.start)[0], scan.amount_before(amount.start))
    moved = _SHARES.search(scan.text[floor : amount.start])
    sent = _SHARES_SENT.search(scan.text, floor, amount.start) or (
        _SHARES_STOOD.search(scan.text, floor, amount.start) and _HIGHER.match(scan.text, amount.end)
    )
    moved = moved or (sent if amount.kind == "percent" else None)
    if amount.kind == "percent" and _INDEX.search(scan.text, scan.amount_before(amount.start), amount.start):
        return "how far a market's index moved"
    moved = moved or (_CLOSED.search(scan.text, floor, amount.start) and _HIGHER.match(scan.text, amount.end))
    day = mention.start >= amount.end and amount.kind == "percent" and _ON_A_DAY.match(scan.text, amount.end)
    if (
        moved
        or _of_a_quoted_share(scan, amount)
        or day
        or (mention.metrics[0] in _COUNTED and _to_a_price(scan, amount))
    ):
        return HOW_FAR
    if mention.start >= amount.end and amount.kind == "percent" and _gives_its_reason(scan, amount):
        return HOW_FAR
    if amount.kind == "percent" and _speaks_of_shares(scan, amount, mention):
        return HOW_FAR
    after = mention.start >= amount.end and _AFTER_RESULTS.match(scan.text, amount.end, mention.start)
    return HOW_FAR if after else None
