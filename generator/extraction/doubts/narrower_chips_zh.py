"""Some of the chips that a company makes, where the catalogue only has all of them: 车用芯片收入10.5亿美元, 存储芯片业务营收27万亿韩元."""

from __future__ import annotations

import re

from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan

_CHIPS = ("semiconductors", "chips")
_SOME = re.compile(
    r"(?:车用|汽车|车载|车规级?|座舱|手机|移动|存储|储存|记忆体|内存|闪存|电源管理|网通|物联网|模拟|类比|功率|云端|边缘|特殊应用|客制化|定制|服务器|伺服器|PC|电脑|图形|显示|驱动|射频|感测|传感|逻辑|光通讯|通信|通讯|工业)(?:类|用)?$"
)
# 电源管理晶片受季节性影响,预计第四季营收季减12%: what a sentence opens with, and goes on with
_TOPIC = re.compile(
    r"[\s•·*-]*(?:(?:而|但|此外|另外|至于|其中|同时|在),?)*[一-鿿A-Z]{2,8}(?:芯片|晶片)(?:业务|产品|营运|方面|部分|则|也|亦)*"
    r"(?:,|受|因|由于|随|可望|有望|预[计期估]|将|表现|持续|需求|动能)[^;。]*,\s*$"
)


def is_of_some_chips(scan: Scan, mention: Mention) -> bool:
    """Whether a metric is of one kind of chips that its sentence named last, and not of all."""
    if not scan.chinese:
        return False
    start = scan.clause(mention.start)[0]
    last = next((m for m in reversed(scan.segments) if m.end <= mention.start), None)
    if last is not None and last.segment in _CHIPS:
        return _SOME.search(scan.text, max(scan.sentence.start, last.start - 6), last.start) is not None
    if last is not None or start <= scan.sentence.start or any(e.end <= mention.start for e in scan.entities):
        return False
    return _TOPIC.match(scan.text, scan.sentence.start, start) is not None
