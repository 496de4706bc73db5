"""The other places where a text calls people whom it named: by the name without a role, by the surname alone."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from generator.corpus.beginnings import sought
from generator.extraction.quotes.roles import role_before
from generator.extraction.quotes.speaker import Speaker
from generator.extraction.quotes.speech import ANY_PAST, MASKED, WHEN_ZH, WHILE_EN, said_en, said_zh
from generator.extraction.vocabulary import words

_HONOURED = sought(
    r"\b(?:Mr|Ms|Mrs|Miss|Dr)\.? (?!Pepper|Martens|Reddy|Market|Price|Beast)(?P<name>[A-Z](?:'[A-Z])?[a-z][\w-]*)(?!'?\w| [A-Z])"
)
# “…”, remarked Keller at the conference
_INVERTED = re.compile(
    rf"(?:\x1e,? (?:{said_en()}|{said_en('quotes')})|{MASKED},? {ANY_PAST}) (?P<name>[A-Z](?:'[A-Z])?[a-z][\w-]+)(?=[.,;]|$| (?:at|in|on|during|of|to|after|before|when|while|as)\b)"
)
_THEIRS = re.compile(r"'s? (?P<name>[A-Z][a-z]+)(?![\w'-]| [A-Z][a-z])")
_SAYS = re.compile(rf"{WHILE_EN} (?:{said_en()}|asked)\b")
# A capitalised word that makes another name of the surname; not Continued Price: “…”.
_OTHER_NAME = re.compile(rf"(?=[A-Z])(?!(?i:{said_en()}|{said_en('quotes')})$)(?![A-Z\W\d]+$)")
_CAPITALS = re.compile(r"^[A-Z]{2,}(?: [A-Z]{2,}){1,2}(?=:)", re.M)
_JOINED = re.compile(r"[A-Z][a-z]+-[a-z]+")
_FIRST_NAME = re.compile(r"(?:^|(?<=[\s(,“\"]))(?P<first>[A-Z][a-z]+(?:-[A-Z]?[a-z]+)?) (?:[A-Z]\. )?$")
_INITIAL = re.compile(r"(?:[A-Z]\.)+|(?:St|Wm|Ste|Ch)\.")  # J. or St. before a name; `… at Nio. Ma said` begins anew
_BEFORE_SURNAME = re.compile(r"(\w[\w.'-]*) $")


def by_name(text: str, people: list[Speaker]) -> Iterator[Speaker]:
    """Yield the other places where people stand whom only a role made known."""
    unknown = {s.name: s for s in reversed(people) if s.id is None}
    if unknown:
        forms = "|".join(sorted(map(re.escape, unknown), key=len, reverse=True))
        for match in re.finditer(rf"(?<![A-Za-z])(?:{forms})(?![A-Za-z])", text):
            yield replace(
                unknown[match.group()], start=match.start(), end=match.end(), role=role_before(text, match.start())
            )
        for match in _CAPITALS.finditer(text):  # ANN LEE: in a transcript that introduces Ann Lee
            if person := unknown.get(match.group().title()):
                yield replace(person, start=match.start(), end=match.end(), role=None)


def by_surname(text: str, people: list[Speaker]) -> Iterator[Speaker]:
    """Yield where English calls people by the surname: Ives, after the analyst Dan Ives; by the given name: Jim said, `Jim: …`."""
    bearers: dict[str, list[Speaker]] = {}
    given: set[str] = set()
    for person in people:
        capitals = person.name.isupper()  # Holford, after ANALYST KERRY HOLFORD
        if (surname := family_name(person.name.title() if capitals else person.name)) is not None:
            bearers.setdefault(surname, []).append(person)
            for first in [part for part in person.name.split() if part != surname][:1]:
                given.add(first)
                bearers.setdefault(first, []).append(person)
    if not bearers:
        return
    none = {*words("speech")["no_name"], *words("speech")["crowds"]}  # Later Ma said
    for match in re.finditer(rf"(?<![\w-])(?:{'|'.join(map(re.escape, bearers))})(?![A-Za-z-]| [A-Z][a-z])", text):
        before = _BEFORE_SURNAME.search(text, max(0, match.start() - 20), match.start())
        ends = before and before[1].endswith(".") and not _INITIAL.fullmatch(before[1])  # … of Lars Nord. Nord said
        if before and not ends and before[1].rstrip(".") not in none and _OTHER_NAME.match(before[1]):
            continue
        label = text.startswith(":", match.end()) and text[match.start() - 1 : match.start()] in ("", "\n")
        listed = bearers[match.group()]
        if match.group() in given and not (label or _SAYS.match(text, match.end())):
            continue
        so_called = {person.key for person in listed if person.name.startswith(f"{match.group()} ")}
        if match.group() in given and len(so_called) > 1:
            # Jim, of Jim Hollis and Jim Farley: nobody knows which
            yield Speaker(*match.span(), match.group(), "person")
            continue
        person = listed[max(0, bisect_left(listed, match.start(), key=lambda p: p.start) - 1)]
        yield replace(person, start=match.start(), end=match.end(), role=role_before(text, match.start()))


def beside_company(
    text: str, companies: list[Speaker], by_surname: dict[str, list[tuple[str, str]]]
) -> Iterator[Speaker]:
    """Yield the catalogue's people whom a text calls by surname and company: Nvidia's Huang."""
    for company in companies:
        found = _THEIRS.match(text, company.end)
        bearers = [p for p, entity in by_surname.get(found["name"], ()) if entity == company.entity] if found else []
        if found and len(bearers) == 1:
            yield Speaker(*found.span("name"), found["name"], "person", None, bearers[0], company.entity)


def without_namesakes(text: str, known: list[Speaker]) -> list[Speaker]:
    """Return the catalogue's people and bodies without those who only share a surname: Kevan Parekh, in a text on Salil Parekh."""
    alone = {s.start: s for s in known if s.person and s.end - s.start > 1 and text[s.start : s.end].isalpha()}
    alone = {at: s for at, s in alone.items() if text[at : s.end].isascii()}
    full = {s.id for s in known if s.start not in alone}
    theirs = {s.entity for s in known if not s.person}  # Timothy Cook, in a text on Apple, is Tim Cook
    others = {
        at for at, s in alone.items() if (s.entity not in theirs or s.id in full) and _is_named_otherwise(text, at)
    }
    if not others:
        return known
    taken = {alone[at].id for at in others} - full
    return [s for s in known if s.start not in others and not (s.start in alone and s.id in taken)]


