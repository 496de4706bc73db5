"""The ledger: every printed figure and quote with the words it came from; and finished files held against it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.errors import VerificationFailed
from generator.verification.ledger import Output, ledger
from generator.verification.printed import printed_things
from generator.verification.verify import verify, verify_file
from tests.sample_briefing import sample


def written(path: Path) -> Output:
    path.write_bytes(b"%PDF-")
    return Output.of(sample("en"), path, 3)


def test_every_printed_thing_is_in_the_ledger_with_its_exact_words(tmp_path: Path) -> None:
    briefing = sample("en")
    entries = ledger([briefing], [written(tmp_path / "x.pdf")])["audiences"][briefing.audience_id]
    printed = {(entry["id"], words) for entry in entries for words in entry["printed"]}
    assert printed == {(thing.evidence, thing.text) for thing in printed_things(briefing)}
    documents = briefing.documents
    targets = [target for entry in entries for target in entry.get("target", ())]
    assert targets
    for target in targets:
        quoted, position = target["selector"]
        text = documents[target["source"]].text
        assert text[position["start"] : position["end"]] == quoted["exact"]
        assert text[: position["start"]].endswith(quoted["prefix"])


def test_the_ledger_is_json_and_counts_what_is_cited(tmp_path: Path) -> None:
    output = written(tmp_path / "x.pdf")
    assert output.figures > 0 and output.quotes > 0
    whole = ledger([sample("zh")], [output])
    assert json.loads(json.dumps(whole)) == whole


def test_a_file_without_evidence_cannot_be_verified(tmp_path: Path) -> None:
    (tmp_path / "board.pdf").write_bytes(b"%PDF-")
    with pytest.raises(VerificationFailed, match=r"evidence\.json"):
        verify_file(tmp_path / "board.pdf")


def test_a_deck_that_lacks_a_printed_figure_is_found_out(tmp_path: Path) -> None:
    from pptx import Presentation

    path = tmp_path / "board.pptx"
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.title.text = "Revenue was 113.1 billion yuan"
    deck.save(str(path))
    evidence = [
        {"id": "f1", "printed": ["113.1 billion yuan"], "headline": []},
        {"id": "f2", "printed": [], "headline": ["22.3%"]},
    ]
    verdict = verify(
        path, {"outputs": [{"file": "board.pptx", "audience": "board", "sha256": ""}], "audiences": {"board": evidence}}
    )
    assert verdict.checked == 2
    assert verdict.problems == ("the file was changed after it was built.", "f2: '22.3%' is not in the file.")
