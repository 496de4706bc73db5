"""What a Chinese sentence says beside a figure of its own: what is needed, what a guidance was, by how much two differ."""

from __future__ import annotations

import re
from decimal import Decimal

from generator.corpus.beginnings import sought
from generator.extraction.amounts.amount import Amount
from generator.extraction.changes.more_zh import DONE, told_as_more
from generator.extraction.doubts.beside_adjusted_zh import beside_adjusted
from generator.extraction.doubts.conditions_zh import is_supposed
from generator.extraction.doubts.hearsay_zh import hearsay
from generator.extraction.doubts.loose_zh import said_loosely
from generator.extraction.doubts.qualifiers import WITHOUT
from generator.extraction.doubts.replaced_zh import once_expected
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.tallies import OF_STORES, OF_USERS
from generator.extraction.whose.only_some import UNKNOWN_LINE

_WITHOUT_ITEMS = ("adjusted_", "net_profit_recurring")
# `11月和12月需保持月均3.98万至4.23万台`: a rate, and only what would have to be
_EACH_MONTH = re.compile(
    r"(?:[月日周年]均|平均每[月天日周年]|(?:每|一)(?:天|小时|分钟)[一-鿿]{0,4}?)(?:约|近|超过?|逾|达)?(?:[\d.]+万?[-~至到])?$"
)
_ON_AVERAGE = ("平均单月", "平均每月", "单月平均", "月平均")  # 11月及12月平均单月营收可能下滑
# `月交付保持在2万辆以上`, `连续4个月突破3万辆`: of each of several months
# but 月交付量首次越过四万大关,达到40397辆: of the month told
_MONTHLY = re.compile(
    r"(?<![\d一二三四五六七八九十本当单上个昨今首全整该次同按])[月周日](?:交付|销量|销售)(?!量?(?:首[次度]|再[次度创])[^,;。]{2,14},达)"
)
_ACTIVE = ("月活", "日活")  # 每月活跃用户有4.68亿户 are all of them
# 有4个月零跑的销量都在4万台上下
_RUNNING = re.compile(
    r"(?:连续(?:第?[一二两三四五六七八九十\d]+|多|数)个?(?:月|周|季度)|(?:有|共|其中)(?:[一二两三四五六七八九十\d]+|多|数)个(?:月|季度))[^,;。]{0,16}$"
)
_NEEDED = re.compile(
    r"(?:能否|是否|可否|有无可能)[^,;。]{0,8}$|(?:仍|还)?(?:需要?|须|必须|至少要|有待)(?:再|保持|达到|完成|实现|交付|卖出|销售)[^,;。]{0,12}$|(?:至少|最少|仍|还)(?:[还仍再])?[得要需](?:再)?(?:交付?出?|卖出?|完成|实现|做到|达到)(?:约|近|逾|超过?)*$"
)
# 乐观情境下可达5500亿元, 牛市情景目标价80港元, 基本情况为540万辆: one of several that may come
_SCENARIO = re.compile(
    r"(?:基准|基本|基础|基线|乐观|悲观|牛市|熊市|中性|保守|最坏|最佳|最差|最好|极端|上行|下行)(?:的?(?:情[境景形况]|假设)(?!如下|[:：介])|下)[^,;。]{0,24}$"
)
# 新台币每升值1%,毛利率约减少0.4个百分点
_EACH_STEP = re.compile(
    r"每(?:升值?|贬值?|变[动化]|波动|上[升涨调]|下[降跌调]|增加?|减少?|提高|降低|涨|跌)(?:约|了|近)?[\d一][^;。]{0,60}$"
)
_WITHOUT = re.compile(
    r"[^;。]{0,12}?(?:若|如|假设|假如)(?:排除|剔除|扣除|撇除|撇开|不计|不考虑)[^;。]*(?:将为|将达到?|会是|应为)约?$"
)  # 若排除召回成本的影响,毛利率将为20.4%
# `剔除已处置业务后,收入同比增长15%`, `16.3%(剔除召回成本影响后为20.4%)`: what the reported figure includes
_LEFT_OUT = re.compile(
    r"(?:^|[,;。(])(?:[若如]|如果|假如|但|而|在|即便|即使)?(?:剔除|扣除(?!非)|不考虑|撇除|撇开|排除|不计入?|除去|刨除|还原)(?!一次性|非经常|特定项目|股权激励|股份支付|以股份)[^,;。()]{0,30}?"
    r"(?:(?:之?后|的?影响|的?因素|业务|收入|口径下?),?|,)[^,;。()]{0,30}(?:\([^()]*)?$"
)
# 剔除碳积分汽车毛利率12.5%: what is left out stands right before what is told without it
_LEFT_OUT_AT = re.compile("(?:剔除|扣除(?!非)|撇除|排除|不含|不计入?)[一-鿿]{2,8}的?$")
# `和理想的月交付差距已经缩小至1000辆左右`
_EARNED = re.compile(r"元?是[一-鿿A-Za-z]{1,8}赚(?:来|到|取)?的")  # 182.7亿是小鹏卖车赚的钱: takings, and no profit
_NEW = re.compile(r"(?:净增加?|净?新增|新开设?|净开|净?增开|净?关闭?|关停|净减少?|开出|再开)(?:了|约|近)*$")
_SECOND_HAND = re.compile(r"二手|翻新机|官翻")  # 3.58亿部二手iPhone
_FEW = 100  # no maker ships so few: 每四部售出的手机中就有一部
_SHIPPED = (
    "shipments",
    "unit_sales",
    "vehicle_sales",
    "ev_deliveries",
    "smartphone_shipments",
    "smartphone_unit_sales",
)
_ALL_OF_THEM = re.compile("(?:都|均|双双|皆)(?!同比|环比)")
# 汇损影响每股盈余约0.5元, 折旧拖累毛利率1.5个百分点: no level, whatever it is of
_ACTED_ON = re.compile(
    "(?:影响|侵蚀|拖累|冲击|挹注|压[低抑]|减损|吃掉|推升|拉[低高抬])了?(?:单季|全年|本季|当季|公司|整体)?$"
)
_LED_TO_ZH = re.compile("[至到达为]")
_TO_A_LEVEL = re.compile(r"[至到](?:约|近)?-?\d")  # 拖累营业利润下降11%至14亿美元
_DILUTED = re.compile("的?(?:稀释|摊薄|侵蚀|压力|影响|冲击|逆风)")  # 海外厂带来的毛利率稀释约为2%
# 汽车毛利率(不含碳积分)为17%
_WITHOUT_BEHIND = re.compile(r"\((?:去除?|剔除|不含|不计入?|扣除|撇除|排除|除去?)[^()]{1,14}\)")
_GAP = re.compile(
    r"(?:差距|差额|缺口|价差|相差)[一-鿿]{0,8}\s?$|(?:还|只|仅|尚|就|仍|也)[差缺](?:了|约|近|不到|将近)?$|[超高多]出(?:了)?(?:[去上]一?年|上一?个?季度?)?(?:同期|同季|同月)?(?:约|近|逾)?$|(?:距离?|离)[^,;。]{2,16}[差缺](?:了|约|近|不到|将近)?$"
)
# 以2万多辆之差输给对手, 以120万台的差距领先
_GAP_BEHIND = re.compile(
    "多?[辆台部件支个名人家]?(?:之[差遥]|的?(?:微弱|些微|极小|微小|较大|巨大)?的?(?:差[距额]|领先幅度|优势))"
)
_MORE_THAN = re.compile(
    rf"(?<![同环相])比(?!亚迪)[^,;。\d]{{1,10}}[多少]{DONE}?出?(?:了|近|约|逾|超|\s)*$"
)  # 比特斯拉多卖出近39万辆
# `贡献营收最多的为配送业务,年度营收为821.9亿元`: the clause goes on with a line that the one before named last
_LINE_TOLD = re.compile(r"(?:为|是|属|当属|则是)(?P<line>(?:(?![的最个])[一-鿿A-Za-z]){2,8}(?:业务|板块|分部))$")
# `远超手机业务的11.5%`, `超越特斯拉Model Y的4.12万辆`: what a figure is set beside
_SURPASSED = re.compile(r"(?:超(?:过|越|出)?|高于|低于|碾压|领先于?|优于|逼近|接近|不及|逊于)[^,;。\d]{0,16}$")
# `(+3%),好于上季度下降1.8%趋势`: the rate of a period before, which one is set beside
_RATE_BEFORE = re.compile(
    r"(?:[好优差逊快慢高低大小强弱]于|[好优差高低快慢强弱]过|不及|不如|超过)了?(?:在)?(?:上一?个?季度?|前一?个?季度?|[去上]年|[去上]年同期|上个?月|此前)(?:同期|同季)?(?:的|时|录得的?)?(?:(?:同比|环比)?[一-鿿]{0,2}(?:[增升涨降跌减]|增长|上升|上涨|下降|下滑|下跌|减少)(?:幅|速)?(?:的|了)?)(?:约|近)?[-+]?$"
)
_SLOWER = re.compile(
    r"(?:增速|增幅|降幅|跌幅|增长率|涨幅)[^,;。\d]{0,6}(?:[好优差逊快慢高低大小强弱]于|不及|不如|超过)(?:上一?个?季度?|前一?个?季度?|[去上]年)(?:同期|同季)?的?$"
)
_OF_ANOTHER = re.compile(r"(?:业务|分部|板块|车型|系列)?(?:的(?:约|近)?|\()$")
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
_PRICED = re.compile(r"\((?:不?含税|税[前后]|指导|官方|建议)[一-鿿]{0,5}$")  # 平均单价25.4万元(含税价28.7万元)
# `毛利率达36%,超越市场预期4%`: by how much; 34.5% there would be what was expected
_BEYOND = re.compile(
    r"(?:超[越出过]|高于|低于|优于|好于|不及|胜过|逊于)[一-鿿]{0,10}(?:预期|预估|共识)(?:约|近|逾|达)?$"
)
_LIKE = Decimal("0.65")  # of the margin that came: what was expected is no smaller
# `542家零售店、546个服务中心`: what is counted stands behind its number, and is no store
_COUNTED = re.compile(
    r"[个家座间处所](?:授权|售后|自营)?(?:服务|维修|售后|交付|钣喷|研发|生产|物流|配送|数据)(?:中心|网点|站|基地)"
)
# 每四名员工便有一人做研发
_ONE_IN = re.compile(
    r"每$|每(?:\d[\d,]*|[一二两三四五六七八九十百千]+)[名位个人台辆部家][^,;。\d]{0,10}?(?:[就便即]|[中里当])?[是有]$"
)
# 大家电例外,增长超过七成
_EXCEPTION = re.compile(r"例外,[^,;。\d]{0,10}$")
_TOGETHER = re.compile(
    r"[与和及][^,;。\d]{1,14}(?:合计|总计|共计)(?:约|达|近|超)?$"
)  # Blackwell与Rubin合计5000亿美元收入
_ADDED_UP = re.compile(
    r"[两三四五六七八九]家(?:品牌|车企|公司|企业|平台|巨头)?(?:的)?[一-鿿\d]{0,5}(?:总|合计|共)[一-鿿]{0,4}$"
)
# `四大科技公司(微软、谷歌)第三季度营收合计4114亿美元`
_SEVERAL = re.compile(
    r"(?:[两三四五六七八九十]|\d{1,3}\s?)(?:家|大)(?:[一-鿿A-Z]{0,4}|[^,;。]{0,30}的[一-鿿]{0,4})(?:品牌|车企|公司|企业|平台|巨头|厂商|运营商|云厂)(?!之)"
)

