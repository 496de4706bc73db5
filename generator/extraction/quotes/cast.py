"""The cast of a document: who is named where, by which name and role best, and of whom it spoke last."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field, replace

from generator.extraction.quotes.he_or_she import told
from generator.extraction.quotes.roles import Role, spelled_out
from generator.extraction.quotes.speaker import Sort, Speaker

_RECENT = 3  # people whom `he` and `she` may mean


class Cast:
    """Everybody whom a document names, in order of place."""

    def __init__(self, speakers: list[Speaker], text: str) -> None:
        self._speakers = speakers
        self._pronouns = told(text, speakers)
        self._starts = [s.start for s in speakers]
        self._people = {s.key for s in speakers if s.person}
        self._named: dict[tuple[str, bool], Speaker] = {}
        self._roles: dict[str, Role] = {}
        self._entities: dict[str, str] = {}
        for speaker in speakers:
            script = (speaker.key, speaker.name.isascii())
            longest = self._named.get(script)
            if speaker.person and (longest is None or _is_fuller(speaker, longest)):
                self._named[script] = speaker
            if speaker.person and speaker.entity:
                self._entities.setdefault(speaker.key, speaker.entity)
            known = self._roles.get(speaker.key)
            if speaker.role and (known is None or known.text in speaker.role.text):  # 创始人, later 创始人兼CEO
                self._roles[speaker.key] = speaker.role

    def between(self, start: int, end: int) -> list[Speaker]:
        """Return who is named within a stretch."""
        return self._speakers[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def before(self, at: int, floor: int) -> Speaker | None:
        """Return who is named last before an offset, at `floor` at the earliest."""
        i = bisect_left(self._starts, at)
        return self._speakers[i - 1] if i and self._starts[i - 1] >= floor else None

    def in_role(self, title: str) -> Speaker | None:
        """Return the one person whose role ends with a title: 财政司司长:…, CEO: …; None where nobody's or several people's does."""
        bearers = {key for key, role in self._roles.items() if role.text.endswith(title)}
        return next((s for s in self._speakers if s.key in bearers), None) if len(bearers) == 1 else None

    def chief_of(self, entity: str | None, role: str) -> Speaker | None:
        """Return the one person of a company whom the document gives a role: the carmaker's chief executive, named only further below."""
        asked = spelled_out({"boss": "chief executive"}.get(role, role))
        bearers = {key for key, known in self._roles.items() if spelled_out(known.text).endswith(asked)}
        bearers = {key for key in bearers if entity and self._entities.get(key) == entity}
        return next((s for s in self._speakers if s.key in bearers), None) if len(bearers) == 1 else None

    def sole_of(self, entity: str | None) -> Speaker | None:
        """Return the one person of a company whom the document names."""
        keys = {key for key, of in self._entities.items() if entity and of == entity}
        return next((s for s in self._speakers if s.key in keys), None) if len(keys) == 1 else None

    def may_be(self, speaker: Speaker, pronoun: str | None) -> bool:
        """Whether a pronoun may be said of someone: `she` of nobody whom the text calls Mr."""
        return pronoun is None or self._pronouns.get(speaker.key, pronoun) == pronoun

    def is_said_of(self, speaker: Speaker, pronoun: str) -> bool:
        """Whether a pronoun is known to be said of someone."""
        return self._pronouns.get(speaker.key) == pronoun

    def alone(self, start: int, end: int) -> Speaker | None:
        """Return the one person whom a stretch names; None where it names nobody or several."""
        people = [s for s in self.between(start, end) if s.person]
        return people[0] if len({s.key for s in people}) == 1 else None

    def is_alone(self, speaker: Speaker) -> bool:
        """Whether a speaker is the only person whom the document names."""
        return self._people == {speaker.key}

    def fullest(self, speaker: Speaker) -> Speaker:
        """Return a speaker by the fullest name that the document has in that script, and with a role if it gives one."""
        named = self._named.get((speaker.key, speaker.name.isascii()), speaker)
        entity = named.entity or self._entities.get(speaker.key)
        return replace(named, role=speaker.role or self._roles.get(speaker.key), entity=entity)


def _is_fuller(speaker: Speaker, than: Speaker) -> bool:
    """Whether someone is named more fully than elsewhere: 雷军 rather than 雷总, Lei Jun rather than Lei."""
    longer = speaker.end - speaker.start - (than.end - than.start)
    return not speaker.name.endswith("总") and (than.name.endswith("总") or longer > 0)


@dataclass
class Focus:
    """Of whom a document spoke last, for words like `he` and 该行; who spoke last; which body opened the last sentence; who answers.

    `doubted` are the sorts of which it may be another, `people` the last of whom it spoke, in that order; `called` is who was `he` or `she`.
    """

    last: dict[Sort, Speaker] = field(default_factory=dict)
    spoke: Speaker | None = None
    subject: Speaker | None = None
    answers: Speaker | None = None
    doubted: set[Sort] = field(default_factory=set)
    people: list[Speaker] = field(default_factory=list)
    called: dict[str, str] = field(default_factory=dict)

    def on(self, speaker: Speaker) -> None:
        """Let a speaker be the one spoken of."""
        self.last[speaker.sort] = speaker
        self.doubted.discard("person" if speaker.sort == "unnamed" else speaker.sort)
        if speaker.person:
            self.people = [*(one for one in self.people if one.key != speaker.key), speaker][-_RECENT:]

    def meant(self, sort: Sort) -> Speaker | None:
        """Return of whom of a sort a document spoke last, None where that may be another: `the company`, after a rival that told nothing."""
        return None if sort in self.doubted else self.last.get(sort)

    def is_on(self, speaker: Speaker) -> bool:
        """Whether a speaker is the last one of a sort that was spoken of."""
        last = self.last.get(speaker.sort)
        return last is not None and (
            last.key == speaker.key or (last.entity is not None and last.entity == speaker.entity)
        )
