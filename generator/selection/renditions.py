"""Renditions: the same words of one speaker, and the same rating of one house, told in many places, kept once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime

from rapidfuzz import fuzz, process

from generator.corpus.cleaning import fold
from generator.corpus.document import Document
from generator.extraction.quote import Quote, Rating

SAME_WORDS = 90.0  # of 100; a rendition that is only a part of another one counts as the same words, too
_PART = 8  # letters that words have at least, of which or in which others may be a part
_PIECE = 6  # letters: words that are nine tenths the same share a run of that length


def distinct_quotes(quotes: Iterable[Quote], documents: Mapping[str, Document]) -> tuple[Quote, ...]:
    """Return one rendition of the same words, newest first: direct before indirect, then the longest, the earliest."""
    kept: dict[str, _Words] = {}
    found: list[Quote] = []
    for quote in sorted(quotes, key=lambda q: (q.kind, -len(q.words), _when(q.document, documents), q.start)):
        said = kept.setdefault(quote.speaker_id or quote.speaker.casefold(), _Words())
        if said.new(_letters(quote.words)):
            found.append(quote)
    return tuple(sorted(found, key=lambda q: (_newest_first(q.document, documents), q.document, q.start)))


class _Words:
    """What one speaker has said so far, found again by pieces of it: a speaker may be quoted ten thousand times."""

    def __init__(self) -> None:
        self._said: list[str] = []
        self._by_piece: dict[str, list[int]] = {}

    def new(self, words: str) -> bool:
        """Take words down; whether nobody has told them before."""
        pieces = {words[i : i + _PIECE] for i in range(max(1, len(words) - _PIECE + 1))}
        shared = Counter(place for piece in pieces for place in self._by_piece.get(piece, ()))
        enough = max(1, len(pieces) // 10)  # longer words come first: these are whole in them, if they are the same
        if _told(words, [self._said[place] for place, count in shared.items() if count >= enough]):
            return False
        for piece in pieces:
            self._by_piece.setdefault(piece, []).append(len(self._said))
        self._said.append(words)
        return True


def distinct_ratings(ratings: Iterable[Rating], documents: Mapping[str, Document]) -> tuple[Rating, ...]:
    """Return each house's latest rating of each company, newest first, from the document that had it first."""
    latest: dict[tuple[str, str | None], Rating] = {}
    for rating in sorted(ratings, key=lambda r: (_when(r.document, documents), r.document, r.start)):
        before = latest.get((rating.house, rating.entity))
        if before is None or before.rating != rating.rating:
            latest[rating.house, rating.entity] = rating
    return tuple(sorted(latest.values(), key=lambda r: (_newest_first(r.document, documents), r.house, r.start)))


def _letters(words: str) -> str:
    return "".join(character for character in fold(words).text.casefold() if character.isalnum())


def _told(words: str, before: list[str]) -> bool:
    """Whether words are the same as some that were told before, or a part of them."""
    if process.extractOne(words, before, scorer=fuzz.ratio, score_cutoff=SAME_WORDS):
        return True
    whole = [said for said in before if min(len(said), len(words)) >= _PART]
    return process.extractOne(words, whole, scorer=fuzz.partial_ratio, score_cutoff=SAME_WORDS) is not None


def _when(document: str, documents: Mapping[str, Document]) -> datetime:
    published = documents[document].published
    return published.replace(tzinfo=None) if published else datetime.max


def _newest_first(document: str, documents: Mapping[str, Document]) -> float:
    when = _when(document, documents)
    return 0.0 if when == datetime.max else -(when - datetime(1900, 1, 1)).total_seconds()