# 三家出货量依次为4860万、3750万、3490万: of whom, the sentence before says
_EACH_OF_THEM = re.compile(
    r"\W*(?:而|但)?(?:上述|[这该前后])?[两三四五六七八九]家(?:公司|品牌|厂商?|车企|企业|新势力|巨头)?的?[^,;。\d]{0,10}?(?:依次|分别|各自)"
)
# 小鹏、小米、问界三家近乎腰斩
_ALL_ALIKE = re.compile(
    r"(?<=[一-鿿A-Za-z])[两三四五六七八九]家(?:公司|品牌|厂商|车企|企业)?(?:均|都|皆|双双|近乎|几乎|接近|齐齐|纷纷|环比|同比)+[^,;。\d]{0,4}$"
)


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
        or _why_of_some_time(scan, amount, mention, start)
        or once_expected(scan, amount, start)
        or _why_beside(scan, amount, mention, start)
        or (UNKNOWN_LINE if _goes_on_with_a_line(scan, mention) or _is_an_exception(scan, amount) else None)
    )


def _why_of_some_time(scan: Scan, amount: Amount, mention: Mention, start: int) -> str | None:
    """Return why an amount is of no period's whole: a rate, one of several, one that would have to be."""
    text, lead = scan.text, scan.text[max(start, amount.start - 20) : amount.start]
    each = text.startswith("每", mention.start - 1) and not text.startswith(
        _ACTIVE, mention.start
    )  # 每卖出一台车就亏损4.5万元
    each = each or text.endswith(_ON_AVERAGE, 0, mention.start)
    each = each or (amount.kind == "count" and bool(_ONE_IN.search(text, max(start, amount.start - 20), amount.start)))
    if each or _EACH_MONTH.search(lead) or _MONTHLY.match(text, mention.start - 1):
        return "a rate, not the whole"
    if amount.kind == "count" and mention.metrics[0] in _SHIPPED:
        if amount.value < _FEW and not amount.scaled:
            return "a few of them, not the whole"
        if _SECOND_HAND.search(text, start, scan.clause(amount.end)[1]):
            return "of what was sold before"
    if _RUNNING.search(text, max(start, amount.start - 28), amount.start):
        return "of each of several months"
    return _supposed(scan, amount, mention, lead)


