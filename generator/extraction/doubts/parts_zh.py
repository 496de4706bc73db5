"""Parts that a Chinese sentence tells of and the catalogue does not name: what is theirs is not the whole's."""

from __future__ import annotations

import re

from generator.extraction.marks.cues import OF_WHICH
from generator.extraction.marks.names import Mention
from generator.extraction.whose.context import Surroundings

NAMELESS = "a part that the catalogue does not name"
# 分部经营亏损3亿元, 业务毛利率为23%: of a division that the sentence before or a heading named, or none did
_DIVISION = re.compile("(?:分部|板块|部门|(?<![一-鿿A-Za-z)])业务)的?$")
# 东欧市场占集团出口约五成,但销量跌四成: the clause before is on a region that no list of them names
_OF_A_MARKET = re.compile(
    r"(?<!全球)(?<!整体)(?<!整个)(?:市场|地区|区域)(?:则|亦|也|仍|仅|约)*(?:占(?![有比率据领])|贡献)[^,;。]{2,24},(?:但|而|且|并|其|不过|惟)?(?:当地)?的?$"
)
_LEAD = 48  # characters before a metric, within which that clause stands


def of_nameless_part(
    around: Surroundings, mention: Mention, place: tuple[str, str | None], told: tuple[str, str | None] | None
) -> str | None:
    """Return why a metric is of a part without a name: behind 其中 it is of the same as the whole that was `told`.

    `游戏收入187亿元,其中手游收入174亿元`: mobile games are neither all games nor the company.
    """
    scan, (metric, segment) = around.scan, place
    metrics = around.names.catalogue.metrics
    whole = segment is None and not (metrics[metric].base and metrics[metric].segment)
    if whole and _DIVISION.search(scan.text, max(scan.sentence.start, mention.start - 4), mention.start):
        return NAMELESS
    if whole and _OF_A_MARKET.search(scan.text, max(scan.sentence.start, mention.start - _LEAD), mention.start):
        return NAMELESS
    start = scan.clause(mention.start)[0]
    if OF_WHICH.fullmatch(scan.text, scan.sentence.start, start):
        start = scan.sentence.start  # 其中,手游收入增长10%
    if not OF_WHICH.match(scan.text, start, mention.start):
        return None
    before = around.ground.told if start == scan.sentence.start and whole else None
    told = told or before
    starts = [p.start for p in scan.periods] + [e.start for e in scan.entities]
    if told is None or any(start <= at < mention.start for at in starts):
        return None
    same = place == told or (whole and metric == (metrics[told[0]].base or told[0]))
    return NAMELESS if same else None
