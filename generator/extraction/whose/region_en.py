"""The region that an English clause opens with, speaks of again, or tells a rank in: `Overseas, where it started late, it sold 14,827`."""

from __future__ import annotations

import re

from generator.corpus.beginnings import sought
from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.tallies import is_tracked
from generator.extraction.whose.context import Surroundings
from generator.extraction.whose.localities import ADVERB

# What may stand before a region that opens a sentence, or a clause of one.
# `IDC also noted that in China Huawei led`
_SAYS = r"(?:(?:[A-Z][\w&.]*(?: [A-Z][\w&.]*)?|[Tt]he (?:firm|house|researchers?|research (?:firm|house)|tracker|company|group|[a-z]*maker)|It|They)(?: (?:also|further|meanwhile))? (?:noted|notes|said|says|added|adds|found|finds|reported|reports|estimated|estimates|reckons|pointed out|points out) that,? )?"
_OPENS = re.compile(
    rf"[^\w\n]{{0,6}}(?:(?:[Ii]n contrast|[Bb]y contrast|[Mm]eanwhile|[Hh]owever|[Ss]imilarly|[Cc]onversely|[Aa]nd|[Bb]ut|[Ww]hile|[Ww]hereas|[Yy]et),? )?"
    rf"{_SAYS}(?P<in>(?:[Ii]n|[Aa]cross|[Tt]hroughout|[Ww]ithin|[Oo]ver in|[Ff]or|[Ff]rom)(?: (?:the|its|their|all of|the (?:company|group|[a-z]*maker)['’]s|[A-Z][\w.&-]*(?: [A-Z][\w.&-]*)?['’]s?))?(?: (?!rest|parts|some|most|other|many)[a-z-]+){{0,2}} ?)?"
)
_NAMED = (" market", " markets", " region", " segment", " division", " business", " operations", " itself", " alone")
# `, where it opened its first showrooms last year,`: what only says something of the region
_SAYS_OF_IT = re.compile(
    r",? (?:where|which|home to|still|traditionally|long|by far|especially|in particular|too|meanwhile|however|though|by contrast|on the other hand|its|their|the (?:company|group|[a-z]*maker)['’]s|one of|an?|the) ?[^;:.\d]{0,110}?,"
    # `, where the overall market shrank 0.6%,`
    r"|,? where (?:the )?(?:(?:overall|whole|total|wider|broader|[a-z]+) ){0,2}(?:market|industry|sector|demand|competition)\b[^;:.,\d]{0,40}\d[\d.]{0,6}(?<=\d) ?(?:%|per ?cent)[^;:.,\d]{0,40},"
)
# The main clause, until the amount: it turns to all there is, or to something else.
_AWAY = r"global(?:ly)?|world(?:wide|'s|’s)?|overall|in (?:total|all)|combined|altogether|company-wide|group-wide|group's|everywhere|said|says|told|announced|unveiled|launched"
_TURNS = re.compile(rf"\b(?:but|although|though|while|whereas|despite|{_AWAY})\b|;", re.I)
# what makers sell stays that of the market: `In China, Huawei led with 18.1%, although its shipments fell 3.4%`
_TURNS_FROM_IT = re.compile(rf"\b(?:{_AWAY})\b|;", re.I)
_REACH = 150  # characters of the main clause, within which the amount begins
_BREAK = re.compile(r", (?:and|so|as|with|which|where|after|though|because)\b")
# `sales there jumped 45%`, `with sales in the region climbing 38%`
_THERE = re.compile(
    r"(?: (?:units|vehicles|cars|phones|smartphones))?(?: (?:of|for) [a-z]+)? (?:there\b(?! (?:(?:is|are|was|were) (?:an?|no|some|little|few|also|still)|has been|have been|will be)\b)|(?:in|to) (?:the|that|this) (?:region|country)\b|in that market\b)"
)
# `In the country it delivered`, behind a sentence on it
_OPENS_THERE = re.compile(r"[^\w\n]{0,6}(?:In (?:the|that|this) (?:region|country|market)|There),? ")
# `Vivo led there with an 18.2% share`, `it shipped 10.4 million there` is said behind
_DID_THERE = re.compile(r"(?<=[a-z]) there\b(?! (?:is|are|was|were|has|have|had|will|would|may|might|could|can)\b)")
# `to take first place in India's smartphone market, bagging 31%`, `became the top shipper in Mainland China, with shipments rising 40%`
_RANKED = re.compile(
    r"\b(?:first|second|third|fourth|fifth|top|leading|leader|leadership|largest|biggest|lead|leads|led|No\.? ?\d|number (?:one|two|three)|rank(?:s|ed|ing)?|crown|throne|pole position)\b",
    re.I,
)
_RANK_LEADS_ON = re.compile(
    r"(?:['’]s)?(?: [a-z]+){0,3}(?: (?:in|for|during) (?:the )?[^,;.]{2,30})?(?:, | )(?:with|and|while|bagging|capturing|taking|holding|commanding|seizing|securing|grabbing|garnering|accounting for|having|where|as|on|by)\b"
)
# `Xiaomi followed with 6.1 million shipments`: in the market whose leader was told before
_FOLLOWED = re.compile(
    r"\b(?:follow(?:s|ed|ing)|trail(?:s|ed|ing)|came (?:in )?(?:second|third|fourth|fifth|next)|(?:second|third|fourth|fifth)[- ](?:place[d]?|ranked|largest|biggest)|rank(?:s|ed|ing)|runner-up|rounded out|behind)\b",
    re.I,
)
_WORLD = sought(r"\b(?:global(?:ly)?|world(?:wide|'s|’s)?)\b|全球(?!供应链|经济|芯片|排名|化)|全世界", re.I)


