"""The desk at which one briefing is written: what it may state, for whom, and what has been printed so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Literal

from generator.briefing.citations import Register
from generator.briefing.dates import period_name, period_short
from generator.briefing.lookup import Lookup
from generator.briefing.model import Notice
from generator.briefing.naming import Naming
from generator.briefing.numbers import Numbers
from generator.briefing.printed import Line, Printed
from generator.briefing.words import Words
from generator.selection.fact import Contradiction, Fact
from generator.selection.selection import Selection
from generator.settings.audience import Audience
from generator.settings.blocks import AnySection
from generator.settings.catalogue import Catalogue
from generator.settings.model import OutputLanguage
from generator.settings.period import Period
from generator.settings.report import Report
from generator.settings.section import MetricRef
from generator.settings.translations import Translation

Form = Literal["amount", "signed", "moved"]


@dataclass(frozen=True)
class Desk:
    """Everything that blocks share. `section` is the one being written; `gaps` is what the corpus did not state."""

    report_id: str
    report: Report
    audience: Audience
    selection: Selection
    catalogue: Catalogue
    translations: Sequence[Translation]
    words: Words
    naming: Naming
    numbers: Numbers
    lookup: Lookup
    register: Register
    issue: str
    writers: Path | None = None  # the folder in which writers run; None where they may not
    quiet: bool = False  # whether the issue has no news, and shows what stands
    section: str = ""
    period: Period | None = None
    gaps: list[Notice] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    _before: dict[date, Lookup] = field(default_factory=dict, repr=False)

    @property
    def language(self) -> OutputLanguage:
        """The reader's language."""
        return self.audience.language

    @property
    def brief(self) -> bool:
        """Whether the audience wants no more than the essence."""
        return self.audience.detail == "brief"

    def at(self, section: AnySection, name: str, companies: int = 1) -> Desk:
        """Return the desk with one section on it. Where that is about several companies, all of them are named."""
        period = self.own_name(section.period) if section.period else self.lookup.period
        naming = replace(self.naming, entity=None) if companies > 1 else self.naming
        return replace(self, section=name, period=period, naming=naming)

    def own_name(self, period: Period, of: str | None = None) -> Period:
        """Return a period of a company's, of the report's own if none is named, as the report's company names it."""
        return self.catalogue.named(period, self.report.entity, of)

    def before(self, day: date) -> Lookup:
        """Return what could be stated as of a day before."""
        if day not in self._before:
            then = replace(self.selection, as_of=day, facts=self.selection.earlier(day))
            self._before[day] = replace(self.lookup, selection=then, _known={})
        return self._before[day]

    def find(self, ref: MetricRef) -> Fact | None:
        """Return the fact meant; where there is none, take down the gap."""
        fact = self.lookup.find(ref, self.period)
        if fact is None:
            self.silent(ref)
        return fact

    def silent(self, ref: MetricRef) -> None:
        """Take down that the corpus does not state what a reference asks for, and why, if it says something of it."""
        if found := self.lookup.contradicted(ref, self.period):
            self._note(self.gaps, self._why_not(ref, found))
        else:
            self.missing(self.asked(ref), self.lookup.outdated(ref, self.period))

    def hole(self, ref: MetricRef, found: Contradiction) -> None:
        """Take down that a row of periods has a hole, as what is said of one is contradicted."""
        self.notice(self._why_not(ref, found))

    def asked(self, ref: MetricRef) -> str:
        """Name what a reference asks for, for people who edit the report."""
        wanted = self.lookup.aspects(ref, self.period)
        parts = [wanted.entity, wanted.segment, wanted.metric, wanted.measure if wanted.measure != "level" else None]
        parts += [wanted.basis if wanted.basis != "actual" else None, str(wanted.period) if wanted.period else None]
        return " ".join(part for part in parts if part)

    def missing(self, what: str, last: Period | None = None) -> None:
        """Take down something that the corpus does not state, or stated `last` for a period long gone."""
        since = f" after {last}, which is too long ago to stand for the latest; give `period: {last}` to print it"
        self._note(self.gaps, f"The corpus does not state {what}{since if last else ''}.")

    def not_stated(self, ref: MetricRef) -> str:
        """Say in print that a figure is not stated, or for which period it last was."""
        last = self.lookup.outdated(ref, self.period)
        if last is None:
            return self.words.labels["not_stated"]
        return self.words.say("last_stated", period=period_short(last, self.language))

    def notice(self, message: str) -> None:
        """Take down something that the maker of the briefing should know."""
        self._note(self.notices, message)

    def print(self, fact: Fact, form: Form = "amount") -> Printed:
        """Write a fact as this audience reads it, with its evidence."""
        changed = fact.aspects.measure != "level"
        write = {"amount": self.numbers.amount, "signed": self.numbers.signed, "moved": self.numbers.moved}[form]
        if changed and form == "amount":
            write = self.numbers.signed
        text = write(fact.value, fact.unit, fact.precision, fact.bound)
        return self.register.printed(text + ("" if changed or form != "amount" else self._counted(fact)), fact)

    def _counted(self, fact: Fact) -> str:
        """Return the word that Chinese puts behind a count of a metric: 41万辆, 4,330万台."""
        return self.naming.noun(fact.aspects.metric) if self.language == "zh" and fact.unit == "count" else ""

    def sentence(self, ref: MetricRef, fact: Fact) -> Line:
        """Say in one sentence what a figure is, and how it changed over the year where that is known."""
        name, when = self.naming.ref(ref, fact.aspects), self.naming.when(fact.aspects.period)
        basis, measure = fact.aspects.basis, fact.aspects.measure
        if measure != "level":
            over, name = self.naming.measure(fact.aspects), self.naming.figure(fact.aspects._replace(measure="level"))
            return self.words.line("moved", metric=name, when=when, change=self.print(fact, "moved"), measure=over)
        value = self.print(fact)
        if basis != "actual" and ref.label is None and fact.aspects.metric != "target_price":
            whose = self.naming.inside(fact.aspects._replace(basis="actual"))
            return self.words.line("aim", basis=self.words.labels[basis], metric=whose, value=value, when=when)
        changed = self.lookup.change(ref, fact)
        if changed is None:
            return self.words.line("was", metric=name, value=value, when=when)
        how, over = self.print(changed, "moved"), self.naming.measure(changed.aspects)
        return self.words.line("was_changed", metric=name, value=value, when=when, change=how, measure=over)

    def period_of(self, fact: Fact) -> str:
        """Name the period of a fact; empty where it has none."""
        return period_name(fact.aspects.period, self.language) if fact.aspects.period else ""

    def _why_not(self, ref: MetricRef, found: Contradiction) -> str:
        period = found.odd.aspects.period
        odd, one, other = map(self._said, (found.odd, *found.others))
        asked = self.asked(ref.model_copy(update={"period": period}))
        return f"{asked} is not stated: {odd} does not go with {one} and {other}."

    def _said(self, fact: Fact) -> str:
        """Quote the words of a fact, and where they stand, for people who look after the corpus."""
        figure = fact.supporting[0]
        document = self.selection.documents[figure.document]
        words = " ".join(document.slice((figure.start, figure.end)).split())
        return f"“{words}” ({figure.period}, in {document.path.name if document.path else document.title})"

    def _note(self, notes: list[Notice], message: str) -> None:
        note = Notice(message, self.section)
        if note not in notes:
            notes.append(note)


def disputed(fact: Fact) -> bool:
    """Whether sources disagree on a fact. Houses' forecasts and price targets are opinions, not disagreements."""
    opinion = fact.aspects.basis in ("forecast", "consensus") or fact.aspects.metric == "target_price"
    return bool(fact.dissenting) and not opinion
