"""What a maker is said to have reached after a count was told, its own or another's: `Leapmotor came to 70,327`, `Its yearly total was 190,068`."""

from __future__ import annotations

import re

from generator.corpus.months import MONTHS
from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.unnamed.subject import ADVERBS, ASIDE

_FIELD = r"(?:(?:all|most|any|each)(?: of)?(?: (?:them|the others|others|(?:its|their|the) (?:rivals|peers)|rivals|peers))?|them(?: all)?|everyone(?: else)?|the (?:field|pack|list|group|table|ranking|others|rest|start-ups|new makers))"
_SPAN = rf"(?:(?:the|its|that) (?:year|month|quarter|half|period)|20\d\d|{MONTHS})"
_REACHED = (
    r"(?:reached|hit|reported|posted|recorded|logged|registered|managed|achieved|notched(?: up)?|tallied|clocked(?: up)?|chalked up|racked up|totall?ed|numbered|had|saw"
    r"|came (?:in )?(?:to|at)|stood at|stands at|is(?: now)?|ended(?: up)? at|was|were|amounted to|set (?:a|another|a new|an all-time) (?:[a-z-]+ ){0,2}record (?:of|with|at)"
    r"|(?:bucked|defied|reversed|resisted) the (?:[a-z]+ )?trend,? (?:with|at)"
    rf"|(?:beat|topped|led|headed|outsold|outdid|passed|overtook|trailed) {_FIELD}(?: again)?,? (?:with|at)|followed (?:with|at)|led (?:with|at)"
    rf"|(?:came|was|ranked|finished) (?:in )?(?:first|second|third|fourth|fifth|next|last|close behind|just behind)(?: place)?,? (?:with|at)|(?:ended|finished|closed|rounded off|began|opened) {_SPAN} (?:with|at|on))"
)
_MORE = r"(?: (?:a|another|a further|just|only|no fewer than|as many as))?"
_TOTAL = r"(?:(?:yearly|annual|full-year|monthly|quarterly|cumulative|overall|combined|running|year-to-date|worldwide|global) )?(?:total|tally|figure|count|number|volume)(?: for [^,;.]{2,30})?"
_OF_NAMED = re.compile(rf"(?:['’]s {_TOTAL})?{ASIDE}{ADVERBS} (?P<did>{_REACHED}){_MORE} {ABOUT}")
_OF_IT = re.compile(
    rf"(?:[Ii]t|[Tt]hey|[Tt]he (?:company|group|firm|brand|[a-z]*maker|start-up|[A-Z][\w-]+(?: company| maker| group| brand))|(?:[Ii]ts|[Tt]heir|[Tt]he|[Tt]hat) {_TOTAL}){ADVERBS} (?P<did>{_REACHED}){_MORE} {ABOUT}$"
)
# `Next came Xpeng with 30,895`, `Behind them was Nio at 20,575`
_INVERTED = re.compile(
    r"(?:Next|Then|Second|Third|Fourth|Fifth|Last|(?:Close|Not far|Just|Right|Far)? ?[Bb]ehind(?: (?:it|them|that))?|In (?:second|third|fourth|fifth|last) place)(?: in line)? (?:came|was|were|is|follow(?:s|ed)|stood) (?:its |the )?(?:rival )?$"
)
# `March alone accounted for 377,420`
_IN_TIME = re.compile(
    rf"(?: alone| itself)? (?P<did>accounted for|brought(?: in)?|saw|contributed|came (?:in )?(?:to|at)|added|yielded|was good for) {ABOUT}"
)
_WITH = re.compile(rf"{ASIDE},? (?P<did>with|at|on) {ABOUT}")
# what may stand before it in its clause: `For the whole of 2024 the total came to`, `Hangzhou-based Leapmotor followed`
_OPENING = re.compile(
    r"(?:\A[^\w\n]{0,6}|[,;:–—] |\b(?:and|but|while|whereas) )(?:(?:Meanwhile|Again|However|By contrast|Then|Among (?:them|the others|its rivals|start-ups)),? )?(?:(?:In|For|Over|During|Across|By) (?:all of |the whole of |the )?[\w -]{2,30}?,? )?(?:(?:[Ii]ts |[Tt]he |[Tt]heir )?(?:[A-Za-z][a-z-]* ){0,2}?(?:[Rr]ival|competitor|peer|start-up|newcomer|[a-z]*maker|brand) |(?:[Tt]he )?[A-Z]\w+-[a-z]+ )?\Z"
)
# behind it nothing else is counted: `had 12,000 to repay`
_ENDS = re.compile(
    rf"(?: (?:units|vehicles|cars|deliveries|sales))?(?: \([^()]{{1,40}}\))?(?:,| ?[.;:–—)]|$| (?:in|for|during|over|last|this|on|up|down|after|compared|versus|against|from|as|and|or|a|with|by|more|fewer|{_SPAN})\b)"
)
_REACH = 90  # characters before an amount, within which its clause begins


def managed(scan: Scan, amount: Amount) -> Mention | None:
    """Return the words by which a count is of a maker, or of the total that stands for it, with nothing said of what was counted."""
    if amount.kind not in ("count", "bare") or amount.precision < 1 or amount.value < 100:
        return None
    if amount.noun and amount.noun.split(" ")[0] not in ("units", "vehicles", "cars", "deliveries", "sales"):
        return None
    if not _ENDS.match(scan.text, amount.end):
        return None
    low = max(scan.sentence.start, amount.start - _REACH, scan.amount_before(amount.start))
    for maker in reversed([e for e in scan.entities if low <= e.start and e.end <= amount.start]):
        said = _OF_NAMED.fullmatch(scan.text, maker.end, amount.start)
        if said and _OPENING.search(scan.text[low : maker.start]):
            return Mention(*said.span("did"))
        said = _WITH.fullmatch(scan.text, maker.end, amount.start)
        if said and _INVERTED.match(scan.text[low : maker.start].lstrip()):
            return Mention(*said.span("did"))
    for time in [m for m in scan.periods if low <= m.start and m.end <= amount.start]:
        said = _IN_TIME.fullmatch(scan.text, time.end, amount.start)
        if said and _OPENING.search(scan.text[low : time.start]):
            return Mention(*said.span("did"))
    said = _OF_IT.search(scan.text, low, amount.start)
    return Mention(*said.span("did")) if said and _OPENING.search(scan.text[low : said.start()]) else None
