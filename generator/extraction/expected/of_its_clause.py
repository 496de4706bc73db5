"""The basis that an amount's own clause gives it: `will deliver`, 的目标 behind it, what a broker moves."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.changes.outlook_moved_zh import is_moved_outlook
from generator.extraction.expected.analyst_speaks_en import analyst_speaks
from generator.extraction.expected.basis_zh import basis_before
from generator.extraction.expected.guided_beside import guided_beside
from generator.extraction.expected.house_speaks import house_speaks
from generator.extraction.expected.planned import is_a_plan, is_planned
from generator.extraction.expected.put_at import is_put_at
from generator.extraction.figure import Basis
from generator.extraction.marks.cues import Cue
from generator.extraction.marks.scanning import Scan
from generator.extraction.unnamed.aimed import AIMED_BEHIND
from generator.extraction.whose.context import Surroundings

# `55万辆的指引`, `约20%(high teens)的目标`: the word behind a Chinese amount that says what it is.
_OF_THIS = re.compile(
    r"[台辆部元人]?(?:\([^()]*\))?(?:的[一-鿿A-Za-z]{1,14}|(?!也?[高低优好逊]于|超|不及|符合|达到|落在)[一-鿿A-Za-z]{0,10}(?:目标|指引|(?<!超)(?<!于)(?<!合)预估))$"
)
# `will deliver 2 million vehicles`, `is set to deliver`, `will have revenue of 2 billion`: whoever says so, it lies ahead.
_WILL = re.compile(
    r"(?:\b(?:will|would|shall|should|could|(?-i:may)|might|can(?= (?:rise|grow|increase|climb|reach|exceed|fall|improve|hit|double)\b)|set to|on (?:course|track) to|likely to|(?:is|are) to(?= (?:[a-z]+ly )?(?:rise|grow|increase|climb|expand|advance|fall|decline|drop|decrease|shrink|double|halve)\b))|[a-z]['’]ll|likely(?= (?:rose|fell|grew|came|reached|increased|declined|dropped|jumped|earned|posted|sold|shipped|delivered|totalled|totaled)\b))\s+(?:not only |also |then |only |now |[a-z]+ly )?(?:[a-z]+(?<!have)|have(?= (?:[\w'’-]+ ){0,5}?(?:revenues?|sales|profits?|loss(?:es)?|margins?|deliveries|earnings|income|shipments|EPS)\b))\b"
    r"(?![^,;]*\b(?:sold|shipped|made|earned|after|which|that|who|(?:its|their|the company['’]s) previous|previous record|record set)\b)",
    re.I,
)
# `将22-24年净利润上调至120亿元`: only what is expected is raised so; a price is, too.
_RAISED = re.compile(r"(?:上调|下调|上修|下修|调高|调低|调升|调降)[一-鿿\d、~.%-]{0,24}(?:[至到]|各?达到?)")
# `We nudge FY26 EPS up to $8.15`: what a broker moves is what it expects
_WE_MOVE = re.compile(
    r"\b(?:[Ww]e|[Tt]he (?:broker|brokerage|house|bank)) (?:also |now )?(?:raise|nudge|lift|hike|cut|trim|lower|slash|tweak|bump|revise|increase|reduce|take|move|leave|keep)s?\b[^;]{0,90}\b(?:to|at) (?:c\.|~|about |around )?$"
)
# `Analysts at Deutsche Bank see sales of 4.7 million this year`
_ANALYSTS_SEE = re.compile(
    r"\b[Aa]nalysts (?:at|from|of|with) [^,;.\d]{2,40}? (?:see|think|believe|reckon|predict|look for|pencil in|model|assume|put)\b[^;]{0,60}$"
)
# `The note looks for Baidu's revenue to reach`, `for Q3 revenue to rise 18% to`
_TO_MOVE = r"(?:[a-z]+ly )?(?:reach|be|rise|grow|increase|climb|jump|expand|advance|fall|decline|drop|decrease|shrink|slip|come|hit|total|arrive|stand|exceed|top|surpass|widen|narrow|improve)\b[^,;]{0,40}"
_LOOKS_FOR = re.compile(
    rf"\b(?:look(?:s|ed|ing)?|hop(?:es|ed|ing)|wait(?:s|ed|ing)?) for (?:[^,;.$€£¥]{{3,80}}? to {_TO_MOVE}|[^;]{{3,240}}?\band (?:its )?[a-z -]{{3,40}} to {_TO_MOVE})$"
)
_DECLARED = re.compile("will |plans? |intends? |拟", re.I)
# `above its own forecast (13.5 billion yuan)`
_OWN_IN_BRACKETS = re.compile(
    r"\b(?:forecast|guidance|outlook|(?P<aim>target|goal))s? \((?:of )?(?:about |around )?$", re.I
)
# `FY2025E`, `2026年(预测)`: a year whose figures are estimates
_ESTIMATED = re.compile(
    r"(?:20\d\d|FY ?\d\d|Q[1-4]|[1-4]Q\d\d|[12]H\d\d|/\d\d)年?(?:[EF](?![A-Za-z])|\((?:预测|预计|预估)\))"
)
_ESTIMATED_BEHIND = re.compile(r"(?: \([^()]*\))? (?:in|for) (?:FY|CY)?(?:20)?\d\d[EF]\b")  # `11.4% in 2025E`
# `Revenue of $14 billion would mean growth of 51%`: whoever says so, it has not come
_WOULD_BEHIND = re.compile(
    r" would (?:mean|represent|mark|be|imply|equal|translate|amount|constitute|signal)\b| to be (?:invested|spent|deployed|paid out|returned)\b"
)
_NOT_YET = re.compile(r"\b(?:be|been|have|has|to|will|would|the|its|an?|of|as|in|expect\w*|not) $", re.I)
_BEHIND = 24  # characters between an amount and the word behind it that says what it is
# `revenue of $50.6bn missed estimates`, `reached $25.2 billion versus the expected $25.4 billion`: that was something else.
_MET = re.compile(
    r"\b(?:miss|beat|top|exceed|surpass|trail|lag|undershot|met|meet)(?:\w*)(?: [a-z'’]+){0,2} $|\b(?:short|shy|ahead|below|above) (?:of )?(?:the |an? )?$|\b(?:above|below|within|ahead of|in line with|consistent with|(?:end|midpoint|top|bottom) of) (?:[a-z'’]+ ){0,3}$|\b(?:versus|vs\.?|against|than|compared (?:with|to)|relative to) (?:the |an? |its |their |our |[a-z-]+['’]s )?(?:(?:own|prior|previous|earlier|initial|original|company|former|quarterly|full-year) ){0,2}$",
    re.I,
)
# `3 billion yuan in Q3 and an expected total of 12 billion yuan for the year`, `delivered 429,445 and has set its goal for 2026 at`
_OF_ANOTHER = re.compile(r"\b(?:and|but|while|though) (?:[a-z]+ ){0,4}$")


def of_its_clause(around: Surroundings, metric: str, amount: Amount, near: list[Cue], floor: int) -> Basis | None:
    """Return the basis that an amount's own clause gives it, or what only leads to that; `near` are its cues from `floor` on."""
    scan, text, chinese = around.scan, around.scan.text, around.scan.chinese
    start = scan.clause(amount.start)[0]
    if own := _declared(scan, metric, near, chinese) or _of_its_own_words(scan, amount, near, chinese):
        return own
    if said := _OWN_IN_BRACKETS.search(text, max(scan.sentence.start, amount.start - 30), amount.start):
        return "target" if said["aim"] else "forecast"
    if is_moved_outlook(scan, amount) or is_a_plan(scan, amount):
        return "forecast"
    if is_planned(scan, amount):
        return "target"
    if metric == "dividend" and _is_paid_anew(around, amount, start):
        return "actual"
    if _RAISED.search(text, start, amount.start) and not metric.endswith("asp"):
        return _of_what_is_raised(scan, amount)
    moved = _ESTIMATED.search(text, start, amount.start) or _WE_MOVE.search(text, start, amount.start)
    moved = (
        moved
        or _ANALYSTS_SEE.search(text, start, amount.start)
        or _LOOKS_FOR.search(text, scan.sentence.start, amount.start)
    )
    moved = moved or _ESTIMATED_BEHIND.match(text, amount.end) or _WOULD_BEHIND.match(text, amount.end)
    if (
        moved
        or house_speaks(around, metric, amount)
        or analyst_speaks(around, metric, amount)
        or is_put_at(scan, amount, metric, floor, _names_a_house(around, amount))
        or (not chinese and _lies_ahead(scan, floor, amount))
    ):
        return "forecast"
    return basis_before(scan, start, amount, bool(near)) if chinese else None


