"""Masters of a project's themes, tried before anything is built: what is wrong is told where the theme says it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from generator.errors import Problem, SettingsInvalid, TemplateFailed
from generator.rendering.logo import check_logo
from generator.rendering.masters.master import Faulty, fitted_master, master_file
from generator.rendering.masters.taking import taken
from generator.settings.builtin import folder
from generator.settings.project import Project
from generator.settings.theme import Theme
from generator.settings.yaml_nodes import YamlFile, read_yaml


def with_masters(project: Project) -> Project:
    """Return a project whose themes have the colours and fonts that they take from their masters.

    Raises SettingsInvalid with everything that is wrong with any of them; those that come along are right.
    """
    problems: list[Problem] = []
    themes = dict(project.themes)
    for name, path in project.theme_files.items():
        try:
            check_logo(themes[name], project.template_folders)
        except TemplateFailed as error:
            problems.append(read_yaml(path).problem(("logo",), str(error).replace("\n", " ")))
        try:
            themes[name] = _with_master(themes[name], project.template_folders)
        except TemplateFailed as error:
            problems += _told(read_yaml(path), themes[name], error)
    if problems:
        raise SettingsInvalid(problems)
    return replace(project, themes=themes)


def _with_master(theme: Theme, template_folders: Sequence[Path]) -> Theme:
    path = master_file(theme, template_folders)
    if path.parent.resolve() == (folder("templates") / "deck").resolve() and not theme.layouts:
        return theme
    _, found = fitted_master(theme, path)
    return taken(theme, found) if found else theme


def _told(file: YamlFile, theme: Theme, error: TemplateFailed) -> Iterator[Problem]:
    if isinstance(error, Faulty):
        for fault in error.faults:
            yield file.problem(*fault)
    else:
        yield file.problem(("master",), str(error).replace("\n", " "), theme.master)
