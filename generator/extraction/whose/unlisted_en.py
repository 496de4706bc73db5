"""Companies that English introduces and the catalogue does not list: `Wolfspeed Inc said`, `Graham (AMEX: GHM) reported`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from generator.corpus.beginnings import sought
from generator.corpus.months import MONTHS
from generator.extraction.marks.names import Names
from generator.extraction.reading import Reading
from generator.extraction.vocabulary import words

_OPENING = 700  # characters, within which a text introduces whom it is about
_LEAD = 14  # characters before a name, within which a word says that it only tells more of another
_BODY = 4000  # characters, within which whoever a title names does what companies do
_WORD = r"[A-ZÀ-ÞŠŽČ][\w&+-]*(?:\.(?:com|ai|io|org|net)\b)?"
_NAME = rf"(?<![\w$.&-])(?P<name>(?:Bank of )?{_WORD}(?: (?:(?:&|and|de) (?=[A-Z]))?{_WORD}){{0,3}}?)"
_FORM = (
    r"(?:Inc|Incorporated|Corp|Corporation|Ltd|Limited|plc|PLC|Plc|Oyj|AG|SE|NV|N\.V|S\.A|SpA|AB|ASA|LLC|LP|Holdings?|Bancorp|Bancshares|Bhd|Co)\b\.?"
    r"(?:,? (?:Inc|Ltd|Limited|LLC|plc|PLC|Corp)\b\.?)?"
)
_CODE = r"\((?P<exchange>[A-Z][A-Za-z]{1,8}(?: [A-Z]{2,6})?: ?)?(?P<code>[A-Z\d]{1,6}(?:[.:][A-Z]{1,3})?)(?: [+-]?\d[\d.]*%)?\)"
_SHAPED = sought(rf"{_NAME}(?P<form>,? {_FORM})(?: ?{_CODE})?(?='s\b|,|:| [a-z]|\s*$)", re.M)
_CODED = sought(rf"{_NAME} ?{_CODE}")
# A house that is asked what it expects of another: `Marlowe Research Inc. analysts`.
_HOUSE = re.compile(
    r"(?:Research|Securities|Capital Markets|Insights|Analytics|Advisors|Asset Management|Investments?)\b"
)
_ASKED = re.compile(r"(?:'s)? (?:[a-z]+ )?(?:analysts?|economists?|strategists?|data\b|estimates?\b)")
# Whom `Inc` only tells more of is not who the text is about: `a unit of Acme Inc`, `rated by Zacks Inc`.
_OF_ANOTHER = re.compile(r"\b(?:by|from|with|at|in|to|for|than|against|and|owner|unit|subsidiary of|part of|arm of)\s$")
_AGENCIES = ("AP", "AFP", "CNN", "CNBC", "UPI", "ANI", "PTI", "IANS", "MT", "GLOBE", "PR")
_FINANCIAL = r"(?:revenues?|sales|profits?|income|earnings|loss|losses|margins?|results|turnover|EBITDA|EPS)"
_LATELY = r"(?:(?:first|second|third|fourth|full|fiscal|quarterly|annual|total|net|gross|operating|adjusted|overall|reported|latest|Q[1-4]|quarter|half|year|\d{4})[ -])*"
# What only a company does, and what only a company has.
_ACTS = sought(
    rf"{_NAME}(?: \([^()]{{1,20}}\))?(?:,? (?:also |then |now |recently |has |had )?(?:posted|booked|recorded|logged|notched|generated|earned|swung to|reports?|posts|reported (?!that|on\b|earlier|last|in\b|this)|said (?:its|net|revenue|sales|quarterly|first|second|third|fourth)|announced (?:its|first|second|third|fourth|financial|record|unaudited)|raise[sd] [$€£¥]) ?"
    rf"|, (?:an?|the) (?:(?!(?:at|of|with|for|from|in|by)\b)[\w-]+ ){{0,6}}(?:start-?up|company|firm|[a-z]*maker|provider|developer|platform|manufacturer|supplier|retailer|chain|operator|unicorn|brand|lender|insurer|designer|assistant|app|marketplace)\b"
    rf"|'s {_LATELY}{_FINANCIAL}\b(?! (?:estimate|forecast|target|projection|expectation)))"
)
_MAKER = re.compile(
    r"[\w-]*(?:[Mm]aker|[Gg]iant|[Ff]irm|[Ss]tart-?up|[Rr]etailer|[Ss]upplier|[Bb]rand|[Oo]perator|[Dd]eveloper|[Cc]ompany|[Ll]ender|[Ii]nsurer|[Mm]iner|[Pp]roducer|[Pp]latform|[Rr]ival|[Uu]nicorn)"
)
# Capitalised words that are nobody's name.
GENERAL = (
    rf"{'|'.join(words('terms')['nobody'])}|[A-Z][a-z]+(?:ly|day)|{MONTHS}"
    r"|[QH][1-4]|FY\w*|GAAP|CEO|CFO|EPS|EVs?|AI|US|UK|EU"
)
_NOBODY = re.compile(
    rf"(?:{GENERAL}|Non-GAAP|Mr|Ms|Dr|U|Shareholders|Earnings|Revenue|Free|Cash|Fiscal|First|Second|Third|Fourth|Half|Record|Strong|New|Table|Note|Source)$"
)


def introduced(reading: Reading, names: Names) -> Iterator[str]:
    """Yield what names a company that a title or the opening of an English text introduces by its form of law or its code."""
    for text, end in ((reading.title, len(reading.title)), (reading.text, _OPENING)):
        for found in _CODED.finditer(text):
            name = _own_part(found["name"])
            if name and _is_code(found, name) and not _is_known(name, found[0], names):
                yield from _forms(name, found["code"])
        for found in _SHAPED.finditer(text, 0, end):
            name = _own_part(found["name"])
            aside = _OF_ANOTHER.search(text, max(0, found.start() - _LEAD), found.start()) or _ASKED.match(
                text, found.end()
            )
            if name and not aside and not _is_known(name, found[0], names):
                yield from _forms(name, found["code"] or "")


def titled(reading: Reading, names: Names) -> Iterator[str]:
    """Yield the names in a title that do in the text what only companies do: `Graham reported revenue of $24.3 million`."""
    for found in _ACTS.finditer(reading.text, 0, _BODY):
        name = _own_part(found["name"])
        if name and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", reading.title) and not _is_known(name, name, names):
            yield name


def _own_part(name: str) -> str:
    """Return a name without what a sentence opens with: `Chipmaker Wolfspeed`, `On Tuesday Graham`."""
    said = name.split(" ")
    while said and (_MAKER.fullmatch(said[0]) or _NOBODY.match(said[0])):
        said = said[1:]
    return " ".join(said)


def _is_code(found: re.Match[str], name: str) -> bool:
    """Whether brackets hold a code of a stock exchange, not what the words before them are in short: Electric Vehicles (EV)."""
    if found["exchange"] or "." in found["code"]:
        return True
    code = found["code"]
    if code.isdigit():
        return len(code) >= 4 and not code.startswith(("19", "20"))
    if not code.isalpha() or len(code) < 3 or code in _AGENCIES:
        return False
    initials = "".join(word[0] for word in re.split("[ -]", name) if word).upper()
    letters = iter(name.upper())
    return not (len(initials) > 1 and code.endswith(initials)) and all(letter in letters for letter in code)


def _is_known(name: str, said: str, names: Names) -> bool:
    """Whether a name holds one of the catalogue's, be it a company's, a metric's, a segment's or a person's, or its code is known."""
    return bool(names.entities(said) or names.mentions(name) or _HOUSE.search(name)) or name in people_en(names)


@cache
def people_en(names: Names) -> frozenset[str]:
    """Return the English names of the catalogue's people."""
    companies = names.catalogue.companies.values()
    return frozenset(alias for c in companies for p in c.people.values() for alias in p.aliases.en)


def _forms(name: str, code: str) -> Iterator[str]:
    """Yield how a text may name a company again: by its name, by the code of its share."""
    yield name
    if code.isalpha() and len(code) > 2:
        yield code
