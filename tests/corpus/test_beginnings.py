"""Beginnings: which patterns are worth trying at a place."""

import re

import pytest

from generator.corpus.beginnings import Choice, beginnings


@pytest.mark.parametrize(
    ("pattern", "begins"),
    [
        ("年底|季度", {"年底", "季度"}),
        ("第?[一二]季", {"第一", "第二", "一季", "二季"}),
        ("(?i:Q)3", {"Q3", "q3"}),
        (r"[ab]\d", {"a" + digit for digit in "0123456789"} | {"b" + digit for digit in "0123456789"}),
        ("a{1,2}b?", {"a", "aa", "ab"}),
        ("a.b", {"a"}),  # anything may follow
        ("a[^x]", {"a"}),
        ("(?<!x)a(?=b)c", {"ac"}),  # what stands around a match is none of it
    ],
)
def test_what_matches_begin_with(pattern: str, begins: set[str]) -> None:
    assert beginnings(pattern, 2) == begins
    assert beginnings(pattern, 1) == {start[0] for start in begins}


@pytest.mark.parametrize("pattern", ["a?", "[^a]b", "a|", r"\wb"])
def test_a_pattern_that_may_begin_with_anything_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match=re.escape(pattern)):
        beginnings(pattern, 2)


def test_the_first_pattern_that_matches_is_chosen() -> None:
    choice = Choice(["ab?c", "abd", "a", "x+"])
    chosen = {text: choice.match(text, 0, len(text)) for text in ("abc", "abd", "ab", "xx", "y", "")}
    assert {text: found and (found[0], found[1][0]) for text, found in chosen.items()} == {
        "abc": (0, "abc"), "abd": (1, "abd"), "ab": (2, "a"), "xx": (3, "xx"), "y": None, "": None,
    }  # fmt: skip
