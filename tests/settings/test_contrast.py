"""Colours that cannot be read, or told apart, are mistakes of a theme; the shipped ones have none."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.settings.builtin import folder
from generator.settings.contrast import contrast, theme_problems
from generator.settings.loading import validate_file
from generator.settings.theme import Theme
from generator.settings.yaml_nodes import YamlFile, read_yaml

THEMES = sorted((folder("config") / "themes").glob("*.yaml"))


def problems(file: YamlFile) -> list[str]:
    theme, wrong = validate_file(file, Theme)
    assert theme is not None, wrong
    return [str(problem) for problem in theme_problems(file, theme)]


def changed(tmp_path: Path, old: str, new: str) -> YamlFile:
    text = (folder("config") / "themes" / "sober.yaml").read_text("utf-8")
    assert text.count(old) == 1
    (tmp_path / "own.yaml").write_text(text.replace(old, new), encoding="utf-8")
    return read_yaml(tmp_path / "own.yaml")


def test_contrast_runs_from_1_to_21() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#777777") == pytest.approx(1)


@pytest.mark.parametrize("path", THEMES, ids=[path.stem for path in THEMES])
def test_shipped_themes_can_be_read_and_told_apart(path: Path) -> None:
    assert len(THEMES) >= 2
    assert problems(read_yaml(path)) == []


def test_pale_text_is_told_with_its_place_and_contrast(tmp_path: Path) -> None:
    told = problems(changed(tmp_path, 'muted: "#55616D"', 'muted: "#9AA5B0"'))
    assert [line.split(": ", 1)[0].rsplit("/", 1)[1] for line in told] == ["own.yaml:5:10"] * 2
    assert "text in 'muted' has a contrast of 2.5:1 on 'ground'; 4.5:1 is needed." in told[0]


def test_red_and_green_of_one_lightness_look_alike_to_some(tmp_path: Path) -> None:
    told = problems(changed(tmp_path, '"#C98A1B", "#5AA0D2"', '"#B5482F", "#6E7A1E"'))
    assert any("look alike in" in line for line in told)
