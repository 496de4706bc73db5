"""Deck templates into slide descriptions: Jinja gives YAML, and every mistake is told with template and line."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from jinja2 import Environment, Undefined

from generator.briefing.model import Briefing, BriefingSection
from generator.briefing.printed import Printed
from generator.errors import Problem, TemplateFailed
from generator.rendering.environment import environment, render
from generator.rendering.headlines import after, headline
from generator.rendering.slide_text import printable
from generator.rendering.slides import AnySlide, Slides
from generator.settings.loading import validate
from generator.settings.yaml_nodes import YamlFile, load_yaml

_REMEDY = "Correct the template; `footnoted check` tries all of them."


class Described(NamedTuple):
    """A slide description and the id of the section that it shows, empty for cover, contents and disclaimer."""

    slide: AnySlide
    section: str


def describe(briefing: Briefing, template_folders: Sequence[Path]) -> list[Described]:
    """Return every slide of a deck, in order; raise TemplateFailed for whatever is wrong in a template."""
    templates = slide_environment(template_folders)
    heads = {section.id: headline(section, briefing.language) for section in briefing.sections}
    shared = {"briefing": briefing, "labels": briefing.labels, "headlines": heads}

    def slides(kind: str, section: BriefingSection | None = None) -> list[Described]:
        context = {**shared, "section": section, "block": section and section.block}
        context["headline"] = heads[section.id] if section else ()
        found = _slides(templates, f"deck/{kind}.yaml.jinja", context)
        return [Described(slide, section.id if section else "") for slide in found]

    deck = [*slides("cover"), *slides("contents")]
    for section in briefing.sections:
        deck += slides(section.block.kind, section)
    return deck + (slides("disclaimer") if briefing.disclaimer else [])


def slide_environment(template_folders: Sequence[Path]) -> Environment:
    """Return the environment of templates, with what those of slides need beside it."""
    made = environment(template_folders)
    made.filters.update(yaml=_quoted, after=after)
    return made


def _quoted(value: Any) -> str:
    """Return a value as YAML on one line: a text, a line of print, or what JSON can write."""
    return json.dumps(_plain(value), ensure_ascii=False)


def _plain(value: Any) -> Any:
    if isinstance(value, Undefined):
        str(value)  # raises, and names what is missing
    if isinstance(value, Printed):
        return {"text": printable(value.text), "evidence": value.evidence, "citations": list(value.citations)}
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, Mapping):
        return {key: _plain(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    return value


def _slides(deck: Environment, name: str, context: Mapping[str, Any]) -> tuple[AnySlide, ...]:
    given = render(deck, name, **context)
    return _checked(Path(deck.get_template(name).filename or name), given)


def _checked(template: Path, given: str) -> tuple[AnySlide, ...]:
    try:
        file = YamlFile(template, given, load_yaml(given))
    except yaml.YAMLError as error:
        raise _failed(template, given, [_syntax(template, given, error)]) from None
    if file.data is None:
        return ()
    single = isinstance(file.data, dict)
    # A single mapping stands for a list of one: the steps to it are left out when a place is looked up.
    data = {"slides": [file.data] if single else file.data}
    skip = 2 if single else 1
    slides, problems = validate(data, Slides, lambda location: (file, _steps(location[skip:], single)))
    if slides is None:
        raise _failed(template, given, problems)
    return slides.slides


def _syntax(template: Path, given: str, error: yaml.YAMLError) -> Problem:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line = mark.line if mark else 0
    lines = given.splitlines() or [""]
    what = getattr(error, "problem", None) or str(error)
    return Problem(template, line + 1, 1, "YAML", f"{what}.", excerpt=lines[min(line, len(lines) - 1)])


def _steps(location: Sequence[int | str], single: bool) -> Sequence[int | str]:
    """Leave the union's tag out of a location: it is no step in the YAML."""
    tag = 0 if single else 1
    return [*location[:tag], *location[tag + 1 :]]


def _failed(template: Path, given: str, problems: Sequence[Problem]) -> TemplateFailed:
    source = template.read_text("utf-8").splitlines() if template.is_file() else []
    told = [f"{template}:{_line(source, given, p.line)}: {p.subject}: {_told(p)}" for p in problems]
    return TemplateFailed("\n".join(told), _REMEDY)


def _told(problem: Problem) -> str:
    guess = f" Did you mean '{problem.nearest}'?" if problem.nearest else ""
    excerpt = f"\n    {problem.excerpt.strip()[:160]}" if problem.excerpt else ""
    return f"{problem.message}{guess}{excerpt}"


def _line(source: Sequence[str], given: str, line: int) -> int:
    """Return the template's line that gave a line of YAML: the nearest one that begins alike, not before it."""
    lines = given.splitlines() or [""]
    wanted = _beginning(lines[min(line, len(lines)) - 1])
    alike = [number for number, text in enumerate(source, start=1) if _beginning(text) == wanted]
    same = [i for i, text in enumerate(lines[: line - 1]) if _beginning(text) == wanted]
    return alike[min(len(same), len(alike) - 1)] if alike else min(line, max(len(source), 1))


def _beginning(text: str) -> str:
    return text.strip().split(":")[0].split("{{")[0].strip()
