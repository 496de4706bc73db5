"""All that was sold of a kind, told before the sentence that says how the first maker stands: 全球智能手机销量总计3.56亿部。小米排名第三."""

from __future__ import annotations

import re

from generator.extraction.marks.mention import EntityMention
from generator.extraction.whose.context import Surroundings

_AHEAD = 160  # characters behind the sentence, within which the first maker is named
_OPENS = re.compile(r"(?:^|[。;!?\n,:])\s*(?:其中|具体来看|而|至于)?,?$")
_STANDS = re.compile(
    r"(?:\([^()]{1,24}\))?(?:则|也|仍|继续|再次|依然|凭借?|均)?(?:以[^;。\d]{0,8}[\d.]+[万亿%][^;。]{0,24}?)?(?:[^,;。\d]{0,8}[\d,.]+[万亿][台部][^;。\d]{0,10}?)?"
    r"(?:排名|排在|位[居列]|名列|[稳位]?居|登顶|夺冠|蝉联|领跑|领先|称霸|榜首|冠军|第[一二三四五]|分列|[及和与、][^,;。]{1,16}(?:分列|位居|排名|居))"
)
# 在排名前五的智能手机制造商中,三星和小米均实现了增长
_OF_THE_FIRST = re.compile(r"前[三四五六十](?:大|名|位|强)?的?[^,;。\d]{0,14}(?:厂商?|品牌|制造商|公司|企业|车企)")


def makers_stand_next(around: Surroundings) -> bool:
    """Whether the first company that is named behind a Chinese sentence is a maker that opens a clause on how it stands."""
    text, end = around.scan.text, around.scan.sentence.end
    ahead = text[end : end + _AHEAD]
    named: list[EntityMention] = [
        e for e in around.names.entities(ahead) if around.names.catalogue.company_kind(e.entity) == "company"
    ]
    if not named:
        return False
    first = min(named, key=lambda e: e.start)
    if _OF_THE_FIRST.search(ahead, 0, first.start):
        return True
    return bool(_OPENS.search(ahead, 0, first.start)) and _STANDS.match(ahead, first.end) is not None
