"""What a line of business did, between its name and its takings: 快递业务实现收入6亿元, 机器人业务带来了2.7亿元的收入, 来自电子书的收入."""

from __future__ import annotations

import re

from generator.extraction.marks.scanning import Scan

_DID = re.compile(
    r"(?:(?P<of_part>贡献|带来|确认|创造)|实现|录得|取得|获得|产生|完成)了?(?:约|近|逾|超过?|[\d.,]+[万亿]*[元美港欧日]{0,2}元?的?)*(?:营业|总|净|累计)*$"
)
# words that say nothing of whose takings they are
_WHOLE = re.compile(
    r"(?:[为给](?=公司|集团)|公司|集团|我们|本期|期内|报告期|当季|本季|季内|年内|全年|单季|累计|合计|共|总共|其中|此外|同时|另外|并|也|亦|则|已|还|又|再|先后|预计|将|财报|显示|,|\s)*"
)
FROM = re.compile(r"(?:来自|源自)(?P<name>[^,;。\d]{1,14})的$")
_NEAR = 16  # characters before what it did, within which a line's name stands


def what_it_did(scan: Scan, end: int) -> re.Match[str] | None:
    """Return the verb of taking in right before a metric at `end`, with the amount that may stand between."""
    return _DID.search(scan.text, scan.clause(end)[0], end)


def name_before(scan: Scan, did: re.Match[str]) -> str:
    """Return what stands right before the verb, in its clause."""
    return scan.text[max(scan.clause(did.start())[0], did.start() - _NEAR) : did.start()]


def is_of_unknown_part(scan: Scan, did: re.Match[str]) -> bool:
    """Whether a clause opens with a name that the catalogue does not know, of what contributed to the takings of all: FSD确认了3亿美元的收入."""
    if not did["of_part"]:
        return False
    start, end = scan.clause(did.end())[0], did.start()
    starts = [*(m.start for m in scan.segments), *(e.start for e in scan.entities), *(p.start for p in scan.periods)]
    return not (any(start <= at < end for at in starts) or _WHOLE.fullmatch(scan.text, start, end))
