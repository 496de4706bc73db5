"""Whether an amount happened, is aimed at, or is expected, and by whom."""

from __future__ import annotations

import re

from generator.extraction.amounts import Amount
from generator.extraction.context import Surroundings
from generator.extraction.cues import Cue
from generator.extraction.figure import Basis
from generator.extraction.scanning import Scan
from generator.extraction.unsaid import label_of
from generator.settings.period import Period

_KINDS = ("forecast", "target", "consensus", "actual")
# Those whose expectations are the market's, and the words for what a company itself expects.
_MARKET = re.compile(
    r"\b(?:analysts?|forecasters|economists|wall street|(?:the )?street|sell-side|consensus|lseg|refinitiv|factset|bloomberg|visible alpha|streetaccount|market|investors|polled)\b|分析[师员]|市场|(?<![该家])机构|彭博|华尔街|LSEG|FactSet|Visible Alpha",
    re.I,
)
_OWN = re.compile(
    r"\b(?:guid\w+|outlook|(?:its|their|the company's|previous|prior|earlier|initial|own|management's) (?:\w+ )?(?:forecast|projection|estimate|range)\w*|forecast range)\b|指引|展望",
    re.I,
)
_EXPECTED_AFTER = re.compile(
    r"[\s(]*(?:(?:per share|a share|average|mean|median|in \w+|units|vehicles|loss|profit|yuan|RMB|that|which|the)\s+)*(?P<who>(?:[A-Z][\w.]+ |wall street(?:'s)? |the street |analysts?'? ?)*)(?:(?:had|have|were|was|per)\s+)?(?:the |been )?(?P<what>expect(?:ed|ing|ations?|s)?|estimated?s?|est\b|consensus|forecast\w*|projected|projections?|anticipat\w+|predicted|analysts|bloomberg consensus|pencil\w+)(?!\s*:|\s*(?:of|was|is|at|for)\b)",
    re.I,
)
_OF_ANALYSTS = re.compile(
    r" (?:average |mean |median |consensus )?(?:estimates?|forecasts?|expectations?|projections?) (?:of|from|by) (?:\d+ )?analysts\b"
)
# `vs. $5.70 billion, according to StreetAccount`
_AGAINST = re.compile(r"\b(?:vs\.?|versus|against|compared (?:with|to))\s*$", re.I)
_AS_OF = re.compile(
    r",? (?:according to|per|by|as per) (?:the |data from |a poll of |analysts? |estimates? )*(?:LSEG|Refinitiv|FactSet|StreetAccount|Street Account|Bloomberg|Visible Alpha|S&P|IBES|analysts?|estimates?|consensus)\b",
    re.I,
)
_BESIDE = re.compile(
    r"(?:\b(?:vs\.?|versus|than|against|compared (?:with|to)|below|above|under|over|of|beat\w*|miss\w*|topp\w+|surpass\w*|exceed\w*|outperform\w*|outpac\w*|short of|shy of|ahead of|behind|the|line with)\s*(?:an? |the |about |around |roughly )*)$",
    re.I,
)
_AND = re.compile(
    r"(?:\s+(?:(?:in|per|of|for)\s+)?[\w' -]{1,30}?)?\s+and\s+(?:about |around |an? )?(?:(?!from|down|up|than|compared|versus)[\w-]+ ){0,3}?(?:of )?",
    re.I,
)
# `分析师610亿美元的平均预期`; what joins the next of a list of expectations in Chinese.
_EXPECTED_AFTER_ZH = re.compile(
    r"的?(?:市场|分析师|华尔街|机构|彭博|平均|一致|普遍|此前|综合|的)*(?:预期|预估|预测值?|预计)(?![将在])"
)
# `每股收益0.5美元,预测为0.54美元`: what stands alone beside what came was expected of it.
# `55万辆的指引`, `约20%(high teens)的目标`: the word behind a Chinese amount that says what it is.
_OF_THIS = re.compile(r"[台辆部元人]?(?:\([^()]*\))?(?:的[一-鿿A-Za-z]{1,14}|[一-鿿A-Za-z]{0,10}(?:目标|指引))$")
_EXPECTED_ALONE = re.compile(r"\s*(?:而)?(?:市场|分析师|机构|此前)*(?:预测|预估|预期|预计)(?:值)?(?:为|是|约|:)*")
_AND_ZH = re.compile(r"[辆台部人个]?[及和与、]")
# `forecast $3.66 billion in revenue (+42%), EPS of $1.97`: the next of what is expected.
_LISTED = re.compile(
    r"[^,;.]{0,24}(?:,(?: and)?| and|;|,? on) (?:(?!(?:the|it|they|but|while|was|were|is|are|came|rose|fell|grew|reported|posted|down|up|from|than|versus|compared|above|below|actual)\b)[\w-]+ ){0,5}(?:of|at) (?:about |around |roughly )?",
    re.I,
)
_LED_TO = re.compile(
    r"\s*(?:\([^)]*\)\s*)?,?\s*(?:year[- ]o[nv]e?r?[- ]year )?to\s+(?:about |around |nearly |over |more than )*", re.I
)
_EXPECTED_BESIDE = re.compile(r"\b(?:expectations?|estimates?|consensus)\s*\($", re.I)
# `with expectations for an increase to 28% in Q3`: whoever expects it, it is not beside what came.
_HOPED = re.compile(r"\bwith (?:the )?expectations? (?:of|for)", re.I)
# `will deliver 2 million vehicles`, `is set to deliver`: whoever says so, it lies ahead.
_WILL = re.compile(
    r"(?:\b(?:will|would|shall|could|may|might|(?:is|are) set to|on (?:course|track) to|likely to)|[a-z]['’]ll)\s+(?:not only |also |then |only |now |[a-z]+ly )?[a-z]+(?<!have)\b"
    r"(?![^,;]*\b(?:sold|shipped|made|earned|after|which|that|who)\b)",
    re.I,
)
# `FY2025E`, `2026年(预测)`: a year whose figures are estimates.
_ESTIMATED = re.compile(r"(?:20\d\d|FY ?\d\d|Q[1-4])年?(?:E(?![A-Za-z])|\((?:预测|预计|预估)\))")
_NOT_YET = re.compile(r"\b(?:be|been|have|has|to|will|would|the|its|an?|of|as|in|expect\w*|not) $", re.I)
_UP_FROM = re.compile(
    r"\b(?:up|down) from (?:about |around |the |an? )?$", re.I
)  # what came before, not what was expected
_OWN_VERB = re.compile(
    r"[^;;]{0,80}?\b(?:was|were|is|are|rose|fell|grew|reported|came|reached|increased|decreased|declined|climbed|posted|stood|had|has)\b"
)
_ITS_AMOUNT = 16  # characters between `estimates of` and the amount that was expected
_SUBORDINATE = re.compile(r"\s*(?:as|after|although|despite|because|since|while|whereas|but|even as)\b", re.I)


