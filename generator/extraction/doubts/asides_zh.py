"""What a Chinese sentence says beside a figure of its own: what is needed, what a guidance was, by how much two differ."""

from __future__ import annotations

import re

from generator.corpus.beginnings import sought
from generator.extraction.amounts.amount import Amount
from generator.extraction.changes.more_zh import told_as_more
from generator.extraction.doubts.beside_adjusted_zh import beside_adjusted
from generator.extraction.doubts.differences_zh import is_difference, is_set_beside
from generator.extraction.doubts.loose_zh import said_loosely
from generator.extraction.doubts.of_several_zh import all_passed, is_sum
from generator.extraction.doubts.qualifiers import WITHOUT
from generator.extraction.doubts.replaced_zh import once_expected
from generator.extraction.doubts.some_time_zh import WITHOUT_ITEMS, why_of_some_time
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.tallies import OF_STORES, OF_USERS
from generator.extraction.whose.only_some import UNKNOWN_LINE

# `和理想的月交付差距已经缩小至1000辆左右`
_EARNED = re.compile(r"元?是[一-鿿A-Za-z]{1,8}赚(?:来|到|取)?的")  # 182.7亿是小鹏卖车赚的钱: takings, and no profit
_NEW = re.compile(r"(?:净增加?|净?新增|新开设?|净开|净?增开|净?关闭?|关停|净减少?|开出|再开)(?:了|约|近)*$")
# 汇损影响每股盈余约0.5元, 折旧拖累毛利率1.5个百分点: no level, whatever it is of
_ACTED_ON = re.compile(
    "(?:影响|侵蚀|拖累|冲击|挹注|压[低抑]|减损|吃掉|推升|拉[低高抬]|稀释|摊薄(?=$|整体|公司|全年))了?(?:单季|全年|本季|当季|公司|整体)?$"
)
_LED_TO_ZH = re.compile("[至到达为]")
_TO_A_LEVEL = re.compile(r"[至到](?:约|近)?-?\d")  # 拖累营业利润下降11%至14亿美元
_DILUTED = re.compile("的?(?:稀释|摊薄|侵蚀|压力|影响|冲击|逆风)")  # 海外厂带来的毛利率稀释约为2%
# 汽车毛利率(不含碳积分)为17%
_WITHOUT_BEHIND = re.compile(r"\((?:去除?|剔除|不含|不计入?|扣除|撇除|排除|除去?)[^()]{1,14}\)")
# `贡献营收最多的为配送业务,年度营收为821.9亿元`: the clause goes on with a line that the one before named last
_LINE_TOLD = re.compile(r"(?:为|是|属|当属|则是)(?P<line>(?:(?![的最个])[一-鿿A-Za-z]){2,8}(?:业务|板块|分部))$")
# 以3.5亿美元回购物流子公司菜鸟部分股份: no shares of its own
_OF_ANOTHERS_SHARES = re.compile(
    "了?其?[一-鿿A-Za-z]{0,6}?(?:子公司|附属公司|合[营资]公司|联营公司)|[^,;。]{0,12}(?:债券|票据|可转债|优先股)"
)
# 通过派息及股票回购返还270亿美元: both together
_PAID_OUT = "(?:现金)?(?:分红|派息|派现|股息|股利|红利)"
_BOUGHT_BACK = "(?:股[票份])?回购(?:股[票份])?"
_RETURNED = sought(
    rf"(?:{_BOUGHT_BACK}(?:[和及与、]|以及|加上?){_PAID_OUT}|{_PAID_OUT}(?:[和及与、]|以及|加上?){_BOUGHT_BACK})(?:(?!分别|各)[^,;。\d])*$"
)
# 预计营收87亿美元,其中已扣除约8亿美元的出口损失
_TAKEN_OFF = re.compile(
    "(?:已(?:经|全部|充分|考虑|反映)?(?:扣除|计入|剔除|反映|考虑|扣减|纳入|扣掉|扣去|撇除|刨除|减去|剔去)|(?:扣除|扣掉|扣去|剔除|撇除|刨除|减去)(?!非))了?(?:约|近|逾|大约)?(?:人民币)?$"
)
# 10月新开400家店, 净增门店2437家
_OPENED = re.compile(
    "(?:新[开增设建]|净[新增开]|加开|增开|再开)(?:设|业|立|出|张|店|增|门|铺)*(?:了|约|近|逾|超过?|共|有)*$"
)
_OF_CUSTOMERS = re.compile(
    "(?:外部|内部|第三方|最大|单一|前[一二三四五六七八九十\\d]{1,2}大)客户的?$"
)  # 外部客户收入增长29%
_OF_OTHERS = re.compile("的?(?:商[家户]|卖家|骑手|司机|开发者|创作者|主播|小程序|应用|门店)")  # 月活商家达900万
# 当季进账108亿元净利润, 单季进账12亿美元股息: what came in is named behind
_CAME_IN_AS = re.compile("(?:人民币|左右)?的?(?:净利|纯利|利润|盈利|股息|利息|投资|收益|现金|补[助贴]|专利|授权)")
# `542家零售店、546个服务中心`: what is counted stands behind its number, and is no store
_COUNTED = re.compile(
    r"[个家座间处所](?:授权|售后|自营)?(?:服务|维修|售后|交付|钣喷|研发|生产|物流|配送|数据)(?:中心|网点|站|基地)"
)
# 大家电例外,增长超过七成
# 营业费用增加、关税影响超过4亿美元: the next item of a list
_NEXT_ITEM = re.compile(
    "(?:增加|上涨|上升|上行|下降|下滑|下行|减少|扩大)、(?!达|来到|为|突破|创|录|实现|超|升|降|增|减|至|约|共)[一-鿿]{2,10}$"
)
_EXCEPTION = re.compile(r"例外,[^,;。\d]{0,10}$")


