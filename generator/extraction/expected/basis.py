"""Whether an amount happened, is aimed at, or is expected by the company that it is of."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.slashes import joined
from generator.extraction.expected.basis_zh import basis_before, tells_so_far
from generator.extraction.expected.beaten import came_behind, is_met
from generator.extraction.expected.consensus import EXPECTATIONS, EXPECTED_ALONE
from generator.extraction.expected.foretold_zh import is_foretold
from generator.extraction.expected.had_expected_zh import is_beside_what_came
from generator.extraction.expected.house_speaks import house_speaks
from generator.extraction.expected.listed_on import AND
from generator.extraction.expected.planned import is_planned
from generator.extraction.expected.put_at import is_put_at
from generator.extraction.expected.recorded_zh import expects_to_record
from generator.extraction.expected.told_since import told_since
from generator.extraction.figure import Basis
from generator.extraction.links.cumulative import in_all
from generator.extraction.marks.cues import Cue
from generator.extraction.marks.scanning import Scan
from generator.extraction.unnamed.aimed import AIMED_BEHIND
from generator.extraction.whose.context import Surroundings
from generator.settings.period import Period

# `每股收益0.5美元,预测为0.54美元`: what stands alone beside what came was expected of it.
# `55万辆的指引`, `约20%(high teens)的目标`: the word behind a Chinese amount that says what it is.
_OF_THIS = re.compile(
    r"[台辆部元人]?(?:\([^()]*\))?(?:的[一-鿿A-Za-z]{1,14}|(?!也?[高低优好逊]于|超|不及|符合|达到|落在)[一-鿿A-Za-z]{0,10}(?:目标|指引|(?<!超)(?<!于)(?<!合)预估))$"
)
_LED_TO = re.compile(
    r"\s*(?:\([^)]*\)\s*)?(?:in [\w ]{2,24}?\s*)?(?:,\s*)?(?:year[- ]o[nv]e?r?[- ]year )?to\s+(?:about |around |nearly |over |more than )*",
    re.I,
)
# `will deliver 2 million vehicles`, `is set to deliver`: whoever says so, it lies ahead.
_WILL = re.compile(
    r"(?:\b(?:will|would|shall|should|could|(?-i:may)|might|can(?= (?:rise|grow|increase|climb|reach|exceed|fall|improve|hit|double)\b)|set to|on (?:course|track) to|likely to)|[a-z]['’]ll|likely(?= (?:rose|fell|grew|came|reached|increased|declined|dropped|jumped|earned|posted|sold|shipped|delivered|totalled|totaled)\b))\s+(?:not only |also |then |only |now |[a-z]+ly )?[a-z]+(?<!have)\b"
    r"(?![^,;]*\b(?:sold|shipped|made|earned|after|which|that|who|(?:its|their|the company['’]s) previous|previous record|record set)\b)",
    re.I,
)
# `FY2025E`, `2026年(预测)`: a year whose figures are estimates.
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
_DECLARED = re.compile("will |plans? |intends? |拟", re.I)
_ESTIMATED = re.compile(
    r"(?:20\d\d|FY ?\d\d|Q[1-4]|[1-4]Q\d\d|[12]H\d\d|/\d\d)年?(?:[EF](?![A-Za-z])|\((?:预测|预计|预估)\))"
)
_ESTIMATED_BEHIND = re.compile(r"(?: \([^()]*\))? (?:in|for) (?:FY|CY)?(?:20)?\d\d[EF]\b")  # `11.4% in 2025E`
# `Revenue of $14 billion would mean growth of 51%`: whoever says so, it has not come
_WOULD_BEHIND = re.compile(
    r" would (?:mean|represent|mark|be|imply|equal|translate|amount|constitute|signal)\b| to be (?:invested|spent|deployed|paid out|returned)\b"
)
_NOT_YET = re.compile(r"\b(?:be|been|have|has|to|will|would|the|its|an?|of|as|in|expect\w*|not) $", re.I)
_OWN_VERB = re.compile(
    r"[^;;]{0,80}?\b(?:was|were|is|are|rose|fell|grew|reported|came|reached|increased|decreased|declined|climbed|posted|stood|had|has|delivered|sold|shipped|exported|handed over|earned|missed|beat)\b"
)
_IN_THE_PAST = re.compile(
    r"(?:而|但|且|其中)?(?:过去|此前)[一二三四五六七八九十\d]*个?[季年月]"
)  # 预计将有波动,而过去四季资本开支约1200亿元
_BESIDE_IT = 8  # characters behind an amount, within which what was expected of it is told
_ITS_AMOUNT = 16  # characters between `estimates of` and the amount that was expected
_BEHIND = 24  # characters between an amount and the word behind it that says what it is
# `revenue of $50.6bn missed estimates`, `reached $25.2 billion versus the expected $25.4 billion`: that was something else.
_MET = re.compile(
    r"\b(?:miss|beat|top|exceed|surpass|trail|lag|undershot|met|meet)(?:\w*)(?: [a-z'’]+){0,2} $|\b(?:short|shy|ahead|below|above) (?:of )?(?:the |an? )?$|\b(?:above|below|within|ahead of|in line with|consistent with|(?:end|midpoint|top|bottom) of) (?:[a-z'’]+ ){0,3}$|\b(?:versus|vs\.?|against|than) (?:the |an? )?$",
    re.I,
)
# `3 billion yuan in Q3 and an expected total of 12 billion yuan for the year`, `delivered 429,445 and has set its goal for 2026 at`
_OF_ANOTHER = re.compile(r"\b(?:and|but|while|though) (?:[a-z]+ ){0,4}$")
# `Games, which it wants to expand, brought in 60 billion yuan`: what is wanted there is of no figure
_RELATIVE = re.compile(r"\s*(?:(?:in|of|for|to|from|with|on) )?(?:which|who|whose|whom)\b")
_BREAKDOWN = re.compile(r"\s*(?:(?:\w+ ){0,3}breakdown:|其中|当中)", re.I)  # of what the sentence before expected
# `That would mean growth of 53% for Nvidia, which carries a market cap of $4 trillion`: so it is now
_WHICH_HAS = re.compile(r"\s*(?:which|who) (?:now |currently |already )?(?:[a-z]+s|had|held)\b")
_SUBORDINATE = re.compile(
    r"\s*(?:buoyed by|boosted by|driven by|helped by|fuell?ed by|following|in which|as|after|although|despite|because|since|while|whereas|but|even as)\b",
    re.I,
)


def basis_of(around: Surroundings, metric: str, amount: Amount, period: Period | None) -> Basis:
    """Return whether an amount happened, is aimed at, or is expected by the company that it is of."""
    entry = around.names.catalogue.metrics[metric]
    if entry.basis != "actual":
        return entry.basis
    scan, text = around.scan, around.scan.text
    start, end = scan.clause(amount.start)
    chinese = scan.chinese
    floor = start if chinese or _continues(around, amount) else max(start, scan.amount_before(amount.start))
    near = scan.cues_between(floor, amount.start, *EXPECTATIONS)
    since = told_since(scan, amount)
    near = [
        c
        for c in near
        if c.start >= since and not (came_behind(scan, c, amount.start) or _is_bracketed(scan, c, amount.start))
    ]
    if own := _of_its_clause(around, metric, amount, near, floor):
        return own
    if since >= 0 or any(cue.kind == "actual" for cue in near) or _SUBORDINATE.match(text, start):
        goes_on = chinese and expects_to_record(around, start, near)
        return _carried(around, start, floor, chinese, False, period) if goes_on else "actual"
    if entry.period_type != "instant" and around.ground.foretold and is_foretold(around, period):
        return around.ground.foretold.basis
    if _is_told_already(around, period) and _names_what_is_over(around, _named_from(around, amount), end, period):
        return "actual"
    if not chinese and (so_far := in_all(scan, amount, start, False)) and so_far.start() >= start:
        return "actual"  # `cut its target to 640,000, with cumulative deliveries reaching only 329,000`
    if chinese and tells_so_far(scan, start, end):
        return "actual"
    if entry.period_type == "instant" and (chinese or _WHICH_HAS.match(text, start)):
        return "actual"
    return _carried(around, start, floor, chinese, chinese and _is_range(scan, amount), period)


def _named_from(around: Surroundings, amount: Amount) -> int:
    """Return where the words begin that say of when an amount is: `1H22 revenue RMB12.4bn, +21.7%; net profit RMB2.19bn`."""
    scan = around.scan
    expects = scan.cues_between(scan.sentence.start, amount.start, "forecast", "target", "consensus")
    return scan.clause(amount.start)[0] if expects or scan.chinese else scan.sentence.start


def _of_its_clause(around: Surroundings, metric: str, amount: Amount, near: list[Cue], floor: int) -> Basis | None:
    """Return the basis that an amount's own clause gives it, or what only leads to that; `near` are its cues from `floor` on."""
    scan, text, chinese = around.scan, around.scan.text, around.scan.chinese
    start = scan.clause(amount.start)[0]
    if own := _declared(scan, metric, near, chinese) or _of_its_own_words(scan, amount, near, chinese):
        return own
    if is_planned(scan, amount):
        return "target"
    if _RAISED.search(text, start, amount.start) and not metric.endswith("asp"):
        return _of_what_is_raised(scan, amount)
    moved = _ESTIMATED.search(text, start, amount.start) or _WE_MOVE.search(text, start, amount.start)
    moved = moved or _ANALYSTS_SEE.search(text, start, amount.start)
    moved = moved or _ESTIMATED_BEHIND.match(text, amount.end) or _WOULD_BEHIND.match(text, amount.end)
    if (
        moved
        or house_speaks(around, metric, amount)
        or is_put_at(scan, amount, metric, floor, _names_a_house(around, amount))
        or (not chinese and _lies_ahead(scan, floor, amount))
    ):
        return "forecast"
    return basis_before(scan, start, amount, bool(near)) if chinese else None


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


