"""Every number that a text states: in digits, in words of either language, as a share or a multiple.

Figures are read by `amounts` and `linking`; this asks less, and misses less: whether words claim a quantity at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from generator.corpus.cleaning import fold
from generator.corpus.document import Span
from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.in_text import amounts
from generator.extraction.vocabulary import words

# A digit in a name, as in SU7, iPhone16 or 5G, is no number; Q3 and FY2025 are periods. ½, ② and Ⅲ are numbers.
_DIGITS = re.compile(
    r"(?<![A-Za-z0-9])(?<!\d[.,])(?![2-6][GD]\b)[.,]?\d+(?:[.,]\d+)*(?:\s?[%％])?|(?<![A-Za-z])(?:Q[1-4]|H[12]|FY\s?\d+)(?![A-Za-z0-9])"
    r"|[\u00b2\u00b3\u00b9\u00bc-\u00be\u2070\u2074-\u2079\u2080-\u2089\u2150-\u2189\u2460-\u249b\u24ea-\u24ff\u2776-\u2793\u3220-\u3229\u3280-\u3289]+"
)
_HAN = "零〇一二两三四五六七八九十百千万亿"
_FEW = 10
# Cues of the grammar that are amounts by themselves.
MULTIPLES = ("doubled", "tripled", "quadrupled", "quintupled", "sextupled", "halved")


@lru_cache(maxsize=2**14)  # a briefing's words are asked about again for each of its files
def numbers(text: str, counts: bool = True) -> tuple[Span, ...]:
    """Return the spans of a text's numbers, those that overlap as one.

    Without `counts`, small numbers in words that only count something are none: `two figures agree`.
    """
    folded = fold(text)
    found = [folded.original(*span) for span in _found(folded.text, counts)]
    # 二〇二五年 is folded to 2025年; the comma of `Outlet 10，2025年`, folded too, would make one number of two
    spelt = (folded.original(*digits.span()) for digits in _DIGITS.finditer(folded.text))
    found += [span for span in spelt if not any(char.isascii() and char.isdigit() for char in text[slice(*span)])]
    return tuple(_merged([*found, *(Span(*digits.span()) for digits in _DIGITS.finditer(text))]))


@lru_cache(maxsize=2**13)  # a catalogue's names, at every change that the preview sees
def quantities(text: str) -> tuple[Amount, ...]:
    """Return the amounts of a text that have a scale or a unit: money, shares, multiples; 5G and Top 3 are none."""
    plain = fold(text).text
    found = amounts(plain, 0, len(plain))
    return tuple(a for a in found if a.scaled or a.kind not in ("bare", "count", "measure"))


def _found(text: str, counts: bool) -> Iterator[tuple[int, int]]:
    for pattern in (_stated(), *([_counted()] if counts else [])):
        yield from (match.span() for match in pattern.finditer(text))
    for amount in amounts(text, 0, len(text)):
        counted = amount.kind in ("bare", "count") and not amount.scaled
        digits = any(char.isdigit() for char in text[amount.start : amount.end])  # found as such, with a unit or not
        few = amount.value == 1 or (abs(amount.value) <= _FEW and not counts)  # 一家, 两名
        if not (counted and (digits or few)):
            yield amount.start, amount.end


@cache
def _stated() -> re.Pattern[str]:
    """Words that state a quantity by themselves."""
    en, zh, cues = words("spelt")["en"], words("spelt")["zh"], words("cues")
    count, part = f"(?:{_any(en['counts'])})", f"(?:{_any(en['parts'])})"
    number = rf"(?:(?:an?|one|{count}|several|few|many|half an?|\d[\d.,]*+)[ -]?\b)"
    multiples = [*en["multiples"], *(word for kind in MULTIPLES for word in cues[kind]["words"])]
    latin = [word for word in multiples if word.isascii()]
    return re.compile(
        rf"\b{number}*(?:{_any(en['scales'])})s?(?:[ -](?:and )?(?:{count}|{_any(en['scales'])})s?)*\b"
        rf"|\b(?:zero|one|{count})(?:[ -]{count})?[ -]?(?:{_any(en['units'])})\b"
        rf"|\b(?:an?|one|{count})[ -]{part}s?(?= of (?:the|all|its|our|their|total|revenue|sales|profit)\b)"
        rf"|\b(?:one|{count})[ -](?:in|out of|of every) (?:{count})\b|\b(?:one|{count})[ -]{part}s?\b(?! (?:quarter|half|year))"
        rf"|(?<!first )(?<!second )(?<!latter )(?<!other )\bhalf(?= (?:of|the|its|our|their|as|that|again)\b)"
        rf"|\b(?:first|second|third|fourth|final)[ -](?:quarter|half)\b|\b(?:low|mid|high)[ -]teens\b"
        rf"|\b(?:{_any(latin)})\b(?![ -](?:{_any(en['not_multiples'])})\b)"
        rf"|(?:{_any(word for word in multiples if not word.isascii())})"
        rf"|百分之[{_HAN}点]+|[{_HAN}]+分之[{_HAN}]+|{_any(zh['parts'])}|[一二两三四五六七八九十]成(?=[一-鿿]?[,。;、以左的]|$)"
        rf"|(?:[一二两三四五六七八九数几上近逾过]|百|千(?=[万亿])|万(?=亿))[十百千万亿]+(?![万亿别])[多余几]?"
        rf"|[一二三四五六七八九]折(?![叠扣合旧算线中返损])|近半(?!个?[年月])"
        rf"|第?[一二三四]季度|[〇零一二三四五六七八九]{{4}}年|[一二三四五六七八九十]+月[一二三四五六七八九十]+[日号]",
        re.I,
    )


@cache
def _counted() -> re.Pattern[str]:
    """Numbers in words that count something. A year of Chinese numerals is one, 第三 and 十分 are none."""
    en, zh = words("spelt")["en"], words("spelt")["zh"]
    return re.compile(
        rf"(?<![-\w])(?:{_any(en['counts'])})\b(?:-(?:{_any(en['counts'])})\b)?"
        rf"|(?<![第初周期{_HAN}])[二两三四五六七八九十百千][{_HAN}]*[多余几]?(?:{_any(zh['counted'])})(?![力足分])",
        re.I,
    )


def _any(forms: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, forms), key=len, reverse=True))


def _merged(spans: Iterable[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        elif span.end > span.start:
            merged.append(span)
    return merged
