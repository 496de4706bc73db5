"""People whom only `he said` or `she said`, further on, makes ones: `Vivek Rao at Citi is more cautious. “We see risks,” he wrote`."""

from __future__ import annotations

import re
from functools import cache

from generator.extraction.quotes.he_or_she import given_name_of
from generator.extraction.quotes.speech import said_en
from generator.extraction.vocabulary import words

_HOUSE = r"(?:the )?(?:[a-z-]+ ){0,3}[A-Z][\w&+-]*(?: (?:of|and|&|[A-Z&][\w&+-]*)){0,4}"
_SAYS = rf" (?:also |later |then |has |had )*(?:{said_en()}|{said_en('quotes')})\b"
_AS_ANALYST = "(?:he|she|the (?:analyst|economist|strategist|executive|(?:fund|portfolio) manager))"
_NOT_ANOTHER = r"(?:(?!(?:Mr|Ms|Mrs)\b|[A-Z][a-z]+ [A-Z][a-z]+,? (?:said|says|told|wrote))[^\n])"
# Vivek Rao at Citi is more cautious. “…,” he wrote
_AT_HOUSE = re.compile(
    rf",? (?:of|at|from|with) {_HOUSE},? (?:is|was|has|had|remains?|sees|takes|thinks|doubts|agrees|disagrees|[a-z]+(?:ed|s)|cut|put)\b[^\n\x1e]{{2,160}}[.:;,] ?\x1e{{4,600}},? ?{_AS_ANALYST}{_SAYS}"
)
# Intel's Ted Rowe invented it; he told me about it once: “…”
_GOES_ON = re.compile(
    rf",? (?:also |once |first |then )?(?:invented|designed|helped|built|bought|sold|left|ran|led|joined|tried|visited|met|knew|saw|came|went|put|is|was|has|had|[a-z]+ed|[a-z]+s)\b[^\n.;\x1e]{{2,120}}[;,] (?:and |but )?(?:he|she){_SAYS}"
)
# Erik Berg takes over in May. “…,” he said: by the given name
_THEN = rf",? (?:(?:of|at|from|with) {_HOUSE},? |, [^\n.;\x1e]{{2,80}}, )?(?:will|would|can|could|[a-z]+(?:ed|s)|ran|led|left|met|took|came|went|put|cut|saw|made|won|lost|sold|bought|built|spoke|wrote|drove|began|knew|had)\b{_NOT_ANOTHER}{{2,300}}?\b"
_OF_HOUSE = re.compile(r"[A-Z][\w&]*'s? $")
_OPENS = re.compile(r"(?:^|[.!?\n\x1e\x1f] ?|\b(?:When|While|As|After|But|And) )$")
_NAME = re.compile(r"[^\W\d]+(?: [A-Z]\.)?(?: (?:de|van|von|der|den|bin|al))?(?: [A-Z][\w'-]+){1,2}")


def is_of_house(text: str, start: int) -> bool:
    """Whether a name is led to by whose somebody is: Morgan Stanley's Adam Jonas, one of …."""
    return _OF_HOUSE.search(text, max(0, start - 24), start) is not None


def then_speaks(text: str, start: int, end: int) -> bool:
    """Whether a sentence about a name that may be a person's leads to `he said`, which no other person's name comes before."""
    if _AT_HOUSE.match(text, end):
        return True
    of_house = is_of_house(text, start)
    if of_house and _GOES_ON.match(text, end):
        return True
    given = given_name_of(text[start:end])
    if given is None or not _NAME.fullmatch(text, start, end):
        return False
    opens = of_house or _OPENS.search(text, max(0, start - 8), start)
    named = text[start:end] in words("speech")["called_as_people_are"]
    return bool(opens and not named and _then(given).match(text, end))


@cache
def _then(pronoun: str) -> re.Pattern[str]:
    return re.compile(_THEN + pronoun + _SAYS)
