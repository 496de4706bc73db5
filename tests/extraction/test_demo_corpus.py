"""The digests that the product ships: every figure that they were checked against is found, and none contradicts."""

from __future__ import annotations

import pytest

from tests.extraction.demo_corpus import Digest, digests

DIGESTS = list(digests())


@pytest.mark.parametrize("digest", DIGESTS, ids=[digest.name for digest in DIGESTS])
def test_a_digest_is_read_as_it_was_checked(digest: Digest) -> None:
    assert len(digest.comparison.matched) >= 20
    assert digest.comparison.same, str(digest.comparison)


def test_both_languages_and_every_quarter_are_there() -> None:
    assert len(DIGESTS) == 14 and {digest.language for digest in DIGESTS} == {"en", "zh"}
