"""Why an amount that stands beside a metric states no figure of it, or not the company's."""

from __future__ import annotations

import re
from bisect import bisect_left
from operator import attrgetter

from generator.corpus.beginnings import sought
from generator.corpus.months import MONTHS
from generator.extraction.amounts.amount import Amount
from generator.extraction.doubts.aims_raised_en import is_aims_move
from generator.extraction.doubts.authorised_en import ALLOWED, is_allowed
from generator.extraction.doubts.estimates_moved_en import ahead_by, estimate_moved
from generator.extraction.doubts.moved import MOVED, is_moved_by
from generator.extraction.doubts.never_so_many_en import never_reached
from generator.extraction.doubts.reached_early_en import reached_early
from generator.extraction.doubts.taken_out_en import is_taken_out
from generator.extraction.doubts.told_together import SUM
from generator.extraction.expected.revised import MOVES, REPLACED
from generator.extraction.expected.told_since import told_since
from generator.extraction.marks.bases import QUARTER_BEFORE, YEAR_BEFORE
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.metrics.valued import values_shares
from generator.extraction.whose.bystanders import bystander

OF_A_TABLE = "a table whose columns are not told"
_BEAT_BY = sought(
    r"\b(?:beat|beats|beating|miss|misses|missed|missing|topp\w+|exceed\w*)\b[^,;.]{0,40}\bby (?:about |around |almost |nearly |over |more than |\(-?)?(?:[$€£][\d.]+ ?[A-Za-z]* and )?$"
    r"|\b(?:fell|falls?|falling) short of [^,;.\d]{0,40}\bby (?:about |around |just )?$"
    r"|\b(?:below|above|ahead of|short of|shy of) (?:[a-z'’]+ ){0,3}(?:estimates?|expectations?|consensus|forecasts?|projections?) by (?:about |around |roughly )?$",
    re.I,
)
# `$0.17 better than the consensus of $0.92`
_BETTER_BY = re.compile(
    r" (?:(?:per|a) share )?(?:better|worse|higher|lower|more|less|above|below|ahead|short)(?: (?:than|of))? (?:the |its )?(?:[\w&'’-]+ ){0,5}(?:consensus|estimates?|expectations?|forecasts?|guidance)\b",
    re.I,
)
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
    r"|\s+(?:of|in) (?:[a-z]+ ){0,2}(?:expenses|costs|charges|losses|investments?|subsidies|gains) (?:related|relating|linked|from|for|tied|associated|on)\b",
    re.I,
)
# `a €1.2 billion order for trains`, one of many
_AN_ORDER = re.compile(r" (?:[a-z-]+ )?(?:order|contract|deal)\b(?! (?:book|backlog|intake))", re.I)
# `would have reported revenue of $54 billion`: it did not.
_IMPACT = re.compile(
    r"\b(?:impact|effect|hit|cost|headwind|benefit)s? (?:of|from) [^,;]{0,60}\b(?:estimated|expected|seen|put|valued) at (?:about |around |nearly |over )?$"
)
_LEAD = 110  # characters before an amount, within which an impact is named
_SURPRISE = re.compile(r"\bsurprise (?:of|was|came in at) $")  # `a surprise of +6.21% over the consensus estimate`
# `30.5 percent higher than the average estimate`
_THAN_EXPECTED = re.compile(
    r"(?:\s?/\s?[\d.]+ ?%)* (?:higher|lower|more|less|better|worse|greater|above|below|ahead of|short of|shy of)(?: than)? (?:the |an? |its |our |my |their |original |initial |previous |prior |earlier |own |market |average |consensus |mean |median |[A-Z]\w+['’]?s? |analysts?['’]? |(?:bank|broker|brokerage|house|firm|market|street)['’]?s?['’]? (?:and )?)*(?:estimates?|expectations?|consensus|forecasts?|projections?|expected)\b"
)
# `models net profit 6% higher than before`, `2% more than previously thought`
_THAN_THOUGHT = re.compile(
    r" (?:higher|lower|more|less|better|worse|above|below|up|down)(?: than)? (?:before(?=[,.;)]|$| at\b)|(?:it|they) (?:was|were|used to be|had been)(?=[,.;)]|$| before)|(?:previously|earlier|originally|hitherto|it|they|had|he|she|the \w+)(?: (?:had|was|were|has))?(?: (?:previously|been|earlier|so far))? (?:thought|assumed|modell?ed|pencill?ed in|reckoned|believed|feared|hoped))\b"
)
_EARLIER = rf"(?:previous|prior|earlier|old|original|initial|last|former|own|preceding|existing|{MONTHS})"
_OWN_FORECAST = r"(?:[a-z-]+ ){0,2}(?:forecasts?|guidance|outlook|targets?|estimates?|plans?|projections?|expectations?|goals?|budget)"
# `up 34% from the 700 billion yen it had previously expected`, `6 percent more than originally planned`: no change against a time before
_THAN_OWN = re.compile(
    r",? (?:(?:up|down|more|less|higher|lower|above|below|better|worse|fewer)\b ?)?(?:than|from|over|versus|compared (?:with|to))? ?"
    rf"(?:(?:the |its |their |a )?(?:[A-Z]{{0,3}}[$€£¥]?[\d.,]+(?: ?[a-z]+){{0,3}} )?(?:that |which |what )?(?:it|they|he|she|(?:the )?(?:company|group|firm|management|automaker|carmaker|chipmaker))(?: had| has)?(?: previously| originally| initially| earlier| first| last)? (?:forecast|predict|guid|expect|plann|project|target|estimat|flagg|budget|promis|anticipat|aim)[a-z]*\b"
    rf"|(?:(?:its|their|our|my|the company['’]s|an?|the) )?{_EARLIER} {_OWN_FORECAST}\b|(?:previously|originally|initially|earlier|first) (?:forecast|predicted|guided|expected|planned|projected|targeted|estimated)\b)"
)
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
_ENERGY = re.compile(r"\d ?(?:[GMk]Wh|[GM]W|gigawatt|megawatt|tonnes|tons)")
_LED_TO_ENERGY = re.compile(
    rf"(?: [a-z/-]+){{0,3}}?,? to (?:about |around |nearly |over |more than |a record )?[\d,.]*{_ENERGY.pattern}"
)
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
_YEAR_E = r"(?:FY|CY)?(?:20)?\d\d(?:E?(?:[-/–]|E? and )(?:FY|CY)?(?:20)?\d\d)*[EF]\b"  # FY25E, 2025-27E, 25/26E
# `We trim FY26E EPS by 4%`: what a broker moves are its own forecasts
_EXPECTED = r"(?:targets?|goals?|aims?|ambitions?|forecasts?|guidance|estimat(?:es?|ions?)|outlook|projections?)"
# `up 7% from the year before and in line with its lowered target`: what is set beside it was moved, not how far it grew
_BESIDE_AIM = re.compile(
    r"\b(?:in line with|above|below|ahead of|short of|beat(?:s|ing)?|meets?|meeting|met|match(?:es|ed|ing)?|miss(?:es|ed|ing)?|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|topp(?:ed|ing)|reach(?:es|ed|ing)?) (?:just )?(?:its|their|the|his|her|our) (?:[a-z-]+ )?(?:lowered|raised|reduced|revised|trimmed|cut|upgraded|increased|slashed|lifted|downgraded)\b"
)
_REVISED = sought(
    rf"\b(?:rais\w+|upped|upping|ups|nudg\w+|bump\w+|lift\w*|hik\w+|boost\w*|upgrad\w+|cut\w*|lower\w*|reduc\w+|trim\w*|slash\w*|revis\w+|upgrad\w+|downgrad\w+|adjust(?:s|ed|ing|ment)?(?= (?:its|their|the|our|his|her|to|in|up|down)\b)|narrow\w*|tighten\w*)\b[^,;]{{0,60}}\b{_EXPECTED}\b"
    rf"|\bincreas(?:ed|es|ing) [^,;\d]{{0,60}}\b{_EXPECTED}\b"
    rf"|\b{MOVES} (?:(?:our|his|her|their|its|the) )?(?:[\w'’./-]+ ){{0,4}}?{_YEAR_E}[^,;]{{0,40}}\bby\b"
    # not `We raised our R&D expenses by 21.7%`: what a company spends is its own to raise
    rf"|\b{MOVES} our (?![^,;\d]{{0,40}}\b(?:expenses?|spending|expenditures?|costs?|investments?|capex|headcount|workforce|dividends?|prices?|capacity|production|stake|network)\b)(?:[\w'’./&-]+ ){{1,6}}?by\b"
    rf"|\b(?:increase|rise|cut|reduction|decrease|upgrade|downgrade) (?:in|to|of) (?:[\w']+ ){{0,4}}{_EXPECTED}\b"
    rf"|\b{_EXPECTED}(?: (?:for|of|on(?! average)) (?:[^;\d]{{2,40}}?(?:20\d\d[^;\d]{{0,24}}?)?|20\d\d[^;\d]{{0,40}}?))? (?:(?:has|have|had|were|was|are|is|been|now) ){{0,2}}(?:go|goes|going|went|gone|moved?s?|rises?|risen|rose|falls?|fell|fallen|come|came|climb(?:ed|s)?|drop(?:ped|s)?|slip(?:ped|s)?|inched|crept|edged|changed?|nudged|up|down)\b(?! (?:to|for)\b)"
    rf"|\b(?:forecast|estimate|EPS|earnings|target) (?:changes|revisions)\b"
    rf"|\b{_EXPECTED}\b[^,;]{{0,50}}\b(?:raised?|lift(?:ed)?|cut|lower(?:ed)?|reduced?|trim(?:med)?|revised?)\b",
    re.I,
)
# `raised its revenue growth forecast for this year to 35 percent`: that is how far it is to grow
_GROWTH_RAISED_TO = re.compile(
    r"\bgrowth (?:outlook|forecast|guidance|target|estimate|projection)s?\b[^;\d]{0,50}(?:\b20\d\d )?\bto (?:about |around |the midpoint of |between )?(?:[\d.]+ ?%? ?(?:-|to |and ))?$",
    re.I,
)
_PRICE_TIER = re.compile(
    r"\s*(?:(?:元|yuan|RMB|dollars?)\s*)?(?:人民币\s*)?(?:及以上|以上的?(?:价位|市场|机型|手机|产品|价格|高端)|以下|级|档|价位|价格[区带段]|-?(?:price(?! targets?\b| objectives?\b)|segment|tier|range|level)|and above|or above|or more price)",
    re.I,
)
_START = attrgetter("start")
_TABLE = 3  # numbers side by side, from which on they are a table's cells


