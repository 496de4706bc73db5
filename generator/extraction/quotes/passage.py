"""A paragraph as the grammar of quotes reads it: its quotations, and its sentences with what is quoted masked."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from generator.corpus.beginnings import sought
from generator.corpus.document import Span
from generator.extraction.quotes.quotation import Quotation, quotations, run_on
from generator.extraction.reading import Reading
from generator.extraction.sentences import abbreviated

MASK = "\x1e"  # stands for each character inside quotation marks, and for the marks
_STOP = sought(r"[。!?\x1f]|\.{1,3}(?=\s|$|\x1f)")
_CLAUSE = re.compile(r"[,;。!?\n\x1f]|:(?! ?[A-Z\d.]{1,9}\))")  # 格力(深:000651) goes on
_HAN = re.compile("[\u3400-\u9fff]")
_WORD = re.compile("[A-Za-z]{2,}")
_HEADING = 120  # characters: a longer line is no heading
_HEADING_ZH = 30  # characters
_POINTED = re.compile("[,。:;!?“”「」]")
_COLON_ZH = re.compile("[^,。:;!?“”「」]{3,24}:[^,。:;!?“”「」…]{4,24}")
_FULL_STOP = re.compile(r"[。!?]|\.(?=\s)")
_QUOTED_STOP = "。!?.…"
# growth in the U.S. She added …: what no title or name goes on with
_ENDS_ANYHOW = re.compile(
    r"\b(?:U\.S|U\.K|Inc|Corp|Ltd|Co)\. (?:She|He|It|They|We|The|But|In|On|At|As|For|His|Her|Its|Their|This|That|These|While|When|However|Meanwhile)\b"
)


@dataclass(frozen=True)
class Passage:
    """One paragraph of the folded text, at `start` to `end`.

    `outside` is the whole folded text with every quotation of this document masked, so that no rule trips over
    what is quoted; offsets are the same in both.
    """

    text: str
    outside: str
    start: int
    end: int
    quotations: tuple[Quotation, ...]
    title: bool

    @cached_property
    def last(self) -> int:
        """Where its words end: blanks and marks of line ends behind them are none."""
        end = self.end
        while end > self.start and self.text[end - 1] in " \x1f":
            end -= 1
        return end

    @cached_property
    def chinese(self) -> bool:
        """Whether most of the paragraph is Chinese; a Chinese word is taken to be two characters long."""
        sample = self.text[self.start : min(self.end, self.start + 2000)]
        return len(_HAN.findall(sample)) > 2 * len(_WORD.findall(sample))

    @cached_property
    def headline(self) -> int:
        """Where the headline ends that a Chinese paragraph opens with: 【小米:…】财联社8月9日电,…; its start without one."""
        if not self.title and _COLON_ZH.fullmatch(self.text, self.start, self.end):
            return self.end  # 雷军谈降价:为了更多的人
        closing = self.text.find("】", self.start, min(self.end, self.start + _HEADING))
        return closing + 1 if closing > 0 and self.text[self.start] == "【" else self.start

    @cached_property
    def heading(self) -> bool:
        """Whether it is a heading within a text: `Fenwick Sees Good Reason for Higher Spending`."""
        if self.chinese:
            return self.end - self.start <= _HEADING_ZH and not _POINTED.search(self.text, self.start, self.end)
        if self.quotations or self.end - self.start > _HEADING or self.text[self.end - 1] in f"{_QUOTED_STOP}:":
            return False
        long = [word for word in _WORD.findall(self.text, self.start, self.end) if len(word) > 3]
        return len(long) > 2 and all(word[0].isupper() for word in long)

    @cached_property
    def sentences(self) -> list[Span]:
        """The paragraph's sentences; stops inside quotation marks end one only where the quotation ends with it."""
        stops = [m.end() for m in _STOP.finditer(self.outside, self.start, self.end) if self._stops(m)]
        stops += [self._after(q) for q in self.quotations if self._closes_sentence(q)]
        stops += [self.headline] if self.headline > self.start else []
        cuts = [self.start, *sorted({cut for cut in stops if cut < self.end}), self.end]
        return [Span(a, b) for a, b in pairwise(cuts) if self.text[a:b].strip()]

    @cached_property
    def _clauses(self) -> list[int]:
        return [m.end() for m in _CLAUSE.finditer(self.outside, self.start, self.end)]

    def sentence(self, at: int) -> Span:
        """Return the sentence that an offset stands in."""
        return self.sentences[max(0, bisect_right(self.sentences, at, key=lambda s: s.start) - 1)]

    def clause_start(self, at: int, floor: int) -> int:
        """Return where the clause that an offset stands in begins, `floor` at the earliest."""
        i = bisect_right(self._clauses, at)
        return max(floor, self._clauses[i - 1]) if i else floor

    def within(self, start: int, end: int) -> list[Quotation]:
        """Return the quotations that begin in a stretch."""
        first = bisect_left(self.quotations, start, key=lambda q: q.start)
        return list(self.quotations[first : bisect_left(self.quotations, end, key=lambda q: q.start)])

    def _stops(self, stop: re.Match[str]) -> bool:
        abbreviation = stop.group() == "." and abbreviated(self.outside, self.start, stop.start())
        return not abbreviation or bool(_ENDS_ANYHOW.search(self.outside, max(0, stop.start() - 5), stop.end() + 10))

    def _after(self, quotation: Quotation) -> int:
        return min(self.end, quotation.end + 1)

    def _closes_sentence(self, quotation: Quotation) -> bool:
        """Whether a sentence ends with a quotation: `…了。」雷軍認為`, `… now." The shares`; not `…?" he asked`."""
        if self.text[quotation.end - 1 : quotation.end] not in _QUOTED_STOP:
            return False
        after = self.text[quotation.end + 1 : min(self.end, quotation.end + 3)].lstrip()
        return not after[:1] or not (after[0] in ",;、的)" or (after[0].islower() and after[0].isascii()))


