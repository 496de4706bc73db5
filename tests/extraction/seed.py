"""The seed page outlet by outlet: its figures as they were looked up by hand, against what is found."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from pydantic import RootModel

from generator.corpus.document import Document
from generator.corpus.reading import read_corpus
from generator.errors import SettingsInvalid
from generator.settings.loading import validate_file
from generator.settings.yaml_nodes import read_yaml
from tests.extraction.case import FoundFigure, figure_rows
from tests.extraction.comparison import Comparison, compare

FIGURES = Path(__file__).with_suffix(".yaml")
_Listed = RootModel[dict[str, tuple[FoundFigure, ...]]]


class Outlet(NamedTuple):
    """One outlet's document on the page; each outlet has one."""

    name: str
    language: str
    document: Document
    comparison: Comparison


def outlets(page: Path) -> Iterator[Outlet]:
    """Yield every document of the page with the comparison of its figures. Raises SettingsInvalid."""
    listed, problems = validate_file(read_yaml(FIGURES), _Listed)
    if listed is None:
        raise SettingsInvalid(problems)
    for document in read_corpus([page]).documents:
        name = document.publisher or ""
        expected = [{"entity": "xiaomi"} | figure.complete() for figure in listed.root.get(name, ())]
        language = document.language.replace("zh-Hans", "zh")
        yield Outlet(name, language, document, compare(expected, figure_rows(document)[0]))
