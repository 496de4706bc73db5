"""The line of business that a heading, a label, a list's label or a question above a sentence names: `Smartphones. Revenue fell 3%`."""

from __future__ import annotations

import re

from generator.corpus.torn import MARK
from generator.extraction.asked import Questions
from generator.extraction.headings import business_headed, line_headed, line_told_on
from generator.extraction.marks.names import Names
from generator.extraction.reading import Reading
from generator.extraction.reported_now import BULLETS
from generator.extraction.sentences import Sentence
from generator.extraction.whose.unknown_heading_en import heads_unknown_line, tells_of_the_company

# `SSG Business: revenue hit a record $2.6 billion. Operating margin held steady at 22%`; `Smartphones. Revenue fell 3%`
_LABELLED = re.compile(r"[\s•*\d)-]{0,6}(?P<name>[A-Z][\w &/-]{1,40})(?::\s|(?<=[a-zVTSsC])\.$)")
# `3. **Solutions and Services Group (SSG)**: Revenue was $2.6 billion`: what is set in bold is a sentence of its own
_BOLD = re.compile(rf"[\s•*-]{{0,6}}(?P<name>[A-Z][\w &/-]{{1,40}})(?: \([A-Z]\w{{0,9}}\))?:{MARK}")
# `**Internet Services**: Revenue was 9.4 billion yuan. Xiaomi's gross margin was 22.9%`: behind the label's own the company's figures
_OF_THE_COMPANY = re.compile(r"(?:[Tt]he (?:company|group|firm)['’]s|Group|Group-wide|Company-wide|Consolidated) ")
# `- Client (PC):`, and below it, further in, `- Revenue +29%`
_OVER_ITEMS = re.compile(r"[^\w\n]*(?P<name>[A-Z][\w &/'’-]{1,40}?)(?: \([^()\n]{1,40}\))?:\s*")


class LinesAbove:
    """Follows from sentence to sentence which line of business stands above."""

    def __init__(self, reading: Reading, names: Names, home: str | None) -> None:
        self._reading, self._names, self._home = reading, names, home
        self._business: str | None = None  # the one that a heading names
        self._lined: str | None = None  # the one that a line of its own names, and nothing else
        self._unknown = False  # such a line names one that the catalogue does not know
        self._topic: str | None = None  # the one that a paragraph's label does
        self._labels = 0  # where the label of that ends, set in bold
        self._over: tuple[int, str | None] = (-1, None)  # how far in a list's label stands, and the one that it names
        self._questions = Questions(reading.text, names)
        self._asked: str | None = None  # the one that a question above is about

    @property
    def named(self) -> str | None:
        """The line of business that the sentence read last stands below."""
        return self._topic or self._business or self._lined or self._asked

    @property
    def unknown(self) -> bool:
        """Whether it stands below one that the catalogue does not know."""
        return self._unknown and self.named is None

    def below(self, heading: str) -> None:
        """Take a new heading."""
        alone = self._names.headed_at(heading, self._home) if self._home else None
        self._business, self._lined = business_headed(heading, self._names) or alone, None

    def open(self, sentence: Sentence) -> None:
        """Take the label that a paragraph opens with, or that of the list it is an item of, and the question it answers."""
        label = _LABELLED.match(self._reading.text, sentence.start, sentence.end)
        self._topic = (self._labelled(label) if label else None) or self._list_of(sentence)
        self._asked = self._questions.at(sentence)

    def read(self, sentence: Sentence, begins: bool) -> None:
        """Take a sentence that is a line or a label of its own; `begins` says that it is the first of a paragraph."""
        text = self._reading.text
        if self._reading.is_line(sentence) and not sentence.title:
            line = text[sentence.start : sentence.end]
            self._lined = line_headed(line, self._lined, self._names, self._home)
            self._unknown = heads_unknown_line(line, self._lined, self._names)
        elif self._unknown and tells_of_the_company(text, sentence, self._names):
            self._unknown = False
        elif self._lined and begins and self._reading.document.language != "en":
            self._lined = line_told_on(text[sentence.start : sentence.end], self._lined)
        if label := _BOLD.fullmatch(text, sentence.start, sentence.end):
            self._topic, self._labels = self._labelled(label), sentence.end
        elif self._topic and not begins and self._is_of_the_company(sentence):
            self._topic = None

    def _labelled(self, label: re.Match[str]) -> str | None:
        """Return the line of business that a paragraph's label names; with a full stop it names nothing else: `Phones had a weak quarter.` is none."""
        if label[0].endswith("."):
            return line_headed(label["name"], None, self._names)
        return business_headed(label["name"], self._names)

    def _is_of_the_company(self, sentence: Sentence) -> bool:
        """Whether a sentence opens with the company's own figure, and is not the first behind a label."""
        text = self._reading.text
        if not text[self._labels : sentence.start].strip():
            return False
        opens = next((i for i in range(sentence.start, sentence.end) if not text[i].isspace()), sentence.start)
        named = self._names.entities_in(self._reading, sentence.start, sentence.end)
        own = any(e.start == opens and text.startswith(("'s ", "’s "), e.end) for e in named)
        return own or _OF_THE_COMPANY.match(text, opens) is not None

    def _list_of(self, sentence: Sentence) -> str | None:
        """Return the line of business that the label over a list names, for the items that stand further in than it does."""
        text = self._reading.text
        line = text.rfind("\n", 0, sentence.start + 1) + 1
        first = next((i for i in range(line, sentence.end) if text[i] not in " \t"), line)
        indent = first - line + (text[first] in BULLETS)  # `Cloud:`, and below it `- Revenue: 24 billion`
        if indent <= self._over[0]:
            self._over = (-1, None)
        if head := _OVER_ITEMS.fullmatch(text, sentence.start, sentence.end):
            named = business_headed(head["name"], self._names) or self._names.headed_at(head["name"], self._home)
            self._over = (indent, named)
            return None
        return self._over[1]
