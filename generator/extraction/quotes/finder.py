"""Quotes out of a document: words in quotation marks with their speaker, and statements that a sentence reports."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from generator.corpus.cleaning import rejoin
from generator.corpus.document import Span
from generator.extraction.frozen import frozen
from generator.extraction.quote import Quote, QuoteKind
from generator.extraction.quotes import attribution_en, attribution_zh
from generator.extraction.quotes.attribution import Attribution, labelled
from generator.extraction.quotes.carrying import is_nothing_else, leads_below, spoken_on, told_of
from generator.extraction.quotes.cast import Cast, Focus
from generator.extraction.quotes.direct import Direct, Said
from generator.extraction.quotes.given_below import given_below
from generator.extraction.quotes.heard_from import whose_words
from generator.extraction.quotes.indirect import reported
from generator.extraction.quotes.interview import Interview
from generator.extraction.quotes.labels import label_alone
from generator.extraction.quotes.narrated import DISAGREES_ZH
from generator.extraction.quotes.onlookers import passed_over
from generator.extraction.quotes.passage import Passage, passages
from generator.extraction.quotes.scene import Scene
from generator.extraction.quotes.signed import signers
from generator.extraction.quotes.speaker import Speaker
from generator.extraction.quotes.speakers import Speakers
from generator.extraction.quotes.spoken_line import Line, spoken_line
from generator.extraction.quotes.transcript import Transcript
from generator.extraction.quotes.unresolved import is_left_in_doubt
from generator.extraction.quotes.written import as_written, whole
from generator.extraction.reading import Reading

_OPENING = 40  # characters of a sentence in which a company is what it is about
_TOPICAL = re.compile(
    r", (?:\d\d,|who\b)"
)  # a hard year for Fouquet, 52, who took over in spring: it goes on about him
# A company answers investors, nobody by name: 投资者关系活动记录表, 调研纪要.
_VISIT = re.compile("投资者关系|调研|业绩说明会|互动平台|互动易|e互动|电话会")
_AROUND = 600  # characters of a sentence on either side of a quote: what is longer is no sentence


@frozen
class _Found:
    span: Span
    kind: QuoteKind
    speaker: Speaker
    held_by: str | None = None  # the company whose call a transcript is of


class QuoteFinder:
    """Finds the quotes of documents."""

    def __init__(self, speakers: Speakers) -> None:
        self._speakers = speakers

    def quotes(self, reading: Reading) -> list[Quote]:
        """Return a document's quotes in order: direct ones, and what sentences report."""
        read = list(passages(reading))
        if not read:
            return []
        transcript = Transcript(read)
        text = read[0].outside
        cast = Cast(self._speakers.find(text, transcript.people), text)
        focus = Focus()
        unspoken: list[Passage] = []
        carried: Speaker | None = None
        told: Speaker | None = None
        interview, signed = Interview(read), signers(read, cast)
        given = {} if transcript else given_below(read, cast)
        company = self._company_of(read, cast)
        held_by = company.entity if transcript and company else None
        for speaker in reversed(cast.between(0, read[0].start)[:20]):  # the title, where it stands in front matter
            focus.on(speaker)
        quotes: list[Quote] = []
        for passage in read:
            topics: dict[int, Speaker] = {}
            found = list(_attributions(passage, cast, focus, topics))
            speaks_on = signed.get(passage.start) or carried or (told if is_nothing_else(passage) else None)
            said = Direct(passage, found, topics, cast, speaks_on).said()
            carried = label_alone(passage, cast) or spoken_on(passage, found, topics, said, speaks_on)
            told = None if leads_below(passage) else told_of(passage, cast, found, said, told)
            line = spoken_line(passage, found, cast)
            spoken = transcript.lines(passage, cast, line) if transcript else interview.lines(passage, line, found)
            if not spoken and (whole_of := _answered(interview, passage, cast, company) or given.get(passage.start)):
                spoken = [whole_of]
            kept = [_Found(one.span, "direct", one.speaker, held_by) for one in spoken]
            if not kept:
                kept = list(_in_paragraph(passage, found, said, cast))
            if said and said[0].quotation == passage.quotations[0]:
                parts = [(above, _first_part(above, said[0].speaker)) for above in unspoken]
                quotes += [self._quote(reading, above, cast, focus, part) for above, part in parts]
            last = passage.quotations[-1] if passage.quotations else None
            opens = last is not None and last.open and not (said and said[-1].quotation == last)
            goes_on = len(passage.quotations) == 1 and is_nothing_else(passage) and not said
            unspoken = [*(unspoken if goes_on else []), passage] if opens else []
            for one in sorted(kept, key=lambda f: f.span):
                quotes.append(self._quote(reading, passage, cast, focus, one))
        return quotes

    def _quote(self, reading: Reading, passage: Passage, cast: Cast, focus: Focus, found: _Found) -> Quote:
        document = reading.document
        speaker = cast.fullest(found.speaker)
        start, end = whole(reading, found.span)
        sentence = passage.sentence(found.span.start)
        sentence = Span(
            max(min(sentence.start, found.span.start), found.span.start - _AROUND),
            min(max(sentence.end, found.span.end), found.span.end + _AROUND),
        )
        name = as_written(reading, speaker.start, speaker.end)
        role = as_written(reading, speaker.role.at, speaker.role.at + len(speaker.role.text)) if speaker.role else None
        return Quote(
            document.id, start, end, reading.span(*sentence), found.kind, name, role,
            rejoin(document.text[start:end]), speaker.id,
            (found.held_by if not self._is_company(speaker) else None)
            or self._spoken_for(speaker, passage, sentence, cast, focus),
        )  # fmt: skip

    def _is_company(self, one: Speaker) -> bool:
        """Whether someone is of a company that the catalogue knows, or is it."""
        return self._speakers.catalogue.company_kind(one.entity) == "company"

    def _company_of(self, read: list[Passage], cast: Cast) -> Speaker | None:
        """Return the company whose call or visit a document is of: the first that its title names."""
        end = max((passage.end for passage in read if passage.title), default=read[0].start)
        return next(filter(self._is_company, cast.between(0, end)), None)

    def _spoken_for(self, speaker: Speaker, passage: Passage, sentence: Span, cast: Cast, focus: Focus) -> str | None:
        """Return the company that someone speaks for, or, for brokers and people of no known company, about."""
        if self._is_company(speaker):
            return speaker.entity
        inside = next(filter(self._is_company, cast.between(*sentence)), None)
        around = inside or next(filter(self._is_company, cast.between(passage.start, passage.end)), None)
        named = around or focus.last.get("company") or speaker
        return named.entity