_SPAN_OF_PRICES = re.compile(r"元?(?:人民币)?的?区间")
# `orders for vehicles priced above RMB 300,000`
_PRICED = re.compile(
    r"\b(?:priced|costing|retail(?:s|ing)|starts?|starting) (?:at|from|above|below|under|over|between|around|for) (?:about |around |just |over |under )?$"
)
_MARK = re.compile(r" (?:mark|level|threshold|barrier)\b|(?:整数)?(?:大关|关口)")
_DEAREST = 1_000_000  # in any currency: no tier of prices lies above; 三四六亿至三五八亿美元区间 is of revenue


def price_tiers(scan: Scan) -> set[int]:
    """Return where amounts start that only name a tier of prices, both ends of a range of them."""
    tiers = set[int]()
    for i, amount in enumerate(scan.amounts):
        if amount.kind == "percent":
            continue  # `in the 59-61% range`
        spanned = amount.value < _DEAREST and _SPAN_OF_PRICES.match(scan.text, amount.end)
        named = (
            amount.kind == "money"
            and not amount.scaled
            and _PRICED.search(scan.text, max(0, amount.start - 30), amount.start)
        )
        tier = _PRICE_TIER.match(scan.text, amount.end)
        large = amount.value >= _DEAREST and not scan.chinese  # `its 10.3 billion to 10.6 billion euro range`
        if spanned or named or (tier and not large):
            tiers.add(amount.start)
            if amount.range_end and i:
                tiers.add(scan.amounts[i - 1].start)
    return tiers


