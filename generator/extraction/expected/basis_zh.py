"""Whether a Chinese amount came or is expected, where its own clause does not say so: what stands before it does."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.expected.told_since import told_since
from generator.extraction.figure import Basis
from generator.extraction.marks.scanning import Scan

# 他称将践行承诺,全年回购了119亿美元股份: what was done, and is not aimed at
_DONE = re.compile(
    r"[购入付出派产得现成]了(?:约|近|逾|超过?|合共|共)?$"
    r"|已(?:经)?(?:累计|合计|共)?(?:卖出?|售出|销售|交付|出货|实现|达成|完成|录得|投入|回购|达到?|突破|站上|超[过出]?)了?(?:新台币|人民币|约|近|逾|超过?)*$"  # 前十个月已卖出247.7万辆
)
# 根据汇研的估计,小米第三季营收为1084亿元; 按公司8月的指引,三季度营收约为128亿美元
_BY_ESTIMATE = re.compile(
    r"\s*(?:(?:而|另外?|又|再|但|不过|此外|同时|至于|与此同时),?){0,2}"
    r"(?:(?:根据|按照?|依照?|据)[^,;。]{2,16}?的?(?:估计|估算|预测|预估|预计|预期|测算|指引|财测|展望)"
    r"|(?:公司|集团|管理层)?[在于][^,;。]{1,14}?的?(?:指引|财测|展望)[中里]),(?!实际|结果)"
)
# 台积电原预估,第三季美元营收达318至330亿元
_HAD_EXPECTED = re.compile(
    r"[^,;。\d]{0,8}(?:原(?:先|本|来)?|先前|此前|早前|稍早)(?:预估|预期|预计|预测|估计)(?:(?!实际|结算|但|不过)[^;。])*$"
)
# 大摩发表报告预计,腾讯去年第四季营收增长9%: whoever expects says so before the comma, whenever the quarter was
_LEADS_IN = re.compile(
    r"(?:[^,;。\d]{1,10}(?:方面|来看|而言|上),)?(?:[^,;。\d]|\d{1,2}[月日]){1,26}(?:预计|预期|预料|预测|估计|相信|预估|估算|测算|预判)[,:]"
)
# 上调今年的营收预期,因需求好转,股价上涨5%,公司市值约2600亿欧元: what is told behind is why, and what came of it
_MOVED_IT = re.compile(
    r"(?:[上下][调修]|调[高低升降]|提高|降低|下砍|维持|重申|公布|发布)[^,;。]{0,24}(?:预期|预测|预估|估计),"
)
_WHY = re.compile(r",(?:主要)?(?:因|由于|受|带动|推动|刺激|令|使)|,(?:公司)?股价|,(?:公司)?(?:总)?市值")
# 相信今明两年游戏收入会升35%及23%; no 机会, 社会, 董事会; 法人看好全年营收将年增26%, 看今年每股盈余9元
_WILL = re.compile(
    r"(?:(?<![机社大董理协委商都学公晚峰省市展年财法说明])|(?<=[今明]年))会(?:再|继续|持续|按年|按季|同比|环比|进一步|大幅|小幅|分别|各|有|达到?|录得){0,2}(?:[升增跌降涨减]|上升|下[降跌滑]|成长)"
    r"|将(?:再|较|比|小幅|大幅|分别|各){0,2}[年季月](?:增|减|成长|衰退)"
    r"|将(?:同比|按年|环比|按季)(?:再|继续|大幅|小幅|进一步|轻微){0,2}(?:[升增跌降涨减]|上升|提升|下[降跌滑]|成长)"
    r"|看好[^,;。]{0,24}(?:[上挑][看战修]|[年季月](?:增|减|成长)|成长|增长|达|逾|突破|站上)"
)
# 毛利率可能跌至15.1%, 收入增速或放缓至5%; no 减少5亿元或下降3%
_MAY = re.compile(
    r"(?<![不尽无没])可能(?!性|因|与|和|是由)|每股(?:可望?|能|有望|将|料|估)(?:赚|获利)"
    r"|(?<![元%辆台部个点倍股\d抑如])或(?:将|会|能|有望|仍|只|仅|再|进一步|按年|按季|同比|环比|大幅|小幅|轻微){0,3}"
    r"(?:达|升|跌|增(?!值|持|发)|减(?!持|值)|降|放缓|放慢|回升|回落|收窄|扩大|改善|突破|超|逾|高达|低至|维持|下滑|攀升|提升|提速|加快|加速|反弹|恢复|录得|转[盈亏]|亏|为|是|介)"
)
_OF_WHICH = re.compile(r"\((?:其中|当中)")
# 小米想成为一年出货超过2亿部手机的公司; no 理想, 联想, 李想, 没想到, 想必, 主要, 只要
_WISHES = re.compile(
    r"(?:(?<![理联李思构设猜料没感幻梦着预回])想(?![象到必法起来念])|希望(?!小学|工程)|渴望|盼望|期望|志在|立志|有意(?![义思见])|打算|争取|企图|试图|致力于?|旨在|力求|力图|谋求|梦想|誓[要言]|剑指|瞄准|奔着|冲着|奔向|冲向|(?<!王)朝着?|(?<![主需重必将只摘纪首紧简扼不还就若])要(?=在(?:今|明|20\d\d|未来)|守住|保住|力保|坚守|做到|成为|冲[到上击]|把[^,;。]{1,12}(?:做到|提升到|提高到|增加到|扩大到)))"
)
# 小鹏希望,在年底之前实现单月交付3万辆: what it wants to bring about
_WANTS = re.compile(
    r"(?<![负如合孚超于过])(?:希望|期望|渴望|力争|争取|力求|打算|立志)(?:能够?|可以)?,?[^,;。]{0,16}?(?:实现|达到|达成|完成)(?!了)[^,;。\d]{0,14}(?:约|近|逾|超过?)?$"
)
# 打算10月把月产能提高到1.5万台: how far it is to go, and not how far it went
_TO_MAKE = re.compile("[把将][^,;。\\d]{2,24}(?:提[高升]|增加|扩大|压[低缩]|降低|做|推高|扩充|拉升|控制)[到至在]")
_ON = re.compile(
    r"(?:一样|那样|一般|[年月]?内|[年月]底?前|时候?|(?:希望|期望|渴望|打算|力争|争取|力求)),$"
)  # a clause that only leads to the next: 想和苹果一样,一年出货…
# of whom something is expected, and nothing yet of what it will do
_WHOM = re.compile(r"(?:(?![将会能可增升跌降减较为是有保持续])[一-鿿A-Za-z]){2,12}(?:业务|公司|集团|板块|分部|部门)")

# 料吉利在旺季带动下,第三季收入升22%: of whom something is expected, and why
_WHY_IT_WILL = re.compile(
    r"(?:\s|(?:汽车|集团|控股|股份|公司|业务)|\([^()]{1,14}\)){0,3}"
    r"(?:在[^,;。\d]{2,40}下|(?:因|由于|受惠于?|受益于?|得益于?|受累于?|受制于?|受|随着?|凭借?)[^,;。\d]{2,40})"
)

_TO_COME = re.compile("未来|今后|接下来")
# 维持2025年净亏损126亿元预测不变
_KEPT = re.compile("的?(?:预测|预估|预期|估算)值?(?:不变|维持)")
# 股利调高至5.5元可能性高
_LIKELY = re.compile("[辆台部元]?的?(?:可能性|机会|几率|机率)(?:仍|很|较|颇|相当|极|更|偏|非常)*[高大低小]")
# 维持2025/2026年收入1409/1548亿元的预测
_KEEPS = re.compile("(?:维持|重申|保持)[^,;。]{0,40}$")
_ITS_FORECAST = re.compile(r"(?:\s?[/、和及与]\s?[\d.,]+[万亿]*[元辆台]?){0,3}的(?:盈利|业绩)?(?:预测|预估|预期)")


def basis_before(scan: Scan, start: int, amount: Amount, near: bool) -> Basis | None:
    """Return the basis that what stands before a clause gives its amount; `near` says that the clause itself speaks of one."""
    low = scan.sentence.start
    if (
        _KEPT.match(scan.text, amount.end)
        or _LIKELY.match(scan.text, amount.end)
        or (_ITS_FORECAST.match(scan.text, amount.end) and _KEEPS.search(scan.text, start, amount.start))
        or (_BY_ESTIMATE.match(scan.text, low, start) and told_since(scan, amount) < 0)
        or _HAD_EXPECTED.match(scan.text, low, amount.start)
    ):
        return "forecast"
    bracketed = start > low and bool(_OF_WHICH.match(scan.text, start - 1))  # 收入会升35%(其中手游更可升61%)
    whole = scan.clause(start - 2)[0] if bracketed else start
    if _is_expected_to_record(scan, start, amount) or _WILL.search(scan.text, whole, amount.start):
        return "forecast"
    if _MAY.search(scan.text, start, amount.start):
        return "forecast"
    if not near and _opens_expecting(scan, start, amount) and not _DONE.search(scan.text, start, amount.start):
        return "forecast"
    wanted = _WANTS.search(scan.text, max(low, scan.amount_before(amount.start)), amount.start)
    if (wanted and not _DONE.search(scan.text, start, amount.start)) or (not near and _is_wished(scan, start, amount)):
        return "target"
    return "actual" if not near and _DONE.search(scan.text, start, amount.start) else None


def tells_so_far(scan: Scan, start: int, end: int) -> bool:
    """Whether a clause speaks of a span that has no name, and is no time to come: 目标上调至300万辆,1至7月销量164.7万辆."""
    return any(
        m.scope == "span" and start <= m.start < end and not _TO_COME.match(scan.text, m.start) for m in scan.periods
    )


def _opens_expecting(scan: Scan, start: int, amount: Amount) -> bool:
    """Whether the words that a sentence opens with, before a clause, only say that somebody expects what follows."""
    lead = _LEADS_IN.match(scan.text, scan.sentence.start, start)
    if lead is None or scan.cues_between(lead.end(), amount.start, "actual", "prior", "compare", "consensus"):
        return False
    if _MOVED_IT.search(lead[0]) and _WHY.search(scan.text, lead.end() - 1, amount.start):
        return False
    cues = scan.cues_between(scan.sentence.start, lead.end(), "forecast", "consensus", "none")
    return not cues or (cues[-1].end == lead.end() - 1 and cues[-1].kind == "forecast")


def _is_wished(scan: Scan, start: int, amount: Amount) -> bool:
    """Whether a verb of wishing or aiming stands before an amount, in its clause or in one that only leads to it."""
    first = scan.preceding(amount) if amount.range_end else amount  # 希望在海外卖出90万至100万辆
    low = max(start, scan.amount_before(first.start if first else amount.start))
    if start > scan.sentence.start and _ON.search(scan.text, max(scan.sentence.start, start - 6), start):
        low = scan.clause(start - 1)[0]
    wish = _WISHES.search(scan.text, low, amount.start)
    done = wish and (
        (
            scan.cues_between(wish.end(), amount.start, "actual", "up", "down")
            and not _TO_MAKE.search(scan.text, wish.end(), amount.start)
        )
        or _DONE.search(scan.text, low, amount.start)
    )
    return wish is not None and not done


def _is_expected_to_record(scan: Scan, start: int, amount: Amount) -> bool:
    """Whether the clause before only says of whom something is expected: 预料美团的配送业务,在第3季录得200亿元亏损."""
    low = scan.clause(start - 1)[0] if start > scan.sentence.start else start
    cues = scan.cues_between(low, start, "forecast")
    if not cues or scan.amount_before(start) > low:
        return False
    named = next((e.end for e in scan.entities if e.start == cues[-1].end), None)
    if named is not None and _WHY_IT_WILL.fullmatch(scan.text, named, start - 1):
        return True
    return scan.amount_before(amount.start) <= low and bool(_WHOM.fullmatch(scan.text, cues[-1].end, start - 1))
