"""Quotes out of a document: words in quotation marks with their speaker, and statements that a sentence reports."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.corpus.cleaning import rejoin
from generator.corpus.document import Span
from generator.extraction.quotation import quotations
from generator.extraction.quote import Quote, QuoteKind
from generator.extraction.reading import Reading
from generator.extraction.speakers import Speaker, Speakers
from generator.extraction.speech import Verb, clause_start, verbs
from generator.extraction.vocabulary import words

_SENTENCE_END = re.compile(r"[。!?\n\x1f]|\.(?=\s|$)")
_BEFORE = re.compile(r"[\s,:]*(?:道|that)?[\s,:]*")
_COORDINATED = re.compile(r"\s*(?:并且?|同时|还|也|又|而且|随后|并在|and|then|before)")
_SHORTEST = {"zh": 6, "en": 12}  # characters of a direct quote; less is a term in scare quotes
_REPORTED_LEAST = 12
_NEGLIGIBLE = re.compile(r"^[\s,:;。.!?…—-]*$")


@dataclass(frozen=True, slots=True)
class _Paragraph:
    start: int
    end: int
    speakers: list[Speaker]
    spans: list[Span]
    companies: frozenset[str]


class QuoteFinder:
    """Finds the quotes of documents."""

    def __init__(self, speakers: Speakers) -> None:
        self._speakers = speakers
        kinds = speakers.catalogue.companies.items()
        self._companies = frozenset(name for name, company in kinds if company.kind == "company")

    def quotes(self, reading: Reading) -> list[Quote]:
        """Return a document's quotes in order: direct ones, and what sentences without them report."""
        found: list[Quote] = []
        fullest: dict[str, Speaker] = {}
        last: dict[str, Speaker] = {}
        title_end = reading.sentences[0].end if reading.sentences and reading.sentences[0].title else 0
        self._remember(self._speakers.find(reading.text[:title_end]), fullest, last)
        for start, end in _paragraphs(reading):
            speakers = [
                replace(s, start=s.start + start, end=s.end + start)
                for s in self._speakers.find(reading.text[start:end])
            ]
            paragraph = _Paragraph(start, end, speakers, list(quotations(reading.text, start, end)), self._companies)
            scene = _Scene(reading, paragraph, last)
            direct = list(scene.direct())
            indirect = list(scene.indirect([span for span, _, _ in direct]))
            self._remember(speakers, fullest, last)
            for span, kind, speaker in sorted((*direct, *indirect), key=lambda x: x[0]):
                found.append(_quote(reading, scene, span, kind, _fullest(speaker, fullest)))
        return found

    def _remember(self, speakers: list[Speaker], fullest: dict[str, Speaker], last: dict[str, Speaker]) -> None:
        for speaker in speakers:
            key = speaker.id or speaker.name
            known = fullest.get(key)
            if known is None or (speaker.role and not known.role):
                fullest[key] = speaker
            last[_sort(speaker, self._speakers)] = speaker


def _sort(speaker: Speaker, speakers: Speakers) -> str:
    if speaker.person:
        return "person"
    return (
        "house" if speakers.catalogue.companies[speaker.entity or ""].kind in ("broker", "institution") else "company"
    )


def _fullest(speaker: Speaker, fullest: dict[str, Speaker]) -> Speaker:
    known = fullest.get(speaker.id or speaker.name)
    return replace(speaker, role=speaker.role or known.role) if known else speaker


def _paragraphs(reading: Reading) -> Iterator[tuple[int, int]]:
    for part in reading.document.readable:
        start, end = reading.folded.position(part.start), reading.folded.position(part.end)
        for line in re.finditer(r"[^\n]+", reading.text[start:end]):
            yield start + line.start(), start + line.end()


