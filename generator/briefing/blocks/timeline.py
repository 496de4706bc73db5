"""The timeline: the author's events and the titles of what was published on the company, in order of time."""

from __future__ import annotations

from datetime import date

from generator.briefing.dates import day_name
from generator.briefing.desk import Desk
from generator.briefing.news import news_after, speaking, told_after
from generator.briefing.printed import Line
from generator.briefing.prose import sentence
from generator.briefing.story import Happening, Timeline
from generator.corpus.cleaning import rejoin
from generator.corpus.document import Document, Span
from generator.extraction.quote import Title
from generator.settings.word_sections import TimelineSection

_BRIEF = 6  # events


def timeline(section: TimelineSection, desk: Desk) -> tuple[Line, Timeline] | None:
    """Return the headline and the events; None where there are none."""
    written = [
        Happening(day_name(event.date, desk.language), event.date.isoformat(), line)
        for event in section.events
        if (section.since or date.min) <= event.date <= desk.selection.as_of
        and (line := sentence(event.text.of(desk.language), desk))
    ]
    events = sorted([*written, *_stories(section, desk)], key=lambda event: event.iso)
    events = events[-_BRIEF:] if desk.brief else events
    if not events:
        if news_after(section, desk) is None:
            desk.missing(f"an event for the section '{desk.section}'")
        return None
    first, last = events[0].day, events[-1].day
    told = "events" if written else "stories"
    count = desk.words.quantity(told, len(events))
    phrase = "timeline_headline" if first != last else "timeline_headline_day"
    return desk.words.line(phrase, events=count, first=first, last=last), Timeline(tuple(events))


def _stories(section: TimelineSection, desk: Desk) -> list[Happening]:
    """Return the latest stories on the company, each told once, by whoever tells it in the reader's language first."""
    known = [document for document in speaking(desk) if document.published and _title(document)]
    since, after = section.since or date.min, news_after(section, desk)
    told: dict[str, Document] = {}
    for document in sorted(known, key=lambda one: (_foreign(one, desk), one.published, one.id)):
        if document.published and document.published.date() >= since and told_after(document, after):
            told.setdefault(desk.selection.stories[document.id], document)
    latest = sorted(told.values(), key=lambda one: (str(one.published), one.id))[-section.stories :]
    return [_happening(document, desk) for document in (latest if section.stories else [])]


def _foreign(document: Document, desk: Desk) -> bool:
    return (document.language == "en") != (desk.language == "en")


def _title(document: Document) -> Title | None:
    start = document.text.find(document.title)
    if start < 0 or not document.title:
        return None
    end = start + len(document.title)
    return Title(document.id, start, end, Span(start, end), rejoin(document.title))


def _happening(document: Document, desk: Desk) -> Happening:
    title, published = _title(document), document.published
    assert title is not None
    assert published is not None
    day = published.date()
    words = desk.register.printed(title.words, title)
    outlet = desk.naming.publisher(document)
    return Happening(day_name(day, desk.language), day.isoformat(), (words,), outlet, document.language)
