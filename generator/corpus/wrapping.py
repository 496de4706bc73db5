"""Texts that were wrapped at a column, as wires and letters were sent: where their lines go on in the next one."""

from __future__ import annotations

import re

from generator.corpus.beginnings import sought

_NARROW, _WIDE = 48, 130  # characters of a column
_LINES = 5  # lines that go on: fewer do not tell a column
_MOST = 0.8  # of the lines that end without a stop
_ENDS = 40  # characters that two columns of a row take, at most
_OVER, _UNDER = 6, 12  # characters: programs count otherwise, and paragraphs may have been indented
_DATELINE = re.compile(r"[A-Z][A-Z .]+(?:,| \()")  # LONDON, Oct 4 (Reuters): a headline stands above
_STOPS = ".!?:;\"”'|)"
# said Ann B.\nLee, chairman: no sentence ends at an initial or a title
_INITIAL = re.compile(
    r"(?:\b[A-Z][a-z]+ [A-Z]|\b(?:Mr|Mrs|Ms|Dr))\.\n(?!(?:The|In|It|He|She|We|A|An|At|For|On|But|This)\b)[A-Z][a-z]"
)
# Free cash flow 11,541 15,996 11,220: a row of a table, however long it is
_ROW = re.compile(r"(?:[ \t]+[(+-]{0,2}[$€£]?\d[\d,.]*%?\)?){2}[ \t]*\Z")
_STOPS_ZH = "。!?！？"
_WIDEST_ZH = 100  # halves of a character: a Chinese one is two of them wide
_SLACK = 4  # halves: no line begins with a comma or a closing bracket, nor is a word in Latin letters cut
_HAN = re.compile("[\u3400-\u9fff\uff00-\uff60\u3000-\u303f“”‘’…]")
_BREAK = sought(r"(?<=[^\n])\n(?=[^\n])")
_SHORTEST = 44  # characters of a column that a text of few lines tells
# `Japan - was $4.97 billion (up 22%)`, below `Europe - was $14.17 billion`: one item of a list below the other
_LABEL = re.compile(r"(?:[A-Z]|i[A-Z])[^\n:.]{1,80}? [-–—] (?=[a-z$€£¥\d])")
_LOWER = re.compile(r"[a-z]{2,}[',.;:!?]?[”\"']?(?: |$)|(?:a|I) ", re.M)
_QUOTED_ON = re.compile(r",[”\"']\Z")  # “…,” and below it `said Ann Lee`
_OWN = re.compile(r"[ \t]*(?:[-*•#>|]|\d{1,2}[.)] )|[^\n]*\|")  # items, headings and rows are lines of their own


def column(text: str) -> int:
    """Return how wide the lines of a text are wrapped, 0 where they are not; less than 0 where Chinese ones are.

    A wrapped line is as long as its words allow: the first word of the next line would not have stood in it.
    """
    if any(len(line) > 2 * _WIDE for line in text.split("\n", 60)[:60]):
        return 0
    if text.count("\n") < 2 * _LINES and (width := _short(text)):
        return width
    if text.count("\n") < _LINES:
        return 0
    ends = [match.start() for match in _BREAK.finditer(text)]
    lengths = sorted(at - text.rfind("\n", 0, at) - 1 for at in ends if text[at - 1] not in _STOPS)
    lengths = [length for length in lengths if length > _NARROW // 2]  # without front matter and labels
    if len(lengths) < _LINES:
        return -_column_zh(text, ends)
    width = lengths[len(lengths) * 9 // 10]
    full = sum(goes_on(text, at, width) for at in ends)
    return width if _NARROW <= width <= _WIDE and full >= max(_LINES, _MOST * len(lengths)) else 0


def _short(text: str) -> int:
    """Return how wide the lines of a text of few lines are wrapped, 0 where that is not sure.

    Each line that ends without a stop is as long as its words allow; half of them at least go on with a small letter.
    """
    front = text.rfind("\n---\n") + 5 if text.startswith("---\n") else 0
    lines = text[front:].split("\n")
    width = max(map(len, lines))
    if not _SHORTEST <= width <= _WIDE or any(_OWN.match(line) for line in lines):
        return 0
    ends = [m.start() for m in _BREAK.finditer(text, front) if not _stops(text, m.start())]
    full = all(len(_first_word(text, at, width)) + at - text.rfind("\n", 0, at) > width for at in ends)
    sure = sum(bool(_LOWER.match(text, at + 1)) or _in_marks(text, at) for at in ends)
    return width if full and sure and 2 * sure >= len(ends) else 0


def _in_marks(text: str, at: int) -> bool:
    """Whether a line ends within words in marks, or right behind such as an attribution follows: `“…,”`."""
    start = text.rfind("\n\n", 0, at) + 1
    opened = text.count("“", start, at) > text.count("”", start, at) or text.count('"', start, at) % 2 == 1
    return opened or bool(_QUOTED_ON.search(text, at - 2, at))


def _first_word(text: str, at: int, width: int) -> str:
    """Return the first word of the line below an offset."""
    return "".join(text[at + 1 : at + width].split(None, 1)[:1])


def _stops(text: str, at: int) -> bool:
    """Whether the line that ends at an offset ends with a stop."""
    initial = _INITIAL.search(text, max(0, at - 24), at + 3)
    return text[at - 1] in _STOPS and not initial and not _QUOTED_ON.search(text, at - 2, at)


def goes_on(text: str, at: int, width: int) -> bool:
    """Whether the line that ends at an offset is full, so that the next one goes on with it."""
    if width < 0:
        return text[at - 1] not in _STOPS_ZH and abs(_wide(text, at) + width) <= _SLACK
    line = at - text.rfind("\n", 0, at) - 1
    word = _first_word(text, at, width)
    long = width // 2 < line <= width + _OVER and line + 1 + len(word) > width - _UNDER
    if long and _LABEL.match(text, at + 1) and _LABEL.match(text, at - line):
        return False
    row = long and _ROW.search(text[max(0, at - line, at - _ENDS) : at])
    return long and word.strip("“”‘’").isascii() and not (_stops(text, at) or row or _DATELINE.match(text, at + 1))


def _column_zh(text: str, ends: list[int]) -> int:
    """Return how wide the Chinese lines of a text are wrapped, as agencies and boards do it; 0 where they are not."""
    widths = sorted(_wide(text, at) for at in ends if text[at - 1] not in _STOPS_ZH)
    widths = [each for each in widths if each > _NARROW // 2]  # without front matter and labels
    width = widths[len(widths) // 2] if len(widths) >= _LINES else 0
    full = sum(abs(each - width) <= _SLACK for each in widths)
    return width if _NARROW - _OVER <= width <= _WIDEST_ZH and full >= max(_LINES, _MOST * len(widths)) else 0


def _wide(text: str, at: int) -> int:
    """Return how wide the line is that ends at an offset."""
    start = text.rfind("\n", 0, at) + 1
    return at - start + len(_HAN.findall(text, start, at)) if at - start <= _WIDEST_ZH else 0
