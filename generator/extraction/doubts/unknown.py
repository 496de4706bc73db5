"""Lines of business, products, models and houses that the catalogue does not know: what is theirs is no company's whole."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.doubts.did_zh import FROM, is_of_unknown_part, name_before, what_it_did
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.tallies import is_tracked

# Nouns that a line of business ends in: what stands before them is its name.
_LINE = re.compile(
    r"(?P<name>[一-鿿A-Za-z\d+/&·-]*?(?:[A-Za-z]\([^()]{1,16}\))?)(?P<head>业务|产品|分部|板块|部门|事业部|事业群|套件|硬件|配套|品牌|系列|车型|机型|子公司|平台|配件|零部件|解决方案|品类|晶片|设备|软件|软件服务|服务|网络|电器|佣金|利息|投资|直销|经销|租金|租赁|手续费|会员|订阅|直播|广告位|加盟|配送|预订|票务|套餐|差旅|门票|教育|打车|货运|保险|理财|版权|衍生品|授权|餐饮|酒店|住宿|营销|组装|代工|电商|类|工厂|机柜|机架|伺服器|服务器|主机板|显示?卡|模[组块]|封测|封装|测试|事业|先进制程|成熟制程|载板|交换[器机]|路由器|(?<!智能)(?<!智慧)眼镜|镜头|面板|电源|散热)(?:的|总|净|合计|整体|累计)*$"
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
    "直销",
    "经销",
    "配送",
    "伺服器",
    "服务器",
    "显示卡",
    "显卡",
    "主机板",
    "镜头",
    "面板",
    "机柜",
    "封测",
    "封装",
    "测试",
    "电商",
)  # parts that need no more name: 硬件毛利率
_OTHER = re.compile(
    r"(?:其他|其它|其余|余下|剩下|剩余|相关|(?<!没)(?<!与)有关(?![季期年月财半]|公司|集团|业绩)|配套)(?:[一-鿿]{0,6}?)(?:的|总|净)?$"
)
_A_TIME = re.compile("[季期年月财半]|公司|集团|业绩")  # 有关期间收入, 有关季度收入 are the company's
# Lines of business that are the whole company's: 主营业务收入, 各项业务收入, 该业务收入.
_OWN = re.compile(
    r"(?:主营|主要|核心|各项?|各大|[该此这](?:[一项块个类]|部分|一块)?|本|上述|[两二三四五六七八](?:大|个)?|整体|全部|公司|集团|汽车|自营|持续经营)(?:的)?$"
)
_FLAGSHIP = re.compile("(?:旗舰|主力|明星|拳头|招牌|当家|最畅销|最重要)的?(?:产品|机型|业务)$")
_MODEL = re.compile(r"(?<![A-Za-z\d])[A-Z][A-Za-z]{0,4}\d[A-Za-z\d]*(?:车型|系列)?$")
_LABEL = re.compile(r"(?:业务|产品|部门|板块|分部)\((?:约|近|超)?$")
# S/4HANA云收入 is of one product
_OF_PRODUCT = re.compile(r"(?<![A-Za-z\d/])(?!(?:GAAP|IFRS|HKFRS|TTM|ADR|ADS|SOTP)\b)[A-Z][A-Za-z\d/+&-]{2,}\s?$")
# AI加速器营收, AI半导体收入
_OF_AI = re.compile(
    r"(?:AI|人工智能|HPC|高[效性]能运算)(?:相关)?(?:加速[器卡]|半导体|伺服器|服务器|芯片|晶片|相关|网[络路]|眼镜|PC|定制芯片)?(?:[订产业务品单]{2})?(?:的|总)?$"
)
_NARROWER = re.compile(r"(?:非|媒体|社交|社交及其[他它]|品牌|效果|视频|信息流|展示)$")
_NARROWED = re.compile(r"(?:计算|推理|训练)(?:业务|产品)?的?")  # 数据中心计算收入 is a part of 数据中心收入
_OF_A_WORK = re.compile("》(?:的|手游|端游|全球|总|国服|累计)*$")  # 《蛋仔派对》注册用户: one game's
_SUBSIDIARY = re.compile(r"子公司[一-鿿]{2,6}$")  # 子公司立铠盐城收入
_SERVICE = re.compile(
    r"(?:交易|技术|市场|售后|客户|物流|配送|信息|支付|生活|平台|医疗|咨询|广告|运营|企业|商家|商户|订阅|软件|维修)$"
)
ALL = re.compile("公司|集团|整体|合计|总(?:销量|交付|收入|营收|出货)|全系|旗下")
# 维持集团目标价50港元, 上调集团收入预测: what a house does is no name
_UNKNOWN_HOUSE = re.compile(
    r"\s*(?:其中|而|但|此外|另外)?,?(?P<name>(?![整全]|[来源]自|[再续亦并]?(?:维持|重申|保持|[上下][调修]|[调提][高升低降整]|升|降|削|微调|轻微|大幅))[一-鿿]{2,3}(?<![予料将对把给指看称为测估计期]))(?:汽车|集团)(?![一-鿿]{0,2}(?:业务|板块|分部|部门))"
)
_KINDS_OF_CARS = re.compile(
    r"新能源|能源|智能|电动|纯电|传统|豪华|自主|全球|中国|国内|海外|商用|乘用|燃油|二手|进口|家用|公司|旗下|上市|本|该|各|多家|主流|品牌|高端"
)


# 这家中国最大的晶圆代工厂第四季度营收: a company by what it is
_EPITHET = re.compile(
    r"(?:这家|作为|身为)(?:(?!公司|集团|旗下|厂商的|巨头的|车企的|合[资营]|联营|附属)[^,;。\d]){0,24}(?:公司|厂商?|企业|巨头|集团|龙头|平台|车企|商|工厂)(?:的|在|[^一-鿿]|总)*$"
)


def is_unknown_line(scan: Scan, mention: Mention, before: str, end: int) -> bool:
    """Whether the words before a mention, up to `end`, name a line of business that the catalogue does not know."""
    return _EPITHET.search(before) is None and _names_an_unknown(scan, mention, before, end)


def _names_an_unknown(scan: Scan, mention: Mention, before: str, end: int) -> bool:
    """Whether the words before a mention name a line, a source, a model or a house that no name of the catalogue is."""
    if did := what_it_did(scan, end):
        if is_of_unknown_part(scan, did):
            return True
        end, before = did.start(), name_before(scan, did)
    if (source := FROM.search(before)) and not is_known(scan, end - len(before) + source.start("name"), end):
        return True
    if (other := _OTHER.search(before)) and not (other[0] == "有关" and _A_TIME.match(scan.text, end)):
        at = end - len(before) + other.start()
        return not any(m.start < at and m.end > at for m in scan.segments)  # 手机及其他业务 is a name
    if _is_unknown_house(scan, mention) or _SUBSIDIARY.search(before) or _OF_A_WORK.search(before):
        return True
    if (model := _MODEL.search(before)) and not is_known(scan, end - len(before) + model.start(), end):
        return True
    if _names_a_product(scan, mention, before, end) or _is_of_ai(scan, mention, before, end):
        return True
    line = _LINE.search(before)
    if scan.text[mention.start].isascii() and _FLAGSHIP.search(before):
        line = None  # 旗舰产品iPhone销售额
    if line is None or not (line["name"] or line["head"] in _OF_ITSELF) or _OWN.search(line["name"]):
        return False
    alone = line["head"] in _OF_ITSELF  # what stands before it is no part of its name: 一季度佣金收入
    alone = alone and not (line["head"] == "产品" and any(is_tracked(m) for m in mention.metrics))  # 空调产品出货量
    return not is_known(scan, end - len(before) + line.start("head") + alone, end)


def _names_a_product(scan: Scan, mention: Mention, before: str, end: int) -> bool:
    """Whether a product that the catalogue does not know stands right before a Chinese metric: S/4HANA云收入."""
    users = mention.metrics[0].endswith(("users", "subscribers"))  # MIUI月活用户 are counted so
    product = None if users or scan.text[mention.start].isascii() else _OF_PRODUCT.search(before)
    return product is not None and not is_known(scan, end - len(before) + product.start() + 1, end)


def _is_of_ai(scan: Scan, mention: Mention, before: str, end: int) -> bool:
    """Whether Chinese revenue is only of what goes by AI: 台积电AI加速器营收, 博通AI收入; 百度AI云 is all of its cloud."""
    of_ai = _OF_AI.search(before) if "revenue" in mention.metrics else None
    return of_ai is not None and not is_known(scan, end - len(before) + of_ai.start() + 1, end)


def is_unknown_label(scan: Scan, amount: Amount) -> bool:
    """Whether an amount in brackets is of an unknown line right before them: 机器人业务(5.9亿美元)."""
    label = _LABEL.search(scan.text, max(scan.sentence.start, amount.start - 6), amount.start)
    return label is not None and not any(label.start() - 1 <= m.end <= amount.start for m in scan.segments)


def is_narrower(scan: Scan, mention: Mention) -> bool:
    """Whether a word before a line of business narrows it: 媒体广告收入 is a part of 广告收入."""
    beside = (m for m in scan.segments if 0 <= mention.start - m.end <= 2)
    if any(_NARROWER.search(scan.text, max(scan.sentence.start, m.start - 8), m.start) for m in beside):
        return True
    return any(_NARROWED.fullmatch(scan.text, m.end, mention.start) for m in scan.segments if m.end < mention.start)


def is_one_service(scan: Scan, mention: Mention) -> bool:
    """Whether a word before 服务收入 says that it is of one service: 交易服务收入."""
    if not scan.text.startswith("服务", mention.start):
        return False
    return bool(_SERVICE.search(scan.text, max(scan.sentence.start, mention.start - 4), mention.start))


# 住宿预订收入 is of no cars, 高端机型收入 of some phones only
_NO_LINES = {"ev_orders", "premium_smartphone_share"}


def is_known(scan: Scan, head: int, end: int) -> bool:
    """Whether a name of the catalogue, or a period, reaches to the words from `head` to `end`."""
    metrics = [m for m in scan.metrics if not _NO_LINES.intersection(m.metrics)]
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
    known = [e.start for e in scan.entities if e.start < house.end()]
    known += [m.start for m in scan.segments if m.start < house.end("name")]  # 淘天集团收入
    return not any(start <= at for at in known)