def passages(reading: Reading) -> Iterator[Passage]:
    """Yield a document's paragraphs in order."""
    text = reading.text
    lines = [line for part in reading.document.readable for line in _lines(reading, part)]
    quoted = run_on(text, lines, [quotations(text, line.start, line.end) for line in lines])
    outside = _masked(text, [q for found in quoted for q in found])
    # A text of one paragraph, as it is pasted, is its own title: what it says is said in no other place.
    only = all(s.title for s in reading.sentences)
    titles = [] if only else [s for s in reading.sentences[:4] if s.title]
    last = max((s.end for s in titles), default=-1)
    for line, found in zip(lines, quoted, strict=True):
        own = any(line.start <= s.start < line.end for s in titles) and not _is_lede(text, line)
        headed = line.end <= last + 1 and (own or not _FULL_STOP.search(text, line.start, line.end))
        yield Passage(text, outside, line.start, line.end, tuple(found), headed)


def _is_lede(text: str, line: Span) -> bool:
    """Whether the first line of a text without a headline, taken for its title, is a paragraph: long, and closed by a stop."""
    chinese = len(_HAN.findall(text, line.start, line.end)) > (line.end - line.start) // 2
    return line.end - line.start > (_HEADING // 3 if chinese else _HEADING) and text[line.end - 1] in "。.」”"


def _lines(reading: Reading, part: Span) -> Iterator[Span]:
    start, end = reading.folded.position(part.start), reading.folded.position(part.end)
    for line in re.finditer(r"[^\n]+", reading.text[start:end]):
        yield Span(start + line.start(), start + line.end())


def _masked(text: str, quoted: list[Quotation]) -> str:
    pieces, at = [], 0
    for quotation in quoted:
        end = min(len(text), quotation.end + (not quotation.open))
        mark = "\n" if text[quotation.start - 1] == "\n" else MASK  # what runs on from the paragraph above has none
        pieces += [text[at : quotation.start - 1], mark, MASK * (end - quotation.start)]
        at = end
    return "".join((*pieces, text[at:]))