def aside_zh(scan: Scan, amount: Amount, mention: Mention) -> str | None:
    """Return why an amount beside a metric of a Chinese sentence is no figure of it, None where it may be one."""
    if not scan.chinese:
        return None
    if "buyback" in mention.metrics and _OF_ANOTHERS_SHARES.match(scan.text, mention.end):
        return "of what is no share of its own"
    if scan.text.endswith("进账", mention.start, mention.end) and _CAME_IN_AS.match(scan.text, amount.end):
        return "of what its name says behind it, and no revenue"
    if any(name in OF_USERS for name in mention.metrics) and _OF_OTHERS.match(scan.text, mention.end):
        return "of others than users"
    if _OF_CUSTOMERS.search(scan.text, max(scan.sentence.start, mention.start - 10), mention.start):
        return "of some customers alone"
    of_stores = any(name in OF_STORES for name in mention.metrics)
    if of_stores and _OPENED.search(scan.text, max(scan.sentence.start, amount.start - 12), amount.start):
        return "how many were opened"
    if _RETURNED.search(scan.text, max(scan.sentence.start, mention.start - 14), amount.start):
        return "the sum of several"
    if _TAKEN_OFF.search(scan.text, max(scan.sentence.start, amount.start - 12), amount.start):
        return "what something did to a figure, not the figure"
    start = scan.clause(amount.start)[0]
    return (
        said_loosely(scan, amount, mention)
        or beside_adjusted(scan, mention, amount)
        or why_of_some_time(scan, amount, mention, start)
        or once_expected(scan, amount, start)
        or _why_beside(scan, amount, mention, start)
        or (UNKNOWN_LINE if _goes_on_with_a_line(scan, mention) or _is_of_another(scan, amount, mention) else None)
    )


def _is_of_another(scan: Scan, amount: Amount, mention: Mention) -> bool:
    """Whether an amount is of the next item of a list, or the change of a part that is an exception: IoT收入跌9%,大家电例外,增长超过七成."""
    if mention.end <= amount.start and _NEXT_ITEM.search(scan.text, mention.end, amount.start):
        return True
    return amount.kind in ("percent", "times") and bool(
        _EXCEPTION.search(scan.text, max(scan.sentence.start, amount.start - 14), amount.start)
    )


def _is_of_the_new(scan: Scan, amount: Amount, mention: Mention) -> bool:
    """Whether a count is of stores that were opened or closed: 净增门店536家."""
    stores = mention.metrics[0].endswith("stores") and mention.end <= amount.start
    return stores and bool(_NEW.search(scan.text, max(scan.sentence.start, mention.start - 8), mention.start))


def _why_beside(scan: Scan, amount: Amount, mention: Mention, start: int) -> str | None:
    """Return why an amount is only beside its metric: a difference, an effect, a mark of several, a sum."""
    text = scan.text
    if _is_of_the_new(scan, amount, mention):
        return "how many were added, not how many there are"
    if all_passed(scan, amount, mention):
        return "a mark that several passed"
    if _WITHOUT_BEHIND.match(text, mention.end, amount.start) and not mention.metrics[0].startswith(WITHOUT_ITEMS):
        return WITHOUT
    acted = _ACTED_ON.search(text, max(start, mention.start - 6), mention.start)
    first = scan.preceding(amount) if amount.range_end else None  # 稀释毛利率2%至3% is a range, and no level
    upper = scan.following(amount)
    to_a_level = not (upper and upper.range_end) and _TO_A_LEVEL.match(text, amount.end)
    led = acted and (_LED_TO_ZH.search(text, mention.end, first.start if first else amount.start) or to_a_level)
    if _DILUTED.match(text, mention.end) or (acted and not led):
        return "what something did to a figure, not the figure"
    if mention.end <= amount.start and _COUNTED.match(text, amount.end):
        return "a count of something else"
    if amount.kind in ("percent", "times", "points") and told_as_more(scan, amount):
        return None
    if is_difference(scan, amount, start):
        return "by how much something differs, not what it is"
    if _EARNED.match(text, amount.end):
        return "what was taken in, told as earned"
    if is_set_beside(scan, amount):
        return "what another figure is set beside"
    return "the sum of several" if is_sum(scan, amount, mention, start) else None


def _goes_on_with_a_line(scan: Scan, mention: Mention) -> bool:
    """Whether a clause that opens with its metric goes on with an unknown line of business."""
    start = scan.clause(mention.start)[0]
    if start <= scan.sentence.start or mention.start - start > 3:
        return False
    told = _LINE_TOLD.search(scan.text, max(scan.sentence.start, start - 14), start - 1)
    return told is not None and not any(told.start() < m.end and m.start < told.end() for m in scan.segments)
