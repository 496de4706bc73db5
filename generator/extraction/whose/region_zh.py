"""The region that a Chinese clause names before its metric, or that its sentence goes by."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.tallies import is_tracked
from generator.extraction.whose.context import Surroundings

# 中国电动车2月交付量零跑2.8万辆居首: whose cars they are, and not where they were handed over
_CARS_OF = re.compile(
    "(?:新能源|纯电动?|电动|智能|自主|造车)*(?:汽车|轿车|车企|车厂|车商|车(?!市|险|主|展|联网)|新势力|品牌)(?!市场|业务|分部|板块)"
)
WHOLE = re.compile(r"(?:总|整体|综合|合并|集团|total|overall|group|consolidated)", re.I)
# 受美国对高端芯片的出口管制影响,毛利率降至43%; 美国加征关税后, 受累于美国关税
_ACTS = re.compile(
    "(?:政府|当局|总统|白宫|国会|商务部|财政部|海关)?(?:近期|最新|新一轮|再度|再次|拟|将)?(?:(?:对|向)(?!外)[^,;。]{1,14}?(?:的|实施|施加|加征|征收|课征|采取|发起|启动|下达)?(?:[一-鿿]{0,6})"
    "(?:限制|管制|制裁|禁令|禁运|关税|反补贴|反倾销|调查|封锁|打压|审查|许可)|(?:加征|征收|课征|上调|提高|调高|取消|暂停|实施|收紧|升级|新增|的)?(?:[一-鿿]{0,4})(?:关税|出口管制|出口限制|制裁|禁令|贸易政策|补贴政策|税收抵免))"
)
# 美国联邦税收优惠到期前,第三季交付49.7万辆; 美国客户需求强劲,营收331亿美元: a clause on what a state does, or on who is there
_STATES = re.compile(
    "(?!市场|地区|区域|区|业务|方面)(?:(?:联邦|政府|当局|国会|总统|白宫|法院|监管)|[^,;。]{0,24}?(?:关税|补贴|税收|税赋|税务|抵免|抵减|退税|税率|优惠|限制|管制|禁令|制裁|政策|法案|法规|[降加]息|大选|贸易战|许可证?|国补)"
    "|(?:本土|大型|主要|部分|的){0,2}(?:客户|供应商|同行|同业|对手|竞争|投资[者人]|车企|厂商|企业|公司|分析师|媒体|股[市民]|基金|经济|通胀))"
)
# 在欧洲市场,小米…; 具体到中国,华为…
_TURNS_TO = re.compile("(?:在|具体到|[回来转聚说]到|[回转]至|[再单细]看|说回|聚焦|至于|谈到|反观|转看)$")
_ON_IT = re.compile("(?:市场)?(?:方面|而言|来说|上)?,")
_AS_FOR = re.compile("(?!出海)[一-鿿]{2,8}方面,")  # 出海方面 is what a company does
# 各地市场之中,投资者最关心的大中华区终于回暖,收入增4%
_DESCRIBED = re.compile("(?:[^,;。\\d]{2,8}(?:之?中|里|当中|方面),)?(?:至于)?[^,;。\\d]{0,12}最[^,;。\\d]{1,6}的")
_MARKET_DID = re.compile(r"(?:(?:智能手机|手机|平板|个人电脑|电脑)?市场|(?<=市场))(?!份额|占)[^,;。\d]{1,12},")
_BRACKETS = re.compile(r"\([^()]*\)")  # 大中华区(包括香港、台湾)的营收: what a region takes in
# `在中国大陆智能手机销量排名第二,市占率16.7%`; `分地区来看,大中华地区…`
_RANK = re.compile(r"(?:排名?|位[列居]|稳居|居|升至)[一-鿿]{0,4}第|第[一二三四五六七八九十\d]+[位名]?")
_MATTERS = re.compile(
    r"(?:地区|市场)?(?:则|已|仍|亦|也)?(?:(?:为|是|成为|成)[^,;。]{0,16}(?:市场|地区|区域|亮点|来源|引擎)|(?:的(?:营收|业绩|销售|收入|市场|整体)?)?表现[^,;。]{0,16}|[^,;。\d]{0,8}(?:出现|迎来|呈现|恢复|重返)[^,;。\d]{0,14}|[^,;。\d]{0,6}最[^,;。\d]{1,6}),"
)
# 衰退出现在欧洲,8月销量下降22%; 最大的跌幅在欧洲; 尤其是欧洲
_HAPPENED_IN = re.compile(
    "(?:出现|发生|集中|来自|主要|最[一-鿿]{1,3}的[一-鿿]{0,6}|幅|[增下减]长?[降跌滑少])(?:在|是|于)?$|(?:尤其|特别|主要)[是在]?$"
)
_THAT_REGION = re.compile(r"(?:(?:该|此|这一|当地)(?:区域|地区|市场|区)|该[处地国]|那里)[一-鿿]{0,6}$")
_ONLY_IN = re.compile("(?:单单|仅仅|单是|光是|仅|单|光|就)在")
# 比亚迪在欧洲首次反超特斯拉,当月上牌7231辆
_OUTDID = re.compile(
    "(?:市场)?(?:首次|首度|再度|再次|已经?|也|又|仍)*(?:反超|超越|超过|力压|击败|领先|登顶|夺冠|落后)[^,;。\\d]{0,10},(?:当月|单月|该月|当季|单季|期内)"
)
_BY_REGION = re.compile(r"[一-鿿]{0,3},?(?:分|按|从)(?:地区|区域|市场)")


def named_before(
    around: Surroundings, regions: list[Mention], low: int, mention: Mention, amount: Amount
) -> str | None:
    """Return the region that a Chinese clause names before its metric or amount, or that its sentence opens with.

    `中国手机大厂小米` tells who Xiaomi is: a region before the company that is spoken of is not where the sales were.
    """
    text, start = around.scan.text, around.scan.sentence.start
    if "ev_deliveries" in mention.metrics:
        regions = [m for m in regions if text[m.end - 1] in "场区" or not _CARS_OF.match(text, m.end)]
    high = max(mention.start, amount.start)
    subject = around.subject_before(high)
    if subject and mention.start <= subject.start < mention.end:
        subject = around.subject_before(mention.start - 1)  # 海外小米之家: the name of a shop
    if subject and mention.end <= subject.start:
        subject = around.subject_before(mention.start)  # 苹果在中国的份额将升至18%,小米则降至14%: there, too
    fresh = subject.start if subject else start
    near = min(mention.start, amount.start)
    found = [
        m for m in regions
        if low <= m.start and m.end <= high and (m.start > fresh or fresh < low) and _leads_to(around, m, near)
    ]  # fmt: skip
    if found:
        return found[-1].segment
    if _THAT_REGION.search(text, low, mention.start):
        here = next((m.segment for m in reversed(regions) if m.end <= low), None)
        return here or around.ground.region  # 大中华区是亮点,该区域营收255亿
    said = text[max(low, mention.start - 6) : mention.end]
    if WHOLE.search(said) and any(metric.endswith("market_share") for metric in mention.metrics):
        return None  # 在中国的份额为16.4%,整体份额14%
    again = (
        _topic(around, regions, mention)
        or _again(around, regions, low, mention)
        or _told(around, regions, low, mention.start)
    )
    again = again or _ranked(around, regions, fresh, low, mention)
    if again is not None:
        return again.segment
    opening = next(
        (
            m
            for m in regions
            if (m.start - start <= 4 or _DESCRIBED.fullmatch(text, start, m.start) or _only_there(around, m))
            and m.end <= near
            and _leads_to(around, m, near)
        ),
        None,
    )
    if (
        opening is None
        or (WHOLE.search(said) and opening.end < mention.start)  # 海外业务整体毛利率 is of that region
        or "全球" in said
        or (fresh > opening.start and not (_frames(text, opening) or _is_of_its_makers(text, opening, mention)))
        or _has_its_own(around, opening, mention)
    ):
        return None
    # 海外市场中,小米在东南亚二季度出货470万台,以19%份额登顶
    inner = [m for m in regions if opening.end <= m.start and m.end <= near and "market_share" in mention.metrics]
    return inner[-1].segment if inner and _leads_to(around, inner[-1], near) else opening.segment


def _leads_to(around: Surroundings, region: Mention, near: int) -> bool:
    """Whether a region is no item of a list before what is told, nor in brackets that only say what another takes in, nor a state that acts."""
    text = around.scan.text
    if _ACTS.match(text, region.end, near):
        return False
    end = around.scan.clause(region.start)[1]
    if end < near and _STATES.match(text, region.end, end):
        return False
    closed = any(b.start < region.start and region.end < b.end <= near for b in around.scan.brackets)
    return not closed and "、" not in _BRACKETS.sub("", text[region.end : near])


def _only_there(around: Surroundings, region: Mention) -> bool:
    """Whether a region alone is spoken of, right behind a company: 苹果单单在中国,销售额就增加21%; or that it outdid another there."""
    before = around.subject_before(region.start)
    if before is None:
        return False
    text = around.scan.text
    outdone = text[before.end : region.start] == "在" and _OUTDID.match(text, region.end)
    return bool(outdone or _ONLY_IN.fullmatch(text, before.end, region.start))


def _has_its_own(around: Surroundings, region: Mention, mention: Mention) -> bool:
    """Whether a region has a metric of its own, and another line's is told behind it: 大中华区营收357亿美元,服务营收525亿美元."""
    entries = around.names.catalogue.metrics
    own = any(m.start == region.end and m is not mention for m in around.scan.metrics)
    return own and any(m in entries and bool(entries[m].base and entries[m].segment) for m in mention.metrics)


