"""What a Chinese sentence says of the whole company, or only as a reason, beside the line of business spoken of before."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.mention import Mention
from generator.extraction.metrics.whole_again import lines_of_metrics
from generator.extraction.whose.context import Surroundings
from generator.extraction.whose.line_alone_zh import line_only_grown

_REASON = re.compile(
    r"\s*(?:综合)?(?:考虑|鉴于|由于|因(?!此)|主因|受(?!托)|得益|随着|伴随|基于|主要(?:因|由于|受|得益|反映)|反映)"
)
# `自研游戏及小游戏等高毛利业务增长较快,第三季度毛利率…`: several lines that did something are a cause of all
# 手机芯片拉货放缓,单季营收恐季减3%: how a market is, whatever the company takes in
_MARKET = re.compile(
    "(?:业务|产品|晶片|芯片|零组件)?的?(?:拉货|备货|需求|库存|动能|订单|市况|市场|旺季|淡季|急单|补货|换机)"
)
# 手机业务将拖慢其增长步伐: what a line does to the company's own
_DOES_TO_ALL = re.compile(
    "(?:业务|板块|分部|部门)?(?:将|会|料|或|可能|继续|持续|明显|进一步|已)*(?:拖慢|拖累|拉低|带动|推动|拉动|提振|支撑|助推|助力|影响|压低|推高|抵消|弥补|拖|撑)(?:了|着|起)?(?:其|该?公司|集团|整体|总|全)"
)
# 受竞争影响,经营利润率降至6.7%
_ONLY_WHY = re.compile(r"(?:受|因|由于|得益于?|受益于?|受惠于?|受累于?|随着)[^,;。\d]{2,30},")
_JOINED = re.compile(r"(?:业务|产品|服务|收入)?(?:以及|及|和|与|、|等)(?!其他|其它)")
_OWNER = 6  # characters of a company before its line: 京东物流收入
_AHEAD = 60  # characters behind a semicolon, within which the same is told of a part
_JOINS = ("及", "和", "与", "、")
_NET = (("net_profit",), ("adjusted_net_profit",), ("eps",))
_OF_COMPANY = ("operating_margin", "net_profit", "net_margin", "eps")  # told beside a gross margin, they are of all


def is_of_a_reason(around: Surroundings, other: Mention, mention: Mention) -> bool:
    """Whether a clause before a metric's only says why: 考虑到SU7占比下降,预计毛利率下滑1个百分点."""
    scan = around.scan
    if scan.text[mention.start].isascii():
        return False
    start, end = scan.clause(other.start)
    if start >= scan.clause(mention.start)[0]:
        return False
    quiet = not any(start <= a.start < end for a in scan.amounts)
    if other.segment and not other.metrics and quiet and _MARKET.match(scan.text, other.end, end):
        return True
    if other.segment and quiet and _DOES_TO_ALL.match(scan.text, other.end, end):
        return True
    return bool(_REASON.match(scan.text, start, other.start)) or _is_one_of_several(around, other, start, end)


def _is_one_of_several(around: Surroundings, other: Mention, start: int, end: int) -> bool:
    """Whether a line of business is told of together with others, in a clause without an amount."""
    scan = around.scan
    if other.metrics or any(start <= a.start < end for a in scan.amounts):
        return False
    return bool(_JOINED.match(scan.text, other.end)) or (
        other.start > start and scan.text.endswith(_JOINS, start, other.start)
    )


def is_beside_the_companys(around: Surroundings, metric: str, mention: Mention) -> bool:
    """Whether a margin or a profit stands with what a company has as a whole: 毛利率6.4%、营业利益率3.4%; 经营亏损48亿,净亏损46亿."""
    if around.scan.text[mention.start].isascii():
        return False
    if metric == "revenue":  # 汽车收入139亿元。营收153亿元,归母净利润21亿元
        return any(m.metrics[:1] in _NET and m.start > mention.end for m in around.scan.metrics)
    if metric not in ("gross_margin", "operating_profit"):
        return False
    # 零售收入3101亿元;经营利润139亿元,经营利润率4.5%: behind a semicolon a line's profit has a margin
    own = "operating_margin" if metric == "operating_profit" and around.ground.joined else None
    beside = [m for m in around.scan.metrics if m.metrics and m.metrics[0] in _OF_COMPANY and m.metrics[0] != own]
    return bool(beside) and (metric == "gross_margin" or not around.scan.segments)


def is_before_a_parts(around: Surroundings, metric: str, mention: Mention) -> bool:
    """Whether a Chinese sentence tells the same of a part behind a semicolon: Q3毛利率为8%;整车毛利率为11%."""
    scan, end = around.scan, around.scan.sentence.end
    if scan.text[mention.start].isascii() or ";" not in scan.text[end - 1 : end + 1]:
        return False
    entries = around.names.catalogue.metrics
    ahead = scan.text[end : end + _AHEAD].partition("。")[0]
    named = (name for m in around.names.mentions(ahead) for name in m.metrics[:1])
    return any(name in entries and entries[name].base == metric for name in named)


def line_of_its_margin(around: Surroundings, metric: str, mention: Mention) -> str | None:
    """Return the line whose operating profit was told last, where its margin opens the next sentence: …经营溢利7亿元。经营溢利率达22%."""
    earned = around.ground.earned
    low, text = around.scan.sentence.start, around.scan.text
    opens = mention.start == low or _ONLY_WHY.fullmatch(text, low, mention.start) is not None
    opens = opens and not text[mention.start].isascii()
    return earned[1] if opens and earned and earned[0].replace("profit", "margin") == metric else None


def is_after_a_parts(around: Surroundings, metric: str, mention: Mention, amount: Amount) -> bool:
    """Whether a clause opens with a metric's bare word after the same one of a part, amount and all: 汽车收入186亿元,营收1113亿元."""
    scan, low = around.scan, around.scan.clause(mention.start)[0]
    if amount.kind != "money" or scan.text[low : mention.start].strip() not in ("", "公司", "集团", "整体"):
        return False
    entries = around.names.catalogue.metrics
    same = [
        m
        for m in scan.metrics
        if m.end <= low and any(n == metric or (n in entries and entries[n].base == metric) for n in m.metrics)
    ]
    if same and line_only_grown(around, low):
        return False  # 淘天集团收入932亿元,云智能集团增长3%,收入256亿元
    if same and metric != "revenue" and _names_another_line(around, same[-1].end, low):
        return False  # 零售收入2506亿元,经营利润148亿元,新业务收入156亿元,经营利润2亿元: each line's own
    return any(m.end <= a.start < low and a.kind == "money" for m in same for a in scan.amounts)


def _names_another_line(around: Surroundings, start: int, end: int) -> bool:
    """Whether a clause between two offsets opens with a line of business and what it took in."""
    scan, kinds = around.scan, around.names.catalogue.segments
    lines = [m for m in scan.segments if kinds[m.segment or ""].kind == "business"]
    takings = [m for m in scan.metrics if start <= m.start < end and m.metrics and m.metrics[0].endswith("revenue")]
    named = [*lines, *lines_of_metrics(scan, around.names.catalogue)]
    return any(
        start <= m.start <= t.start and m.start - scan.clause(t.start)[0] <= _OWNER for m in named for t in takings
    )
