"""Templates: found piece by piece, a user's own first, and run in a sandbox that lets no name slip."""

from __future__ import annotations

import json
import re
import traceback
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import (
    BytecodeCache,
    Environment,
    FileSystemLoader,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)
from jinja2.bccache import Bucket
from markupsafe import Markup, escape

from generator.bounds import bounded
from generator.charts.typefaces import Typefaces
from generator.errors import TemplateFailed
from generator.rendering.typed import typed
from generator.sandbox import Sandbox
from generator.settings.builtin import folder

_TYPED = (
    "'{}' is typed, and nothing stands behind it: print what the briefing holds, or put it into the report's words; on "
    "pages, an element with data-own marks what is your own."
)
_REMEDY = "Mend the template, or take your own copy away: the built-in one is used then."


def environment(folders: Sequence[Path]) -> Environment:
    """Return the environment that finds a template in the first folder that has it, the built-in ones last.

    The same files have the same environment: what was compiled once is compiled again only when it was changed.
    """
    found = tuple(dict.fromkeys((*folders, folder("templates"))))
    own = [path for each in found if each != folder("templates") for path in each.rglob("*") if path.is_file()]
    return _environment(found, frozenset(own))


@lru_cache(maxsize=8)
def _environment(found: tuple[Path, ...], own: frozenset[Path]) -> Environment:
    """Make an environment; `own` files are part of what it is, for one that is new hides a built-in one."""
    made = Sandbox(
        loader=_Loader(found),
        bytecode_cache=_COMPILED,
        autoescape=lambda name: name is not None and name.endswith((".html.jinja", ".xml.jinja")),
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["quoted"] = _quoted
    made.filters["tied"] = _tied
    made.filters["parted"] = _parted
    made.filters["width"] = _width
    made.tests["longer_than"] = lambda text, count: len(text) > count
    return made


class _Compiled(BytecodeCache):
    """What templates were compiled to, by their source: for every environment of this process."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template its code, where it is known."""
        if code := self._kept.get((bucket.key, bucket.checksum)):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template's code."""
        self._kept[bucket.key, bucket.checksum] = bucket.bytecode_to_string()


_COMPILED = _Compiled()


class _Loader(FileSystemLoader):
    """Finds templates, none by a link that leads out of their folder, and none that types a number or a quotation."""

    def get_source(self, environment: Environment, template: str) -> Any:
        """Return a template's source. Raises TemplateFailed for what may not be."""
        found = super().get_source(environment, template)
        within(Path(found[1]), [Path(path) for path in self.searchpath])
        if wrong := _typed(found[0], found[1]):
            raise TemplateFailed("\n".join(wrong), _REMEDY)
        return found


def within(path: Path, folders: Sequence[Path]) -> Path:
    """Return a path that lies in one of some folders; raise TemplateFailed where a link leads out of all of them."""
    real = path.resolve()
    if not any(real.is_relative_to(each.resolve()) for each in (*folders, folder("templates"))):
        raise TemplateFailed(f"{path} leads out of the templates, to {real}.", "Put the file itself there.")
    return path


def render(env: Environment, name: str, **values: Any) -> str:
    """Return what a template makes of values. Raises TemplateFailed with the file and the line that failed."""
    try:
        with bounded():
            return env.get_template(name).render(**values)
    except TemplateFailed:
        raise
    except TemplateSyntaxError as error:
        where = f"{error.filename or error.name}:{error.lineno}"
        raise TemplateFailed(f"{where}: {error.message}", _REMEDY) from error
    except MemoryError as error:
        raise TemplateFailed(
            f"{name}: it takes more memory than it may (FOOTNOTED_TEMPLATE_MEGABYTES).", _REMEDY
        ) from error
    except Exception as error:  # whatever a template calls may fail, and its author must learn where
        raise TemplateFailed(f"{_place(error, name)}: {_sentence(error)}", _REMEDY) from error


@lru_cache(maxsize=128)
def _typed(source: str, path: str) -> tuple[str, ...]:
    found = dict.fromkeys(typed(source, Path(path).name))
    return tuple(f"{path}:{line}: {_TYPED.format(words)}" for line, words in found)


def check_templates(folders: Sequence[Path]) -> int:
    """Return how many templates stand in the folders; raise TemplateFailed with every one that can't be read."""
    env, wrong = environment(folders), list[str]()
    paths = [path for folder in folders for path in sorted(folder.rglob("*.jinja"))]
    for path in paths:
        try:
            source = path.read_text(encoding="utf-8")
            env.parse(source, filename=str(path))
            wrong += _typed(source, str(path))
        except TemplateSyntaxError as error:
            wrong.append(f"{path}:{error.lineno}: {error.message}")
        except UnicodeDecodeError as error:
            wrong.append(f"{path}:1: this is not UTF-8 (byte {error.start})")
    if wrong:
        raise TemplateFailed("\n".join(wrong), _REMEDY)
    return len(paths)


def _place(error: Exception, name: str) -> str:
    """Return the innermost line of a template on the way to an error; Jinja keeps templates' own line numbers."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [f"{frame.filename}:{frame.lineno}" for frame in frames if frame.filename.endswith(".jinja")]
    return lines[-1] if lines else name


def _sentence(error: Exception) -> str:
    if isinstance(error, TemplateNotFound):
        return f"there is no template '{error.name}' in the templates of the project, nor among those that come along."
    if isinstance(error, TemplateError):
        return error.message or type(error).__name__
    return f"{type(error).__name__}: {error}"


def _tied(text: str, least: int = 24) -> Markup:
    """Return a text whose last words, or last four Chinese characters, no line break parts: no line of one word.

    `least` is how many characters stand before them. Nor is a name's unit parted: `, RMB billion`, （亿元）.
    """
    words = re.search(r"(?<=, )[^\s,]{1,5} [a-z]{7,8}$|（[^（）]{1,8}）$", text)
    if words is None:
        words = re.search(r"[!-~’]+\s+[!-~’]{1,12}\s*$|[\u3000-\u9fff\uff00-\uffee“”]{4}$", text)
        if words is None or words.start() < least:
            return escape(text)
    return escape(text[: words.start()]) + Markup('<span class="tied">') + escape(words.group()) + Markup("</span>")


def _parted(text: str) -> str:
    """Return an amount that a narrow column may part only behind its number: `RMB 113.1` and `billion`."""
    number = re.match(r".*[\d%]", text)
    end = number.end() if number else 0
    return text[:end].replace(" ", "\u00a0") + text[end:]


def _width(text: str, fonts: Typefaces, language: str) -> float:
    """Return the width of bold words on one line, in sizes of their type."""
    return fonts.width(text, 1, language, bold=True)


def _quoted(text: str) -> Markup:
    """Return a text as a string of CSS."""
    written = json.dumps(text, ensure_ascii=False).replace("\\n", "\\a ").replace("<", "\\3c ")
    return Markup(written)
