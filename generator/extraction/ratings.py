"""Ratings: which broker rates which company how."""

from __future__ import annotations

import re
from functools import cache

from generator.extraction.names import Names
from generator.extraction.quote import Rating
from generator.extraction.reading import Reading, Sentence
from generator.extraction.vocabulary import words


class RatingFinder:
    """Finds brokers' ratings."""

    def __init__(self, names: Names) -> None:
        self._names = names

    def ratings(self, reading: Reading) -> list[Rating]:
        """Return the ratings of a document, one a house and company: the last one the text gives."""
        found: dict[tuple[str, str | None], Rating] = {}
        house = company = None
        for sentence in reading.sentences:
            kinds = [
                (e, self._names.catalogue.companies[e.entity].kind)
                for e in self._names.entities(reading.text[sentence.start : sentence.end])
            ]
            house = next((e.entity for e, kind in kinds if kind == "broker"), house)
            company = next((e.entity for e, kind in kinds if kind == "company"), company)
            match = _rating().search(reading.text, sentence.start, sentence.end)
            if match and house:
                found[house, company] = self._rating(reading, sentence, match, house, company)
        return list(found.values())

    def _rating(
        self, reading: Reading, sentence: Sentence, match: re.Match[str], house: str, company: str | None
    ) -> Rating:
        said = next(name for name in ("before", "after", "quoted") if match[name])
        start, end = reading.span(match.start(said), match.end(said))
        whole = reading.span(sentence.start, sentence.end)
        return Rating(reading.document.id, start, end, whole, house, company, _meaning()[match[said]])


@cache
def _meaning() -> dict[str, str]:
    return {
        form: rating for rating, forms in words("speech")["ratings"].items() for form in (*forms["zh"], *forms["en"])
    }


@cache
def _rating() -> re.Pattern[str]:
    forms = "|".join(sorted(map(re.escape, _meaning()), key=len, reverse=True))
    mark = "[“”\"「」『』'《》]"
    return re.compile(
        rf"(?:评级|投资评级|\brating\b)(?:为|至|上调至|下调至|:| of| to| at| is)*\s*{mark}?(?P<before>{forms}){mark}?(?![A-Za-z])"
        rf"|{mark}?(?<![A-Za-z])(?P<after>{forms}){mark}?\s*(?:的)?(?:投资)?(?:评级|\brating\b)"
        rf"|(?:rates|rated|reiterated|upgraded? to|downgraded? to)\s+(?:it |the stock |shares )?(?:at |as )?{mark}?(?P<quoted>{forms}){mark}?(?![A-Za-z])"
    )
