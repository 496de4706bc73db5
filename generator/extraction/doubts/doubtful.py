"""Why an amount that stands beside a metric states no figure of it, or not the company's."""

from __future__ import annotations

import re
from bisect import bisect_left
from operator import attrgetter

from generator.corpus.beginnings import sought
from generator.extraction.amounts.amount import Amount
from generator.extraction.doubts.authorised_en import ALLOWED, is_allowed
from generator.extraction.doubts.beaten_by_en import is_a_beat
from generator.extraction.doubts.moved import MOVED, is_moved_by
from generator.extraction.doubts.never_so_many_en import never_reached
from generator.extraction.doubts.of_revision import REVISED
from generator.extraction.doubts.reached_early_en import reached_early
from generator.extraction.doubts.single_estimates_en import ONE_OF_MANY, is_one_of_many
from generator.extraction.doubts.taken_out_en import is_taken_out
from generator.extraction.doubts.told_together import SUM
from generator.extraction.expected.revised import REPLACED
from generator.extraction.marks.bases import QUARTER_BEFORE, YEAR_BEFORE
from generator.extraction.marks.scanning import Scan
from generator.extraction.metrics.valued import values_shares
from generator.extraction.whose.bystanders import bystander

OF_A_TABLE = "a table whose columns are not told"
# `sales exceeded RMB400 million within 10 minutes`: of one product's launch, whatever the text reports on
_AT_LAUNCH = re.compile(
    r",? (?:within|in|after) (?:the first |just |only |about |less than )?(?:\d+|an?|one|two|three|five|ten) (?:seconds?|minutes?|hours?)\b(?!-)"
)
# `20,000 deliveries in less than two months since its launch`
_SINCE_LAUNCH = re.compile(
    r"(?: [a-z]+)? (?:within|in) (?:just |only |about |less than |under |the first )*(?:\d+|[a-z]+) (?:hours?|days?|weeks?|months?) (?:since|after|of|from) (?:its|the|their) (?:launch|debut|release|deliveries|start)"
)
# `a $3.1 billion hit to net income`: what something did to a figure is not the figure; `fell to $3.1 billion after write-downs` is
_KIND_OF = r"(?!(?:after|before|on|from|following|despite|amid|with|without|excluding|including|net|due|because|thanks|even)\b)[a-z-]+"
_EFFECT = re.compile(
    rf" (?:in|of) lost (?:profits?|sales|revenues?|earnings|income)\b|(?: of)?(?: {_KIND_OF})? (?:hit|blow|boost|drag|charge|fine|incentive|bonus|deposit|compensation|rebate|penalty|settlement|headwind|tailwind|dividend|investment|loan|bond sale|acquisition|takeover|fund|subsidy programme|impairment|write-?down|writedown|write-off)s?\b| {_KIND_OF} (?:release|reversal|provision|release benefit|write-?downs?|reserves?)\b|\s+(?:impact|benefit|effect) (?:on|to)\b"
    r"|\s+(?:in|of) (?:(?!(?:the|its|their)\b)[a-z&-]+ ){0,4}?(?:investment|interest|rental|dividend|other|subsidy) income\b"
    r"| (?:[a-z-]+ ){0,3}?(?:tax|one-time|one-off|non-cash|pre-?tax) (?:[a-z-]+ ){0,2}?(?:benefit|charge|expense|gain|loss|provision|credit|cost|hit)s?\b"
    r"| (?:related|relating|attributable|linked|tied) to (?:the|a|its) (?:[\w-]+ ){0,3}(?:sale|disposal|divest(?:ment|iture)|merger|acquisition|spin-?off)\b"
    r"|,? (?:from|on|through|by|via|after|with|upon|thanks to|due to|owing to|because of) (?:(?:the|an?|its) )?(?:[\w-]+ ){0,2}(?:(?:sale|disposal|divest(?:ment|iture)|spin-?off) of|selling(?: off)?|divesting|disposing of|offloading|spinning off) (?:[\w'’-]+ ){0,5}?(?:units?|business(?:es)?|divisions?|stakes?|subsidiar(?:y|ies)|arms?|interests?|holdings?|propert(?:y|ies)|buildings?|headquarters|plants?|factor(?:y|ies)|assets?|operations?|shares|brand|company|companies)\b"
    r"|\s+(?:of|in) (?:[a-z]+ ){0,2}(?:expenses|costs|charges|losses|investments?|subsidies|gains) (?:related|relating|linked|from|for|tied|associated|on|of|such as)\b"
    r"|\s+(?:of|in) (?:[a-z-]+ ){0,2}(?:depreciation|amorti[sz]ation|tariffs?|duties|headwinds?|tailwinds?|severance|penalties)\b",
    re.I,
)
# `a €1.2 billion order for trains`, one of many
_AN_ORDER = re.compile(r" (?:[a-z-]+ )?(?:order|contract|deal)\b(?! (?:book|backlog|intake))", re.I)
# `would have reported revenue of $54 billion`: it did not.
_IMPACT = re.compile(
    r"\b(?:impact|effect|hit|cost|headwind|benefit)s? (?:of|from) [^,;]{0,60}\b(?:estimated|expected|seen|put|valued) at (?:about |around |nearly |over )?$"
)
_LEAD = 110  # characters before an amount, within which an impact is named
_UNREAL = sought(
    r"\b(?:hold|held|holding|stay|stayed|staying|remain|remained|remaining|kept|keeping) (?:above|over|below|under) (?:the )?$|\bvalu(?:es|ed|ing) (?:it|the (?:company|group|firm)) at (?:about |around |nearly |over |more than )?$|\b(?:needs?|required|has yet) to (?:deliver|sell|ship|produce|make|earn)\b[^,;]{0,30}$|\b(?:fail(?:ed|s|ing)?|unable|struggl(?:ed|ing)) to (?:top|reach|exceed|hit|surpass|pass|break|cross)\b[^,;]{0,30}$|\b(?:would|could|might|should) have (?:[a-z]+ )?[a-z]+\b[^,;]{0,60}$|\b(?:has|have|had|did|does|do)(?:n['’]t| not| never) (?:yet |ever )?[a-z]+ (?:[a-z]+ ){0,3}$|(?:会是|本应为|原本应为)$|(?:条件|门槛)(?:是|为)[^,;。]{0,16}$",
    re.I,
)
_THE_EXPECTED = re.compile(r"\bthe (?:[a-z]+ )?(?:anticipated|expected|forecast|projected|estimated|predicted) $")
_IF = re.compile(
    r"[\s\"“•-]*If (?:calculated|we|you|one|this|that|these|it|they|the|all|only|combined|added|counted|measured|there)\b"
)
_ONE_OFF = re.compile(r"的?(?:一次性|非现金|减值|重组|关税|税款|税费|罚款|罚金|赔款|滞纳金)")  # 补缴102亿美元税款
_INCLUDING = re.compile(r"(?:包括|包含|涵盖|(?<=\()含)(?:约|近|逾|超过?)?$")  # 营运支出75亿美元,当中包括19亿美元的薪酬
UNREAL = "what would have been, not what was"
_FROM = re.compile(
    r"(?: (?:units|vehicles|cars))?,? (?:up |down )?from (?:(?:a|the|its) (?:(?:earlier|previous|prior|initial|original) )?(?:range |forecast |outlook |guidance |estimate )?(?:of )?)?(?:between )?"
)
# `raised its revenue forecast to $50 billion, up from $40 billion a year earlier`: that came
_OF_BEFORE = re.compile(rf"(?: (?:in|for|during))? (?:{YEAR_BEFORE}|{QUARTER_BEFORE})")
_SUM_EN = re.compile(
    r"(?: shares)? (?:totall?ing|totall?ed|combined|together|worth a total of|amounting to) (?:about |around |nearly |over |more than )?"
)
_SUM = re.compile(r"(?:合计|总计|共计|总共)(?:达|约|为|近|逾|超)*$")
_BACK_TO = r"(?:(?:(?:share|stock) )?(?:buybacks?|repurchases?)|dividends?(?: payments)?)"
# `returned $3.75 billion in share repurchases and cash dividends`
_SUM_BEHIND = re.compile(
    rf"(?: to (?:its )?(?:share|stock)holders)? (?:in|through|via|on|from|by way of|in the form of) (?:[a-z-]+ ){{0,2}}{_BACK_TO} and (?:[a-z-]+ ){{0,2}}{_BACK_TO}\b",
    re.I,
)
_SAME = re.compile(r"[^;]{0,60}, (?:or|equivalent to|equal to) (?:about |around )?$", re.I)
_START = attrgetter("start")
_TABLE = 3  # numbers side by side, from which on they are a table's cells
_MARK = re.compile(r" (?:mark|level|threshold|barrier)\b|(?:整数)?(?:大关|关口)")


