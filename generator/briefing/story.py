"""Blocks that tell what figures mean over time: messages, events, progress, changes; and the words they use."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from generator.briefing.printed import Line, Printed


@dataclass(frozen=True, slots=True)
class KeyMessages:
    """What a reader must take away, most important first."""

    messages: tuple[Line, ...]
    kind: Literal["key_messages"] = "key_messages"


@dataclass(frozen=True, slots=True)
class Happening:
    """One event: its day as printed and as a date, what happened, and the outlet where it is that outlet's title.

    `language` is the title's, a tag of BCP 47; empty where the event is told in the briefing's own.
    """

    day: str
    iso: str
    line: Line
    outlet: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Timeline:
    """Events in order of time."""

    events: tuple[Happening, ...]
    kind: Literal["timeline"] = "timeline"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far one metric has come towards one target. `reached` is None where nothing is stated yet, `share` printed
    where it can be reckoned, `before` where it was another in the last issue; `part` is the length of a bar, 0 to 1.
    """

    label: str
    target: Printed
    target_period: str
    reached: Printed | None
    reached_period: str
    share: Printed | None
    part: Decimal
    note: str = ""
    before: Printed | None = None


@dataclass(frozen=True, slots=True)
class TargetProgress:
    """Progress towards targets."""

    rows: tuple[Progress, ...]
    kind: Literal["target_progress"] = "target_progress"


@dataclass(frozen=True, slots=True)
class Change:
    """What changed in one figure: `what` says how; `now` and `before` are None where nothing stands, or stood."""

    label: str
    what: Line
    now: Printed | None
    now_period: str
    before: Printed | None
    before_period: str


@dataclass(frozen=True, slots=True)
class WhatChanged:
    """Changes since a day; `header` names the columns, `none` is the sentence that is printed when there are none."""

    header: tuple[str, str, str, str]
    rows: tuple[Change, ...]
    none: str = ""
    kind: Literal["what_changed"] = "what_changed"


@dataclass(frozen=True, slots=True)
class Entry:
    """A word, and what it means."""

    term: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Glossary:
    """Words that the briefing uses."""

    entries: tuple[Entry, ...]
    kind: Literal["glossary"] = "glossary"
