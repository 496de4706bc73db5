"""Whose expectation one is: one analyst's, or one house's, which is no consensus: `UBS analysts predict`, `An analyst had reckoned with`."""

from __future__ import annotations

import re

from generator.corpus.beginnings import sought
from generator.extraction.amounts.amount import Amount
from generator.extraction.vocabulary import words
from generator.extraction.whose.context import Surroundings

_NAME = r"(?-i:[A-Z])[\w.&'’-]*(?: (?:of |& )?(?-i:[A-Z])[\w.&'’-]*){0,3}"
# What stands before `analysts` and is no house: who polls them, where they are, what they watch.
_NUMBERS = "|".join(word.capitalize() for listed in words("numbers")["in_words"].values() for word in listed)
_NO_HOUSE = rf"(?:(?:{_NUMBERS})(?:-[a-z]+)?|The|Most|Many|Some|Several|Few|All|Other|Both|Wall Street|Street|Financial|Industry|Market|Sell-side|Research|Equity|Equities|Buy-side|Tech|Auto|Local|Foreign|Domestic|Overseas|Independent|Taiwanese|Swedish|Dutch|Chinese|German|US|U\.S|American|European|Asian|Japanese|Korean|Indian|British|French|LSEG|Refinitiv|Reuters|FactSet|Bloomberg|Visible Alpha|Zacks|StreetAccount|IBES|S&P|Meanwhile|While|But|And|However|Though|Although|Because|As|Since|When|If|On|For|In|At|By|So|Yet|Still|Even|What|That|Which|Where|Before|After|Until|Q[1-4]|[1-4]Q\d*|FY\d*|H[12]|[12]H\d*)\b"
# What stands behind `analyst` and makes it one of the market's: `analyst estimates`, `the average analyst`
_OF_THE_MARKET = r"(?! ?(?:['’]s? )?(?:(?:average|mean|median|consensus|revenue|earnings|profit|sales|EPS) ){0,2}(?:estimates?|expectations?|forecasts?|projections?|predictions?|consensus|polls?|surveys?|views?|targets?|calls?|numbers?|figures?|community|coverage|ratings?|day)\b)"
_WHO = sought(
    rf"(?P<house>\b(?<!average )(?<!mean )(?<!median )(?<!per )analyst\b{_OF_THE_MARKET}"
    rf"|\banalysts? (?:at|from|of|with) (?:the )?(?:investment bank |brokerage |broker |bank |US bank |major bank )?(?!{_NO_HOUSE})(?-i:[A-Z])"
    rf"|\banalysts? (?:at|from|of|with) (?:the|a|an|one|another) (?:[A-Za-z-]+ ){{0,3}}(?:bank|broker|brokerage|house|firm|securities firm|boutique|investment bank)\b"
    rf"|\banalysts,? led by\b"
    rf"|\bat (?!{_NO_HOUSE})(?-i:[A-Z])[\w.&' ]{{1,30}}, (?:its |the )?analysts\b"
    rf"|\b(?!{_NO_HOUSE})(?P<name>{_NAME})['’]?s? analysts\b(?! (?:estimates|expectations?|forecasts|consensus)\b)"
    rf"|\b(?:bank|broker|brokerage|firm|house)['’]s analysts\b)"
    r"|(?P<market>\b(?:analysts?|economists|forecasters|experts|broker(?:age)?s|market watchers|market observers|wall street|(?:the )?street|consensus|investors|polled|smartestimate|market expect\w+|the market|lseg|refinitiv|factset|visible alpha|streetaccount|(?:average|mean|median) (?:analyst )?(?:estimate|forecast|projection|expectation)s?|(?<=\()(?:market|cons))\b)",
    re.I,
)
# `They see EPS at 1.53 euros`, `Here, analysts expect`: those that the sentence before spoke of
_AGAIN = re.compile(
    r"\s*(?:(?:Here|There|In addition|Moreover|For the (?:full |whole )?(?:year|quarter)),? )?(?:[Tt]hey|[Tt]he (?:analysts|experts|broker|brokerage|bank|house|team)|[Hh]e|[Ss]he|(?<=Here, )analysts|(?<=Here )analysts|(?<=There, )analysts)\b(?!,? (?:surveyed|polled|on average))"
)
_THEY = re.compile(
    r"\s*(?:For [^,;]{3,30}, )?(?:[Tt]hey|[Tt]he analysts)(?: (?:also|now|still|had|have|were|are|all|on average))* (?:(?:expect|forecast|predict|project|envision)(?:ed|ing)?|see|saw|seen|(?:estimat|anticipat|envisag)(?:e|ed|ing)|(?:look|hop|bargain)(?:ed|ing)? for|modell?(?:ed|ing)|pencill?(?:ed|ing) in|(?:put|peg|pegs|have)(?= [^,;$€£¥%]{3,60} at ))\b"
    # `Their average points to revenue of`, `The median for revenue is`
    r"|\s*(?:Their|The) (?:average|median|mean|consensus|middle|midpoint)(?: (?:estimate|forecast|view|number|figure))?\b"
)
# `It raises its forecasts of phones. The forecasts of cars become`: they are still that house's
_THE_FORECASTS = re.compile(
    r"\s*(?:The|Its|Their) (?:new |revised |latest )?(?:estimates?|forecasts?|projections?|predictions?) (?:of|for)\b"
)
_ITS_FORECASTS = re.compile(
    r"\b(?:rais|lift|hik|cut|lower|trim|slash|revis|updat|nudg|increas|reduc|boost|chang)[a-z]* (?:its|their) (?:[\w–-]+ ){0,5}?(?:estimates?|forecasts?|projections?|predictions?)\b"
)
_CLOSE = re.compile(
    r"(?!,? (?:and|but|while|whereas|versus|vs|or|yet|though)\b)(?: [a-z]+){0,3}(?: (?:that|which|by|from|among))?(?: the| most)? (?=[A-Za-z.&' -]{0,24}(?:nalyst|treet|onsensus|conomist))"
)
# `above Jefferies' estimate of 330,000`, `the 470,000 that Barclays had penciled in`: a house that the catalogue knows
_BROKER_SAYS = re.compile(
    r"(?: Research| Securities| Capital Markets| Chase)?(?:['’]s?)?(?: (?:own|latest|previous|prior|earlier|bullish|bearish|cautious|[a-z]+-(?:quarter|year)))* (?:[\w-]+ ){0,2}?(?:estimates?|forecasts?|projections?|predictions?|expectations?|models?|numbers?|call)\b"
    r"|(?: Research| Securities| Capital Markets| Chase)? (?:(?:had|has|have|is|was|were|are|previously|originally) ){0,2}(?:expect|forecast|project|predict|estimat|anticipat|model|pencill?|look|reckon|hop|bargain|bet|call|see|bank|fear)[a-z]*\b"
    # `Citi lifts its 2025-2027 estimates of`
    r"|(?: Research| Securities| Capital Markets| Chase)?(?: (?:has|had|also|now))* (?:rais|lift|hik|cut|lower|trim|slash|revis|updat|nudg|increas|reduc|boost|bump|chang|keep|kept|leav|left|maintain|confirm|reiterat)[a-z]* (?:its|their|the) (?:[\w–-]+ ){0,5}?(?:estimates?|forecasts?|projections?|predictions?|expectations?|numbers?|outlook)\b"
)
_AND_ANOTHER = re.compile(r"[^,;.]{0,40}?(?:,|;|,? and|,? but|,? while)(?: and| but| while)? ")
_SO_MUCH = re.compile(
    r"(?: Research| Securities| Capital Markets| Chase)?(?: itself| even| only)?,? (?:about |around |some )?[A-Z]{0,3} ?[$€£¥]?"
)
_EXPECTED_BY = re.compile(
    r"\b(?:expected|forecast|forecasted|estimated|predicted|projected|anticipated|pencill?ed in|modell?ed|seen|hoped for|tipped) (?:by|at|in) (?:a |the )?(?:(?:bank|broker|brokerage|note|analysts) (?:by |at |from )?)?$"
)
_BY_BROKER = re.compile(r"(?: [a-z]+){0,3}(?: (?:that|which|by|from|in))?(?: the)? ")
_BEFORE = 260  # characters before a sentence, within which the one before it says who expects something
# `That's 36% above the midpoint of management's own forecast`, between two sentences on what analysts expect
_WEIGHS = re.compile(r"\s*(?:That|This|It)(?:['’]s| is| would be| compares| implies| represents| works)\b")
_ENDS = re.compile(r"[.!?][\"”’)]* +(?=[A-Z\"“])")


