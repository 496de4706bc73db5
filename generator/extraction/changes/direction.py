"""The direction of a change: what says that a percentage or a multiple is one, up or down."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.changes.added import put_on
from generator.extraction.changes.against import in_brackets
from generator.extraction.changes.compared import set_above_or_below
from generator.extraction.changes.each_behind_en import belongs_to_the_last
from generator.extraction.changes.from_another import from_another
from generator.extraction.changes.gapped import gap_of
from generator.extraction.changes.grew_then import grew_then
from generator.extraction.changes.growth_word import FAR, compared_near, growth_before
from generator.extraction.changes.list_behind_zh import told_behind_list
from generator.extraction.changes.more_things import more_things
from generator.extraction.changes.more_zh import more_or_less
from generator.extraction.changes.outlook_moved_zh import as_outlook
from generator.extraction.changes.rate_nouns_zh import as_a_noun
from generator.extraction.changes.rates import as_a_rate
from generator.extraction.changes.superlatives import most_grown
from generator.extraction.changes.superlatives_zh import most_grown_zh
from generator.extraction.changes.than import period_beside
from generator.extraction.marks.cues import Cue
from generator.extraction.marks.reason_words_en import LIFT, SINK
from generator.extraction.marks.scanning import Scan

_AFTER = re.compile(
    r"^[\s-]{0,2}(?:的)?(?:(?:(?!(?:and|or|but|to|of|in|from|for|with|on(?!-year)|by|at|while|vs)\b)(?:(?:year|quarter) o(?:n|ver) (?:year|quarter)|[a-z-]{1,24}|[A-Z][A-Z&]{1,5}|\((?:YoY|QoQ|yoy|qoq)\)|Q[1-4]|YoY|QoQ|YOY|QOQ|[Yy]/[Yy]|[Qq]/[Qq])|同比|环比|年|季)[\s-]?){0,3}?"
    r"(?P<cue>(?<![a-z])(?i:increase|rise|growth|jump|gain|lift|advance|surge|upsurge|upswing|upturn|improvement|expansion|climb|uptick|bump|boost|leap|spike|decline|drop|fall|decrease|slump|plunge|dip|reduction|contraction|slide)|higher|lower|(?:more|less|fewer|better|worse|above|below)(?= (?:than )?(?:(?:it|they) (?:was|were|had been|did|had) )?(?:a year|last year|in the |in (?:[A-Z][a-z]+ (?:of )?)?20\d\d|in the same|the same|the year|the prior))|(?:more|less|fewer)(?= (?i:(?:year|quarter)[- ]o(?:n|ver)[- ](?:year|quarter)|yoy|qoq|y/y|q/q)\b)|(?:above|ahead|better|below|behind|worse|short)(?= (?:of |than )?(?:the )?(?:last year|(?:prior|previous|preceding|same|year-ago|year-earlier) |a year (?:ago|earlier)|3Q|[1-4]Q\d\d|Q[1-4]))|up(?=$|\)| (?:from(?! (?:just |about |around |only )?[\d.]+ ?(?:%|per ?cent|pct))|on|over|year|quarter|yoy|qoq))|down(?=$|\)| (?:from(?! (?:just |about |around |only )?[\d.]+ ?(?:%|per ?cent|pct))|on|over|year|quarter|yoy|qoq))|"
    r"的(?:同比|环比|按年|按季|年|季|年度|季度|大幅|显著|明显|急剧|强劲|快速|高速|稳健|稳定|小幅|轻微|温和|惊人|可观|剧烈|跳跃式|爆发式)*(?:增长|增加|成长|上升|攀升|飙升|扩张|下跌|减少|萎缩|衰退|收缩|[增跌升降涨减]幅|增速|[增减](?![一-鿿])|下滑|下降|提升)|[增跌升降涨减]幅|增长|增速|下滑|下降|提升)"
)
_BASE_BEHIND = re.compile(
    r"的?(?:同比|环比|按年|按季)(?:增长|增幅|升幅|跌幅|降幅|下滑|下降|提升)(?![\d约近超逾至到了])"
)  # 实现23%同比增长
# `Shares Fall Despite a 34% Leap in Annual Profit`: what moved so is said right behind
_MOVE_BEHIND = re.compile(
    r"[ -](?:increase|rise|growth|jump|gain|surge|leap|climb|spike|uptick|improvement|expansion|decline|drop|fall|decrease|slump|plunge|dip|slide|contraction|reduction)\b",
    re.I,
)
_ON_THE = re.compile(r"\b(?:on|over|from|than|against|after|following|versus) (?:the|an?|its) (?:[a-z]+ )?$")
_APART = 12  # characters between a word of growth and a percentage, from which on a nearer one behind it tells
_FALLING = re.compile(
    r"down|below|behind|worse|short|decline|drop|fall|decrease|slump|plunge|dip|reduction|contraction|slide|lower|less|fewer|跌|降|减|下滑|萎缩|衰退|收缩"
)
# 增加20.5亿元或22%: by how much, and how far that is
_OR_SO_FAR = re.compile(r"\s*(?:,?(?:或|即|亦即)|\((?:或|即)?)(?:约|近|逾|增|升|降|减|跌)?\s*")
_LIFTED = re.compile(
    rf"\b(?P<verb>(?P<up>{LIFT}(?:l?ed|s|l?ing)?)|drag(?:ged|s|ging)? down|{SINK}(?:ed|e?s|ing)?) [^,;\d]{{3,60}}?(?P<by> by)? {ABOUT}$"
)
_RIGHT_BEHIND = re.compile(rf" {ABOUT}$")
_LED_TO = re.compile(rf" to {ABOUT}$")
_TO_AMOUNT = re.compile(r" (?:to|at) (?:c\.|~|about |around )?| ?(?:至|到|达)(?:约|近|逾)? ?")  # 营业额+44%至123.94亿元
# 录得71%的营业额增长: what grew stands between
_AFTER_NAME = re.compile(
    r"的?(?:同比|环比|按年|按季|年|季|大幅|显著|强劲|快速)*(?P<cue>增长|成长|增加|上升|提升|增幅|升幅|涨幅|增速|下降|下滑|下跌|减少|衰退|萎缩|跌幅|降幅|减幅)(?![了至到])"
)
_IN_PERCENT = ("margin", "share", "stake", "price")  # `Gross margin +2%` may be of points; a price moves in a day
# `We cut 2026E EPS -3% and raise revenue +2%`: how far estimates are moved
_REVISES = re.compile(
    r"\b(?:cut|rais|lift|trim|lower|revis|nudg|tweak|adjust|upgrad|downgrad|reduc|hik|bump|mov|chang)(?:s|e|es|ed|d|ing|ped|ped|ting|ming|med)?\b"
)
# between an amount and the brackets with its growth: what it counts, and when
_SO_MANY = re.compile(r"(?: (?!(?:and|or|but|while|than|as|to|up|down|after|from)\b)[\w&'’-]+){1,6} \(")
# `131,700 deliveries, +16.9%`
_COUNTED_SO = re.compile(
    r" (?:units|vehicles|cars|deliveries|shipments|registrations|sales|smartphones|phones|orders)(?: (?:sold|delivered|shipped))?, "
)
_CHANGE_OF = re.compile(r"\bchange (?:of|at|is|was|to be)(?: about| around| approximately)? $")


def direction_of(scan: Scan, amount: Amount) -> int:
    """Return 1 for up, -1 for down, 0 where nothing says that the amount is a change: what speaks first decides."""
    if amount.kind == "times" and scan.text[amount.start - 1] == "的":
        return 0  # 是营收增速的三倍
    return next((found for read in _READINGS if (found := read(scan, amount))), 0)


def _moved_before(scan: Scan, amount: Amount) -> int:
    """Return the direction of a change whose word of growth stands before it: `rose 12%`."""
    before = growth_before(scan, amount)
    return 0 if before is None or belongs_to_the_last(scan, before, amount) else _nearer(scan, before, amount)


def _lifted(scan: Scan, amount: Amount) -> int:
    """Return the direction in which something moved a figure by an amount: `That helped lift total revenue by 9%`."""
    if scan.chinese or amount.kind not in ("percent", "points"):
        return 0
    low = max(scan.clause(amount.start)[0], scan.amount_before(amount.start))
    lifted = _LIFTED.search(scan.text, low, amount.start)
    if lifted is None or ((own := growth_before(scan, amount)) and own.start >= lifted.end("verb")):
        return 0
    moved = [m for m in scan.metrics if lifted.end("verb") <= m.start and m.end <= amount.start]
    # `helped lift Tesla's revenue 31%`; no `lifted the gross margin to 31%`
    if not moved or not (lifted["by"] or _RIGHT_BEHIND.match(scan.text[moved[-1].end : amount.start])):
        return 0
    return 1 if lifted["up"] else -1


def _moved_behind(scan: Scan, amount: Amount) -> int:
    """Return the direction of a change whose word of growth stands behind it: `a 12% rise`, 71%的增长."""
    clause_end = scan.clause(amount.start)[1]
    after = _AFTER.match(scan.text[amount.end : min(clause_end, amount.end + 60)])
    if after is None or (after["cue"] in ("higher", "lower") and amount.kind == "times"):
        return 0
    chinese = bool(re.match(r"[一-鿿]", after["cue"]))
    joined = scan.text[amount.end] == "的" or after["cue"][0] == "的"
    if chinese and not joined and not _BASE_BEHIND.match(scan.text, amount.end):
        return 0
    return -1 if _FALLING.search(after["cue"].lower()) else 1


def _named_behind(scan: Scan, amount: Amount) -> int:
    """Return the direction of a Chinese percentage that stands before what moved so: 录得71%的营业额增长."""
    if amount.kind != "percent" or scan.text[amount.end : amount.end + 1] != "的":
        return 0
    named = next((m for m in scan.metrics if m.start == amount.end + 1), None)
    moved = _AFTER_NAME.match(scan.text, named.end) if named else None
    return 0 if moved is None else -1 if _FALLING.search(moved["cue"]) else 1


def _by_its_sign(scan: Scan, amount: Amount) -> int:
    """Return the direction that an amount's sign gives it, where something says that it is a change: `RMB11.3bn, +80.9%`."""
    told = compared_near(scan, amount) or in_brackets(scan, amount) or _trails(scan, amount) or _is_named(scan, amount)
    level = scan.text[amount.start - 1] in "的负"  # 较上季的-25.8%收窄, 较上季负5.9%改善; but 较Q1+4%
    told = told or (amount.signed and scan.chinese and not level and period_beside(scan, amount) is not None)
    told = told or grew_then(scan, amount) is not None or _behind_maker(scan, amount) or _behind_count(scan, amount)
    if amount.signed and (told or amount.kind == "points" or _leads_on(scan, amount) or _is_change_of(scan, amount)):
        return 1 if amount.value >= 0 else -1
    return 0


