"""What an author's text can ask for: figures, changes, quotes, periods and names, each by reference."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from generator.briefing.desk import Desk
from generator.briefing.news import last_issue, news
from generator.briefing.printed import Line
from generator.briefing.quoting import matching, translated
from generator.briefing.slots import Slots, Unknown
from generator.extraction.figure import Measure
from generator.selection.fact import Fact
from generator.settings.fault import nearest
from generator.settings.issues import ALL
from generator.settings.period import Period
from generator.settings.section import MetricRef
from generator.settings.word_sections import QuotesSection


@dataclass(frozen=True)
class Asking:
    """Answers an author's text. What the corpus does not state leaves a gap, and is taken down."""

    desk: Desk
    slots: Slots

    def functions(self) -> dict[str, Callable[..., object]]:
        """Return the functions by the names under which a text calls them."""
        named = (
            self.figure,
            self.change,
            self.quote,
            self.period_of,
            self.when,
            self.name,
            self.stated,
            self.new,
            self.own,
        )
        return {function.__name__: function for function in named}

    def figure(self, metric: str, **more: Any) -> str:
        """`113.1 billion yuan`: a figure, or a change as `+22.3%` with `measure="yoy"`."""
        ref = self._ref(metric, more)
        fact = self.desk.find(ref)
        return self._held(ref, fact, (self.desk.print(fact),)) if fact else self._gap(metric, more)

    def change(self, metric: str, measure: Measure = "yoy", **more: Any) -> str:
        """`up 22.3% year on year`: how a figure changed, over the year or (`qoq`) since the quarter or month before."""
        desk, ref = self.desk, self._ref(metric, more)
        fact = desk.find(ref)
        if fact is None:
            return self._gap(metric, more)
        changed = desk.lookup.change(ref, fact, measure)
        if changed is None:
            desk.missing(f"the change of {desk.asked(ref)}")
            return desk.words.phrases["change_not_stated"]
        over, moved = desk.naming.measure(changed.aspects), desk.print(changed, "moved")
        return self._held(ref, fact, (moved, " ", over) if desk.language == "en" else (over, moved))

    def quote(self, speaker: str, about: str = "") -> str:
        """The newest words of a speaker in quotation marks, and their translation where there is one."""
        desk, topics = self.desk, (about,) if about else ()
        section = QuotesSection(block="quotes", window=ALL, speakers=(self._speaker(speaker),), about=topics, limit=1)
        found = matching(section, desk)
        if not found:
            desk.missing(f"words of {speaker}" + (f" about {about}" if about else ""))
            return self.slots.gap(desk.words.say("words_of", speaker=desk.naming.speaker(speaker, speaker)))
        words, other = desk.register.printed(found[0].words, found[0]), translated(found[0], desk)
        if other:
            return self.slots.hold(desk.words.line("quoted_translation", words=words, translation=other))
        return self.slots.hold(desk.words.line("quoted", words=words))

    def period_of(self, metric: str, **more: Any) -> str:
        """`Q3 2025`: the period of the figure meant."""
        fact = self._dated(metric, more)
        return self.slots.know(self.desk.period_of(fact)) if fact else self._gap(metric, more)

    def when(self, metric: str, **more: Any) -> str:
        """`in Q3 2025`, `as of 30 September 2025`: the period as a sentence takes it in; in Chinese, to begin with."""
        fact = self._dated(metric, more)
        return self.slots.know(self.desk.naming.when(fact.aspects.period).strip()) if fact else self._gap(metric, more)

    def name(self, metric: str, **more: Any) -> str:
        """`Revenue`: the metric's name as this audience knows it."""
        ref = self._ref(metric, more)
        return self.slots.know(self.desk.naming.ref(ref, self.desk.lookup.aspects(ref)))

    def own(self, words: str) -> str:
        """The author's own words, numbers and all: `own("3 priorities")`. Nothing of the corpus stands behind them."""
        if "\ue000" in words:
            raise Unknown("own() takes the author's own words; figures are printed as they are.")
        return self.slots.hold((words,))

    def nobodys(self, words: str) -> str:
        """A writer is not the author: what it marks as its own would be a number that nobody stands for."""
        raise Unknown(f"own('{words}') is for authors; a writer states figures by reference only.")

    def stated(self, metric: str, change: bool = False, **more: Any) -> bool:
        """Whether the corpus states a figure (and its change): to write around what it does not."""
        ref = self._ref(metric, more)
        fact: Fact | None = self.desk.lookup.find(ref, self.desk.period)
        return fact is not None and (not change or self.desk.lookup.change(ref, fact) is not None)

    def new(self, metric: str, **more: Any) -> bool:
        """Whether a figure is news: stated for the first time, or otherwise than in the issue before."""
        return news(self._ref(metric, more), last_issue(self.desk), self.desk) is not None

    def _held(self, ref: MetricRef, fact: Fact, line: Line) -> str:
        """Hold a figure; where neither report nor author says of which period it is, the text has to."""
        level = fact.aspects._replace(measure="level")
        if level.period and level.basis == "actual" and not (self.desk.period or ref.period):
            aside = self.desk.words.say("of_another_period", period=self.desk.period_of(fact))
            self.slots.dating.stands(len(self.slots.lines), level, aside)
        return self.slots.hold(line)

    def _dated(self, metric: str, more: Mapping[str, Any]) -> Fact | None:
        """Return the fact whose period the text itself names."""
        fact = self.desk.find(self._ref(metric, more))
        if fact:
            self.slots.dating.names(fact.aspects._replace(measure="level"))
        return fact

    def _gap(self, metric: str, more: Mapping[str, Any]) -> str:
        return self.slots.gap(self.name(metric, **more))

    def _ref(self, metric: str, more: Mapping[str, Any]) -> MetricRef:
        catalogue = self.desk.catalogue
        _known("metric", metric, catalogue.metrics)
        _known("company", more.get("entity"), catalogue.companies)
        _known("segment", more.get("segment"), catalogue.segments)
        if "label" in more:
            raise Unknown("a metric is called here what it is called; your own label goes with a section's metrics.")
        try:
            given = {**more, "period": Period(str(more["period"]))} if more.get("period") else dict(more)
            return MetricRef.model_validate({"metric": metric, **given})
        except ValueError as error:
            keys = ", ".join(key for key in MetricRef.model_fields if key not in ("metric", "label"))
            raise Unknown(f"figure('{metric}', …) cannot be read: {_reason(error)} It takes {keys}.") from None

    def _speaker(self, speaker: str) -> str:
        companies = self.desk.catalogue.companies
        _known("speaker", speaker, [*companies, *(p for company in companies.values() for p in company.people)])
        return speaker


def _known(kind: str, name: str | None, names: Iterable[str]) -> None:
    if name is not None and name not in names:
        guess = nearest(str(name), names)
        raise Unknown(f"there is no {kind} '{name}'." + (f" Did you mean '{guess}'?" if guess else ""))


def _reason(error: ValueError) -> str:
    if not isinstance(error, ValidationError):
        return f"{error}."
    return "; ".join(f"{'.'.join(map(str, found['loc']))}: {found['msg']}." for found in error.errors())
