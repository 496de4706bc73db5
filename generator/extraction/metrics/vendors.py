"""What reports of those who count a market leave unsaid: `Vivo grew 9% to 12.1 million units`, `its volumes soared 70%`, `Huawei's share climbed to 15.5%`."""

from __future__ import annotations

import re

from generator.corpus.beginnings import sought
from generator.extraction.amounts.amount import Amount
from generator.extraction.changes.superlatives import MOST
from generator.extraction.changes.towards import BY, TO
from generator.extraction.marks.mention import EntityMention, Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.verbs import MOVED, MOVING, TOOK
from generator.extraction.metrics.volumes import share_of_all, volume_put

_VERB = rf"(?:{MOVED}|{MOVING}|grows|was (?:up|down)|up|down)"
# `saw its share shrink to 16 percent`
_MOVE = r"(?:rise|grow|climb|jump|increase|widen|expand|swell|edge up|tick up|inch up|fall|drop|decline|decrease|slip|slide|shrink|narrow|dwindle|dip|ease|sink|contract|plunge|tumble|edge down)"
_ABOUT = r"(?:about |around |nearly |almost |more than |over |just |only |an? )?"
# `Xiaomi, in sixth, grew 9%`, `Apple (15.7%) fell 19%`
_GREW = re.compile(
    rf"(?:, [^,;%\d]{{3,40}},| \([^()]{{1,24}}\))? (?:also |meanwhile |even |then |[a-z]+ly )?(?P<verb>{_VERB})(?: at {_ABOUT}|{BY})"
)
# `Lenovo captured the third position this quarter with year-over-year growth of 16.7%`
_WITH_GROWTH = re.compile(
    r"[^,;.\d]{0,60} (?:with|on|after|showing|posting|recording|seeing|registered|recorded|posted|saw|reported|logged|showed|clocked|notched) (?:an? )?(?:[a-z]+ ){0,2}?(?:(?:year[- ]o(?:n|ver)[- ]year|annual|YoY|yearly|quarterly|sequential) )?(?P<verb>growth|increase|rise|gain|decline|drop|fall|decrease) of (?:about |around |nearly |over |more than )?"
)
# `Apple bucked the trend with a 17% decline to 5.3 million Macs`, `Dell posted a 4% drop`
_BY_A = re.compile(r"(?:['’]s)? (?!(?:share|sales|revenue|profit)s?\b)[^,;.\d]{2,60} an? (?:[a-z]+ )?$")
_FALL = re.compile(
    r" (?:(?:year[- ]o(?:n|ver)[- ]year|annual|YoY|yearly) )?(?P<verb>growth|increase|rise|gain|jump|surge|leap|decline|drop|fall|slump|slide|plunge|decrease)\b(?! in (?!(?:(?:its|the|their|unit|phone|smartphone|PC|tablet|first|second|third|fourth) )*(?:shipments|volumes?|quarter)\b)[a-z])"
)
# `Apple posted the fastest growth of the big vendors, 19.7%`
_THE_MOST = re.compile(
    rf"(?:, [^,;%\d]{{3,40}},| \([^()]{{1,24}}\))? (?:also |again |even |[a-z]+ly )?(?:{TOOK}|showed) {MOST}(?:up |down )?"
)
_THOSE_OF = re.compile(r"\b(?:those|that|the one) (?:of|at) $")  # whose they are: of what was told before
_LED_TO = re.compile(rf"[^,;\d]{{0,40}}?{TO}")
_VOLUMES = re.compile(
    rf"(?:\b[Ii]ts|\b[Tt]heir|['’]s) (?:own |shipment |sales |unit |local |domestic )?(?P<word>volumes?) (?:also |even )?(?:{_VERB}|rise|grow|jump|climb|increase|surge|soar|fall|drop|decline|shrink|slide|slip|slump|plunge)(?: by)? {_ABOUT}$"
)
_SHARE = re.compile(
    r"(?:\b[Ii]ts|\b[Tt]heir|['’]s) (?:own |local |domestic |global |overall |combined )?(?P<share>share)(?: of the [a-z ]{3,30}| in (?:the )?[A-Z]?[a-z]+| there)? "
    rf"(?:also |even )?(?:was|is|stood|came|reached|hit|widened|narrowed|improved|held|remained|eased|ebbed|dwindled|{_VERB}|{_MOVE})(?: (?:steady|flat|unchanged|(?:by )?(?:[a-z]+|[\d.]+)(?: percentage)? points?))?(?: (?:to|at|in at|from))? {_ABOUT}$"
)
# `Dell improved its share slightly, to 11.8 percent`
_RAISED_SHARE = re.compile(
    r"\b(?:improv|increas|grew|grow|rais|expand|lift|extend|boost|widen|strengthen)\w* (?:its|their) (?:own |local |global |market )?(?P<share>share)(?: of the [a-z ]{3,30})?(?: [a-z]+)?,? to (?:about |around |nearly |over )?$"
)
# `jumped 20 percent, lifting the Chinese company's share to 18 percent`
_LIFTED_SHARE = re.compile(
    r"\b(?:lift|tak|bring|brought|push|send|sent|driv|drove|cut|reduc|drag|trim|rais|boost)\w* (?:its|their|(?:[\w.&’-]+ ){0,3}[\w.&-]+['’]s) (?:own |local |global |market )?(?P<share>share)(?: (?:back|up|down))? to (?:about |around |nearly |over )?$"
)
# `Huawei, whose shipments surged 110 percent, took 17 percent`, which nobody ships
_TOOK = re.compile(
    r"\b(?:took|held|captured|commanded|claimed|grabbed|garnered|seized) (?:about |around |nearly |almost |just |over |another )?$"
)
_ALL_SAID = re.compile(
    r"(?: of (?:the|that) (?:[a-z]+ )?market\b|(?: (?:there|in (?:the|that|this) (?:country|market|quarter|period)))?(?=[.,;]|$))"
)
# `Samsung stayed on top with 12.2 million units`, `Apple, with 7.4 million iPhones`, `came second on 22%`, `Vivo (17.4%) and others`
_WITH = re.compile(
    r",?(?: (?!and\b|but\b|while\b|by (?=[A-Z])|followed (?!(?:with|in (?:second|third|fourth|fifth|sixth))\b))[\w-]+,?){0,6}? (?:with|on|at|had) (?:about |around |nearly |just |over |an? )?"
)
# `was runner-up with a 12.3% share and 7.3 million units`
_AND_UNITS = re.compile(r" (?:market )?share(?: of the market)?,? (?:and|on|with) (?:about |around )?")
_IN_BRACKETS = re.compile(r" \((?:about |around )?")
_ITS_SHARE = re.compile(
    r"(?: (?:units|phones|smartphones|iPhones|handsets|devices|shipments|shipped))*,? and an? (?:market )?(?P<share>share) of "
)
# `ahead of Apple on 54.5 million and 17%`, `Apple had 54.5 million, or 17%`: beside a count without a word of growth
_AND_SHARE = re.compile(
    r"(?: (?:units|phones|smartphones|iPhones|iPads|Macs|PCs|tablets|handsets|devices|machines|shipments))?(?: \([^()]{1,30}\))?(?:,? (?:and|or|for)|,) (?:about |around |nearly |just |over |a )?"
)
# `Xiaomi shipped 7.2 million phones (12.2%)`: nothing else stands in brackets behind a count of what makers shipped
_SHARE_IN_BRACKETS = re.compile(r"(?: (?:units|phones|smartphones|iPhones|handsets|devices|PCs|tablets))? \((?:an? )?")
_STILL = re.compile(
    r"(?: (?:units|phones|smartphones|iPhones|handsets|devices))?, (?:came|was|were|ranked|finished|placed|stood|is|sat|took) (?:[a-z]+ ){0,3}(?:with|on|at) (?:about |around |an? )?"
)
# `led with 58 million phones, 8% more than a year earlier, and a share of 19.7%`
A_SHARE = re.compile(
    r"(?:,|\b(?:with|for|and|at|on|taking|holding|securing|giving it|to|had|has|held|holds|took|commanded|kept|reached)) (?:an? |its )(?:[a-z-]+ )?(?P<share>share) of (?:about |around |nearly |over |just )?$"
)
_KINDS = sought(
    r"\b(?:[Ff]oldables?|[Rr]efurbished|[Pp]re-owned|[Ff]eature phones?|[Gg]aming (?:PCs|laptops)|AI PCs)\b"
)
_LATELY = 260  # characters before a sentence, within which it is said what is counted
_FEWEST = 10_000
_LEAD = 90


