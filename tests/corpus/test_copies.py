"""Copies: which documents carry the same text, as far as sketches tell."""

from __future__ import annotations

import random

import polars
import pytest

from generator.corpus.copies import SKETCH, copies, sketch
from generator.corpus.document import Document
from generator.corpus.forms import documents

NUMBERS = ["2025", "113.1", "22.3", "4330"]


def drawn(*sketches: bytes, numbers: list[list[str]] | None = None) -> polars.DataFrame:
    return polars.DataFrame({"sketch": sketches, "numbers": numbers or [[]] * len(sketches)}, schema=SKETCH)


def test_as_many_equal_hashes_as_similar_texts_have_and_five_in_a_row_make_two_documents_copies() -> None:
    chance = random.Random(1)
    one = bytes(chance.choice((0, 1, 127, 128, 255, chance.randrange(256))) for _ in range(512))

    def other(equal: int, row: bool = True) -> bytes:
        kept = set(range(equal)) if row else {i for i in range(512) if i % 5}
        return bytes(hash_ if i in kept else hash_ ^ 1 << chance.randrange(8) for i, hash_ in enumerate(one))

    others = [other(232), other(231), other(512), other(409, row=False)]
    assert sorted(copies(drawn(one), drawn(*others))) == [(0, 0), (0, 2)]


def test_texts_of_other_numbers_are_no_copies() -> None:
    numbers = [NUMBERS, ["2024", *NUMBERS[1:]], ["2025", "9.1", "2.3", "433"], []]
    one = bytes(range(256)) * 2
    assert sorted(copies(drawn(one, numbers=[NUMBERS]), drawn(*[one] * 4, numbers=numbers))) == [(0, 0), (0, 1), (0, 3)]


def text(*parts: int) -> Document:
    """Return a document of paragraphs, the same for the same number: each of 200 words that no other has."""

    def words(part: int) -> str:
        chance = random.Random(part)
        return " ".join("".join(chance.choices("aeioulnrst", k=8)) for _ in range(200))

    (document,) = documents("Note\n" + ".\n\n".join(map(words, parts)) + ".")
    return document


@pytest.mark.parametrize(
    ("parts", "copy"),
    [
        ((1, 2, 3, 4), True),
        ((4, 3, 2, 1), True),
        ((1, 2, 3), True),  # 3 of 4
        ((1, 2, 3, 5), True),  # 3 of 5
        ((1, 2, 6), False),  # 2 of 5
        ((1, 2, 5, 6), False),  # 2 of 6
        ((5, 6, 7, 8), False),
    ],
)
def test_copies_share_nearly_half_of_what_either_says(parts: tuple[int, ...], copy: bool) -> None:
    one, other = (polars.DataFrame([sketch(each)], schema=SKETCH) for each in (text(1, 2, 3, 4), text(*parts)))
    assert list(copies(one, other)) == ([(0, 0)] if copy else [])


def test_among_many_documents_copies_are_found_and_no_others() -> None:
    read = [text(n, n + 1, n + 2, n + 3) for n in range(0, 600, 3)]  # each shares a paragraph with the next
    again = [text(n + 3, n + 1, n) for n in range(0, 600, 3)]
    one, other = (polars.DataFrame(list(map(sketch, each)), schema=SKETCH) for each in (read, again))
    assert sorted(copies(one, other)) == [(i, i) for i in range(200)]
    assert sorted(copies(one, one)) == [(i, i) for i in range(200)]
