"""Ratings: which broker rates which company how."""

from __future__ import annotations

import re
from functools import cache

from generator.extraction.marks.names import Names
from generator.extraction.quote import Rating
from generator.extraction.reading import Reading
from generator.extraction.sentences import Sentence
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
                for e in self._names.entities_in(reading, sentence.start, sentence.end)
            ]
            short = _short_name().search(reading.text, sentence.start, sentence.end)
            named = words("speech")["short_names"][short[1]] if short else house
            house = next((e.entity for e, kind in kinds if kind == "broker"), named)
            company = next((e.entity for e, kind in kinds if kind == "company"), company)
            match = _rating().search(reading.text, sentence.start, sentence.end)
            if match and house:
                found[house, company] = self._rating(reading, sentence, match, house, company)
        return list(found.values())

    def _rating(
        self, reading: Reading, sentence: Sentence, match: re.Match[str], house: str, company: str | None
    ) -> Rating:
        said = next(name for name, form in match.groupdict().items() if form)
        start, end = reading.span(match.start(said), match.end(said))
        whole = reading.span(sentence.start, sentence.end)
        return Rating(reading.document.id, start, end, whole, house, company, _meaning()[match[said]])


@cache
def _short_name() -> re.Pattern[str]:
    """Return the pattern of a house by a name too short to stand anywhere: 中金维持…评级."""
    names = "|".join(words("speech")["short_names"])
    return re.compile(
        rf"(?:^|(?<=[,。;:\s]))({names})(?=维持|予|首予|重申|上调|下调|将|把|给予|发布|发表|指|称|料|预)", re.M
    )


@cache
def _meaning() -> dict[str, str]:
    return {
        form: rating for rating, forms in words("speech")["ratings"].items() for form in (*forms["zh"], *forms["en"])
    }


@cache
def _rating() -> re.Pattern[str]:
    forms = "|".join(sorted(map(re.escape, _meaning()), key=len, reverse=True))
    named = "|".join(sorted((re.escape(form) for form in _meaning() if form[0].isupper()), key=len, reverse=True))
    mark = "[“”\"「」『』'《》]"
    moved = "上调|下调|调升|调降|调高|调低|提升|升|降"
    verb = r"cut|cuts|rais\w+|upgrad\w+|downgrad\w+|lower\w*|lift\w*|moved|initiat\w+|start\w*|resum\w+|kept|keeps|maintain\w*"
    return re.compile(
        rf"(?:由|从){mark}?(?:{forms}){mark}?(?:评级)?(?:{moved})至{mark}?(?P<moved>{forms}){mark}?"
        rf"|(?:评级|投资评级|\brating\b)(?:为|至|上调至|下调至|:| of| to| at| is)*\s*{mark}?(?P<before>{forms}){mark}?(?![A-Za-z])"
        rf"|{mark}?(?<![A-Za-z])(?P<after>{forms}){mark}?\s*(?:的)?(?:投资)?(?:评级|\b(?:rating|call|recommendation)\b)"
        rf"|(?:rates|rated|reiterated|upgraded? to|downgraded? to)\s+(?:it |the stock |shares )?(?:at |as )?{mark}?(?P<quoted>{forms}){mark}?(?![A-Za-z])"
        rf"|\b(?:{verb})\b[^.;\n]{{0,60}}? (?:to|at) {mark}?(?P<given>{named}){mark}?(?![A-Za-z])"
    )