# 出货环比增长43%,此前公司预测的增幅为25%至30%
_RATE_EXPECTED_BEFORE = re.compile(
    "(?:此前|先前|原先|早前|之前|年初|原本)[^,;。\\d]{0,10}(?:预[测计期估]|指引|估计|给出)[^,;。\\d]{0,4}的?(?:增幅|增速|降幅|跌幅|升幅|区间|范围)(?:为|是|在|约|介于|达)*(?:[\\d.]+%?(?:至|到|-|~))?$"
)


def no_level(scan: Scan, amount: Amount) -> str | None:
    """Return why an amount is no level of the metric beside it."""
    before = scan.amount_before(amount.start)
    led_from = _FROM.fullmatch(scan.text, before, amount.start) and not _OF_BEFORE.match(scan.text, amount.end)
    if led_from and _REVISED.search(scan.text, scan.sentence.start, before):
        return REPLACED
    if (moved := is_moved_by(scan, amount)) or is_allowed(scan, amount):
        return MOVED if moved else ALLOWED
    if _is_effect(scan, amount) or is_taken_out(scan, amount) or _ONE_OFF.match(scan.text, amount.end):
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
    lead = scan.text[max(scan.sentence.start, amount.start - 70) : amount.start]
    if _BEAT_BY.search(lead) or (amount.kind == "money" and _BETTER_BY.match(scan.text, amount.end)):
        return "how far something was above or below what was expected"
    return OF_A_TABLE if _in_table(scan, amount) else None