def is_up_from(scan: Scan, amount: Amount) -> bool:
    """Whether an amount is what another is up or down from, whatever was expected before it."""
    return bool(_UP_FROM.search(scan.text[max(scan.sentence.start, amount.start - 24) : amount.start]))


def is_consensus(around: Surroundings, amount: Amount, stated: bool, last: bool) -> bool:
    """Whether an amount is what the market expected.

    `stated`: the sentence has stated what came; what is expected beside it is the market's, unless it is the company's own
    guidance. `last`: the amount before was the market's; one joined by `and` is so too.
    """
    scan, text = around.scan, around.scan.text
    floor = max(scan.clause(amount.start)[0], scan.amount_before(amount.start))
    lead = text[floor : amount.start]
    if label_of(scan, amount) and (_is_headed(scan, amount) or not _EXPECTED_AFTER.match(text, amount.end)):
        return _is_headed(scan, amount)
    if last and _goes_on_expecting(scan, amount, stated):
        return True
    if _EXPECTED_AFTER_ZH.match(text, amount.end):
        return (
            bool(_MARKET.search(lead[-14:]) or _MARKET.search(text, amount.end, amount.end + 8))
            or "平均" in text[amount.end : amount.end + 6]
        )
    alone = _EXPECTED_ALONE.fullmatch(lead) or _EXPECTED_BESIDE.search(text, scan.sentence.start, amount.start)
    if stated and alone:
        return True
    cues = [c for c in scan.cues_between(floor, amount.start, *_KINDS) if c.kind != "actual"]
    if not text[amount.start - 1 : amount.start].isascii() and _introduced(scan, floor):
        return not cues or cues[-1].kind != "target"
    if cues:
        return _is_markets(scan, cues[-1], floor, lead, stated)
    if _OF_ANALYSTS.match(text, amount.end) or (_AGAINST.search(lead) and _AS_OF.match(text, amount.end)):
        return True
    after = _EXPECTED_AFTER.match(text, amount.end, min(scan.amount_after(amount.end), amount.end + 70))
    if not after or re.search(r"\b(?:is|are) ", after[0]):
        return False
    beside = _BESIDE.search(text, max(scan.sentence.start, amount.start - 30), amount.start)
    return bool(beside or _MARKET.search(after[0])) and bool(stated or _MARKET.search(after[0]))


def _is_markets(scan: Scan, cue: Cue, floor: int, lead: str, stated: bool) -> bool:
    """Whether an expectation before an amount is the market's rather than the company's."""
    if cue.kind == "consensus":
        return not _HOPED.search(scan.text, floor, cue.end) or (stated and bool(_MARKET.search(lead)))
    if cue.kind == "target" or _OWN.search(lead):
        return False
    return bool(_MARKET.search(lead)) or (stated and bool(_BESIDE.search(scan.text[floor : cue.start])))


