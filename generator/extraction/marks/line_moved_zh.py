"""How Chinese says that a line of business moved, and nothing else before how far: 游戏业务则更增长49%; 平板电脑iPad下跌8%."""

from __future__ import annotations

import re

from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan

# what may stand before a line: 2、 and 而, no company and no time
LEADS = re.compile(
    r"[\s•·*■●◆-]*(?:\d{1,2}[.、)]|[一二三四五六七八九十]、)?\s*(?:(?:其中|当中|而|至于|另外|此外|同时|反观|相比之下),?)*"
    r"(?:主要|主)?(?:得益于|受益于|受惠于|归功于|受|由于|由|因为?|靠|系)?"  # 主要得益于iPhone增长6%
)
_NEXT = re.compile("[%倍](?:及|和|与|以及|、|而)")  # 受iPhone增长6%及服务增长15%带动
OF = r"(?:\([^()]{1,20}\))?(?:业务|集团|部门|分部|板块|市场|区域|地区|区(?![块间分别])|事业群|方面)*"
_HOW = r"(?:则|亦|也|更|仍|还|却|虽然?|再|继续|增[速长幅]?|最[快高大猛强慢低]|较[快慢]|表现(?:最[好强佳])?|[同比按年]{2}|,|:)*"
_MOVED = r"(?:(?:大幅|小幅|[微略急大骤]幅?|强劲|逆势|快速)*(?:增长|成长|增加|上升|攀升|提升|回升|下滑|下跌|下降|回落|减少|衰退|萎缩|[增升涨跌降减])|增幅|升幅|降幅|跌幅|增速)(?:幅度)?(?:了|约|近|逾|超过?|达到?|为|是)*"
GREW = re.compile(rf"{OF}{_HOW}{_MOVED}")
# 平板电脑iPad, 旗舰产品iPhone: what a product is, right before its name
APPOSED = re.compile(
    r"(?:旗舰|主力|明星|核心|拳头|当家)?(?:产品|机型|平板电脑|平板|智能手机|手机|笔记本|电脑|个人电脑|智能手表|手表|音箱|耳机)?"
)
_INCLUDING = re.compile(r"(?:而|但)?(?:包括|包含|涵盖)[^,;。\d]{2,20}在内的")  # 包括手表与耳机在内的穿戴产品
_BETWEEN = re.compile(r"(?:的|在|旗下|公司|集团|,)*")


def opens_with_line(scan: Scan, line: Mention) -> bool:
    """Whether a clause opens with a line of business, but for whose it is and of when."""
    low = scan.clause(line.start)[0]
    low = scan.sentence.start if not scan.text[scan.sentence.start : line.start].strip() else low
    if _NEXT.fullmatch(scan.text, line.start - 3, line.start) or _NEXT.fullmatch(scan.text, line.start - 2, line.start):
        return True
    starts = {e.start: e.end for e in scan.entities} | {p.start: p.end for p in scan.periods}
    leads = LEADS.match(scan.text, low, line.start)
    at = leads.end() if leads else low
    while at < line.start and (known := [start for start in starts if at <= start < line.start]):
        first = min(known)
        if not _BETWEEN.fullmatch(scan.text, at, first):
            break
        at = starts[first]
    between = _BETWEEN.match(scan.text, at, line.start)
    at = between.end() if between else at
    if _INCLUDING.fullmatch(scan.text, at, line.start):
        return True
    return at >= line.start or bool(APPOSED.fullmatch(scan.text, at, line.start))
