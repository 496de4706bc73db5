"""Words of a page that stand on several lines, as the words of one text."""

from __future__ import annotations

import re

_HAN = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef"
_ENDS = re.compile(f"[{_HAN}(]$")
_GOES_ON = re.compile(f"[{_HAN}%)]")
_HYPHEN = re.compile("[\x02\ufffe\u2010\u00ad-]$")
_KEEPS = frozenset(
    ("year", "quarter", "month", "week", "day", "half", "first", "second", "third", "fourth", "full", "mid", "long",
     "short", "high", "low", "non", "self", "well", "one", "two", "three", "four", "five", "on", "over")
)  # fmt: skip


def joined(before: str, after: str) -> str:
    """Return the words of two lines as those of one: without a blank in Chinese and in brackets.

    A hyphen at the end of the first goes where it only parted a word.
    """
    if _HYPHEN.search(before):
        return f"{hyphened(before)[:-1]}{'' if _parts(before[:-1], after) else '-'}{after}"
    close = not before or _ENDS.search(before) or _GOES_ON.match(after)
    return f"{before}{'' if close else ' '}{after}"


def hyphened(words: str) -> str:
    """Return the words of a line, a hyphen at its end written as one, whatever the file has."""
    return _HYPHEN.sub("-", words)


def _parts(start: str, after: str) -> bool:
    """Whether a hyphen that stands behind the start of a word only parts it from the rest."""
    first = re.search(r"[\w-]*$", start)
    word = first.group().lower() if first else ""
    return bool(word and re.match("[a-z]", after)) and not {word, word.rpartition("-")[2]} & _KEEPS
