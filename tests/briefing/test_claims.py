"""What of a text stands in words that a briefing holds."""

from __future__ import annotations

import pytest

from generator.briefing.claims import Vocabulary

TITLE = "小米第三季經調整多賺81%\u3000總收入1131億元\u3000皆勝預期"


@pytest.mark.parametrize(
    "printed",
    [
        TITLE,
        TITLE.replace("\u3000", " "),
        TITLE.replace("\u3000", "\u3000\u3000"),
        f"\u3000{TITLE} ",
        "小米第三季經調整多賺81%\n總收入1131億元 皆勝預期",
    ],
)
def test_a_headline_with_wide_blanks_stands_whatever_blanks_it_is_printed_with(printed: str) -> None:
    vocabulary = Vocabulary({TITLE: "Document.title"})
    assert all(vocabulary.covered(printed))
    assert vocabulary.origin(printed) == "Document.title"


def test_what_is_said_beside_a_headline_does_not_stand() -> None:
    printed = f"{TITLE}\u3000多賺90%"
    mask = Vocabulary({TITLE: "Document.title"}).covered(printed)
    assert len(mask) == len(printed)
    assert all(mask[: len(TITLE)])
    assert not any(mask[printed.index("90%") :])
