"""Copies: which documents carry the same text, as far as sketches tell."""

from __future__ import annotations

import random
import struct

import polars

from generator.corpus.copies import SKETCH, near


def drawn(hashes: list[list[int]], **more: list[object]) -> polars.DataFrame:
    sketches = [struct.pack("<128I", *row) for row in hashes]
    count = len(hashes)
    return polars.DataFrame(
        {"sketch": sketches, "shingles": [100] * count, "numbers": [[]] * count} | more, schema=SKETCH
    )


def test_three_hashes_in_ten_that_are_equal_and_four_in_a_row_make_two_documents_near() -> None:
    chance = random.Random(1)
    one = [chance.choice((0, 1, 2**31, 2**32 - 1, chance.getrandbits(32))) for _ in range(128)]

    def other(equal: int, row: bool = True) -> list[int]:
        kept = set(range(equal)) if row else set(range(0, 128, 128 // equal))
        return [hash_ if i in kept else hash_ ^ 1 << chance.randrange(32) for i, hash_ in enumerate(one)]

    others = [other(39), other(38), other(128), other(42, row=False)]
    assert sorted(near(drawn([one]), drawn(others))) == [(0, 0), (0, 2)]


def test_a_text_twice_as_long_and_one_of_other_numbers_are_no_copies() -> None:
    hashes = [list(range(128))] * 4
    numbers = [["2025", "113.1", "22.3", "4330"], ["2024", "113.1", "22.3", "4330"], ["2025", "9.1", "2.3", "433"], []]
    others = drawn(hashes, shingles=[100, 100, 100, 223], numbers=numbers)
    assert sorted(near(drawn(hashes[:1], numbers=numbers[:1]), others)) == [(0, 0), (0, 1)]
