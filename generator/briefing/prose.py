"""Prose: the author's words in Jinja's sandbox; each figure becomes something printed, with its evidence."""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.sandbox import SandboxedEnvironment
from pydantic import ValidationError

from generator.briefing.desk import Desk
from generator.briefing.model import Line, Paragraph, Printed
from generator.briefing.naming import day_name, period_name
from generator.briefing.quoting import matching, translated
from generator.briefing.words import joined
from generator.errors import TemplateFailed
from generator.selection.fact import Fact
from generator.settings.loading import nearest
from generator.settings.period import Period
from generator.settings.report import MetricRef, QuotesSection

_BULLET = re.compile(r"^\s*[-*•]\s+")
_EMPHASIS = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_TYPED = re.compile(r"(?<![\w.])\d[\d,.]*\s*(?:%|％|个?百分点|[万亿]|billion|million|percent|yuan|元)", re.IGNORECASE)


class Unknown(Exception):
    """A figure or quote is asked for by a name that there is not, or in a way that it cannot be printed."""


class Slot(str):
    """The mark of one slot. It can be put anywhere in a text, but neither cut nor reckoned with."""

    def _whole(self, *_: object) -> Any:
        raise Unknown("a figure is printed as it is: it can be neither cut nor reckoned with.")

    __getitem__ = __float__ = __int__ = __mul__ = __mod__ = _whole


@dataclass
class Slots:
    """Places in a text that are filled with printed things after Jinja is done.

    A slot's mark is drawn at random for each text, from characters that no case or number filter changes, so that
    nothing an author writes can be mistaken for one.
    """

    lines: list[Line] = field(default_factory=list)
    _mark: str = field(default_factory=lambda: str(secrets.randbelow(10**18)).zfill(18))

    def hold(self, line: Line) -> str:
        """Return the mark of a new slot."""
        self.lines.append(line)
        return Slot(f"\ue000{self._mark}.{len(self.lines) - 1}\ue001")

    def filled(self, text: str) -> Line:
        """Return a text with its slots filled. Raises Unknown where a filter has changed one."""
        pieces: list[str | Printed] = []
        for i, part in enumerate(re.split(rf"\ue000{self._mark}\.(\d+)\ue001", text)):
            pieces.extend(self.lines[int(part)] if i % 2 else (part,))
        if any(isinstance(piece, str) and self._mark in piece for piece in pieces):
            raise Unknown("a filter has changed a figure; figures are printed as they are.")
        return joined(pieces)


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
    return tuple(Paragraph(_filled(words, slots, desk), bullet) for words, bullet in found)


def sentence(text: str, desk: Desk) -> Line:
    """Return one line of prose, figures filled in. Raises TemplateFailed."""
    slots = Slots()
    return _filled(" ".join(_rendered(text, desk, slots).split()), slots, desk)


def title(text: str, desk: Desk, **more: str) -> str:
    """Return a title: the report's names, no figures. Raises TemplateFailed."""
    return _run(text, desk, {**_context(desk), **more})


def _filled(text: str, slots: Slots, desk: Desk) -> Line:
    typed = _TYPED.search(re.sub("\ue000.*?\ue001", "", text))
    if typed:
        desk.notice(f"'{typed.group()}' is typed, not looked up: no evidence stands behind it.")
    try:
        return slots.filled(_EMPHASIS.sub(r"\2", text).strip())
    except Unknown as error:
        raise TemplateFailed(f"{_place(desk)}: {error}") from None


def _rendered(text: str, desk: Desk, slots: Slots) -> str:
    return _run(text, desk, {**_context(desk), **_asking(desk, slots)})


def _context(desk: Desk) -> dict[str, Any]:
    period = desk.period or desk.report.period
    return {
        **desk.report.names,
        "entity": desk.naming.company(desk.report.entity),
        "period": period_name(period, desk.language) if period else "",
        "as_of": day_name(desk.selection.as_of, desk.language),
        "issue": desk.issue,
    }