def _frames(text: str, region: Mention) -> bool:
    """Whether a region is all that a clause says, of which the next one tells: 至于海外市场,小米计划…, `在欧洲市场,小米出货量市占率达22.5%`, 具体到中国,华为出货1250万台."""
    turns = _TURNS_TO.search(text, max(0, region.start - 4), region.start)
    return bool(turns and _ON_IT.match(text, region.end)) or bool(_AS_FOR.match(text, region.start))


def _is_of_its_makers(text: str, region: Mention, mention: Mention) -> bool:
    """Whether a sentence opens with how a region's market did, and tells how makers stand in it: 中国市场则转弱,出货6840万支,vivo以17.3%市占领先."""
    counted = all(is_tracked(name) for name in mention.metrics)  # who sold cars counts all of its own
    return counted and bool(_MARKET_DID.match(text, region.end))


def _again(around: Surroundings, regions: list[Mention], low: int, mention: Mention) -> Mention | None:
    """Return the region of `海外市场收入已占总收入的36%,二季度收入达164亿元`: the clause goes on with the same metric's."""
    scan = around.scan
    period = next((p.end for p in scan.periods if p.start == low and p.end <= mention.start), low)
    if scan.text[period : mention.start] not in ("", "的", "总"):
        return None
    before = {m.start for m in scan.metrics if m.end <= low and m.metrics == mention.metrics}
    return next((m for m in reversed(regions) if m.end in before), None)


