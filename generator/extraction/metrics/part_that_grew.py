"""Revenue of a part of which no metric is named, and that a percentage says grew: `domestic games growing 17%`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.changes.towards import BY, SINCE, TO
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.verbs import MOVED, MOVING, PACED
from generator.extraction.metrics.its_growth import is_its_growth
from generator.extraction.metrics.owned_en import begins_with_owner
from generator.extraction.metrics.recorded import IN_MONEY, grew_first
from generator.extraction.unnamed.profits_of_lines import is_of_profits

ALONE = re.compile(
    r"[\s*•)\"“-]*(?:(?:(?:and |while |although |though |but )?(?:the |its |our )|and |while |although |though |but )|(?-i:[A-Z][\w.&]*(?: [A-Z][\w.&]*)?)['’]s (?:commercial |core |overall |total )?)?",
    re.I,
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
IS_SHARE = r"(?:account(?:s|ed)? for|ma[dk]es? up|represent(?:s|ed)?|contribut(?:es?|ed)|compris(?:es?|ed))"
_AHEAD = r"(?:(?:is|are|was|were) (?:now |also |still )?(?:(?:expected|projected|forecast|seen|set|likely|due|tipped|poised|estimated|predicted|on course|on track) )?to |(?:will|should) (?:then |probably |likely )?)"
# `Azure and other cloud services grew`, `Azure itself grew`; `International commerce, home to Lazada, grew`
_APPOSED = r"(?:,? (?:itself|alone|by itself|for itself|on its own|in itself|taken alone|taken by itself),?)?(?: and other [a-z]+(?: services| products)?)?(?:, (?!(?:and|or|but|while|whereas|as|with|up|down|where|which)\b)[a-zA-Z][^,;\d]{2,70},)?"
_GREW = re.compile(
    rf"(?:(?: business| segment| sector| division| unit| category| arm| line| group)(?=,))?(?:, (?:which|that) (?:{IS_SHARE}) [^,;]{{0,16}}?[\d.]+ ?(?:%|per ?cent|pct) of [^,;\d]{{3,40}},|, (?:which|whose|where) [^,;\d]{{3,160}},|{_APPOSED})?(?: business| segment| sector| division| unit| category| arm| line)?(?P<fared>{_FARED})?(?:,? (?:which|that))? (?:{_AHEAD}|(?:is|are|was|were) (?=(?:[a-z]+ly )?(?:up|down)\b))?(?:also |[a-z]+ly )?(?:(?:continu(?:es?|ed|ing) to|kept|keeps) )?(?:{MOVED}|{MOVING}|(?:edged|inched|ticked|crept|nudged|added|put on)|(?:grow|growing|expand|expanding) at|{PACED}|showing an?|rise|fall|grow|climb|jump|up|down|growth(?: rate)?(?: of| at| was| came in at| reached| hit| stood at)?){BY}",
    re.I,
)
# `Its data centre business nearly doubled to $3.5 billion`
_MULTIPLIED = re.compile(
    r"(?: business| segment| sector| division| unit| category| arm| line| group)?(?:, which)?(?P<fared>)(?: (?:also|again|has|had|[a-z]+ly))*(?: (?:nearly|almost|more than|about|roughly|practically|virtually))? "
)
_OBJECT = re.compile(
    r" (?:down\b|up\b|in size|its|the|their|his|an?|all|both|that|[a-z]+ (?:capacity|output|size|staff|headcount))\b"
)
_FROM_WHICH = re.compile(
    r"\bfrom (?:its|the) [^,;.]*, which $"
)  # `growth came from its services business, which rose 19%`
_IN_THE_QUARTER = r"(?: (?:in|for|during) the (?:[a-z]+ )?(?:quarter|period|year)(?: of (?:20\d\d|last year))?)?"
# `grew 41% in the quarter to $9.6 billion`, `with domestic games up 17% at 40.4 billion yuan`
LED_ON = re.compile(
    rf"{_IN_THE_QUARTER}{SINCE}{_IN_THE_QUARTER}(?:{TO}| at {ABOUT}|,? (?:reaching|with|generating|posting|delivering|recording) (?:total |record |quarterly )?(?:revenues?|sales|turnover) of {ABOUT})"
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


def part_that_grew(scan: Scan, amount: Amount) -> Mention | None:
    """Return the revenue of a part that a percentage says grew, where no metric is named: `domestic games growing 17%`."""
    amount = grew_first(scan, amount) or amount
    at = max((a.start for a in scan.amounts if a.end <= amount.start), default=0) if amount.range_end else amount.start
    for part in scan.segments:
        if any(m.start < part.end and part.start < m.end for m in scan.metrics):
            continue  # the backlog of the cloud is no cloud
        if any(m.metrics and _IS_OF.fullmatch(scan.text, m.end, part.start) for m in scan.metrics):
            continue  # `Operating income at Amazon's cloud unit climbed 9%`
        if is_next_of(scan, part) or is_of_profits(scan, part):
            continue
        low = begins_with_owner(scan, part)
        first = ALONE.fullmatch(scan.text, scan.sentence.start, low) or _OPENS.search(scan.text, max(0, low - 14), low)
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
    led = after is not None and LED_ON.fullmatch(scan.text, amount.end, after.start)
    return bool(led) and after is not None and after.kind == "money" and after.scaled


def _names_something(scan: Scan, start: int, end: int) -> bool:
    """Whether how a part fared names a metric, another part or a company: that is what grew, or may be."""
    lines = any(start <= mark.start < end for mark in (*scan.metrics, *scan.segments))
    return lines or any(start <= e.start < end for e in scan.entities)
