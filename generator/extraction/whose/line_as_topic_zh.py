"""The line of business that a Chinese sentence without figures is on, whose the revenue is that the next one opens with: 游戏业务增长迅速。第三季度收入551亿元."""

from __future__ import annotations

import re

from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.whose.context import Surroundings

_LEAD = re.compile(
    r"[\s•·●*-]*(?:(?:[一二三四五六七八九十\d]{1,2}[.、)])?(?:其中|而|但|不过|另外|此外|同时|与此同时|相比之下|具体来看|分业务看|业务方面|当中)?,?)?(?:公司|集团|其|旗下|核心|主力|传统|新兴|创新|第[一二三]大)*的?[「“『\"]?"
)
_UNIT = r"[」”』\"]?(?:业务|板块|分部|部门|集团|事业群|事业部|方面|这边|这块)*"
_STILL = (
    r"(?:[也亦则仍还更却均皆]|依旧|依然|仍然|继续|持续|再度|再次|同样|正在|已经?|今年|本季|当季|期内|季内|整体|进一步)*"
)
# 是最大亮点, 增长迅速, 表现强劲, 延续高增长: what is said of the line itself
_SAID = r"(?:是|为|成为?|成了|扮演|堪称|表现|增长|增速|成长|发展|扩张|势头|动能|延续|保持|维持|录得|迎来|复苏|回暖|反弹|加速|提速|放缓|降速|下滑|萎缩|承压|受压|疲软|稳健|强劲|亮眼|领跑|垫底|拖后腿|亏损|盈利|扭亏|减亏|爆发|起量|放量|走强|走弱|受益于|受惠于|受累于|受制于|面临|处于|进入|不及|优于|好于|逊于|超出|喜忧参半|有所|快速|高速|稳步)"
_ON_IT = re.compile(rf"{_UNIT}{_STILL}{_SAID}")
# 游戏业务增长带动腾讯…, 汽车业务是小米…: another company, or what the line did to all, is what is spoken of
_ELSE = re.compile(r"带动|拉动|推动|推升|导致|致使|使得?|令|拖累|支撑|助力|助推|促使|公司|集团|我们|市场|行业|对手")
_OPENS = re.compile(r"\s*(?:其|该[一-鿿]{2})?的?[,、]?")
_OPENS_WITH = re.compile(
    r"[,、\s]*(?:其|该(?:业务|板块|分部|部门))?的?(?:(?:季度|当季|单季|本季|期内|季内|全年|年度)的?)?"
)


def line_as_topic(around: Surroundings) -> str | None:
    """Return the line of business that a Chinese sentence opens with and says something of, and of nobody else."""
    scan = around.scan
    line = scan.segments[0] if scan.segments else None
    if not scan.chinese or scan.amounts or line is None or scan.metrics or scan.entities:
        return None
    if any(m.segment != line.segment for m in scan.segments):
        return None
    if around.names.catalogue.segments[line.segment or ""].kind != "business":
        return None
    said = _ON_IT.match(scan.text, line.end, scan.sentence.end)
    opens = _LEAD.fullmatch(scan.text, scan.sentence.start, line.start)
    return line.segment if said and opens and not _ELSE.search(scan.text, line.end, scan.sentence.end) else None


def goes_on_with_topic(scan: Scan, mention: Mention) -> bool:
    """Whether a Chinese sentence opens with a metric, before which only its time or 其 stands: 其第三季度收入551亿元."""
    if not scan.chinese or any(e.end <= mention.start for e in scan.entities):
        return False
    at = scan.sentence.start
    for when in scan.periods:
        if when.start >= at and when.end <= mention.start and _OPENS.fullmatch(scan.text, at, when.start):
            at = when.end
    return _OPENS_WITH.fullmatch(scan.text, at, mention.start) is not None