def _in_paragraph(passage: Passage, found: list[Attribution], said: list[Said], cast: Cast) -> Iterator[_Found]:
    """Yield a paragraph's quotes, of both kinds."""
    for one in said:
        yield _Found(Span(one.quotation.start, one.quotation.end), "direct", one.speaker)
    for span, speaker in reported(passage, found, said, cast):
        yield _Found(span, "indirect", speaker)


def _first_part(passage: Passage, speaker: Speaker) -> _Found:
    """Return what one paragraph quotes without a closing mark, and the next one goes on with and attributes."""
    last = passage.quotations[-1]
    return _Found(Span(last.start, last.end), "direct", speaker)


def _attributions(passage: Passage, cast: Cast, focus: Focus, topics: dict[int, Speaker]) -> Iterator[Attribution]:
    """Yield a paragraph's attributions; note whom sentences with quotations are about."""
    attributions = attribution_zh.attributions if passage.chinese else attribution_en.attributions
    for sentence in passage.sentences:
        scene = Scene(passage, sentence, cast, focus)
        found = [] if sentence.end <= passage.headline else _attributions_in(scene, attributions)
        if passage.heading:
            return
        quoting = passage.within(*sentence) or passage.text[sentence.end - 1] == ":"
        topic = scene.topic(sentence.end) if quoting else None
        if topic and topic.person and (speaks := whose_words(passage, sentence, cast, topic)):
            topics[sentence.start] = speaks
        spoken_of = cast.between(*sentence)
        if not found and not quoting and passed_over(passage, *sentence, spoken_of, focus):
            continue
        _turn_to(focus, scene, spoken_of)
        if "person" not in focus.doubted and is_left_in_doubt(scene, found):
            focus.doubted.add("person")
        for attribution in found:
            focus.on(attribution.speaker)
            focus.spoke = attribution.speaker
        other = DISAGREES_ZH.search(passage.outside, *sentence) if found else None
        for speaker in cast.between(*other.span("who")) if other else ():
            focus.on(speaker)
        yield from found


def _attributions_in(scene: Scene, attributions: Callable[[Scene], list[Attribution]]) -> list[Attribution]:
    """Return a sentence's attributions: its label, and what stands behind it."""
    label = labelled(scene)
    behind = label.end if label else -1
    return ([label] if label else []) + [one for one in attributions(scene) if one.start > behind]


def _turn_to(focus: Focus, scene: Scene, spoken_of: list[Speaker]) -> None:
    """Turn to those whom a sentence is about."""
    passage, begin = scene.passage, scene.sentence.start
    for speaker in reversed(spoken_of[:40]):
        subject = speaker.person or speaker.start - begin <= _OPENING or speaker.sort not in focus.last
        first = not speaker.person and speaker.sort not in focus.last  # Shares of Fenwick fell. The company said …
        if subject and (first or not scene.is_object(speaker) or _TOPICAL.match(passage.outside, speaker.end)):
            focus.on(speaker)
    if bodies := [s for s in spoken_of if not s.person and s.start - begin <= _OPENING]:
        focus.subject = bodies[0]


def _answered(interview: Interview, passage: Passage, cast: Cast, company: Speaker | None) -> Line | None:
    """Return an answer without a label: its speaker is the one person whom all above the questions names, or the company visited."""
    span = interview.answer(passage)
    if not span or not interview.begins:
        return None
    speaker = cast.alone(0, interview.begins) or (
        company if _VISIT.search(passage.outside, 0, interview.begins) else None
    )
    return Line(span, speaker) if speaker else None
