"""Speakers: people, houses and companies that say something, and what they are."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.extraction.phrases import Phrases
from generator.extraction.quotes import bodies, called
from generator.extraction.quotes.employers import employed, titled, without, without_company
from generator.extraction.quotes.houses_zh import houses_zh
from generator.extraction.quotes.people import people
from generator.extraction.quotes.person import Person
from generator.extraction.quotes.roles import role_after, role_before
from generator.extraction.quotes.speaker import Sort, Speaker
from generator.extraction.quotes.speech import ISSUED_ZH, amid_zh, said_zh, says_zh
from generator.extraction.quotes.titled_zh import titled_zh
from generator.extraction.quotes.unnamed import of_company, staff, unnamed
from generator.extraction.vocabulary import words
from generator.settings.catalogue import Catalogue

_SPOKESMAN = re.compile(
    rf"(?:集团|公司)?(?:高管|主管|高层|经营团队|管理团队|管理层)(?={amid_zh()}{says_zh()})"
    rf"|(?:内部|的)?一[位名](?:高管|高层|主管|管理层|负责人|内部人士|人士|工作人员|员工)(?={amid_zh()}{says_zh()})"
    r"|联合团队|[一-鿿]{0,4}(?:分公司|子公司|事业部|工厂|[中国大华区]{2,4}区)(?=[^,。;]{0,10}(?:表示|回[应复]|称|指|说))"
    r"|(?:[一-鿿]{2,6}(?:办公室|部门?|中心))?(?:集团|公司)?(?:新闻)?(?:发言人|(?:相关|有关)?(?:负责人|人士)|内部人士|工作人员|官方|方面|发言系统|公关部?|证券部|客服)|(?:'s)? (?:spokesperson|spokesman|spokeswoman)(?! [A-Z][a-z]+ [A-Z])"
)
_SPEAKS_FOR = re.compile(r"\b(?:spokes\w+|representative) (?:for|of|at) (?:the )?$")
_LONGER = re.compile(
    r"(?: [A-Z][\w&]+){0,2} (?:Association|Council|Commission|Union|Institute)\b"
)  # China Mobile Dealers Association
_TICKER = 4  # letters
_CAPITALS = re.compile(r"[A-Z]{2,} $"), re.compile(r" [A-Z]{3,}\b")
_ANY_BODY = {"证券", "银行", "基金", "资本", "集团", "公司", "汽车", "科技", "国际", "协会", "法院", "评级", "咨询"}


class Speakers:
    """Finds those whom a text lets speak: the catalogue's people and companies, and whoever has a role and a name."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self._known: Phrases[tuple[str, str, bool]] = Phrases(_phrases(catalogue))
        self._by_surname: dict[str, list[tuple[str, str]]] = {}
        for entity, company in catalogue.companies.items():
            for person, entry in company.people.items():
                if surname := called.family_name(entry.name.en or ""):
                    self._by_surname.setdefault(surname, []).append((person, entity))
        self._short: dict[str, str] = words("speech")["short_names"]
        short = "|".join(self._short)
        # 证交所上市一部昨天表示, 某某股份有限公司于2019年10月10日发出声明,称
        issued = rf"(?:{ISSUED_ZH}|(?:发布|发表|发出|刊登|召开|举行)[^,。;:]{{0,8}}?)?"
        body = rf"(?!向(?!日葵)|由|从|与|被|该|本|此|这|两|各|公司|据|而|在|但|其中|最后|因此|因为|针对|对于?|关于|随着|由于|如果|虽然|至于|面对|根据|通过)[A-Za-z一-鿿]{{0,10}}(?:{'|'.join(words('speech')['bodies'])})(?:[一-鿿]{{2,4}}[部处组科])?(?=(?:方面|(?:相关|有关|一[位名])?负责人|新闻发言人|发言人|官方|分析师|研究员|研究?团队)?{amid_zh()}{issued}(?:{says_zh()}|,(?:{said_zh()}|[称指])))"
        rates = r"[A-Za-z一-鿿]{0,8}(?:证券|投顾|投信|银行|资本|国际|研究院|研究所|评级|总研)(?=(?:看法|观点|态度|立场|给?予|维持|重申|[上下]调|调[升降]|较|首[予次]))"
        self._bodies = re.compile(
            rf"(?:(?<=^)|(?<=[,。;?!\n、|丨]))(?:据|而|其中|但|在)?(?P<name>{body}|{rates}|(?:{short})(?=发布|发表|研报|报告|给?予|维持|重申|[上下]调|调[升降高低]|[升降]小|首[予次]|将|把|较|看[好淡]|分析师|研究|{amid_zh()}(?:{said_zh()}|[指称料说])))",
            re.M,
        )

    def find(self, text: str, labelled: Iterable[Person] = ()) -> list[Speaker]:
        """Return the speakers that a text names, in order of place; a person comes before the company in the role.

        `labelled` are people whom the labels of a transcript name.
        """
        known = [
            self._speaker(text, start, end, meanings[0])
            for start, end, meanings in self._known.find(text)
            if not _LONGER.match(text, end)
            and not (end - start < _TICKER and _in_capitals(text, start, end))
            and text[start - 2 : start] != "O'"
            and not text.startswith("co-", end - 2)  # BYD co-founder is not of BYD Co
            and text[start - 1 : start + 1] not in words("speech")["surnames"]["double"]  # 司马云 is not 马云
        ]
        known = called.without_namesakes(text, known)
        companies = [_company(text, body) for body in bodies.listed(text)]
        ends = {s.start: s.end for s in known if not s.person}
        closed = {s.end for s in (*known, *companies) if not s.person}  # 汇丰的丁宇: nobody without a house before 的
        taken = {(s.start, s.end) for s in (*known, *companies)}
        employers = {s.end: s for s in (*known, *companies) if not s.person and s.sort == "company" and s.entity}
        unknown = (
            employed(titled(s, ends), employers)
            for s in (without_company(s, ends) for s in _unknown(text))
            if (s.start, s.end) not in taken
            and (s.role or not s.start < ends.get(s.start, 0) < s.end)
            and (s.role or text[s.start - 1 : s.start] != "的" or s.start - 1 in closed)
        )  # said BYD Brand General Manager Li Yunfei: no person is called BYD Brand
        turns = {p.start: Speaker(p.start, p.end, p.name, "person", p.role) for p in labelled}
        listed = [titled(s, ends, inside=True) for s in known if s.person]
        listed = [replace(s, role=turns[s.start].role or s.role) if s.start in turns else s for s in listed]
        named = _apart(listed, turns.values())
        named = _apart(named, unknown)
        named = titled_zh(text, named)
        named = _apart(named, [titled(s, ends) for s in called.by_name(text, named)])
        named = _apart(named, [titled(s, ends) for s in called.by_surname(text, named)])
        named = _apart(named, list(called.by_surname_zh(text, named)))
        named = _apart(named, list(called.honoured(text, named)))
        bodies_known = [s for s in known if not s.person]
        named = _apart(named, called.beside_company(text, bodies_known, self._by_surname))
        named = _by_full_name(named)
        named = _apart(named, (of_company(s, ends) for s in unnamed(text)))
        houses = _apart(named, (s for s in known if not s.person))
        houses = _apart(houses, companies)
        houses = _apart(houses, (self._body(m) for m in self._bodies.finditer(text) if m["name"] not in _ANY_BODY))
        houses = _apart(houses, (_latin(m) for m in houses_zh(text)))
        houses = _apart(houses, staff(text))
        houses = _apart(houses, self._speaking(text, {s.entity for s in houses if s.entity}))
        return _without_glosses(text, _apart(houses, (_company(text, body) for body in bodies.known_by_deeds(text))))

    def _speaker(self, text: str, start: int, end: int, meaning: tuple[str, str, bool]) -> Speaker:
        name, entity, person = meaning
        company = self.catalogue.companies[entity]
        if not person:
            spokesman, led = _SPOKESMAN.match(text, end), _SPEAKS_FOR.search(text, max(0, start - 30), start)
            start, end = led.start() if led else start, spokesman.end() if spokesman else end
            sort: Sort = "house" if company.kind in ("broker", "institution", "researcher") else "company"
            return Speaker(start, end, text[start:end], sort, None, name, entity)
        forms = (company.name.zh, company.name.en, *company.aliases.zh, *company.aliases.en)
        role = without(role_before(text, start), forms) or without(role_after(text, end), forms)
        return Speaker(start, end, text[start:end], "person", role, name, entity)

    def _speaking(self, text: str, entities: set[str]) -> Iterator[Speaker]:
        """Yield whom only a verb of saying makes known; one word that is the surname of a named company's person is that person."""
        surnames: dict[str, list[tuple[str, str]]] = {}
        for body in bodies.speaking(text):
            name = text[body.start : body.end]
            if bearers := [(p, e) for p, e in self._by_surname.get(name, ()) if e in entities]:
                surnames[name] = bearers
            else:
                yield Speaker(body.start, body.end, name, "house" if body.house else "company")
        for name, bearers in surnames.items():
            known = bearers[0] if len(bearers) == 1 else (None, None)
            for found in re.finditer(rf"(?<![\w-]){name}(?![\w-]| [A-Z][a-z])", text):
                yield Speaker(*found.span(), name, "person", None, *known)

    def _body(self, match: re.Match[str]) -> Speaker:
        known = self._short.get(match["name"])
        return Speaker(match.start("name"), match.end("name"), match["name"], "house", None, known, known)