class _Scene:
    """One paragraph, and who was spoken of before it."""

    def __init__(self, reading: Reading, paragraph: _Paragraph, last: dict[str, Speaker]) -> None:
        self.text, self.reading, self.paragraph, self.last = reading.text, reading, paragraph, last
        self.chinese = reading.document.language != "en"

    def sentence(self, at: int, until: int) -> Span:
        """Return the sentence around a stretch, sentence ends inside quotation marks not counted."""
        start, end = self.paragraph.start, self.paragraph.end
        for stop in _SENTENCE_END.finditer(self.text, self.paragraph.start, self.paragraph.end):
            if any(a <= stop.start() < b for a, b in self.paragraph.spans):
                continue
            if stop.end() <= at:
                start = stop.end()
            elif stop.start() >= until:
                end = stop.end()
                break
        return Span(start, end)

    def direct(self) -> Iterator[tuple[Span, QuoteKind, Speaker]]:
        """Yield the quotes in quotation marks whose speaker the text names."""
        before: tuple[Span, Speaker] | None = None
        for span in self.paragraph.spans:
            words_in = self.text[span.start : span.end]
            speaker = self._introduced(span) or self._followed(span)
            if speaker is None and before is not None and self._goes_on(before[0], span):
                speaker = before[1]
            if speaker is not None and self._long_enough(words_in):
                before = (span, speaker)
                yield span, "direct", speaker

    def _long_enough(self, quoted: str) -> bool:
        han = len(re.findall(r"[一-鿿]", quoted))
        return (
            han + len(re.findall(r"[A-Za-z0-9]+", quoted)) >= _SHORTEST["zh"]
            if han
            else len(quoted) >= _SHORTEST["en"] and " " in quoted.strip()
        )

    def _introduced(self, span: Span) -> Speaker | None:
        """Return the speaker of words after a verb of saying: 雷军表示,“…”; Lei said: “…”."""
        sentence = self.sentence(span.start, span.end)
        said = [v for v in verbs(self.text, sentence.start, span.start - 1) if not self._quoted(v.start)]
        if not said or not said[-1].direct:
            return None
        verb = said[-1]
        gap = self.text[verb.end : span.start - 1]
        if len(gap) > (14 if self.chinese else 60) or (
            re.search(r"[,;]", gap.strip(" ,:")) and not gap.strip().endswith(":")
        ):
            return None
        close = bool(_BEFORE.fullmatch(gap))
        if not close and not self._clausal(self.text[span.start : span.end]):
            return None
        return self._subject(verb, said[:-1], sentence.start)

    def _clausal(self, quoted: str) -> bool:
        """Whether quoted words are a statement, not a term: long, or with a comma in them."""
        han = len(re.findall(r"[一-鿿]", quoted))
        return han >= 12 if han else len(quoted.split()) >= 5

    def _quoted(self, at: int) -> bool:
        return any(a <= at < b for a, b in self.paragraph.spans)

    def _subject(self, verb: Verb, earlier: list[Verb], floor: int) -> Speaker | None:
        """Return who a verb of saying speaks of: the nearest speaker of its clause, else, where it is joined on, of the sentence."""
        start = self._clause(verb, floor)
        own = self._within(start, verb.start) or self._after_said(verb)
        if own is not None:
            return own
        if pronoun := self._pronoun(start, verb.start):
            return pronoun
        joined = _COORDINATED.match(self.text, start) or verb.start - start <= 2
        nested = any(self._within(clause_start(self.text, v.start, floor), v.start) for v in earlier)
        if joined and not (nested and not _COORDINATED.match(self.text, start)):
            return self._within(floor, start, first=True)
        role = self.text[start : verb.start]
        clauses = len(re.findall(r"[,;]", self.text[floor:start]))
        return (
            self._within(floor, start, first=True)
            if clauses <= 1 and len(role) < 16 and not nested and not self._reporter(role)
            else None
        )

    def _clause(self, verb: Verb, floor: int) -> int:
        """Return where the clause of a verb begins; in English a role may stand between commas before it."""
        if self.chinese:
            return clause_start(self.text, verb.start, floor)
        earlier = [v.end for v in verbs(self.text, floor, verb.start)]
        quoted = [b + 1 for _, b in self.paragraph.spans if floor <= b < verb.start]
        return max([floor, *earlier, *quoted])

    def spoken_for(self, speaker: Speaker, sentence: Span) -> str | None:
        """Return the company that someone speaks for, or, for brokers and people of no known company, about."""
        companies = self.paragraph.companies
        if speaker.entity is not None and speaker.entity in companies:
            return speaker.entity
        named = [s for s in self.paragraph.speakers if s.entity in companies]
        inside = [s for s in named if sentence.start <= s.start < sentence.end]
        return (*inside, *named, self.last.get("company") or speaker)[0].entity

    def _reporter(self, words_before: str) -> bool:
        return any(reporter in words_before for listed in words("speech")["reporters"].values() for reporter in listed)

    def _within(self, start: int, end: int, first: bool = False) -> Speaker | None:
        if self._reporter(self.text[start:end]) and not any(
            s.person for s in self.paragraph.speakers if start <= s.start < end
        ):
            return None
        found = [s for s in self.paragraph.speakers if start <= s.start and s.end <= end and not self._quoted(s.start)]
        people = [s for s in found if s.person]
        usable = people or [s for s in found if self._speaks(s, end)]
        return (usable[0] if first else usable[-1]) if usable else None

    def _speaks(self, house: Speaker, verb: int) -> bool:
        """Whether a company is who speaks, not whom the words are about: 小米表示, not 对小米表示, nor 小米手机销量….

        Between the name and the verb only words such as 发布研报, 发言人 or 最新 stand.
        """
        lead = self.text[max(self.paragraph.start, house.start - 2) : house.start]
        if re.search(r"[对向给与和被在让]$|\b(?:of|to|by|about|for|on)\s?$", lead):
            return False
        gap = self.text[house.end : verb]
        return len(gap) <= 26 and not re.search(r"的(?!报告|研报|分析)|销量|营收|股价|市场份额", gap)

    def _after_said(self, verb: Verb) -> Speaker | None:
        """Return the speaker after the verb: `said Lei Jun`, `according to Goldman Sachs`."""
        if self.chinese:
            return None
        return next(
            (
                s
                for s in self.paragraph.speakers
                if 0 <= s.start - verb.end <= 30
                and re.fullmatch(r"\s*(?:[\w'-]+ ){0,4}", self.text[verb.end : s.start])
            ),
            None,
        )

    def _pronoun(self, start: int, end: int) -> Speaker | None:
        piece = self.text[start:end]
        for kind, key in (("pronouns", "person"), ("that_house", "house"), ("that_company", "company")):
            for word in (*words("speech")[kind]["zh"], *words("speech")[kind]["en"]):
                pattern = rf"(?i:\b{word}\b)" if word.isascii() else rf"{word}(?![一-鿿]?[们人])"
                if re.search(pattern, piece) and not re.match(rf"\s*{word}的", piece):
                    return self._latest(key, start)
        return None

    def _latest(self, key: str, before: int) -> Speaker | None:
        wanted_person = key == "person"
        here = [s for s in self.paragraph.speakers if s.end <= before and s.person == wanted_person]
        if key == "house":
            here = [s for s in here if s.id is not None and s.id in self.last_houses]
        return here[-1] if here else self.last.get(key)

    @property
    def last_houses(self) -> set[str]:
        """Ids of the brokers and institutions known so far."""
        house = self.last.get("house")
        return {house.id or ""} if house else set()

    def _followed(self, span: Span) -> Speaker | None:
        """Return the speaker of words before a verb of saying: “…,”雷军说; “…,” said Lei."""
        after = span.end + 1
        end = self.sentence(span.start, after).end
        stop = _SENTENCE_END.search(self.text, after, end)
        limit = min(end, stop.start() if stop else end, after + (24 if self.chinese else 110))
        nxt = next((a - 1 for a, _ in self.paragraph.spans if a > after), limit)
        limit = max(after, min(limit, nxt))
        said = [v for v in verbs(self.text, after, limit) if v.direct]
        if not said:
            return None
        lead = self.text[after : said[0].start]
        if re.search(r"[。;]", lead) or (self.chinese and len(lead) > 16) or (not self.chinese and lead.count(",") > 3):
            return None
        if not re.search(r"[,.!?。…-]\s*$", self.text[span.start : span.end]) and not re.match(r"\s*,", lead):
            return None
        speaker = self._within(after, said[0].start)
        return (
            speaker
            or self._after_said(said[0])
            or self._pronoun(after, said[0].start)
            or self._pronoun(said[0].end, min(limit, said[0].end + 12))
        )

    def _goes_on(self, before: Span, span: Span) -> bool:
        """Whether quoted words go on after an attribution: “…,” he said. “…”."""
        gap = self.text[before.end + 1 : span.start - 1]
        if _NEGLIGIBLE.match(gap):
            return True
        limit = 40 if self.chinese else 120
        said = [v for v in verbs(self.text, before.end + 1, span.start - 1) if v.direct]
        return bool(said) and len(gap) < limit and bool(_NEGLIGIBLE.match(re.sub(r"^.*?[,。.:]\s*$", "", gap)))

    def indirect(self, taken: list[Span]) -> Iterator[tuple[Span, QuoteKind, Speaker]]:
        """Yield the statements that sentences report without quotation marks."""
        at = self.paragraph.start
        while at < self.paragraph.end:
            sentence = self.sentence(at, at + 1)
            at = max(sentence.end, at + 1)
            if any(sentence.start <= a < sentence.end for a, _ in taken):
                continue
            statement = self._statement(sentence)
            if statement is not None:
                yield statement

    def _statement(self, sentence: Span) -> tuple[Span, QuoteKind, Speaker] | None:
        for verb in verbs(self.text, sentence.start, sentence.end):
            if self._quoted(verb.start):
                continue
            start = self._clause(verb, sentence.start)
            speaker = (
                self._within(start, verb.start)
                or (None if self.chinese else self._after_said(verb))
                or self._pronoun(start, verb.start)
            )
            if speaker is None or verb.start - sentence.start > 60:
                continue
            content = self._content(verb, sentence)
            if content.end - content.start >= _REPORTED_LEAST:
                return content, "indirect", speaker
        return None

    def _content(self, verb: Verb, sentence: Span) -> Span:
        said = self.text[verb.start : verb.end]
        end = sentence.end
        while end > verb.end and self.text[end - 1] in "。.!?;, \x1f\n…-":
            end -= 1
        if said == "according to":
            start = sentence.start
            return Span(start, max(start, verb.start - 2)) if verb.start - start > 8 else Span(verb.end, verb.end)
        end = verb.end + _unclosed(self.text[verb.end : end])
        lead = re.match(r"(?:道|称)?[\s,:]*(?:that\b)?\s*(?:[\w']+ that\b\s*)?", self.text[verb.end : end])
        start = verb.end + (lead.end() if lead else 0)
        keeps_verb = said in words("speech")["zh"]["reported"] and said not in ("看来", "续指", "又指", "亦提到")
        return Span(verb.start if keeps_verb else start, end)


def _unclosed(text: str) -> int:
    """Return where a text closes a bracket that it did not open; its length where it does not."""
    depth = 0
    for i, character in enumerate(text):
        depth += (character == "(") - (character == ")")
        if depth < 0:
            return i
    return len(text)


def _quote(reading: Reading, scene: _Scene, span: Span, kind: QuoteKind, speaker: Speaker) -> Quote:
    start, end = reading.span(span.start, span.end)
    sentence = scene.sentence(span.start, span.end)
    document = reading.document
    name = rejoin(document.slice(reading.span(speaker.start, speaker.end)))
    return Quote(
        document.id, start, end, reading.span(sentence.start, sentence.end), kind, name, speaker.role,
        rejoin(document.text[start:end]), speaker.id, scene.spoken_for(speaker, sentence),
    )  # fmt: skip