def opened_with(scan: Scan, regions: list[Mention], metric: str, mention: Mention, amount: Amount) -> Mention | None:
    """Return the region with which a clause opens that goes on to an amount, or to the metric of one."""
    told = mention.start if scan.sentence.start <= mention.start < amount.start else amount.start
    before = [m for m in regions if scan.sentence.start <= m.start and m.end <= told]
    region = before[-1] if before else None
    turns = _TURNS_FROM_IT if is_tracked(metric) else _TURNS
    return region if region and _opens(scan, region) and _goes_on(scan, region, told, turns) else None


def turned_to(scan: Scan, regions: list[Mention], mention: Mention, amount: Amount) -> Mention | None:
    """Return the region that a later clause turns to: `at home, sales rose 120%, while abroad they more than tripled to 5,129`."""
    since = [m for m in regions if mention.end <= m.start and m.end <= amount.start]
    region = since[-1] if since else None
    opens = region and _opens(scan, region) and any(a.end <= region.start for a in scan.amounts)
    return region if region and opens and _goes_on(scan, region, amount.start) else None


def opens_with_region(scan: Scan, region: Mention) -> bool:
    """Whether a region opens its sentence, as where something was: `In China, Huawei led`."""
    lead = _OPENS.fullmatch(scan.text, scan.sentence.start, region.start)
    adverb = ADVERB.match(scan.text, region.start, region.end)
    whose = scan.text.startswith(("'s", "’s"), region.end)
    return not whose and lead is not None and bool(lead["in"] or adverb or _names_in(scan.text, region))


def _names_in(text: str, region: Mention) -> bool:
    """Whether the name of a region says where by itself: `in China`."""
    return text.startswith(("In ", "in "), region.start)


def _opens(scan: Scan, region: Mention) -> bool:
    """Whether a region opens its sentence or a clause of it, as where something was, not as who did it or whose it is."""
    starts = dict.fromkeys((scan.sentence.start, scan.clause(region.start)[0]))
    leads = (_OPENS.fullmatch(scan.text, start, region.start) for start in starts)
    adverb = ADVERB.match(scan.text, region.start, region.end)
    whose = scan.text.startswith(("'s", "’s"), region.end)
    return not whose and any(lead and (lead["in"] or adverb or _names_in(scan.text, region)) for lead in leads)


def _goes_on(scan: Scan, region: Mention, told: int, turns: re.Pattern[str] = _TURNS) -> bool:
    """Whether a clause that opens with a region goes on to what is told at an offset, and does not turn from it."""
    text = scan.text
    at = next((region.end + len(word) for word in _NAMED if text.startswith(word, region.end)), region.end)
    aside = _SAYS_OF_IT.match(text, at, told)
    comma = text.startswith(",", at)
    at = aside.end() if aside else at + comma
    if told - at > _REACH or turns.search(text, at, told):
        return False
    told_since = any(at <= a.start < told for a in scan.amounts)
    # `headway was made in dearer cars and, faster still, abroad, with total sales of`: the region ends what stands before it
    ends = comma and not aside and text.endswith((", ", ", in "), scan.sentence.start, region.start)
    return told_since or not _BREAK.search(text, at - bool(ends), told)


def turns_to_all(scan: Scan, start: int, end: int) -> bool:
    """Whether a sentence turns from a place to all there is, or to another statement."""
    return _TURNS_FROM_IT.search(scan.text, start, end) is not None


def spoken_of_there(around: Surroundings, regions: list[Mention], mention: Mention, amount: Amount) -> str | None:
    """Return the region that `there` or `in the region` behind a metric or its amount speaks of again."""
    scan = around.scan
    low = max(scan.clause(amount.start)[0], scan.amount_before(amount.start))
    marks = [mark for mark in (mention, amount) if mark.start >= scan.sentence.start]
    if verb := _DID_THERE.search(scan.text, low, amount.start):
        here = [m.segment for m in regions if m.end <= verb.start()]
        return here[-1] if here else around.ground.region
    told = min(mark.start for mark in marks)
    if not regions and around.ground.topic is None and _OPENS_THERE.match(scan.text, scan.sentence.start, told):
        return around.ground.region
    for mark in marks:
        if _THERE.match(scan.text, mark.end, scan.sentence.end):
            here = [m.segment for m in regions if m.end <= mark.start]
            return here[-1] if here else around.ground.region
    return None


def followed_in(around: Surroundings, regions: list[Mention], metric: str) -> str | None:
    """Return the region whose market was spoken of before, where a sentence tells who comes next in it."""
    scan, (start, end) = around.scan, (around.scan.sentence.start, around.scan.sentence.end)
    if regions or not is_tracked(metric) or names_the_world(scan):
        return None
    return around.ground.region if _FOLLOWED.search(scan.text, start, end) else None


def names_the_world(scan: Scan) -> bool:
    """Whether a sentence speaks of all the world: no region that was spoken of before goes on."""
    return bool(_WORLD.search(scan.text, scan.sentence.start, scan.sentence.end))


def ranked_in(scan: Scan, regions: list[Mention], metric: str, amount: Amount) -> Mention | None:
    """Return the only region of a sentence that tells a rank in it before a share, or shipments, that go with the rank."""
    if not (metric.endswith("market_share") or "shipments" in metric):
        return None
    before = [m for m in regions if scan.sentence.start <= m.start and m.end <= amount.start]
    if len({m.segment for m in before}) != 1 or _TURNS.search(scan.text, before[0].start, amount.start):
        return None
    region = before[-1]
    ranked = _RANKED.search(scan.text, scan.sentence.start, region.start)
    return region if ranked and _RANK_LEADS_ON.match(scan.text, region.end, amount.start) else None
