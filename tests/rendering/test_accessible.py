"""Pages and slides that programs can read aloud: validators find no error, in either language and either theme."""

from __future__ import annotations

from pathlib import Path

import outloud
import pdfua
import pikepdf
import pytest
from openxml_audit import validate_pptx

from generator.briefing.model import Briefing
from generator.briefing.worded import Quotes
from generator.charts.draw import draw
from generator.rendering.deck import write_deck
from generator.rendering.document import write_pdf
from generator.rendering.package import CARRIED
from generator.settings.builtin import folder
from generator.settings.loading import validate_file
from generator.settings.model import OutputLanguage
from generator.settings.theme import Theme
from generator.settings.yaml_nodes import read_yaml
from generator.verification.carried import carried
from tests.rendering.characters import bare
from tests.rendering.decks import opened
from tests.rendering.voices import read_aloud
from tests.sample_briefing import sample

FOLDERS = (folder("templates"),)
LOOKS = [(theme, language) for theme in ("sober", "bold") for language in ("en", "zh")]


def theme(name: str) -> Theme:
    found, problems = validate_file(read_yaml(folder("config") / "themes" / f"{name}.yaml"), Theme)
    assert found is not None, problems
    return found


class Made:
    """The sample as PDF and as deck, in one look."""

    def __init__(self, name: str, language: OutputLanguage, path: Path) -> None:
        self.briefing: Briefing = sample(language)
        self.pdf, self.deck = path / f"{name}.pdf", path / f"{name}.pptx"
        look = theme(name)
        charts = {block.id: draw(block, look, language, half) for block, half in self.briefing.charts}
        inside = carried(self.briefing)
        write_pdf(self.briefing, charts, look, FOLDERS, self.pdf, inside)
        write_deck(self.briefing, charts, look, FOLDERS, self.deck, inside)


@pytest.fixture(scope="module", params=LOOKS, ids=["-".join(look) for look in LOOKS])
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Made:
    return Made(*request.param, tmp_path_factory.mktemp("looks"))


def test_no_validator_finds_an_error_in_the_pdf(made: Made) -> None:
    told = outloud.check(str(made.pdf)).findings
    assert [f"{one.rule}: {one.message}" for one in told if one.severity == "error"] == []
    assert [str(one) for one in pdfua.validate(str(made.pdf)).findings if one.severity == pdfua.Severity.ERROR] == []


def test_the_validators_would_tell(made: Made, tmp_path: Path) -> None:
    with pikepdf.open(made.pdf) as pdf:
        del pdf.Root.StructTreeRoot, pdf.Root.Lang
        pdf.save(tmp_path / "broken.pdf")
    assert any(one.severity == "error" for one in outloud.check(str(tmp_path / "broken.pdf")).findings)


def test_the_standard_refuses_nothing_in_the_deck(made: Made) -> None:
    assert validate_pptx(str(made.deck)).errors == []


def test_pdf_and_deck_carry_their_evidence_and_figures(made: Made) -> None:
    inside = carried(made.briefing)
    assert set(inside) == {"evidence.json", "figures.csv"}
    assert inside["figures.csv"].decode("utf-8-sig").count("\r\n") > 40
    with pikepdf.open(made.pdf) as pdf:
        assert {name: pdf.attachments[name].get_file().read_bytes() for name in pdf.attachments} == dict(inside)
    parts = {str(part.partname): part.blob for part in opened(made.deck).part.package.iter_parts()}
    for number, (name, content) in enumerate(inside.items(), start=1):
        part = parts[f"/customXml/item{number}.xml"].decode()
        assert f'xmlns="{CARRIED}" name="{name}"' in part
        assert len(part) >= len(content.decode("utf-8-sig"))


def test_every_slide_has_a_title_that_stands_first_after_its_kicker(made: Made) -> None:
    for slide in opened(made.deck).slides:
        assert slide.shapes.title.text_frame.text.strip()
        kinds = [shape.placeholder_format.type for shape in slide.placeholders]
        assert "TITLE" in str(kinds[0]) or "TITLE" in str(kinds[1])


def test_what_is_in_another_language_is_read_in_it(made: Made) -> None:
    """Quotes and titles of sources are in a voice of their own language, and everything else in the page's."""
    voices = read_aloud(made.pdf)
    assert set(voices) == {"", "en", "zh-Hans"}
    for source in made.briefing.sources:
        assert bare(source.document.title) in voices[source.document.language]
    quotes = next(section.block for section in made.briefing.sections if isinstance(section.block, Quotes))
    for card in quotes.cards:
        assert bare(card.words.text) in voices["zh-Hans" if card.language == "zh" else "en"]
    assert bare(made.briefing.disclaimer) in voices[""]
