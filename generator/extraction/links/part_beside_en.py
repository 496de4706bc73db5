"""Parts that English sets beside the whole with a growth of their own: `Apple's revenue rose 8%, with the iPhone up 6% and groceries down 3%`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.frozen import replace
from generator.extraction.links.link import Link
from generator.extraction.links.linking import Linker
from generator.extraction.marks.mention import EntityMention, Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.tallies import OF_CARS
from generator.extraction.marks.verbs import MOVED, MOVING
from generator.extraction.metrics.recorded import IN_MONEY
from generator.extraction.periods.mention import PeriodMention
from generator.extraction.whose.only_some import UNKNOWN_LINE

_UNITS = r"(?: (?:business(?:es)?|segment|division|unit|arm|category|group|line|brand))?"
# `it`, `the rest`, `demand`: what stands for the whole, or is measured otherwise and has a rule of its own
_NO_PART = (
    r"(?:(?:it|they|this|that|these|those|which|who|both|all|each|most|one|two|rest|growth|pace|rate|figures?|numbers?|totals?|results?|company|group|firm|business|businesses|segment|unit|division|quarter|year|month|period|half"
    r"|volumes?|prices?|demand|costs?|expenses?|spending|impressions?|traffic|orders?|bookings?|backlog|shares?|stock|market|industry|margins?|profits?|losses|earnings|output|production|users|subscribers|customers|average|line|lines|sales|revenues?|income"
    r"|is|are|was|were|has|have|had|be|been|being|did|does|then|also|now|still|again|later|only|even|not|what|when|where|there|here|after|before|since|until|following|versus|against|although|though|albeit|yet|nearly|about|while|with|as|and|but|or|up|down|more|less|by|to|from|of|in|at|for|than|on|over"
    r"|quarterly|annual|annually|sequential|sequentially|organic|organically|comparable|reported|adjusted|constant|currency|currencies|terms|overall)\b"
    rf"|[a-z]+ly\b|{MOVED}\b|{MOVING}\b)"
)
_WORD = rf"(?!{_NO_PART})[A-Za-z\d][\w.'’/-]*"
_NP = rf"(?P<part>{_WORD}(?: (?:and |& |of |in )?{_WORD}){{0,4}})"
_MOVES = rf" (?:(?:also|alone|itself|[a-z]+ly) )?(?:(?:was|were|is|are) )?(?:up|down|higher|lower|off|{MOVING}|{MOVED})(?: (?:by|an?|another|[a-z]+ly)){{0,2}} {ABOUT}"
_OPENS = re.compile(
    rf"(?:[^;]*?(?:,? (?:with|as|while|whereas|led by|driven by|helped by|including)|, (?:and|but)|,)|(?: [a-z-]+){{0,3}} and|[^;]{{0,40}};(?: (?:and|but|while))?) (?:the |its |their |both |sales of |sales in )?{_NP}{_UNITS}(?:,(?= (?:up|down)))?{_MOVES}"
)
# `thanks to 6% growth in the iPhone and a 15% jump in services`
_IN_IT = re.compile(
    r"(?: year[- ]o(?:n|ver)[- ]year| annual| quarterly| sequential)? (?:growth|rise|increase|jump|gain|surge|leap|climb|advance|improvement|uptick|expansion|decline|drop|fall|decrease|slump|plunge|slide|dip|contraction) (?:in|at|from|for|of) (?:the |its |their )?"
)
_CAUSED = re.compile(
    rf"(?:(?:thanks|due|owing) to|because of|(?:helped|driven|led|boosted|lifted|supported|aided|fuelled|fueled|powered|offset|hurt|weighed down|dragged down|held back) by|on the back of|despite|in spite of|amid|reflecting|including|following|after|and|,) (?:an? )?(?:[a-z-]+ )?{ABOUT}$"
)
_NAMED_ON = re.compile(r" [A-Z]")  # the Cloud ERP Suite is no cloud
# what something grew in, up to the next word that ends it
_THING = re.compile(
    rf"(?!{_NO_PART})[A-Za-z][^,;.()]{{2,40}}?(?=[,;.()]| (?:and|but|while|as|to|from|in|for|which|that)\b|$|\n)"
)
_REACH = 110  # characters before a change, within which its part is named
_IN_MONEY = ("revenue", "order_intake", "bookings")


def part_beside(linker: Linker, amount: Amount) -> Link | None:
    """Return the link of a change whose subject is a part beside the whole told before; doubt, where nothing says which part it is."""
    scan, told = linker.scan, _whole(linker, amount)
    if (
        scan.chinese
        or amount.kind not in ("percent", "points")
        or told is None
        or told.metric is None
        or told.mention is None
    ):
        return None
    low = max(scan.amount_before(amount.start), told.mention.end, amount.start - _REACH)
    said = _OPENS.fullmatch(scan.text, low, amount.start)
    if said is None:
        return _of_a_cause(linker, told.metric, amount, low)
    start, end = said.span("part")
    marks: list[Mention | PeriodMention] = [*scan.metrics, *scan.periods]
    if any(m.start < end and start < m.end for m in marks):
        return None
    part = next((m for m in scan.segments if start <= m.start and m.end == end), None)
    holder = next((e for e in scan.entities if e.start < end and start < e.end), None)
    if holder and (part is None or part.start > start):
        return _of_company(linker, told, holder) if (holder.start, holder.end) == (start, end) else None
    if part is None or (part.start > start and _is_told(scan, part)):
        return Link(doubt=UNKNOWN_LINE)  # `advertising revenue rose 16%, with video ads up 50%`
    return _of_part(linker, told.metric, part)


def _of_a_cause(linker: Linker, metric: str, amount: Amount, low: int) -> Link | None:
    """Return the link of growth that is a cause of what was told, `thanks to 6% growth in the iPhone`; doubt where nothing says of what it is."""
    scan = linker.scan
    grew = _IN_IT.match(scan.text, amount.end) if _CAUSED.search(scan.text, low, amount.start) else None
    if grew is None:
        return None
    part = next((m for m in scan.segments if m.start == grew.end()), None)
    if part and not _NAMED_ON.match(scan.text, part.end):
        kinds = linker.meanings.catalogue.segments
        return _of_part(linker, metric, part) if kinds[part.segment or ""].kind == "business" else None
    thing = None if " from " in grew[0] else _THING.match(scan.text, grew.end())
    named = thing and scan.is_marked(*thing.span(), scan.metrics, scan.cues)
    return None if thing is None or (named and part is None) else Link(doubt=UNKNOWN_LINE)


def _whole(linker: Linker, amount: Amount) -> Link | None:
    """Return what the sentence told last before a change, be it a level or a change."""
    ends = [end for end in linker.told if end <= amount.start]
    return linker.told[max(ends)] if ends else None


def _of_company(linker: Linker, told: Link, holder: EntityMention) -> Link | None:
    """Return the link of a change that another company had; doubt of a product that goes by its maker: `with Honor of Kings up 5%`."""
    again = any(e.entity == holder.entity and e.end <= holder.start for e in linker.scan.entities)
    if again:
        return Link(doubt=UNKNOWN_LINE)
    company = linker.meanings.catalogue.company_kind(holder.entity) == "company"
    return replace(told, company=holder.entity) if company else None


def _is_told(scan: Scan, part: Mention) -> bool:
    """Whether a line was spoken of before."""
    return any(m.segment == part.segment and m.end <= part.start for m in scan.segments)


def _of_part(linker: Linker, metric: str, part: Mention) -> Link | None:
    """Return the link of a part: of what its whole is told of, where parts have that."""
    if _is_told(linker.scan, part):
        return None
    base = linker.meanings.catalogue.metrics[metric].base or metric
    if base in _IN_MONEY or base in OF_CARS:
        return Link(base, replace(part, metrics=(base,), segment=None, part=part.segment))
    return None if part.segment in IN_MONEY else Link(doubt=UNKNOWN_LINE)
