"""Plain sentences state what they were put together from: every subject with all that may be said of it, alone and joined."""

from __future__ import annotations

import pytest

from tests.extraction.frame import Frame, frames

FRAMES = frames()


@pytest.mark.parametrize("frame", FRAMES, ids=lambda frame: frame.title)
def test_a_sentence_states_what_it_was_put_together_from(frame: Frame) -> None:
    wrong = [(text, stated ^ found) for text, stated in frame.alone() if (found := frame.read(text)) != stated]
    assert wrong == []


@pytest.mark.parametrize("frame", [frame for frame in FRAMES if frame.joints], ids=lambda frame: frame.title)
def test_two_sentences_joined_lend_each_other_nothing(frame: Frame) -> None:
    wrong = [(text, stated ^ found) for text, stated in frame.joined() if (found := frame.read(text)) != stated]
    assert wrong == []