def _is_told_already(around: Surroundings, period: Period | None) -> bool:
    """Whether a period's results are out: in a text that awaits results, those of the periods before are."""
    reported = around.reported
    return not around.awaited or (reported is not None and period is not None and period.end < reported.end)


def _names_what_is_over(around: Surroundings, start: int, end: int, period: Period | None) -> bool:
    """Whether an amount's clause names its period, and that is over."""
    published = around.calendar.published
    return any(
        start <= m.start < end
        and p == period
        and (p.end < published if m.dated and published else around.calendar.is_over(p))
        for m, p in around.resolved
    )


def _of_its_own_words(scan: Scan, amount: Amount, near: list[Cue], chinese: bool) -> Basis | None:
    """Return the basis that the words of an amount's own clause give it: `near` are those between the amount before and it."""
    after = scan.cues_between(
        amount.end, min(scan.clause(amount.start)[1], scan.amount_after(amount.end)), "forecast", "target"
    )
    past = ("actual", "consensus") if chinese else ("actual",)  # what was expected of another amount of the clause
    marks = [cue for cue in near if cue.kind not in past]
    if not chinese and AIMED_BEHIND.match(scan.text, amount.end):
        return "target"  # `fewer than the 698,000 it had planned`
    if near and not chinese and _is_told(scan.text, near[-1]):
        return None
    of_this = [cue for cue in after if chinese and _OF_THIS.match(scan.text, amount.end, cue.end)]
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


