"""A scene: one sentence, who is in it, and who was spoken of before it; who is meant by `he`, 该行, `the chief executive`."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from generator.corpus.document import Span
from generator.extraction.quotes.cast import Cast, Focus
from generator.extraction.quotes.he_or_she import pronoun_of
from generator.extraction.quotes.houses_meant import analysts_house, house_of_analysts, house_that_acted
from generator.extraction.quotes.objects import acts_on_another, is_object
from generator.extraction.quotes.pairs_zh import both
from generator.extraction.quotes.passage import Passage
from generator.extraction.quotes.roles import Role, spelled_out
from generator.extraction.quotes.speaker import Sort, Speaker
from generator.extraction.quotes.stand_ins import (
    body_named,
    body_noun,
    company_noun,
    head_of_state,
    is_somebodys,
    pronoun,
    reporting,
    role_alone,
)
from generator.extraction.quotes.told_before import in_same_role, is_body, told_before
from generator.extraction.vocabulary import words

# Roles that anybody spoken of may have, and those of whoever speaks for a company.
_ANYBODYS = {"executive", "billionaire", "boss", "manager", "entrepreneur", "高管", "负责人", "掌门人", "主管"}
# What a chief executive may be called besides; never the analyst, the minister.
_LEADS = re.compile(
    r"^(?!.*\b(?:vice|deputy)\b).*\b(?:chief|head|chair\w*|president|(?:co-?)?founder|leader|owner|executive|managing director|director-general)$|(?<!副)(?:董事长|主席|总裁|总经理|创始人|创办人|董座|老板|执行长)$"
)
_OPENS = re.compile("[他她](?![们人])|(?:He|She) (?![A-Z])")
_SPOKEN = re.compile("spokes|representative|发言人")
_FIRM = re.compile(r"\b[Tt]he (?:[\w-]+ ){0,2}firm\b")
_AS_IT = re.compile(r"\b(?:as|when|while|because|after) $")
_OF_BODY = 16  # characters
_SUBJECT = 40  # characters of a sentence in which the body that acts is named
_BODY_BEFORE, _BODY_AFTER = 4000, 2000  # characters around a noun in which its body is named
_PRONOUNS: tuple[tuple[str, Sort], ...] = (("pronouns", "person"), ("that_house", "house"), ("that_company", "company"))


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
        if that_house := pronoun("that_house").match(self.outside, self.sentence.start):
            return self.pronoun(that_house.group(), self.sentence.start)
        house = next((s for s in named if s.start - self.sentence.start < 40 and not self.is_object(s)), None)
        return house or self.pronoun(opening, self.sentence.start)

    def joined(self, at: int, floor: int, joints: tuple[str, ...] = (" and ", ", and ", " & ")) -> Speaker | None:
        """Return the person whom `and` joins to the one named at an offset: Ann Lee, in `Ann Lee and Bo Park`."""
        first = self.cast.before(at, floor)
        named = first and first.person and any(s.person for s in self.cast.between(at, at + 1))
        return first if first and named and self.outside[first.end : at] in joints else None

    def is_object(self, speaker: Speaker) -> bool:
        """Whether someone is spoken to or of: 对小米表示, with Lei Jun."""
        if is_object(self.passage, self.sentence, speaker):
            return True
        begin = speaker.begins()
        body = self.cast.before(begin, max(self.sentence.start, begin - _OF_BODY)) if self.passage.chinese else None
        if (
            body
            and not body.person
            and body.end == begin
            and speaker.person
            and is_object(self.passage, self.sentence, body)
        ):
            return True  # 对瑞银分析师宋慧说
        person = self.focus.last.get("person")
        other = speaker.person and person is not None and person.key != speaker.key
        return other and acts_on_another(self.passage, self.sentence, speaker)

    def pronoun(self, words_there: str, at: int) -> Speaker | None:
        """Return who is meant by a pronoun, or by words such as 该行 and `the carmaker`; `at` is where they stand."""
        if pair := both(self.cast, self.outside, words_there, at):
            return pair
        person = self.latest("person", at)
        return told_before(self.focus, person, words_there) or self._named_before(words_there, at)

    def _named_before(self, words_there: str, at: int) -> Speaker | None:
        if words_there.strip().lower() in (*words("speech")["that_body"], "its statement", "their statement"):
            return self._that_body(words_there, at)
        if _FIRM.search(words_there) and (house := self._house() or analysts_house(self.cast, self.focus, at)):
            return house
        if found := role_alone().search(words_there):
            return self._in_role(found, at)
        for kind, sort in _PRONOUNS:
            if pronoun(kind).search(words_there):
                if sort == "house" and self._is_an_outlets(words_there, at):
                    return None
                return self._meant(sort, words_there, at)
        if found := body_noun().search(words_there):
            return self._named_body(found["noun"], at)
        if not company_noun().search(words_there) or is_somebodys(self.outside, words_there, at):
            return None
        return self.latest("company", at)

    def _that_body(self, words_there: str, at: int) -> Speaker | None:
        """Return the body that `it`, `they` and `its statement` mean."""
        if acting := self._acting(at):
            return acting
        it = words_there.strip().lower() == "it"
        if it and (house := house_that_acted(self.cast, self.focus, self.outside, self.sentence.start, at)):
            return house
        theirs = None if it else house_of_analysts(self.cast, self.focus, self.outside, self.sentence.start, at)
        spoke = theirs or self.focus.spoke
        if spoke and (is_body(spoke, words_there) or self._several(words_there)):
            return spoke
        return (analysts_house(self.cast, self.focus, at) or self.latest("company", at)) if it else None

    def _in_role(self, found: re.Match[str], at: int) -> Speaker | None:
        """Return who is meant by a role alone."""
        role = found["role"] or found["spokes"] or found["title"]
        role = "chief executive" if "top executive" in found.group() else role
        if found["public"]:  # a ministry spokesperson
            return self._public(found["public"].title(), role, at)
        if found["spokes"] and not _SPOKEN.match(role):  # a company official
            return self._spoken_for(role, at)
        own = found["its"] or found["its_zh"] or _SPOKEN.match(role)
        return (
            in_same_role(self.focus, role)
            or self._with_role(role, at, bool(own))
            or (self._spoken_for(role, at) if own else None)
        )

    def _several(self, words_there: str) -> bool:
        """Whether `they` means people of whom several spoke last: `Ann Lee and Bo Park said …. They added …`."""
        spoke = self.focus.spoke
        return bool(
            spoke and words_there.strip().lower() == "they" and self.joined(spoke.start, max(0, spoke.start - 80))
        )

    def _is_an_outlets(self, words_there: str, at: int) -> bool:
        """Whether `the report` means what an outlet reported since a house was named: `…, Reuters reported. … the report said`."""
        house = self.focus.last.get("house")
        since = max(house.end if house else 0, at - 600, 0)
        return "the report" in words_there.lower() and bool(reporting().search(self.outside, since, at))

    def _meant(self, sort: Sort, words_there: str, at: int) -> Speaker | None:
        if sort == "company" and self._is_of_two(words_there):
            return None
        if sort != "person":
            return self.latest(sort, at)
        latest = self.latest(sort, at)
        named = latest is not None and self.sentence.start <= latest.start < at  # 余承东却不这么看,他说: not 业内人士
        person = latest if named else self._unnamed() or latest
        said = pronoun_of(words_there)
        if person is None or not person.person or said is None:
            return person
        recent = list(reversed(self.focus.people))
        if not self.cast.may_be(person, said):
            person = next((one for one in recent if self.cast.may_be(one, said)), None)
        elif self.focus.called.get(person.key, said) != said:  # “…,” he said. “Not yet,” she replied.
            person = next((one for one in recent if self.cast.is_said_of(one, said)), None)
        if person:
            self.focus.called.setdefault(person.key, said)
        return person

    def _is_of_two(self, words_there: str) -> bool:
        """Whether `the statement` may be of a house as well as of a company, and neither spoke last: a bank's that buys a broker."""
        spoke, last = self.focus.spoke, self.focus.last
        papers = words_there.strip().lower() in ("the statement", "the press release", "the filing")
        return papers and "house" in last and "company" in last and (spoke is None or spoke.person)

    def _acting(self, at: int) -> Speaker | None:
        """Return the body that a sentence says did something as it spoke: `Ford and GM cut their outlook as they warned …`."""
        if not _AS_IT.search(self.outside, max(self.sentence.start, at - 10), at):
            return None
        here = [s for s in self.cast.between(self.sentence.start, at) if not s.person and not self.is_object(s)]
        return here[0] if here and here[0].start - self.sentence.start <= _SUBJECT else None

    def _unnamed(self) -> Speaker | None:
        """Return the company as whose executive or spokesman somebody without a name spoke last: `he`, after `a BYD executive said`."""
        spoke, person = self.focus.spoke, self.focus.last.get("person")
        if "person" in self.focus.doubted:
            return None  # A trader in London agreed. “…,” she said: not the one in Leeds
        if spoke is None or spoke.person or (person and person.start > spoke.start):
            return None
        return spoke if spoke.role or spoke.sort == "unnamed" or _SPOKEN.search(spoke.name) else None

    def _named_body(self, noun: str, at: int) -> Speaker | None:
        """Return the body whose name holds a noun, named last before an offset or first after it: the union."""
        pattern = body_named(noun.lower())
        found = None
        for found in pattern.finditer(self.outside, max(0, at - _BODY_BEFORE), at):  # noqa: B007 (the last one)
            pass
        found = found or pattern.search(self.outside, at, at + _BODY_AFTER)
        return Speaker(*found.span("name"), found["name"], "house") if found else None

    def _public(self, noun: str, role: str, at: int) -> Speaker | None:
        """Return the body named last whose name holds a noun, as one for which somebody speaks: a ministry spokesperson."""
        named = self.cast.between(max(0, at - _BODY_BEFORE), at)
        body = next((s for s in reversed(named) if not s.person and noun in s.name), None)
        return self._speaking_for(body, role, at)

    def _house(self) -> Speaker | None:
        """Return the house that `the firm` and `the Wall Street firm` mean: which the last sentence was about, or which spoke last."""
        bodies = (self.focus.subject, self.focus.spoke)
        return next((body for body in bodies if body and body.sort == "house"), None)

    def latest(self, sort: Sort, before: int) -> Speaker | None:
        """Return the latest speaker of a sort: in this sentence whom it is about, else the last one spoken of."""
        if sort == "person" and _OPENS.match(self.outside, self.sentence.start):
            return self.focus.meant(sort)  # 他一直尊重雷军,所以他说: the same from the sentence's beginning on
        here = [s for s in self.cast.between(max(self.sentence.start, before - 400), before) if s.sort == sort]
        known = next((s for s in here if not self.is_object(s)), self.focus.meant(sort))
        return known or (here[0] if here and sort == "company" else None)  # Shares of Fenwick fell as the company said

    def is_of_another(self, person: Speaker, body: Speaker | None) -> bool:
        """Whether a person is known to be of another company than a body: Jim Farley is no boss of Pellworth's."""
        of = self.cast.fullest(person).entity if person.person else None
        return bool(body and of and body.entity != of)

    def _with_role(self, role: str, before: int, own: bool = False) -> Speaker | None:
        """Return the person spoken of last, if the role may be theirs: the chief executive, 该高管; `own` is that of the company spoken of."""
        speaker = self.latest("person", before)
        known_role = self.cast.fullest(speaker).role if speaker else None
        if not (known_role and "resident" in known_role.text) and (head := head_of_state(self.cast, role, before)):
            return head
        if speaker is None or (own and self.is_of_another(speaker, self.latest("company", before))):
            return None
        known = spelled_out(known_role.text if known_role else role)
        asked = spelled_out(role)
        if asked in known or asked in _ANYBODYS:
            return speaker
        if asked.endswith(" officer"):  # the CFO, after Ann Lee, chief executive: whoever is it
            return self.cast.in_role(role)
        return speaker if known.endswith("chief executive officer") and _LEADS.search(asked) else None

    def _spoken_for(self, role: str, at: int) -> Speaker | None:
        """Return the company for which someone without a name speaks: a spokesperson, 公司董事长."""
        company = self.latest("company", at)
        return self._speaking_for(company, role, at)

    def _speaking_for(self, body: Speaker | None, role: str, at: int) -> Speaker | None:
        """Return whoever speaks for a body in a role, by name where the document has it, else the body with that role."""
        if body and not _SPOKEN.search(role) and (chief := self.cast.chief_of(body.entity, role)):
            return chief
        return replace(body, role=Role(self.outside.find(role, at), role)) if body else None