def _is_headed(scan: Scan, amount: Amount) -> bool:
    """Whether a list of labels is of what the market expected: `Consensus segment estimates: Gaming, $1.41B; Auto, $99M`."""
    header = scan.text.find(":", scan.sentence.start, amount.start)
    return header > 0 and bool(scan.cues_between(scan.sentence.start, header + 1, "consensus"))


def _goes_on_expecting(scan: Scan, amount: Amount, stated: bool) -> bool:
    """Whether an amount is the next of those that the market expected."""
    before = scan.amount_before(amount.start)
    if before <= scan.sentence.start:
        return False
    if amount.range_end or (not stated and _LISTED.fullmatch(scan.text, before, amount.start)):
        return True
    lead = scan.text[max(scan.clause(amount.start)[0], before) : amount.start]
    return bool(_AND.fullmatch(lead) or _AND_ZH.fullmatch(lead))


def _introduced(scan: Scan, floor: int) -> bool:
    """Whether a clause before opens what the market expects: `华尔街普遍预测,营收将达997亿美元`."""
    before = scan.cues_between(scan.sentence.start, floor, "consensus")
    first = bool(before) and before[0].start <= scan.sentence.start + 1 and scan.text[before[0].end] == "的"
    return first or any(scan.text[c.end] in ",:" and scan.text[c.start - 1] not in "于过如及" for c in before)


def basis_of(around: Surroundings, metric: str, amount: Amount, period: Period | None) -> Basis:
    """Return whether an amount happened, is aimed at, or is expected by the company that it is of."""
    entry = around.names.catalogue.metrics[metric]
    if entry.basis != "actual":
        return entry.basis
    scan, text, sentence = around.scan, around.scan.text, around.scan.sentence
    start, end = scan.clause(amount.start)
    chinese = not text[amount.start - 1 : amount.start].isascii()
    floor = start if chinese or _continues(around, amount) else max(start, scan.amount_before(amount.start))
    near = scan.cues_between(floor, amount.start, *_KINDS)
    after = scan.cues_between(amount.end, min(end, scan.amount_after(amount.end)), "forecast", "target")
    past = ("actual", "consensus") if chinese else ("actual",)  # what was expected of another amount of the clause
    marks = [cue for cue in near if cue.kind not in past] or [
        cue
        for cue in after
        if cue.start - amount.end < 24 and (not chinese or _OF_THIS.match(text, amount.end, cue.end))
    ]
    if not chinese and near and _is_told(text, near[-1]):
        marks = []
    aimed = [cue for cue in after if chinese and cue.kind == "target" and _OF_THIS.match(text, amount.end, cue.end)]
    marks = aimed or marks  # 预计本月完成10万台全年交付目标
    if marks:
        return "forecast" if marks[-1].kind == "consensus" else marks[-1].kind  # type: ignore[return-value]
    if _ESTIMATED.search(text, start, amount.start) or (not chinese and _lies_ahead(scan, floor, amount)):
        return "forecast"
    if any(cue.kind == "actual" for cue in near) or _SUBORDINATE.match(text, start):
        return "actual"
    if any(start <= m.start < end and p == period and around.calendar.is_over(p) for m, p in around.resolved):
        return "actual"
    if chinese and entry.period_type == "instant":
        return "actual"
    breaks = max(
        (i for i in scan.separators if i < start and (_parts(text, i, chinese) or _SUBORDINATE.match(text, i))),
        default=sentence.start,
    )
    earlier = [
        c for c in scan.cues_between(sentence.start, floor, *_KINDS) if c.start >= breaks and not _is_spent(around, c)
    ]
    if not earlier and (around.ground.joined or around.ground.listing) and around.ground.expects:
        return "forecast"
    if earlier and not chinese and scan.cues_between(earlier[-1].end, floor, "actual"):
        return "actual"  # `This optimistic outlook follows a quarter in which it recorded EPS of $0.92 on revenue of $6.8 billion`
    if earlier and earlier[-1].kind == "consensus":
        return "forecast"
    return earlier[-1].kind if earlier else "actual"  # type: ignore[return-value]


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
    """Whether an expectation is that of one amount beside it alone: `$0.72 vs. $0.60 expected, on sales of`.

    `raised its estimates of Xiaomi` goes on to all that follows.
    """
    scan, before = around.scan, around.scan.amount_before(cue.start)
    if cue.kind == "consensus":
        of_whom = scan.text[cue.start : cue.end].lower().startswith(("estimates", "forecasts"))
        return not of_whom or scan.amount_after(cue.end) - cue.end < _ITS_AMOUNT
    return before > scan.sentence.start and cue.start - before <= 2 and scan.text[cue.end : cue.end + 1] in ",;)"


def _continues(around: Surroundings, amount: Amount) -> bool:
    """Whether an amount goes on with the one before: the upper end of a range, or joined by `and`."""
    before = around.scan.amount_before(amount.start)
    return (
        amount.range_end
        or bool(_LED_TO.fullmatch(around.scan.text, before, amount.start))
        or bool(_AND.fullmatch(around.scan.text, before, amount.start))
    )