def is_one_house(around: Surroundings, amount: Amount) -> bool:
    """Whether what is expected of an English amount is so by one analyst or one house."""
    scan = around.scan
    if scan.chinese:
        return False
    start, end = scan.sentence.start, scan.sentence.end
    if _THE_FORECASTS.match(scan.text, start, amount.start) and _moved_its_forecasts(around):
        return True
    if _stands_for_its_verb(around, amount):
        return True
    behind = _who(around, amount.end, min(end, scan.amount_after(amount.end)))
    if behind and (_CLOSE.match(scan.text, amount.end, end) or _is_brokers(around, amount)):
        return behind[0]  # `beat the $7 billion that analysts had expected`, whoever says so
    before = _who(around, start, amount.start)
    again = _AGAIN.match(scan.text, start, end)
    if before and not (again and len(before) == 1):
        return before[-1]
    if before or not behind:
        return before == [True] or (again is not None and _spoke_of_a_house(around))
    return behind[0]


def _stands_for_its_verb(around: Surroundings, amount: Amount) -> bool:
    """Whether a broker right before an amount expects it, by the verb of those before: `analysts had expected $33.2 billion, and Morgan Stanley $34.0 billion`."""
    floor = max(around.scan.sentence.start, around.scan.amount_before(amount.start))
    kind_of = around.names.catalogue.company_kind
    named = (e for e in around.scan.entities if floor < e.start and e.end <= amount.start)
    return any(
        kind_of(e.entity) == "broker"
        and _AND_ANOTHER.fullmatch(around.scan.text, floor, e.start)
        and _SO_MUCH.fullmatch(around.scan.text, e.end, amount.start)
        for e in named
    )


