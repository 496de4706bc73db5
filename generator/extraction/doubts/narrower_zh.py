"""Lines that Chinese names and the catalogue does not know, before a word that it has: 理财服务收入, 总营收1800亿元,实体门店业务实现收入118亿元."""

from __future__ import annotations

import re

from generator.extraction.doubts.no_line_zh import names_no_line
from generator.extraction.marks.mention import Mention
from generator.extraction.whose.context import Surroundings

_SERVICES = ("服务收入", "服务营收")
_WHICH = re.compile(r"(?<![一-鿿])(?P<noun>[一-鿿]{2,4})$")
# behind revenue of the whole, a clause that opens with what took in some of it
_DID = re.compile(
    r"[\s,;:、(]*(?P<noun>[一-鿿A-Za-z\d+]{2,8}?)(?:业务|板块|分部|部门)?(?:实现|录得|取得|获得|贡献)了?(?:总|的)?$"
)
# 其他服务(含电商)收入; 三星电子MX收入
_LABEL = re.compile(
    r"其[他它](?:服务|业务|产品)\([^()]{1,14}\)的?$|(?:^|(?<=[一-鿿,、\s]))(?!(?:GAAP|IFRS|HKFRS|AI|APP|App|FY|YOY|QOQ|TTM|Non|EV|IP|Q\d|H\d|[A-Z]+\d)\b)[A-Z][A-Za-z]{1,4}(?:业务|部门|分部)?的?$"
)
_HOW = re.compile(
    "持续|稳步|成功|顺利|同样|期内|季内|年内|共同|分别|首度|单季|当季|整体|大幅|小幅|继而|从而|进而|仍能|依旧|先后|超预期|最终|合计"
)


def is_of_narrower_zh(
    around: Surroundings,
    metric: str,
    whole: bool,
    mention: Mention,
    told: tuple[str, str | None] | None,
) -> bool:
    """Whether a noun that names nothing known makes services or revenue those of a line that the catalogue does not have."""
    scan = around.scan
    if not scan.chinese:
        return False
    ends = [m.end for m in (*scan.segments, *scan.metrics)] + [e.end for e in scan.entities]
    ends += [p.end for p in scan.periods] + [a.end for a in scan.amounts]
    low = max(end for end in (scan.sentence.start, *ends) if end <= mention.start)
    said = scan.text[low : mention.start]
    if metric == "services_revenue" and scan.text.startswith(_SERVICES, mention.start):
        which = _WHICH.search(said[-8:])
        return which is not None and not _names_nothing(which["noun"])
    if metric == "revenue" and whole and _LABEL.search(said[-24:]):
        return True
    if metric != "revenue" or told != ("revenue", None):
        return False
    did = _DID.fullmatch(said[-20:])
    opens = low >= scan.clause(mention.start)[0] or said[:1] in ",;"
    return did is not None and opens and not _names_nothing(did["noun"])


def _names_nothing(noun: str) -> bool:
    """Whether words before revenue name no line: 持续实现收入."""
    return names_no_line(noun) or _HOW.search(noun) is not None
