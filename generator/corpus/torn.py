"""Torn text: blanks and line breaks that a page's layout put into a sentence, and marks that it put behind one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.corpus.beginnings import sought
from generator.corpus.hanging import hangs
from generator.corpus.wrapping import column, goes_on

# Stands where reference marks like [3][54] stood: they end a sentence as a full stop does, and are no number.
MARK = "\x1f"

CJK = "\u2e80-\u2fdf\u3001-\u303f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_HAN = f"[{CJK}]"
# A space or line break inside Chinese, or between Chinese and digits or Latin: torn by the page's layout, or set by
# an editor. A line break counts only inside a long line that ends without a stop (a wrapped paragraph).
_TORN = sought(
    rf"(?P<note>[ \t]?\([ \t]?\[\d{{1,3}}\][ \t]?\))|(?P<mark>[ \t]?(?:\[\d{{1,3}}\])+)"
    r"|(?P<own>(?<=[A-Za-z]) ['’] ?(?=s\b))"
    r"|(?<=\d\.)[ ](?=\d{1,2} ?[万亿])"
    r"|(?<=\d,)[ ](?=0\d\d(?![\d.]))"  # 1, 000座: 000 is no number of its own
    rf"|(?:(?<={_HAN}[1-9],)|(?<={_HAN} [1-9],))(?<!第[1-9],)[ ](?=[1-9]\d\d ?[座个家辆台部名万亿])"  # 4, 888个
    r"|(?<=[A-Za-z\d%)])[ ](?=[.,](?:\s|\Z))"
    rf"|(?<={_HAN})[ \t]+(?=[^\s])|(?<=[^\s#>*+-])[ \t]+(?={_HAN})"
    rf"|(?:(?<=[{CJK},;:()%A-Za-z0-9])|(?<=,[”\"]))"
    rf"(?<![。!?])(?<![。!?…][」』])[ \t]*\r?\n[ \t]*(?=[{CJK}A-Za-z0-9(,;%“「$€£¥])"
    r"|(?<=[a-z]-)[ \t]*\r?\n(?=[a-z])"
    r"|(?<=[a-z,])[ \t]*\r?\n[ \t]*\r?\n(?=[a-z\d$€£¥])"
    rf"|(?<=,)[ \t]*\r?\n[ \t]*\r?\n(?={_HAN})"
    r"|(?<= [A-Z]\.)\r?\n(?=[A-Z][a-z])|(?<= [MD][rs]\.)\r?\n(?=[A-Z][a-z])"  # said Ann B.\nLee, chairman
)
_COLUMNS = re.compile(r"(?:\s(?:[$€£¥] ?)?[(+-]?\d(?:[\d.,]*\d)?(?:\)%| ?%?\)?)){2}\s*$")  # no `September 30, 2022`
# `3、本季度研发费用`: the next item of a list, whatever the line above ends with.
_ITEM = re.compile(r"\(?\d{1,2}(?:、|[.)](?!\d))|[一二三四五六七八九十]{1,3}、")
# `…同比增长34.0%`, and below it `2024年销量427万辆`: in mid-sentence a comma would stand between them
_STATED = "%元辆台部"
_STATES = re.compile(r"20\d\d(?:年|Q[1-4]|H[12])|截至|预计(?:公司)?|报告期内")
# `2025年06月06日 20:57` or `来源: 每日经济新闻` below a headline is no more of it.
_BYLINE = re.compile(r"20\d\d[年/-]\d{1,2}[月/-]\d{1,2}日?[ \d:]*$|(?:来源|作者|编辑|责编|文)[:/]", re.M)
_LAST = 16  # characters at a line's end, of which one word may bind it to the next line
_HEADLINE = 60  # characters: a line that is longer is no headline
PHRASE = 5  # characters: what is shorter before or behind a blank is no phrase of a headline
# A blank between two phrases, in a line that has more of them than commas.
_APART = re.compile(rf"(?<=[{CJK}%)])(?<![,、:]) (?=[一-鿿])(?![的和与及之了是在])(?![亿万千百元辆台个倍])")
_FEW = 2  # blanks of a line, which may have been torn
_ENDS = re.compile(rf"(?:{_HAN}|\d%)$")
_NEVER_FIRST = frozenset(",、:!?)》」”-/+*#>.的和与及之了是在至到")
# `营收 888.2 亿元`: some outlets set a blank on either side of every number, which parts no phrases
_SET_APART = re.compile(rf"(?<={_HAN}) (?=\d)|(?<=\d) (?={_HAN})")
_NUMBER_SET_APART = re.compile(rf"\d (?={_HAN})|(?<={_HAN}) \d[\d.,]*% (?={_HAN})")
_NUMBER_FIRST = re.compile(r"\d[\d.,]*(?:%|[万亿]元?)")  # 营收同比增长 10.6%: how much is no phrase of its own
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_BLOCKS = 3  # blank lines: a text that has them parts its paragraphs so, and breaks lines within them for no reason
_SENTENCE = 20  # characters: what is shorter is a label, and what stands below it may begin with a small letter
_WRAPPED = 36  # characters: a line shorter than this ends where its author ended it
# What no English line of its own ends with, or begins with: `Capital expenditures were`, and below it `$9.5 billion`.
_BINDS = re.compile(
    r"(?:^|[\s(])(?:a|an|the|its|our|their|his|her|this|these|those|of|to|in|at|by|for|from|with|on|over|than|as|and|or|nor|but|was|were|is|are|be|been|had|has|have|will|would|which|that|who|including|while|when|where|whose|because|although|though|whether|into|among|amid|through|could|may|might|should|must|compared|about|approximately|around|nearly|both|between|per|against|since|during|under|after|before|versus|nor)$",
    re.I,
)
_LOWER = re.compile(r"[a-z]{2,}(?:'[a-z]+)?[,.]? ")  # no `iPhone sales`
_GOES_ON = re.compile(r" {0,12}[a-z]{2,}(?:['-][a-z]+)*[,.;]? ")
_RUNNING = 48  # characters: a line that itself goes on, and is no shorter, goes on in the next one
_BEGUN = re.compile(
    r"[a-z\d%)]{2}\. (?:[A-Z][a-z]|In |A )[^.!?|\n]{6,}$"
)  # `ecosystem. Revenue of FinTech and Business`
_BOUND = re.compile(
    r"(?:of|to|in|at|by|for|from|with|than|and|or|was|were|is|are|has|had|which|compared|versus|vs|increased|decreased|rose|fell|grew|billion|million|trillion)\b"
)


def torn(even: str) -> Iterator[tuple[int, int, str]]:
    """Yield what tears a text, and what stands in its place in the text that rules read."""
    apart, width = _apart(even), column(even)
    in_blocks = len(_BLANK_LINE.findall(even)) >= _BLOCKS
    for found in _TORN.finditer(even):
        start, end = found.span()
        if found["note"]:  # `Non-IFRS([1]) profit`: the mark of a footnote, which ends nothing
            yield start, end, " " if even[end : end + 1].isalnum() else ""
        elif found["mark"]:
            yield start, end, MARK
        elif found["own"]:  # `Alibaba ’ s cloud`
            yield start, end, "'"
        elif start in apart:
            continue
        elif "\n" not in found.group():
            if not _between_phrases(even, start, end):
                yield start, end, ""
        elif _goes_on(even, start, end, width, in_blocks):
            tight = even[start - 1] == "-" and "\n" in found.group()  # year-, and below it over-year
            yield start, end, " " if (even[start - 1 : start] + even[end : end + 1]).isascii() and not tight else ""


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


def _between_phrases(even: str, start: int, end: int) -> bool:
    """Whether a space sets two phrases of a headline apart, and was not torn: 季赚7亿元 小米汽车首录盈利."""
    low = even.rfind("\n", max(0, start - _HEADLINE), start) + 1
    high = even.find("\n", end, end + _HEADLINE)
    line = even[low : high if high >= 0 else len(even)] if low or start <= _HEADLINE else ""
    if not line or (high < 0 and len(even) - end > _HEADLINE) or len(line) > _HEADLINE or re.search("[。;|]", line):
        return False
    before, after = line[: start - low], line[end - low :]
    if _NUMBER_SET_APART.search(line):
        if after[:1].isdigit():
            return False
        before, after = _SET_APART.sub("", before), _SET_APART.sub("", after)
    before, after = before.rpartition(" ")[2], after.partition(" ")[0]
    apart = bool(_ENDS.search(before)) and after[0] not in _NEVER_FIRST and not _NUMBER_FIRST.match(after)
    return min(len(before), len(after)) >= PHRASE and apart


def _wrapped(even: str, start: int, end: int, in_blocks: bool) -> bool:
    """Whether a line break only wraps a paragraph: the line is long, and the next one goes on in mid-sentence."""
    line = start - (even.rfind("\n", 0, start) + 1)
    if even.startswith("#", start - line) or "|" in even[start - line : start]:
        return False  # headings and rows of tables are lines of their own
    if line < _WRAPPED:
        return in_blocks and _in_mid_sentence(even, start, end, line)
    if even[start - line : start].isascii() and even[start - line : start].isupper():
        return False  # FENWICK ANALYST ANN LEE: and below it what she says
    if _BYLINE.match(even, end) or _ITEM.match(even, end) or (even[start - 1] in _STATED and _STATES.match(even, end)):
        return False
    if _in_columns(even, start - line, start) or _in_columns(even, end, even.find("\n", end)):
        return False
    if even[start - 1].isascii() and even[end].isascii():
        bound = _BINDS.search(even, start - min(line, _LAST), start) or _BOUND.match(even, end)
        if bound or even[start - 1] == "-":
            return True
        if in_blocks and _in_mid_sentence(even, start, end, line):
            return True
        if line >= _RUNNING and _runs_on(even, start - line, start, end):
            return True
        return line > 2 * _WRAPPED and (even[end].islower() or even[end].isdigit())
    return True


def _runs_on(even: str, line: int, start: int, end: int) -> bool:
    """Whether a line that is in mid-sentence at both ends goes on: with a small letter, or behind its own stop."""
    if not _GOES_ON.match(even, line) or even[start - 1] in ":;":
        return False
    return bool(_GOES_ON.match(even, end)) or bool(_BEGUN.search(even, line, start))


def _in_mid_sentence(even: str, start: int, end: int, line: int) -> bool:
    """Whether an English line of any length goes on in the next one, in a text whose paragraphs blank lines part.

    A page's links stand in lines of their own: `said on Friday revenue was`, and below it `$15.6 billion, down 22%`.
    """
    if not (even[start - 1].isascii() and even[end].isascii()) or even[start - 1] in ":;":
        return False
    if _in_columns(even, start - line, start) or _in_columns(even, end, even.find("\n", end)):
        return False
    label = line < _SENTENCE and even[end].isupper()
    bound = not label and _BINDS.search(even, start - min(line, _LAST), start)
    return bool(bound) or (line >= _SENTENCE and bool(_LOWER.match(even, end)))


def _goes_on(even: str, start: int, end: int, width: int, in_blocks: bool) -> bool:
    """Whether what stands below a line, or a blank line, goes on with it."""
    if even.count("\n", start, end) > 1:
        return _parted(even, start, end)
    return (
        bool(width and goes_on(even, start, width))
        or hangs(even, start, end)
        or _pauses(even, start, end)
        or _wrapped(even, start, end, in_blocks)
    )


def _pauses(even: str, start: int, end: int) -> bool:
    """Whether the line below a long Chinese one begins with a pause: 同比增长20.4%, and below it `,毛利率达到19.8%`."""
    line = even.rfind("\n", 0, start) + 1
    above = even[line:start]
    return even[end] in ",;" and len(above) >= _WRAPPED and not above.isascii() and "|" not in above


def _parted(even: str, start: int, end: int) -> bool:
    """Whether a blank line only parts a sentence, as some pages set each line of a wire.

    `grew 18 percent from a year before to`, and below it `943.6 billion yen`; 高于前季5.19元, and 及去年6.12元
    """
    line = start - (even.rfind("\n", 0, start) + 1)
    if line < _WRAPPED or even.startswith("#", start - line) or "|" in even[start - line : start]:
        return False
    if not even[end].isascii():
        return _ITEM.match(even, end) is None
    bound = _BINDS.search(even, start - _LAST, start) or _BOUND.match(even, end)
    return bool(bound) or (line > 2 * _WRAPPED and bool(_LOWER.match(even, end)))


def _in_columns(even: str, start: int, end: int) -> bool:
    """Whether a line ends in numbers: it is a table's row, and so is, or heads them, the one before it."""
    end = len(even) if end < 0 else end
    return bool(_COLUMNS.search(even, max(start, end - 60), end))
