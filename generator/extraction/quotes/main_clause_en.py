"""Where what a subordinate English clause reports ends, and the sentence goes on: `After Lee said he would leave, the shares fell`."""

from __future__ import annotations

import re

from generator.corpus.document import Span
from generator.extraction.quotes.attribution import Attribution
from generator.extraction.quotes.passage import Passage

_SUBORDINATE = (
    "As ",
    "While ",
    "After ",
    "Before ",
    "When ",
    "Once ",
    "Since ",
    "Because ",
    "Until ",
    "Hours after ",
    "Days after ",
    "Shortly after ",
    "Ever since ",
    "Even before ",
)
_SUPPOSING = ("If ", "Even if ", "Had ", "Should ", "Unless ", "Suppose ", "What if ", "Were ")
_GOES_ON = re.compile(
    r", (?:[a-z]+ly )?(?:is|are|was|were|has|have|had|will|would|fell|rose|cut|took|[a-z]+(?:s|ed))(?= (?:an?|the|its|his|her|their|to|in|on|by|at|that|\d|[A-Z]))"
)
# Lee, who said that demand was weak, is upbeat now
_IS_SO = re.compile(
    r", (?:(?:[a-z]+ly|still|also|then|later|never|once|now) )?(?:is|are|was|were|has|have|had|will|would|can|could|may|might|should|must|does|did|(?<=now )[a-z]+s)\b"
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|should|must|does|do|did|rose|fell|grew|[a-z]+ed|[a-z]+n't)\b|\x1e"
)
_ABOUT_A_NOUN = re.compile(r", (?:which|who|whose|where)\b[^,]*$")
_NOT_FIRST = re.compile(
    r"\b(?:is|are|was|were|has|had|have|said|says|by|with|of|to|from|for|like|including|[a-z]+ed)\b"
)
_MAIN_CLAUSE = re.compile(
    r", (?=(?:the|its|his|her|their|an?|some|many|investors|analysts|shares|it|they|he|she|[A-Z][\w&'.-]+) )"
)


def before_main_clause(passage: Passage, sentence: Span, attribution: Attribution, end: int) -> int:
    """Return where what is told ends in a sentence that opens with it: `After Lee said he would leave, the shares fell`."""
    told_besides = passage.outside[
        attribution.start : attribution.verb.start
    ]  # Tesla, which says demand is weak, plans a cut
    if ", which " in told_besides or ", who " in told_besides:
        goes_on = _GOES_ON.search(passage.outside, min(attribution.end + 12, end), end)
        if goes_on is None and not _NOT_FIRST.search(passage.outside, sentence.start, attribution.start):
            ends = _IS_SO.finditer(passage.outside, attribution.end, end)
            goes_on = next((m for m in ends if _is_told(passage.outside[attribution.end : m.start()])), None)
        return goes_on.start() if goes_on else end
    led = passage.outside[sentence.start : min(attribution.start, sentence.start + 40)].lstrip(" \x1f")
    if not led.startswith(_SUBORDINATE) or "," in passage.outside[sentence.start : attribution.start]:
        return end
    main = _MAIN_CLAUSE.search(passage.outside, min(attribution.end + 12, end), end)
    return main.start() if main else end


def _is_told(told: str) -> bool:
    """Whether a clause is whole before a comma, which closes none about a noun in it: `the margin, which had been high, was`."""
    return bool(_FINITE.search(told)) and not _ABOUT_A_NOUN.search(told)


def is_supposed(passage: Passage, sentence: Span, attribution: Attribution) -> bool:
    """Whether a sentence only supposes that something is said: `If Lee says that the plant will close, the shares will fall`."""
    led = passage.outside[sentence.start : min(attribution.start, sentence.start + 60)]
    return led.lstrip(" \x1f").startswith(_SUPPOSING) and "," not in led
