"""Models of a maker that the catalogue does not know: what is counted of one is not the maker's, unless the text says that it is."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.doubts.unknown import ALL
from generator.extraction.marks.mention import EntityMention, Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.tallies import OF_CARS

# Names of models: L6, G9, Mate 60, i8; no quarters, halves and kinds of shares, and no month behind a name: Meta8月
_MODEL_NAME = r"(?!Q[1-4](?!\d)|H[12](?!\d)|FY|[12]H)(?:[A-Z][A-Za-z]{0,6}[ -]?\d[A-Za-z\d]*(?![A-Za-z\d年月日季])|i\d(?![A-Za-z\d])|Model [A-Z](?![a-z])|ONE(?![A-Za-z])|MEGA|MONA)"
# 小米11系列, 小米14 Ultra: a number behind a company
_NUMBERED = re.compile(
    r"\s?\d{1,2}\s?(?:(?:Pro|Ultra|Max|Plus|Air|[STXC])\s?)*(?:系列|(?<=[A-Za-z\s])(?=上市|首销|开售|发售|发布|销量|出货)|(?=上市|首销|开售|发售))"
)
_MODEL_AFTER = re.compile(rf"(?:旗下|的|公布|表示|旗下的)?[\s\"“「]?{_MODEL_NAME}")
_MODEL_FIRST = re.compile(
    rf"(?!因|由于|受)[一-鿿]{{0,4}}{_MODEL_NAME}"
)  # a reason speaks of none: 因H20提列45亿美元费用,毛利率…
_MODEL_BEFORE = re.compile(rf"(?<![A-Za-z\d]){_MODEL_NAME}(?:车型|系列)?的?(?:单?[月周日年])?$")  # L90的月产能
_BEFORE = 16  # characters of a model's name and what stands behind it
_CARRIED = re.compile(r"\s?(?:系列)?(?:芯片|晶片|处理器|芯片组)")  # 搭载M5晶片的iPad Pro
_OF_MODEL = re.compile(rf"[辆台部架](?:的)?{_MODEL_NAME}")  # 包括6,044辆P7
_HAS_RATE = re.compile(rf"多?的(?:全新|新款?|新一代)?{_MODEL_NAME}")  # 毛利率超20%的全新ES8
# 四季度共交付7980辆ES8: all that a maker delivered were of that model
_DELIVERED_ALL = re.compile("(?:共|共计|总共|合计|总计|累计共)(?:交付|销售|卖出|售出)了?(?:约|近|逾|超)?$")
_PART = re.compile("其中|当中|包括|包含")
# 小鹏P7交付8045辆,P5交付5598辆,共计交付15295辆
_IN_ALL = re.compile("共计?|总计|合计|总共|总")
# ES8、ES6和EC6的交付量: three models or more, and no part of anything, are what a maker has
_SEVERAL = re.compile(
    rf"\s*(?:{_MODEL_NAME}[、,和及与]\s?){{2,8}}{_MODEL_NAME}(?:车型|[三四五六七八]款车型?)?(?:的|合计|共|总)*$"
)
# 理想汽车紧随其后,理想ONE交付7649辆; 理想汽车排在第三位,…
_RANKED = re.compile(
    "(?:汽车|公司)?(?:则|也|又|再次|依旧|仍)?(?:紧[随追跟]其后|(?:排名?|排在|位[列居]|名列|列|居|稳居|升至|跌至)?第[一二三四五六七八九十\\d]+[名位]?|次之|居首|夺冠|登顶|领跑|排名榜首|位居榜首)[^,;。\\d]{0,10},"
)
# 新车L90的订单与预期一致,目标是到9月底累计交付1.5万辆: of that model, where nothing says that all are meant
_ITS_ORDERS = re.compile(
    rf"(?<![A-Za-z\d]){_MODEL_NAME}(?:车型|系列)?的?(?:订单|预[售订]|大定|小订|销情|反应|需求|产能|上市后|大受|热[销卖]|广受|备受)[^,;。\d]{{0,14}},"
    r"(?:公司|集团)?(?:则|并|而|仍)?(?:目标|计划|预[计期]|料|争取|力争|希望|有望)(?![^,;。]{0,20}(?:全年|今年|年度|整体|全系|总|品牌))[^,;。]{0,20}$"
)
# 小米17系列首月销量增长约30%,高端机型占比超过八成: of that series
_SERIES = re.compile(r"(?<!\d)\d{1,2} ?(?:Pro|Ultra|Max|Plus)?系列")
_FEW = 2  # counts before a sum of them


def is_unknown_model(scan: Scan, mention: Mention, amount: Amount) -> bool:
    """Whether a Chinese sentence speaks of a maker's model, not of the maker: 理想L6自发布以来,单月交付超过2.5万辆."""
    at, text = min(mention.start, amount.start), scan.text
    if text[mention.start].isascii():
        return False
    of_cars = any(name in OF_CARS for name in mention.metrics)
    if of_cars and _ITS_ORDERS.search(text, scan.sentence.start, amount.start):
        return True
    if amount.kind == "percent" and _HAS_RATE.match(text, amount.end):
        return True
    if mention.metrics[0] == "premium_smartphone_share" and _SERIES.search(text, scan.sentence.start, at):
        return True
    before = [e for e in scan.entities if e.end <= at]
    if mention.part is None and _OF_MODEL.match(text, amount.end):
        return not _are_all(scan, amount)
    if before and amount.kind == "count" and _NUMBERED.match(text, before[-1].end, at):
        return before[-1].end >= scan.clause(at)[0]
    starts = (scan.clause(at)[0], scan.sentence.start)
    models = [_MODEL_AFTER.match(text, before[-1].end, at)] if before else []
    brands = [m for m in scan.segments if m.end <= at]  # 乐道L90在初期就实现了15-20%的毛利率
    models += [_MODEL_AFTER.match(text, brands[-1].end, at)] if brands else []
    models += [_MODEL_BEFORE.search(text, max(scan.sentence.start, mention.start - _BEFORE), mention.start)]
    models += [_MODEL_FIRST.match(text, start, at) for start in starts]
    model = next((m for m in models if m), None)
    if model and any(model.end() <= e.start < at for e in scan.entities):
        return False  # 平价车款MONA占比提高,令小鹏每辆车的平均售价降至16万元
    if model is None or _CARRIED.match(text, model.end()) or ALL.search(text, model.end(), amount.start):
        return False
    if _is_sum(scan, amount) or _several(scan, mention, before) or _is_ranked(scan, model):
        return False
    known = [(m.start, m.end) for m in scan.segments] + [(p.start, p.end) for p in scan.periods]
    return not any(start < model.end() and model.start() < end for start, end in known)


