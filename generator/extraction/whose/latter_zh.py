"""The companies that 前者 and 后者 stand for: 比亚迪领先于特斯拉,后者全年交付164万辆."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.extraction.marks.mention import EntityMention
from generator.extraction.marks.names import Names
from generator.extraction.marks.scanning import Scan

_ONE_OF_TWO = re.compile("(?P<former>前者)|后者(?!居上)")


def with_the_latter(marks: Scan, names: Names) -> Scan:
    """Return a Chinese sentence's marks with 前者 and 后者 as mentions of the companies that they stand for."""
    if "者" not in marks.text[marks.sentence.start : marks.sentence.end]:
        return marks
    companies = [e for e in marks.entities if names.catalogue.companies[e.entity].kind == "company"]
    meant = [
        EntityMention(*said.span(), company)
        for said in _ONE_OF_TWO.finditer(marks.text, marks.sentence.start, marks.sentence.end)
        if (company := _company_of(said, companies))
    ]
    return replace(marks, entities=sorted([*marks.entities, *meant], key=lambda e: e.start)) if meant else marks


def _company_of(said: re.Match[str], companies: list[EntityMention]) -> str | None:
    """Return which of the last two companies named before it a pronoun stands for, None where not two are named."""
    named = list(dict.fromkeys(e.entity for e in reversed(companies) if e.end <= said.start()))
    return None if len(named) < 2 else named[1] if said["former"] else named[0]
