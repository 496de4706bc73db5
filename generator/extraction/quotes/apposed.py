"""People whom what stands behind their names makes ones: `Lars Holm, a trader at Intel, said`, `Ann Lee, 34, a nurse in Leeds, told`."""

from __future__ import annotations

import re
from functools import cache

from generator.extraction.quotes.passage import MASK
from generator.extraction.quotes.speech import WHILE_EN, said_en
from generator.extraction.vocabulary import words

_DETERMINED = r"(?:(?:now|then|once|long|also) )?(?:an?|the|his|her|its|their|our|one of [a-z]+|another) "
# What somebody is: a trader, an economist, a nurse; no maker, retailer or lender, which are companies.
_IS = (
    r"(?:[a-z]{2,}(?:er|or|ist|ian|eer|ee|ssor|man|woman|person)|friend|colleague|counterpart|boss|deputy|resident|consultant|accountant|agent|veteran|"
    r"nurse|student|fan|aide|bull|bear|critic|expert|scholar|academic|mechanic|cook|chef|pilot|guide|parent|native|columnist|chief|head|lecturer|recruit|assistant|"
    r"attorney|mother|father|sister|brother|wife|husband|client|tenant|candidate|enthusiast|activist|delegate|representative|specialist|sceptic|skeptic)"
)
_MORE = r"(?: (?:at|of|in|for|from|with|on|to|by|and|who|that|whose|based|specializing|specialising|working)\b(?:[^.;:\n\x1e]|\.(?=[\w,])){1,100}?)?"


@cache
def _speaks(*kinds: str) -> re.Pattern[str]:
    """Return the pattern of what somebody is, behind the name, and a verb of saying: `, 34, a nurse in Leeds, told`."""
    companies = "|".join(words("speech")["company_nouns"])
    bodies = "|".join(words("speech")["body_nouns"])
    return re.compile(
        rf"(?:, \d\d(?=,))?, {_DETERMINED}(?:(?!(?:who|that|which|at|of|in|for|from|with) )[\w'’&.-]+ ){{0,6}}?(?!(?:{companies}|{bodies})\b(?! at [A-Z])){_IS}{_MORE},{WHILE_EN} (?:{said_en(*kinds)}|asked|agreed|disagreed)\b"
    )


# Ann Lee, a nurse in Leeds; Bo Park, one of the founders of Ford
_OF_IT = re.compile(
    rf"(?:, \d\d(?=,))?, {_DETERMINED}(?:(?:(?!(?:and|who|that) )[\w'’&-]+ ){{1,12}}|(?:[\w'’&-]+ ){{1,6}}(?:who|that) (?:[\w'’&-]+ ){{1,16}})"
)
_CLOSED = re.compile(r"(?:'s?)?(?: (?!and |but |has |had |have |is |was |will )[a-z'’-]+){0,5},")


def speaks_apposed(text: str, start: int, end: int) -> bool:
    """Whether what somebody is, and that they say something, stands behind a name; right behind words in marks by whatever verb."""
    beside = text[max(0, start - 2) : start].strip(" ,") == MASK
    kinds = ("said", "nouns", "that", "quotes") if beside else ("said", "nouns", "that")
    return _speaks(*kinds).match(text, end) is not None


def is_apposed(text: str, end: int, body: int, closes: int) -> bool:
    """Whether a body from `body` to `closes` is named only in what somebody is: `Lars Holm, a trader at Intel,`, `Ann Lee, a former Ford engineer,`."""
    return _OF_IT.fullmatch(text, end, body) is not None and _CLOSED.match(text, closes) is not None
