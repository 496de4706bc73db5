"""Changes that a cell tells in words which say whether it rose or fell: `a drop of 5%`, `12% lower`, 下降5%."""

from __future__ import annotations

import re

_RISEN = r"(?:[Uu]p|[Pp]lus|[Rr]ose|[Gg]rew|[Cc]limbed|[Gg]ained|(?:[Aa]n? )?(?:rise|increase|gain|growth|jump|growth rate) of|[Gg]rowth|[▲△↑+]|(?:大幅|小幅|大)?(?:增长|上[升涨扬]|提升|增加|增幅|增速|[增升涨]))"
_FALLEN = r"(?:[Dd]own|[Mm]inus|[Ff]ell|[Dd]ropped|[Dd]eclined|[Ss]lipped|(?:[Aa]n? )?(?:fall|drop|decline|decrease) of|[▼▽↓−-]|(?:大幅|小幅|大)?(?:下[降滑跌]|减少|跌幅|降幅|[减降跌]))"
_RISEN_BEHIND = r"(?: (?:higher|more|growth|increase|rise|gain)\b)"
_FALLEN_BEHIND = r"(?: (?:lower|less|fewer|decline|drop|decrease|fall)\b)"
_BY = r"(?:了|约|近|超|达|幅?为|by|about)? ?"
_OF = r"(?: ?(?:%|percent\b|个?百分点|(?:pp|ppts?|pts|percentage points)\b))"
# a change as an item of a list tells it, with its sign or the word that stands for one
MOVED = rf"(?:(?:{_RISEN}|{_FALLEN}) ?{_BY})?[+−-]?\d+(?:,\d{{3}})*(?:\.\d+)?{_OF}(?:{_RISEN_BEHIND}|{_FALLEN_BEHIND})?"
_NUMBER = rf"(?P<amount>\d+(?:,\d{{3}})*(?:\.\d+)?{_OF})"
_ROSE = re.compile(rf"{_RISEN} ?{_BY}{_NUMBER}|{_NUMBER.replace('amount', 'behind')}{_RISEN_BEHIND}")
_FELL = re.compile(rf"{_FALLEN} ?{_BY}{_NUMBER}|{_NUMBER.replace('amount', 'behind')}{_FALLEN_BEHIND}")


def moved_in(text: str, start: int, end: int) -> tuple[int, int, int] | None:
    """Return whether a cell tells a rise or a fall, 1 or -1, and where its amount stands; None where no word of it says so."""
    for sign, form in ((1, _ROSE), (-1, _FELL)):
        if found := form.fullmatch(text, start, end):
            return (sign, *found.span("amount" if found["amount"] else "behind"))
    return None
