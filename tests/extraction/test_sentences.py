"""Sentences: where they end, and under which heading they stand."""

from __future__ import annotations

import pytest

from generator.corpus.forms import documents
from generator.extraction.reading import Reading


def sentences(text: str) -> list[tuple[str, str]]:
    """Each sentence as it stands in the document, with its heading."""
    (document,) = documents(f"---\n{{}}\n---\n{text}")
    reading = Reading(document)
    return [(document.slice(reading.span(s.start, s.end)), s.heading) for s in reading.sentences if not s.is_heading]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Revenue rose. Profit fell.", ["Revenue rose.", "Profit fell."]),
        ("营收增长。利润下降！", ["营收增长。", "利润下降！"]),
        ("Revenue rose 22.3% to 113.1 billion yuan.", ["Revenue rose 22.3% to 113.1 billion yuan."]),
        ("Margins at BYD Co. rose. So it goes.", ["Margins at BYD Co. rose.", "So it goes."]),
        ("In the U.S. it sold well.", ["In the U.S. it sold well."]),
        ("“营收增长。”他说。", ["“营收增长。”", "他说。"]),
        ("Revenue rose [3][54] Profit fell [5]", ["Revenue rose", "Profit fell"]),
        ("One line\nAnother line", ["One line", "Another line"]),
    ],
)
def test_where_sentences_end(text: str, expected: list[str]) -> None:
    assert [sentence.removesuffix(" [3][54]").removesuffix(" [5]") for sentence, _ in sentences(text)] == expected


def test_a_markdown_heading_stands_over_what_follows() -> None:
    assert sentences("# Results\n\nIt rose.\n\n## 汽车业务\n\n交付增长。") == [
        ("It rose.", "Results"),
        ("交付增长。", "汽车业务"),
    ]


def test_an_inline_heading_stands_over_what_follows() -> None:
    found = sentences(
        "Automotive Business - Deliveries rose to 108,800. Margins held. Smartphone Business - Shipments fell."
    )
    assert found == [
        ("Deliveries rose to 108,800.", "Automotive Business"),
        ("Margins held.", "Automotive Business"),
        ("Shipments fell.", "Smartphone Business"),
    ]


def test_a_numbered_chinese_line_is_a_heading() -> None:
    assert sentences("一、汽车业务\n交付增长。") == [("交付增长。", "一、汽车业务")]
    assert sentences("一、汽车业务增长，交付创新高。\n交付增长。")[0] == ("一、汽车业务增长，交付创新高。", "")


def test_no_word_is_lost() -> None:
    text = "Revenue rose [1] and fell. 营收 增长；利润下降。\n- item one\n- item two"
    assert "".join("".join(s for s, _ in sentences(text)).split()).replace("[1]", "") == "".join(text.split()).replace(
        "[1]", ""
    )


@pytest.mark.parametrize("piece", ["营收增长，", "revenue rose, ", "word ", "中", "1"])
def test_what_goes_on_without_a_stop_is_cut_where_it_pauses_and_nothing_is_lost(piece: str) -> None:
    text = piece * (5000 // len(piece))
    found = [sentence for sentence, _ in sentences(text)]
    assert 4 < len(found) < 12 and max(map(len, found)) <= 1200
    assert "".join("".join(found).split()) == "".join(text.split())
    assert all(sentence.endswith(piece.strip()) for sentence in found)