def _is_included(scan: Scan, amount: Amount, floor: int) -> bool:
    """Whether an amount is a part of one told before it; where nothing was counted, 销售网络扩张,包括388间门店 counts all."""
    counted = amount.kind not in ("count", "bare") or any(a.end <= amount.start for a in scan.amounts)
    return counted and bool(_INCLUDING.search(scan.text, floor, amount.start))


def in_another_unit(scan: Scan, amount: Amount, mention: Mention) -> bool:
    """Whether a change is of what was just measured: `battery sales reached 475GWh, rising by 21.8%` tells of no revenue."""
    if _LED_TO_ENERGY.match(scan.text, amount.end):
        return True  # `battery sales rose 15% to 20 GWh`
    measured = _ENERGY.search(scan.text, mention.end, amount.start)
    return measured is not None and not any(
        measured.end() <= a.start < amount.start for a in scan.amounts if a.kind == "money"
    )


def of_revision(scan: Scan, amount: Amount) -> str | None:
    """`reduced its sales target by 16%`: how far a target or forecast moved, not what it is of."""
    if scan.chinese and _RATE_EXPECTED_BEFORE.search(
        scan.text, scan.clause(scan.first_of_range(amount).start)[0], amount.start
    ):
        return "how far a target or forecast was moved"
    start, end = scan.clause(amount.start)
    start = max(start, told_since(scan, amount))
    end = min(end, scan.amount_after(amount.end))
    beside = _BESIDE_AIM.search(scan.text, amount.end, end)
    stretch = scan.text[start : beside.start() if beside else end]
    if _GROWTH_RAISED_TO.search(scan.text, start, amount.start):
        return None
    apart = _SURPRISE.search(scan.text, start, amount.start) or _THAN_EXPECTED.match(scan.text, amount.end)
    if apart or ahead_by(scan, amount):
        return "how far something was above or below what was expected"
    if _THAN_OWN.match(scan.text, amount.end) or _THAN_THOUGHT.match(scan.text, amount.end):
        return "how far a target or forecast was moved"
    moved = _REVISED.search(stretch) or is_aims_move(scan, amount) or estimate_moved(scan, amount)
    return "how far a target or forecast was moved" if moved else None


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


def _is_effect(scan: Scan, amount: Amount) -> bool:
    """Whether an amount is a hit or a boost to a figure, or repeats one: `equivalent to 41 cents per share`."""
    before = scan.preceding(amount)
    repeats = before is not None and _SAME.fullmatch(scan.text, before.end, amount.start)
    same = before if before is not None and repeats else amount
    single = scan.text.endswith((" a ", " an "), 0, same.start) and _AN_ORDER.match(scan.text, same.end)
    told = _IMPACT.search(scan.text, max(scan.sentence.start, amount.start - _LEAD), amount.start)
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