def _are_all(scan: Scan, amount: Amount) -> bool:
    """Whether the cars of a model are said to be all that were delivered: 共交付7980辆ES8."""
    low = scan.clause(amount.start)[0]
    delivered = _DELIVERED_ALL.search(scan.text, low, amount.start)
    return bool(delivered) and not _PART.search(scan.text, scan.sentence.start, amount.start)


def _is_sum(scan: Scan, amount: Amount) -> bool:
    """Whether an amount is told as the sum of the ones before it."""
    counts = [a for a in scan.amounts if a.start <= amount.start and a.kind == "count"]
    return len(counts) > _FEW and bool(_IN_ALL.search(scan.text, counts[-2].end, counts[-1].start))


def _several(scan: Scan, mention: Mention, before: list[EntityMention]) -> bool:
    """Whether a sentence opens with all the models of a maker: 2020年10月,ES8、ES6和EC6的交付量为5055辆."""
    low = max([scan.clause(mention.start)[0], *(e.end for e in before)])
    low = max([low, *(p.end for p in scan.periods if p.end <= mention.start)])
    part = _PART.search(scan.text, scan.sentence.start, mention.start)
    # the pauses of the list end no clause
    return part is None and bool(_SEVERAL.match(scan.text[low : mention.start]))


def is_all_it_sells(scan: Scan, mention: Mention) -> bool:
    """Whether a model stands right before a metric that is its maker's, whose rank was told: 理想汽车紧随其后,理想ONE交付量为7649辆."""
    start = scan.clause(mention.start)[0]
    model = _MODEL_FIRST.match(scan.text, start, mention.start)
    return model is not None and _is_ranked(scan, model)


def _is_ranked(scan: Scan, model: re.Match[str]) -> bool:
    """Whether a maker was ranked among others right before its model is named: that model is all it sells."""
    low = scan.clause(model.end() - 1)[0]
    own = {e.entity for e in scan.entities if low <= e.start < model.end()}
    return any(_RANKED.fullmatch(scan.text, e.end, low) and own <= {e.entity} for e in scan.entities if e.end < low)
