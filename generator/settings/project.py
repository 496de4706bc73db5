"""The project: every setting of one folder over the built-in ones, read once and checked as a whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.errors import Problem, SettingsInvalid
from generator.settings import builtin
from generator.settings.audience import Audience
from generator.settings.authored import Authored, Judge, in_audience
from generator.settings.catalogue import Catalogue
from generator.settings.catalogued import read_catalogue
from generator.settings.contrast import theme_problems
from generator.settings.corpus import DEFAULTS, CorpusSettings
from generator.settings.delivery import delivery_path, read_delivery
from generator.settings.finding import find_root
from generator.settings.layers import by_name, layers_of, names, over, read_layer
from generator.settings.loading import validate_file
from generator.settings.references import audience_problems
from generator.settings.report import Report
from generator.settings.reports import own_blocks, reports_of
from generator.settings.theme import Theme
from generator.settings.translations import Translation, translations_of


@dataclass(frozen=True)
class Project:
    """Everything that YAML decides, and where templates are looked for, the project's own first."""

    root: Path
    catalogue: Catalogue
    reports: Mapping[str, Report]
    audiences: Mapping[str, Audience]
    themes: Mapping[str, Theme]
    translations: tuple[Translation, ...]
    template_folders: tuple[Path, ...]
    corpus: CorpusSettings = DEFAULTS
    families: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    theme_files: Mapping[str, Path] = field(default_factory=dict)

    def named(self, name: str) -> tuple[str, ...]:
        """Return the reports that a name means: one, or all that its matrix makes; none for a name of none."""
        return self.families.get(name) or ((name,) if name in self.reports else ())


def open_project(root: Path | None = None, judge: Judge = lambda authored: []) -> Project:
    """Read and check a project; without a root, the one the working directory is in. Raises SettingsInvalid.

    `judge` says what is wrong with the author's words: what they may state is no matter of settings.
    """
    root = root or find_root(Path.cwd())
    layers = layers_of(root)
    catalogue, problems, authored = read_catalogue(layers)
    audiences = by_name(layers, "audiences", Audience, problems)
    themes = by_name(layers, "themes", Theme, problems)
    theme_files = {path.stem: path for layer in layers for path in (layer / "themes").glob("*.yaml")}
    _check_themes(theme_files, themes, problems)
    own = root / "templates"
    audience_names = names(layers, "audiences")
    reports, families = reports_of(root / "config", catalogue, audience_names, own_blocks(own), problems, authored)
    _check_audiences(layers, reports, problems, authored)
    translations = translations_of(layers, problems, authored)
    corpus = _corpus(layers, problems)
    _check_delivery(root, problems)
    problems.extend(judge(authored))
    if problems or catalogue is None:
        raise SettingsInvalid(problems)
    folders = tuple(dict.fromkeys(p.resolve() for p in (own, builtin.folder("templates")) if p.is_dir()))
    return Project(root, catalogue, reports, audiences, themes, translations, folders, corpus, families, theme_files)


def _check_themes(files: Mapping[str, Path], themes: Mapping[str, Theme], problems: list[Problem]) -> None:
    for name, theme in themes.items():
        if file := read_layer(files[name], []):
            problems.extend(theme_problems(file, theme))


def _check_audiences(
    layers: list[Path], reports: Mapping[str, Report], problems: list[Problem], authored: list[Authored]
) -> None:
    listed = [section for report in reports.values() for section in report.sections]
    sections = {section.id for section in listed if section.id} | {s.name for s in listed if s.block == "own"}
    for path in sorted((layers[-1] / "audiences").glob("*.yaml")):
        if file := read_layer(path, []):
            problems.extend(audience_problems(file, names(layers, "themes"), sections))
            authored.extend(in_audience(file))


def _corpus(layers: list[Path], problems: list[Problem]) -> CorpusSettings:
    """Return how the corpus is read: the project's file, where it has one, key by key over the built-in one."""
    data: Any = {}
    for path in (layer / "corpus.yaml" for layer in layers):
        if path.is_file() and (file := read_layer(path, problems)):
            setting, wrong = validate_file(file, CorpusSettings)
            problems.extend(wrong)
            data = over(data, setting.model_dump(exclude_unset=True) if setting else {})
    return CorpusSettings.model_validate(data)


def _check_delivery(root: Path, problems: list[Problem]) -> None:
    """Add what is wrong with how briefings are sent: on the day that they are built it would be too late."""
    if delivery_path(root).is_file():
        try:
            read_delivery(root)
        except SettingsInvalid as error:
            problems.extend(error.problems)