def _of_a_kind(scan: Scan, amount: Amount) -> bool:
    """Whether what is told lately is of a kind of devices only: foldables are not all phones."""
    return _KINDS.search(scan.text, max(0, scan.sentence.start - _LATELY), amount.start) is not None


def vendor_moved(scan: Scan, amount: Amount) -> Mention | None:
    """Return the shipments of the maker that a percentage says grew, or that such growth led to."""
    if _of_a_kind(scan, amount):
        return None
    if amount.kind != "percent":
        before = scan.preceding(amount)
        led = before is not None and before.kind == "percent" and _LED_TO.fullmatch(scan.text, before.end, amount.start)
        return vendor_moved(scan, before) if led and before and amount.kind in ("count", "bare") else None
    low = max(scan.sentence.start, scan.amount_before(amount.start), amount.start - _LEAD)
    if any(low <= m.start < amount.start for m in scan.metrics):
        return None
    if volumes := _VOLUMES.search(scan.text, low, amount.start):
        return Mention(*volumes.span("word"), ("shipments",))
    named = [
        e for e in scan.entities if e.end > low and not _THOSE_OF.search(scan.text, max(low, e.start - 12), e.start)
    ]
    if bracketed := next((e for e in named if _is_signed_behind(scan, e, amount)), None):
        return Mention(bracketed.end, amount.start, ("shipments",))
    grew = (
        found
        for e in named
        for form in (_GREW, _WITH_GROWTH, _THE_MOST)
        if (found := form.fullmatch(scan.text, e.end, amount.start))
    )
    by_a = any(_BY_A.fullmatch(scan.text, e.end, amount.start) for e in named)
    fall = _FALL.match(scan.text, amount.end) if by_a else None
    return next((Mention(*_said(found), ("shipments",)) for found in (*grew, *([fall] if fall else []))), None)


