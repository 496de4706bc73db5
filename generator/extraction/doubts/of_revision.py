"""How far a target or a forecast was moved, or what another unit counts: no change of the metric beside it."""

from __future__ import annotations

import re

from generator.corpus.beginnings import sought
from generator.corpus.months import MONTHS
from generator.extraction.amounts.amount import Amount
from generator.extraction.doubts.aims_raised_en import is_aims_move
from generator.extraction.doubts.beaten_by_en import is_apart_from_expected
from generator.extraction.doubts.estimates_moved_en import ahead_by, estimate_moved
from generator.extraction.expected.revised import MOVES
from generator.extraction.expected.told_since import told_since
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan

_SURPRISE = re.compile(r"\bsurprise (?:of|was|came in at) $")  # `a surprise of +6.21% over the consensus estimate`
# `models net profit 6% higher than before`, `2% more than previously thought`
_THAN_THOUGHT = re.compile(
    r" (?:higher|lower|more|less|better|worse|above|below|up|down)(?: than)? (?:before(?=[,.;)]|$| at\b)|(?:it|they) (?:was|were|used to be|had been)(?=[,.;)]|$| before)|(?:previously|earlier|originally|hitherto|it|they|had|he|she|the \w+)(?: (?:had|was|were|has))?(?: (?:previously|been|earlier|so far))? (?:thought|assumed|modell?ed|pencill?ed in|reckoned|believed|feared|hoped|planned|budgeted)|(?:(?:first|originally|initially) )?(?:planned|budgeted)|(?:the |its )?(?:plan|budget))\b"
)
_EARLIER = rf"(?:previous|prior|earlier|old|original|initial|last|former|own|preceding|existing|{MONTHS})"
_OWN_FORECAST = r"(?:[a-z-]+ ){0,2}(?:forecasts?|guidance|outlook|targets?|estimates?|plans?|projections?|expectations?|goals?|budget)"
# `up 34% from the 700 billion yen it had previously expected`, `6 percent more than originally planned`: no change against a time before
_THAN_OWN = re.compile(
    r",? (?:(?:up|down|more|less|higher|lower|above|below|better|worse|fewer)\b ?)?(?:than|from|over|versus|compared (?:with|to))? ?"
    rf"(?:(?:the |its |their |a )?(?:[A-Z]{{0,3}}[$€£¥]?[\d.,]+(?: ?[a-z]+){{0,3}} )?(?:that |which |what )?(?:it|they|he|she|(?:the )?(?:company|group|firm|management|automaker|carmaker|chipmaker))(?: had| has)?(?: previously| originally| initially| earlier| first| last)? (?:forecast|predict|guid|expect|plann|project|target|estimat|flagg|budget|promis|anticipat|aim)[a-z]*\b"
    rf"|(?:(?:its|their|our|my|the company['’]s|an?|the) )?{_EARLIER} {_OWN_FORECAST}\b|(?:previously|originally|initially|earlier|first) (?:forecast|predicted|guided|expected|planned|projected|targeted|estimated)\b)"
)
_ENERGY = re.compile(r"\d ?(?:[GMk]Wh|[GM]W|gigawatt|megawatt|tonnes|tons)")
_LED_TO_ENERGY = re.compile(
    rf"(?: [a-z/-]+){{0,3}}?,? to (?:about |around |nearly |over |more than |a record )?[\d,.]*{_ENERGY.pattern}"
)
_YEAR_E = r"(?:FY|CY)?(?:20)?\d\d(?:E?(?:[-/–]|E? and )(?:FY|CY)?(?:20)?\d\d)*[EF]\b"  # FY25E, 2025-27E, 25/26E
# `We trim FY26E EPS by 4%`: what a broker moves are its own forecasts
_EXPECTED = r"(?:targets?|goals?|aims?|ambitions?|forecasts?|guidance|estimat(?:es?|ions?)|outlook|projections?)"
# `up 7% from the year before and in line with its lowered target`: what is set beside it was moved, not how far it grew
_BESIDE_AIM = re.compile(
    r"\b(?:in line with|above|below|ahead of|short of|beat(?:s|ing)?|meets?|meeting|met|match(?:es|ed|ing)?|miss(?:es|ed|ing)?|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|topp(?:ed|ing)|reach(?:es|ed|ing)?) (?:just )?(?:its|their|the|his|her|our) (?:[a-z-]+ )?(?:lowered|raised|reduced|revised|trimmed|cut|upgraded|increased|slashed|lifted|downgraded)\b"
)
REVISED = sought(
    rf"\b(?:rais\w+|upped|upping|ups|nudg\w+|bump\w+|lift\w*|hik\w+|boost\w*|upgrad\w+|cut\w*|lower\w*|reduc\w+|trim\w*|slash\w*|revis\w+|upgrad\w+|downgrad\w+|adjust(?:s|ed|ing|ment)?(?= (?:its|their|the|our|his|her|to|in|up|down)\b)|narrow\w*|tighten\w*)\b[^,;]{{0,60}}\b{_EXPECTED}\b"
    rf"|\bincreas(?:ed|es|ing) [^,;\d]{{0,60}}\b{_EXPECTED}\b"
    rf"|\b{MOVES} (?:(?:our|his|her|their|its|the) )?(?:[\w'’./-]+ ){{0,4}}?{_YEAR_E}[^,;]{{0,40}}\bby\b"
    # not `We raised our R&D expenses by 21.7%`: what a company spends is its own to raise
    rf"|\b{MOVES} our (?![^,;\d]{{0,40}}\b(?:expenses?|spending|expenditures?|costs?|investments?|capex|headcount|workforce|dividends?|prices?|capacity|production|stake|network)\b)(?:[\w'’./&-]+ ){{1,6}}?by\b"
    rf"|\b(?:increase|rise|cut|reduction|decrease|upgrade|downgrade) (?:in|to|of) (?:[\w']+ ){{0,4}}{_EXPECTED}\b"
    rf"|\b{_EXPECTED}(?: (?:for|of|on(?! average)) (?:[^;\d]{{2,40}}?(?:20\d\d[^;\d]{{0,24}}?)?|20\d\d[^;\d]{{0,40}}?))? (?:(?:has|have|had|were|was|are|is|been|now) ){{0,2}}(?:go|goes|going|went|gone|moved?s?|rises?|risen|rose|falls?|fell|fallen|come|came|climb(?:ed|s)?|drop(?:ped|s)?|slip(?:ped|s)?|inched|crept|edged|changed?|nudged|up|down)\b(?! (?:to|for)\b)"
    rf"|\b(?:forecast|estimate|EPS|earnings|target) (?:changes|revisions)\b"
    rf"|\b{_EXPECTED}\b(?:[^,;]{{0,50}}|[^,;\d]{{0,90}})\b(?:raised?|lift(?:ed)?|cut|lower(?:ed)?|reduced?|trim(?:med)?|revised?)\b",
    re.I,
)
# `raised its revenue growth forecast for this year to 35 percent`: that is how far it is to grow
_GROWTH_RAISED_TO = re.compile(
    r"\bgrowth (?:outlook|forecast|guidance|target|estimate|projection)s?\b[^;\d]{0,50}(?:\b20\d\d )?\bto (?:about |around |the midpoint of |between )?(?:[\d.]+ ?%? ?(?:-|to |and ))?$",
    re.I,
)

