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
        return goes_on.start() if goes_on else end
    led = passage.outside[sentence.start : min(attribution.start, sentence.start + 40)].lstrip(" \x1f")
    if not led.startswith(_SUBORDINATE) or "," in passage.outside[sentence.start : attribution.start]:
        return end
    main = _MAIN_CLAUSE.search(passage.outside, min(attribution.end + 12, end), end)
    return main.start() if main else end


def is_supposed(passage: Passage, sentence: Span, attribution: Attribution) -> bool:
    """Whether a sentence only supposes that something is said: `If Lee says that the plant will close, the shares will fall`."""
    led = passage.outside[sentence.start : min(attribution.start, sentence.start + 60)]
    return led.lstrip(" \x1f").startswith(_SUPPOSING) and "," not in led
