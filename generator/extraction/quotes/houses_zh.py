"""Chinese houses that only a text makes known, by what it calls them: 调研机构Yole Group, 咨询公司麦肯锡."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.extraction.quotes.speech import WHEN_ZH, amid_zh, says_zh

# 调研机构Yole Group的研究指出; 据市调机构Harbour Pro报告
_LATIN_ZH = re.compile(
    rf"(?<=机构|公司|券商|智库|平台|协会)(?P<name>[A-Z][\w&.-]*(?: [A-Z][\w&.-]*){{0,3}})(?=(?:的?[^,。;:]{{0,4}}(?:研究|报告|数据|统计|调查|分析师))?{amid_zh()}(?:{says_zh()}|,))",
    re.A,
)
# 咨询公司麦肯锡日前指出, 调研机构群智认为: whoever stands between what it is and what it says
_HOUSE_ZH = re.compile(
    rf"(?:咨询|顾问|调研|研究|调查|市调|评级|分析|统计|资讯|信息|咨询服务|会计|猎头|公关|测评|检测)(?:公司|机构|平台|集团|单位|事务所)(?P<name>[一-鿿]{{2,6}}?)(?={WHEN_ZH}(?:的?(?:最新)?(?:研究|报告|数据|统计|调查))?{amid_zh()}{says_zh()})"
)
_NO_HOUSE = (
    "的",
    "日前",
    "近日",
    "今",
    "昨",
    "也",
    "还",
    "在",
    "对",
    "则",
    "均",
    "都",
    "并",
    "普遍",
    "发布",
    "此前",
    "最新",
    "人",
    "高管",
    "负责",
    "研究",
    "分析",
)


def houses_zh(text: str) -> Iterator[re.Match[str]]:
    """Yield where Chinese houses stand that only a text makes known: there, and wherever a clause begins with them."""
    yield from _LATIN_ZH.finditer(text)
    names = {match["name"]: match for match in _HOUSE_ZH.finditer(text) if not match["name"].startswith(_NO_HOUSE)}
    yield from names.values()
    if names:
        forms = "|".join(map(re.escape, names))
        yield from re.finditer(rf"(?:^|(?<=[\n,。;:、\s]))(?P<name>{forms})", text)