def _is_an_exception(scan: Scan, amount: Amount) -> bool:
    """Whether a change is that of a part which is named as an exception: IoT收入跌9%,大家电例外,增长超过七成."""
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
    if _all_passed(scan, amount, mention):
        return "a mark that several passed"
    if _WITHOUT_BEHIND.match(text, mention.end, amount.start) and not mention.metrics[0].startswith(_WITHOUT_ITEMS):
        return WITHOUT
    acted = _ACTED_ON.search(text, max(start, mention.start - 6), mention.start)
    led = acted and (_LED_TO_ZH.search(text, mention.end, amount.start) or _TO_A_LEVEL.match(text, amount.end))
    if _DILUTED.match(text, mention.end) or (acted and not led):
        return "what something did to a figure, not the figure"
    if mention.end <= amount.start and _COUNTED.match(text, amount.end):
        return "a count of something else"
    if amount.kind in ("percent", "times", "points") and told_as_more(scan, amount):
        return None
    more = amount.kind != "percent" and _MORE_THAN.search(text, max(start, amount.start - 20), amount.start)
    if (
        more
        or _is_how_far_beyond(scan, amount, start)
        or _GAP.search(text, max(start, amount.start - 14), amount.start)
        or _GAP_BEHIND.match(text, amount.end)
    ):
        return "by how much something differs, not what it is"
    if _EARNED.match(text, amount.end):
        return "what was taken in, told as earned"
    if (
        _is_set_beside(scan, amount)
        or _is_rate_before(scan, amount)
        or _PRICED.search(text, max(scan.sentence.start, amount.start - 10), amount.start)
    ):
        return "what another figure is set beside"
    return "the sum of several" if _is_sum(scan, amount, mention, start) else None