def _without_glosses(text: str, named: list[Speaker]) -> list[Speaker]:
    """Return speakers without the names that only tell how another script writes the one before: 何小鹏(He Xiaopeng)."""
    kept: list[Speaker] = []
    for one in named:
        if not (kept and _glosses(text, one, kept[-1])):
            kept.append(one)
    return kept


def _glosses(text: str, one: Speaker, before: Speaker) -> bool:
    """Whether a person stands in brackets behind another, in another script."""
    scripts = one.person and before.person and before.name.isascii() != one.name.isascii()
    return scripts and text[before.end : one.start].strip() == "(" and text.startswith(")", one.end)


def _by_full_name(named: list[Speaker]) -> list[Speaker]:
    """Return people with whom two last names mean the one whose full name ends so: Berg Hansen, after Ann Berg Hansen."""
    full = {" ".join(s.name.split()[1:]): s for s in reversed(named) if s.person and len(s.name.split()) > 2}
    return [
        replace(s, name=full[s.name].name, id=full[s.name].id) if s.person and not s.id and s.name in full else s
        for s in named
    ]


def _latin(match: re.Match[str]) -> Speaker:
    return Speaker(*match.span("name"), match["name"], "house")


def _in_capitals(text: str, start: int, end: int) -> bool:
    """Whether a ticker is part of a name in capitals: STELLA LI."""
    before, after = _CAPITALS
    beside = before.search(text, max(0, start - 20), start) or after.match(text, end)
    return beside is not None and text[start:end].title() in words("speech")["surnames"]["pinyin"]


