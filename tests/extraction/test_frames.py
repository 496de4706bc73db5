"""Plain sentences state what they were put together from: every subject with all that may be said of it, alone and joined."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from tests.extraction.case import Case, figure_rows

FRAMES = yaml.safe_load((Path(__file__).parent / "frames.yaml").read_text(encoding="utf-8"))
_FIRST = {"level": 53.2, "prior": 47.3, "change": 12.5}
_SECOND = {"level": 8.1, "prior": 7.2, "change": 3.4}
_SCALES = {"billion yuan": 1e9, "亿元": 1e8}
_SAME = ("metric", "entity", "segment", "measure", "value", "period", "basis")

Row = tuple[Any, ...]


class Sentence(NamedTuple):
    """A subject and what is said of it, with the figures that it states."""

    says: str
    states: frozenset[Row]


def sentence(frame: dict[str, Any], subject: dict[str, str], said: dict[str, Any], of: dict[str, float]) -> Sentence:
    """Return a subject with what is said of it, in some numbers."""
    unit, scale = frame["unit"], _SCALES[frame["unit"]]
    blank = " " if unit.isascii() else ""
    amounts = {name: f"{of[name]}{blank}{unit}" for name in ("level", "prior")}
    predicate = said["says"].format(change=f"{of['change']}%", **amounts)
    told: dict[str, Row] = {
        "level": ("level", of["level"] * scale, "2025-Q3"), "prior": ("level", of["prior"] * scale, "2024-Q3"),
        "rise": ("yoy", of["change"], "2025-Q3"), "fall": ("yoy", -of["change"], "2025-Q3"),
    }  # fmt: skip
    whose = (subject["metric"], frame["entity"], subject.get("segment"))
    rows = (
        (*whose, measure, round(value, 4), period, "actual")
        for measure, value, period in (told[name] for name in said["states"])
    )
    return Sentence(f"{subject['says']}{blank}{predicate}", frozenset(rows))


def read(frame: dict[str, Any], text: str) -> frozenset[Row]:
    """Return the figures that are read in a text below its frame's opening."""
    body = f"{frame['opening']}\n\n{text}"
    case = Case.model_validate({"text": body, "title": frame["title"], "published": frame["published"], "figures": []})
    return frozenset(
        tuple(round(float(row[key]), 4) if key == "value" else row[key] for key in _SAME)
        for row in figure_rows(case.document())[0]
    )


def capital(text: str) -> str:
    """Return a sentence with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def alone(frame: dict[str, Any]) -> Iterator[tuple[str, frozenset[Row]]]:
    """Yield every sentence of a frame by itself."""
    for subject, said, period in product(frame["subjects"], frame["said"], frame["periods"]):
        one = sentence(frame, subject, said, _FIRST)
        yield capital(period.format(one.says)), one.states


def joined(frame: dict[str, Any]) -> Iterator[tuple[str, frozenset[Row]]]:
    """Yield two sentences on different things, joined; what is said goes round, or there would be thousands."""
    said, subjects = frame["said"], frame["subjects"]
    whose = [(subject["metric"], subject.get("segment")) for subject in subjects]
    pairs = [(a, b) for (a, of_a), (b, of_b) in product(zip(subjects, whose, strict=True), repeat=2) if of_a != of_b]
    for i, ((one, other), joint) in enumerate(product(pairs, frame["joints"])):
        first = sentence(frame, one, said[i % len(said)], _FIRST)
        second = sentence(frame, other, said[(i // len(said) + i) % len(said)], _SECOND)
        then = capital(second.says) if joint.strip() == "." else second.says
        yield capital(frame["periods"][0].format(f"{first.says}{joint}{then}")), first.states | second.states


@pytest.mark.parametrize("frame", FRAMES, ids=lambda frame: frame["title"])
def test_a_sentence_states_what_it_was_put_together_from(frame: dict[str, Any]) -> None:
    wrong = [(text, stated ^ found) for text, stated in alone(frame) if (found := read(frame, text)) != stated]
    assert wrong == []


@pytest.mark.parametrize("frame", FRAMES, ids=lambda frame: frame["title"])
def test_two_sentences_joined_lend_each_other_nothing(frame: dict[str, Any]) -> None:
    wrong = [(text, stated ^ found) for text, stated in joined(frame) if (found := read(frame, text)) != stated]
    assert wrong == []
