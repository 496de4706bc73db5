"""What `make bench-extract` measures."""

from __future__ import annotations

from generator.corpus.forms import documents
from tests.benchmarks.extract import Speed, measured
from tests.benchmarks.others import finders
from tests.benchmarks.traps import TRAPS


def test_speed_counts_bytes_and_documents() -> None:
    speed = Speed(documents=4, size=3_000_000, seconds=2.0)
    assert (speed.megabytes, speed.rate) == (1.5, 2.0)


def test_every_document_is_read_at_least_once() -> None:
    texts = [document for text in ("一", "two") for document in documents(text)]
    seen: list[str] = []
    speed = measured(lambda document: seen.append(document.text), texts, least=0)
    assert (seen, speed.documents, speed.size) == (["一", "two"], 2, 6)


def test_a_missing_library_says_how_to_get_it() -> None:
    for finder in finders():
        assert finder.by_language or "[bench]" in (finder.missing or "")


def test_traps_are_as_long_as_asked() -> None:
    assert {len(trap(1000)) for trap in TRAPS.values()} == {1000}
