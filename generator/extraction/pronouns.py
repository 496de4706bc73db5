"""Pronouns that stand for a figure: `That was up 25 percent` speaks on of what the sentence before stated."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.extraction.names import Mention
from generator.extraction.scanning import Scan

_THAT = re.compile(
    r"[\s\"“-]*(?P<that>(?:That|This|It|The (?:figure|total|number|result|amount))(?:'s|’s)?)"
    r"(?=\s+(?:(?<=[’']s )(?:an? |up |down |about |nearly |more than )|was|is|were|represent\w*|marks?|marked|compare[sd]|came|also|had been|exceed\w*|beat|miss\w*|top\w+|fell|rose|grew|falls)\b)"
)
_IS_A_NAME = re.compile(
    r"\s+(?:is|was) (?:a|an|the|also|not|expect\w+|plan\w+|target\w+|aim\w+|set)\b(?! (?:\d|rise|increase|decline|drop|\w+ (?:rise|increase|decline|drop)))"
)


def told_before(marks: Scan, told: tuple[str, str | None] | None) -> Scan:
    """Return a sentence's marks with the pronoun it opens with as a mention of the metric told before, if it has one."""
    opening = _THAT.match(marks.text, marks.sentence.start, marks.sentence.end)
    if told is None or opening is None or _IS_A_NAME.match(marks.text, opening.end()):
        return marks
    start, end = opening.span("that")
    return replace(marks, metrics=[Mention(start, end, (told[0],), part=told[1]), *marks.metrics])
