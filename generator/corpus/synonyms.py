"""Words of time and money that say the same as a commoner one, which alone rules know: 去年同季, 首半年, 美金."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.corpus.beginnings import sought

# What may stand behind a year of two digits, and tells that it is one: 24年Q3, 25年上半年; no 成立20年, 20年前.
_OF_A_YEAR = (
    r"(?=度?的?(?:第?[一二三四1-4首末]季|第?[一二三四]财季|Q[1-4]|[1-4]Q|H[12]|[上下]半年|[前首][三3]个?季|[前首][一-九\d]{1,2}个月"
    r"|全年|年报|年度|半年报|[一三]季报|中报|1?\d月))"
)
_SAID = sought(
    r"(?P<prior>(?P<year>[去上]年|上一年|前一年)度?的?同(?:一?(?:时期|季度|季|时段)|期(?:水平|水准)))"
    r"|(?P<before>[前上]一年)(?=同[期季月])|(?P<half>[首头]半年)(?!报)|(?P<first>头)(?=[三3]个?季|[一二三四五六七八九十\d]{1,2}个月)|(?P<dollars>美金)|(?P<margin>毛利润率)|(?P<nth>(?<=年)的?第[一二三四]个季度)|(?P<glued>(?<![A-Za-z])(?:EPS|ASP|ARPU|DAU|MAU))(?=\d)"
    rf"|(?<![\dA-Za-z./~-])(?<!\d,)(?<![近第逾超约达满这用长经了去续])(?P<short>2\d)年{_OF_A_YEAR}"
)


def synonyms(even: str) -> Iterator[tuple[int, int, str]]:
    """Yield each word that has a commoner one, and that."""
    return ((*found.span(), _commoner(found)) for found in _SAID.finditer(even))


_COMMONER = {"before": "上年", "half": "上半年", "first": "首", "dollars": "美元", "margin": "毛利率"}


def _commoner(found: re.Match[str]) -> str:
    if found["prior"]:
        return found["year"].replace("一", "").replace("前年", "上年") + "同期"
    if found["glued"]:
        return f"{found['glued']} "  # EPS1.05美元
    if found["nth"]:
        return found["nth"].lstrip("的").replace("个", "")  # 2025年第三个季度
    if found["short"]:
        return f"20{found['short']}年"
    return _COMMONER[found.lastgroup or ""]