def _asking(desk: Desk, slots: Slots) -> Mapping[str, Callable[..., object]]:
    def figure(metric: str, **more: Any) -> str:
        fact = desk.find(_ref(desk, metric, more))
        return slots.hold((desk.print(fact),)) if fact else desk.words.labels["not_stated"]

    def change(metric: str, measure: str = "yoy", **more: Any) -> str:
        return _change(desk, slots, _ref(desk, metric, more), measure)

    def quote(speaker: str, about: str = "") -> str:
        topics = (about,) if about else ()
        section = QuotesSection(block="quotes", speakers=(_speaker(desk, speaker),), about=topics, limit=1)
        found = matching(section, desk)
        if not found:
            desk.missing(f"words of {speaker}" + (f" about {about}" if about else ""))
            return desk.words.labels["not_stated"]
        words, other = desk.register.printed(found[0].words, found[0]), translated(found[0], desk)
        if other:
            return slots.hold(desk.words.line("quoted_translation", words=words, translation=other))
        return slots.hold(desk.words.line("quoted", words=words))

    def period_of(metric: str, **more: Any) -> str:
        fact = desk.find(_ref(desk, metric, more))
        return desk.period_of(fact) if fact else desk.words.labels["not_stated"]

    def when(metric: str, **more: Any) -> str:
        fact = desk.find(_ref(desk, metric, more))
        return desk.naming.when(fact.aspects.period).strip() if fact else desk.words.labels["not_stated"]

    def stated(metric: str, change: bool = False, **more: Any) -> bool:
        ref = _ref(desk, metric, more)
        fact = desk.lookup.find(ref, desk.period)
        return fact is not None and (not change or desk.lookup.change(ref, fact) is not None)

    def name(metric: str, **more: Any) -> str:
        ref = _ref(desk, metric, more)
        return desk.naming.ref(ref, desk.lookup.aspects(ref))

    return {
        "figure": figure,
        "change": change,
        "quote": quote,
        "period_of": period_of,
        "when": when,
        "name": name,
        "stated": stated,
    }


def _change(desk: Desk, slots: Slots, ref: MetricRef, measure: str) -> str:
    fact = desk.find(ref)
    if fact is None:
        return desk.words.labels["not_stated"]
    changed: Fact | None = desk.lookup.change(ref, fact, "qoq" if measure.startswith("qoq") else "yoy")
    if changed is None:
        desk.missing(f"the change of {desk.asked(ref)}")
        return desk.words.phrases["change_not_stated"]
    over, moved = desk.naming.measure(changed.aspects.measure), desk.print(changed, "moved")
    return slots.hold((moved, " ", over) if desk.language == "en" else (over, moved))


def _ref(desk: Desk, metric: str, more: Mapping[str, Any]) -> MetricRef:
    for kind, value, known in (
        ("metric", metric, desk.catalogue.metrics),
        ("company", more.get("entity"), desk.catalogue.companies),
        ("segment", more.get("segment"), desk.catalogue.segments),
    ):
        if value is not None and value not in known:
            guess = nearest(str(value), known)
            raise Unknown(f"there is no {kind} '{value}'." + (f" Did you mean '{guess}'?" if guess else ""))
    try:
        given = {**more, "period": Period(str(more["period"]))} if more.get("period") else dict(more)
        return MetricRef.model_validate({"metric": metric, **given})
    except ValueError as error:
        fields = ", ".join(key for key in MetricRef.model_fields if key != "metric")
        raise Unknown(f"figure('{metric}', …) cannot be read: {_reason(error)} It takes {fields}.") from None


def _reason(error: ValueError) -> str:
    if not isinstance(error, ValidationError):
        return f"{error}."
    return "; ".join(f"{'.'.join(map(str, found['loc']))}: {found['msg']}." for found in error.errors())


def _speaker(desk: Desk, speaker: str) -> str:
    known = [*desk.catalogue.companies, *(p for c in desk.catalogue.companies.values() for p in c.people)]
    if speaker not in known:
        guess = nearest(speaker, known)
        raise Unknown(f"there is no speaker '{speaker}'." + (f" Did you mean '{guess}'?" if guess else ""))
    return speaker


def _run(text: str, desk: Desk, context: Mapping[str, Any]) -> str:
    environment = SandboxedEnvironment(undefined=StrictUndefined, autoescape=False, keep_trailing_newline=True)
    try:
        return environment.from_string(text).render(context)
    except TemplateSyntaxError as error:
        raise TemplateFailed(f"{_place(desk)}, line {error.lineno}: {error.message}", _REMEDY) from None
    except (TemplateError, Unknown, TypeError, ArithmeticError, LookupError, AttributeError, ValueError) as error:
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


_REMEDY = 'Mend the text in the report\'s YAML; figures are written as {{ figure("revenue") }}.'
