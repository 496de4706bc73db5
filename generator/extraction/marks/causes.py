"""What is only named as a reason: the shipments of 收入因出货量疲软而下降3% did not fall by 3 %; nor did what a metric runs faster than."""

from __future__ import annotations

import re

from generator.corpus.beginnings import sought
from generator.extraction.marks.mention import Mention

# 因一次性税费而下降83%: what stands before it was the cause
THEREUPON = "而(?=大?幅?(?:[增升涨跌降减]|暴|激|骤|猛|锐|下滑|下降|扭))"
_DRIVEN = (
    "(?:带动|推动|推升|驱动|拉动|提振|刺激|挹注|影响|支撑|助力|加持|拖累|增长|成长|放缓|复苏|回暖|回升|下滑)(?:之)?下,"
)
_CAUSE = sought(
    r"(?:因为?|由于|受)[^,;。\d]{2,40}?(?:而(?=[一-鿿])|影响,|拖累,)|(?:由于|受惠于?|受益于?|受累于?|得益于|有赖于?|随着|计及|计入|考虑到?|鉴于|有见于?|(?<![原主成起])因(?![此应素子果地人]))[^,;。\d]{2,40},(?![该其此这上])"
    rf"|因(?!此|应|素)[^,;。]{{2,60}}?{THEREUPON}"
    r"|(?:源于|归因于|归功于)[^,;。\d]{2,30}?(?:以及|及|和|与|,)"
    rf"|在[^,;。]{{2,50}}?{_DRIVEN}"
)

_CAUSE_FIRST = re.compile(rf"\W*[^,;。\d]{{2,50}}?{_DRIVEN}")  # 高毛利业务带动下,毛利率…
# 新机有望带动业绩,本季营收…: the line that drives something is not what is told
_DRIVES = re.compile(
    r"(?:(?![受被遭因])[^,;:。()%]){0,14}?(?:带动|推动|拉动|推升|提振|助推|驱动|支撑|助力"
    # 游戏业务下滑导致腾讯净利润下降; no 核心业务是导致亏损的主因
    r"|(?:导致|致使|造成|引致|促使|拖低|拉低|拉高|推高)(?![^,;。]{0,12}的(?:主因|原因|主要|首要|重要|关键|元凶)))(?:了|着)?(?!下|因素|力)"
)


# 毛利润跑得比收入快, 营业费用增速快于收入: what a metric only runs faster than
_OUTRUN = re.compile(
    r"(?:毛利润?|净利润?|经营利润|营业利润|[一-鿿]{0,4}(?:费用|开支|成本)|现金流|交付量|销量)(?:的|则|也|却|还|更)*(?:(?:增速|增长|增幅)?(?:[跑涨升降增跌花长][得的])?比|(?:增速|增长|增幅)?(?:快于|慢于|跑赢|跑输|落后于|领先于))(?P<what>(?:总|整体|同期)?(?:收入|营收|净利润?|利润|销量|交付量))"
)


def without_causes(mentions: list[Mention], text: str, start: int, end: int) -> list[Mention]:
    """Leave out what is only named as a reason: the shipments of `收入因出货量疲软而下降3%` did not fall by 3 %."""
    mentions = [m for m in mentions if m.metrics or not _DRIVES.match(text, m.end, end)]
    causes = [m.span() for m in _CAUSE.finditer(text, start, end)]
    causes += [m.span() for m in (_CAUSE_FIRST.match(text, start, end),) if m]
    outrun = (m for m in _OUTRUN.finditer(text, start, end))
    causes += [
        m.span("what") for m in outrun if any(m.start() <= x.start and x.end <= m.start("what") for x in mentions)
    ]
    return [m for m in mentions if not any(a <= m.start and m.end <= b for a, b in causes)] if causes else mentions
