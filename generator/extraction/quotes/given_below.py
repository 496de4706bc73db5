"""Words given without marks below a line that says whose they are: `雷军:` alone, `附原文如下:`, `Here is her note in full:`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.corpus.beginnings import sought
from generator.corpus.document import Span
from generator.extraction.quotes.cast import Cast
from generator.extraction.quotes.passage import Passage
from generator.extraction.quotes.speaker import Speaker
from generator.extraction.quotes.spoken_line import Line

_IN_FULL = sought(
    r"(?:(?:原文|全文|原话|全信|内容|发文|帖文|微博)(?:内容)?如下|以下[是为][^。:;]{0,24}(?:原文|全文|原话)(?:内容)?):?\s*$"
    r"|\b(?:[Hh]ere (?:is|are)|[Bb]elow (?:is|are)|[Rr]ead) [^.:]{0,60}\bin full:?\s*$|\b(?:full|entire) (?:text|letter|memo|note|post|message|statement|e-?mail) (?:is )?(?:below|follows|here)?[^.:]{0,30}:\s*$",
)
# Who gives their own words says I or we; what the narrator goes on with does not.
_OWN = re.compile(r"我|咱|\b(?:I|I'[a-z]+|we|We|we'[a-z]+|We'[a-z]+|my|My|our|Our)\b")
# What the narrator goes on with in the first person: 我们的记者在现场看到, our reporter asked
_NARRATOR = re.compile(
    r"记者|本[报刊台]|编辑部|我们(?:在现场|注意到|了解到|获悉|联系)|\b[Oo]ur (?:own )?(?:[a-z]+ )?(?:reporters?|correspondents?|newsroom|readers|newspaper)\b"
)
# What stands before a writer: 以下是雷军的…, Here is the letter from Tim Cook in full; never to whom it is: 一位网友给雷军写了一封信
_LEAD = re.compile(
    r"(?:(?:\d{1,2}月)?\d{1,2}日(?:凌晨|早间?|上午|中午|下午|傍晚|晚上?|晚间|深夜)?,?|近日,?|今[日天早晚],?|昨[日天晚],?|以下[是为]|On [A-Z][a-z]+,? |(?:Here|Below) (?:is|are) (?:(?:[a-z]+ ){1,6}(?:from|by) )?|Read (?:(?:[a-z]+ ){1,6}(?:from|by) )?)?"
)
# What writers do, or what is theirs; not what they got or go by
_WROTE = re.compile(
    r"(?![^。;:]{0,16}?(?:被|遭|收到|接到|读|念|看到|转发[^,。]{0,12}(?:信|帖|文)))[^。;:]{0,40}?(?:发布|发出|发表|发文|发了|发长文|发帖|发微博|写|撰文|致|留言|回应)|的?(?:[^,。;:的]{0,4})(?:信|演讲|讲话|发言|致辞)(?:[原全]文|内容|:|$)"
    r"|(?:'s? (?:[a-z-]+ ){0,3}(?:letter|memo|note|post|message|statement|e-?mail|speech)|[^.;:]{0,60}?\b(?:wrote|sent|posted|published|shared|issued|released|penned|e-?mailed|told|addressed)|(?: on [A-Z][a-z]+)? in full)\b"
)
_STOPS = tuple('。.!?…」”"')
_SALUTATION = 40  # characters
_ABOVE = 3  # paragraphs
_LABEL = 48  # characters


def leads_to_words(passage: Passage) -> bool:
    """Whether a paragraph ends by saying that somebody's words stand below it: `雷军发文回应事故,全文如下:`."""
    return _IN_FULL.search(passage.outside, passage.start, passage.last) is not None


def given_below(read: Sequence[Passage], cast: Cast) -> dict[int, Line]:
    """Return the paragraphs without marks that are somebody's words given in full, by where they start."""
    found: dict[int, Line] = {}
    for i, passage in enumerate(read):
        if passage.title or passage.start in found:
            continue
        if speaker := _named_alone(passage, cast):
            found |= {line.span.start: line for line in _own(read[i + 1 : i + 2], speaker, cast)}
        elif leads_to_words(passage) and (speaker := _writer(read, i, cast)):
            found |= {line.span.start: line for line in _own(read[i + 1 :], speaker, cast)}
    return found


def _own(below: Sequence[Passage], speaker: Speaker, cast: Cast) -> Iterator[Line]:
    """Yield paragraphs in the first person up to one that is not; a salutation first is none of them."""
    for i, passage in enumerate(below):
        if not i and passage.last - passage.start <= _SALUTATION and passage.text[passage.last - 1] in ":,":
            continue
        whole = passage.text[passage.last - 1] in _STOPS and not passage.heading
        if not (whole and _OWN.search(passage.outside, passage.start, passage.end)) or _is_narrated(
            passage, speaker, cast
        ):
            return
        yield Line(Span(passage.start, passage.last), speaker)


def _is_narrated(passage: Passage, speaker: Speaker, cast: Cast) -> bool:
    """Whether the narrator tells a paragraph, or it opens with another person: 雷军也表示祝贺。我们的记者在现场看到…."""
    opens = cast.between(passage.start, passage.start + 1)
    another = bool(opens) and opens[0].person and opens[0].key != speaker.key
    return another or bool(_NARRATOR.search(passage.outside, passage.start, passage.end))


def _named_alone(passage: Passage, cast: Cast) -> Speaker | None:
    """Return whom a line names that is a name, what its bearer is, and a colon."""
    start, end = passage.start, passage.last
    person = cast.alone(start, end) if end - start <= _LABEL and passage.text[end - 1] == ":" else None
    if person is None or passage.outside[person.end : end] != ":":
        return None
    begins = person.begins(start)
    body = next((s for s in cast.between(start, begins) if not s.person), None)
    led = passage.outside[start:begins].strip()
    return person if not led or (body and led == body.name) else None


def _writer(read: Sequence[Passage], i: int, cast: Cast) -> Speaker | None:
    """Return the one person whom the line itself names, or the nearest paragraph above that names any."""
    for above in reversed(read[max(0, i - _ABOVE) : i + 1]):
        if any(s.person for s in cast.between(above.start, above.end)):
            person = cast.alone(above.start, above.end)
            return person if person and _writes(above, person, cast) else None
    return None


def _writes(passage: Passage, person: Speaker, cast: Cast) -> bool:
    """Whether a line opens with a person who wrote: not `A shareholder wrote to Tim Cook`, 雷军收到一封来信."""
    begins = person.begins(passage.start)
    body = next((s for s in cast.between(passage.start, begins) if not s.person), None)
    led = passage.outside[passage.start : body.start if body else begins]
    joined = not body or passage.outside[body.end : begins].strip() in ("", "'s")
    after = max(person.end, person.role.at + len(person.role.text)) if person.role else person.end
    return joined and bool(_LEAD.fullmatch(led)) and bool(_WROTE.match(passage.outside, after, passage.last))
