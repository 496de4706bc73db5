"""Companies that only tell more of another one: `the Tesla rival`, `Apple supplier Qorvia`, `often called the Tesla of China`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from generator.corpus.beginnings import sought
from generator.extraction.marks.mention import STRANGER, EntityMention
from generator.extraction.marks.scanning import Scan
from generator.extraction.whose.ground import Ground

# What a company is to another one.
_ROLE = r"(?:(?:arch-?)?rival|competitor|challenger|contender|supplier|subcontractor|contractor|assembler|partner|reseller|distributor|dealer|spin-?off|spin-?out|look-?alike|wannabe|imitator|killer|licensee|peer)"
_HELD = r"(?:owner|parent|backer|investor|shareholder|affiliate|ally|customer|client|alum|alumni|veterans?)"  # of which only a name behind it says that a company is meant
_COMPANY = r"(?:company|group|firm|start-?up|[a-z]*maker|brand|business|venture|giant|manufacturer|retailer|platform|operator|producer|developer|unit|subsidiary|unicorn|upstart|bank|carrier|studio|lab)"
_KIND = r"(?:(?:battery|chip|chips|parts|components?|display|screen|camera|lens|lenses|server|memory|assembly|manufacturing|joint-venture|search|e-commerce|cloud|smartphone|phone|EV|AI|electric-car|electric-vehicle|car|software|contract|key|major|top|main|panel|glass|tech|technology|packaging|foundry|acoustics|iPhone|iPad|HBM|GPU|OLED|Chinese|Taiwanese|Korean|Japanese) ){0,2}"
_WHICH_ONE = (
    r"(?:(?:[a-z]+(?:est|er)|[a-z]+-[\w-]+|[A-Z][a-z]+(?:ese|ish|an|can|man|li)|US|U\.S\.|main|chief|top|key|major|local|domestic|foreign|overseas|regional|arch|perennial|long-?time|up-and-coming|upstart"
    r"|emerging|old|new|most [a-z]+|sole|exclusive|listed|global|biggest ever|great) ){0,3}"
)
# `the Tesla rival`, `Apple's smaller rival`, `the Amazon-backed start-up`; but `Xiaomi rivals Apple in price`
_AT_ONCE = re.compile(
    rf" {_KIND}(?:{_ROLE}(?P<several>s)?\b(?!(?<=s) [A-Z][\w.-]*(?: [A-Z][\w.-]*)?(?! and\b|, ))|{_HELD} (?=[A-Z]))(?!-)"
)
_ITS = re.compile(rf"['’]s? {_WHICH_ONE}{_KIND}(?:{_ROLE}(?P<several>s)?\b|{_HELD} (?=[A-Z]))(?!-)")
_BACKED = re.compile(
    r"-(?:backed|owned|led|founded|controlled|funded|affiliated|linked|invested|supported|sponsored|aligned|like|style|inspired)"
    rf"(?P<what>(?: [a-z][a-z-]*){{0,4}}? {_COMPANY}(?P<several>s)?\b(?!-))?"
)
# `the Tesla of China`, `dubbed China's Google`, `a supplier to Apple`, `former Huawei unit`
_OF_A_PLACE = re.compile(r" of (?:[A-Z]|the [a-z]+\b|[a-z]+s\b)")
_A = re.compile(r"(?:\b(?:[Tt]he|[Aa]n?|another|[a-z]+['’]s|[A-Z]\w+['’]s) ?|[\"“‘])[\"“‘']?$")
_CALLED = sought(
    r"(?<!\bnow )(?<!\bformerly )(?<!\bpreviously )(?<!\bofficially )(?<!\boriginally )\b"
    r"(?:(?:[Cc]alled|[Dd]ubbed|[Nn]icknamed|[Ll]abell?ed|[Cc]onsidered)|(?:[Kk]nown|[Bb]illed|[Hh]ailed|[Tt]outed|[Dd]escribed|[Ss]een|[Rr]egarded|[Vv]iewed|[Ss]tyled|[Pp]itched|[Rr]eferred to)(?: (?:by|in) [\w ]{1,24})? as)"
    r"(?: (?:by|in) [\w ]{1,24})? (?:the |an? )?[\"“‘']?(?:(?:[A-Z][\w.]+ ?){1,2}['’]s (?:own )?)?[\"“‘']?$"
)
_TO_IT = sought(
    rf"\b(?:answer|alternative|threat|{_ROLE}|supplies|equivalent|counterpart|successor)s? (?:to|of|for) (?:the |tech giant )?$",
    re.I,
)
_FORMER = sought(
    r"(?:\b[Ff]ounded by (?:an? |two |three |several )?)?(?:\b(?:[Ff]ormer|[Oo]ne-time|[Ee]rstwhile) (?:[a-z-]+ )?|\b[Ee]x-)$"
)
_AND = re.compile(r",? (?:and|or|as well as) ")
_NAME = re.compile(r",? (?:the )?(?P<name>[A-Z][\w&.-]+)")
_NO_NAME = re.compile(r"(?:CEO|CFO|COO|CTO|Chief|Chairman|Chairwoman|President|EV|AI)\b")
_APPOSED = re.compile(
    r"(?P<name>[A-Z][\w&.-]*)(?: \([^()]{1,24}\))?, (?:(?:an?|the|its|another|one of) )?(?:[a-z-]+ ){0,2}$"
)
_ANOTHER = re.compile(r"\b(?:an?|another|one|any|no|each|every|some) (?:[\w-]+ )?$", re.I)
_SUPERLATIVE = re.compile(r"\b(?:[a-z]+est|top|main|chief)\b")
_BEFORE = 80  # characters before a name that may say what it is told for


class _Epithet:
    """What a company's name is a part of: where that stands, and whether it is said of one company or of several."""

    def __init__(self, start: int, end: int, *, several: bool = False, noun: bool = True) -> None:
        self.start, self.end, self.several, self.noun = start, end, several, noun