# 出货环比增长43%,此前公司预测的增幅为25%至30%
_RATE_EXPECTED_BEFORE = re.compile(
    "(?:此前|先前|原先|早前|之前|年初|原本)[^,;。\\d]{0,10}(?:预[测计期估]|指引|估计|给出)[^,;。\\d]{0,4}的?(?:增幅|增速|降幅|跌幅|升幅|区间|范围)(?:为|是|在|约|介于|达)*(?:[\\d.]+%?(?:至|到|-|~))?$"
)


def in_another_unit(scan: Scan, amount: Amount, mention: Mention) -> bool:
    """Whether a change is of what was just measured: `battery sales reached 475GWh, rising by 21.8%` tells of no revenue."""
    if _LED_TO_ENERGY.match(scan.text, amount.end):
        return True  # `battery sales rose 15% to 20 GWh`
    measured = _ENERGY.search(scan.text, mention.end, amount.start)
    return measured is not None and not any(
        measured.end() <= a.start < amount.start for a in scan.amounts if a.kind == "money"
    )


def of_revision(scan: Scan, amount: Amount) -> str | None:
    """`reduced its sales target by 16%`: how far a target or forecast moved, not what it is of."""
    if scan.chinese and _RATE_EXPECTED_BEFORE.search(
        scan.text, scan.clause(scan.first_of_range(amount).start)[0], amount.start
    ):
        return "how far a target or forecast was moved"
    start, end = scan.clause(amount.start)
    start = max(start, told_since(scan, amount))
    end = min(end, scan.amount_after(amount.end))
    beside = _BESIDE_AIM.search(scan.text, amount.end, end)
    stretch = scan.text[start : beside.start() if beside else end]
    if _GROWTH_RAISED_TO.search(scan.text, start, amount.start):
        return None
    apart = _SURPRISE.search(scan.text, start, amount.start) or is_apart_from_expected(scan, amount)
    if apart or ahead_by(scan, amount):
        return "how far something was above or below what was expected"
    if _THAN_OWN.match(scan.text, amount.end) or _THAN_THOUGHT.match(scan.text, amount.end):
        return "how far a target or forecast was moved"
    moved = REVISED.search(stretch) or is_aims_move(scan, amount) or estimate_moved(scan, amount)
    return "how far a target or forecast was moved" if moved else None
