"""Every failure that a user can meet: what happened, what to do about it, and the exit code it ends with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in one place of one file.

    `line` and `column` count from 1; `subject` names the object (`report 'weekly' › section 2 (chart)`),
    `nearest` the valid value that looks most like the offending one, `excerpt` the line itself.
    """

    path: Path
    line: int
    column: int
    subject: str
    message: str
    value: str | None = None
    nearest: str | None = None
    excerpt: str | None = None

    def __str__(self) -> str:
        """`file:line:column: subject: message`, then what was meant and the line itself."""
        head = f"{self.path}:{self.line}:{self.column}: {self.subject}: {self.message}"
        if self.nearest is not None:
            head += f" Did you mean '{self.nearest}'?"
        if self.excerpt is None:
            return head
        return f"{head}\n    {self.excerpt}\n    {' ' * (self.column - 1)}^"


class FootnotedError(Exception):
    """Base of every failure shown to the user: one line that says what happened, one that says what to do."""

    exit_code = 1

    def __init__(self, what: str, remedy: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.what}\n{self.remedy}" if self.remedy else self.what


class SettingsInvalid(FootnotedError):
    """YAML files say what they may not say; carries every problem of every file, in reading order."""

    exit_code = 3

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = tuple(sorted(problems, key=lambda p: (str(p.path), p.line, p.column)))
        count = len(self.problems)
        listing = "\n".join(map(str, self.problems))
        super().__init__(f"{listing}\n{count} problem{'s' if count != 1 else ''} in the settings; nothing was built.")


class CorpusMissing(FootnotedError):
    """The corpus path is not there, or holds no document."""

    exit_code = 4


class DocumentUnreadable(FootnotedError):
    """One document could not be read; the others go on and the summary names it."""

    exit_code = 5


class FiguresInvalid(FootnotedError):
    """A table of a house's own figures says what it may not say; every mistake of every table, in reading order."""

    exit_code = 11

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = tuple(problems)
        count = len(self.problems)
        listing = "\n".join(map(str, self.problems))
        plural = "s" if count != 1 else ""
        super().__init__(f"{listing}\n{count} problem{plural} in your own figures; nothing was done.")


class StoreFailed(FootnotedError):
    """The store can't be read or written; what it holds is as it was."""

    exit_code = 12


class ClusterFailed(FootnotedError):
    """A cluster can't be reached, its workers lack what the work needs, or they are gone."""

    exit_code = 14


class TemplateFailed(FootnotedError):
    """A Jinja template, the user's or a built-in one, could not be rendered."""

    exit_code = 6


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with an author's text: `words` are the whole text as settings give it, `line` the one that fails,
    from 1, where it is known.
    """

    where: str
    message: str
    words: str
    line: int | None = None

    def __str__(self) -> str:
        return f"{self.where}{f', line {self.line}' if self.line else ''}: {self.message}"


class TextFailed(TemplateFailed):
    """Texts of an author could not be rendered; carries what is wrong with each."""

    def __init__(self, faults: Sequence[Fault], remedy: str, told: Sequence[object] = ()) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(map(str, told or self.faults)), remedy)


class FontMissing(FootnotedError):
    """A font of the theme, or a glyph of the text, is not on this machine."""

    exit_code = 7


class NotStated(FootnotedError):
    """With --strict: the report asks for what the corpus does not state."""

    exit_code = 8


class BriefingsFailed(FootnotedError):
    """Some briefings could not be built; the others were."""

    exit_code = 13

    def __init__(self, failed: Mapping[str, FootnotedError]) -> None:
        listing = "\n".join(f"{name}: {error}" for name, error in failed.items())
        count = len(failed)
        super().__init__(
            f"{listing}\n{count} briefing{'s' * (count != 1)} could not be built; what stood there still stands."
        )


class VerificationFailed(FootnotedError):
    """A finished file says something that its evidence does not."""

    exit_code = 9


class DeliveryFailed(FootnotedError):
    """A briefing could not be sent; what was sent before is on record."""

    exit_code = 13


class OutputFailed(FootnotedError):
    """The output could not be written; what stood there before still stands."""

    exit_code = 10


class ChartFailed(FootnotedError):
    """A chart's own specification can't be drawn, or would print what no evidence stands behind."""

    exit_code = 13
