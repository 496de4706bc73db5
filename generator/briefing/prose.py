"""Prose: the author's words in Jinja's sandbox; each figure becomes something printed, with its evidence."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from jinja2 import TemplateError, TemplateSyntaxError

from generator.bounds import TooMuch, bounded
from generator.briefing.asking import Asking
from generator.briefing.claims import covered
from generator.briefing.dates import day_name, period_name
from generator.briefing.desk import Desk
from generator.briefing.model import Line, Paragraph
from generator.briefing.slots import Slots, Unknown
from generator.errors import TemplateFailed
from generator.sandbox import Sandbox
from generator.settings.typed import NUMBER, told

_BULLET = re.compile(r"^\s*[-*•]\s+")
_EMPHASIS = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_STOP = re.compile(r"(?<=[。！？；])|(?<=[.!?;])(?=\s)")  # ends of sentences and clauses


def paragraphs(text: str, desk: Desk) -> tuple[Paragraph, ...]:
    """Return a body's paragraphs and bullets, figures filled in. Raises TemplateFailed with section and line."""
    slots = Slots()
    rendered = _rendered(text, desk, slots)
    found: list[tuple[str, bool]] = []
    open_paragraph = False
    for row in rendered.splitlines():
        bullet = _BULLET.match(row)
        if not row.strip():
            open_paragraph = False
        elif bullet or not open_paragraph:
            found.append((row[bullet.end() :] if bullet else row.lstrip("# "), bool(bullet)))
            open_paragraph = True
        else:
            found[-1] = (f"{found[-1][0].rstrip()} {row.strip()}", found[-1][1])
    return tuple(Paragraph(_filled(_whole(words, slots, desk), slots, desk), bullet) for words, bullet in found)


def sentence(text: str, desk: Desk) -> Line:
    """Return one line of prose, figures filled in; nothing where one is not stated. Raises TemplateFailed."""
    slots = Slots()
    words = " ".join(_rendered(text, desk, slots).split())
    return () if slots.missing(words) else _filled(words, slots, desk)


def title(text: str, desk: Desk, **more: str) -> str:
    """Return a title: the report's names, no figures. Raises TemplateFailed."""
    slots = Slots()
    words = _run(text, desk, {**_context(desk, slots), "own": Asking(desk, slots).own, **more})
    _looked_up(words, [*slots.known, *more.values()], desk)
    return words


def _looked_up(text: str, known: Sequence[str], desk: Desk) -> None:
    """Raise TemplateFailed for a number in a text that neither evidence nor a known wording stands behind."""
    mask = covered(text.lower(), [word.lower() for word in known])
    for found in NUMBER.finditer(text):
        if not all(mask[found.start() : found.end()]):
            raise TemplateFailed(f"{_place(desk)}: {told(found.group())}", _REMEDY)


def _whole(text: str, slots: Slots, desk: Desk) -> str:
    """Leave out clauses that the corpus leaves with a gap, and say what it does not state instead."""
    names = slots.missing(text)
    if not names:
        return text
    kept = "".join(piece for piece in _STOP.split(text) if not slots.missing(piece)).strip()
    kept = f"{kept[:-1]}{'.' if kept[-1] == ';' else '。'}" if kept.endswith((";", "；")) else kept
    gap = desk.words.say("not_stated_here", names=desk.words.phrases["list_comma"].join(names))
    return f"{kept}{' ' if kept and desk.language == 'en' else ''}{gap}"


def _filled(text: str, slots: Slots, desk: Desk) -> Line:
    _looked_up(re.sub("\ue000.*?\ue001", "\ue000", text), slots.known, desk)
    try:
        return slots.filled(_EMPHASIS.sub(r"\2", text).strip())
    except Unknown as error:
        raise TemplateFailed(f"{_place(desk)}: {error}") from None


def _rendered(text: str, desk: Desk, slots: Slots) -> str:
    return _run(text, desk, {**_context(desk, slots), **Asking(desk, slots).functions()})


def _context(desk: Desk, slots: Slots) -> dict[str, Any]:
    period = desk.period or desk.report.period
    named = {
        "entity": desk.naming.company(desk.report.entity),
        "period": period_name(period, desk.language) if period else "",
        "as_of": day_name(desk.selection.as_of, desk.language),
        "issue": desk.issue,
    }
    slots.known += named.values()
    return {**desk.report.names, **named}


def _run(text: str, desk: Desk, context: Mapping[str, Any]) -> str:
    environment = Sandbox(autoescape=False, keep_trailing_newline=True)
    try:
        with bounded():
            return environment.from_string(text).render(context)
    except TemplateSyntaxError as error:
        raise TemplateFailed(f"{_place(desk)}, line {error.lineno}: {error.message}", _REMEDY) from None
    except _FAULTS as error:
        raise TemplateFailed(f"{_place(desk)}, line {_line(error)}: {error}", _REMEDY) from None


def _line(error: BaseException) -> int:
    """The line of the author's text at which an error arose: Jinja's own frame in the traceback."""
    line, trace = 1, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def _place(desk: Desk) -> str:
    return f"report '{desk.report_id}', section '{desk.section}'" if desk.section else f"report '{desk.report_id}'"


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
_REMEDY = 'Mend the text in the report\'s YAML; figures are written as {{ figure("revenue") }}.'
