"""Who may speak in the next paragraph, which names nobody: who speaks at the end of this one, or whom alone it tells of."""

from __future__ import annotations

from bisect import bisect_right

from generator.corpus.beginnings import sought
from generator.extraction.quotes.attribution import Attribution
from generator.extraction.quotes.cast import Cast
from generator.extraction.quotes.direct import Said
from generator.extraction.quotes.passage import Passage
from generator.extraction.quotes.speaker import Speaker
from generator.extraction.quotes.voice import NOTHING

# Who is said to speak, and what they say stands in the next paragraph.
_TALKS = sought(
    r"讲述|谈[到及起了]|分享|畅谈|演讲|致辞|发言|发声|表态|回忆|解释|介绍|阐述|感慨|坦言|\b(?:spoke|speaks|talked|talks|explained|described|recalled|addressed|discussed|told|reflected|weighed in|took the stage)\b"
)


def spoken_on(
    passage: Passage,
    found: list[Attribution],
    topics: dict[int, Speaker],
    said: list[Said],
    carried: Speaker | None,
) -> Speaker | None:
    """Return who may speak on in the next paragraph: after words of theirs, or after `Ives believes this:`.

    A body speaks on only in paragraphs that are nothing but its words, below a label.
    """
    if said and (said[-1].speaker.person or (said[-1].speaker is carried and not found)):
        return said[-1].speaker
    if not leads_below(passage):
        return None
    last = passage.sentences[-1].start
    return found[-1].speaker if found and found[-1].start >= last else topics.get(last)


def told_of(
    passage: Passage, cast: Cast, found: list[Attribution], said: list[Said], told: Speaker | None
) -> Speaker | None:
    """Return whose words a next paragraph in marks holds that names nobody: of the one who alone speaks in this one."""
    unsaid = not said and passage.sentences and not any(a.end > passage.sentences[-1].start for a in found)
    if unsaid and found and (person := _subject(passage, cast)):
        return person
    if said and not found:
        return told if all(told and s.speaker.key == told.key for s in said) else None
    if not said and not found:
        talker = (
            cast.alone(passage.start, passage.end)
            if _TALKS.search(passage.outside, passage.start, passage.end) or _subject(passage, cast)
            else None
        )
        if talker:
            return talker  # 林孝发在现场讲述了他的追求。 and below it “…”
        return told if told and cast.is_alone(told) and not passage.quotations else None  # a text about one alone
    speakers = {a.speaker.key for a in found} | {s.speaker.key for s in said}
    starts = [a.end for a in found]  # Ann Lee said Mr Osei errs: he is only told of
    ends = [passage.sentence(a.verb.start).end if a.side == "after" else a.end for a in found]
    people = set()
    for person in cast.between(passage.start, passage.end):
        i = bisect_right(starts, person.start)
        if person.person and not (i and person.start < ends[i - 1]):
            people.add(person.key)
    return found[-1].speaker if len(speakers) == 1 and people <= speakers else None


def leads_below(passage: Passage) -> bool:
    """Whether a paragraph ends with a colon: whoever it leads to speaks below, nobody else."""
    return passage.text.endswith((":", ": "), passage.start, passage.end)


def is_nothing_else(passage: Passage) -> bool:
    """Whether a paragraph is nothing but words in marks."""
    return bool(passage.quotations) and bool(NOTHING.fullmatch(passage.outside, passage.start, passage.end))


def _subject(passage: Passage, cast: Cast) -> Speaker | None:
    """Return the one person whom the last sentence of an English paragraph begins with: `King pointed to the data.` and below it “…”."""
    last = passage.sentences[-1] if passage.sentences else None
    person = None if passage.chinese or passage.title or last is None else cast.alone(*last)
    if person is None or last is None:
        return None
    return None if passage.outside[last.start : person.begins()].strip(" \x1f") else person
