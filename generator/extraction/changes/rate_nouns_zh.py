"""Growth that Chinese tells as a noun, and where it went: 增速或放缓至5%, 年增将下滑至17%, 跌幅扩大至19%, 云业务增速达34%."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.changes.growth_word import growth_before
from generator.extraction.marks.being_zh import IS
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan

_GREW = r"(?:增速|增幅|升幅|涨幅|年增率?|季增率?|月增率?|(?:增长|成长|上升|增加)(?:率|速度|幅度|动能)?|按年增|按年升)"
_FELL = r"(?:跌幅|降幅|减幅|年减率?|季减率?|(?:下降|下滑|下跌|减少|衰退|萎缩)(?:率|幅度))"
_HOW = (
    r"(?:预[计期估料]|有望|可[望能]|势将|将会?|料|估计?|恐|会|或|已|也|亦|则|却|仍|再|只|更|都|均|进一步|[小大]幅|明显|显著"
    r"|略微?|逐步|轻微|由正转负){0,4}"
)
_FROM = r"(?:[较比从由自](?:去年同期|上年同期|去年|上年|[上前]一?个?财?季度?|第?[一二三四1-4]季度?)?的?(?:约|近)?(?:[\d.]+%)?)?"
_WENT = (
    r"(?:放缓|放慢|减慢|减速|趋缓|回落|回调|下滑|下降|滑落|下探|收窄|缩窄|缩小|收敛|加快|加速|提速|扩大|提升|提高|上升|攀升|改善|回升|反弹"
    r"|恢复|跳升|飙升|冲高|翻[一两]?[倍番]|倍增|[上下][修调]|调[高低]|升|跌|降)了?[至到为]"
)
_ABOUT = r"(?:约|近|接近|逾|超过?|低至|高达|按年|同比|同比增|按年增|年增)*"
# 增速或放缓至, 成长率可望达
_RATE = re.compile(rf"(?:(?P<up>{_GREW})|(?P<down>{_FELL})){_HOW}(?:{_FROM}{_HOW}{_WENT}{_ABOUT}|(?P<is>{IS}))$")
# 第四季料再放缓至10.5%: nothing but a rate slows down
_SLOWED = re.compile(rf"(?:放缓|放慢|减慢|提速)了?[至到]{_ABOUT}$")
# 营收成长至近35%: no 毛利率增长至35%, which is where that went
_GREW_TO = re.compile(rf"(?:增长|成长)[至到]{_ABOUT}$")
_MARGINS = ("率", "占比", "份额", "市占", "比重", "比例")
# 全年营收成长预估由约30%上修至约35%
_OUTLOOK = re.compile(
    r"(?:增长|成长|年增|增幅)率?(?:的)?(?:预[估测期]|展望|目标|指引)值?[^;。]{0,24}?(?:[上下][修调]|调[高低升降]|提[高升]|下降)[至到为](?:约|近|接近)*$"
)
_NAMED = re.compile(
    r"(?:业务|板块|分部|部门|事业群|服务)?(?:的)?(?:收入|营收)?(?:的)?(?:同比|按年|环比|按季|年|季)?(?=[一-鿿])"
)
# 资料中心业务受出口限制拖累,成长放缓到14%: a reason stands between
_FOR_A_REASON = re.compile(
    r"(?:业务|板块|分部|部门|事业群)?(?:则|也|亦|却)?(?:因|受|由于|随|得益|受益|受惠|受累|凭|靠|拜)[^,;。\d]{2,24},其?"
)
_THEN = r"(?:去年同期|上年同期|去年|上年|[上前]一?个?财?季度?|上个?月|(?:20\d\d年)?第?[一二三四1-4]季度?|\d{1,2}月份?|20\d\d年)"
# 增速将由第二季的45%回落至12%
_CAME_FROM = re.compile(
    rf"(?:(?P<up>{_GREW})|(?P<down>{_FELL})){_HOW}(?:远|略|大幅|明显)?(?:[较比从由自]|[高低快慢大小]于|[高低大小]过){_THEN}的(?:约|近)?$"
)
# 收入增长22%,较第二季的30.5%明显回落
_BESIDE = re.compile(rf"(?:[较比]|[高低快慢]于){_THEN}的(?:约|近)?$")
_MOVED_ON = re.compile(
    r"(?:有所|明显|大幅|小幅|进一步|显著|略微?|又|再)*(?:提[高升速]|加[快速]|回[落升]|放[缓慢]|收窄|扩大|下[降滑]|上升|[高低快慢])|[,;。)]|$"
)
# 远低于上年同期的22.4%增幅
_NOUN_BEHIND = re.compile(r"的?(?:同比|环比|按年|按季)?(?:增速|[增升涨跌降减]幅|(?:增长|成长)率)(?![为达至])")
_FALL = re.compile("[跌降减]幅")
# 按年增长11.8%,上季为13.7%
_WAS = re.compile(r"[,;(](?:而|但)?(?:去年同期|上年同期|[上前]一?个?季度?|上个?月)(?:则|仅|只)?(?:为|是)(?:约|近)?")
_SET_BESIDE = re.compile(r"(?:[较比过从由自与和跟同]|[高低快慢大小]于|不及)[^,;。\d]{1,12}$")
_LEAD = 48  # characters before an amount, within which a rate is named


def as_a_noun(scan: Scan, amount: Amount) -> int:
    """Return the direction of a percentage that is told as a rate that went somewhere, 0 where it is none."""
    if amount.kind != "percent" or not scan.chinese:
        return 0
    start = max(scan.clause(amount.start)[0], amount.start - _LEAD)
    rate = _rate_before(scan, amount)
    if rate is not None:
        return 0 if _is_verb(rate) and _is_margins(scan, rate.start()) else -1 if rate["down"] else 1
    return _set_beside(scan, amount, start) or _went_to(scan, amount, start)


def _set_beside(scan: Scan, amount: Amount, start: int) -> int:
    """Return the direction of a rate that another is set beside; `start` is where its words may begin."""
    text = scan.text
    if came := _CAME_FROM.search(text, start, amount.start):
        return -1 if came["down"] else 1
    beside = _BESIDE.search(text, max(start, amount.start - 16), amount.start) and _MOVED_ON.match(text, amount.end)
    if beside or _WAS.fullmatch(text, scan.amount_before(amount.start), amount.start):
        return _moved_before(scan, amount)
    behind = _NOUN_BEHIND.match(text, amount.end)
    if behind and _SET_BESIDE.search(text, max(start, amount.start - 20), amount.start):
        return -1 if _FALL.search(behind[0]) else 1
    return 0


def _went_to(scan: Scan, amount: Amount, start: int) -> int:
    """Return the direction of a rate that is expected to be so much, or slows down to it."""
    if _OUTLOOK.search(scan.text, start, amount.start):
        return 1
    led = _GREW_TO.search(scan.text, start, amount.start)
    if led and any(m.end == led.start() for m in scan.metrics) and not _is_margins(scan, led.start()):
        return 1
    slowed = _SLOWED.search(scan.text, max(start, amount.start - 12), amount.start)
    return abs(_moved_before(scan, amount)) if slowed else 0


def part_whose_rate(scan: Scan, amount: Amount) -> Mention | None:
    """Return the revenue of a part whose rate of growth is told, and no metric: 云业务增速加快至34%."""
    rate = _rate_before(scan, amount) if scan.chinese else None
    if rate is None:
        return None
    for part in reversed(scan.segments):
        if _FOR_A_REASON.fullmatch(scan.text, part.end, rate.start()) and not rate["is"]:
            return Mention(part.start, part.end, ("revenue",), part=part.segment)
        named = _NAMED.match(scan.text, part.end) if part.end <= rate.start() else None
        if (
            named
            and named.end() == rate.start()
            and (named[0] or not _is_verb(rate))  # 非洲增长12%: whatever of it
            and not any(part.start <= m.start < amount.start for m in scan.metrics)
        ):
            return Mention(part.start, part.end, ("revenue",), part=part.segment)
    return None


def _rate_before(scan: Scan, amount: Amount) -> re.Match[str] | None:
    """Return the words that name a rate before an amount, and say where it went or that it is so much."""
    low = max(scan.clause(amount.start)[0], amount.start - _LEAD)
    return _RATE.search(scan.text, low, amount.start)


def _is_verb(rate: re.Match[str]) -> bool:
    """Whether the words that name a rate may as well be verbs: 毛利率则上升至55.8%."""
    return rate["up"] in ("增长", "成长", "上升", "增加")


def _is_margins(scan: Scan, at: int) -> bool:
    """Whether the metric that a clause names before an offset is measured in percent itself."""
    start = scan.clause(at)[0]
    before = [m for m in scan.metrics if start <= m.start and m.end <= at]
    said = before[-1].end if before else at
    return scan.text.endswith(_MARGINS, 0, said)


def _moved_before(scan: Scan, amount: Amount) -> int:
    """Return the direction in which the percentage before an amount says that something moved, 0 where it says so of nothing."""
    before = scan.preceding(amount)
    if before is None or before.kind != "percent":
        return 0
    moved, rate = growth_before(scan, before), _rate_before(scan, before)
    if rate is not None:
        return -1 if rate["down"] else 1
    return 0 if moved is None else -1 if moved.kind == "down" else 1
