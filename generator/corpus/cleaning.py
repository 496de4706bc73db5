"""Text as rules read it: one width, one script, no torn words; every offset leads back to the text as it was read."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from importlib import resources

from generator.corpus.beginnings import sought
from generator.corpus.document import Span
from generator.corpus.numerals import chinese_number
from generator.corpus.wrapping import column, goes_on

# Stands where reference marks like [3][54] stood: they end a sentence as a full stop does, and are no number.
MARK = "\x1f"

CJK = "\u2e80-\u2fdf\u3001-\u303f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_HAN = f"[{CJK}]"
# A space or line break inside Chinese, or between Chinese and digits or Latin: torn by the page's layout, or set by
# an editor. A line break counts only inside a long line that ends without a stop (a wrapped paragraph).
_TORN = sought(
    rf"(?P<note>[ \t]?\([ \t]?\[\d{{1,3}}\][ \t]?\))|(?P<mark>[ \t]?(?:\[\d{{1,3}}\])+)"
    r"|(?<=\d\.)[ ](?=\d{1,2} ?[万亿])"
    rf"|(?<={_HAN})[ \t]+(?=[^\s])|(?<=[^\s#>*+-])[ \t]+(?={_HAN})"
    rf"|(?<=[{CJK},;:()%A-Za-z0-9])(?<![。!?])(?<![。!?…][」』])[ \t]*\r?\n[ \t]*(?=[{CJK}A-Za-z0-9(,;%“「])"
)
_COLUMNS = re.compile(r"(?:\s[(+-]?\d[\d.,]*%?\)?){2}\s*$")
# `3、本季度研发费用`: the next item of a list, whatever the line above ends with.
_ITEM = re.compile(r"\(?\d{1,2}(?:、|[.)](?!\d))|[一二三四五六七八九十]{1,3}、")
# `…同比增长34.0%`, and below it `2024年销量427万辆`: in mid-sentence a comma would stand between them
_STATED = "%元辆台部"
_STATES = re.compile(r"20\d\d(?:年|Q[1-4]|H[12])|截至|预计(?:公司)?|报告期内")
# `2025年06月06日 20:57` or `来源: 每日经济新闻` below a headline is no more of it.
_BYLINE = re.compile(r"20\d\d[年/-]\d{1,2}[月/-]\d{1,2}日?[ \d:]*$|(?:来源|作者|编辑|责编|文)[:/]", re.M)
_HEADLINE = 60  # characters: a line that is longer is no headline
_PHRASE = 5  # characters: what is shorter before or behind a space is no phrase of a headline
# A blank between two phrases, in a line that has more of them than commas.
_APART = re.compile(rf"(?<=[{CJK}%)])(?<![,、:]) (?=[一-鿿])(?![的和与及之了是在])(?![亿万千百元辆台个倍])")
_FEW = 2  # blanks of a line, which may have been torn
_BLANK = re.compile(rf"(?<={_HAN})[ \u3000]+(?={_HAN})")
_RUN_BEFORE, _RUN_AFTER = re.compile(r"[^\s,。;:，；：、]+$"), re.compile(r"[^\s,。;:，；：、]+")
_ENDS = re.compile(rf"(?:{_HAN}|\d%)$")
_NEVER_FIRST = frozenset(",、:!?)》」”-/+*#>.的和与及之了是在")
_NUMBER_FIRST = re.compile(r"\d[\d.,]*(?:%|[万亿]元?)")  # 营收同比增长 10.6%: how much is no phrase of its own
_WRAPPED = 36  # characters: a line shorter than this ends where its author ended it
# 二零二五年九月三十日: dates as announcements in Hong Kong write them; 百分之六十二点三: shares as papers in Taiwan do.
_DIGIT = "〇零一二三四五六七八九"
_SHARE = rf"[{_DIGIT}十廿卅百两]+(?:点[{_DIGIT}]+)?"
_SPELLED = sought(
    rf"(?P<year>[一二][{_DIGIT}]{{3}})(?=年)|(?P<number>二?十[一二三四五六七八九]?|三十一?|[一二三四五六七八九])(?=月(?:[一二三四五六七八九十]{{1,3}}日|底|止|三十日))"
    r"|(?<=月)(?P<day>二?十[一二三四五六七八九]?|三十一?|[一二三四五六七八九])(?=日)"
    r"|(?<![美港欧日韩澳加亿万千百\d])(?P<first>元)(?=月(?:份|底|营收|业绩|销量|交付|出货|合并|,))"
    rf"|百分之(?P<percent>{_SHARE})(?:(?P<to>[至到])(?P<upper>{_SHARE})(?=[,。;、()之区左间水的]))?(?![几多万千{_DIGIT}])"
)
# ``The quarter was slow,'' she said: quotation marks as old wires type them.
_TYPED = {"``": "“", "''": "”"}
_TYPED_MARK = re.compile("|".join(_TYPED))
_ZERO_WIDTH = re.compile("[\u200b-\u200d\u2060\ufeff\u00ad]")
# Emoji of posts, and bullets that PDFs take from fonts of their own: no font of a briefing writes them.
_PICTURES = re.compile("[\u2600-\u2604\u2607-\u27bf\u2b00-\u2bff\ufe0f\u20e3\ue000-\uf8ff\U0001f000-\U000fffff] ?")
# `**Margins Widen**: Gross margin rose to **64%**`: stars only set in bold; a label in bold is a sentence of its own.
_BOLD = re.compile(r"(?P<label>\*\*: ?(?=[A-Z][a-z]+ ))|\*\*")


@dataclass(frozen=True, slots=True)
class Folded:
    """A text made uniform. `text` is what rules read; `original` leads a span of it back to the text as read."""

    text: str
    length: int
    _from: tuple[int, ...]
    _shift: tuple[int, ...]

    def original(self, start: int, end: int) -> Span:
        """Return the span of the original text behind `text[start:end]`."""
        return Span(self._place(start), self._place(end - 1) + 1 if end > start else self._place(start))

    def _place(self, offset: int) -> int:
        return min(offset + self._shift[bisect_right(self._from, offset) - 1], self.length)

    def position(self, original: int) -> int:
        """Return where in `text` an offset of the original text has gone (the nearest one kept)."""
        low, high = 0, len(self.text)
        while low < high:
            middle = (low + high) // 2
            if self._place(middle) < original:
                low = middle + 1
            else:
                high = middle
        return low


def _apart(even: str) -> set[int]:
    """Return the blanks that set phrases apart, as commas do elsewhere: 收入523亿元同比增长31% 净利润46亿元."""
    blanks, start = set[int](), 0
    for line in even.splitlines(keepends=True):
        most = max(_FEW, line.count(","))
        if line.count(" ") > most and not line.isascii():
            found = [start + blank.start() for blank in _APART.finditer(line)]
            blanks |= set(found if len(found) > most else ())
        start += len(line)
    return blanks


def fold(text: str) -> Folded:
    """Make a text uniform: ASCII width, plain dashes and spaces, simplified Chinese, torn words closed."""
    even = text.translate(_table())
    pieces: list[str] = []
    starts, shifts, written, read = [0], [0], 0, 0
    for found in _cuts(even):
        start, end, instead = found
        pieces += (even[read:start], instead)
        written += start - read + len(instead)
        read = end
        if len(instead) > 1:  # the last of 62.3% is the last of 百分之六十二点三
            starts.append(written - 1)
            shifts.append(read - written)
        starts.append(written)
        shifts.append(read - written)
    pieces.append(even[read:])
    return Folded("".join(pieces), len(text), tuple(starts), tuple(shifts))


def rejoin(text: str) -> str:
    """Return a slice of a document for print: torn spaces closed, marks and pictures gone, its own characters kept.

    The comma before `she said` is the sentence's, not the speaker's: the words end without it.
    """
    folded = fold(text)
    spans = zip(folded._from, (*folded._from[1:], len(folded.text)), folded._shift, strict=True)
    kept = "".join(
        text[at + shift] for start, end, shift in spans for at in range(start, end) if folded.text[at] != MARK
    )
    written = re.sub(r"\s*\n\s*", " ", _BLANK.sub(_closed, _PICTURES.sub("", kept)))
    return written.strip().rstrip(",，、").rstrip()


def _closed(blank: re.Match[str]) -> str:
    """Return the blank between two phrases of a headline, nothing for one that tore a sentence: 我们 需要 芯片."""
    before = _RUN_BEFORE.search(blank.string, max(0, blank.start() - _PHRASE), blank.start())
    after = _RUN_AFTER.match(blank.string, blank.end(), blank.end() + _PHRASE)
    lengths = [len(run.group()) if run else 0 for run in (before, after)]
    return blank.group() if min(lengths) >= _PHRASE else ""


def _cuts(even: str) -> list[tuple[int, int, str]]:
    cuts = [(*m.span(), "") for m in _ZERO_WIDTH.finditer(even)]
    cuts += [(*found.span(), _in_digits(found)) for found in _SPELLED.finditer(even)]
    cuts += [(*found.span(), MARK if found["label"] else "") for found in _BOLD.finditer(even)]
    apart, width = _apart(even), column(even)
    if "``" in even:
        cuts += [(*found.span(), _TYPED[found.group()]) for found in _TYPED_MARK.finditer(even)]
    for found in _TORN.finditer(even):
        if found["note"]:  # `Non-IFRS([1]) profit`: the mark of a footnote, which ends nothing
            cuts.append((*found.span(), " " if even[found.end() : found.end() + 1].isalnum() else ""))
        elif found["mark"]:
            cuts.append((*found.span(), MARK))
        elif found.start() in apart:
            continue
        elif "\n" not in found.group():
            cuts += [] if _between_phrases(even, *found.span()) else [(*found.span(), "")]
        elif (width and goes_on(even, found.start(), width)) or _wrapped(even, *found.span()):
            between = even[found.start() - 1 : found.start()] + even[found.end() : found.end() + 1]
            cuts.append((*found.span(), " " if between.isascii() else ""))
    cuts.sort()
    return [cut for before, cut in zip([(0, 0, ""), *cuts], cuts, strict=False) if cut[0] >= before[1]]


def _between_phrases(even: str, start: int, end: int) -> bool:
    """Whether a space sets two phrases of a headline apart, and was not torn: 季赚7亿元 小米汽车首录盈利."""
    low = even.rfind("\n", max(0, start - _HEADLINE), start) + 1
    high = even.find("\n", end, end + _HEADLINE)
    line = even[low : high if high >= 0 else len(even)] if low or start <= _HEADLINE else ""
    if not line or (high < 0 and len(even) - end > _HEADLINE) or len(line) > _HEADLINE or re.search("[。;|]", line):
        return False
    before, after = line[: start - low].rpartition(" ")[2], line[end - low :].partition(" ")[0]
    apart = bool(_ENDS.search(before)) and after[0] not in _NEVER_FIRST and not _NUMBER_FIRST.match(after)
    return min(len(before), len(after)) >= _PHRASE and apart


def _in_digits(found: re.Match[str]) -> str:
    """Return a year, a month or day, or a share, of Chinese numerals in digits: 二零二五, 三十一, 百分之六十二点三."""
    spelled = found.group()
    if found["first"]:
        return "1"  # 元月营收
    if found["percent"]:
        ends = [chinese_number(share) for share in (found["percent"], found["upper"]) if share]
        shares = [f"{value}%" for value in ends if value is not None]
        return spelled if len(shares) < len(ends) or found["percent"] == "百" else (found["to"] or "").join(shares)
    if "十" not in spelled:
        return "".join(str(max(0, _DIGIT.index(character) - 1)) for character in spelled)
    tens, _, ones = spelled.partition("十")
    return str((_DIGIT.index(tens) - 1 if tens else 1) * 10 + (_DIGIT.index(ones) - 1 if ones else 0))


def _wrapped(even: str, start: int, end: int) -> bool:
    """Whether a line break only wraps a paragraph: the line is long, and the next one goes on in mid-sentence."""
    line = start - (even.rfind("\n", 0, start) + 1)
    if line < _WRAPPED or even.startswith("#", start - line) or "|" in even[start - line : start]:
        return False  # headings and rows of tables are lines of their own
    if _BYLINE.match(even, end) or _ITEM.match(even, end) or (even[start - 1] in _STATED and _STATES.match(even, end)):
        return False
    if _in_columns(even, start - line, start) or _in_columns(even, end, even.find("\n", end)):
        return False
    if even[start - 1].isascii() and even[end].isascii():
        return line > 2 * _WRAPPED and (even[end].islower() or even[end].isdigit())
    return True


def _in_columns(even: str, start: int, end: int) -> bool:
    """Whether a line ends in numbers: it is a table's row, and so is, or heads them, the one before it."""
    end = len(even) if end < 0 else end
    return bool(_COLUMNS.search(even, max(start, end - 60), end))


@cache
def _table() -> dict[int, str]:
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
    table |= {ord(small): plain for small, plain in zip("﹐﹑﹒﹔﹕﹖﹗﹙﹚", ",、.;:?!()", strict=True)}
    return table | {ord(old): new for old, new in simplified().items()}


@cache
def simplified() -> dict[str, str]:
    """Return the simplified form of each traditional character that has one (OpenCC's table, first choice)."""
    table = resources.files("opencc").joinpath("dictionary/TSCharacters.txt").read_text(encoding="utf-8")
    pairs = (line.split() for line in table.splitlines() if line.strip())
    return {pair[0]: pair[1] for pair in pairs if len(pair) > 1 and pair[0] != pair[1] and len(pair[1]) == 1}
