"""Method and sources: how the figures were found, chosen and checked, and every document cited."""

from __future__ import annotations

from generator.briefing.backing import Source
from generator.briefing.citations import Settled
from generator.briefing.dates import moment_name
from generator.briefing.desk import Desk
from generator.briefing.model import Sources
from generator.briefing.printed import Line
from generator.briefing.worded import Method, Paragraph
from generator.corpus.cleaning import rejoin

_FULL = ("method_found", "method_chosen", "method_derived", "method_checked")
_BRIEF = ("method_found", "method_checked")


def method(desk: Desk) -> tuple[Line, Method]:
    """Return the headline and the method, with the size of the corpus, and what it states of the report's company."""
    selection, company = desk.selection, desk.report.entity
    counts = desk.words.say(
        "method_counts",
        documents=str(len(selection.documents) - len(selection.superseded)),
        stories=str(len({story for name, story in selection.stories.items() if name not in selection.superseded})),
        facts=str(len(selection.facts.of(company))),
        entity=desk.naming.company(company),
    )
    said = [desk.words.phrases[key] for key in (_BRIEF if desk.brief else _FULL)]
    said.insert(1, counts)
    return desk.words.line("method_headline"), Method(tuple(Paragraph((words,)) for words in said))


def numbered(settled: Settled, desk: Desk) -> tuple[Source, ...]:
    """Return the documents cited, under their final numbers."""
    documents = (desk.selection.documents[name] for name in settled.documents)
    return tuple(
        Source(
            number=number,
            document=document,
            title=rejoin(document.title),
            publisher=desk.naming.publisher(document),
            published=moment_name(document.published, desk.language),
            evidence=settled.behind[document.id],
        )
        for number, document in enumerate(documents, 1)
    )


def sources(listed: tuple[Source, ...], desk: Desk) -> tuple[Line, Sources]:
    """Return the headline and the list of sources."""
    publishers = len({source.publisher for source in listed})
    if len(listed) == 1:
        return desk.words.line("sources_headline_one"), Sources(listed)
    whose = desk.words.quantity("publisher", publishers)
    said = desk.words.line("sources_headline", documents=desk.words.counted(len(listed)), publishers=whose)
    return said, Sources(listed)