def _is_signed_behind(scan: Scan, maker: EntityMention, amount: Amount) -> bool:
    """Whether a percentage with a sign stands alone in brackets behind a maker: `Samsung (-19.7%) and Xiaomi (-6.2%) lost ground`."""
    alone = amount.signed and scan.text.startswith(")", amount.end)
    return alone and _IN_BRACKETS.fullmatch(scan.text, maker.end, amount.start) is not None


def _said(grew: re.Match[str]) -> tuple[int, int]:
    """Return where growth is told, by a verb or by a noun."""
    return grew.span("word" if "word" in grew.re.groupindex else "verb")


def vendor_with(scan: Scan, amount: Amount) -> tuple[str, Mention] | None:
    """Return what a maker is said to stand with: its shipments where they are counted, else its share."""
    if _of_a_kind(scan, amount):
        return None
    metric = "market_share" if amount.kind == "percent" else "shipments"
    low = max(scan.sentence.start, amount.start - _LEAD)
    before = _past_brackets(scan, amount, scan.preceding(amount))
    if volume := volume_put(scan, amount) or share_of_all(scan, amount):
        return metric, volume
    told = (m for m in scan.metrics if low <= m.start < amount.start and m.metrics)
    if any(not _leaves_open(m, before, metric) for m in told):
        return None
    if metric == "shipments" and (amount.kind not in ("count", "bare") or amount.value < _FEWEST):
        return None
    if before is not None and _is_share_in_brackets(scan, before, amount):
        return metric, Mention(amount.start - 1, amount.start, (metric,))
    if before is not None and metric == "market_share" and (vendor_with(scan, before) or _shipped(scan, before)):
        forms = (_ITS_SHARE, _STILL, _AND_SHARE)
        goes_on = any(form.fullmatch(scan.text, before.end, amount.start) for form in forms) and not amount.signed
        return (metric, Mention(amount.start - 1, amount.start, (metric,))) if goes_on else None
    if before is not None and metric == "shipments" and _AND_UNITS.fullmatch(scan.text, before.end, amount.start):
        return metric, Mention(amount.start - 1, amount.start, (metric,))
    near = [e for e in scan.entities if e.end <= amount.start]
    held = near and (
        _WITH.fullmatch(scan.text, near[-1].end, amount.start) or _stands_in_brackets(scan, near[-1], amount)
    )
    return (metric, Mention(near[-1].end, amount.start, (metric,))) if held and near[-1].start >= low else None