def no_level(scan: Scan, amount: Amount) -> str | None:
    """Return why an amount is no level of the metric beside it."""
    before = scan.amount_before(amount.start)
    led_from = _FROM.fullmatch(scan.text, before, amount.start) and not _OF_BEFORE.match(scan.text, amount.end)
    if led_from and REVISED.search(scan.text, scan.sentence.start, before):
        return REPLACED
    same = _told_first(scan, amount)
    if (moved := is_moved_by(scan, amount) or _repeats_a_move(scan, same, amount)) or is_allowed(scan, amount):
        return MOVED if moved else ALLOWED
    if (
        _is_effect(scan, same)
        or is_taken_out(scan, same)
        or is_taken_out(scan, amount)
        or _ONE_OFF.match(scan.text, amount.end)
    ):
        return "what something did to a figure, not the figure"
    if amount.kind == "money" and not amount.scaled and _MARK.match(scan.text, amount.end):
        return "a mark that a price passed, not the price"  # `dropped below the critical HKD 40 mark`
    if (amount.kind == "money" and _AT_LAUNCH.match(scan.text, amount.end)) or _SINCE_LAUNCH.match(
        scan.text, amount.end
    ):
        return "what one launch sold at once"
    floor = max(scan.clause(amount.start)[0], scan.amount_before(amount.start))
    unreal = _UNREAL.search(scan.text[floor : amount.start]) and not values_shares(scan, amount)
    unreal = unreal and not _THE_EXPECTED.search(
        scan.text, floor, amount.start
    )  # `did not meet the anticipated $23 billion`
    if (
        unreal
        or never_reached(scan, amount)
        or reached_early(scan, amount)
        or _IF.match(scan.text, scan.sentence.start)
    ):
        return UNREAL
    if why := bystander(scan, amount, floor):
        return why
    summed = _is_sum(scan, amount, floor) or _SUM_BEHIND.match(scan.text, amount.end)
    if _is_included(scan, amount, floor) or summed:
        return SUM
    return _of_estimates(scan, amount) or (OF_A_TABLE if _in_table(scan, amount) else None)


