"""The reports of a project, each whole: what it extends, its prose, what its matrix makes of it."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from generator.errors import Problem
from generator.settings.authored import Authored, in_report
from generator.settings.catalogue import Catalogue
from generator.settings.chart_rules import chart_problems
from generator.settings.inheritance import merged
from generator.settings.layers import read_named
from generator.settings.loading import validate
from generator.settings.prose import Prose
from generator.settings.references import report_problems
from generator.settings.report import Report


def own_blocks(templates: Path) -> set[str]:
    """Return the names of blocks for which a folder of templates has both: one for pages, one for slides."""
    pages, slides = templates / "document" / "blocks", templates / "deck"
    named = {path.name.removesuffix(".html.jinja") for path in pages.glob("*.html.jinja")}
    return named & {path.name.removesuffix(".yaml.jinja") for path in slides.glob("*.yaml.jinja")}


def reports_of(
    config: Path,
    catalogue: Catalogue | None,
    audiences: Collection[str],
    own: Collection[str],
    problems: list[Problem],
    authored: list[Authored],
) -> tuple[dict[str, Report], dict[str, tuple[str, ...]]]:
    """Return the reports by name, and by the name of a matrix the reports that it makes."""
    files = {p.stem: file for p in sorted((config / "reports").glob("*.yaml")) if (file := read_named(p, problems))}
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
            problems.extend(chart_problems(report, whole, catalogue) if catalogue else ())
            made = report.spread(name)
            twice = [other for other in made if other in files and other != name]
            problems.extend(whole.file.problem(("matrix",), f"there is a report '{other}' already.") for other in twice)
            reports |= made
            families |= {name: tuple(made)} if report.matrix else {}
    authored.extend(prose.authored.values())
    return reports, families
