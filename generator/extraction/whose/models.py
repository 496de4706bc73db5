"""Cars of one model or kind in English: what is counted of them is not what their maker counts in all."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan

OF_MODEL = "of a model that the catalogue does not know"
OF_KIND = "of a kind of cars that the catalogue does not name"
_NAMED_BEFORE = re.compile(
    r"\b(?!(?:FY|CY|[QH])\d)(?:[A-Z][a-z]+ \d{1,3}|[A-Z]{1,3}\d{1,3}[A-Z]?\+?)(?: [A-Z][a-z]+| [A-Z]{3,})?(?: series| model| sedan| SUV)? (?:alone )?(?:has |have |had )?$"
)
# `models like the ES8, which has a gross margin of about 20%`
_MODEL_HAS = re.compile(
    r"\b[A-Z]{1,3}\d{1,3}[A-Z]?,? (?:which|that) (?:has|had|carries|boasts|achieved|enjoys) (?:an? )?$"
)
# `delivery of the P7 sedan exceeded 9,000`, `4,398 P5 family sedans`, `1,726 ES8s`
_OF_THE = re.compile(r" of (?:the|its) [A-Z]{1,3}\d{1,3}\b(?!\d)")
_COUNTED = re.compile(r" (?:Model [SX]\b|(?!Q\d|H\d|FY)[A-Z]{1,3}\d{1,2}s?\b(?! (?:20\d\d|and SU7)))")
# `6,214 of the older C11`, `2.1 million units of its flagship 15 Ultra`; no `of its EVs`, `of its China-made cars`
_SO_MANY_OF = re.compile(
    r" (?:units )?of (?:the|its|their) (?:[a-z][a-z-]* ){0,3}(?P<name>(?!(?:Group|Company)['’]s\b|[A-Z]*(?:EV|UV|PV)s?\b|[A-Z]\w+(?:an|ese|ish)\b|[A-Z]\w+-)(?:\d{1,2} )?[A-Z]\w*)"
)
# `8,207 units of the XPeng G6 series`, `68,207 units of BYD Seagull`, `of XPeng's G6`: the model behind who makes it
_SO_MANY_OF_ITS = re.compile(r" (?:units )?of (?:the )?")
_OF_MAKER = re.compile(
    r"(?:['’]s?)? (?P<name>(?!(?:Group|Company|Auto|Motors?|EVs?|NEVs?|[A-Z]?[SM][UP]Vs?|Holdings?|China|Europe)\b)[A-Z][\w+]*)\b(?!['’]s)"
)
_CODE = r"(?P<name>(?!Q[1-4]\b|H[12]\b|FY\d)[A-Z]{1,3}\d{1,3}[A-Z]?)\b"  # L6, SU7, ET5T; no Q3
# `8,207 units of Li L6`: who makes it is told by half its name
_LETTERED = re.compile(rf" units of (?:[A-Z][a-z]+ )?{_CODE}")
_LETTERS = re.compile(rf" {_CODE}")  # `of the Onvo L90`
# `108,796 units of the SU7 and YU7`; no `16,000 and 10,000 units of the SU7 and YU7, respectively`
_AND_MODEL = re.compile(r" (?:and|&) (?:the |its )?(?:[A-Z][a-z]+ )?")
_EACH = re.compile(r"[^.;]{0,60}\brespectively\b")
OF_MODELS = "of two kinds of things together"
# `the second most popular model with 1,707 units sold`
_MODEL_WITH = re.compile(r"\b(?:models?|sedan|SUV),? with (?:about |around |nearly |over |more than |some )?$")
# `the Galaxy NEV range recorded sales of`, `its Li L6 that launched in April has seen`
_RANGE = re.compile(
    r"\b(?P<name>(?!(?:We|They|Analysts|You|I|The|Its|This|That|Each|Our|An?|Chinese|Total|Main|Core|Other|Own|New)\b)[A-Z][\w-]*) (?:NEV |EV )?(?:brand|series|lineup|range|family|model|SUV|sedan)\b"
)
_ITS_MODEL = re.compile(r"\b[Ii]ts (?:[A-Z][a-z]+ ){0,2}(?P<name>[A-Z]{1,3}\d{1,3})\b")
_KIND = r"(?:SUV|crossover|sedan|MPV|minivan|hatchback|pickup|pickup truck|truck|van|bus|coupe|motorcycle|scooter)"
_KIND_BEFORE = re.compile(rf"\b{_KIND}s? $", re.I)
# `sold 1.2 million hybrids, up 8%, out of 2.8 million vehicles`: no plug-ins, nor all
_KIND_COUNTED = re.compile(
    rf" (?:[a-z-]+ ){{0,3}}{_KIND}(?:s|es)\b| (?:(?:conventional|full|mild|petrol|gasoline|gasoline-electric|petrol-electric) )?hybrids\b",
    re.I,
)
# `75 per cent of China's foldable smartphone market, as shipments jumped`
_KIND_OF_PHONES = re.compile(r"\b(?:[Ff]oldables?|[Rr]efurbished|[Pp]re-owned)\b")
# `its high-end smartphone market share in China rose to 25%`
_GRADE_BEFORE = re.compile(
    r"\b(?:(?:ultra-|ultra)?premium|high-end|mid-range|low-end|entry-level|flagship|budget|5G)[ -](?:(?:smart)?phone |handset |segment )?(?:market )?$",
    re.I,
)
OF_KIND_OF_PHONES = "of a kind of phones that the catalogue does not name"
_FROM = re.compile(
    r"[^,;.\d]{0,40},? (?:up |down )?(?:from|versus|against|compared (?:with|to)) (?:about |just |only )?"
)
_NEAR = 40  # characters before a metric, within which the model stands that it is of


def of_model(scan: Scan, amount: Amount, mention: Mention) -> str | None:
    """Return why an English count is of one model, or of one kind of cars; None where it is not."""
    text, low = scan.text, scan.clause(mention.start)[0]
    counts = amount.kind in ("count", "bare")
    near = max(low, mention.start - _NEAR)
    found = (
        _OF_THE.match(text, mention.end)
        or (_COUNTED.match(text, amount.end) if counts else None)
        or _NAMED_BEFORE.search(text, near, mention.start)
        or _MODEL_HAS.search(text, scan.sentence.start, mention.start)
    )
    if found and not scan.is_marked(found.start(), max(found.end(), min(mention.start, found.end() + 1))):
        return OF_MODEL
    if mention.metrics[0].endswith(("shipments", "market_share")) and _KIND_OF_PHONES.search(
        text, scan.sentence.start, scan.sentence.end
    ):
        return OF_KIND_OF_PHONES
    if mention.metrics[0].endswith("market_share") and _GRADE_BEFORE.search(text, near, mention.start):
        return OF_KIND_OF_PHONES
    level = amount if counts else scan.preceding(amount)  # `sold 6,214 of its ES8, up 12%`
    if level and level.kind in ("count", "bare") and mention.start <= level.end:
        so_many = _SO_MANY_OF.match(text, level.end)
        if so_many and not scan.is_marked(*so_many.span("name")):
            return OF_MODEL
        if _is_of_makers_model(scan, level):
            return OF_MODEL
        if _is_of_two_models(scan, level):
            return OF_MODELS
    if counts and _MODEL_WITH.search(text, scan.sentence.start, amount.start):
        return OF_MODEL
    first = level if level and level.kind in ("count", "bare") else amount  # what a range sold, and its growth
    before = scan.preceding(first)
    led = before and before.kind in ("count", "bare") and _FROM.fullmatch(text, before.end, first.start)
    at = (before if before and led else first).start  # `soared to 623 units last month from 184 in September`
    if any(
        not scan.is_marked(found.start("name"), found.end("name")) and scan.amount_before(at) <= found.start()
        for form in (_RANGE, _ITS_MODEL)
        for found in form.finditer(text, low, max(low, min(mention.start, at)))
    ):
        return OF_MODEL
    kind = _KIND_BEFORE.search(text, near, mention.start) or (counts and _KIND_COUNTED.match(text, amount.end))
    return OF_KIND if kind and amount.kind != "money" else None


def _is_of_makers_model(scan: Scan, count: Amount) -> bool:
    """Whether a count is of a model that is named behind who makes it: `8,207 units of the XPeng G6`."""
    if (lettered := _LETTERED.match(scan.text, count.end)) and not scan.is_marked(*lettered.span("name")):
        return True
    makers = (e for e in scan.entities if _SO_MANY_OF_ITS.fullmatch(scan.text, count.end, e.start))
    model = next((found for e in makers if (found := _OF_MAKER.match(scan.text, e.end))), None)
    brands = (m for m in scan.segments if _SO_MANY_OF_ITS.fullmatch(scan.text, count.end, m.start))
    model = model or next((found for m in brands if (found := _LETTERS.match(scan.text, m.end))), None)
    return model is not None and not scan.is_marked(*model.span("name"))


def _is_of_two_models(scan: Scan, count: Amount) -> bool:
    """Whether a count is of two models together: `108,796 units of the SU7 and YU7`."""
    first = next((m for m in scan.segments if _SO_MANY_OF_ITS.fullmatch(scan.text, count.end, m.start)), None)
    last = first and next((m for m in scan.segments if _AND_MODEL.fullmatch(scan.text, first.end, m.start)), None)
    if not first or not last or first.segment == last.segment:
        return False
    return not _EACH.match(scan.text, last.end, scan.sentence.end)
