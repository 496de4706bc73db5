"""The glossary: the author's terms, and the metrics printed that the catalogue defines."""

from __future__ import annotations

from collections.abc import Iterable

from generator.briefing.desk import Desk
from generator.briefing.printed import Line, Printed
from generator.briefing.prose import title
from generator.briefing.story import Entry, Glossary
from generator.settings.word_sections import GlossarySection


def glossary(section: GlossarySection, printed: Iterable[Printed], desk: Desk) -> tuple[Line, Glossary] | None:
    """Return the headline and the entries, the author's first; None where there is nothing to explain."""
    language, metrics = desk.language, desk.catalogue.metrics
    own = [Entry(title(term.term.of(language), desk), title(term.meaning.of(language), desk)) for term in section.terms]
    names = dict.fromkeys(fact.aspects.metric for p in printed if (fact := desk.register.fact(p)))
    defined = [(name, metrics[name].definition) for name in names if name in metrics]
    found = [*own, *(Entry(desk.naming.metric(name), title(said.of(language), desk)) for name, said in defined if said)]
    if not found:
        desk.notice("No term is defined; the glossary is left out.")
        return None
    return desk.words.line("glossary_headline"), Glossary(tuple(found))
