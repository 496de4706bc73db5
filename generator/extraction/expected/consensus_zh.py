"""Whether a Chinese sentence says before an amount that what follows is what the market expects."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.expected.market import MARKET_ZH
from generator.extraction.expected.only_met_zh import is_only_met
from generator.extraction.figure import Figure
from generator.extraction.marks.cues import Cue
from generator.extraction.marks.names import Names
from generator.extraction.marks.scanning import Scan
from generator.extraction.metrics.quoted import quoted

# What stands before an expectation that a sentence opens with, behind one that only names it, and where it is over.
_OPENS_CLAUSE = re.compile(r"[\s,;:。\x1f]|^")
_SHOWS = re.compile("(?:平均)?(?:值|均值|中值|中位数)?(?:显示|指出?|表明)?[,:]")  # 分析师预期显示,当季收入料为2774亿元
_NO_VERB = re.compile(r"[的为是约达在:,)(]|中[位值]|(?!20\d\d年|\d{1,2}月|[1-4]Q)\d|值|普遍为|平均为")
_WHO = re.compile(
    rf"\s*{MARKET_ZH}(?:现时?|目前|最新|仍|均|都|也|则|亦|大?多|普遍|平均|一致|此前|早前|先前|之前|原[先本]?|综合){{0,3}}[推评]?"
)
# 净利润预计按年增长8.4%, 其中数据中心收入料为…, 每股盈余估为…: whose expectation it is, the sentence before said
_IS_EXPECTED = re.compile(
    "(?:同比|按年)?则?(?:亦|也|同样)?(?:(?:预计|预期|预料|预估|预测|料|估计?)(?![之外内中值算])|有望|可望|有机会|或可?[升跌达增至会将])"
    "|的(?:市场|平均|一致|普遍|共识|综合)*(?:预期|预测|预估|共识)(?:值|中值|均值)?(?:则|亦|也)?(?:为|是|在|达)"
)
_BY_ITSELF = re.compile(
    "公司(?!的?(?:总|整体|全年|当季|期内|单季)*(?:营收|收入|营业|净[利亏]|毛利|经营))|集团|管理层|官方|该[行机]|本行|我们|指引|财测"
)
# 据八家券商预测的综合结果, 综合12位分析师的预测
_BY_SEVERAL = re.compile(
    rf"\s*(?:根据|按照?|据|综合|汇总)[^,;。\d]{{0,6}}(?:多|数|几|\d{{1,3}}|[一二两三四五六七八九十]+)(?:家|位|名)[^,;。]{{0,6}}{MARKET_ZH}[^,;。]{{0,6}}(?:预测|预估|预期|预计|估计|估算)[^,;。]{{0,8}},"
)
_ALL_THINK = re.compile(rf"\s*{MARKET_ZH}(?:普遍|一致|大多|多数|多|均)(?:认为|相信|判断|估计),")
_WILL_BE = re.compile("会|将|料|有望|可能|或")
# 高于1.35美元的普遍预期,营收…: what was expected stands before
_ITS_OWN = re.compile("[辆台部人个名]?的[^,;。\\d]{0,10}")
_ASKED = re.compile("[家位名](?:大型?|主要|知名)?(?:券商|机构|投行|大行|证券|分析|经济学家|银行|研究)")
_MOVED_WITHIN = 80  # characters before an amount
_RECENT = 8  # amounts back, among which are those of the sentence before
# 小米跌1.3%, with nothing before it that grew but the share; 公司将于今晚公布业绩,市场预计…
_MOVED = re.compile(r"(?<![按年月季比额率润量入长增])[收微急大再续倒]?[涨跌升挫降](?:幅|逾|超|约|近|了)?$")
_TO_REPORT = re.compile(r"将[^,。;]{0,12}(?:公布|发布|披露|发表|放榜|揭晓|端出)")
_CAME = re.compile(
    r"实际|结果|公布|最终|然而|不过|但|而该|(?:(?:去年|上年|前一年)同期|一年前)的?(?:数字|数据)?(?:则|仅|只|也|有){0,2}(?:为|是|录得|实现|净?[亏盈赚])"
)
# 市场对英伟达2027财年的营收预期已上修15%,约为2850亿美元
_MOVED_TO = re.compile(
    rf"{MARKET_ZH}对[^,;。]{{1,30}}(?:预[期测估]|共识)(?:值|均值)?(?:已经?|也|则|亦|进一步)*(?:[由从自][^,;。]{{1,16}}?)?"
    r"(?:[上下][调修]|调[高低升降]|提[高升])(?:了?(?:约|近|逾)?[\d.]+%)?,?(?:约?为|达到?|[至到])(?:大?约|近|逾)?$"
)
# 市场预期收入升28.9%,但经调整纯利就急挫38%: no other figure of the same, and no word that it came
_TURN = re.compile(r",(?:但|不过)")
_GOES_ON = re.compile(r"[就则或]|会(?!计)|将(?!近)|料(?!理)")  # no 但净利润1.6亿元, which came
_HELD_AGAINST = re.compile(r"[^;。]{0,40}?(?:[高低优好逊胜]于|逊|胜|超|不及|未达|符合|合乎|不如)[^,;。\d]{0,6}预期")
_THEN = re.compile(
    r"但|不过|实际|结果|公布|最终|最后|然而|录得|实现|公司|集团|[仅只]有?|已|超|胜|[高低优好逊]于|达标|期内|同期|,而"
)


def is_introduced(scan: Scan, floor: int) -> bool:
    """Whether a clause before opens what the market expects: `华尔街普遍预测,营收将达997亿美元`, `综合八家券商预测,收入料为537亿元`."""
    if _BY_SEVERAL.match(scan.text, scan.sentence.start, floor) or _all_think(scan, floor):
        return True
    before = scan.cues_between(scan.sentence.start, floor, "consensus")
    first = bool(before) and before[0].start <= scan.sentence.start + 1 and scan.text[before[0].end] == "的"
    return first or any(_introduces(scan, c) for c in before)


def _all_think(scan: Scan, floor: int) -> bool:
    """Whether a sentence opens with what all that judge a company think, and goes on with what will be: 券商普遍认为,…收入增速会降至5.6%."""
    opens = _ALL_THINK.match(scan.text, scan.sentence.start, floor)
    return opens is not None and _WILL_BE.search(scan.text, opens.end(), scan.amount_after(floor)) is not None


def _introduces(scan: Scan, cue: Cue) -> bool:
    """Whether an expectation governs what stands behind its comma; 高于1.35美元的普遍预期, has its amount before it."""
    if not _SHOWS.match(scan.text, cue.end) or is_only_met(scan.text, cue.start, cue.end):
        return False
    before = scan.amount_before(cue.start)
    return not (before > scan.clause(cue.start)[0] and _ITS_OWN.fullmatch(scan.text, before, cue.start))


def is_governed(scan: Scan, floor: int, at: int) -> bool:
    """Whether a clause before says of whom or what the market expects something: 市场平均预料美团营收为974亿元,按年增4%."""
    if _MOVED_TO.search(scan.text, max(scan.sentence.start, at - _MOVED_WITHIN), at):
        return True
    before = scan.cues_between(scan.sentence.start, floor, "consensus", "forecast")
    said = next((c for c in reversed(before) if _is_said_of_the_market(scan, c)), None)
    if said is None or _NO_VERB.match(scan.text, said.end) or _states_an_amount(scan, said.start):
        return False
    came = _CAME.search(scan.text, said.end, at)
    return came is None or _only_turns(scan, said.end, at)


def _only_turns(scan: Scan, start: int, at: int) -> bool:
    """Whether 但 only leads to another metric that the market expects, of no other company: 市场预期收入升28.9%,但净利就挫38%."""
    turns = _TURN.search(scan.text, start, at)
    if turns is None or _CAME.search(scan.text, start, turns.start()) or _THEN.search(scan.text, turns.end(), at):
        return False
    # 将于周三放榜的美团,市场预期…,但经调整纯利下滑26.7%至99.71亿元: nothing has come yet
    goes_on = _GOES_ON.search(scan.text, turns.end(), at) or _TO_REPORT.search(scan.text, scan.sentence.start, start)
    if not goes_on or _HELD_AGAINST.match(scan.text, at, scan.sentence.end):
        return False
    before = {name for m in scan.metrics if start <= m.start < turns.start() for name in m.metrics}
    behind = {name for m in scan.metrics if turns.end() <= m.start < at for name in m.metrics}
    others = any(turns.end() <= e.start < at for e in scan.entities)
    return bool(before and behind) and before.isdisjoint(behind) and not others


def _is_said_of_the_market(scan: Scan, cue: Cue) -> bool:
    """Whether a clause opens with the market and what it expects: 分析员现时预期."""
    if cue.kind == "consensus":
        return _OPENS_CLAUSE.match(scan.text, cue.start - 1) is not None
    return _WHO.fullmatch(scan.text, scan.clause(cue.start)[0], cue.start) is not None


def _states_an_amount(scan: Scan, at: int) -> bool:
    """Whether a sentence states an amount before an offset that an expectation can stand beside.

    How many were asked is none, 综合十二家券商的预估,市场预计收入1757亿元, nor how the share did: 股价跌1.3%,报115.7元,市场预计….
    """
    told = [a for a in scan.amounts if a.end <= at and not _ASKED.match(scan.text, a.end)]
    return bool(told) and not (
        _TO_REPORT.search(scan.text, told[-1].end, at) or all(_is_of_a_share(scan, a) for a in told)
    )


def _is_of_a_share(scan: Scan, amount: Amount) -> bool:
    """Whether an amount is a price that a market quotes, or how far it moved."""
    moved = amount.kind == "percent" and _MOVED.search(scan.text, scan.clause(amount.start)[0], amount.start)
    return bool(moved) or quoted(scan, amount) is not None


def goes_on_with_the_market(scan: Scan, names: Names) -> bool:
    """Whether the first metric of a Chinese sentence is expected, and nothing before says by whom."""
    if not scan.chinese:
        return False
    low, first = scan.sentence.start, scan.amount_after(scan.sentence.start)
    opening = next((m for m in scan.metrics if m.end <= first and _IS_EXPECTED.match(scan.text, m.end)), None)
    if opening is None or scan.cues_between(low, opening.start, "forecast", "target", "consensus", "actual"):
        return False
    kinds = names.catalogue.companies
    houses = any(e.end <= first and kinds[e.entity].kind != "company" for e in scan.entities)
    return not (houses or _BY_ITSELF.search(scan.text, low, first))


def was_the_markets(found: list[Figure], last: Figure | None) -> bool:
    """Whether all that the sentence before told was expected by the market, and nothing by the company itself.

    What had come before is only set beside it: 市场预计收入1757亿元,增速慢于四季度的11%;净利润预计为597亿元.
    """
    told = [f for f in found[-_RECENT:] if last is not None and f.metric and f.sentence == last.sentence]
    ends = [f.period.end for f in told if f.basis == "consensus" and f.period]
    beside = {(f.metric, f.period) for f in told if f.basis == "consensus" and f.start < told[-1].start}
    theirs = [f for f in told if f.basis != "forecast" or (f.metric, f.period) not in beside or f.start < told[0].end]
    return any(f.basis == "consensus" for f in told) and all(
        f.basis == "consensus" or (f.basis == "actual" and f.period and ends and f.period.end < min(ends))
        for f in theirs
    )


def follows_the_companys(found: list[Figure], last: Figure | None) -> bool:
    """Whether what the market expected only stands beside what the company does, right before it: 公司料收入950亿元;市场估990亿元."""
    if last is None:
        return False
    return any(
        f.basis == "forecast" and (f.metric, f.period) == (last.metric, last.period)
        and 0 <= last.sentence.start - f.sentence.end <= 1
        for f in found[-_RECENT:]
    )  # fmt: skip
