"""The project: every setting of one folder over the built-in ones, read once and checked as a whole."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from pydantic import RootModel

from generator.errors import Problem, SettingsInvalid
from generator.settings import builtin
from generator.settings.audience import Audience
from generator.settings.authored import Authored, Judge, in_audience, in_catalogue, in_report, in_translations
from generator.settings.catalogue import Catalogue
from generator.settings.chart_rules import chart_problems
from generator.settings.contrast import theme_problems
from generator.settings.corpus import DEFAULTS, CorpusSettings
from generator.settings.delivery import delivery_path, read_delivery
from generator.settings.finding import find_root
from generator.settings.inheritance import merged
from generator.settings.loading import Model, validate, validate_file
from generator.settings.model import OutputLanguage, Setting
from generator.settings.prose import Prose
from generator.settings.references import audience_problems, report_problems
from generator.settings.report import Report
from generator.settings.theme import Theme
from generator.settings.yaml_nodes import YamlFile, read_yaml

_NAME = re.compile(r"\w[\w-]*")


class Translation(Setting):
    """One wording that a person translated: the original as it stands, and what it says in another language."""

    original: str
    en: str | None = None
    zh: str | None = None

    def to(self, language: OutputLanguage) -> str | None:
        """Return the translation into a language, None where there is none."""
        return self.en if language == "en" else self.zh


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


def load_catalogue(root: Path | None = None) -> Catalogue:
    """Return the built-in catalogue, with a project's entries over it. Raises SettingsInvalid."""
    catalogue, problems, _ = _catalogue(_layers(root))
    if catalogue is None:
        raise SettingsInvalid(problems)
    return catalogue


def open_project(root: Path | None = None, judge: Judge = lambda authored: []) -> Project:
    """Read and check a project; without a root, the one the working directory is in. Raises SettingsInvalid.

    `judge` says what is wrong with the author's words: what they may state is no matter of settings.
    """
    root = root or find_root(Path.cwd())
    layers = _layers(root)
    catalogue, problems, authored = _catalogue(layers)
    audiences = _by_name(layers, "audiences", Audience, problems)
    themes = _by_name(layers, "themes", Theme, problems)
    theme_files = {path.stem: path for layer in layers for path in (layer / "themes").glob("*.yaml")}
    _check_themes(theme_files, themes, problems)
    own = root / "templates"
    audience_names = _names(layers, "audiences")
    reports, families = _reports(
        root / "config", catalogue or Catalogue(), audience_names, own_blocks(own), problems, authored
    )
    _check_audiences(layers, reports, problems, authored)
    translations = _translations(layers, problems, authored)
    corpus = _corpus(layers, problems)
    _check_delivery(root, problems)
    problems.extend(judge(authored))
    if problems or catalogue is None:
        raise SettingsInvalid(problems)
    folders = tuple(dict.fromkeys(p.resolve() for p in (own, builtin.folder("templates")) if p.is_dir()))
    return Project(root, catalogue, reports, audiences, themes, translations, folders, corpus, families, theme_files)


def _check_themes(files: Mapping[str, Path], themes: Mapping[str, Theme], problems: list[Problem]) -> None:
    for name, theme in themes.items():
        if file := _read(files[name], []):
            problems.extend(theme_problems(file, theme))


def own_blocks(templates: Path) -> set[str]:
    """Return the names of blocks for which a folder of templates has both: one for pages, one for slides."""
    pages, slides = templates / "document" / "blocks", templates / "deck"
    named = {path.name.removesuffix(".html.jinja") for path in pages.glob("*.html.jinja")}
    return named & {path.name.removesuffix(".yaml.jinja") for path in slides.glob("*.yaml.jinja")}


def _layers(root: Path | None) -> list[Path]:
    """Config folders, the built-in one first, so that later ones have the last word."""
    folders = [builtin.folder("config")]
    if root is not None and (root / "config").resolve() != folders[0].resolve():
        folders.append(root / "config")
    return folders


def _read(path: Path, problems: list[Problem]) -> YamlFile | None:
    try:
        return read_yaml(path)
    except SettingsInvalid as error:
        problems.extend(error.problems)
        return None


def _catalogue(layers: list[Path]) -> tuple[Catalogue | None, list[Problem], list[Authored]]:
    catalogue, problems, authored = _catalogue_of(_stamped(layers))
    return catalogue, list(problems), list(authored)


def _stamped(layers: list[Path]) -> tuple[tuple[Path, int, int], ...]:
    paths = [layer / "catalogue" / f"{part}.yaml" for layer in layers for part in Catalogue.model_fields]
    stamps = ((path, path.stat()) for path in paths if path.is_file())
    return tuple((path, stamp.st_mtime_ns, stamp.st_size) for path, stamp in stamps)