def _epithet(text: str, mention: EntityMention) -> _Epithet | None:
    """Return what a company's name is only a part of, None where the company itself is meant."""
    if not text[mention.start].isascii():
        return None
    for form in (_AT_ONCE, _ITS, _BACKED):
        if found := form.match(text, mention.end):
            noun = form is not _BACKED or found["what"] is not None
            return _Epithet(mention.start, found.end(), several=bool(found["several"]), noun=noun)
    low = max(0, mention.start - _BEFORE)
    before = text[low : mention.start]
    told = (_OF_A_PLACE.match(text, mention.end) and _A.search(before)) or _FORMER.search(before)
    if not (told or text.startswith(("'s", "’s"), mention.end)):
        told = _CALLED.search(before) or _TO_IT.search(before)
    return _Epithet(low + told.start(), mention.end, noun=False) if told else None


def _with_epithets(text: str, mentions: Iterable[EntityMention]) -> list[tuple[EntityMention, _Epithet | None]]:
    """Return companies each with the epithet that it stands in: of `a supplier to Apple and Nvidia` both do."""
    found: list[tuple[EntityMention, _Epithet | None]] = []
    for mention in mentions:
        epithet = _epithet(text, mention)
        if epithet is None and found and (before := found[-1][1]) and not before.noun:
            joined = before.end == found[-1][0].end and _AND.fullmatch(text, before.end, mention.start)
            epithet = _Epithet(before.start, mention.end, noun=False) if joined else None
        found.append((mention, epithet))
    return found


def named_for_themselves(text: str, mentions: Iterable[EntityMention]) -> list[EntityMention]:
    """Return the companies that a text does not only name to tell more of others."""
    return [mention for mention, epithet in _with_epithets(text, mentions) if epithet is None]


def without_epithets(scan: Scan, ground: Ground, home: str | None) -> Scan:
    """Return a sentence's marks with whom its epithets stand for in place of whom they name.

    `The Tesla rival lost $630 million` is said of the company spoken of, where that is not Tesla, else of nobody that is known.
    """
    found = _with_epithets(scan.text, scan.entities)
    if not any(epithet for _, epithet in found):
        return scan
    kept = [mention for mention, epithet in found if epithet is None]
    meant = [_meant(scan, mention, epithet, kept, (ground.entity, home)) for mention, epithet in found if epithet]
    entities = sorted([*kept, *(mention for mention in meant if mention)], key=lambda mention: mention.start)
    within = [(epithet.start, epithet.end) for _, epithet in found if epithet and epithet.noun]
    parts = [
        m for m in scan.segments if not any(a <= m.start < b for a, b in within)
    ]  # `Apple's biggest iPhone assembler`
    return replace(scan, entities=entities, segments=parts)


def _meant(
    scan: Scan, mention: EntityMention, epithet: _Epithet, kept: list[EntityMention], spoken: tuple[str | None, ...]
) -> EntityMention | None:
    """Return whom an epithet stands for, None where a name beside it says so."""
    text, start = scan.text, scan.sentence.start
    if any(epithet.end <= e.start and text[epithet.end : e.start] in (" ", ", ") for e in kept):
        return None
    behind = _NAME.match(text, epithet.end)
    apposed = _APPOSED.search(text, max(start, mention.start - _BEFORE), mention.start)
    if not epithet.noun and any(e.start < mention.start for e in kept):
        return None
    if apposed and any(e.start <= apposed.start("name") < e.end for e in kept):
        return None
    named = (behind and not _NO_NAME.match(behind["name"])) or apposed
    other = next((entity for entity in spoken if entity not in (None, mention.entity)), STRANGER)
    if epithet.several or named or _is_another(scan, mention, epithet):
        other = STRANGER
    return EntityMention(epithet.start, epithet.end, other or STRANGER)


def _is_another(scan: Scan, mention: EntityMention, epithet: _Epithet) -> bool:
    """Whether an epithet is said of one company of several: `a Tesla rival`, `Tesla's biggest rival`."""
    if not epithet.noun:
        return False
    another = _ANOTHER.search(scan.text, max(scan.sentence.start, mention.start - 16), mention.start)
    return bool(another or _SUPERLATIVE.search(scan.text, mention.end, epithet.end))
