"""Links and pictures as Markdown sets them: [what is read](where it leads), which rules read as the words alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.corpus.beginnings import sought

_WHERE = r"(?:https?:|www\.|mailto:|[/#])[^()\s]{0,300}(?:\([^()\s]{0,80}\)[^()\s]{0,100})?(?: \"[^\"\n]{0,200}\")?"
CLOSES_LINK = re.compile(rf"\]\({_WHERE}\)")  # behind the words of a link
_LINK = sought(
    rf"!\[[^\[\]\n]{{0,200}}\]\((?:{_WHERE})?\)"  # a picture says nothing: ![Lei Jun on stage](https://example.com/1.jpg)
    rf"|\[(?=!\[|[^\[\]\n]{{1,200}}\]\({_WHERE}\))|\]\({_WHERE}\)"
)


def links(even: str) -> Iterator[tuple[int, int, str]]:
    """Yield what is set around the words of links, and pictures, and that nothing is read instead."""
    if "](" in even:
        yield from ((*found.span(), "") for found in _LINK.finditer(even))