def _is_paid_anew(around: Surroundings, amount: Amount, start: int) -> bool:
    """Whether Chinese says to how much a dividend was raised or lowered, and of nobody who expects it: 每股股息上调至0.26美元."""
    scan = around.scan
    expects = scan.cues_between(scan.sentence.start, amount.start, "forecast", "target", "consensus")
    moved = scan.chinese and _RAISED.search(scan.text, start, amount.start)
    expects = [c for c in expects if not _RAISED.match(scan.text, c.start)]
    return bool(moved) and not (expects or _names_a_house(around, amount))


def _names_a_house(around: Surroundings, amount: Amount) -> bool:
    """Whether a sentence names a broker before an amount."""
    named = (e.entity for e in around.scan.entities if e.end <= amount.start)
    return any(around.names.catalogue.company_kind(entity) == "broker" for entity in named)


def _of_what_is_raised(scan: Scan, amount: Amount) -> Basis:
    """Return the basis of what was raised or lowered to an amount: an aim's, where one was told before, 年初目标为550万辆,并于9月下调至460万辆."""
    told = scan.cues_between(scan.sentence.start, amount.start, "forecast", "target", "consensus")
    return "target" if told and told[-1].kind == "target" else "forecast"


def _declared(scan: Scan, metric: str, near: list[Cue], chinese: bool) -> Basis | None:
    """Return the basis of a dividend that is to be paid: `$0.16 per share will be paid on 29 December`, 拟配发现金股利15元."""
    declared = all(_DECLARED.match(scan.text, cue.start) for cue in near) and (near or not chinese)
    return "actual" if declared and metric == "dividend" else None


