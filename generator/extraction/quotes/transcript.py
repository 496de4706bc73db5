"""Transcripts: what each turn holds, paragraph by paragraph, and who says it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.corpus.document import Span
from generator.extraction.quotes import turns
from generator.extraction.quotes.cast import Cast
from generator.extraction.quotes.passage import MASK, Passage
from generator.extraction.quotes.person import Person
from generator.extraction.quotes.speaker import Speaker
from generator.extraction.quotes.spoken_line import Line

_LEAST = 12  # characters of a paragraph
_LONGEST, _LONGEST_ZH = 480, 240  # characters that are quoted at once, where a paragraph has stops to part it at
# Thanks, Ann. Good afternoon, everyone.
_GREETING = re.compile(
    r"(?i:(?:thanks?|good (?:morning|afternoon|evening|day)|hi|hello|hey|welcome|sure|great|okay|ok|yes|yeah|right|well|absolutely)\b)[^.!?]{0,60}[.!?]\s*$"
    r"|(?:谢谢|感谢|多谢|大家好|各位|好的|你好|您好)[^。!?]{0,24}[。!?]\s*$"
)
_ASIDE = re.compile(r"\s*(?:[\[(【].*[\])】]|[QA])[.]?\s*")  # [Operator Instructions], Q alone in its line
# What no speaker says: `Duration: 61 minutes`, `This article is a transcript of …`, 责任编辑.
_ENDS = re.compile(
    r"\s*(?i:duration:|call participants|(?:more|all) [\w ]{2,40}(?:analysis|transcripts)|this (?:article|transcript|document|text) (?:is|was|may|has)|\[?end of|copyright|©|disclaimer|disclosure|forward-looking statements:|read (?:more|next)|related:)"
    r"|\s*(?:责任编辑|编辑|校对|免责声明|风险提示|以上为|以上内容|本文|声明:|\(完\)|【)"
)
# A label that nobody here is known by: `Lu: …`, 现场提问:…; no 还要讲清楚一点:…
_LABELLED = re.compile(
    r"(?:[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*){0,3}|(?![我你您第首其另一二三四所但因关对至]|[一-鿿]{0,7}[的了是要讲先这那])[一-鿿]{1,8}) ?:(?=[ \x1e一-鿿])"
)


class Transcript:
    """The turns of a document, if it is a transcript: false if it isn't."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._labels = turns.labels(passages)
        self._speaker: Speaker | None = None
        self._fresh = False

    def __bool__(self) -> bool:
        return bool(self._labels)

    @property
    def people(self) -> list[Person]:
        """Whom its labels name."""
        return list(turns.people(self._labels))

    def lines(self, passage: Passage, cast: Cast, spoken: Line | None) -> list[Line]:
        """Return the paragraph as words of whose turn it is. `spoken` is the line that the paragraph alone makes it."""
        label = self._labels.get(passage.start)
        if label is None and spoken:
            self._speaker = spoken.speaker
            return [spoken]
        if label is None:
            return self._going_on(passage)
        self._speaker = next((s for s in cast.between(label.start, label.end) if s.person), None)
        self._fresh = label.alone
        return [] if label.alone else self._said(passage, label.speech)

    def _going_on(self, passage: Passage) -> list[Line]:
        """Return the next paragraph of a turn; a heading, or what is no speech, ends it."""
        aside = _ASIDE.fullmatch(passage.text, passage.start, passage.end) or (self._fresh and turns.role_line(passage))
        if self._speaker is None or passage.title or aside:
            return []
        self._fresh = False
        unknown = _LABELLED.match(passage.outside, passage.start, passage.end)
        ended = unknown or _ENDS.match(passage.outside, passage.start, passage.end) or not _is_whole(passage)
        if ended:
            self._speaker = None
        return [] if ended else self._said(passage, passage.start)

    def _said(self, passage: Passage, start: int) -> list[Line]:
        if self._speaker is None or not _is_whole(passage):
            return []
        sentences = [Span(max(s.start, start), s.end) for s in passage.sentences if s.end > start]
        while sentences and _GREETING.match(passage.text[sentences[0].start : sentences[0].end].strip()):
            sentences.pop(0)
        runs = _runs(sentences, _LONGEST_ZH if passage.chinese else _LONGEST)
        spans = [_trimmed(passage.text, run) for run in runs]
        return [Line(span, self._speaker) for span in spans if span.end - span.start >= _LEAST]


def _runs(sentences: Sequence[Span], longest: int) -> list[Span]:
    """Return sentences one after the other in runs of no more than so many characters, a longer sentence by itself."""
    runs: list[Span] = []
    for sentence in sentences:
        if runs and sentence.end - runs[-1].start <= longest:
            runs[-1] = Span(runs[-1].start, sentence.end)
        else:
            runs.append(sentence)
    return runs


def _trimmed(text: str, span: Span) -> Span:
    """Return a span without blanks and marks of line ends around it."""
    start, end = span
    while start < end and text[start] in " \x1f":
        start += 1
    while end > start and text[end - 1] in " \x1f":
        end -= 1
    return Span(start, end)


def _is_whole(passage: Passage) -> bool:
    """Whether a paragraph is speech: it ends with a stop, and is not all in quotation marks."""
    start, end = _trimmed(passage.text, Span(passage.start, passage.last))
    return end > start and passage.text[end - 1] in '。.!?…”"' and passage.outside[start] != MASK
