"""The fixed words of briefings in one language, and sentences put together from them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from string import Formatter

from pydantic import RootModel

from generator.briefing.claims import claims
from generator.briefing.printed import Line, Printed
from generator.errors import Problem, SettingsInvalid, TemplateFailed
from generator.settings import builtin
from generator.settings.loading import validate_file
from generator.settings.model import OutputLanguage, Text, Wording
from generator.settings.yaml_nodes import YamlFile, read_yaml

_ELSEWHERE = "words of your own go into a report, or into a template with data-own."
_REMEDY = "Mend the phrase in your templates/phrases.yaml; the built-in one shows what it takes."
Part = str | Printed | Line
_BEFORE_OVER = re.compile("(?:为|达到|达)$")  # 交付量超41万辆, not 交付量为超41万辆
_COUNTED = re.compile(r"[\d万亿]([^\W\da-zA-Z万亿]{1,4})$")  # is not said twice: 41万辆辆
_COUNTS = {
    "en": ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    "zh": ("零", "一", "两", "三", "四", "五", "六", "七", "八", "九", "十"),
}


@dataclass(frozen=True)
class Words:
    """`labels` are for templates, `phrases` for composing; both already in the reader's language."""

    language: OutputLanguage
    labels: Mapping[str, str]
    phrases: Mapping[str, str]

    def say(self, phrase: str, **parts: str) -> str:
        """Return a phrase filled with plain words. Raises TemplateFailed."""
        return "".join(str(piece) for piece in self.line(phrase, **parts))

    def line(self, phrase: str, **parts: Part) -> Line:
        """Return a phrase filled with words, printed figures and whole lines. Raises TemplateFailed."""
        pieces: list[str | Printed] = []
        try:
            for literal, name, _, _ in Formatter().parse(self.phrases[phrase]):
                part = parts[name] if name is not None else ()
                pieces += (literal, *(part if isinstance(part, tuple) else (part,)))
        except (KeyError, ValueError) as error:
            has = ", ".join(f"{{{name}}}" for name in parts) or "nothing"
            raise TemplateFailed(f"phrases.yaml, '{phrase}': no {error}; it can take {has}.", _REMEDY) from None
        return joined(pieces)

    def listed(self, names: Sequence[str], limit: int = 3) -> str:
        """Return names as a list in prose, the first few of many."""
        comma = self.phrases["list_comma"]
        if len(names) > limit:
            return self.say("list_more", listed=comma.join(names[:limit]))
        if len(names) < 2:
            return "".join(names)
        return self.say("list_two", one=comma.join(names[:-1]), other=names[-1])

    def quantity(self, phrase: str, count: int) -> str:
        """Return `one independent report` or `two independent reports`."""
        return self.phrases[f"{phrase}_one"] if count == 1 else self.say(f"{phrase}_many", count=self.counted(count))

    def counted(self, count: int) -> str:
        """Return a small count in words, a larger one in digits."""
        words = _COUNTS[self.language]
        return words[count] if count < len(words) else str(count)


def joined(pieces: Sequence[str | Printed]) -> Line:
    """Return a line of pieces, neighbouring words run together, and Chinese words and figures as they are spoken."""
    line: list[str | Printed] = []
    for piece in pieces:
        last = line[-1] if line else ""
        if isinstance(piece, Printed) and isinstance(last, str) and piece.text.startswith("超"):
            line[-1:] = [_BEFORE_OVER.sub("", last)]
        elif isinstance(piece, str) and isinstance(last, Printed) and (counted := _COUNTED.search(last.text)):
            piece = piece.removeprefix(counted[1])
        if isinstance(piece, str) and isinstance(last, str) and line:
            line[-1] = last + piece
        elif piece != "":
            line.append(piece)
    return tuple(piece for piece in line if piece != "")


def plain(line: Line) -> str:
    """Return a line as text alone."""
    return "".join(piece if isinstance(piece, str) else piece.text for piece in line)


def load_words(language: OutputLanguage, folders: Sequence[Path] = ()) -> Words:
    """Read labels.yaml and phrases.yaml, a project's own over the built-in ones. Raises SettingsInvalid."""
    layers = dict.fromkeys([builtin.folder("templates"), *reversed(folders)])
    labels, phrases = (
        _read(tuple(_stamped(layer / f"{name}.yaml" for layer in layers)), language) for name in ("labels", "phrases")
    )
    return Words(language, labels, phrases)


def _stamped(paths: Iterable[Path]) -> Iterator[tuple[Path, int, int]]:
    for path in paths:
        if path.is_file():
            stamp = path.stat()
            yield path, stamp.st_mtime_ns, stamp.st_size


@lru_cache(maxsize=8)
def _read(stamped: tuple[tuple[Path, int, int], ...], language: OutputLanguage) -> dict[str, str]:
    """Read one kind of words; files that are as they were once for all the briefings of a build."""
    found: dict[str, str] = {}
    problems: list[Problem] = []
    for path, _, _ in stamped:
        file = read_yaml(path)
        texts, wrong = validate_file(file, RootModel[dict[str, Text]])
        problems += [*wrong, *_stating(file, texts.root if texts else {})]
        found |= {key: text.of(language) for key, text in (texts.root if texts else {}).items()}
    if problems:
        raise SettingsInvalid(problems)
    return found


def _stating(file: YamlFile, texts: Mapping[str, Wording]) -> list[Problem]:
    """Return a problem for each wording that states something by itself: it would stand in every briefing."""
    found = []
    for key, text in texts.items():
        for language in ("en", "zh"):
            words = re.sub(r"\{\w*\}", " ", text.of(language))
            for span in claims(words):
                said = words[span.start : span.end]
                if said.strip():
                    message = f"'{said}' would be stated in every briefing, and nothing stands behind it: {_ELSEWHERE}"
                    found.append(file.problem((key, language), message, said))
    return found
