"""Which quotes a section means, and what they say in the reader's language."""

from __future__ import annotations

from datetime import date

from rapidfuzz import fuzz

from generator.briefing.desk import Desk
from generator.briefing.lookup import is_current
from generator.briefing.news import news_after, told_after
from generator.corpus.cleaning import fold
from generator.corpus.document import Document
from generator.extraction.amounts.spelt import numbers
from generator.extraction.quote import Quote
from generator.settings.model import OutputLanguage
from generator.settings.word_sections import QuotesSection

_SAME = 92.0


def matching(section: QuotesSection, desk: Desk) -> list[Quote]:
    """Return the quotes a section asks for, newest first, as many as there are.

    Without speakers and company, those of people and houses who speak for or about the report's company; and without a
    window, those that still tell where it stands.
    """
    after, as_of = news_after(section, desk), desk.selection.as_of
    open_ended = not section.speakers and section.window is None and desk.report.window is None
    entity = section.entity or (None if section.speakers else desk.report.entity)
    return [
        quote
        for quote in desk.selection.quotes
        if quote.kind in section.kinds
        and (not section.speakers or quote.speaker_id in section.speakers)
        and (entity is None or quote.entity == entity)
        and told_after(desk.selection.documents[quote.document], after)
        and not (open_ended and _outdated(desk.selection.documents[quote.document], as_of))
        and (not section.about or _mentions(quote, section.about))
    ]


def _outdated(document: Document, as_of: date) -> bool:
    return document.published is not None and not is_current(document.published.date(), as_of)


def language_of(quote: Quote, desk: Desk) -> OutputLanguage:
    """Return the language that a quote's own words are in, as print tells languages apart."""
    han = sum("\u4e00" <= character <= "\u9fff" for character in quote.words)
    latin = sum(character.isascii() and character.isalpha() for character in quote.words)
    if han or latin:
        return "zh" if han * 3 > latin else "en"
    return "en" if desk.selection.documents[quote.document].language == "en" else "zh"


def translated(quote: Quote, desk: Desk) -> str | None:
    """Return a person's translation of a quote into the reader's language, where it is foreign and there is one."""
    if language_of(quote, desk) == desk.language:
        return None
    words = _letters(quote.words)
    for translation in desk.translations:
        original, said = _letters(translation.original), translation.to(desk.language)
        if said and fuzz.ratio(words, original) >= _SAME and _numbers(quote.words) == _numbers(translation.original):
            return said
    return None


def _mentions(quote: Quote, about: tuple[str, ...]) -> bool:
    words = fold(quote.words).text.casefold()
    return any(fold(topic).text.casefold() in words for topic in about)


def _numbers(words: str) -> list[str]:
    """A translation of words with other numbers would state those."""
    text = fold(words).text
    return [text[span.start : span.end] for span in numbers(text)]


def _letters(words: str) -> str:
    return "".join(character for character in fold(words).text.casefold() if character.isalnum())