def _of_this(scan: Scan, amount: Amount) -> list[Cue]:
    """Return the words behind a Chinese amount, or the range that it begins, that say what it is: 符合11.3万至11.8万辆的指引."""
    end = scan.end_of_range(amount)
    after = scan.cues_between(end, min(scan.clause(amount.start)[1], scan.amount_after(end)), "forecast", "target")
    return [cue for cue in after if _OF_THIS.match(scan.text, end, cue.end)]


def _of_its_own_words(scan: Scan, amount: Amount, near: list[Cue], chinese: bool) -> Basis | None:
    """Return the basis that the words of an amount's own clause give it: `near` are those between the amount before and it."""
    after = scan.cues_between(
        amount.end, min(scan.clause(amount.start)[1], scan.amount_after(amount.end)), "forecast", "target"
    )
    past = ("actual", "consensus") if chinese else ("actual",)  # what was expected of another amount of the clause
    marks = [cue for cue in near if cue.kind not in past]
    if guided_beside(scan, amount):
        return "forecast"
    if not chinese and AIMED_BEHIND.match(scan.text, amount.end):
        return "target"  # `fewer than the 698,000 it had planned`
    if near and not chinese and _is_told(scan.text, near[-1]):
        return None
    of_this = _of_this(scan, amount) if chinese else []
    behind = [
        cue
        for cue in after
        if cue.start - amount.end < _BEHIND
        and not _MET.search(scan.text, amount.end, cue.start)
        and not _OF_ANOTHER.search(scan.text, amount.end, cue.start)
        and not _has_own_amount(scan, cue, amount)
    ]
    marks = marks or (of_this if chinese else behind)
    marks = [cue for cue in of_this if cue.kind == "target"] or marks  # 预计本月完成10万台全年交付目标
    if not marks:
        return None
    return "forecast" if marks[-1].kind == "consensus" else marks[-1].kind  # type: ignore[return-value]


def _has_own_amount(scan: Scan, cue: Cue, amount: Amount) -> bool:
    """Whether a cue stands in brackets with an amount that it is of: `$22.10 billion (vs. 20.55 estimated by consensus)`."""
    within = scan.brackets_around(cue.start)
    if within is None or within == scan.brackets_around(amount.start):
        return False
    return any(within.start < a.start < within.end for a in scan.amounts)


def _is_told(text: str, cue: Cue) -> bool:
    """Whether a verb says that what stands behind it came, whatever was expected before: `its outlook follows a quarter in which it recorded`."""
    return cue.kind == "actual" and not _NOT_YET.search(text, max(0, cue.start - 12), cue.start)


def _lies_ahead(scan: Scan, floor: int, amount: Amount) -> bool:
    """Whether `will` and a verb stand before an amount in its own words."""
    ahead = list(_WILL.finditer(scan.text, floor, amount.start))
    return bool(ahead) and not scan.cues_between(ahead[-1].end(), amount.start, "actual")