def _is_brokers(around: Surroundings, amount: Amount) -> bool:
    """Whether a broker right behind an amount expected it: `the 470,000 that Barclays had penciled in`."""
    end = min(around.scan.sentence.end, around.scan.amount_after(amount.end))
    return any(_BY_BROKER.fullmatch(around.scan.text, amount.end, at) for at in _brokers(around, amount.end, end))


def _moved_its_forecasts(around: Surroundings) -> bool:
    """Whether the sentence before says that somebody moved forecasts of its own."""
    return _ITS_FORECASTS.search(around.scan.text, *_sentence_before(around)) is not None


def _spoke_of_a_house(around: Surroundings) -> bool:
    """Whether the sentence before speaks of one house, and of nobody else who expects something."""
    said = _spoken_before(around)
    return bool(said) and all(said)


def they_are_the_market(around: Surroundings) -> bool:
    """Whether an English sentence opens with `They` for the analysts that the one before spoke of, and for no house."""
    opens = _THEY.match(around.scan.text, around.scan.sentence.start, around.scan.sentence.end)
    return opens is not None and _spoken_before(around)[-1:] == [False]


def _spoken_before(around: Surroundings) -> list[bool]:
    """Return of each of those who expect something in the sentence before whether it is one house; past one that only weighs what they expect."""
    low, high = _sentence_before(around)
    said = _who(around, low, high)
    if not said and _WEIGHS.match(around.scan.text, low, high):
        return _who(around, *_before(around.scan.text, low))
    return said


def _sentence_before(around: Surroundings) -> tuple[int, int]:
    """Return where the sentence before begins, in its line or the paragraph above, and where it ends."""
    return _before(around.scan.text, around.scan.sentence.start)


def _before(text: str, start: int) -> tuple[int, int]:
    """Return where the sentence right before an offset begins and ends."""
    end = start
    while end and text[end - 1] in " \n\x1f":
        end -= 1
    end = end if text.startswith("\n\n", end) else start  # only a blank line parts it from the paragraph above
    low = max(text.rfind("\n", 0, end), end - _BEFORE, 0)
    ends = [found.end() for found in _ENDS.finditer(text, low, end) if found.end() < end]
    return ends[-1] if ends else low, end


def _who(around: Surroundings, low: int, high: int) -> list[bool]:
    """Return of each of those who expect something in a stretch whether it is one house."""
    text = around.scan.text
    brokers = dict.fromkeys(_brokers(around, low, high), True)
    analysts = text.find("nalyst", low, high) >= 0 or text.find("ANALYST", low, high) >= 0
    said = {found.start(): analysts and _is_house(around, found) for found in _WHO.finditer(text, low, high)}
    return [is_one for _, is_one in sorted((brokers | said).items())]


def _brokers(around: Surroundings, low: int, high: int) -> list[int]:
    """Return where a sentence names brokers that expect something: `UBS's estimate`, `Barclays had expected`."""
    text, kind_of = around.scan.text, around.names.catalogue.company_kind
    named = (e for e in around.scan.entities if low <= e.start < high and kind_of(e.entity) == "broker")
    return [
        e.start
        for e in named
        if (_BROKER_SAYS.match(text, e.end) or _EXPECTED_BY.search(text, max(low, e.start - 60), e.start))
    ]


def _is_house(around: Surroundings, said: re.Match[str]) -> bool:
    """Whether who expects something is a house; the analysts of a company are those who follow it."""
    if said["house"] is None or said["name"] is None:
        return said["house"] is not None
    companies = around.names.catalogue.companies
    named = around.names.entities(said["name"])
    return not any(companies[e.entity].kind == "company" for e in named)