def _is_how_far_beyond(scan: Scan, amount: Amount, start: int) -> bool:
    """Whether a percentage behind an expectation is by how much a margin beat it, being far from the margin itself."""
    if amount.kind != "percent" or not _BEYOND.search(scan.text, max(start, amount.start - 20), amount.start):
        return False
    came = [a.value for a in scan.amounts if a.end <= amount.start and a.kind == "percent"]
    return bool(came) and amount.value < _LIKE * came[-1]


def _all_passed(scan: Scan, amount: Amount, mention: Mention) -> bool:
    """Whether several companies passed a mark: 蔚来、理想的年收入都冲过了400亿元."""
    named = [e for e in scan.entities if scan.clause(mention.start)[0] <= e.start and e.end <= mention.start]
    return len(named) > 1 and bool(_ALL_OF_THEM.match(scan.text, mention.end, amount.start))


def _is_sum(scan: Scan, amount: Amount, mention: Mention, start: int) -> bool:
    if (
        _of_each(scan, amount)
        or _ADDED_UP.search(scan.text, max(start, mention.start - 18), mention.end)
        or _of_several(scan, mention)
    ):
        return True
    return mention.start >= amount.end and bool(_TOGETHER.search(scan.text, start, amount.start))


def _supposed(scan: Scan, amount: Amount, mention: Mention, lead: str) -> str | None:
    """Return why an amount is only what would be, were something left out or something else needed."""
    if why := hearsay(scan, amount):
        return why
    if _SCENARIO.search(scan.text, max(scan.sentence.start, amount.start - 40), amount.start):
        return "what would be in one of several scenarios"
    if _EACH_STEP.search(scan.text, max(scan.sentence.start, amount.start - 70), amount.start):
        return "what would be for each step of something else"
    if (
        is_supposed(scan, amount)
        or _NEEDED.search(lead)
        or _WITHOUT.match(scan.text, scan.sentence.start, amount.start)
    ):
        return "what would have to be, not what was"
    if mention.metrics[0].startswith(_WITHOUT_ITEMS):
        return None
    left_out = _LEFT_OUT.search(scan.text[scan.sentence.start : amount.start])
    left_out = left_out or _LEFT_OUT_AT.search(scan.text, max(scan.sentence.start, mention.start - 10), mention.start)
    return WITHOUT if left_out else None


