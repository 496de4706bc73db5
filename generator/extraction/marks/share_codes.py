"""The codes of shares in brackets behind a company, which are a part of its name: 小米集团(01810), 台积电(2330), 滙控(5)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.extraction.marks.mention import EntityMention

_CODE = re.compile(r"\((?:(?:[A-Z]{2,6}[.:])?\d{4,6}(?:\.[A-Z]{2,3})?)\)|\(\d{1,3}\)(?=[一-鿿]{2})")


def with_codes(entities: Iterable[EntityMention], text: str) -> list[EntityMention]:
    """Return companies, each with its code as the end of its name; a code that names the company again is no other mention."""
    named: list[EntityMention] = []
    for entity in entities:
        if named and entity.end <= named[-1].end:
            continue
        code = _CODE.match(text, entity.end)
        named.append(EntityMention(entity.start, code.end(), entity.entity) if code else entity)
    return named
