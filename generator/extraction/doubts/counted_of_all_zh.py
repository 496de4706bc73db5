"""What a Chinese report on several makers counts of all at a sentence's head, before it names one: 纵观全年,PC总出货量2.85亿台; 全年累计来看,新能源乘用车零售1280.9万辆."""

from __future__ import annotations

import re

from generator.extraction.marks.mention import Mention
from generator.extraction.marks.tallies import OF_CARS, is_tracked
from generator.extraction.metrics.kinds_of_cars import sells_engines
from generator.extraction.whose.context import Surroundings
from generator.extraction.whose.market_goes_on_zh import is_on_many

_THINGS = (
    "(?:全国|国内|中国|全球|我国)?(?:狭义|广义)?(?:新能源|纯电动?|插电?混?动?|增程式?|燃油|自主品牌|国产|合资|豪华|智能|折叠屏?|可穿戴)*"
    "(?:乘用车|汽车|轿车|手机|平板(?:电脑)?|PC|个人电脑|电脑|笔记本(?:电脑)?|智能手表|耳机|腕戴设备|设备)"
)
_COUNTS = r"(?:同比|环比)?(?:出货量?|销量|销售量|零售量?|批发量?|交付量?|产量|上险量?|出口量?)\Z"
# behind a comma, or at once behind the time: 总出货量, 智能手机出货, 市场销量
_HEAD = r"(?:.{0,40}?[,年季月度看言计半\dQ]|)"
_COUNTED = re.compile(
    rf"{_HEAD}(?:(?:{_THINGS})(?:市场)?(?:的)?(?:总|整体|合计|累计)?|(?:整体|整个|大盘|全行业)?(?:市场|行业|大盘)(?:的)?(?:总|整体|合计|累计)?){_COUNTS}",
    re.S,
)
_BARE = re.compile(rf"{_HEAD}(?:总|整体|合计|累计)?{_COUNTS}", re.S)  # 四季度单季,出货量下降8%
# 2024年第四季度,市场出货7700万台: in a report on how makers stand
_OF_THE_MARKET = re.compile(
    rf"{_HEAD}(?:整体|整个|大盘|全行业)?(?:市场|行业|大盘)(?:总|整体|合计|累计)?{_COUNTS}", re.S
)
# 11月,新能源乘用车零售132万辆: what associations count
_RETAILED = re.compile(
    r"(?:.{0,30}?[,年季月度看言计半]|)(?:全国)?(?:狭义|广义|新能源)*乘用车(?:市场)?(?:总|累计)?(?:零售|批发|上险)量?\Z",
    re.S,
)
_NEAR = 60  # characters from a sentence's start, within which it is said what is counted
_OF_THE_COUNTRY = re.compile(r"[^,;。]{0,14}?,?(?:全国|我国)(?!已?[共累]|首|最)")  # in a maker's report as well


def is_counted_of_all_zh(around: Surroundings, mention: Mention, at: int) -> bool:
    """Whether a sentence says right behind its time what is counted, and of nobody that it or its text is on."""
    scan = around.scan
    start = scan.sentence.start
    counted = any(is_tracked(name) or name in OF_CARS for name in mention.metrics)
    if not (scan.chinese and counted) or at - start > _NEAR or _names_one(around, start, at):
        return False
    said = scan.text[start : mention.end if start <= mention.start < at else at].rstrip("约达为了近逾共超过")
    if "公司" in said:
        return False
    if around.tracked and _OF_THE_MARKET.match(said):
        return True
    if _RETAILED.match(said) and (_tells_of_none(around) or not sells_engines(around)):
        return True
    form = _BARE if around.tracked and around.home is None and _opens_a_line(scan.text, start) else _COUNTED
    return (_OF_THE_COUNTRY.match(said) is not None or _tells_of_all(around)) and form.match(said) is not None


def _tells_of_all(around: Surroundings) -> bool:
    """Whether a text goes from maker to maker, and its paragraph tells of none so far."""
    return is_on_many(around) and _tells_of_none(around)


def _tells_of_none(around: Surroundings) -> bool:
    text, start = around.scan.text, around.scan.sentence.start
    return _opens_a_line(text, start) or not _names_one(around, text.rfind("\n", 0, start) + 1, start)


def _opens_a_line(text: str, start: int) -> bool:
    return not text[text.rfind("\n", 0, start) + 1 : start].strip(" \t•*-")


def _names_one(around: Surroundings, start: int, end: int) -> bool:
    """Whether a stretch names a company, and no association or researcher alone."""
    kind = around.names.catalogue.company_kind
    return any(kind(e.entity) == "company" for e in around.names.entities(around.scan.text[start:end]))