def _past_brackets(scan: Scan, amount: Amount, before: Amount | None) -> Amount | None:
    """Return the amount before one, past those in brackets that end before it: `42.4 million devices (0.4% up) for 14.4%`."""
    while before is not None and (within := scan.brackets_around(before.start)) and within.end <= amount.start:
        before = scan.preceding(before)
    return before


def _shipped(scan: Scan, amount: Amount) -> bool:
    """Whether a count stands right behind the word that says that a maker shipped so many."""
    return amount.kind in ("count", "bare") and any(
        m.end + 1 == amount.start and m.metrics[0].endswith("shipments") for m in scan.metrics if m.metrics
    )


def _leaves_open(told: Mention, before: Amount | None, metric: str) -> bool:
    """Whether what a sentence told leaves open that the next maker stands with something else: a share is no count, and a count no share."""
    share = told.metrics[0].endswith("market_share")
    if metric == "shipments":
        return share
    return before is not None and told.start < before.end + 4 and (share or before.kind in ("count", "bare"))


def _stands_in_brackets(scan: Scan, maker: EntityMention, amount: Amount) -> bool:
    """Whether nothing but an amount stands in brackets behind a maker: `Honor (14.2%) and others made up the rest`."""
    opens = _IN_BRACKETS.fullmatch(scan.text, maker.end, amount.start)
    return bool(opens) and not amount.signed and scan.text.startswith((")", " units)"), amount.end)


def _is_share_in_brackets(scan: Scan, before: Amount, amount: Amount) -> bool:
    """Whether a percentage stands alone in brackets behind a count: `Huawei on 10.4 million (15.2%)`."""
    counted = amount.kind == "percent" and before.kind in ("count", "bare") and before.value >= _FEWEST
    alone = scan.text.startswith((")", " share)", " market share)"), amount.end) and not amount.signed
    return counted and alone and _SHARE_IN_BRACKETS.fullmatch(scan.text, before.end, amount.start) is not None


def vendors_share(scan: Scan, amount: Amount) -> Mention | None:
    """Return the market share of `Huawei's share climbed to 15.5%`."""
    low = max(scan.sentence.start, scan.amount_before(amount.start), amount.start - _LEAD)
    moved = (_SHARE, _RAISED_SHARE, _LIFTED_SHARE)
    forms = moved if scan.text.startswith(" of ", amount.end) else (*moved, A_SHARE)
    share = next((found for form in forms if (found := form.search(scan.text, low, amount.start))), None)
    return Mention(*share.span("share"), ("market_share",)) if share else _taken(scan, amount, low)


def _taken(scan: Scan, amount: Amount, low: int) -> Mention | None:
    """Return the market share of `Huawei, whose shipments surged 110 percent, took 17 percent`."""
    took = _TOOK.search(scan.text, low, amount.start)
    named = any(e.end <= amount.start for e in scan.entities)
    alone = took is not None and named and not amount.signed and _ALL_SAID.match(scan.text, amount.end)
    return Mention(*took.span(), ("market_share",)) if took and alone else None