def _is_named_otherwise(text: str, at: int) -> bool:
    """Whether another first name stands before a surname."""
    before = _FIRST_NAME.search(text, max(0, at - 20), at)
    if not before:
        return False
    word = before["first"]
    known = {*words("speech")["no_name"], *words("speech")["crowds"]}
    roles = {part.lower() for role in words("speech")["roles"]["en"] for part in role.split()}
    return word not in known and word.lower() not in roles and bool(_OTHER_NAME.match(word))


def honoured(text: str, people: list[Speaker]) -> Iterator[Speaker]:
    """Yield people whom a text calls by the surname only: Mr Barnett, Ms Osei; `“…”, remarked Keller`."""
    surnames = {family_name(person.name) for person in people}
    none = {
        *words("speech")["no_name"],
        *words("speech")["crowds"],
        *words("speech")["outlets"],
        *words("speech")["nations"],
    }
    for match in _INVERTED.finditer(text):
        if match["name"] not in surnames and match["name"] not in none:
            yield Speaker(*match.span("name"), match["name"], "person", None)
    he = next((p for p in people if "He" in p.name.split() and p.name.isascii()), None)
    for match in _HONOURED.finditer(text):
        if match["name"] == "He" and he:  # Mr. He concluded, after Xiaopeng He
            yield replace(he, start=match.start("name"), end=match.end("name"), role=None)
        elif match["name"] not in surnames:
            yield Speaker(*match.span("name"), match["name"], "person", None)


def by_surname_zh(text: str, people: list[Speaker]) -> Iterator[Speaker]:
    """Yield where Chinese calls someone named in the text by the surname: 黄说,…, after 黄仁勋; 魏总, whoever that is."""
    surnames = set(words("speech")["surnames"]["zh"])
    bearers = [p for p in people if 2 <= len(p.name) <= 3 and p.name[0] in surnames]
    if not bearers:
        return
    starts = [p.start for p in bearers]
    known = {p.name[0] for p in bearers}
    for match in _surname_zh().finditer(text):
        group = "chief" if match["chief"] else "name"
        if match[group][0] not in known:
            continue
        before = bearers[: bisect_left(starts, match.start())]
        behind = bearers[len(before) :] if match["chief"] else []
        if person := next((p for p in (*reversed(before), *behind) if p.name[0] == match[group][0]), None):
            yield replace(person, start=match.start(group), end=match.end(group), role=None)


@cache
def _surname_zh() -> re.Pattern[str]:
    """Return the pattern of a Chinese surname, or of one with 总, that says something."""
    first = words("speech")["surnames"]["zh"]
    return re.compile(
        rf"(?P<chief>[{first}]总)(?={WHEN_ZH}(?:{said_zh()}|[说称指在的,:]))"
        rf"|(?:(?<=^)|(?<=[\n,。;?!]))(?P<name>[{first}])(?={WHEN_ZH}(?:{said_zh()}|[说称指]))"
    )


def family_name(name: str) -> str | None:
    """Return the surname of a name in Latin letters: Huang of Jensen Huang, Lei of Lei Jun."""
    parts = [part for part in name.split() if part not in ("Jr.", "Sr.", "II", "III")]
    if len(parts) < 2 or not name[0].isascii():
        return None
    # Kwak Noh-jung: a given name of two syllables joined by a hyphen stands last
    first = parts[0] in words("speech")["surnames"]["pinyin"] or _JOINED.fullmatch(parts[-1])
    surname = parts[0] if first else parts[-1]
    return None if surname == "He" or len(surname) < 2 else surname
