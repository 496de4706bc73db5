"""Prose: the author's words in Jinja's sandbox; each figure becomes something printed, with its evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from jinja2 import TemplateError, TemplateSyntaxError

from generator.bounds import TooMuch, bounded
from generator.briefing.asking import Asking
from generator.briefing.claims import covered
from generator.briefing.dates import day_name, issue_name, period_name
from generator.briefing.desk import Desk
from generator.briefing.gate import faults
from generator.briefing.printed import Line
from generator.briefing.slots import Slots, Unknown
from generator.briefing.worded import Paragraph
from generator.briefing.words import plain
from generator.errors import Fault, TextFailed
from generator.sandbox import Sandbox
from generator.settings.authored import SLOT

_BULLET = re.compile(r"^\s*[-*•]\s+")
_HEADING = re.compile(r"^\s*#{1,6}\s+")
_RULE = re.compile(r"\s*([-*_])(?:\s*\1){2,}\s*")
_EMPHASIS = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_STOP = re.compile(r"(?<=[。！？；])|(?<=[.!?;])(?=\s)")  # ends of sentences and clauses


def paragraphs(text: str, desk: Desk, writer: bool = False) -> tuple[Paragraph, ...]:
    """Return a body's paragraphs and bullets, figures filled in. Raises TextFailed with section and line.

    A `writer` has no words of its own: what it marks as such is refused.
    """
    slots = Slots()
    asking = Asking(desk, slots)
    functions = {**asking.functions(), "own": asking.nobodys} if writer else asking.functions()
    with _placed(text, desk):
        found = _blocks(_without_comma(_run(text, {**_context(desk, slots), **functions}), desk))
        return tuple(Paragraph(_filled(_whole(words, slots, desk), slots), bullet) for words, bullet in found)


def _blocks(text: str) -> list[tuple[str, bool]]:
    """Return Markdown's paragraphs, each with whether it is a bullet; a heading is a paragraph, a rule is none."""
    found: list[tuple[str, bool]] = []
    going_on = False
    for row in text.splitlines():
        bullet = _BULLET.match(row)
        heading = _HEADING.match(row)
        if not row.strip() or _RULE.fullmatch(row):
            going_on = False
        elif bullet or heading or not going_on:
            marked = bullet or heading
            found.append((row[marked.end() :] if marked else row, bool(bullet)))
            going_on = not heading
        else:
            found[-1] = (f"{found[-1][0].rstrip()} {row.strip()}", found[-1][1])
    return found


def sentence(text: str, desk: Desk) -> Line:
    """Return one line of prose, figures filled in; nothing where one is not stated. Raises TextFailed."""
    slots = Slots()
    with _placed(text, desk):
        words = " ".join(_run(text, {**_context(desk, slots), **Asking(desk, slots).functions()}).split())
        words = _without_comma(words, desk)
        return () if slots.missing(words) else _filled(words, slots)


def title(text: str, desk: Desk) -> str:
    """Return words without figures: a title, a label, a disclaimer. Raises TextFailed."""
    slots = Slots()
    with _placed(text, desk):
        words = _run(text, {**_context(desk, slots), "own": Asking(desk, slots).own})
        return plain(_filled(words, slots))


def _looked_up(text: str, known: Sequence[str]) -> None:
    """Raise _Wrong for what a text states that neither evidence nor a known wording stands behind."""
    mask = covered(text.lower(), [word.lower() for word in known])
    for fault in faults(text):
        if not all(mask[fault.span.start : fault.span.end]):
            raise _Wrong(fault.message)


def _whole(text: str, slots: Slots, desk: Desk) -> str:
    """Leave out clauses that the corpus leaves with a gap, and say what it does not state instead."""
    names = slots.missing(text)
    if not names:
        return text
    kept = "".join(piece for piece in _STOP.split(text) if not slots.missing(piece)).strip()
    kept = f"{kept[:-1]}{'.' if kept[-1] == ';' else '。'}" if kept.endswith((";", "；")) else kept
    kept = kept[:1].upper() + kept[1:] if text[:1].isupper() else kept
    gap = desk.words.say("not_stated_here", names=desk.words.phrases["list_comma"].join(names))
    return f"{kept}{' ' if kept and desk.language == 'en' else ''}{gap}"


def _without_comma(text: str, desk: Desk) -> str:
    """Leave out the comma before words in brackets: `net profit was …, (change not stated in the sources)`."""
    aside = re.escape(desk.words.phrases["change_not_stated"])
    return re.sub(rf"\s*[,，、]\s*(?={aside})", " " if desk.language == "en" else "", text)


def _filled(text: str, slots: Slots) -> Line:
    text = _EMPHASIS.sub(r"\2", text)  # first: `{{ figure("margin") }}**%**` puts its sign beside the figure
    _looked_up(re.sub("\ue000.*?\ue001", SLOT, text), slots.known)
    try:
        return slots.filled(text.strip())
    except Unknown as error:
        raise _Wrong(str(error)) from None


def _context(desk: Desk, slots: Slots) -> dict[str, Any]:
    period = desk.period or desk.lookup.period
    named = {
        "entity": desk.naming.company(desk.report.entity),
        "period": period_name(period, desk.language) if period else "",
        "as_of": day_name(desk.selection.as_of, desk.language),
        "issue": issue_name(desk.issue, desk.language),
    }
    slots.known += named.values()
    return {**desk.report.names, **named}


def _run(text: str, context: Mapping[str, Any]) -> str:
    environment = Sandbox(autoescape=False, keep_trailing_newline=True)
    try:
        with bounded():
            return environment.from_string(text).render(context)
    except TemplateSyntaxError as error:
        raise _Wrong(str(error.message), error.lineno) from None
    except _FAULTS as error:
        raise _Wrong(str(error), _line(error)) from None


def _line(error: BaseException) -> int:
    """The line of the author's text at which an error arose: Jinja's own frame in the traceback."""
    line, trace = 1, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


@contextmanager
def _placed(text: str, desk: Desk) -> Iterator[None]:
    """Raise TextFailed, with report and section, for what is found wrong with a text inside."""
    try:
        yield
    except _Wrong as error:
        where = f"report '{desk.report_id}'" + (f", section '{desk.section}'" if desk.section else "")
        raise TextFailed([Fault(where, str(error), text, error.line)], _REMEDY) from None


class _Wrong(Exception):
    """What is wrong with the text that is being rendered, and in which of its lines."""

    def __init__(self, message: str, line: int | None = None) -> None:
        super().__init__(message)
        self.line = line


_FAULTS = (
    TemplateError,
    Unknown,
    TypeError,
    ValueError,
    ArithmeticError,
    LookupError,
    AttributeError,
    MemoryError,
    TooMuch,
)
_REMEDY = 'Mend the text; figures are written as {{ figure("revenue") }}.'
