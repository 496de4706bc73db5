"""Prose in Markdown files: `file: outlook.md` of a text stands for what config/prose/outlook.md says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.errors import Problem
from generator.settings.authored import Authored, Source, without_code
from generator.settings.fault import Location, nearest
from generator.settings.inheritance import Merged
from generator.settings.model import Wording
from generator.settings.report import Report
from generator.settings.word_sections import TextSection

_LARGEST = 2**20  # characters of one text
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_HEADING = re.compile(r"\A\s*# +(\S[^\n]*)")


class Prose:
    """The Markdown files of a project's folder config/prose, read when a report asks for them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.authored: dict[Path, Authored] = {}

    def into(self, report: Report, merged: Merged, problems: list[Problem]) -> Report:
        """Return a report with the words of the files that its texts name; a text without a title takes the file's."""
        sections = list(report.sections)
        for i, section in enumerate(sections):
            if isinstance(section, TextSection) and section.file is not None:
                given = merged.data["sections"][i]["file"]
                texts = self._texts(section.file, ("sections", i, "file"), given, merged, problems)
                if len(texts) == 2:
                    sections[i] = _told(section, texts)
        return report.model_copy(update={"sections": tuple(sections)})

    def _texts(
        self, names: Wording, at: Location, given: object, merged: Merged, problems: list[Problem]
    ) -> dict[str, str]:
        """Return the text in each language; what is wrong with a name is told once."""
        texts: dict[str, str] = {}
        for language in ("en", "zh"):
            place = (*at, language) if isinstance(given, Mapping) else at
            name = names.of(language)
            try:
                texts[language] = self._read(name)
            except ValueError as error:
                file, where = merged.at(place)
                problem = file.problem(where, str(error), name, nearest(name, self._names()))
                if problem not in problems:
                    problems.append(problem)
        return texts

    def _read(self, name: str) -> str:
        """Return a file's words, comments blanked. Raises ValueError with what is wrong."""
        path = self._folder / name
        if path.is_symlink() and path.parent == self._folder:
            raise ValueError(f"{path} is a link out of its folder: put the file itself there.")
        if path.suffix != ".md" or path.resolve().parent != self._folder.resolve():
            raise ValueError(f"'{name}' is no Markdown file (.md) in {self._folder}.")
        words = read_words(path)
        source = Source(path, words, 0, without_code(words), "prose")
        self.authored[path] = Authored(source.words, lambda: source)
        return words

    def _names(self) -> Iterator[str]:
        return (path.name for path in sorted(self._folder.glob("*.md")))


def read_words(path: Path) -> str:
    """Return the words of a Markdown file, comments blanked. Raises ValueError with what is wrong."""
    try:
        with path.open(encoding="utf-8-sig") as file:
            text = file.read(_LARGEST + 1)
    except UnicodeDecodeError as error:
        raise ValueError(f"{path} is not UTF-8 (byte {error.start}).") from None
    except OSError as error:
        raise ValueError(f"{path} cannot be read: {error.strerror}.") from None
    if len(text) > _LARGEST:
        raise ValueError(f"{path} is longer than {_LARGEST:,} characters, which no text of a briefing is.")
    return _COMMENT.sub(lambda found: re.sub(r"[^\n]", " ", found.group()), text)


def _told(section: TextSection, texts: Mapping[str, str]) -> TextSection:
    """Return a text with its words; the heading that every language opens with is its title."""
    headings = {language: _HEADING.match(text) for language, text in texts.items()}
    title = section.title
    if title is None and all(headings.values()):
        title = Wording(**{language: found[1].strip() for language, found in headings.items() if found})
        texts = {language: without_heading(text) for language, text in texts.items()}
    return section.model_copy(update={"body": Wording(**texts), "title": title})


def without_heading(text: str) -> str:
    """Return a text, its heading blanked so that lines keep their numbers."""
    return _HEADING.sub(lambda found: "\n" * found.group().count("\n"), text, count=1)