def _carried(around: Surroundings, start: int, floor: int, chinese: bool, ranged: bool, period: Period | None) -> Basis:
    """Return the basis that the words before an amount's own carry on to it; a range goes on with what was expected.

    `公司预计交付8万辆。收入总额为216亿元至231亿元`: no company tells what came as a range. What a list opens with that is
    over ends it: 预计全年毛利率31%;截至6月30日止三个月,汽车业务收入157亿元.
    """
    scan, text, sentence = around.scan, around.scan.text, around.scan.sentence
    breaks = max(
        (i for i in scan.separators if i < start and (_parts(text, i, chinese) or _SUBORDINATE.match(text, i))),
        default=sentence.start,
    )
    if chinese and _IN_THE_PAST.match(text, start):
        return "actual"
    cues = scan.cues_between(sentence.start, floor, *EXPECTATIONS)
    earlier = [
        c
        for c in cues
        if c.start >= breaks
        and not (_is_spent(around, c) or _is_bracketed(scan, c, floor) or _only_describes(scan, c, floor))
        and not (chinese and c.kind == "actual" and expects_to_record(around, scan.clause(c.start)[0], [c]))
    ]
    listed = ranged or around.ground.joined or around.ground.listing or _BREAKDOWN.match(text, sentence.start)
    if not earlier and listed and around.ground.expects:
        over = period is not None and period != around.ground.expected and around.calendar.is_over(period)
        return "actual" if chinese and over and not ranged else "forecast"
    if earlier and not chinese and scan.cues_between(earlier[-1].end, floor, "actual"):
        return "actual"  # `This outlook follows a quarter in which it recorded EPS of $0.92 on revenue of $6.8 billion`
    if earlier and earlier[-1].kind == "consensus":
        return "forecast"
    return earlier[-1].kind if earlier else "actual"  # type: ignore[return-value]


