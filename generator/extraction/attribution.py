"""Attribution: who says something, by which verb, and where in a sentence that stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from generator.corpus.document import Span
from generator.extraction.cast import Cast, Focus
from generator.extraction.frozen import frozen
from generator.extraction.passage import Passage
from generator.extraction.speaker import Sort, Speaker
from generator.extraction.speech import Verb
from generator.extraction.vocabulary import words

_ABOUT = re.compile(r"\s*(?:至于|对于|针对|面对|关于|围绕)")
_PRONOUNS: tuple[tuple[str, Sort], ...] = (("pronouns", "person"), ("that_house", "house"), ("that_company", "company"))


@frozen
class Attribution:
    """A speaker and a verb of saying; `start` to `end` is all of it, a role in between and a day after it included.

    `named` says that the subject stands with the verb (a name or pronoun), not elsewhere in the sentence. What it
    attributes comes `after` it (`He said …`), `before` it (`…, he said.`), or on both sides of an `aside`.
    """

    start: int
    end: int
    speaker: Speaker
    verb: Verb
    named: bool
    side: Literal["after", "before", "aside"] = "after"


@dataclass
class Scene:
    """One sentence of a passage, who is in it, and who was spoken of before it."""

    passage: Passage
    sentence: Span
    cast: Cast
    focus: Focus

    @property
    def outside(self) -> str:
        """The text with quotations masked."""
        return self.passage.outside

    def topic(self, before: int) -> Speaker | None:
        """Return whom the sentence is about: the first person in it, else the house or pronoun it begins with."""
        named = self.cast.between(self.sentence.start, min(before, self.sentence.start + 400))
        people = [s for s in named if s.person and not self.is_object(s)]
        if people:
            return people[0]
        opening = self.outside[self.sentence.start : min(before, self.sentence.start + 40)]
        if opening.startswith(("他", "她")):
            return self.pronoun(opening, self.sentence.start)
        house = next((s for s in named if s.start - self.sentence.start < 40 and not self.is_object(s)), None)
        return house or self.pronoun(opening, self.sentence.start)

    def is_object(self, speaker: Speaker) -> bool:
        """Whether someone is spoken to or of: 对小米表示, with Lei Jun."""
        clause = self.passage.clause_start(speaker.start, self.sentence.start)
        if _ABOUT.match(self.outside, clause, speaker.start):
            return True
        lead = self.outside[max(self.passage.start, speaker.start - 12) : speaker.start]
        return bool(
            re.search(
                r"(?:[对向给与被把让以]|包括)$|\b(?:of|to|by|about|for|on|with|against|over) $",
                lead,
            )
        )

    def pronoun(self, words_there: str, at: int) -> Speaker | None:
        """Return who is meant by a pronoun, or by words such as 该行 and `the carmaker`; `at` is where they stand."""
        if words_there.strip().lower() in words("speech")["that_body"]:
            body = self.focus.spoke if self.focus.spoke and not self.focus.spoke.person else None
            return body or (self.latest("company", at) if words_there.strip().lower() == "it" else None)
        if words_there.strip().lower() == "the firm" and self.focus.subject and self.focus.subject.sort == "house":
            return self.focus.subject
        for kind, sort in _PRONOUNS:
            if _pronoun(kind).search(words_there):
                return self.latest(sort, at)
        if found := _noun("person").search(words_there):
            return self._with_role(found[1], at)
        return self.latest("company", at) if _noun("company").search(words_there) else None

    def latest(self, sort: Sort, before: int) -> Speaker | None:
        """Return the latest speaker of a sort: in this sentence whom it is about, else the last one spoken of."""
        here = [s for s in self.cast.between(max(self.sentence.start, before - 400), before) if s.sort == sort]
        return next((s for s in here if not self.is_object(s)), self.focus.last.get(sort))

    def _with_role(self, role: str, before: int) -> Speaker | None:
        speaker = self.latest("person", before)
        if speaker is None:
            return None
        known = (known_role.text if (known_role := self.cast.fullest(speaker).role) else role).lower()
        own = {"executive", "billionaire", "boss", "manager", "entrepreneur"}
        return (
            speaker
            if role.lower() in known or role.lower() in own or known.endswith(("chief executive officer", "ceo"))
            else None
        )


def labelled(scene: Scene) -> Attribution | None:
    """Return the attribution of a paragraph that opens with a name and a colon, 雷军:“…” or `Musk: …`."""
    start = scene.sentence.start
    speaker = next(iter(scene.cast.between(start, start + 60)), None)
    while speaker and not speaker.person:
        speaker = next(iter(scene.cast.between(speaker.end, start + 60)), None)
    if speaker is None or start != scene.passage.start or re.search(r"[,:。;]", scene.outside[start : speaker.start]):
        return None
    colon = _LABEL.match(scene.outside, speaker.end)
    return (
        Attribution(start, speaker.end, speaker, Verb(colon.start(), colon.end(), "quotes", ":"), named=True)
        if colon
        else None
    )


_LABEL = re.compile(r"(?:\([^)\n]{1,30}\))?\s?:(?!\d)")


@cache
def _pronoun(kind: str) -> re.Pattern[str]:
    english = "|".join(words("speech")[kind]["en"])
    chinese = "|".join(sorted(words("speech")[kind]["zh"], key=len, reverse=True))
    return re.compile(
        rf"\b(?i:{english})\b|(?<![一-鿿])(?:据|而|但|惟|唯|不过|在|其中|对此|此外|同时|另外|随后|之后|接着|接著|最后|会后|当时|同日|期间|\w{{0,2}}引述|\w{{0,2}}引用|\w{{0,2}}援引)?(?:{chinese})(?![们人的])"
    )


@cache
def _noun(sort: Sort) -> re.Pattern[str]:
    if sort == "company":
        return re.compile(rf"\b(?i:the) (?:[\w'-]+ ){{0,3}}(?:{'|'.join(words('speech')['company_nouns'])})\b")
    roles = "|".join(sorted(map(re.escape, words("speech")["roles"]["en"]), key=len, reverse=True))
    return re.compile(rf"\b(?i:the) (?:[\w-]+ ){{0,3}}((?i:{roles}))\b")
