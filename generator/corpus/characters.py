"""Characters of one width and one script: ASCII digits and stops, plain dashes and spaces, simplified Chinese."""

from __future__ import annotations

from functools import cache
from importlib import resources


@cache
def uniform() -> dict[int, str]:
    """Return what stands for each character in the text that rules read, for `str.translate`."""
    table = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    table |= {ord(dash): "-" for dash in "‐‑‒–—―−﹣"}
    table |= {
        ord(space): " " for space in "\u00a0\u3000\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2009\u200a\u202f\t"
    }
    table |= {
        ord("’"): "'",
        ord("‘"): "'",
        ord("﹪"): "%",
        ord("∶"): ":",
        ord("︰"): ":",
        ord("○"): "〇",
        ord("～"): "~",
        ord("〜"): "~",
    }
    table |= {ord(upright): mark for upright, mark in zip("﹁﹂﹃﹄", "「」『』", strict=True)}
    table |= {ord(small): plain for small, plain in zip("﹐﹑﹒﹔﹕﹖﹗﹙﹚", ",、.;:?!()", strict=True)}
    table |= {ord(old): new for old, new in simplified().items()}
    return table | {ord(book): "账" for book in "帳帐"}  # 進帳 is 进账, 帳面 is 账面


_COMMON = "\uffff"  # the last character of the common plane


@cache
def simplified() -> dict[str, str]:
    """Return the simplified form of each traditional character that has one (OpenCC's table, first choice).

    What is beyond the common plane nobody writes, and no rule takes for Chinese: 郭明錤 keeps his 錤.
    """
    table = resources.files("opencc").joinpath("dictionary/TSCharacters.txt").read_text(encoding="utf-8")
    pairs = (line.split() for line in table.splitlines() if line.strip())
    return {
        pair[0]: pair[1]
        for pair in pairs
        if len(pair) > 1 and pair[0] != pair[1] and len(pair[1]) == 1 and pair[1] <= _COMMON
    }
