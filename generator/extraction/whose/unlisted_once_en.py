"""Companies that an English text names, be it once, and the catalogue does not list, told by the company they keep: `compared with 12% at Tarrow & Finch`, `Kestrel Labs makes parts for Xiaomi`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.corpus.beginnings import sought
from generator.corpus.months import MONTHS
from generator.extraction.marks.names import Names
from generator.extraction.marks.verbs import MOVED
from generator.extraction.reading import Reading
from generator.extraction.vocabulary import words
from generator.extraction.whose.strangers import DRIVER
from generator.extraction.whose.unlisted_acting_en import is_a_company, is_known, own_part
from generator.extraction.whose.unlisted_houses_en import judges_shares

_BODY = 6000  # characters, within which a text names whom it is about
_LEAD = 60  # characters before a name that may tell what it is
_TITLES = "Chief|Executive|CEO|CFO|COO|CTO|President|Chairman|Chairwoman|Analysts?|Founder|Director|Officer|Vice|Senior|Mr|Ms|Mrs|Dr|Rivals?|Suppliers?|Competitors?|Peers?|Startup|[A-Z][a-z]*maker"
_WORD = (
    rf"(?!(?:{_TITLES})\b|(?:{MONTHS})\b|(?i:RMB|CNY|HKD|USD|EUR|JPY|GBP|KRW|TWD|INR|NT|US|HK)[\d.]*(?:bn|mn|m|b)?\b)(?:[A-ZÀ-ÞŠŽČ][\w&+]*(?:-[A-Z\d][\w&+]*|-bits)*|[a-z]{{1,4}}[A-Z][\w]+|\d{{1,3}}(?=\.(?:com|AI)\b| [A-Z][a-z]))"
    r"(?:\.(?:com|ai|io|AI)\b)?"
)
_NAMED = sought(
    rf"(?<![\w$€£.&’'-])(?P<name>{_WORD}(?: (?:(?:&|the|de|of) (?=[A-Z]))?{_WORD}){{0,3}})(?![\w-])(?! (?:{_TITLES}) [A-Z])"
)
_METRIC = r"(?:[a-z&-]+ |R&D |Q[1-4] |\d{4} ){0,3}?(?:revenues?|sales|turnover|profits?|income|margins?|loss(?:es)?|earnings|results|EBITDA|EBIT|EPS|cash flow|spending|expenses|expenditure|capex|deliveries|shipments|orders|output|bookings)\b"
_WHEN = r"(?: (?:on|in|for|during|over|earlier|this|last) (?:the )?(?:[A-Z][a-z]+day|(?:[a-z]+ ){1,2}(?:quarter|half|months|period|year)(?: to [A-Z][a-z]+| of \d{4})?|Q[1-4](?: \d{4})?|week|month|\d{4}|quarter|year),?)?"
_DID = r"(?:report(?:s|ed)?|post(?:s|ed)?|record(?:s|ed)|generate[sd]?|earn(?:s|ed)|ha[sd]|saw|sees|book(?:s|ed)|log(?:s|ged)|achieve[sd]|expects?|forecasts?|guide[sd] (?:for|to)|project(?:s|ed)|lift(?:s|ed)|raise[sd]|boost(?:s|ed)|cut|grew|grows|increased|doubled|announce[sd]|enjoyed|suffered|brought in|took in|pulled in|followed with|led with|(?:said|says)(?: on [A-Z][a-z]+day)?(?: that)?(?: its)?)"
_MONEY = r"(?:[A-Z]{2,3} ?|[A-Z]{1,3}\$|[$€£¥])?\d[\d.,]*(?:%| (?:billion|million|trillion|percent|per cent)\b)"
_KIND = r"(?:[\w-]+ ){0,4}(?:supplier|rival|[a-z]*maker|company|firm|unit|subsidiary|affiliate|customer|competitor|developer|operator|retailer|platform|chain|peer|partner|distributor|owner|parent|start-?up)\b(?! (?:chief|CEO|analyst|executive|founder))"
# What stands behind the name of a company.
_BEHIND = re.compile(
    rf"['’]s? {_METRIC}|['’]s? (?:{MOVED}|was|stood|came|reached|{_MONEY})"
    rf"|(?: \([^()]{{1,24}}\))?,?{_WHEN} (?:also |then |itself |now |only )?{_DID} (?:(?:an?|its|the|total|net|record|about|around|another) )?(?:{_MONEY} (?:rise |fall |drop |increase |jump |decline |gain |growth )?(?:in |of )?)?{_METRIC}"
    rf"|, (?:an?|the|one of the|[A-Z][\w.]+['’]s) {_KIND}|, (?:part-|majority-|partly |jointly |half-)?(?:owned|backed|controlled|acquired|funded|bought) by"
    r"|, (?:in )?which (?:supplies|makes|sells|competes|builds|is based|is owned|is backed|[A-Z][\w.]+ (?:acquired|bought|owns|backs|holds|controls|invested|has))"
    rf"|,? (?:which|whose) (?:also )?(?:{_DID} )?{_METRIC}"
    r"| (?:makes|supplies|sells|builds|produces|assembles) (?:[a-z]+ ){0,4}(?:for|to|with|of|\d)| (?:has |had )?(?:overtook|overtakes|overtaken|surpassed|outsold|outgrew|outpaced) "
    rf"| is (?:smaller|larger|bigger|based)\b| (?:owns|holds|bought|sold|has|had|gets|derives) (?:about |around |some |an? )?\d[\d.]*% (?:of|stake)| raised {_MONEY}| agreed to (?:buy|acquire|sell|merge)"
    rf"| (?:also )?reported (?:on [A-Z][a-z]+day|(?:this|last) week)| (?:Chief Executive|CEO|CFO|Chief Financial Officer|chief executive|spokesman|spokeswoman)\b"
    rf"| fared (?:better|worse)| (?:shipped|sold|delivered|produced|registered) {_MONEY}"
)
# What stands before it: `rival Kestrel Labs`, `Tencent-backed Oriva`, `a stake in Marvane`, `ahead of Lumora`.
_BEFORE = re.compile(
    r"(?:\b(?:[Rr]ivals?|suppliers?|competitors?|affiliate|peers?|start-?ups?|parent|subsidiary|customers?|investors?|shareholders?|backer|partner|[a-z]*maker|retailer|spin-off|unit|vendor)(?: (?:such as|like|including))? "
    r"|-(?:backed|owned|invested|controlled|funded) "
    r"|\b(?:stakes? in|invest(?:s|ed|ing|ment)? (?:[\w.$]+ ){0,4}in|takeover of|acquisition of|merger with|merged? with|joint venture with|agreed to buy|to acquire|acquired|compet(?:es?|ing|ed) with|compet(?:es?|ing|ed) against|catching up with|lagging behind|overtaken by|overtakes?|overtook|followed by|cheered|[Aa]ccording to|orders? from|demand from|contracts? with|deal with|suppl(?:ies|ier|iers) to|sells? (?:[a-z]+ )?to|parts for|compared? it with|plant with|hired [A-Z]\w+ [A-Z]\w+ from) (?:its |the |rival |smaller |larger )?)$"
)
# `revenue at Kestrel Labs`, `12% growth at Kestrel Labs`, `topping Kestrel Labs's 3 million`
_AT = re.compile(
    rf"(?:{_METRIC}(?: \w+ly)? (?:at|for|by|from)|\d(?:%| (?:billion|million|percent|per cent))(?: [a-z]+){{0,2}} (?:at|for|by|from|that)|\b(?:[Tt]hings looked different at|[Ff]or|[Uu]nlike|that of|and that of|larger than|smaller than|beats|topping|exceed(?:s|ed)|overtook)) (?:its |the |rival |smaller |larger )?$"
)
_THEN = re.compile(
    rf"['’]s? |,? (?:{_METRIC}|{MOVED}|where|which|whose|reported|posted|had|did|and|in|during|for|\()|[.,;)]|$| {_MONEY}"
)
# `Xiaomi and Kestrel Labs reported`, `Xiaomi shipped 36 million and Kestrel Labs 17 million`
_JOINED = re.compile(rf"(?P<sum>{_MONEY}[a-z ]{{0,30}})?(?:, (?:and )?| and | & )$")
_ROW = re.compile(
    rf"(?:, (?:and )?| and | & )|,? (?:both |together )?(?:reported|posted|had|recorded|said|sold|shipped)\b| {_MONEY}"
)
# `Xiaomi: revenue rose 3%`, and then `Kestrel Labs: revenue fell 2%`
_LABEL = re.compile(
    r": (?i:(?:the )?company|(?:[a-z]+ ){0,2}(?:revenue|sales|profit|income|margin|deliveries|shipments|R&D|capital|free|operating|net|gross)\b)"
)
_OWNER = re.compile(
    r"\b(?:owner|maker|parent|developer|operator|creator|brands?) (?:of )?(?:[A-Z]\w+ and )?$"
)  # of Facebook and Instagram
_NO_NAME = re.compile(
    rf"(?:{'|'.join(words('terms')['no_company'])}|{'|'.join((*words('speech')['given_names']['he'], *words('speech')['given_names']['she']))})(?: |$)"
)
# `Kestrel Labs and Xiaomi both reported`, `Kestrel Labs, Xiaomi and Lumora had`
_LEADS = re.compile(r",? and |, (?=[A-Z])")
_AND = re.compile(r",? and ")
_FORM = re.compile(r" (?:Group|Inc|Corp|Corporation|Ltd|Limited|plc|PLC|AG|SE|NV|Co|Holdings?|ASA|AB|EV|Automotive)\b")
_STARTS = re.compile(r"(?:^|[.!?:;\n\x1f•*–-])\s*$")


def named_once(reading: Reading, names: Names) -> Iterator[str]:
    """Yield the names that stand where only a company's do."""
    text, seen = reading.text[:_BODY], set[str]()
    listed = {e.start: e.end for e in names.entities_in(reading, 0, len(text))}
    ends = set(listed.values())
    labels = any(_LABEL.match(text, end) for end in ends)
    for found in _NAMED.finditer(text):
        name = own_part(found["name"])
        at = found.start() + found["name"].find(name)
        form = _FORM.match(text, at + len(name)) if name else None
        name += form[0] if form else ""
        if not name or name in seen or any(start in listed for start in range(at, at + len(name))):
            continue
        if not (_leads_row(text, at + len(name), listed) or _keeps_company(text, at, name, ends, labels)):
            continue
        seen.add(name)
        general = _NO_NAME.match(name) or DRIVER.match(name) or is_known(name, names)
        if not general and is_a_company(text, name, 1) and not judges_shares(text, name, names):
            yield name


def _leads_row(text: str, end: int, listed: Mapping[int, int]) -> bool:
    """Whether a name that ends somewhere is told of beside a listed company behind it."""
    leads = _LEADS.match(text, end)
    after = listed.get(leads.end()) if leads else None
    if leads is None or after is None:
        return False
    return _ROW.match(text, after) is not None if "and" in leads[0] else _AND.match(text, after) is not None


def _keeps_company(text: str, start: int, name: str, ends: set[int], labels: bool) -> bool:
    """Whether what stands around a name stands around a company's."""
    low, behind = max(0, start - _LEAD), start + len(name)
    if _OWNER.search(text, low, start):
        return False
    if labels and _LABEL.match(text, behind) and _STARTS.search(text, low, start):
        return True
    if _BEHIND.match(text, behind) or _BEFORE.search(text, low, start):
        return True
    if _AT.search(text, low, start) and _THEN.match(text, behind):
        return True
    joined = _JOINED.search(text, low, start)
    if joined is None or not _ROW.match(text, behind):
        return False
    return joined.start() in ends or (joined["sum"] is not None and any(low <= end < start for end in ends))
