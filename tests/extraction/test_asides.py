"""What stands behind names and amounts and says nothing more of a figure is not read."""

from __future__ import annotations

import pytest

from generator.corpus.forms import documents
from generator.extraction.asides import without_asides
from generator.extraction.marks.names import Names
from generator.extraction.reading import Reading
from generator.settings.catalogued import load_catalogue

NAMES = Names(load_catalogue())


def read(text: str) -> str:
    """Return a text as the rules for figures read it."""
    return without_asides(Reading(next(documents(text))), NAMES).text.strip()


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("Tesla, Inc. (NASDAQ: TSLA) sold 100 cars.", "Tesla sold 100 cars."),
        ("Xiaomi Corp (1810.HK) fell.", "Xiaomi fell."),
        ("NIO Inc. (NYSE: NIO; HKEX: 9866) (“NIO” or the “Company”) rose.", "NIO rose."),
        ("Nvidia (NVDA 1.25%) rose.", "Nvidia rose."),
        (
            "revenue of 92.5 billion yuan ($12.8 billion, about £10 billion) in all",
            "revenue of 92.5 billion yuan in all",
        ),
        ("revenue of 92.5 billion yuan (about $12.8 billion).", "revenue of 92.5 billion yuan."),
        ("收入188.2亿元(合26.8亿美元),下降1.6%", "收入188.2亿元,下降1.6%"),
    ],
)
def test_codes_legal_forms_and_conversions_are_left_out(written: str, plain: str) -> None:
    assert read(written) == plain


@pytest.mark.parametrize(
    "written",
    [
        "Volkswagen Group sold 100 cars.",  # there is a brand of its name
        "Tesla (US) sold 100 cars.",
        "Brisling Foods Corp (BRSF.O) fell.",  # the code tells that it is a company, which the catalogue does not list
        "Profit was $3.2 billion ($3.1 billion a year ago).",
        "Profit was $3.2 billion ($3.1 billion).",
        "Profit was RMB22,917 (USD3,725 million).",  # it alone tells the scale
        "revenue of 9 billion yuan ($1.3 billion)i",  # a footnote's mark would be glued to it
    ],
)
def test_what_tells_something_stays(written: str) -> None:
    assert read(written) == written
