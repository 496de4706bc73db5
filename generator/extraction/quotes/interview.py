"""Interviews: lines that open with a label, in turns; an answer goes on in the paragraphs below it that have none."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from generator.corpus.document import Span
from generator.extraction.quotes.passage import Passage

_LABEL = re.compile(r"(?P<label>(?:[^,。;.!?:\n\x1e\x1f]|(?<= [A-Z])\.){1,60})(?:(?<!\d):|:(?!\d))")
_NUMBER = re.compile(r"\d+$")  # Q1:, Q2:
_TURNS = 2  # times that who asks and who answers are named at least
_LEAST = 12  # characters of an answer's paragraph


class Interview:
    """The turns of a document, if it is an interview: two labels at least that come back."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        labels = Counter(label for passage in passages if (label := _label(passage)))
        self._turns = {label for label, times in labels.items() if times >= _TURNS}
        self._answers = False

    def goes_on(self, passage: Passage, answer: bool) -> Span | None:
        """Return a paragraph without a label that goes on with the answer above it; `answer` says that it opens one."""
        label = _label(passage)
        if answer or label or passage.title or passage.heading:
            self._answers = answer and label in self._turns
            return None
        end = passage.end
        while end > passage.start and passage.text[end - 1] in " \x1f":
            end -= 1
        whole = end - passage.start >= _LEAST and passage.text[end - 1] in "。.!?…"
        return Span(passage.start, end) if whole and self._answers and len(self._turns) > 1 else None


def _label(passage: Passage) -> str | None:
    """Return what a paragraph opens with and a colon follows, numbers left out."""
    found = None if passage.title else _LABEL.match(passage.outside, passage.start, passage.end)
    return _NUMBER.sub("", found["label"].strip()) if found else None
