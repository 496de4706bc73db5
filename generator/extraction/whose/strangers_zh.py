"""Companies that Chinese names and the catalogue does not: 岱美股份(603730), 恒瑞医药2025年上半年收入."""

from __future__ import annotations

import re

from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.whose.strangers import COMPANY

# What the names of companies listed in China end in.
_HOUSE = (
    "集团|股份|科技|医药|药业|制药|生物|电气|电子|电力|电器|机械|重工|重科|控股|能源|材料|新材|智能|食品|乳业|酒业|光电|信息|软件|通信|"
    "环保|环境|化学|化工|精密|微电|半导体|航空|航天|物流|传媒|时代|精工|装备|动力|家居|文化|教育|银行|保险|地产|置业|建材|水泥|钢铁|矿业|锂业|钴业|铝业|铜业"
)
_OPENS = re.compile(
    rf"[\s•·*-]*(?:其中|此外|同时)?,?(?P<name>(?!(?:我国|国内|全球|行业|公司|集团|本|该|其|旗下|母|整|全))[一-鿿]{{2,4}}(?<![予料将对把给指看称为测估计期])(?:{_HOUSE}))(?:\([\dA-Z.]{{4,12}}\))?"
)
_GENERAL = re.compile(
    "全球|国内|海外|中国|消费|汽车|手机|智能|高端|传统|新型|动力|储能|业务|板块|行业|公司|可再生|清洁"
)
# `除此之外其他厂商出货量共计510万台,份额5.1%`
_OTHERS = re.compile(
    r"[\s•·*-]*(?:(?:中国|国产|本土|内地|大陆|国内|韩系|日系|德系|美系|自主)(?:智能)?(?:手机|汽车)?(?:品牌|厂商|车企)|(?:除此之外|此外|另外|而|至于)?,?(?:其他|其它|其余)(?:[一-鿿]{0,4}?)(?:厂商|品牌|车企|公司|玩家|企业|对手|车款|车型|机型))"
)
# 云端服务提供商(CSP)的资本支出, 五大云端业者2026年资本支出: what a sort of companies has, none of them named
_SORT = re.compile(
    "(?:提供商|服务商|供应商|运营商|厂商|车企|同业|同行|业者|对手|巨头们?)(?:\\([^()]*\\))?(?:(?:20\\d\\d|明|今|去|前|后|全)年(?:度|全年)?|(?:第[一二三四1-4]|[一二三四首上本])季度?|[上下]半年)?的?(?:总|合计)?$"
)
# 这家手机厂商第三季度营收, 作为高端车企第三季度交付量: the company spoken of is one of the sort; 日本厂商 are several
_ONE_OF_THEM = re.compile(
    "(?:这家|这间|(?<!应)该|(?<!日)本(?![土地])|作为|身为)(?:(?!公司|集团|指|表|称|预|[和与大])[一-鿿A-Za-z]){0,8}$"
)


def opens_with_stranger(scan: Scan) -> bool:
    """Whether a sentence opens with a company of no name that the catalogue knows, and with when or what right behind it."""
    opens = _OPENS.match(scan.text, scan.sentence.start, scan.sentence.end)
    if opens is None or _GENERAL.search(opens["name"]) or scan.is_marked(*opens.span("name")):
        return False
    return opens.end() in {*(p.start for p in scan.periods), *(m.start for m in scan.metrics)}


def of_stranger_zh(scan: Scan, mention: Mention) -> str | None:
    """Return why a metric is of nobody the catalogue knows: its sentence speaks of a company of another name."""
    named = any(e.start < mention.start for e in scan.entities)
    # 五大云端业者今年的资本支出约3500亿美元,经过上调后的资本支出约3900亿美元: both are theirs
    alike = [m for m in scan.metrics if m.end <= mention.start and set(m.metrics) & set(mention.metrics)]
    if not named and any(_is_of_a_sort(scan, m) for m in (*alike, mention)):
        return "of others together"
    said = max(scan.sentence.start, scan.text.rfind("「", scan.sentence.start, mention.start) + 1)
    if not named and _OTHERS.match(scan.text, said, mention.start):
        return "of others together"
    return COMPANY if not named and opens_with_stranger(scan) else None


def _is_of_a_sort(scan: Scan, mention: Mention) -> bool:
    """Whether a metric is of a sort of companies of which none is named."""
    sort = _SORT.search(scan.text, max(scan.sentence.start, mention.start - 26), mention.start)
    return sort is not None and not _ONE_OF_THEM.search(scan.text, scan.sentence.start, sort.start())
