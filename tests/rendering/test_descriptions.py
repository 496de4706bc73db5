"""Deck templates: a user's own comes first, and every mistake in one is told with its file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.briefing.printed import Printed
from generator.errors import TemplateFailed
from generator.rendering.descriptions import describe
from generator.rendering.headlines import after
from generator.settings.builtin import folder
from tests.rendering.decks import all_text, opened, write
from tests.sample_briefing import sample


def _own(tmp_path: Path, name: str, text: str) -> Path:
    (tmp_path / "deck").mkdir(exist_ok=True)
    (tmp_path / "deck" / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_every_section_has_a_slide_under_a_headline() -> None:
    briefing = sample("en")
    described = describe(briefing, [folder("templates")])
    assert [one.section for one in described][2:-1] == [section.id for section in briefing.sections]
    assert all(one.slide.headline for one in described[1:])  # type: ignore[union-attr]


def test_a_users_template_comes_before_the_built_in_one(tmp_path: Path) -> None:
    own = _own(tmp_path, "method.yaml.jinja", "kind: text\nheadline: Our own way\nparagraphs:\n  - line: Mine.\n")
    path = tmp_path / "deck.pptx"
    write(sample("en"), path, folders=(own,))
    assert any("Our own way" in all_text(slide) for slide in opened(path).slides)


def test_a_template_may_give_several_slides_or_none(tmp_path: Path) -> None:
    one = "- kind: text\n  headline: {}\n  paragraphs: [{{line: a}}]\n"
    own = _own(tmp_path, "method.yaml.jinja", one.format("First") + one.format("Second"))
    _own(tmp_path, "sources.yaml.jinja", "{# nothing #}\n")
    described = describe(sample("en"), [own, folder("templates")])
    assert [one.section for one in described].count("method") == 2
    assert "sources" not in [one.section for one in described]


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("kind: text\nheadline: x\nparagraphs:\n  - lin: a\n", 4, "Did you mean 'line'"),
        ("kind: text\nparagraphs: []\n", 1, "headline"),
        ("kind: texts\nheadline: x\n", 1, "Did you mean 'text'"),
        ("- kind: text\n  headline: x\n  paragraphs: []\n  colour: red\n", 4, "no such key"),
        ("kind: text\n{# one\ntwo #}\nheadline: x\nparagraphs: [\n", 5, ""),
        ("kind: text\nheadline: {{ section.titel | yaml }}\n", 2, "titel"),
        ("kind: text\nheadline: {{ section.title | yaml }\n", 2, ""),
        ("kind: text\n\nheadline: {{ 1 // 0 }}\n", 3, "ZeroDivisionError"),
    ],
)
def test_a_mistake_is_told_with_template_and_line(tmp_path: Path, text: str, line: int, message: str) -> None:
    own = _own(tmp_path, "method.yaml.jinja", text)
    with pytest.raises(TemplateFailed) as failed:
        describe(sample("en"), [own, folder("templates")])
    assert f"method.yaml.jinja:{line}:" in str(failed.value)
    assert message in str(failed.value)


def test_a_template_cannot_reach_into_python(tmp_path: Path) -> None:
    own = _own(tmp_path, "method.yaml.jinja", "headline: {{ ''.__class__.__mro__ }}\n")
    with pytest.raises(TemplateFailed, match=r"method\.yaml\.jinja:1"):
        describe(sample("en"), [own, folder("templates")])


def test_a_chart_or_layout_that_is_not_there_is_named(tmp_path: Path) -> None:
    own = _own(tmp_path, "method.yaml.jinja", "kind: text\nlayout: Txet\nheadline: x\nparagraphs: [{line: a}]\n")
    with pytest.raises(TemplateFailed, match=r"'Txet'.*Text"):
        write(sample("en"), tmp_path / "deck.pptx", folders=(own,))
    _own(tmp_path, "method.yaml.jinja", "kind: chart\nheadline: x\nchart: nope\ndescription: d\n")
    with pytest.raises(TemplateFailed, match="'nope'"):
        write(sample("en"), tmp_path / "deck.pptx", folders=(own,))


def test_a_text_slide_does_not_say_its_headline_twice() -> None:
    head = ("Revenue was ", Printed("113.1 billion", "e1"), ".")
    whole = (*head[:2], ". Profit rose.")
    assert after(whole, head) == ("Profit rose.",)
    assert after(head, head) == ()
    assert after(("Revenue was flat.",), head) == ("Revenue was flat.",)
    assert after(whole, ()) == whole
