"""Modules hold what they seem to hold."""

from __future__ import annotations

import ast
import re
import subprocess
from collections import Counter
from pathlib import Path

import pytest

import generator
from tests.conftest import ROOT

MODULES = {path: ast.parse(path.read_text("utf-8")) for path in sorted(Path(generator.__file__).parent.rglob("*.py"))}

POSSESSIVE = re.compile(r"(?<!\\)\)(?:[*+?]|\{\d*,?\d*\})\+")


def names_of(statement: ast.stmt) -> list[str]:
    """Return the names that a statement of a module defines."""
    if isinstance(statement, ast.FunctionDef | ast.ClassDef):
        return [statement.name]
    targets = statement.targets if isinstance(statement, ast.Assign) else [getattr(statement, "target", None)]
    parts = [part for target in targets for part in (target.elts if isinstance(target, ast.Tuple) else [target])]
    return [part.id for part in parts if isinstance(part, ast.Name)]


def test_no_module_defines_a_name_twice() -> None:
    """The second definition would hide the first one, whose words are then found no more."""
    defined = {
        path: Counter(name for node in module.body for name in names_of(node)) for path, module in MODULES.items()
    }
    assert sum(counts.total() for counts in defined.values()) > 1000
    assert [(path.name, name) for path, counts in defined.items() for name, times in counts.items() if times > 1] == []


def test_no_repetition_is_printed_into_a_pattern() -> None:
    """`{0, 4}` and `{2}` in an f-string print a tuple and a number; a pattern's own braces must be doubled."""
    fields = [
        (path.name, node.lineno, node.value)
        for path, module in MODULES.items()
        for node in ast.walk(module)
        if isinstance(node, ast.FormattedValue) and node.format_spec is None
    ]
    assert len(fields) > 100
    assert [(name, line) for name, line, value in fields if isinstance(value, ast.Constant | ast.Tuple)] == []


def test_no_group_is_repeated_possessively() -> None:
    """Before 3.11.5 Python's `re` gives up on `(?:a|b)*+` too early, and prices of shares were missing; `(?>(?:a|b)*)` means the same."""
    written = [
        (path.name, node.lineno, node.value)
        for path, module in MODULES.items()
        for node in ast.walk(module)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
    assert len(written) > 1000
    assert [(name, line) for name, line, text in written if POSSESSIVE.search(text)] == []


def test_the_top_level_holds_what_a_visitor_expects() -> None:
    """Scratch files with other people's sentences were once committed there, beside the README."""
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("no checkout of git")
    top = {name.split("/")[0] for name in listed.stdout.splitlines()}
    assert "generator" in top
    assert top <= {
        ".ci", ".gitattributes", ".gitignore", "ARCHITECTURE.md", "CHANGELOG.md", "Makefile", "README.md", "config",
        "constraints.txt", "corpus", "docs", "generator", "pyproject.toml", "reports", "templates", "tests",
    }  # fmt: skip