def _told(around: Surroundings, regions: list[Mention], low: int, at: int) -> Mention | None:
    """Return the region that the clause before tells of: `目前西欧国家为重点市场,出货量年增90.9%`, 在大中华区的表现承压,本季营收….

    The next clause then says no more before its metric than when it was.
    """
    scan = around.scan
    period = next((p.end for p in scan.periods if p.start == low and p.end <= at), low)
    if scan.text[period:at].strip("的则"):
        return None
    there = [
        m for m in regions if m.end == low - 1 and _HAPPENED_IN.search(scan.text, scan.clause(m.start)[0], m.start)
    ]
    tells = (m for m in reversed(regions) if m.end < low and _MATTERS.fullmatch(scan.text, m.end, low))
    return there[-1] if there else next(tells, None)


def _topic(around: Surroundings, regions: list[Mention], mention: Mention) -> Mention | None:
    """Return the region of `分地区来看,苹果在大中华地区业绩承压,该季度实现营收150亿美元`: the sentence goes by regions."""
    scan, start = around.scan, around.scan.sentence.start
    if scan.text[mention.start].isascii() or not _BY_REGION.match(scan.text, start):
        return None
    last = [m for m in regions if m.end <= mention.start]
    between = last and any(last[-1].end <= a.start < mention.start for a in scan.amounts)
    return last[-1] if last and not between else None


def _ranked(around: Surroundings, regions: list[Mention], fresh: int, low: int, mention: Mention) -> Mention | None:
    """Return the region of `在中国大陆地区智能手机销量排名第二,市占率16.7%`: where a rank is held, there the share is.

    So it is where the sales are: `在欧洲市场的出货量同比增长90.7%,市占率达到18.7%`.
    """
    if "market_share" not in mention.metrics or low <= around.scan.sentence.start:
        return None
    counted = [m for m in around.scan.metrics if m.end <= low and any(is_tracked(name) for name in m.metrics)]
    start, _ = around.scan.clause(counted[-1].start if counted else low - 1)
    said = around.scan.text[start : mention.start]
    last = [m for m in regions if max(start, fresh) <= m.start and m.end <= low]
    there = bool(last) and (_RANK.search(said) or around.scan.text[last[-1].start - 1] == "在")
    return last[-1] if there and not re.search("全球|世界", said) else None