@lru_cache(maxsize=2)
def _catalogue_of(
    stamped: tuple[tuple[Path, int, int], ...],
) -> tuple[Catalogue | None, tuple[Problem, ...], tuple[Authored, ...]]:
    """Read a catalogue of thousands of lines; one whose files are as they were, as the preview asks for it, once."""
    problems: list[Problem] = []
    authored: list[Authored] = []
    data: dict[str, Any] = {}
    files: dict[str, YamlFile] = {}
    for path, _, _ in stamped:
        if file := _read(path, problems):
            files[path.stem] = file
            authored.extend(in_catalogue(file))
            data[path.stem] = _over(data.get(path.stem, {}), file.data or {})
    catalogue, found = validate(data, Catalogue, lambda loc: (files[str(loc[0])], loc[1:]))
    return catalogue, (*problems, *found), tuple(authored)


def _over(below: Any, above: Any) -> Any:
    if isinstance(below, dict) and isinstance(above, dict):
        return {**below, **{key: _over(below.get(key), value) for key, value in above.items()}}
    return above


def _by_name(layers: list[Path], kind: str, model: type[Model], problems: list[Problem]) -> dict[str, Model]:
    found: dict[str, Model] = {}
    for path in (path for layer in layers for path in sorted((layer / kind).glob("*.yaml"))):
        if file := _named(path, problems):
            setting, wrong = validate_file(file, model)
            problems.extend(wrong)
            if setting is not None:
                found[path.stem] = setting
    return found


def _named(path: Path, problems: list[Problem]) -> YamlFile | None:
    """Read a file whose name becomes the name of outputs: it may lead nowhere else."""
    if _NAME.fullmatch(path.stem) is None or path.resolve().parent != path.parent.resolve():
        message = "its name may hold letters, digits, - and _ only, and it may be no link out of its folder."
        problems.append(Problem(path, 1, 1, "file", message, path.stem))
        return None
    return _read(path, problems)


def _names(layers: list[Path], kind: str) -> set[str]:
    """Return the names of all settings of a kind, of the broken ones too: a mistake in one is told once."""
    return {path.stem for layer in layers for path in (layer / kind).glob("*.yaml")}


def _check_audiences(
    layers: list[Path], reports: Mapping[str, Report], problems: list[Problem], authored: list[Authored]
) -> None:
    listed = [section for report in reports.values() for section in report.sections]
    sections = {section.id for section in listed if section.id} | {s.name for s in listed if s.block == "own"}
    for path in sorted((layers[-1] / "audiences").glob("*.yaml")):
        if file := _read(path, []):
            problems.extend(audience_problems(file, _names(layers, "themes"), sections))
            authored.extend(in_audience(file))


def _reports(
    config: Path,
    catalogue: Catalogue,
    audiences: Collection[str],
    own: Collection[str],
    problems: list[Problem],
    authored: list[Authored],
) -> tuple[dict[str, Report], dict[str, tuple[str, ...]]]:
    files = {p.stem: file for p in sorted((config / "reports").glob("*.yaml")) if (file := _named(p, problems))}
    prose = Prose(config / "prose")
    reports: dict[str, Report] = {}
    families: dict[str, tuple[str, ...]] = {}
    for name in files:
        whole, wrong = merged(name, files)
        report, invalid = validate(whole.data, Report, whole.at)
        problems.extend([*wrong, *invalid])
        problems.extend(report_problems(whole, catalogue, audiences, own))
        authored.extend(in_report(whole))
        if report is not None:
            report = prose.into(report, whole, problems)
            problems.extend(chart_problems(report, whole, catalogue))
            made = report.spread(name)
            twice = [other for other in made if other in files and other != name]
            problems.extend(whole.file.problem(("matrix",), f"there is a report '{other}' already.") for other in twice)
            reports |= made
            families |= {name: tuple(made)} if report.matrix else {}
    authored.extend(prose.authored.values())
    return reports, families


def _corpus(layers: list[Path], problems: list[Problem]) -> CorpusSettings:
    """Return how the corpus is read: the project's file, where it has one, key by key over the built-in one."""
    data: Any = {}
    for path in (layer / "corpus.yaml" for layer in layers):
        if path.is_file() and (file := _read(path, problems)):
            setting, wrong = validate_file(file, CorpusSettings)
            problems.extend(wrong)
            data = _over(data, setting.model_dump(exclude_unset=True) if setting else {})
    return CorpusSettings.model_validate(data)


def _check_delivery(root: Path, problems: list[Problem]) -> None:
    """Add what is wrong with how briefings are sent: on the day that they are built it would be too late."""
    if delivery_path(root).is_file():
        try:
            read_delivery(root)
        except SettingsInvalid as error:
            problems.extend(error.problems)


def _translations(layers: list[Path], problems: list[Problem], authored: list[Authored]) -> tuple[Translation, ...]:
    found: list[Translation] = []
    for path in (layer / "translations.yaml" for layer in reversed(layers)):
        if path.is_file() and (file := _read(path, problems)):
            listed, wrong = validate_file(file, RootModel[list[Translation]])
            problems.extend(wrong)
            found.extend(listed.root if listed else [])
            authored.extend(in_translations(file))
    return tuple(found)
