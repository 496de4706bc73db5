"""Speakers: people, houses and companies that say something, and what they are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from generator.extraction.phrases import Phrases
from generator.extraction.vocabulary import words
from generator.settings.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Speaker:
    """Someone who can say something, at `start` to `end`; `name` as the text writes it."""

    start: int
    end: int
    name: str
    role: str | None = None
    id: str | None = None
    entity: str | None = None
    person: bool = True


_SPOKESMAN = re.compile(
    r"(?:集团|公司)?(?:新闻)?(?:发言人|相关负责人|官方|方面|公关部|客服)|(?:'s)? (?:spokesperson|spokesman|spokeswoman)"
)


class Speakers:
    """Finds those whom a text lets speak: the catalogue's people and companies, and whoever has a role and a name."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        phrases: dict[str, tuple[tuple[str, str, bool], ...]] = {}
        for entity, company in catalogue.companies.items():
            if company.kind != "media":
                names = (company.name, company.short) if company.short else (company.name,)
                forms = [form for name in names for form in (name.en, name.zh)]
                for form in (*forms, *company.aliases.en, *company.aliases.zh):
                    phrases.setdefault(form, ((entity, entity, False),))
            for person, entry in company.people.items():
                for form in (entry.name.en, entry.name.zh, *entry.aliases.en, *entry.aliases.zh):
                    phrases[form] = ((person, entity, True),)
        self._known: Phrases[tuple[str, str, bool]] = Phrases(phrases)

    def find(self, text: str) -> list[Speaker]:
        """Return the speakers that a text names, in order of place; a person comes before the company in the role."""
        known = [self._speaker(text, start, end, meanings[0]) for start, end, meanings in self._known.find(text)]
        taken = [(s.start, s.end) for s in known if s.person]
        unknown = [s for s in _with_roles(text) if not any(s.start < b and a < s.end for a, b in taken)]
        people = [s for s in (*known, *unknown) if s.person]
        houses = [s for s in known if not s.person and not any(p.start <= s.start and s.end <= p.end for p in unknown)]
        return sorted((*people, *houses), key=lambda s: s.start)

    def _speaker(self, text: str, start: int, end: int, meaning: tuple[str, str, bool]) -> Speaker:
        name, entity, person = meaning
        if not person:
            spokesman = _SPOKESMAN.match(text, end)
            end = spokesman.end() if spokesman else end
            return Speaker(start, end, text[start:end], None, name, entity, person=False)
        role = role_before(text, start, self._company_forms(entity)) or role_after(text, end)
        return Speaker(start, end, text[start:end], role, name, entity)

    def _company_forms(self, entity: str) -> tuple[str, ...]:
        company = self.catalogue.companies[entity]
        return tuple(
            sorted({company.name.zh, *company.aliases.zh, company.name.en, *company.aliases.en}, key=len, reverse=True)
        )


def role_before(text: str, at: int, companies: tuple[str, ...] = ()) -> str | None:
    """Return the role that stands right before a name, the company's name left out of it."""
    found = _role_zh().search(text, max(0, at - 40), at) or _role_en_before().search(text, max(0, at - 60), at)
    if not found:
        return None
    role = found["role"].strip(" ,、")
    for company in companies:
        role = re.sub(rf"^(?:{re.escape(company)})(?:'s)?[的 ]?", "", role)
    return role.strip(" ,、") or None


def role_after(text: str, at: int) -> str | None:
    """Return the role that stands after a name: `Alain Lam, Xiaomi's chief financial officer,`."""
    found = _role_en_after().match(text, at)
    return found["role"].strip() if found else None


def _with_roles(text: str) -> list[Speaker]:
    """Return people that the catalogue does not know: a role and a name beside it."""
    found = []
    for match in _named_zh().finditer(text):
        found.append(Speaker(match.start("name"), match.end("name"), match["name"], _short_role(match["role"])))
    for match in _named_en().finditer(text):
        found.append(Speaker(match.start("name"), match.end("name"), match["name"], match["role"].strip()))
    return found


def _short_role(role: str) -> str:
    return re.sub(r"^(?:在|据|由|对|和|与|及|连|前有)", "", role.strip(" 、,"))


@cache
def _roles(language: str) -> str:
    return "|".join(sorted(map(re.escape, words("speech")["roles"][language]), key=len, reverse=True))


@cache
def _role_zh() -> re.Pattern[str]:
    return re.compile(rf"(?P<role>[一-鿿A-Za-z、·×]{{0,22}}?(?:{_roles('zh')}))$")


@cache
def _named_zh() -> re.Pattern[str]:
    verbs = "|".join(sorted(words("speech")["zh"]["direct"] + words("speech")["zh"]["reported"], key=len, reverse=True))
    return re.compile(
        rf"(?P<role>[一-鿿A-Za-z、·×]{{0,18}}?(?:{_roles('zh')}))(?P<name>[一-鿿]{{2,4}}?)"
        rf"(?=(?:在[^,。]{{0,30}})?(?:日前|近日|此前|曾|也|还|则|对[^,。]{{1,20}}|向[^,。]{{1,16}}|看来|坦|公开|明确|,)*(?:{verbs}))"
    )


@cache
def _role_en_before() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<role>(?:[A-Z][\w&.'-]*(?:'s)? |(?:of|and|the|for) ){{0,4}}(?i:{_roles('en')})(?: (?:and|of|for) [\w ]{{2,20}})?) $"
    )


@cache
def _role_en_after() -> re.Pattern[str]:
    return re.compile(
        rf", (?P<role>(?:an? |the )?(?:[\w&.'/-]+ ){{0,6}}(?i:{_roles('en')})(?: (?:and|of|for|at|with|in) [\w&.' -]{{2,50}}?)?)(?=,|\.|;| said| told| who)"
    )


@cache
def _named_en() -> re.Pattern[str]:
    name = r"(?P<name>[A-Z][\w'’-]+(?: (?:de|van|von|der|bin|[A-Z]\.|[A-Z][\w'’-]+)){1,3})"
    return re.compile(
        rf"{name}, (?P<role>(?:an? |the )?(?:[\w&.'/-]+ ){{0,6}}(?:{_roles('en')})(?: (?:and|of|for|at|with|in) [\w&.' -]{{2,50}}?)?)(?=,|\.| said| told| who)"
    )