def _is_range(scan: Scan, amount: Amount) -> bool:
    """Whether an amount begins or ends a range, as what came is never told."""
    upper = scan.following(amount)
    return amount.kind in ("money", "percent") and (amount.range_end or bool(upper and upper.range_end))


def _is_bracketed(scan: Scan, cue: Cue, at: int) -> bool:
    """Whether a cue stands in brackets that end before an offset: what it says is of what stands in them."""
    return any(b.start < cue.start < b.end <= at for b in scan.brackets)


def _only_describes(scan: Scan, cue: Cue, at: int) -> bool:
    """Whether a cue stands in a relative clause without an amount, which ends before an offset: it says something of whoever is spoken of."""
    low, high = scan.clause(cue.start)
    stated = any(low <= a.start < high for a in scan.amounts)
    return not scan.chinese and high < at and not stated and bool(_RELATIVE.match(scan.text, low))


def _has_own_amount(scan: Scan, cue: Cue, amount: Amount) -> bool:
    """Whether a cue stands in brackets with an amount that it is of: `$22.10 billion (vs. 20.55 estimated by consensus)`."""
    within = scan.brackets_around(cue.start)
    if within is None or within == scan.brackets_around(amount.start):
        return False
    return any(within.start < a.start < within.end for a in scan.amounts)


def _is_told(text: str, cue: Cue) -> bool:
    """Whether a verb says that what stands behind it came, whatever was expected before: `its outlook follows a quarter in which it recorded`."""
    return cue.kind == "actual" and not _NOT_YET.search(text, max(0, cue.start - 12), cue.start)


def _parts(text: str, at: int, chinese: bool) -> bool:
    """Whether a semicolon parts what was said: one in an English list, without a verb behind it, does not."""
    return text[at] in ";;" and (chinese or bool(_OWN_VERB.match(text, at + 1)))


def _lies_ahead(scan: Scan, floor: int, amount: Amount) -> bool:
    """Whether `will` and a verb stand before an amount in its own words."""
    ahead = list(_WILL.finditer(scan.text, floor, amount.start))
    return bool(ahead) and not scan.cues_between(ahead[-1].end(), amount.start, "actual")


def _is_spent(around: Surroundings, cue: Cue) -> bool:
    """Whether an expectation is that of one amount beside it alone: `$0.72 vs. $0.60 expected, on sales of`, 0.5美元,预测为0.54美元.

    `raised its estimates of Xiaomi` goes on to all that follows.
    """
    scan, before = around.scan, around.scan.amount_before(cue.start)
    if is_met(scan, cue) or is_beside_what_came(scan, cue):
        return True
    if cue.kind == "consensus":
        of_whom = scan.text[cue.start : cue.end].lower().startswith(("estimates", "forecasts"))
        return not of_whom or scan.amount_after(cue.end) - cue.end < _ITS_AMOUNT
    if before == scan.sentence.start or cue.start - before > _BESIDE_IT:
        return False
    alone = scan.chinese and EXPECTED_ALONE.fullmatch(scan.text, before + 1, scan.amount_after(cue.end))
    return bool(alone) or (cue.start - before <= 2 and scan.text[cue.end : cue.end + 1] in ",;)")


def _continues(around: Surroundings, amount: Amount) -> bool:
    """Whether an amount goes on with the one before: the upper end of a range, or joined by `and`."""
    before = around.scan.amount_before(amount.start)
    return (
        amount.range_end
        or bool(_LED_TO.fullmatch(around.scan.text, before, amount.start))
        or bool(AND.fullmatch(around.scan.text, before, amount.start))
        or joined(around.scan.text, before, amount.start)
    )
