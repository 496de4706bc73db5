"""Quotes: people's and houses' own words, in their own language, with outlet and date."""

from __future__ import annotations

import re
from collections import Counter

from generator.briefing.dates import day_name
from generator.briefing.desk import Desk
from generator.briefing.news import news_after
from generator.briefing.printed import Line
from generator.briefing.quoting import language_of, matching, translated
from generator.briefing.worded import QuoteCard, Quotes
from generator.extraction.quote import Quote
from generator.settings.word_sections import QuotesSection

_BRIEF = 2  # quotes
_REMARK = 6  # words


def quotes(section: QuotesSection, desk: Desk) -> tuple[Line, Quotes] | None:
    """Return the headline and the quotes; None where nobody is quoted."""
    found = _varied(matching(section, desk))[: min(section.limit, _BRIEF) if desk.brief else section.limit]
    if not found:
        if news_after(section, desk) is not None:
            return None  # nobody was quoted in the window: no gap of the corpus
        who = ", ".join(section.speakers) or section.entity or desk.report.entity
        desk.missing(f"words of or about {who} in the section '{desk.section}'")
        return None
    cards = tuple(quote_card(quote, desk) for quote in found)
    speakers = desk.words.listed(list(dict.fromkeys(card.speaker for card in cards)))
    return desk.words.line("in_their_words", speakers=speakers), Quotes(cards)


def _varied(found: list[Quote]) -> list[Quote]:
    """Two of each speaker before a third of any: newest first, but not one voice alone.

    A remark of a few words, a question, and whoever nothing is known of, come a round later: of two dozen quotes on a
    chip maker a mayor's invitation and “I really don't know” stood among the four that were printed.
    """
    later = [(quote.speaker_id is None) + _is_a_remark(quote.words) for quote in found]
    seen: Counter[str] = Counter()
    rounds: list[tuple[int, int]] = []
    for i in sorted(range(len(found)), key=later.__getitem__):
        speaker = found[i].speaker_id or found[i].speaker
        rounds.append((seen[speaker] // 2 + later[i], i))
        seen[speaker] += 1
    return [found[i] for _, i in sorted(rounds)]


def _is_a_remark(words: str) -> bool:
    """Whether words say little by themselves: a question, or a few only, two Chinese characters counted as a word."""
    if words.rstrip("”’\"' ").endswith(("?", "？")):
        return True
    han = sum("\u4e00" <= character <= "\u9fff" for character in words)
    return han / 2 + len(re.findall(r"[A-Za-z0-9'’.,%-]+", words)) < _REMARK


def quote_card(quote: Quote, desk: Desk) -> QuoteCard:
    """Return one quote as printed."""
    document = desk.selection.documents[quote.document]
    language, translation = language_of(quote, desk), translated(quote, desk)
    return QuoteCard(
        words=desk.register.printed(quote.words, quote),
        language=language,
        direct=quote.kind == "direct",
        speaker=desk.naming.speaker(quote.speaker_id, quote.speaker),
        role=desk.naming.role(quote.speaker_id, quote.role),
        outlet=desk.naming.publisher(document),
        published=day_name(document.published.date(), desk.language) if document.published else "",
        translation=translation,
        untranslated=language != desk.language and translation is None,
    )