def _of_estimates(scan: Scan, amount: Amount) -> str | None:
    """Return why an amount beside estimates is neither what came nor what the market expected."""
    if is_one_of_many(scan, amount):
        return ONE_OF_MANY
    return "how far something was above or below what was expected" if is_a_beat(scan, amount) else None


def _is_included(scan: Scan, amount: Amount, floor: int) -> bool:
    """Whether an amount is a part of one told before it; where nothing was counted, 销售网络扩张,包括388间门店 counts all."""
    counted = amount.kind not in ("count", "bare") or any(a.end <= amount.start for a in scan.amounts)
    return counted and bool(_INCLUDING.search(scan.text, floor, amount.start))


def _is_sum(scan: Scan, amount: Amount, floor: int) -> bool:
    """Whether an amount is what several metrics come to together: 股票回购和现金股息合计74亿美元."""
    named = [m for m in scan.metrics if floor <= m.start and m.end <= amount.start]
    if len(named) > 1 and _SUM_EN.fullmatch(scan.text, named[-1].end, amount.start):
        return " and " in scan.text[named[-2].end : named[-1].start]
    if len(named) < 2 or not _SUM.search(scan.text, named[-1].end, amount.start):
        return False
    if all("cash" in m.metrics for m in named):
        return False  # 现金及现金等价物、受限制现金、短期投资及定期存款合计367亿元: what a company calls its cash
    return bool(re.fullmatch(r"[一-鿿]{0,4}[和与及、][一-鿿]{0,4}", scan.text[named[-2].end : named[-1].start]))


def _told_first(scan: Scan, amount: Amount) -> Amount:
    """Return the amount that one repeats in other words, or itself: `took $3.1 billion off net income, equal to 41 cents per share`."""
    before = scan.preceding(amount)
    repeats = before is not None and _SAME.fullmatch(scan.text, before.end, amount.start)
    return before if before is not None and repeats else amount


def _repeats_a_move(scan: Scan, same: Amount, amount: Amount) -> bool:
    """Whether money repeats a move that other money told: `cut net income by $3.1 billion, or 41 cents a share`."""
    return same is not amount and same.kind == amount.kind == "money" and bool(is_moved_by(scan, same))


def _is_effect(scan: Scan, same: Amount) -> bool:
    """Whether an amount, as it was told first, is a hit or a boost to a figure."""
    single = scan.text.endswith((" a ", " an "), 0, same.start) and _AN_ORDER.match(scan.text, same.end)
    told = _IMPACT.search(scan.text, max(scan.sentence.start, same.start - _LEAD), same.start)
    return same.kind == "money" and bool(_EFFECT.match(scan.text, same.end) or single or told)


def _in_table(scan: Scan, amount: Amount) -> bool:
    """Whether an amount is one of several side by side, with nothing but blanks between."""
    if len(scan.amounts) < _TABLE:
        return False
    side, ordered = 1, scan.amounts
    at = bisect_left(ordered, amount.start, key=_START)
    for step in (-1, 1):
        i = at
        while 0 <= i + step < len(ordered) and side < _TABLE:
            low, high = sorted((ordered[i], ordered[i + step]), key=lambda a: a.start)
            if scan.text[low.end : high.start].strip(" |\t"):
                break
            side, i = side + 1, i + step
    return side >= _TABLE
