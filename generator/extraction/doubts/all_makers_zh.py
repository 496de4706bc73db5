"""What Chinese counts of all makers together: 8月乘用车市场:批发241万辆, 全球智能手机出货量+2.6%,小米手机出货量+1.8%."""

from __future__ import annotations

import re

from generator.corpus.beginnings import sought
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.tallies import OF_CARS
from generator.extraction.whose.context import Surroundings

# What counts of all makers together are told under, and how: 2025年行业景气度预测, 国内新能源乘用车批发销量.
_INDUSTRY = re.compile("行业(?!地位|领先|竞争)|市场(?:规模|概况|空间)")
_ALL_CARS = re.compile(
    "(?:国内|全国|中国|行业|我国)[一-鿿]{0,5}(?:车|卡|客)(?:市场)?(?:零售|批发|上险)[一-鿿]{0,2}$|车(?:厂商|厂家|企业)(?:合计|总|的)?(?:零售|批发|上险)[一-鿿]{0,2}$"
)
_DEVICES = re.compile("全球(?:智能)?(?:手机|平板|电脑|可穿戴设备)(?:市场)?(?:的)?(?:总)?出货量?$")
# 执行长表示,今年全球5G手机出货量约8亿支: what whoever speaks says of all makers, as far as the words go
ALL_OF_A_KIND = re.compile(
    "(?:表示|指出|[称说]|认为|预计|预期|预测|预估|估计|预料|透露|看好|料)[,:]?[“「]?(?:[据根]据?[^,;。]{2,16}(?:数据|统计|报告|资料)(?:显示)?,)?(?:(?:到|在)?(?:20\\d\\d|[今去明前])年(?:全年|度)?|(?:今年)?第?[一二三四1-4上下]半?[季年]度?|未来|整体|的|将|,){0,3}"
    "(?:全球|全世界|我国|全国|国内|中国|全行业|行业)(?:[\\dA-Za-z]{1,4}|智能|智慧型|新能源|电动|高端|整体|乘用|可折叠|折叠屏?|个人|的|总){0,3}(?:手机|汽车|车|平板|电脑|PC|服务器|伺服器|电视|芯片|晶片|可穿戴设备)(?:市场|行业)?的?(?:总|年)?(?:出货|销|产|销售)量?$"
)
_COUNTED = ("shipments", "unit_sales", "vehicle_sales", "vehicle_production")

# 8月乘用车市场:批发241万辆; 平板方面,市场总出货870万台. 在中国市场交付 is a company's
OF_MARKET_ZH = sought(
    r"(?:(?:乘用车|新能源车|汽车|车|手机|平板|电脑|PC|彩电|电视|空调|家电|可穿戴|穿戴)市场[:：]|(?<![外内国洲美球土陆地亚本度东韩])(?:市场|行业|大盘|厂商)(?:总|整体|合计|总体|累计|全部)(?:的)?(?:出货|销量|零售|批发|销售|交付)?)[^,;。\d]{0,6}$"
)

# 美国市场第三季度电动车总销量增长30%至43.8万辆, below what a maker sold: 在美国 and 海外新能源车销量 are its own
_ALL_THERE = re.compile(
    "(?:而|但|同期|其中|数据显示|,|(?:20\\d\\d年|今年|去年)?第?[一二三四]季度?|(?:1?\\d月|上半年|全年|当季)份?)*(?:整个)?"
    "(?:中国(?:大陆|内地)?|全?美国?|欧洲|欧盟|[德法英韩泰]国|日本|挪威|瑞典|印度|巴西|澳洲|澳大利亚|北美|东南亚|全国|我国)(?:市场)?(?:的)?(?:(?:20\\d\\d年|今年|去年)?第?[一二三四]季度?|(?:1?\\d月|上半年|全年|当季)份?)?(?:的)?"
    "(?:新能源|纯?电动|混动|燃油|豪华|智能|折叠屏)*(?:乘用车|汽车|轿车|车|手机|平板(?:电脑)?|PC)(?:市场)?的?(?P<all>总|整体|合计)?(?:出货|销售?|零售|交付|注册)量?\\Z"
)


def is_of_all_there(around: Surroundings, mention: Mention, at: int) -> bool:
    """Whether a Chinese clause counts all of a kind that were sold in a country, and names nobody who sold them."""
    scan = around.scan
    if not any(name.removeprefix("smartphone_") in _COUNTED for name in mention.metrics):
        return False
    start = scan.clause(mention.start)[0]
    if any(start <= e.start < at for e in scan.entities) or around.subject_before(mention.end):
        return False
    return _ALL_THERE.match(scan.text, start, mention.end) is not None


def is_set_before_a_company(scan: Scan, mention: Mention) -> bool:
    """Whether a Chinese sentence opens with the world's shipments, and goes on with a company's: 全球智能手机出货量+2.6%,小米手机出货量+1.8%."""
    if "全球" not in scan.text[scan.sentence.start : mention.end]:
        return False
    counted = [m for m in scan.metrics if any(name.removeprefix("smartphone_") in _COUNTED for name in m.metrics)]
    later = next((m for m in counted if m.start > mention.end), None)
    if mention not in counted or later is None:
        return False
    return bool(scan.entities) and mention.end < scan.entities[0].start < later.start


def is_of_all_makers_zh(scan: Scan, mention: Mention) -> bool:
    """Whether what a Chinese sentence without a company counts is all that was sold: 国内乘用车零售销量, below 行业景气度预测."""
    counted = any(name.removeprefix("smartphone_") in _COUNTED for name in mention.metrics)
    said = scan.text[scan.sentence.start : mention.end]
    return counted and "公司" not in said and bool(_INDUSTRY.search(scan.sentence.heading) or _ALL_CARS.search(said))


def is_of_customers_things(around: Surroundings, mention: Mention) -> bool:
    """Whether a note on a maker of parts counts the cars or phones of all makers: 2024年新能源汽车产量及销量, 全球智能手机出货量."""
    home, scan = around.home, around.scan
    if home is None or not around.names.catalogue.companies[home].supplies_cars or scan.text[mention.start].isascii():
        return False
    said = scan.text[scan.sentence.start : mention.end]
    cars = any(name in OF_CARS for name in mention.metrics)
    return "公司" not in said and ((cars and "汽车" in said) or bool(_DEVICES.search(said)))
