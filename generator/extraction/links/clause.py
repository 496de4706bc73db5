"""What the words around an amount say of it before any metric is looked for."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.extraction.amounts.amount import Amount
from generator.extraction.links.glosses import in_gloss
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan

_CONVERSION = re.compile(
    r"(?: (?:in|of) [a-z -]{3,24}(?=\())?(?:\([^()]{0,14}\))?(?:来?计算|区间|左右|水准|之间)?\s*(?:,\s*)?(?:\((?:[^()]{0,3}下?同,|[^()\d]{0,8}注:? ?(?:现汇率|按[^()\d]{0,8}汇率|当前汇率)?)?|约合|折合|合|相当于|or |equivalent to|equal to|约折合)\s*(?:(?:约合|约为|约|折合|合|about|around|roughly|approximately|nearly|some|or)\s*)?(?:人民币\s*)?",
    re.I,
)
# `10.06 billion yuan for the first three months of the year, equivalent to $1.40 billion`
_EQUIVALENT = re.compile(r"[^.;$€£¥]{0,70}, (?:equivalent|equal) to (?:about |around |nearly )?")
_DECLARED = re.compile(r"\([^()]{2,6}[,、.]?[下以]?下?同\)\((?:约|折合|约合)?")
_AND_AGAIN = re.compile(r"\s*[,/;]\s*(?:or )?")
_GOES_ON = re.compile(
    r"(?:实际|最终|结果|现|如今|目前|最新|上调|下调|上修|下修|调高|调低|调整|修正|改|更|已|并|也|仅|则|达|到|为|至|是|约|近|超|逾|录得?|报|高达|升至|增至|\s)*"
)
# Words of a clause that go with any figure; a clause with more Chinese characters beside them has a subject of its own.
_FILLER = re.compile(
    r"其中|当中|以?美[元金](?:来?计[价算])?|并|且|也|亦|又|再|更|则|已|仍|均|约|近|超|逾|过|达|到|为|至|是|录|得|报|共|合计|累计|总计|高|仅|有|实现|取得|获得|创下?|来到|站[上稳]|[登攀冲踏]上|写下|改写|缔造|[跨飞]越|大关|关[卡口]|门槛|整数|里程碑|新猷|首度|再度|正式|一举|新高|历史|首次|突破|较|比|的|在|于|以|了|与|和|及|、|而|但"
    r"|人民币|港币|美元|不含|包括|此前|远|略|大幅|显著|进一步|由|从|自|市场|分析师|公司|集团|(?<!成)本|该|期内|单季|总|额|值|分别|成功|持续|稳居|刷新|纪录|记录|出现|呈|幅度|水平|左右|以上|不低|不少|少于|最多|最少|后|前|每|[部台辆股件个]|即|就|还|所|被|将|会|可|能|[^一-鿿]"
)
# `exceeded 40,000 units for the first time, reaching 40,169`
_GOES_ON_EN = re.compile(
    r"\s*(?:and )?(?:reaching|hitting|totall?ing|coming to|landing at|standing at|(?:with|in) an? (?:expected )?range of)\s+(?:[a-z]+ ){0,2}$"
)
_MEASURE = re.compile(
    r"(?:其中|当中|而|但|且|平均)?(?P<name>(?!总|金额|数额|数量|规模|整体|合计|增|降|涨|跌|其|该|金|比)[一-鿿]{1,6}?(?:量|数|额|价|价格|时长|人次|频次|成本|费用))(?:则|也|亦|更|还)?(?:同比|环比|按年|按季|较去年|大幅|小幅|略微?|微)?(?:增长?|增加|上升|上涨|提升|下降|下滑|下跌|减少|升|涨|跌|降|减)"
)
# 采购金额为28.9亿元, 配送费用达8.9亿元: what was bought, or paid for
_COST = re.compile(
    r"(?P<name>(?!总|合计|整体|该|其|此)[一-鿿]{1,6}?(?<!营业|销售|研发|经营|成交|交易|签约|订单|合同)(?:金额|费用|成本|开支|支出|租金|价款|货款|税费|补贴|罚款|赔偿))(?:则|也|亦|均|更|还|已|合计|共计?|总计|累计)?(?:约?为|高?达到?|是|超过?|逾|近|约|升至|增至|降至)?\s*$"
)
_LABEL = re.compile(r"\s*(?!(?:GAAP|IFRS|RMB|CNY|USD|HKD|AI|TTM)\b)[A-Z][A-Z&/]{1,24}[A-Za-z]{0,24}(?=\s*[一-鿿])")
_INCLUDED = re.compile(r",? (?:including|excluding|such as) [^,;\d]{0,40}$")
_LATIN = re.compile("[A-Z][A-Za-z]{2,}[一-鿿]{0,3}$")
_RANKED_BY = re.compile(
    r"\b(?:largest|biggest|top|leading|No\. ?\d+|number (?:one|two|three)|most valuable)\b[^,;:.]{0,44} (?:by|in terms of) (?:annual |total |global )?$",
    re.I,
)
_RANK = 80  # characters before a metric, within which somebody is said to be the largest by it
SPEAKS_OF_ELSE = "its clause speaks of something that no metric names"
_FAR = 32  # characters between an amount and what repeats it
_UNKNOWN = 3


def is_conversion(scan: Scan, amount: Amount) -> bool:
    """Whether an amount only repeats the one before it in another currency."""
    if amount.range_end:
        first = next(a for a in reversed(scan.amounts) if a.end <= amount.start)
        if scan.text.startswith(")", first.end):
            return False  # `between RMB26.5 billion (US$3.7 billion) and RMB29.2 billion`
        return is_conversion(scan, replace(first, kind="money", currency=amount.currency, range_end=False))
    before = [
        a for a in scan.amounts
        if a.end <= amount.start and (a.kind == "money" or (a.kind == "bare" and a.scaled and a.end + 2 == amount.start))
    ]  # fmt: skip
    if not before or amount.kind != "money":
        return False
    gap = scan.text[before[-1].end : amount.start]
    if _DECLARED.fullmatch(gap):
        return True  # 15.95亿元(人民币,下同)(约19.4亿元)
    if before[-1].currency == amount.currency:
        return False
    if _AND_AGAIN.fullmatch(gap) and before[-1].start > 0 and is_conversion(scan, before[-1]):
        return True  # `92.5 billion yuan ($12.8bn, £10bn)`
    return bool(_EQUIVALENT.fullmatch(gap)) or (len(gap) < _FAR and bool(_CONVERSION.fullmatch(gap)))


def is_aside(scan: Scan, mention: Mention, amount: Amount) -> bool:
    """Whether a mention stands in brackets, or between dashes, that the amount is outside of: 三项费用(研发、销售)合计."""
    inside = any(
        b.start < mention.start and mention.end < b.end and not b.start < amount.start < b.end for b in scan.brackets
    )
    if scan.text[mention.start].isascii():
        if _among_others(scan, mention, amount) or _ranks(scan, mention):
            return True
        before = any(m.end <= mention.start for m in scan.metrics)
        inside = (before and inside) or in_gloss(scan, mention, amount)
    return inside


def _among_others(scan: Scan, mention: Mention, amount: Amount) -> bool:
    """Whether a mention only says what another thing includes: `Value-added services, including gaming revenue, fell 0.9%`."""
    included = _INCLUDED.search(scan.text, scan.clause(mention.start)[0] - 1, mention.start)
    return included is not None and scan.text.startswith(",", mention.end) and amount.start > mention.end


def _ranks(scan: Scan, mention: Mention) -> bool:
    """Whether a mention only says by what somebody is the largest: `the world's largest gaming firm by revenue booked a profit`."""
    low = max(scan.sentence.start, mention.start - _RANK)
    return not scan.text.endswith("ing", mention.start, mention.end) and bool(
        _RANKED_BY.search(scan.text, low, mention.start)
    )


def goes_on(scan: Scan, start: int, amount: Amount) -> bool:
    """Whether a clause only goes on with the figure before it: 首次突破百亿,达到107亿元."""
    forms = (_GOES_ON, _GOES_ON_EN)
    return any(form.fullmatch(scan.text, start, amount.start) for form in forms)


def has_own_subject(scan: Scan, start: int, amount: Amount) -> bool:
    """Whether a Chinese clause without a metric speaks of something else: 关税影响超过4亿美元."""
    return len(unknown_words(scan, start, amount)) > _UNKNOWN


def names_a_cost(scan: Scan, start: int, amount: Amount) -> bool:
    """Whether a Chinese clause says right before an amount what was paid for, and no metric is that."""
    said = _COST.search(scan.text, max(start, amount.start - 24), amount.start)
    return said is not None and not any(m.start < said.end("name") and m.end > said.start("name") for m in scan.metrics)


def has_own_measure(scan: Scan, start: int, amount: Amount) -> bool:
    """Whether a Chinese clause says right before how it moved what it measures, and no metric is that: 展示量增14%, 客单价下降8%."""
    said = _MEASURE.match(scan.text, start, amount.start)
    return said is not None and not scan.is_marked(*said.span("name"), scan.metrics)


def is_nameless(scan: Scan, amount: Amount) -> bool:
    """Whether a Chinese clause gives money a name that the catalogue does not know, in whatever script: 经过整EBITX为105亿元."""
    start = max(scan.clause(amount.start)[0], scan.amount_before(amount.start))
    named = _LATIN.search(scan.text, start, amount.start)
    return amount.kind == "money" and (named is not None or has_own_subject(scan, start, amount))


def unknown_words(scan: Scan, start: int, amount: Amount) -> str:
    """Return what a Chinese clause says before an amount beside marks and words that go with any figure."""
    said = scan.text[start : amount.start]
    if not said or said.isascii():
        return ""
    spans = [
        (m.start, m.end)
        for marks in (scan.cues, scan.periods, scan.entities, scan.segments, scan.amounts)
        for m in marks
    ]
    for low, high in spans:
        if start <= low and high <= amount.start:
            said = said[: low - start] + " " * (high - low) + said[high - start :]
    return _FILLER.sub("", said)


def has_own_label(scan: Scan, start: int, amount: Amount) -> bool:
    """Whether a Chinese clause opens with an abbreviation that the catalogue does not know: OI&E预计25万美元."""
    label = _LABEL.match(scan.text, start, amount.start)
    return label is not None and not scan.is_marked(label.start(), label.end(), scan.metrics, scan.cues)