def _behind_maker(scan: Scan, amount: Amount) -> bool:
    """Whether a percentage stands alone in brackets behind a company, in a sentence that names no metric before: `Samsung (-19.7%) and Xiaomi (-6.2%) lost ground`."""
    if amount.kind != "percent" or not scan.text.startswith(")", amount.end):
        return False
    named = any(scan.text[e.end : amount.start] == " (" for e in scan.entities)
    return named and not any(m.end <= amount.start for m in scan.metrics)


def _behind_count(scan: Scan, amount: Amount) -> bool:
    """Whether a percentage stands alone in brackets behind what an amount counts, or its time: `177,887 battery electric cars (+36.8%)`, `116 billion yuan in the second quarter (+30.5%)`."""
    before = scan.preceding(amount)
    if scan.chinese or amount.kind != "percent" or before is None or before.kind in ("percent", "points", "times"):
        return False
    alone = scan.text.startswith(")", amount.end) and _SO_MANY.fullmatch(scan.text, before.end, amount.start)
    end = amount.start - 2  # of a company, brackets tell how far its share moved
    return bool(alone) and not any(e.end == end for e in scan.entities)


def _shares_verb(scan: Scan, amount: Amount) -> int:
    """Return the direction of an amount before it that shares its verb: `rose 12% and 15%`."""
    gap = gap_of(scan, amount)
    shared = gap.verb if gap else from_another(scan, amount)
    verb = growth_before(scan, shared) if shared else None
    return _nearer(scan, verb, shared) if shared and verb else 0


