"""Chinese numerals that stand for digits: 二零二五年九月三十日, 百分之六十二点三."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.corpus.beginnings import sought
from generator.corpus.numerals import chinese_number

# 二零二五年九月三十日: dates as announcements in Hong Kong write them; 百分之六十二点三: shares as papers in Taiwan do.
_DIGIT = "〇零一二三四五六七八九"
_SHARE = rf"[{_DIGIT}十廿卅百两]+(?:点[{_DIGIT}]+)?"
_SPELLED = sought(
    rf"(?P<year>[一二][{_DIGIT}]{{3}})(?=年)|(?P<number>二?十[一二三四五六七八九]?|三十一?|[一二三四五六七八九])(?=月(?:[一二三四五六七八九十]{{1,3}}日|底|止|三十日))"
    r"|(?<=月)(?P<day>二?十[一二三四五六七八九]?|三十一?|[一二三四五六七八九])(?=日)"
    r"|(?<![美港欧日韩澳加亿万千百\d])(?P<first>元)(?=月(?:份|底|营收|业绩|销量|交付|出货|合并|,))"
    rf"|百分之(?P<percent>{_SHARE})(?:(?P<to>[至到])(?P<upper>{_SHARE})(?=[,。;、()之区左间水的]))?(?![几多万千{_DIGIT}])"
)


def spelled(even: str) -> Iterator[tuple[int, int, str]]:
    """Yield each year, month, day or share that is spelled out, and its digits."""
    return ((*found.span(), _in_digits(found)) for found in _SPELLED.finditer(even))


def _in_digits(found: re.Match[str]) -> str:
    """Return a year, a month or day, or a share, of Chinese numerals in digits: 二零二五, 三十一, 百分之六十二点三."""
    said = found.group()
    if found["first"]:
        return "1"  # 元月营收
    if found["percent"]:
        ends = [chinese_number(share) for share in (found["percent"], found["upper"]) if share]
        shares = [f"{value}%" for value in ends if value is not None]
        return said if len(shares) < len(ends) or found["percent"] == "百" else (found["to"] or "").join(shares)
    if "十" not in said:
        return "".join(str(max(0, _DIGIT.index(character) - 1)) for character in said)
    tens, _, ones = said.partition("十")
    return str((_DIGIT.index(tens) - 1 if tens else 1) * 10 + (_DIGIT.index(ones) - 1 if ones else 0))
