"""Text as rules read it: one width, one script, no torn words; every offset leads back to the text as it was read."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.corpus.beginnings import sought
from generator.corpus.characters import uniform
from generator.corpus.document import Span
from generator.corpus.links import links
from generator.corpus.marks import marks
from generator.corpus.notes import notes
from generator.corpus.run_together import run_together
from generator.corpus.spelled import spelled
from generator.corpus.synonyms import synonyms
from generator.corpus.torn import CJK, MARK, PHRASE, torn
from generator.corpus.torn_days import torn_days
from generator.corpus.torn_decimals import torn_decimals

_BLANK = re.compile(rf"(?<=[{CJK}])[ \u3000]+(?=[{CJK}])")
_RUN_BEFORE, _RUN_AFTER = re.compile(r"[^\s,。;:，；：、]+$"), re.compile(r"[^\s,。;:，；：、]+")
# `小米(01810.HK) -0.160 (-0.456%) 沽空 $3.59千万; 比率 16.226% 交付量`: a terminal's quotation, set into the sentence.
_QUOTATION = re.compile(
    r"(?<=HK\)) ?(?:[+-][\d.,]+|0\.000) ?\([+-]?[\d.]+%\)(?: {0,3}沽空 ?\$[\d.,]+[百千]?[亿万]?; ?比率 ?[\d.]+%)? ?"
)
# `It fell.  Net profit rose`, and `> It fell` as forwarded mail has it; not the columns of a table set by blanks
_WIDE = sought(r"(?<=[.!?;:,)”\"']) {1,2}(?= [A-Za-z“\"(])")
_FORWARDED = re.compile(rf"^(?:> ?){{1,3}}(?=[A-Za-z{CJK}“\"#*-])", re.M)
_ZERO_WIDTH = re.compile("[\u200b-\u200d\u2060\ufeff\u00ad]")
# Emoji of posts, and bullets that PDFs take from fonts of their own: no font of a briefing writes them.
_PICTURES = re.compile("[\u2600-\u2604\u2607-\u27bf\u2b00-\u2bff\ufe0f\u20e3\ue000-\uf8ff\U0001f000-\U000fffff] ?")
# `**Margins Widen**: Gross margin rose to **64%**`: stars only set in bold; a label in bold is a sentence of its own.
# A line that is bold as a whole is a heading, and two in bold with nothing between stood in cells of their own.
_BOLD = sought(
    r"(?P<heading>(?<![^\n])\*\*(?=[^*\n.!?。;]{2,60}\*\*:?[ \t]*(?:\n|\Z)))"
    r"|(?P<apart>\*{4}|(?<=_)\*\*(?=\w))|(?P<label>\*\*: ?(?=[A-Z][a-z]+ ))|\*\*"
)
# *Lei Jun* said, _Lei Jun_: set in italics; no footnote's star, nor a name_with_such
_ITALIC = sought(
    r"(?<![A-Za-z0-9*_])(?P<mark>[*_])(?=[\w“\"「])(?P<words>[^*_\n]{1,400})(?<=[^\s*_])(?P=mark)(?![A-Za-z0-9*_])"
)
_SET_BY = {"heading": "# ", "apart": " ", "label": f":{MARK}"}
_PRINTED = {_SET_BY["heading"]: "", _SET_BY["label"]: ": "}
Cut = tuple[int, int, str]  # from where to where a text is read otherwise, and how


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
        if original >= self.length:
            return len(self.text)
        low, high = 0, len(self.text)
        while low < high:
            middle = (low + high) // 2
            if self._place(middle) < original:
                low = middle + 1
            else:
                high = middle
        return low


def fold(text: str, also: Sequence[Cut] = ()) -> Folded:
    """Make a text uniform: ASCII width, plain dashes and spaces, simplified Chinese, no torn words; cut `also`."""
    even = text.translate(uniform())
    pieces: list[str] = []
    starts, shifts, written, read = [0], [0], 0, 0
    for start, end, instead in _cuts(even, also):
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
    kept, read = "", 0
    for start, end, instead in _cuts(text.translate(uniform())):
        kept += text[read:start] + _printed(text[start:end], instead)
        read = end
    kept = (kept + text[read:]).replace("**", "").replace(MARK, "")
    written = re.sub(r"\s*\n\s*", " ", _BLANK.sub(_closed, _PICTURES.sub("", kept)))
    return written.strip().rstrip(",，、").rstrip()


def _printed(cut: str, instead: str) -> str:
    """Return what is printed of a cut: the author's own words, where rules only read others: 百分之六十二点三."""
    if not cut or any(character.isalnum() for character in instead):
        return cut
    return _PRINTED.get(instead, instead)


def _closed(blank: re.Match[str]) -> str:
    """Return the blank between two phrases of a headline, nothing for one that tore a sentence: 我们 需要 芯片."""
    before = _RUN_BEFORE.search(blank.string, max(0, blank.start() - PHRASE), blank.start())
    after = _RUN_AFTER.match(blank.string, blank.end(), blank.end() + PHRASE)
    lengths = [len(run.group()) if run else 0 for run in (before, after)]
    return blank.group() if min(lengths) >= PHRASE else ""


def _cuts(even: str, also: Sequence[Cut] = ()) -> list[Cut]:
    return _outer(sorted((*also, *_own_cuts(even))))


@lru_cache(maxsize=4)
def _own_cuts(even: str) -> tuple[Cut, ...]:
    """Return the cuts that a text needs by itself: it is folded again and again, each time with more of others."""
    cuts = [*links(even)]
    cuts += [(*m.span(), "") for form in (_ZERO_WIDTH, _QUOTATION, _WIDE, _FORWARDED) for m in form.finditer(even)]
    cuts += [*spelled(even), *synonyms(even), *torn(even), *torn_days(even), *torn_decimals(even), *run_together(even)]
    cuts += [(*found.span(), _SET_BY.get(found.lastgroup or "", "")) for found in _BOLD.finditer(even)]
    cuts += [(at, at + 1, "") for found in _ITALIC.finditer(even) for at in (found.start(), found.end() - 1)]
    cuts += [*marks(even), *notes(even)]
    return tuple(cuts)


def _outer(cuts: list[Cut]) -> list[Cut]:
    """Return the cuts, in order, without those that begin inside another."""
    kept: list[Cut] = []
    for cut in cuts:
        if not kept or cut[0] >= kept[-1][1]:
            kept.append(cut)
    return kept
