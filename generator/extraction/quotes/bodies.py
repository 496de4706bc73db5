"""Bodies that only a text makes known: companies beside whose names a ticker stands, houses with analysts, whoever says something."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from generator.corpus.beginnings import sought
from generator.extraction.quotes.acting import acting
from generator.extraction.quotes.body_names import PUBLIC, without_lead
from generator.extraction.quotes.houses_en import houses_en
from generator.extraction.quotes.once import is_name, is_named_once
from generator.extraction.quotes.speech import ANY_PAST, ANY_VERB, CLOSES, MASKED, WHILE_EN, said_en
from generator.extraction.vocabulary import words

_WORD_OF_NAME = r"(?:(?!U\.[SK]\.)(?:[A-Z]\.){2,3}(?= [A-Z])|[A-Z0-9&][\w&+-]*(?:'[A-Z]\w+)?)"  # D.A. Davidson
_CAPITALS = rf"(?=[A-Z]){_WORD_OF_NAME}(?: (?:{_WORD_OF_NAME}|of|de)){{0,4}}"
_SUFFIX = re.compile(r"(?:,? (?:Inc|Corp|Corporation|Co|Ltd|Plc|PLC|AG|SE|NV|Group|Holdings?))+$")
# Starbucks Corp (SBUX.O), Meta Platforms (NASDAQ: META); not (OPEC), which is short for what stands before it.
_LISTED_EN = sought(
    rf"(?<![\w&'.-])(?P<name>{_CAPITALS})\.? \((?:[A-Za-z ]{{2,14}}: ?[A-Z0-9.-]{{1,8}}|[A-Z0-9]{{1,6}}\.[A-Z]{{1,2}})(?= ?[),;])"
)
_LISTED_ZH = re.compile(
    r"(?:(?<=^)|(?<=[\n,。;、:\s)】]))(?P<name>[\u3400-\u9fff]{2,8})(?:-[A-Z]{1,2})?"
    r"\((?!(?:19|20)\d\d\))(?:S[HZ]:?\d{6}|\d{3,6}(?:[.-][A-Z]{2})?|[A-Z]{1,5}\.[A-Z]{1,2})(?=[),;])"
)
_ANALYSTS = sought(
    rf"\b(?i:analysts?|economists?|strategists?|researchers) (?:at|from|of|with) (?:the )?(?:[A-Z][a-z]+'s )?(?:[a-z]+ ){{0,2}}(?P<name>{_CAPITALS})"
    rf"|\b(?:spokes\w+|representative) (?:for|of|at) (?:the )?(?:[a-z]+ ){{0,2}}(?P<for>{_CAPITALS})"
    rf"|\b(?i:the (?:president|chief executive|CEO|chairman|chairwoman|boss|founder)) of (?:the )?(?:[a-z]+ ){{0,2}}(?P<led>{_CAPITALS})(?={WHILE_EN} (?:{said_en()})\b)"
    rf"|(?<![\w&'.-])(?P<before>{_CAPITALS}) (?:analysts|economists|strategists)\b"
    rf"|(?<![\w&'.-])(?P<whose>{_CAPITALS})(?P<spokes>\.?(?:'s?)? spokes\w+)\b(?! (?:[A-Z]|for |of |at ))"
)
# Harbour Metall, which has 300,000 members, has said …; Varvet (the dockers), the largest union, said …
_APPOSED = r"(?: \([^)\n]{2,60}\))?(?:, (?:which|the|an?|whose|one of) [^.;\n]{2,120}?,(?= )| [_–-]+ (?:[^.;\n]|(?<=No)\.){2,100}? [_–-]+(?= )|(?<=\)))"
_SAYS = rf"{WHILE_EN} (?:{said_en()})\b"
# Duff & Phelps has been appointed and said …
_DOES_AND = r"(?:,? (?:Inc|Corp|Co|Ltd|Plc|PLC)\.?)? (?:has|had|is|was|[a-z]+ed|[a-z]+s|swung|cut|sold|won|lost|took|made|saw|met|set|hit) [^.;\n\x1e]{2,140}?,? and(?= (?:also |has |had )?(?:said|warned|added|noted|told)\b)"
# …, according to research firm Rho Motion; according to data from Cox
_ACCORDING = sought(
    rf"\b[Aa]ccording to (?:(?:[a-z-]+ ){{0,4}}(?:from|by) )?(?:the |its )?(?:[a-z-]+ ){{0,5}}(?P<name>{_CAPITALS})(?: (?:union|group|officials|executives|management|researchers|analysts|economists))?(?P<whose>'s?\b)?(?=[,.;]|$| (?:which|who|and)\b|(?<='s) [a-z\d\x1e]| [a-z\d ]*\x1e)"
)
_PARAGRAPH = re.compile(r"(?:Section|Form|Rule|Article|Title|Chapter|Schedule|Exhibit|Figure|Table|Note|Page)\b")
_SHORTEST = 3  # letters
_OUTLET = {
    "Times",
    "Journal",
    "Post",
    "News",
    "Tribune",
    "Daily",
    "Herald",
    "Press",
    "Magazine",
    "Weekly",
    "Network",
    "Today",
}
_RATES = sought(
    rf"(?<![\w&'.-])(?P<name>{_CAPITALS}) (?:has |have )?(?:kept|keeps|maintain\w*|held|holds|reiterate\w*|reaffirm\w*|upgrade\w*|downgrade\w*|initiate\w*)"
    r"\b(?=[^.\n]{0,60}\b(?i:rating|stance|price target|buy|outperform|overweight|neutral|hold|sell|underperform)\b)"
)
_PLACED = re.compile(r"\bin (?:[A-Z][a-z]+ )?$")  # a town: the chief, at a conference in New York, also said
_WORD = re.compile(r"[A-Za-z][a-z]+")
_SEATS = "Federation|Confederation|Brotherhood|Union|Institute|Committee|Office|Board|Centre|Center|Society|Chamber|Organi[sz]ation|Alliance|Coalition|League|Campaign|Academy|Foundation"
_OF_TRADE = rf"(?:[A-Z]\w+ ){{0,4}}(?:{'|'.join(sorted(PUBLIC))}|{_SEATS}) (?:of|for) [A-Z]\w+(?: (?:(?:and|of|&) )?[A-Z]\w+){{0,5}}"
_THEIRS = rf"(?:'s? (?:statement|filing|memo|letter|press release) (?:{said_en()})\b)"
_SAYING = sought(
    rf"(?<![\w&'.-])(?P<name>{_OF_TRADE}|{_CAPITALS})(?P<own>'s)?(?={_SAYS}|{_THEIRS}|(?P<joined>{_DOES_AND}){_SAYS}|(?P<apposed>{_APPOSED}){_SAYS})"
)
_BESIDE_WORDS = sought(
    rf"(?<={MASKED}),? (?:{ANY_PAST} )?(?P<name>{_CAPITALS})(?: {ANY_VERB}(?={CLOSES})|(?=[.,;]))"
)  # “…,” Keller beamed
_OPENS = re.compile(r"(?:^|[\n.!?\"]\s?|\) ?-{1,2} ?|\b(?:where|while|that|but|and) )$")


class Body(NamedTuple):
    """A body named at `start` to `end`; `house` where analysts of it speak."""

    start: int
    end: int
    house: bool


def listed(text: str) -> Iterator[Body]:
    """Yield companies by the ticker beside the name, and the other places that name them."""
    names: dict[str, None] = {}
    for match in _LISTED_EN.finditer(text):
        if name := without_lead(match["name"]):
            names[name] = names[_SUFFIX.sub("", name)] = None
            names |= dict.fromkeys(_short_form(text, name))
            start = match.end("name") - len(name)
            yield Body(start, match.end("name"), house=False)
    chinese: dict[str, None] = {}
    for match in _LISTED_ZH.finditer(text):
        chinese[match["name"]] = None
        yield Body(match.start("name"), match.end("name"), house=False)
    if names:
        forms = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
        yield from (Body(*m.span(), house=False) for m in re.finditer(rf"(?<![\w&'-])(?:{forms})(?![\w&-])", text))
    if chinese:
        forms = "|".join(sorted(map(re.escape, chinese), key=len, reverse=True))
        yield from (Body(*m.span("name"), house=False) for m in re.finditer(rf"(?:^|[\n,。;])(?P<name>{forms})", text))


def _short_form(text: str, name: str) -> Iterator[str]:
    """Yield what a text calls a company whose name ends with its trade: Tianhe, for Tianhe Auto."""
    first, *rest = _SUFFIX.sub("", name).split()
    trade = len(rest) == 1 and rest[0] in {*words("speech")["no_name"], *words("speech")["body_last"]}
    named = first[1:].islower() and first not in words("speech")["no_name"]
    if trade and named and len(first) > _SHORTEST and not re.search(rf"\b{first.lower()}\b", text):
        yield first


def known_by_deeds(text: str) -> Iterator[Body]:
    """Yield companies that a text makes known by what it says they are or do, in all places."""
    for start, end in acting(text, without_lead):
        yield Body(start, end, house=False)


def speaking(text: str) -> Iterator[Body]:
    """Yield English bodies that say something: `analysts at Fenwick`, and `Carpetland said`, if the text names it twice."""
    for match in _ANALYSTS.finditer(text):
        group = next(g for g in ("name", "for", "led", "before", "whose") if match[g])
        name = without_lead(match[group])
        if name and not (group == "led" and name in words("speech")["nations"]):
            end = match.end(group)
            start = match.start() if group == "for" else end - len(name)
            yield (
                Body(start, match.end(), house=False)
                if match["spokes"]
                else Body(start, end, house=group not in ("for", "led"))
            )
    rating = {name for match in _RATES.finditer(text) if (name := without_lead(match["name"])) and " " in name}
    if rating:
        forms = "|".join(sorted(map(re.escape, rating), key=len, reverse=True))
        yield from (Body(*m.span(), house=True) for m in re.finditer(rf"(?<![\w&'-])(?:{forms})(?![\w&-])", text))
    yield from _cited(text)
    yield from (Body(*place, house=True) for place in houses_en(text, without_lead))
    yield from _beside_words(text)
    counted: Counter[str] | None = None
    for match in _SAYING.finditer(text):
        if _PLACED.search(text, max(0, match.start() - 16), match.start()):
            continue
        if (match["apposed"] or match["joined"]) and not _OPENS.search(text, max(0, match.start() - 8), match.start()):
            continue
        if (name := without_lead(match["name"])) and name.split()[-1] not in _OUTLET:
            counted = counted or Counter(_WORD.findall(text))
            start, end = match.end("name") - len(name), match.end("own") if match["own"] else match.end("name")
            if (
                is_name(name, counted)
                or (match["apposed"] and not counted[name.lower()])
                or (not counted[name.lower()] and is_named_once(text, start, match.end(), name))
            ):
                yield Body(start, end, house=False)


def _beside_words(text: str) -> Iterator[Body]:
    """Yield whoever stands with a verb right behind words in marks: `“…,” Keller beamed`."""
    for match in _BESIDE_WORDS.finditer(text):
        name = without_lead(match["name"])
        if name and name == match["name"] and len(name) >= _SHORTEST and name.split()[-1] not in _OUTLET:
            yield Body(*match.span("name"), house=False)


def _cited(text: str) -> Iterator[Body]:
    """Yield bodies according to which something is so; an outlet is no speaker."""
    for match in _ACCORDING.finditer(text):
        name = without_lead(match["name"])
        if name and len(name) > _SHORTEST and name.split()[-1] not in _OUTLET and not _PARAGRAPH.match(name):
            yield Body(match.end("name") - len(name), match.end("name"), house=bool(match["whose"]))
