"""Words beside a metric or an amount that make it another figure: a part nobody names, a rate, a threshold, a difference."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.names import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.whose.only_some import UNKNOWN_LINE, of_some
from generator.extraction.whose.parts import part_of_english

# Nouns that a line of business ends in: what stands before them is its name.
_LINE = re.compile(
    r"(?P<name>[一-鿿A-Za-z\d+/&·-]*?(?:[A-Za-z]\([^()]{1,16}\))?)(?P<head>业务|产品|分部|板块|部门|事业部|事业群|套件|硬件|配套|品牌|系列|车型|机型|子公司|平台|配件|零部件|解决方案|品类|晶片|设备|软件|软件服务|网络|电器|佣金|利息|投资|租金|租赁|手续费|会员|订阅|直播|广告位|加盟|配送|预订|票务|套餐|差旅|门票|教育|打车|货运|保险|理财|版权|衍生品|授权|餐饮|酒店|住宿|营销|组装|代工|电商)(?:的|总|净|合计|整体)*$"
)
_OF_ITSELF = (
    "组装",
    "代工",
    "零部件",
    "产品",
    "硬件",
    "软件",
    "软件服务",
    "网络",
    "设备",
    "佣金",
    "利息",
    "投资",
    "租金",
    "租赁",
    "手续费",
    "会员",
    "订阅",
    "直播",
    "配送",
)  # parts that need no more name: 硬件毛利率
_OTHER = re.compile(r"(?:其他|其它|其余|相关|配套)(?:[一-鿿]{0,6}?)(?:的|总|净)?$")
# Lines of business that are the whole company's: 主营业务收入, 各项业务收入, 该业务收入.
_OWN = re.compile(
    r"(?:主营|主要|核心|各项?|各大|该|此|本|上述|这一|[两二三四五六七八](?:大|个)?|整体|全部|公司|集团|汽车|自营|持续经营)(?:的)?$"
)
_RATE = re.compile(
    r"(?:月均|日均|周均|年均|平均每[月天日周年]|每[月天日周年股台辆部单]|(?<![\d一二三四五六七八九十今昨明当首同即次假单])日(?=$)|单车|每车|单店|店均|人均|户均|年化|月销量?|月交付量?|月产能?|周产能?)(?:[一-鿿]{0,8})$"
)
_RATE_BETWEEN = re.compile(r"月均|日均|每月|每天|每日|月销|单车|年化")
_DIFFERENCE = re.compile(
    r"(?:多出|多了|少了|高出|相差|差距|差额为?|缺口为?|超出了?|领先了?|落后了?|(?:比|较)[一-鿿]{0,4}(?:目标|计划)(?:少|多))(?:达到?|高达|为|约|近|超|逾|了)*$"
)
_EACH = re.compile(r"每(?:卖出?|售出?|交付|生产|销售)一?[台辆部]")
# 年增金额超过1兆元, 成长额达300亿元
_GREW_BY = re.compile(
    r"(?:增加|减少|成长|增长|[年季月]增|[年季月]减)的?(?:金额|额|数量?)(?:达到?|高达|为|约|近|超过?|逾|突破)*$"
)
_CONNECTED = re.compile(r"(?:接入|入驻)(?:量|数量|了|门店)?(?:已|约|近|超过?|逾)?$")
_MODEL = re.compile(r"(?<![A-Za-z\d])[A-Z][A-Za-z]{0,4}\d[A-Za-z\d]*(?:车型|系列)?$")
# Names of models: L6, G9, Mate 60; no quarters, halves and kinds of shares.
_MODEL_NAME = r"(?!Q[1-4](?!\d)|H[12](?!\d)|FY|[12]H)(?:[A-Z][A-Za-z]{0,6}[ -]?\d[A-Za-z\d]*|Model [A-Z](?![a-z]))"
_MODEL_AFTER = re.compile(rf"(?:旗下|的)?[\s\"“「]?{_MODEL_NAME}")
_MODEL_FIRST = re.compile(rf"[一-鿿]{{0,4}}{_MODEL_NAME}")
_OF_MODEL = re.compile(rf"[辆台部架](?:的)?{_MODEL_NAME}")  # 包括6,044辆P7
_LABEL = re.compile(r"(?:业务|产品|部门|板块|分部)\((?:约|近|超)?$")
# S/4HANA云收入 is of one product
_OF_PRODUCT = re.compile(r"(?<![A-Za-z\d/])(?!(?:GAAP|IFRS|HKFRS|TTM)\b)[A-Z][A-Za-z\d/+&-]{2,}\s?$")
_NARROWER = re.compile(r"(?:非|媒体|社交|社交及其[他它]|品牌|效果|视频|信息流|展示)$")
_NARROWED = re.compile(r"(?:计算|推理|训练)(?:业务|产品)?的?")  # 数据中心计算收入 is a part of 数据中心收入
_SUBSIDIARY = re.compile(r"子公司[一-鿿]{2,6}$")  # 子公司立铠盐城收入
_SERVICE = re.compile(
    r"(?:交易|技术|市场|售后|客户|物流|配送|信息|支付|生活|平台|医疗|咨询|运营|企业|商家|商户|订阅|软件|维修)$"
)
_ALL = re.compile("公司|集团|整体|合计|总(?:销量|交付|收入|营收|出货)|全系|旗下")
_UNKNOWN_HOUSE = re.compile(
    r"\s*(?:其中|而|但|此外|另外)?,?(?P<name>[一-鿿]{2,3})(?:汽车|集团)(?![一-鿿]{0,2}(?:业务|板块|分部|部门))"
)
_KINDS_OF_CARS = re.compile(
    r"新能源|能源|智能|电动|纯电|传统|豪华|自主|全球|中国|国内|海外|商用|乘用|燃油|二手|进口|家用|公司|旗下|上市|本|该|各|多家|主流|品牌|高端"
)
_LONG_TERM = re.compile("长期的?$")  # 长期毛利率维持56%之上仍有信心
# `Revenue linked to AI devices and services`: a part that the company cuts out for the occasion.
_CUT_OUT = re.compile(
    r"\s+(?:that (?:is|was) |which (?:is|was) )?(?:linked|tied|related|relating|attributable(?! to (?:[\w'’-]+ ){0,3}(?:\w*holders?|parent|owners|company|equity|members)\b)) to\b",
    re.I,
)
# 旗舰型手机营收上看30亿美元: the best phones are not all of them; 手机晶片营收 is of no phones.
_GRADE = re.compile(
    r"手机(?:芯片|晶片)(?:业务)?的?(?:总?营收|收入)$|(?:旗舰|高阶|中阶|低阶|入门|折叠屏?|摺叠)(?:[型级款])?(?:智能|智慧型?)?手机(?:芯片|晶片)?(?:业务)?(?:的)?(?:总?营收|收入|出货量?|销量)$"
)

# `after excluding the impact of H20, the gross margin was 72.3%`
_WITHOUT = re.compile(
    r"\b[Ee]xcluding (?:the )?(?:impact|effect|contribution|benefit|sales|revenue)s? (?:of|from) [^;.]{2,50}, (?:the |its )?$"
)


def other_figure(scan: Scan, amount: Amount, mention: Mention, per_share: bool) -> str | None:
    """Return why an amount is not the figure that a metric's mention makes it, None where it is.

    `per_share`: the metric is one of each share, so that 每股 before the amount says nothing new.
    """
    text, start = scan.text, scan.sentence.start
    lead = text[max(start, amount.start - 14) : amount.start]
    if why := _not_all(lead) or of_some(scan, amount, mention, lead):
        return why
    if _EACH.search(text, max(start, amount.start - 24), amount.start) and not per_share:
        return "a rate, not the whole"
    if _WITHOUT.search(text, start, mention.start):
        return "without something that the reported figure includes"
    part = _CUT_OUT.match(text, mention.end)
    if part and not any(e.start == part.end() + 1 for e in scan.entities):  # `net profit attributable to Baidu`
        return "of a part of the business that the catalogue does not name"
    if text[mention.start].isascii() and (why := part_of_english(scan, amount, mention, per_share)):
        return why
    named = next((p.start for p in scan.periods if p.end == mention.start), mention.start)  # 刻蚀设备1H25收入
    before = text[max(scan.clause(mention.start)[0], named - 16) : named]
    if _LONG_TERM.search(before):
        return "a long-term aim, of no named time"
    between = text[mention.end : amount.start] if mention.end <= amount.start else ""
    if _is_rate(before, between, per_share):
        return "a rate, not the whole"
    if _is_unknown_model(scan, mention, amount):
        return "of a model that the catalogue does not know"
    if (
        _GRADE.search(text, max(start, mention.start - 12), mention.end)
        or _is_unknown_line(scan, mention, before, named)
        or _is_unknown_label(scan, amount)
        or _is_narrower(scan, mention)
        or _is_one_service(scan, mention)
    ):
        return UNKNOWN_LINE
    return None


def _not_all(lead: str) -> str | None:
    """Return why an amount is no level, by the words right before it."""
    if _DIFFERENCE.search(lead) or _GREW_BY.search(lead):
        return "by how much something differs, not what it is"
    return "only those that joined something, not all" if _CONNECTED.search(lead) else None


def _is_rate(before: str, between: str, per_share: bool) -> bool:
    if per_share:
        return False
    return bool(_RATE.search(before) or _RATE_BETWEEN.search(between[-12:]))


def _is_unknown_line(scan: Scan, mention: Mention, before: str, end: int) -> bool:
    """Whether the words before a mention, up to `end`, name a line of business that the catalogue does not know."""
    if other := _OTHER.search(before):
        at = end - len(before) + other.start()
        return not any(m.start < at and m.end > at for m in scan.segments)  # 手机及其他业务 is a name
    if _is_unknown_house(scan, mention) or _SUBSIDIARY.search(before):
        return True
    if (model := _MODEL.search(before)) and not _is_known(scan, end - len(before) + model.start(), end):
        return True
    if _names_a_product(scan, mention, before, end):
        return True
    line = _LINE.search(before)
    if line is None or not (line["name"] or line["head"] in _OF_ITSELF) or _OWN.search(line["name"]):
        return False
    alone = line["head"] in _OF_ITSELF  # what stands before it is no part of its name: 一季度佣金收入
    return not _is_known(scan, end - len(before) + line.start("head") + alone, end)


def _names_a_product(scan: Scan, mention: Mention, before: str, end: int) -> bool:
    """Whether a product that the catalogue does not know stands right before a Chinese metric: S/4HANA云收入."""
    users = mention.metrics[0].endswith(("users", "subscribers"))  # MIUI月活用户 are counted so
    product = None if users or scan.text[mention.start].isascii() else _OF_PRODUCT.search(before)
    return product is not None and not _is_known(scan, end - len(before) + product.start() + 1, end)


def _is_unknown_label(scan: Scan, amount: Amount) -> bool:
    """Whether an amount in brackets is of an unknown line right before them: 机器人业务(5.9亿美元)."""
    label = _LABEL.search(scan.text, max(scan.sentence.start, amount.start - 6), amount.start)
    return label is not None and not any(label.start() - 1 <= m.end <= amount.start for m in scan.segments)


def _is_narrower(scan: Scan, mention: Mention) -> bool:
    """Whether a word before a line of business narrows it: 媒体广告收入 is a part of 广告收入."""
    beside = (m for m in scan.segments if 0 <= mention.start - m.end <= 2)
    if any(_NARROWER.search(scan.text, max(scan.sentence.start, m.start - 8), m.start) for m in beside):
        return True
    return any(_NARROWED.fullmatch(scan.text, m.end, mention.start) for m in scan.segments if m.end < mention.start)


def _is_one_service(scan: Scan, mention: Mention) -> bool:
    """Whether a word before 服务收入 says that it is of one service: 交易服务收入."""
    if not scan.text.startswith("服务", mention.start):
        return False
    return bool(_SERVICE.search(scan.text, max(scan.sentence.start, mention.start - 4), mention.start))


def _is_unknown_model(scan: Scan, mention: Mention, amount: Amount) -> bool:
    """Whether a Chinese sentence speaks of a maker's model, not of the maker: 理想L6自发布以来,单月交付超过2.5万辆."""
    at, text = min(mention.start, amount.start), scan.text
    if text[mention.start].isascii():
        return False
    before = [e for e in scan.entities if e.end <= at]
    if _OF_MODEL.match(text, amount.end):
        return True
    starts = (scan.clause(at)[0], scan.sentence.start)
    models = [_MODEL_AFTER.match(text, before[-1].end, at)] if before else []
    models += [_MODEL_FIRST.match(text, start, at) for start in starts]
    model = next((m for m in models if m), None)
    if model is None or _ALL.search(text, model.end(), amount.start):
        return False
    known = [(m.start, m.end) for m in scan.segments] + [(p.start, p.end) for p in scan.periods]
    return not any(start < model.end() and model.start() < end for start, end in known)


def _is_known(scan: Scan, head: int, end: int) -> bool:
    """Whether a name of the catalogue, or a period, reaches to the words from `head` to `end`."""
    metrics = [m for m in scan.metrics if "ev_orders" not in m.metrics]  # 住宿预订收入 is of no cars
    known = [(m.start, m.end) for m in (*scan.segments, *metrics)] + [(e.start, e.end) for e in scan.entities]
    known += [(p.start, p.end) for p in scan.periods]
    head -= scan.text[head - 1] in "用类"  # 数据中心用晶片
    return any(start < end and stop >= head and stop > start for start, stop in known)


def _is_unknown_house(scan: Scan, mention: Mention) -> bool:
    """Whether a clause opens with a company that the catalogue does not know: 威马汽车10月销售3003辆."""
    start, _ = scan.clause(mention.start)
    house = _UNKNOWN_HOUSE.match(scan.text, start, mention.start)
    if house is None or _KINDS_OF_CARS.search(house["name"]):
        return False
    if any(start <= p.start < house.end() for p in scan.periods):
        return False  # 期内汽车总交付量
    return not any(start <= e.start < house.end() for e in scan.entities)
