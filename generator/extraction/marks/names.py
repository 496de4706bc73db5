"""The catalogue's names, found in text: metrics and segments, which may be one company's, and companies."""

from __future__ import annotations

import re
from functools import cache

from generator.extraction.marks.companies import Companies
from generator.extraction.marks.mention import STRANGER, EntityMention, Mention
from generator.extraction.marks.only_before import names_none
from generator.extraction.marks.own_lines import OwnLine, with_own_lines
from generator.extraction.marks.own_subject import is_of_the_whole, is_said_of
from generator.extraction.marks.terms import (
    ADJUSTED,
    Term,
    headed_by,
    own_lines_of,
    own_words_of,
    terms_of,
)
from generator.extraction.phrases import Found, Phrases
from generator.extraction.reading import Reading
from generator.settings.catalogue import Catalogue, Company

_UNLISTED = {"en": "a company that the catalogue does not list", "zh": "目录未收的公司"}
# 其中国际业务收入: of which the business abroad; no 其中国市场, which is its Chinese one
_WHICH_ABROAD = re.compile("[其当]中国[际外内]")
_LONGEST = 14  # characters of a name of what is abroad
_LOSS = re.compile("亏|蚀|损失|净损|营损|所用现金|loss|cash used|outflow")


class Names:
    """Finds what the catalogue names."""

    def __init__(self, catalogue: Catalogue) -> None:
        unlisted = Company.model_validate({"name": _UNLISTED})
        self.catalogue = catalogue.model_copy(update={"companies": {**catalogue.companies, STRANGER: unlisted}})
        self._terms: Phrases[Term] = Phrases(terms_of(catalogue))
        self._own_words_of_lines: Phrases[OwnLine] = Phrases(own_lines_of(catalogue))
        self._with_own_lines = {name for name, company in catalogue.companies.items() if company.lines}
        lines = {form for segment in catalogue.segments.values() for form in segment.aliases.zh}
        self._own_words = {name: own_words_of(company, lines) for name, company in self.catalogue.companies.items()}
        self._companies = Companies(catalogue)
        self.ordinary = self._companies.ordinary
        people = ((one, name) for name, company in catalogue.companies.items() for one in company.people.values())
        self.leaders = {called: name for person, name in people for called in person.aliases.en}
        metrics = catalogue.metrics.items()
        self.specific = {(m.base, m.segment): name for name, m in metrics if m.base and m.segment}
        self.bases = {m.base for _, m in metrics if m.base} - {"rd_expense"}
        self._headed = headed_by(catalogue)
        self._adjusted = {name.removeprefix(ADJUSTED): name for name, _ in metrics if name.startswith(ADJUSTED)}

    def mentions(self, text: str, home: str | None = None) -> list[Mention]:
        """Return the metrics and segments that a text names; of two segments of one name, that of the company `home`."""
        own = self._own_words_of_lines.find(text) if home in self._with_own_lines else []
        return self._and_own_lines(self._mentions(text, self._terms.find(text), home), text, own, home)

    def mentions_in(self, reading: Reading, start: int, end: int, home: str | None) -> list[Mention]:
        """Return the metrics and segments that a stretch of a document names, as if it stood alone."""
        mentions = self._mentions(reading.text, reading.seen(self._terms).within(start, end), home)
        own = reading.seen(self._own_words_of_lines).within(start, end) if home in self._with_own_lines else []
        return self._and_own_lines(mentions, reading.text, own, home)

    def _and_own_lines(
        self, mentions: list[Mention], text: str, words: list[Found[tuple[OwnLine, ...]]], home: str | None
    ) -> list[Mention]:
        """Return what a text names with the lines that the company `home` has words of its own for."""
        return with_own_lines(
            mentions,
            text,
            words,
            home,
            lambda low, high: self._behind(text, low, high, home),
            lambda low, high: self._is_homes(text, low, high, home, whole=True),
        )

    def _is_homes(self, text: str, start: int, end: int, home: str | None, *, whole: bool = False) -> bool:
        """Return whether a word that counts in texts on `home` is said of it, and of the `whole` of a line."""
        if home is None or (whole and not is_of_the_whole(home, text, start, self._companies.phrases)):
            return False
        return is_said_of(home, text, start, end, self._companies.phrases)

    def _behind(self, text: str, start: int, end: int, home: str | None) -> list[Mention]:
        """Return what a stretch right behind a name names: the revenue of `web services revenue`."""
        found = [f._replace(start=f.start + start, end=f.end + start) for f in self._terms.find(text[start:end])]
        return self._mentions(text, found, home)

    def _mentions(self, text: str, found: list[Found[tuple[Term, ...]]], home: str | None) -> list[Mention]:
        mentions = []
        for start, end, meanings in self._past_which(text, found):
            if names_none(text, start, end):
                continue
            metrics, segments, at_home = _by_kind(meanings)
            named = (*segments, *at_home)
            own = [name for name in named if home and self.catalogue.segments[name].entity == home]
            if own and own[0] in at_home and own[0] not in segments and not self._is_homes(text, start, end, home):
                own = []  # `Meituan's new initiatives`, in a text on Xiaomi
            segment = next(iter(own or segments), None)
            if metrics or segment:
                mentions.append(Mention(start, end, metrics, segment, _is_loss(text[start:end])))
        return mentions

    def _past_which(self, text: str, found: list[Found[tuple[Term, ...]]]) -> list[Found[tuple[Term, ...]]]:
        """Return what is found, with the 国际 of 其中国际业务 for a 中国 that is none."""
        torn = [f.start + 1 for f in found if _WHICH_ABROAD.match(text, f.start - 1)] if "中国" in text else []
        whole = [
            f._replace(start=at, end=at + f.end)
            for at in torn
            for f in self._terms.find(text[at : at + _LONGEST])[:1]
            if not f.start
        ]
        if not torn:
            return found
        kept = [
            f
            for f in found
            if not any(f.start < at < f.end or (w.start < f.end and f.start < w.end) for at in torn for w in whole)
        ]
        return sorted([*kept, *whole], key=lambda f: f.start)

    def headed_at(self, word: str, home: str | None) -> str | None:
        """Return the line of business that a word over a figure names in a text on the company `home`."""
        segment = self._headed.get(word.lower())
        return segment if segment and self.catalogue.segments[segment].entity in (None, home) else None

    def adjusted(self, metrics: tuple[str, ...]) -> tuple[str, ...]:
        """Return the adjusted metrics that there are of reported ones."""
        return tuple(self._adjusted[name] for name in metrics if name in self._adjusted)

    def own_words(self, mention: EntityMention) -> str:
        """Return the words that are a company's own name: the cars of 理想汽车 are no segment, those of 小米汽车 are."""
        return self._own_words[mention.entity]

    def owner(self, metric: str, segment: str | None) -> str | None:
        """Return the one company that a metric, or a segment, belongs to."""
        entry, segments = self.catalogue.metrics[metric], self.catalogue.segments
        own = (segments[name].entity for name in (segment, entry.segment) if name in segments)
        return entry.entity or next((entity for entity in own if entity), None)

    def special(self, metric: str, segment: str) -> str | None:
        """Return the metric that another one is in a segment, or in the wider one that this counts as."""
        wider = self.catalogue.segments[segment].counts_as
        return self.specific.get((metric, segment)) or (self.specific.get((metric, wider)) if wider else None)

    def entities(self, text: str) -> list[EntityMention]:
        """Return the companies that a text names."""
        return self._companies.named(text)

    def entities_in(self, reading: Reading, start: int, end: int) -> list[EntityMention]:
        """Return the companies that a stretch of a document names, as if it stood alone."""
        return self._companies.named_in(reading, start, end)


@cache
def _by_kind(meanings: tuple[Term, ...]) -> tuple[tuple[str, ...], ...]:
    """Return the metrics and the segments that a term of the catalogue means, and those it means at home."""
    return tuple(tuple(name for of, name in meanings if of == kind) for kind in ("metric", "segment", "at_home"))


@cache
def _is_loss(term: str) -> bool:
    return bool(_LOSS.search(term.lower()))