def _phrases(catalogue: Catalogue) -> dict[str, tuple[tuple[str, str, bool], ...]]:
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
    return phrases


def _company(text: str, body: bodies.Body) -> Speaker:
    spokesman = _SPOKESMAN.match(text, body.end)
    end = spokesman.end() if spokesman else body.end
    return Speaker(body.start, end, text[body.start : end], "company")


def _unknown(text: str) -> Iterator[Speaker]:
    for person in people(text):
        yield Speaker(person.start, person.end, person.name, "person", person.role)


def _apart(kept: list[Speaker], more: Iterable[Speaker]) -> list[Speaker]:
    """Return two lists of speakers in order of place, those of the first alone where they overlap."""
    merged = sorted([*((s.start, 0, s) for s in kept), *((s.start, 1, s) for s in more)], key=lambda x: x[:2])
    found: list[Speaker] = []
    end, blocked = 0, {s.start: s.end for s in kept}
    starts = sorted(blocked)
    for start, rank, speaker in merged:
        if rank and (start < end or _overlaps(starts, speaker)):
            continue
        found.append(speaker)
        end = max(end, speaker.end)
    return found


def _overlaps(starts: list[int], speaker: Speaker) -> bool:
    i = bisect_left(starts, speaker.start)
    return i < len(starts) and starts[i] < speaker.end
