"""Roles beside names, and the people whom nothing but a role beside their name makes known."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from generator.extraction.vocabulary import words

_HAN = "[\u3400-\u9fff]"
# What ends the words before a role that belong to it (福建某公司创始人), and what joins two roles.
_BREAKS = set('的在据由对向与给让被将是了说称该为,。;:!?()“”「」『』《》\n\x1e\x1f…—"')
_JOINT = re.compile("、|兼任?|暨|及|和")
_LAST_WORD = re.compile(r"([A-Za-z]+),? $")
_WIDEST = 48  # characters of roles in a row
_AFFILIATION = 18  # characters of one role and what it is of
_NAMES = re.compile(
    r"\b[A-Z][\w-]+(?:'[A-Z]\w+)?(?: (?:[A-Z]\.|de|van|von|der|den|bin|al|[A-Z][\w-]+(?:'[A-Z]\w+)?)){1,4}"
)
_SAID_AFTER = re.compile(
    r"(?:,? (?:of|at|from|with) (?:the )?(?:[a-z-]+ ){0,3}[A-Z][\w&+-]*(?: [A-Z&][\w&+-]*){0,3},?)?"
    r" (?:also |later |then |has )?(?:said|says|told|wrote|added|noted|argued|explained|estimates)\b"
)
_OF_HOUSE = re.compile(r"[A-Z][\w&]*'s? $")  # Morgan Stanley's Adam Jonas, one of …
_SAID_BEFORE = re.compile(
    r"\b(?:said|says|added|adds|commented|explained|noted|argued|wrote|warned|according to) $"
)
_BY_SURNAME = re.compile(
    r"\b(?:said|says|added|noted|explained|commented) (?:Mr\.? |Ms\.? |Mrs\.? )?(?P<after>[A-Z][a-z][\w-]+)(?=[.,;]|$|\s(?!inc\b))"
    r"|\b(?P<before>[A-Z][a-z][\w-]+) (?:also |later |then |has )?(?:said|says|told|wrote|added|noted|argued|explained)\b"
)


class Role(NamedTuple):
    """A role, and where in the text it stands."""

    at: int
    text: str


@dataclass(frozen=True, slots=True)
class NamedByRole:
    """A person at `start` to `end` with the role that stands beside the name, None where only a verb makes one."""

    start: int
    end: int
    name: str
    role: Role | None


def role_before(text: str, at: int) -> Role | None:
    """Return the role that stands right before a name, what it is a role of included: `小米集团合伙人、总裁`."""
    last = _LAST_WORD.search(text, max(0, at - 24), at)
    if last and last[1].lower() in _last_words():
        return _role(_before_en().search(text, max(0, at - 90), at))
    return _chain(text, at) if _ends_zh().search(text, max(0, at - 8), at) else None


def _chain(text: str, at: int) -> Role:
    """Return the Chinese roles that stand in a row before an offset: 小米集团创始人、董事长兼CEO."""
    run, least = at, max(0, at - _WIDEST)
    while run > least and text[run - 1] not in _BREAKS:
        run -= 1
    joints = [(run, run), *(m.span() for m in _JOINT.finditer(text, run, at))]
    begin, end = at, at
    for joint, start in reversed(joints):
        if not _ends_zh().search(text, max(start, end - 8), end):
            break
        begin, end = max(start, end - _AFFILIATION), joint
    return Role(begin, text[begin:at].rstrip(" "))


def role_after(text: str, at: int) -> Role | None:
    """Return the role that stands after a name: `Alain Lam, Xiaomi's chief financial officer,`."""
    return _role(_after_en().match(text, at))


def _role(found: re.Match[str] | None) -> Role | None:
    return Role(found.start("role"), found["role"].rstrip(" ,、")) if found else None


def named_by_role(text: str) -> Iterator[NamedByRole]:
    """Yield people beside whose names a role stands, or, in English, whom a verb of saying makes people."""
    for match in _named_zh().finditer(text):
        role = role_before(text, match.start("name")) or Role(match.start("last"), match["last"])
        yield NamedByRole(match.start("name"), match.end("name"), match["name"], role)
    surnames = {m["after"] or m["before"] for m in _BY_SURNAME.finditer(text)}
    for match in _NAMES.finditer(text):
        if name := _trimmed(match.group()):
            start = match.start() + match.group().index(name)
            end = start + len(name)
            beside = role_before(text, start) or role_after(text, end)
            if (
                beside
                or _SAID_AFTER.match(text, end)
                or _SAID_BEFORE.search(text, max(0, start - 16), start)
                or name.rpartition(" ")[2] in surnames
                or (text.startswith(", ", end) and _OF_HOUSE.search(text, max(0, start - 24), start))
            ):
                yield NamedByRole(start, end, name, beside)


def _trimmed(name: str) -> str | None:
    """Return a name without words that belong to none; None where fewer than two are left."""
    none = set(words("speech")["no_name"])
    parts = name.split()
    while parts and parts[0] in none:
        parts.pop(0)
    for i, part in enumerate(parts):
        if part in none:
            parts = parts[:i]
            break
    return " ".join(parts) if len(parts) > 1 and not parts[-1].endswith(".") else None


@cache
def _roles(language: str) -> str:
    return "|".join(sorted(map(re.escape, words("speech")["roles"][language]), key=len, reverse=True))


@cache
def _phrase() -> str:
    """Return the pattern of an English role: `founder and chief executive`, `senior vice president`."""
    modifiers = "|".join(words("speech")["roles"]["modifiers"])
    one = rf"(?:(?:{modifiers})[ -]){{0,4}}(?:{_roles('en')})\b"
    return rf"(?i:{one}(?:(?:, and| and|,| &|/) ?(?:co-)?{one}){{0,3}})"


@cache
def _ends_zh() -> re.Pattern[str]:
    return re.compile(rf"(?:{_roles('zh')})[ ]?$")


@cache
def _before_en() -> re.Pattern[str]:
    return re.compile(rf"\b(?P<role>{_phrase()}),? $")


@cache
def _last_words() -> set[str]:
    return {re.split("[ -]", role)[-1].lower() for role in words("speech")["roles"]["en"]}


@cache
def _after_en() -> re.Pattern[str]:
    return re.compile(
        rf"(?: \([^)\n]{{1,30}}\))?, (?:an? |the |its |his |her )?(?:[A-Z][\w&.-]*(?: [A-Z&][\w&.-]*){{0,4}}(?:'s|') )?"
        rf"(?:[A-Z]?[a-z]+(?:-[a-z]+)* ){{0,2}}?(?P<role>{_phrase()}(?: (?:of|for|at|in|with|on) [\w&' -]{{2,60}}?(?=,|\.|;|$| said| told| who| wrote))?)"
    )


@cache
def _named_zh() -> re.Pattern[str]:
    single, double = words("speech")["surnames"]["zh"], "|".join(words("speech")["surnames"]["double"])
    said = [verb for kind in ("said", "nouns", "opinion", "quotes") for verb in words("speech")["zh"][kind]]
    verbs = "|".join(sorted(said, key=len, reverse=True))
    first = "".join(sorted({role[0] for role in words("speech")["roles"]["zh"]}))
    follow = rf"(?={verbs}|{'|'.join(words('speech')['after_a_name'])}|[,。、:(\d]|$)"
    return re.compile(
        rf"(?=[{first}])(?P<last>{_roles('zh')}) ?(?P<name>(?:{double}){_HAN}{{1,2}}{follow}|[{single}]{_HAN}{follow}|[{single}]{_HAN}{{2}}{follow}"
        rf"|{_HAN}{{2,8}}(?=\([A-Z][a-z]+ [A-Z][a-z]+\))|{_HAN}{{1,6}}(?:[·•]{_HAN}{{1,6}}){{1,2}}|[A-Z][a-z]+(?: [A-Z][a-z.]*){{1,2}}|{_HAN}{{2,5}}?(?=(?:\([^)\n]{{2,30}}\))?(?:{verbs})))"
    )
