"""How far shares or a market's index moved, whatever metric stands beside: `shares fell 5% after it reported revenue`, `lifting its shares 4%`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.tallies import OF_CARS, OF_USERS
from generator.extraction.metrics.quoted import quoted
from generator.extraction.metrics.quoted_words import MOVES
from generator.extraction.whose.share_behind_en import HOW_FAR, turned_to_a_share
from generator.extraction.whose.shares_moved_zh import shares_moved

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


def of_shares(scan: Scan, amount: Amount, mention: Mention) -> str | None:
    """`shares fell 5% after it reported revenue`: what moved is the share, whatever metric stands behind."""
    if shares_moved(scan, amount) and "share_price" not in mention.metrics:
        return HOW_FAR
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
    if amount.kind == "percent" and turned_to_a_share(scan, amount, mention):
        return HOW_FAR
    after = mention.start >= amount.end and _AFTER_RESULTS.match(scan.text, amount.end, mention.start)
    return HOW_FAR if after else None