def _of_each(scan: Scan, amount: Amount) -> bool:
    """Whether a sentence tells of each of several that only the one before named, or of several together by one amount."""
    if _EACH_OF_THEM.match(scan.text, scan.sentence.start, amount.start) and not scan.entities:
        return True
    named = _ALL_ALIKE.search(scan.text, max(scan.sentence.start, amount.start - 16), amount.start)
    return named is not None and sum(e.end <= named.start() + 1 for e in scan.entities) > 1


def _of_several(scan: Scan, mention: Mention) -> bool:
    """Whether a metric is of several companies together, and none of them is spoken of since."""
    found = _SEVERAL.search(scan.text, scan.sentence.start, mention.start)
    if found is None:
        return False
    since = [e for e in scan.entities if found.end() <= e.start < mention.start]
    return all(scan.brackets_around(e.start) for e in since)


def _is_set_beside(scan: Scan, amount: Amount) -> bool:
    """Whether an amount is that of a part right before it, which a figure surpassed."""
    for part in scan.segments:
        if any(e.start <= part.start and part.end <= e.end for e in scan.entities):
            continue  # 超过小米汽车的8022辆 is that company's
        if part.end <= amount.start and _OF_ANOTHER.fullmatch(scan.text, part.end, amount.start):
            low = max(scan.sentence.start, part.start - 20)
            return bool(_SURPASSED.search(scan.text, low, part.start))
    return False


def _is_rate_before(scan: Scan, amount: Amount) -> bool:
    """Whether a rate is that of the period before, which the one told is better or worse than."""
    low = max(scan.sentence.start, amount.start - 28)
    return amount.kind in ("percent", "points") and bool(
        _RATE_BEFORE.search(scan.text, low, amount.start) or _SLOWER.search(scan.text, low, amount.start)
    )


def _goes_on_with_a_line(scan: Scan, mention: Mention) -> bool:
    """Whether a clause that opens with its metric goes on with an unknown line of business."""
    start = scan.clause(mention.start)[0]
    if start <= scan.sentence.start or mention.start - start > 3:
        return False
    told = _LINE_TOLD.search(scan.text, max(scan.sentence.start, start - 14), start - 1)
    return told is not None and not any(told.start() < m.end and m.start < told.end() for m in scan.segments)