def _as_so_much(scan: Scan, amount: Amount) -> int:
    """Return the direction of a percentage that says again how far something moved by so much: 增加20.5亿元或22%."""
    before = next((a for a in reversed(scan.amounts) if a.end <= amount.start), None)
    if (
        amount.kind != "percent"
        or before is None
        or before.kind == "percent"
        or not _OR_SO_FAR.fullmatch(scan.text, before.end, amount.start)
    ):
        return 0
    cue = growth_before(scan, before)
    return 0 if cue is None else -1 if cue.kind == "down" else 1


def _nearer(scan: Scan, before: Cue, amount: Amount) -> int:
    """Return the direction that the word of growth before an amount gives it, or one right behind it that is nearer."""
    behind = _MOVE_BEHIND.match(scan.text, amount.end)
    named = _ON_THE.search(scan.text, before.end, amount.start)  # `an improvement on the 3% fall seen in Q4`
    if behind and (named or amount.start - before.end > _APART):
        return -1 if _FALLING.search(behind[0].lower()) else 1
    return -1 if before.kind == "down" else 1


def _trails(scan: Scan, amount: Amount) -> bool:
    """Whether a percentage follows at once on an amount of another kind: `RMB11.3bn, +80.9%`, 收入148.7亿元/+39.3%."""
    before = scan.preceding(amount)
    between = scan.text[before.end : amount.start] if before is not None and before.kind != "percent" else ""
    counted = amount.signed and not scan.chinese and _COUNTED_SO.fullmatch(between) is not None
    return counted or between in (", ", " / ", "; ") or (scan.chinese and between in (",", "/"))


