"""What a page for browsers says at which place."""

from __future__ import annotations

from collections import Counter

from generator.rendering.web_imprint import web_pieces
from tests.sample_briefing import sample


def test_what_stands_in_different_paragraphs_is_never_read_as_one_text() -> None:
    page = "<html><body>" + "".join(f"<div><p>up <b>{number}</b></p></div>" for number in range(500)) + "</body></html>"
    flows = Counter(piece.flow for piece in web_pieces(page, sample("en")))
    assert set(flows.values()) == {2}
    assert len(flows) == 500
