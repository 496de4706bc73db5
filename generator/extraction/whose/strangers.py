"""Companies that an English sentence names and the catalogue does not: their figures are nobody's the catalogue knows."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.tallies import OF_USERS
from generator.extraction.vocabulary import words
from generator.extraction.whose.elsewhere_en import PLACE, is_elsewhere
from generator.extraction.whose.unnamed_rivals import is_of_unnamed

COMPANY = "of a company that the catalogue does not know"
_NAME = r"(?!(?:CC|FX|YoY|QoQ|[Nn][Oo][Nn]-?(?:GAAP|IFRS|HKFRS))\b)[A-ZÀ-ÞŠŽČ][\w&'-]*(?<!'s)(?:\.(?:me|ai|io)\b)?(?: (?:[A-Z][\w&'-]*(?<!'s)|of|de)){0,3}"
# `while rival Voyah`, `The Czech brand Škoda`
_LEAD = (
    r"(?:(?:[Aa]nd|[Bb]ut|[Ww]hile|[Ww]hereas|[Aa]s|[Mm]eanwhile,?) )?"
    r"(?:(?:(?:[Tt]he|[Ii]ts|[Aa]n?|[Ff]ellow) )?(?:[A-Za-z][\w-]* ){0,2}?(?:[Rr]ival|[Aa]utomaker|[Cc]armaker|[Cc]hipmaker|[Ss]tart-?up|[Bb]rand|[Mm]arque|[Ss]ubsidiary|[Ss]ister company|[Mm]aker|[Uu]nit|[Aa]ffiliate) )?"
)
# `Voyah, an EV brand owned by Dongfeng, sold`; `Zeelo delivered`: whoever does what companies do.
_DOES = re.compile(
    rf"[\s•*–-]*{_LEAD}(?P<name>{_NAME})\.?(?: \([^()]{{1,24}}\))?(?:, (?:backed|owned|controlled|led|founded|funded|run) by [^,;.]{{3,50}},)?(?:(?P<owns>'s )(?=[a-z])|,? (?:also |then |only |meanwhile |in turn )?"
    r"(?:delivered|sold|shipped|produced|reported|(?:was able|managed|continued) to|succeeded in|earned|lost|employed|employs|netted|pocketed|has (?=[\d$€£]|about|around|some|more)|had (?=[\d$€£]|about|around|some|more)|made|generated|turned over|took in|brought in|pulled in|swung to|suffered|enjoyed|posted|recorded|logged|booked|registered|came (?:in )?(?:second|third|fourth|fifth|next)|followed|ranked|took|saw|held|achieved|notched|set|captured|grabbed|topped|maintained|retained|(?:(?:has |had )?guid(?:es?|ed)|is guiding) (?:to|for|towards?)|which|that|(?P<apposed>(?:an?|the|its|one of the) )(?:(?!(?:chief|chairman|head|founder|boss|of)\b)[\w-]+ ){0,5}(?:brands?|marque|automaker|carmaker|maker|subsidiary|unit|company|startup|start-up|manufacturer|vendor|supplier|platform|producer)(?! (?:chief|chairman|chairwoman|founder|co-founder|head|boss|president|executive|director|manager|spokes\w+))(?!['’]s))\b)"
)
# `Škoda raised sales revenue by 3.6 percent`: what demand or a price may do as well, done by a name to its own figures.
_MOVES_ITS = re.compile(
    rf"[\s•*–-]*{_LEAD}(?P<name>{_NAME})(?: \([^()]{{1,24}}\))? (?:has |had |also |then |[a-z]+ly )*"
    r"(?:raise[sd]?|increase[sd]?|lift(?:s|ed)|boost(?:s|ed)|gr[eo]ws?|improve[sd]?|expand(?:s|ed)|double[sd]?|triple[sd]?|push(?:es|ed)|cuts?|reduce[sd]?|lowers?|lowered|narrow(?:s|ed)|widen(?:s|ed)|ha[sd]|lost|loses|gain(?:s|ed)|earns|makes|generates|sees|reports|posts|sells|delivers|ships|achieves|records)"
    r" (?:(?:its|their|the|an?|total|overall|quarterly|annual|net|record|operating|combined|group|global|worldwide) )*"
)
_FORECAST_FOR = re.compile(
    r" (?:forecast|estimate|projection|target|prediction|expectation|outlook)s? (?:for|on|of) (?:the )?"
)
# What moves figures of others at a sentence's head, and is no name.
DRIVER = re.compile(
    r"(?:Demand|Growth|Strikes?|Rebates?|Sanctions|Shortages?|Supply|Recalls?|Launches|Upgrades?|Synergies|Hedging|Inflation|Competition|Investments?|Tariffs?|Acquisitions?|Prices?|Pricing|Costs?|Volumes?|Exports?|Imports?|Orders?|Currency|Weakness|Strength|Promotions?|Discounts?|Subsidies|Incentives|Efficiency|Innovation|Production|Customers|Consumers|Users|Advertisers|Advertising|Cloud|Software|Hardware|Services|Gaming|Games|Smartphones?|Phones|Cars|Chips|Products?|Brands?|Models?|Contracts?|Licensing|Subscriptions?|Spending|Traffic|Tourism|Weather|Holidays|Companies|Businesses|Banks|Automakers|Carmakers|Retailers|Makers|Executives|Holders|People|Nothing|Nobody|Everything|Rates|Interest|Taxes|Tax|Layoffs|Charges|Gains|Losses|Expenses|Income|Earnings|Turnover|Output|Share|Buybacks|Dividends|Operations|Units?|Divisions?|Segments?|Restructuring)(?: |$)"
)
# `At SEAT, revenue fell`: whose figures are told is said first.
_AT_WHOM = re.compile(
    rf"[\s•*–-]*(?:(?:[Aa]nd|[Bb]ut|[Ww]hile) )?(?:At|For|Over at|at|for|over at) (?:the )?(?P<name>{_NAME}),? (?=[a-z])"
)
_BY = re.compile(rf" (?:by|from|at) (?:[a-z]+ ){{0,3}}(?P<name>{_NAME})")
_ITS_BRAND = "(?:rival|brand|marque|subsidiary|affiliate|automaker|carmaker|maker|its|the)"
# `Revenue at Bentley fell`, not `at Home Depot's`, whoever that is
_AT_STRANGER = re.compile(rf" (?:at|of|for) (?:{_ITS_BRAND} ){{0,2}}(?P<name>{_NAME}) (?=[a-z]+)")
_BEHIND = re.compile(
    rf"(?:[^,;.()]|(?<=\d)[.,](?=\d)){{0,40}}? (?:at|for) (?:{_ITS_BRAND} ){{0,2}}(?P<name>{_NAME})(?=[.,;]|$| (?:in|during|from|after|as|and|while|compared|versus|over)\b)"
)
# Words that open a sentence with a capital and name nobody.
_NOBODY = re.compile(
    rf"(?:{'|'.join(words('terms')['nobody'])}|[A-Z][a-z]*(?:-[a-z]+)+|[A-Z][a-z]+(?:ly|day|ing))(?: |$)"
)
# `Sales at the French group, owner of labels such as Gucci, grew`
_FROM_COUNTRY = re.compile(
    r"(?:French|Dutch|Swiss|Czech|Greek|Thai|[A-Z][a-z]+(?:ese|ish|ian|ean|can|man|li))(?: [a-z-]+){0,2} (?:group|company|firm|giant|conglomerate|[a-z]*maker|retailer|bank|brand|house|lender|start-?up|operator|manufacturer|supplier|parent|multinational|brewer|insurer|carrier|airline|utility|chain)\b"
)
# `Aion sold 41,503 vehicles, ranking the brand owned by the state-owned Guangzhou Automobile Group third`
_OWNED_BY = re.compile(
    r"\b(?:backed|owned|controlled|led|founded|supported|funded|acquired|run) by (?:[A-Za-z][\w.-]*(?:['’]s)? ){0,5}$|\b(?:unit|subsidiary|brand|arm|affiliate|part) of (?:the )?(?:[a-z-]+ ){0,3}$"
)
# `raised their target for the DAX stock`: a member of an index, whoever that is
_OF_INDEX = re.compile(
    r"(?:M?DAX|TecDAX|SDAX|Dax|Dow(?: Jones)?|Nasdaq|Nikkei|FTSE|CAC|Euro ?[Ss]toxx|EuroStoxx|S&P|Hang Seng|MSCI|Hong Kong|New York|Frankfurt|Shenzhen|Shanghai)(?: \d+)?(?:[- ](?:listed|member|heavyweight))? (?:shares?|stocks?|group|company|giant|member|heavyweight|constituent|title|paper|ADRs?|ADSs?|listing)\b"
    r"|(?:ADRs?|ADSs?|[A-H][- ]shares?)\b"
)
_FIRST_HAN = "\u2e80"  # what stands before it in Unicode is of alphabets: Škoda
_HOLDER = re.compile(rf"(?:[,;]|\band|\bwith|\bby)\s+(?P<name>{_NAME}) (?:with |at |\()?$")
_HELD = 40  # characters before an amount, within which its holder's name begins
_NAMED_BEFORE = 600  # characters, within which a text names in full whom it calls by the surname
_NEAR = 24  # characters between a stranger's name and the metric that is its own
_OPENS = re.compile(r"\s*(?:(?:and|while|whereas|but|with|as) )?")


def of_stranger(scan: Scan, mention: Mention, amount: Amount) -> str | None:
    """Return why an English figure is of nobody the catalogue knows, None where it may be of the company spoken of."""
    if not scan.text[mention.start].isascii() or scan.text[scan.sentence.start] >= _FIRST_HAN:
        return None
    first = min(mention.start, amount.start)
    if is_of_unnamed(scan, first, amount.start):
        return COMPANY
    for start in dict.fromkeys((scan.clause(first)[0], scan.sentence.start)):
        found = _DOES.match(scan.text, start, scan.sentence.end)
        far = found and found["owns"] and mention.start - found.end() > _NEAR
        if found and not far and found.start("name") < first and _is_strange(scan, found):
            return None if _takes_over(scan, found, first) else COMPANY
        if _tells_its_own(scan, mention, start):
            return COMPANY
    if mention.end <= amount.start and _holds(scan, amount):
        return COMPANY
    by = _BY.match(scan.text, mention.end, scan.sentence.end)
    if by and by.end() <= max(amount.start, mention.end + 60) and _is_strange(scan, by) and by[0].startswith(" by"):
        return COMPANY
    if _is_told_behind(scan, mention, amount):
        return COMPANY
    return PLACE if is_elsewhere(scan, mention, amount) else None


def _tells_its_own(scan: Scan, mention: Mention, start: int) -> bool:
    """Whether a stranger opens a clause and moves what a mention names, or is whom it is told of: `At SEAT, revenue fell`."""
    if "target_price" in mention.metrics:
        return False  # `Marlow Capital raised its target`: who does so only judges the share
    end = min(scan.sentence.end, mention.start + 1)
    found = _MOVES_ITS.match(scan.text, start, end)
    moved = found is not None and found.end() == mention.start and not DRIVER.match(found["name"])
    if moved and any(_FORECAST_FOR.fullmatch(scan.text, mention.end, e.start) for e in scan.entities):
        return False  # `Zhongtai Securities raised its 2024 net profit forecast for Tencent`
    found = found if moved else _AT_WHOM.match(scan.text, start, end)
    return (
        found is not None
        and found.end() <= mention.start
        and _is_strange(scan, found)
        and not any(found.end() <= e.start < mention.start for e in scan.entities)
    )


def _is_told_behind(scan: Scan, mention: Mention, amount: Amount) -> bool:
    """Whether a stranger stands behind a metric or an amount as whose it is; users may be those of a service: MAU of WeChat."""
    if mention.metrics and mention.metrics[0] in OF_USERS:
        return False
    named = _AT_STRANGER.match(scan.text, mention.end, scan.sentence.end)
    behind = _BEHIND.match(scan.text, amount.end, scan.clause(amount.start)[1] + 1)
    return any(found is not None and _is_strange(scan, found) for found in (named, behind))


def opens_with_a_stranger(scan: Scan) -> bool:
    """Whether an English sentence opens with a company of no name that the catalogue knows, which does what companies do."""
    found = _DOES.match(scan.text, scan.sentence.start, scan.sentence.end)
    if found is None or found["owns"] or found[0].endswith(("which", "that")):
        return False
    owners = all(_OWNED_BY.search(scan.text, scan.sentence.start, e.start) for e in scan.entities)
    return bool(scan.amounts) and _is_strange(scan, found) and owners


def _holds(scan: Scan, amount: Amount) -> bool:
    """Whether a stranger stands right before an amount, the next of several: `Xiaomi delivered 40,000 and Foton Motor 12,000`."""
    floor = scan.amount_before(amount.start)
    found = (
        _HOLDER.search(scan.text, max(floor, amount.start - _HELD), amount.start)
        if floor > scan.sentence.start
        else None
    )
    return found is not None and _is_strange(scan, found) and not scan.is_marked(found.start("name"), amount.start)


def _is_strange(scan: Scan, found: re.Match[str]) -> bool:
    """Whether a name is none of the catalogue's, and none of the grammar's words."""
    return not (
        _NOBODY.match(found["name"])
        or ("guid" in found[0] and _is_a_persons(scan, found))
        or _OF_INDEX.match(scan.text, found.start("name"), scan.sentence.end)
        or _FROM_COUNTRY.match(scan.text, found.start("name"), scan.sentence.end)
        or scan.is_marked(found.start("name"), found.end("name"), scan.cues, scan.metrics)
    )


def _is_a_persons(scan: Scan, found: re.Match[str]) -> bool:
    """Whether a name is the surname of somebody named before: `CFO Colette Kress was upbeat. Kress guided to`."""
    low = max(0, found.start("name") - _NAMED_BEFORE)
    return re.search(rf"\b[A-Z][a-z]+ {re.escape(found['name'])}\b", scan.text[low : found.start("name")]) is not None


def _takes_over(scan: Scan, found: re.Match[str], high: int) -> bool:
    """Whether a company of the catalogue is spoken of behind a stranger; whoever owns it is not, who opens a clause is."""
    behind = [
        e for e in scan.entities
        if found.end("name") <= e.start < high and not _OWNED_BY.search(scan.text, scan.sentence.start, e.start)
    ]  # fmt: skip
    if not found["apposed"]:
        return bool(behind)
    return any(_OPENS.fullmatch(scan.text, scan.clause(e.start)[0], e.start) for e in behind)
