"""Approximators: words beside an amount that make it a bound, or say that it is about right."""

from __future__ import annotations

import re

from generator.corpus.beginnings import sought
from generator.extraction.figure import Bound

# what may stand between a word that leads to an English amount and the amount
ABOUT = r"(?:(?:about|around|nearly|almost|just|only|over|more than|at least|roughly|approximately|some|close to|a (?:new )?record) )*"
_BOUNDS: tuple[tuple[Bound, re.Pattern[str]], ...] = (
    ("at_least", sought(r"(?:\b(?:(?<!turn )(?<!turns )(?<!turned )(?<!turning )(?<!hand )(?<!handed )(?<!handing )(?<!took )(?<!taken )over|more than|exceed(?:s|ed|ing)?|above|at least|surpass(?:es|ed|ing)?|tops|topped|topping|north of|upwards of|in excess of|passed|greater than|no less than|not less than|crossed|beyond|a minimum of)(?: a)?(?:(?<!over)(?<!above)(?<!than)(?<!topping)(?<!surpassing)(?<!exceeding)(?<!passed) the)? |超过了?|超出|(?<=[望将料])超越|超|逾|突破了?(?:单[季月周日])?|不低于|不少于|不小于|至少|大于|高达逾|跨过|迈过|(?<!跌)破|多于|起码|略高于|稍高于|(?<=[\w).:,%])\s?(?:>=?|≥)\s?)$", re.I)),
    ("at_most", sought(r"(?:跌破|跌穿|失守|\b(?:nearly|almost|less than|under|below|(?<!edged )(?<!inched )(?<!ticked )(?<!crept )(?<!went )(?<!moved )(?<!nudged )(?<!bumped )(?<!pushed )(?<!edging )(?<!inching )(?<!picked )(?<!shot )(?<!back )(?<!TP )(?<!PT )(?<!price )(?<!target )(?<!goes )(?<!moves )(?<!going )(?<!moving )(?<!comes )(?<!came )up to|close to|fewer than|as much as|as many as|just under|no more than|at most|not exceeding|approach(?:ing|ed)|near(?:ing|ed)|(?<=\ba )near)(?: a)? |接近|将近|近|不到|不足|低于|少于|不超过|至多|最多|最高达?|逼近|(?<=[\w).:,%])\s?(?:<=?|≤)\s?)$", re.I)),
    ("approx", sought(r"(?:\b(?:about|around|approximately|roughly|some|approx\.?|circa|an estimated|or so) (?:a )?|~|\bc\.|大约|大概|约[为有达占莫]?|左右|超约|大致|差不多)$", re.I)),
)  # fmt: skip
_AT_LEAST_AFTER = re.compile(
    r"[余多几](?=[元个台辆家人名美港欧])|(?:以上|之上|起)|[ ](?:or more|or above|plus(?! or minus))|\+"
)
# `We nudge FY26 EPS up to $8.15`: what is moved up to so much is no less
_RAISED_TO = re.compile(
    r"\b(?:nudg|rais|lift|tak|took|mov|bump|push|bring|brought|revis|tweak|edg)\w* [^,;.]{0,40}\bup to $"
)
# `the margin went from 4% a year before up to 5%`
_WENT_UP = re.compile(
    r"\b(?:went|goes|gone|moved|came|rose|risen|climbed|grew|grown|crept|increased|improved) from (?:about |around |just |only |nearly )?[^ \w]{0,2}\d(?:(?! and )[^;,.\n]|[.,](?=\d)){0,70}\bup to $"
)
# `Net income was up to $10.62 billion ($1.38 per share) from $9.93 billion`
_WAS_UP = re.compile(r"\b(?:was|were|is|are|been) up to $")
_FROM_LESS = re.compile(
    r"(?: (?:units|vehicles|cars|yuan|euros|yen|won|dollars))?(?: \([^()]{0,40}\))?(?: (?:in|for|during) [a-z \d-]{3,30})?,? from [^ \w]{0,3}(?:[A-Z]{2,3} ?)?[$€£¥]?\d"
)
# `will be slightly higher than US$30 billion`: about where it lies, and beside nothing that came before
BE_OVER = re.compile(
    rf"\b(?:be|been|is|are|was|were|come in|comes in|came in)(?: [a-z]+ly| a little| a bit| a touch| somewhat| well| just| no| not)? (?:(?P<more>higher)|lower) than {ABOUT}$"
)
_APPROX_AFTER = re.compile(r"左右|上下|[ ](?:or so)")


def bound_at(text: str, start: int, end: int, floor: int) -> Bound:
    """Return the bound that words beside the amount at `start` to `end` set; none before `floor` is looked at."""
    lead = text[max(floor, start - 16) : start]
    for bound, pattern in _BOUNDS:
        if pattern.search(lead):
            led = _RAISED_TO.search(text, max(floor, start - 60), start)
            led = led or _WENT_UP.search(text, max(floor, start - 90), start)
            led = led or (_WAS_UP.search(text, max(floor, start - 12), start) and _FROM_LESS.match(text, end))
            return "exact" if led else bound
    if over := BE_OVER.search(text, max(floor, start - 44), start):
        return "at_least" if over["more"] else "at_most"
    if _AT_LEAST_AFTER.match(text, end) or any(word in text[start:end] for word in "余多几"):
        return "at_least"
    return "approx" if _APPROX_AFTER.match(text, end) else "exact"
