"""Two figures agree when both can be true."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.extraction.figure import Bound
from generator.selection import agreement
from generator.selection.agreement import Claim, agree, groups


def claim(value: str, precision: str, bound: Bound = "exact", unit: str = "count") -> Claim:
    return Claim(Decimal(value), unit, bound, Decimal(precision), ())


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        (claim("108800", "100"), claim("108799", "1"), True),
        (claim("43400000", "100000"), claim("43300000", "100000"), False),
        (claim("43.4", "0.1"), claim("43.44", "0.01"), True),
        (claim("28.3", "0.1", "approx"), claim("29", "1"), False),
        (claim("28.3", "0.1", "approx"), claim("29.0", "0.1"), False),
        (claim("28.3", "0.1", "approx"), claim("28.5", "0.1"), True),
        (claim("250000", "10000", "at_least"), claim("258123", "1"), True),
        (claim("250000", "10000", "at_least"), claim("310000", "1"), False),
        (claim("250000", "10000", "at_least"), claim("240000", "1"), False),
        (claim("100", "1", "at_most"), claim("96", "1"), True),
        (claim("100", "1", "at_most"), claim("104", "1"), False),
        (claim("5", "1", unit="CNY"), claim("5", "1", unit="HKD"), False),
        (claim("-7", "1", "at_least"), claim("-8", "0.1"), True),
        (claim("-7", "1", "at_least"), claim("-6.4", "0.1"), False),
        (claim("-7", "1", "at_most"), claim("-6.4", "0.1"), True),
        (claim("-30", "10", "at_least", "percent"), claim("-37", "1", unit="percent"), True),  # 下滑超三成
        (claim("30", "10", "at_least", "percent"), claim("41", "1", unit="percent"), False),
        (claim("30", "1", "at_least", "percent"), claim("37", "1", unit="percent"), False),
    ],
)
def test_figures_agree_when_what_their_words_leave_open_overlaps(one: Claim, other: Claim, together: bool) -> None:
    assert agree(one, other) is together
    assert agree(other, one) is together


def test_a_round_number_does_not_bring_two_contradicting_ones_into_one_group() -> None:
    round_number, one, other = claim("110", "10"), claim("113.1", "0.1"), claim("108.2", "0.1")
    found = groups([one, other, round_number])
    assert {one, round_number} in [set(group) for group in found]
    assert {other, round_number} in [set(group) for group in found]
    assert not any({one, other} <= set(group) for group in found)


CLAIMS = st.builds(
    claim,
    st.integers(-(10**6), 10**6).map(str),
    st.sampled_from(["1", "10", "1000"]),
    st.sampled_from(["exact", "approx", "at_least", "at_most"]),
)


@given(CLAIMS, CLAIMS)
def test_agreement_is_mutual_and_everyone_agrees_with_himself(one: Claim, other: Claim) -> None:
    assert agree(one, other) == agree(other, one)
    assert agree(one, one)


@given(st.lists(CLAIMS, min_size=1, max_size=12, unique=True))
def test_members_of_a_group_agree_each_with_each_and_nobody_is_without_one(found: list[Claim]) -> None:
    made = groups(found)
    assert {member for group in made for member in group} == set(found)
    assert all(agree(one, other) for group in made for one in group for other in group)


@given(st.lists(CLAIMS, max_size=12))
def test_nobody_who_agrees_with_all_of_a_group_is_left_out_of_it(found: list[Claim]) -> None:
    made = groups(found)
    assert {each for group in made for each in group} == set(found)
    for group in made:
        assert all(each in group or not all(agree(each, member) for member in group) for each in found)


def test_what_lies_far_apart_is_not_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[Claim, Claim]] = []

    def counted(one: Claim, other: Claim) -> bool:
        asked.append((one, other))
        return agree(one, other)

    monkeypatch.setattr(agreement, "agree", counted)
    assert len(groups([claim(str(value), "1") for value in range(0, 8000, 10)])) == 800
    assert len(groups([claim(str(value), "1") for value in (5, 5005)] + [claim("5", "0.1")])) == 2
    assert len(asked) < 10