def _is_named(scan: Scan, amount: Amount) -> bool:
    """Whether a percentage with its sign stands right behind the name of a quantity: `Gross profit +12%`, `Cloud -3%`."""
    named = next((m for m in reversed(scan.metrics) if m.end <= amount.start), None)
    if amount.kind != "percent" or named is None or scan.text[named.end : amount.start].strip(" ("):
        return False
    if named.nothing or _REVISES.search(scan.text, scan.sentence.start, amount.start):
        return False
    return not any(name.endswith(_IN_PERCENT) for name in named.metrics)


def _leads_on(scan: Scan, amount: Amount) -> bool:
    """Whether a percentage with its sign led to an amount of another kind: `AIDC rev +10% to RMB34.8bn`."""
    after = scan.following(amount)
    return (
        after is not None and after.kind != "percent" and bool(_TO_AMOUNT.fullmatch(scan.text, amount.end, after.start))
    )


def _is_change_of(scan: Scan, amount: Amount) -> bool:
    """Whether a percentage with its sign is told as a change: `The estimate points to a change of -11.3%`."""
    return bool(_CHANGE_OF.search(scan.text, max(scan.sentence.start, amount.start - FAR), amount.start))


def _as_that_rate(scan: Scan, amount: Amount) -> int:
    """Return the direction of a rate of then that one of now is set beside: `rose 15%, picking up from 13% in the first quarter`."""
    before = scan.preceding(amount) if grew_then(scan, amount) else None
    if before is not None and before.kind != "percent" and _LED_TO.search(scan.text, scan.sentence.start, before.start):
        before = scan.preceding(before)  # `grew 13% to 21.7 billion yuan, slower than the 22% of the second quarter`
    # what fell 5%, `compared with 8% a year ago`, may have fallen then or grown
    return 1 if before is not None and before.kind == "percent" and direction_of(scan, before) > 0 else 0


_READINGS = (
    as_outlook, put_on, _lifted, _moved_before, set_above_or_below, more_or_less, _moved_behind, _named_behind, more_things,
    _by_its_sign, _shares_verb, told_behind_list, _as_so_much, as_a_rate, as_a_noun, _as_that_rate, most_grown, most_grown_zh,
)  # fmt: skip
