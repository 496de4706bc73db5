"""What English sentences that name no metric tell was expected: of what the sentence before stated: `Analysts had forecast $6.8 billion`, `The company itself guided to $32 billion`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.expected.market import MARKET
from generator.extraction.expected.market_speaks import MARKET_OPENS
from generator.extraction.expected.market_view import MARKETS_VIEW, VIEW_BEHIND, counts_the_asked
from generator.extraction.figure import Figure
from generator.extraction.links.pairs import right_behind
from generator.extraction.marks.names import Names
from generator.extraction.marks.scanning import Scan
from generator.extraction.metrics.measured_in import is_measured_in

SHORT = r"(?:deficit|shortfall)"  # a loss, behind a profit or a loss
IS_SHORT = re.compile(rf"\b{SHORT} (?:of|between) [a-z ]*$")
# `Analysts had expected $6.83 billion`
_EXPECTED = re.compile(
    rf"\s*(?:(?:\w+ )?{MARKET}|The (?:average|mean|median)(?: analysts?['’]?| of (?:\w+ )?(?:analysts?['’]? )?(?:estimates|forecasts|projections|expectations))?)\b(?:(?: had| have| were| are)?, on average,)?[^,;$€£¥\d]{{0,60}}?\b(?P<verb>(?:estimate|forecast|expectation|projection)s? (?:was|were|had been|stood at)|(?<=compiled by )[A-Z][\w ]+ (?:was|were|stood at|came to)|expected|expecting|forecast|predicted|projected|anticipated|estimated|looking for|looked for|pencill?ed in|seeking|(?:counting|banking|betting) on|tipped|braced for|reckon(?:ed|s) (?:with|on)|hop(?:ed|ing) for)(?: (?:[A-Z][\w.]*|it|the (?:company|group|firm)) to (?:turn in|report|post|deliver|make|book|record|reach|announce|come in at|bring in))?(?: (?:an? (?:figure|number|total|reading|(?:net |quarterly |adjusted )?{SHORT}) of|about|around|roughly|nearly|closer to|close to)){{0,2}} "
)
# `For the third quarter it expects about $1.085 billion`
_GUIDES = re.compile(
    r"\s*(?:(?:(?:For|In|Over|During) (?:the )?[^,;$€£¥]{3,40}?|(?:This|Next) (?:year|quarter)|[Ii]n (?:this|the) (?:quarter|year)),? )(?:(?:an?|the|its|typically|usually|which|now|traditionally) [^,;\d$€£¥]{3,50}, )?(?:it|the (?:company|group|firm|Street|market|consensus)|[Aa]nalysts|Wall Street|[A-Z]\w+) (?P<verb>(?:now |also |still )?(?:expects?|forecasts?|forecasted|sees|guid(?:ed|es) (?:for|to|towards?|investors to)|called for|calls for|is guiding for|projects?|anticipates|predicts?|is looking for|is targeting|targets)) (?:(?:a (?:figure|number|total) of|about|around|roughly|nearly|between) ){0,2}"
)
# `The company now projects $91 billion to $93 billion for the full year`
_NOW = re.compile(
    r"\s*(?:It|The (?:company|group|firm)|[A-Z]\w+) (?P<verb>(?:now |also |still )?(?:expects|projects|projected|forecasts?|sees|anticipates|predicts|predicted|guid(?:es|ed) (?:for|to)|plans|plans on|is guiding (?:for|to)|targets|is targeting)) (?:(?:a (?:figure|number|total) of|about|around|roughly|nearly|between|as much as) ){0,2}"
)
_FOR_THEN = re.compile(
    r"[^,;.]{0,24}? (?:for|in|this|next|by|over) (?:the |its )?(?:full|whole|year|fiscal|current|next|first|second|third|fourth|20\d\d|quarter|half)|[,.]| and (?:says?|said|thinks?|expects?|sees?)\b"
)
_A = rf"(?:(?:an? )?(?:figure|number|total|sum|range|(?:net |quarterly |adjusted )?{SHORT}) (?:of|between) |between |at least |at most |up to )?"
_HOUSE = r"(?:[A-Z][\w&.]+(?: [A-Z][\w&.]+){0,2})"
_SELF = r"(?:[Ii]t|[Tt]hey|[Mm]anagement|[Tt]he (?:company|group|firm|[a-z]*maker|[a-z]*giant|retailer|bank|brokerage|broker|house)(?:['’]s (?:own )?(?:[a-z]+ )?management)?|[Ii]ts (?:own )?(?:analysts?|management|finance chief|chief financial officer|CFO))"
_WHEN = r"(?:(?:Back |As recently as )?[Ii]n (?:early |late |mid-)?[A-Z]\w+,? |(?:Earlier|Previously|Originally|Initially|Before|Three months (?:ago|earlier|before)|A quarter (?:ago|earlier)|At the start of the year|At the beginning of the year|Before that),? )?"
_SAYS = (
    r"(?:(?:had|has|have|now|also|still|itself|originally|initially|previously|earlier|already|only|even|instead) ){0,3}"
    r"(?P<verb>(?:guid(?:ed|es|ing) (?:to|for|towards?|at)|(?:expect|forecast|predict|project|estimat|anticipat|model)(?:s|ed|led)?|pencill?(?:ed|s) in|budget(?:ed|s) (?:for)?|looks? for|looked for|call(?:ed|s) for|put (?:it|them|this|that|the figure|the number) at|puts (?:it|them|this|that) at|told (?:investors|analysts) to expect|said to expect|indicated|flagged|reckon(?:ed|s) (?:with|on)|is (?:looking|going) for|was (?:looking|going) for|sees|foresees?|foresaw|(?:had|was|is) (?:a|with a|an) (?:forecast|estimate|projection) of))"
)
# `The company itself guided to $32.5 billion in August`, `In November it had predicted between 20 and 22 billion euros`, `Its analyst expects $36.2 billion`
_ITSELF = re.compile(rf"\s*{_WHEN}{_SELF}(?:,? itself,?|,? for its part,)? {_SAYS} {_A}{ABOUT}{_A}")
_NAMED = re.compile(
    rf"\s*{_WHEN}{_HOUSE}(?:['’]s? (?:[a-z]+ )?(?:analysts?|team|[A-Z]\w+ [A-Z]\w+))?(?:,? itself,?|,? for its part,)? {_SAYS} {_A}{ABOUT}{_A}"
)
# `Morgan Stanley is more careful than most: its analyst expects $36.2 billion`
_COLON = re.compile(rf"[^:;\d$€£¥]{{8,80}}:{_ITSELF.pattern}")
# `Citi is above the Street with a forecast of 254 billion yuan`
_WITH = re.compile(
    rf"\s*(?:{_HOUSE}|{_SELF}) (?:is|are|stands|remains|sits|comes out) [^,;:\d$€£¥]{{3,50}},? (?P<verb>(?:with|at) (?:an? |its )?(?:[a-z]+ )?(?:forecast|estimate|projection|number|call)) of {ABOUT}"
)
# `Analysts on average expect $53.1 billion`, `The market had braced itself for 30.8 billion yuan`
_MARKET = re.compile(
    rf"{MARKET_OPENS}(?: (?:itself|themselves|for|on|with|in|down|at|up|to see|to get|an? (?:shade|touch|bit|little|tad)|(?:slightly|somewhat|rather|even|far|much|only|just)|more|less|better|worse)){{0,4}},? {_A}{ABOUT}{_A}"
)
# `The guidance, given before full figures, compared with a 10.5 trillion won average forecast of 22 analysts`
_GUIDANCE = re.compile(
    rf"\s*(?:The|Its|That|This) (?:preliminary |quarterly |company['’]s )?(?:guidance|forecast|outlook|projection|estimate|range|midpoint)(?:, [^,;\d$€£¥]{{3,60}},)? (?P<verb>(?:is |was |came in |[a-z]+ly )?(?:well |far |[a-z]+ly )?(?:compare[sd]? (?:with|to)|beat|beats|topped|tops|exceed(?:s|ed)|surpass(?:es|ed)|miss(?:es|ed)|trail(?:s|ed)|above|below|ahead of|short of)) (?:an?|the) {ABOUT}"
)
# `expects $900 million of tariff costs`, `estimated $300 million for the recall`, `is looking for $2 billion from investors`
_OF_ELSE = re.compile(
    r" (?:worth )?(?:(?:of|in|on|a|per) (?!(?:the|its|this|that|which|fiscal|early|late|mid|total|all|average)\b|Q\d|\d|[A-Z]|(?:year|quarter|half)\b)[a-z]"
    r"|for (?!(?:the |its |this |that )?(?:full|whole|entire|current|coming|next|same|running|first|second|third|fourth|final|last|year|quarter|half|period|month|three|six|nine|twelve|fiscal|financial|holiday|[a-z]+ quarter)\b|[A-Z\d]|(?:it|this|that)\b)|from (?!the )[a-z])"
)
_ALIKE = 2.5  # times, by which a guidance may be more or less than what was told of the same before


def expected_of_it(marks: Scan, names: Names, metric: str) -> re.Match[str] | None:
    """Return what a sentence opens with that tells what was expected of a metric told before, and names none before its first amount."""
    first = marks.amount_after(marks.sentence.start)
    if any(m.start < first for m in marks.metrics) or _is_named_behind(marks):
        return None
    now = _opening(marks, _NOW)
    last = next((a.end for a in reversed(marks.amounts[:2]) if a is marks.amounts[0] or a.range_end), first)
    priced = metric == "share_price"  # `closed at $271. Consensus $0.69`: a share's price has none
    market = None if priced else _opening(marks, _EXPECTED) or _opening(marks, MARKETS_VIEW)
    if now:
        return now if _FOR_THEN.match(marks.text, last) else None
    if guidance := _beside_guidance(marks):
        return guidance
    return market or _opening(marks, _GUIDES) or _of_one(marks, names, metric)


def _is_named_behind(marks: Scan) -> bool:
    """Whether the first amount says itself of what it is: `The consensus stands at 18.2 billion yuan for revenue`, `looked for 70.2 billion yuan revenue`."""
    if marks.amounts and right_behind(marks, marks.amounts[0]):
        return True
    end = marks.amounts[0].end if marks.amounts else marks.sentence.end
    return any(marks.text[end : m.start] in (" for ", " in ", " of ", " for the ") for m in marks.metrics)


def _beside_guidance(marks: Scan) -> re.Match[str] | None:
    """Return the opening that sets a guidance beside what the market expects."""
    guidance = _opening(marks, _GUIDANCE) if marks.amounts else None
    return guidance if guidance and VIEW_BEHIND.match(marks.text, marks.amounts[0].end) else None


def is_of_another_guidance(marks: Scan, level: Figure | None) -> bool:
    """Whether what a guidance is set beside is far from the figure told last: the guidance of another one is meant."""
    if level is None or not _beside_guidance(marks):
        return False
    low, high = sorted((abs(float(marks.amounts[0].value)), abs(float(level.value))))
    return high > low * _ALIKE


def _of_one(marks: Scan, names: Names, metric: str) -> re.Match[str] | None:
    """Return the opening that tells what a company or a house expected, where no other metric is near and the amount fits."""
    if not marks.amounts or any(not m.nothing for m in marks.metrics) or marks.chinese:
        return None
    amount = marks.amounts[0]
    if not fits(names, metric, amount) or _OF_ELSE.match(marks.text, amount.end):
        return None
    forms = (_ITSELF, _MARKET, _COLON, _WITH, *((_NAMED,) if marks.entities else ()))
    return next((said for form in forms if (said := _opening(marks, form))), None)


def fits(names: Names, metric: str, amount: Amount) -> bool:
    """Whether an amount is measured as a metric is."""
    return metric in names.catalogue.metrics and is_measured_in(names.catalogue, metric, amount)


def _opening(marks: Scan, form: re.Pattern[str]) -> re.Match[str] | None:
    """Return a form that all of a sentence before its first amount has."""
    first = next((a.start for a in marks.amounts if not counts_the_asked(marks, a)), marks.sentence.end)
    return form.fullmatch(marks.text, marks.sentence.start, first)
