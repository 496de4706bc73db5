"""The direction of a change: what says that a percentage or a multiple is one, up or down."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.changes.against import in_brackets
from generator.extraction.changes.gapped import shares_verb_with
from generator.extraction.changes.more_things import more_things
from generator.extraction.changes.more_zh import more_or_less
from generator.extraction.marks.being_zh import IS
from generator.extraction.marks.cues import BASES, Cue
from generator.extraction.marks.scanning import Scan

_TO = re.compile(
    r"(?:\bto\b|\bto a\b|至|到(?!底)|(?<!幅)(?<!长)(?<!度)(?<![速增减高])(?<![增减长幅度][也亦更则已仅均都还])达(?:到)?|为$)",
    re.I,
)
_LABELLED = re.compile(r"(?<!\d):")  # `毛利率改善:2025年22.9%`: what stands before the colon is a heading
_FAR = 34  # characters between the word and the amount, beyond which they have nothing to do with each other
_AFTER = re.compile(
    r"^[\s-]{0,2}(?:的)?(?:(?:(?!(?:and|or|but|to|of|in|from|for|with|on(?!-year)|by|at|while|vs)\b)(?:(?:year|quarter) o(?:n|ver) (?:year|quarter)|[a-z-]{1,24}|\((?:YoY|QoQ|yoy|qoq)\)|Q[1-4]|YoY|QoQ|YOY|QOQ|[Yy]/[Yy]|[Qq]/[Qq])|同比|环比|年|季)[\s-]?){0,3}?"
    r"(?P<cue>(?<![a-z])(?i:increase|rise|growth|jump|gain|lift|advance|surge|improvement|expansion|climb|uptick|bump|boost|leap|spike|decline|drop|fall|decrease|slump|plunge|dip|reduction|contraction|slide)|higher|lower|(?:more|less|fewer|better|worse|above|below)(?= (?:than )?(?:(?:it|they) (?:was|were|had been|did|had) )?(?:a year|last year|in the |in (?:[A-Z][a-z]+ (?:of )?)?20\d\d|in the same|the same|the year|the prior))|(?:above|ahead|better|below|behind|worse|short)(?= (?:of |than )?(?:the )?(?:last year|(?:prior|previous|same|year-ago|year-earlier) |a year (?:ago|earlier)|3Q|[1-4]Q\d\d|Q[1-4]))|up(?= (?:from(?! (?:just |about |around |only )?[\d.]+ ?(?:%|per ?cent|pct))|on|over|year|quarter|yoy|qoq))|down(?= (?:from(?! (?:just |about |around |only )?[\d.]+ ?(?:%|per ?cent|pct))|on|over|year|quarter|yoy|qoq))|"
    r"的(?:同比|环比|按年|按季|年|季|年度|季度|大幅|显著|明显|急剧|强劲|快速|高速|稳健|稳定|小幅|轻微|温和|惊人|可观|剧烈|跳跃式|爆发式)*(?:增长|增加|成长|上升|攀升|飙升|扩张|下跌|减少|萎缩|衰退|收缩|[增跌升降涨减]幅|增速|[增减](?![一-鿿])|下滑|下降|提升)|[增跌升降涨减]幅|增长|增速|下滑|下降|提升)"
)
_BASE_BEHIND = re.compile(
    r"的?(?:同比|环比|按年|按季)(?:增长|增幅|升幅|跌幅|降幅|下滑|下降|提升)(?![\d约近超逾至到了])"
)  # 实现23%同比增长
_EXPECTED_GROWTH = re.compile(r"(?:预期|预估|预测)(?:值)?的约?$")
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
# 收入增速由13%加快至15.4%, 经营利润增长较去年同期小幅改善至19%: what the rate was before, and how far it moved
_THAN_BEFORE = r"[虽则已仍也亦将会]?(?:[较比从由自](?:去年同期|上年同期|去年同季|去年|上年|[上前]一?个?财?季度?|[一二三四]季度?)?的?(?:约?[\d.]+%)?)?(?:进一步|小幅|大幅|明显|显著|略微?|轻微|逐步)?"
_RATE_BEFORE = re.compile(
    rf"(?:(?:增速|增长|增长率|成长率|增幅){_THAN_BEFORE}(?:放缓|减慢|回落|下滑|加快|加速|收窄|扩大|提升|提高|提速|改善|回升|升|降)[至到]"
    r"|(?:同比|环比|按年|按季)(?:增长|增加|上升|提升|增)(?:率|速度)?(?:分别|[约已也亦则更均])*(?:为|是|达到|高达)"
    rf"|(?:(?:增速|增长率|成长率|增幅|涨幅|升幅|年增率)|(?:增长|成长|上升|上涨|提升|增加)幅度){IS}$|growth rate\s*$)|\bgrowth rate (?:to be|will be|is (?:expected|seen|projected) (?:to be|at)|of|at) (?:between |about |around |from )?$",
    re.I,
)
_SO_MANY_TIMES = re.compile(rf"(?:[升增涨]幅|增长率|成长率|增速)(?!$){IS}$")  # 升幅为1.06倍
# 将今年营收成长率由接近30%上修至34%至36%
_RATE_REVISED = re.compile(
    r"(?:增速|增长率|成长率|年增率|增幅|成长幅度|增长幅度)[^;。]{0,30}?(?:上修|上调|下修|下调|调高|调低|调升|调降)[至到为](?:约|近|接近)*$"
)
# 成长率超乎公司自己预期的10%至12%: the growth that was expected
_RATE_BEYOND = re.compile(
    r"(?:增速|增长率|成长率|增幅|年增率)(?:超乎|超[出过]|[高优好低快逊慢]于|不及)[^,;。\d]{0,12}(?:预期|预估|预测)(?:值)?的约?$"
)
# 增加20.5亿元或22%: by how much, and how far that is
_OR_SO_FAR = re.compile(r"\s*(?:,?(?:或|即|亦即)|\((?:或|即)?)(?:约|近|逾|增|升|降|减|跌)?\s*")
_BASE_ALONE = re.compile(r"(?:同比|环比)[约近超逾]?$")  # 收入163亿元,同比29.4%: what has no sign has grown
# `同比降幅为3.6%`
_FALL_BEFORE = re.compile(
    rf"(?:降幅|跌幅|减幅|(?:下降|下滑|下跌|减少|衰退|萎缩|下挫)幅度|(?:同比|环比|按年|按季)(?:下降|下滑|减少|下跌))(?!$){IS}$"
)
# `sales growth slowed to 2.7%` states the growth itself.
_GROWTH_LED_TO = re.compile(
    r"\bgrowth\b.{0,50}\b(?:slow\w*|accelerat\w*|cool\w*|eas\w*|moderat\w*|pick\w* up|improv\w*|quicken\w*|decelerat\w*) to (?:about |around |just |only )?$"
    r"|\bgrowth (?:outlook|forecast|guidance|target|estimate|projection)s?\b.{0,70}\bto (?:about |around )?$",
    re.I,
)
# `Revenue growth for Azure, its cloud business, came in at 48%, above estimates of 47.5%`
_GROWTH_CAME = re.compile(
    r"[\s\"“•-]*(?:[A-Z][\w'’-]* ){0,4}[Gg]rowth (?:rate )?(?:for|at|in|of|sped up|slowed|accelerated|picked up|eased|cooled|improved) [^;\d]{2,110}(?:came in at|coming in at|was|reached|stood at|hit) (?:about |around )?"
    r"(?:[\d.]+ ?(?:%|per ?cent|pct)[^;\d]{0,60}\b(?:estimates?|expectations?|consensus|forecasts?)(?: of| for)? (?:an? )?)?"
)
# `climbed 20.2%, topping the 18.1% analysts had projected`: the growth that was expected
_TOPPING = re.compile(
    r"\b(?:topp(?:ed|ing)|beat(?:ing)?|exceed(?:ed|ing)|surpass(?:ed|ing)|miss(?:ed|ing)|above|below|ahead of|short of|shy of|better than|more than|less than|versus|against|compared (?:with|to)) (?:the |an? )?(?:average |consensus |median )?$"
)
_EXPECTED_BEHIND = re.compile(
    r"(?: (?:growth|increase|rise|gain|jump|decline|drop|fall))?(?: that| which)? (?:(?:analysts|Wall Street|the Street|the market|economists|investors)(?: (?:had |were )?[a-z]+)?|expected|forecast|projected|estimated|anticipated|consensus|estimate|expectation)\b"
)
# `a 28.1% increase and securing a 14.6% market share`
_SHARE_BEHIND = re.compile(r" (?:[a-z]+ )?(?:market )?share\b")
_AND_HOLDS = re.compile(r"\b(?:and|with|for|securing|capturing|holding|taking|commanding)\b")
# `an increase over the top end of the range of 53%`: where it began, not how far it went
_END_OF_RANGE = re.compile(
    r"\b(?:top|high|low|upper|lower|bottom)(?:er)? ends? of (?:the |its |our )?(?:[a-z]+ ){0,2}range of "
)
# `15.3%, up from last year's 12.9%`: what it came from
_FROM_ITS = re.compile(
    r" from (?:last|the (?:previous|prior|same)|a) (?:year|quarter|period)[^,;.\d]{0,24}['’]s (?:about |around |just |record )?"
)
_TO_AMOUNT = re.compile(r" (?:to|at) (?:c\.|~|about |around )?| ?(?:至|到|达)(?:约|近|逾)? ?")  # 营业额+44%至123.94亿元
# 录得71%的营业额增长: what grew stands between
_AFTER_NAME = re.compile(
    r"的?(?:同比|环比|按年|按季|年|季|大幅|显著|强劲|快速)*(?P<cue>增长|成长|增加|上升|提升|增幅|升幅|涨幅|增速|下降|下滑|下跌|减少|衰退|萎缩|跌幅|降幅|减幅)(?![了至到])"
)
_CHANGE_OF = re.compile(r"\bchange (?:of|at|is|was|to be)(?: about| around| approximately)? $")
_MORE_THAN = re.compile(r" (?:more|less) than$")  # `up more than 40%` sets nothing beside


def direction_of(scan: Scan, amount: Amount) -> int:
    """Return 1 for up, -1 for down, 0 where nothing says that the amount is a change."""
    if amount.kind == "times" and scan.text[amount.start - 1] == "的":
        return 0  # 是营收增速的三倍
    if (before := growth_before(scan, amount)) is not None:
        return _nearer(scan, before, amount)
    if more := more_or_less(scan, amount):
        return more
    clause_end = scan.clause(amount.start)[1]
    after = _AFTER.match(scan.text[amount.end : min(clause_end, amount.end + 60)])
    if after and not (after["cue"] in ("higher", "lower") and amount.kind == "times"):
        chinese = bool(re.match(r"[一-鿿]", after["cue"]))
        told_behind = _BASE_BEHIND.match(scan.text, amount.end)
        if not chinese or scan.text[amount.end] == "的" or after["cue"][0] == "的" or told_behind:
            return -1 if _FALLING.search(after["cue"].lower()) else 1
    if amount.kind == "percent" and (named := _moved_behind(scan, amount)):
        return named
    if things := more_things(scan, amount):
        return things
    told = _compared_near(scan, amount) or in_brackets(scan, amount) or _trails(scan, amount)
    if amount.signed and (told or amount.kind == "points" or _leads_on(scan, amount) or _is_change_of(scan, amount)):
        return 1 if amount.value >= 0 else -1
    if (shared := shares_verb_with(scan, amount)) and (verb := growth_before(scan, shared)):
        return _nearer(scan, verb, shared)
    return _as_so_much(scan, amount) or _as_a_rate(scan, amount)


def _moved_behind(scan: Scan, amount: Amount) -> int:
    """Return the direction of a Chinese percentage that stands before what moved so: 录得71%的营业额增长; 0 for any other."""
    if scan.text[amount.end : amount.end + 1] != "的":
        return 0
    named = next((m for m in scan.metrics if m.start == amount.end + 1), None)
    moved = _AFTER_NAME.match(scan.text, named.end) if named else None
    return 0 if moved is None else -1 if _FALLING.search(moved["cue"]) else 1


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


def _as_a_rate(scan: Scan, amount: Amount) -> int:
    """Return the direction of a percentage that is told as a rate of growth, 0 where it is none."""
    lead = scan.text[max(scan.sentence.start, amount.start - 48) : amount.start]
    if amount.kind != "percent":
        fell = amount.kind == "points" and _FALL_BEFORE.search(lead)
        return -1 if fell else 1 if _SO_MANY_TIMES.search(lead) else 0
    if _GROWTH_LED_TO.search(_lead_of(scan, amount)):
        return 1
    if _GROWTH_CAME.fullmatch(scan.text, scan.sentence.start, amount.start):
        return 1
    if _FALL_BEFORE.search(lead):
        return -1
    if _RATE_REVISED.search(scan.text, max(scan.sentence.start, amount.start - 60), amount.start):
        return 1
    if _TOPPING.search(lead) and _EXPECTED_BEHIND.match(scan.text, amount.end):
        before = _grew_before(scan, amount)
        return 0 if before is None else -1 if before.kind == "down" else 1
    expected = _EXPECTED_GROWTH.search(lead) and _follows_growth(scan, amount)
    return 1 if expected or _RATE_BEFORE.search(lead) or _RATE_BEYOND.search(lead) or _BASE_ALONE.search(lead) else 0


def _nearer(scan: Scan, before: Cue, amount: Amount) -> int:
    """Return the direction that the word of growth before an amount gives it, or one right behind it that is nearer."""
    behind = _MOVE_BEHIND.match(scan.text, amount.end)
    named = _ON_THE.search(scan.text, before.end, amount.start)  # `an improvement on the 3% fall seen in Q4`
    if behind and (named or amount.start - before.end > _APART):
        return -1 if _FALLING.search(behind[0].lower()) else 1
    return -1 if before.kind == "down" else 1


def _follows_growth(scan: Scan, amount: Amount) -> bool:
    """Whether the amount before says how far something grew: 同比增长14.9%,超出预期的13.1%."""
    return _grew_before(scan, amount) is not None


def _grew_before(scan: Scan, amount: Amount) -> Cue | None:
    """Return the word of growth of the percentage before an amount."""
    before = scan.preceding(amount)
    return growth_before(scan, before) if before is not None and before.kind == "percent" else None


def _trails(scan: Scan, amount: Amount) -> bool:
    """Whether a percentage follows at once on an amount of another kind: `RMB11.3bn, +80.9%`."""
    before = scan.preceding(amount)
    return (
        before is not None and before.kind != "percent" and scan.text[before.end : amount.start] in (", ", " / ", "; ")
    )


def _leads_on(scan: Scan, amount: Amount) -> bool:
    """Whether a percentage with its sign led to an amount of another kind: `AIDC rev +10% to RMB34.8bn`."""
    after = scan.following(amount)
    return (
        after is not None and after.kind != "percent" and bool(_TO_AMOUNT.fullmatch(scan.text, amount.end, after.start))
    )


def _is_change_of(scan: Scan, amount: Amount) -> bool:
    """Whether a percentage with its sign is told as a change: `The estimate points to a change of -11.3%`."""
    return bool(_CHANGE_OF.search(scan.text, max(scan.sentence.start, amount.start - _FAR), amount.start))


def _lead_of(scan: Scan, amount: Amount) -> str:
    """Return what stands before an amount in its clause."""
    return scan.text[max(scan.clause(amount.start)[0], scan.amount_before(amount.start)) : amount.start]


def growth_before(scan: Scan, amount: Amount) -> Cue | None:
    """Return the last word of growth before the amount, unless the amount is where the growth led to."""
    floor = max(scan.amount_before(amount.start), scan.clause(amount.start)[0])
    cues = scan.cues_between(floor, amount.start, "up", "down")
    if not cues:
        return None
    cue = cues[-1]
    gap = scan.text[cue.end : amount.start]
    if _END_OF_RANGE.search(gap) or (amount.kind == "percent" and _FROM_ITS.fullmatch(gap)):
        return None
    if _SHARE_BEHIND.match(scan.text, amount.end) and _AND_HOLDS.search(gap):
        return None
    if (
        len(gap) - _named_within(scan, cue.end, amount.start) > _FAR
        or _TO.search(scan.text, cue.end, amount.start)
        or scan.text[cue.end - 1] == "至"
        or _LABELLED.search(gap)
    ):
        return None
    between = scan.cues_between(cue.end, amount.start, "share_of", "from", "compare", "none")
    between = [c for c in between if not (_MORE_THAN.search(scan.text, cue.end, c.end) or _is_told_of_it(scan, c))]
    if amount.kind == "percent" and between:
        return None
    said = scan.text[cue.start : cue.end]
    if (
        said in ("扩大", "扩阔", "收窄", "narrowed", "narrowing")
        and amount.kind == "percent"
        and not _compared_near(scan, amount)
    ):
        return None
    return cue


def _named_within(scan: Scan, low: int, high: int) -> int:
    """Return how many characters between two offsets name a metric: `increased research and development expenses by 22%`."""
    return sum(m.end - m.start for m in scan.metrics if low <= m.start and m.end <= high)


def _is_told_of_it(scan: Scan, cue: Cue) -> bool:
    """Whether words only describe the change itself: `slid a less-than-projected 4%`."""
    return cue.kind == "none" and "-than-" in scan.text[cue.start : cue.end]


def _compared_near(scan: Scan, amount: Amount) -> bool:
    start, end = scan.clause(amount.start)
    return any(
        max(start, amount.start - 30) <= c.start < amount.start or amount.end <= c.start < min(end, amount.end + 30)
        for c in scan.cues
        if c.kind in BASES
    )
