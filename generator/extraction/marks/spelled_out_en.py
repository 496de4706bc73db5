"""Names of lines of business as English also spells them: `AI` in full, with a comma before the last of a list."""

from __future__ import annotations

import re
from collections.abc import Iterator

_IN_FULL = (
    (re.compile(r"\bAIoT\b"), ("AI of Things", "AI of things", "artificial intelligence of things")),
    (re.compile(r"\bAI\b(?! of\b)"), ("artificial intelligence",)),
)
_LAST_OF_LIST = re.compile(r"(, [\w -]+?)(?= and other\b)")  # `EVs, AI and other new initiatives`


def spelled_out(form: str) -> Iterator[str]:
    """Yield the other spellings of an English name."""
    spelled = [form]
    for short, full in _IN_FULL:
        spelled += [short.sub(words, one) for one in spelled for words in full if short.search(one)]
    spelled += [_LAST_OF_LIST.sub(r"\1,", one) for one in spelled if _LAST_OF_LIST.search(one)]
    yield from spelled[1:]
