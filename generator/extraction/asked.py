"""Interviews and calls: the line of business, and the time, that a question is about are those of its answer, which may not name them again."""

from __future__ import annotations

import re

from generator.extraction.headings import business_headed
from generator.extraction.marks.names import Names
from generator.extraction.sentences import Sentence

# `Q: …`, `Question 2: …`, 问:…, and whoever asks by name: a paragraph that ends with a question
_ASKS = re.compile(
    r"[\s#*•-]{0,6}(?:(?:Q\d{0,2}|Question(?: \d{1,2})?)\s?[.:)]|(?:提?问|问题?\s?\d{1,2}|Q\d{0,2})\s?[:、.])"
)
_ANSWERS = re.compile(r"[\s#*•-]{0,8}(?:A\d{0,2}|Answer|(?:公司|管理层)?[答回][答复]?|[^\s,.;:。,][^,.;:。\n]{0,24}):")
_BREAK = 8  # characters of white space and marks between two paragraphs
_ASKED = re.compile(rf"(?P<last>\S) ?\?[\s*_\"”’)]{{1,{_BREAK}}}\Z")
_LONGEST = 400  # characters of a question


def answers_a_question(text: str, start: int) -> bool:
    """Whether a paragraph that begins at an offset follows one that asks in English: `And the year?`."""
    before = _ASKED.search(text, max(0, start - 3 * _BREAK), start)
    return before is not None and before["last"].isascii()


class Questions:
    """Follows a document's paragraphs: which line of business the question asked last names, and no other beside it."""

    def __init__(self, text: str, names: Names) -> None:
        self._text, self._names = text, names
        self._line: str | None = None
        self._heading = ""

    def at(self, sentence: Sentence) -> str | None:
        """Return the line of business that a paragraph, which the sentence opens, answers a question about."""
        if sentence.heading != self._heading:
            self._line, self._heading = None, sentence.heading
        start = sentence.start
        end = self._text.find("\n", start + 1)
        end = end if end >= 0 else len(self._text)
        if self._is_question(start, end):
            self._line = business_headed(self._text[start:end], self._names)
            return None
        return self._line

    def _is_question(self, start: int, end: int) -> bool:
        """Whether a paragraph asks: it says so, or ends with a question that the next one answers behind a label."""
        if _ASKS.match(self._text, start, end):
            return True
        if end - start > _LONGEST or not self._text[start:end].rstrip(' *_”"').endswith("?"):
            return False
        return _ANSWERS.match(self._text, end) is not None
