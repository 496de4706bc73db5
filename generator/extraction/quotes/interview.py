"""Interviews: lines that open with a label, in turns, and answers without one below questions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from generator.corpus.document import Span
from generator.extraction.quotes.attribution import Attribution
from generator.extraction.quotes.passage import Passage
from generator.extraction.quotes.speaker import Speaker
from generator.extraction.quotes.spoken_line import Line

_LABEL = re.compile(r"(?P<label>(?:[^,。;.!?:\n\x1e\x1f]|(?<= [A-Z])\.){1,60})(?:(?<!\d):|:(?!\d))")
_NUMBER = re.compile(r"\d+$")  # Q1:, Q2:
_ASKS = re.compile(
    r"\s*(?:Q\d{0,2}|Question(?: \d{1,2})?)[.:)] ?(?=\S)|\s*(?:(?:投资者|股东|分析师|机构|记者|媒体|网友|用户|主持人)?提?问|Q\d{0,2}|问题?\s?\d{1,2})[:、]"
)  # Q. How is business?
_ANSWERS = re.compile(
    r"\s*(?:(?:A\d{0,2}|Answer)[.:)] ?(?=\S)|(?:公司|管理层|高管|董事长|总裁|董秘|[A-Z]{3})?(?:答|回[答复]):)"
)
# He spoke to the Courier about the market. Edited excerpts:
_EXCERPTS = re.compile(
    r"\b(?:[Ee]xcerpts?|(?:conversation|interview|Q&A) (?:has been|was) (?:lightly )?(?:edited|condensed))\b[^.:\n]{0,80}[:.]\s*$"
)
# Ms. Su, buyers think twice. What will you do?
_ADDRESSED = re.compile(r"\s*(?:Mr|Ms|Mrs|Dr|Prof|Professor|Herr|Frau)\.? [A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?, ")
_LONGEST = 3  # sentences of a question
_SHORTEST = 30  # characters of an answer without a label
_TURNS = 2  # times that who asks and who answers are named at least
_OPENING = 24  # characters before who speaks, in a paragraph that tells of it
_LEAST = 12  # characters of an answer's paragraph


class Interview:
    """The turns of a document, if it is an interview: two labels at least that come back."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        labels = Counter(label for passage in passages if (label := _label(passage)))
        self._turns = {label for label, times in labels.items() if times >= _TURNS}
        self._answers = False
        asked = [
            passage
            for passage in passages
            if not passage.title and _ASKS.match(passage.outside, passage.start, passage.end)
        ]
        led = next((p for p in passages if not p.title and _EXCERPTS.search(p.outside, p.start, p.end)), None)
        questions = sum(_is_question(p) for p in passages if led and p.start > led.end)
        self.begins: int | None = (
            asked[0].start if len(asked) >= _TURNS else led.end if led and questions >= _TURNS else None
        )
        spoken_to = next((p for p in passages if _ADDRESSED.match(p.outside, p.start, p.end) and _is_question(p)), None)
        self._addressed = bool(
            self.begins is None
            and spoken_to
            and sum(_is_question(p) for p in passages if p.start >= spoken_to.start) >= _TURNS
        )
        if self._addressed and spoken_to:
            self.begins = spoken_to.start
        self._asked = False
        self._answerer: Speaker | None = None

    def answer(self, passage: Passage) -> Span | None:
        """Return a paragraph without a label that answers a question above it, in an interview of questions and answers."""
        if self.begins is None or passage.start < self.begins or passage.title:
            return None
        if _is_question(passage):
            self._asked = True
            return None
        label = _ANSWERS.match(passage.outside, passage.start, passage.end)
        start, end = label.end() if label else passage.start, passage.last
        whole = end - start >= (_LEAST if label or self._addressed else _SHORTEST) and passage.text[end - 1] in "。.!?…"
        asked, self._asked = (
            self._asked,
            self._asked and not self._addressed,
        )  # whoever is addressed answers in a paragraph
        return Span(start, end) if asked and whole else None

    def lines(self, passage: Passage, line: Line | None, found: Sequence[Attribution]) -> list[Line]:
        """Return what a paragraph holds of an answer: `line`, which the paragraph alone makes one, or the answer above gone on with."""
        if line:
            self._answerer = line.speaker
        elif self._is_narrated(passage, found):
            self._answers = self._asked = False
        more = self._goes_on(passage, line is not None)
        gone_on = Line(more, self._answerer) if more and self._answerer else None
        return [found for found in (line or gone_on,) if found]

    def _is_narrated(self, passage: Passage, found: Sequence[Attribution]) -> bool:
        """Whether a paragraph tells of who answered, or of another by role: 李斌还透露,…; 首席财务官曲玉则认为,…."""
        told = found[0] if found and found[0].named and found[0].start - passage.start < _OPENING else None
        if told is None or not told.speaker.person:
            return False
        own = self._answerer is not None and told.speaker.key == self._answerer.key
        role = told.speaker.role
        return own or (role is not None and passage.start <= role.at < told.end)

    def _goes_on(self, passage: Passage, answer: bool) -> Span | None:
        """Return a paragraph without a label that goes on with the answer above it; `answer` says that it opens one."""
        label = _label(passage)
        if answer or label or passage.title or passage.heading:
            self._answers = answer and label in self._turns
            return None
        end = passage.last
        whole = end - passage.start >= _LEAST and passage.text[end - 1] in "。.!?…"
        return Span(passage.start, end) if whole and self._answers and len(self._turns) > 1 else None


def _label(passage: Passage) -> str | None:
    """Return what a paragraph opens with and a colon follows, numbers left out."""
    found = None if passage.title else _LABEL.match(passage.outside, passage.start, passage.end)
    return _NUMBER.sub("", found["label"].strip()) if found else None


def _is_question(passage: Passage) -> bool:
    """Whether a paragraph asks: `Q. …`, or one or two sentences of which the last is a question."""
    asks = _ASKS.match(passage.outside, passage.start, passage.end)
    short = passage.text.endswith("?", passage.start, passage.end) and len(passage.sentences) <= _LONGEST
    return bool(asks or short)
