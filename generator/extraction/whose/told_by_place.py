"""Companies that English tells by where they sit, or by what they make: `the South Korean giant`, `the Cupertino company`, `the maker of the iPhone`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.corpus.beginnings import sought
from generator.extraction.marks.mention import STRANGER, EntityMention, Mention
from generator.extraction.marks.names import Names
from generator.extraction.marks.scanning import Scan
from generator.settings.catalogue import Company

# Whose money a nation's companies count in.
_NATIONS = {
    "Chinese": ("CNY",), "South Korean": ("KRW",), "Korean": ("KRW",), "Japanese": ("JPY",), "Taiwanese": ("TWD",), "Indian": ("INR",), "Swedish": ("SEK",),
    "American": ("USD",), "U.S": ("USD",), "U.S.": ("USD",), "US": ("USD",), "European": ("EUR", "GBP", "SEK", "CHF", "DKK"),
    "British": ("GBP",), "UK": ("GBP",), "Swiss": ("CHF",), "Danish": ("DKK",),
    **dict.fromkeys(("German", "French", "Dutch", "Italian", "Spanish", "Finnish"), ("EUR",)),
}  # fmt: skip
_NOUN = r"(?:giant|company|group|firm|conglomerate|[a-z]*maker|manufacturer|retailer|start-?up|producer|developer|brand|operator|supplier|foundry|platform)"
_TOLD = sought(
    rf"\b[Tt]he (?P<place>[A-Z][a-z.]*[A-Z]?\.?(?: [A-Z][a-z]+)?)(?:-(?:based|headquartered))? (?:(?!(?:rival|competitor)\b)[\w-]+ ){{0,3}}?(?P<noun>{_NOUN})(?!\w|-)(?! [A-Z])"
)
_MAKER_OF = re.compile(
    r"\b[Tt]he (?:maker|owner|operator|creator|developer|parent|producer|manufacturer)(?: company)? (?:of|behind) (?:the )?$"
)
_MAKER = re.compile(r"[ -](?:[a-z]+ )?(?:maker|owner|operator|developer)(?!\w|-)(?! [A-Z])")  # `The iPhone maker`
_LEAD = 40  # characters before a thing, within which its maker is told
_OPENS = re.compile(r"[\s\"“•*-]*(?:(?:But|And|Meanwhile|While|Still|Yet|In \w+),? )?")
_CARS = re.compile(r"(?:car|auto|vehicle)maker|automaker|carmaker")
_SENTENCES = 3  # back to which companies are named lately

Lately = tuple[tuple[str, ...], ...]


def named_lately(entities: Sequence[EntityMention], names: Names, before: Lately) -> Lately:
    """Return the companies that the last sentences named, the newest last, with those of one more."""
    here = dict.fromkeys(e.entity for e in entities if names.catalogue.company_kind(e.entity) == "company")
    return (*before[1 - _SENTENCES :], tuple(here)) if here else before


def with_told_by_place(scan: Scan, names: Names, lately: Lately) -> Scan:
    """Return a sentence's marks with such descriptions as mentions of whom they stand for, of nobody known where that may be several."""
    if scan.chinese:
        return scan
    scan = _with_makers_of(scan, names)
    found: list[EntityMention] = []
    for said in _TOLD.finditer(scan.text, scan.sentence.start, scan.sentence.end):
        if any(said.start() - 3 < e.end and e.start <= said.end() + 3 for e in scan.entities):
            continue  # `Samsung, the South Korean giant`, `the Chinese carmaker BYD`
        before = named_lately([e for e in scan.entities if e.end <= said.start()], names, lately)
        opens = _OPENS.fullmatch(scan.text, scan.sentence.start, said.start()) is not None
        whom = _whom(said, before, names.catalogue.companies)
        if whom and (opens or whom != STRANGER):
            found.append(EntityMention(said.start(), said.end(), whom))
    return replace(scan, entities=sorted([*scan.entities, *found], key=lambda e: e.start)) if found else scan


def _whom(said: re.Match[str], lately: Lately, companies: dict[str, Company]) -> str | None:
    """Return whom a description stands for, of those named lately; nobody where it fits several of the newest, or not the only one named."""
    place, nation = said["place"], _NATIONS.get(said["place"])
    named = list(dict.fromkeys(one for sentence in reversed(lately) for one in sentence))
    fits = [c for c in named if (companies[c].currency in nation if nation else place in companies[c].seat)]
    if _CARS.fullmatch(said["noun"]):
        fits = [c for c in fits if companies[c].makes_cars] or fits
    if len(fits) > 1 and lately:
        fits = [c for c in lately[-1] if c in fits] or fits
    if fits:
        return fits[0] if len(fits) == 1 else STRANGER
    seated = bool(named) and all(companies[c].seat for c in named) and any(place in c.seat for c in companies.values())
    return STRANGER if seated and nation is None else None


def _with_makers_of(scan: Scan, names: Names) -> Scan:
    """Return a sentence's marks with `the maker of the iPhone` as a mention of who makes it, and of no iPhones."""
    makers = {m: said for m in scan.segments if (said := _maker(scan, m))}
    if not makers:
        return scan
    owners = {m: names.catalogue.segments[m.segment or ""].entity for m in makers}
    found = [EntityMention(*makers[m], owner) for m, owner in owners.items() if owner]
    entities = sorted([*scan.entities, *found], key=lambda e: e.start)
    return replace(scan, segments=[m for m in scan.segments if m not in makers], entities=entities)


def _maker(scan: Scan, thing: Mention) -> tuple[int, int] | None:
    """Return where a thing stands with the word that says who makes it, where it only tells of that one."""
    said = _MAKER_OF.search(scan.text, max(scan.sentence.start, thing.start - _LEAD), thing.start)
    if said is not None:
        return said.start(), thing.end
    behind = _MAKER.match(scan.text, thing.end) if scan.text.endswith(("The ", "the "), 0, thing.start) else None
    return (thing.start, behind.end()) if behind else None
