"""Finished files read back and held against their evidence."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdfium2
from lxml import html
from pptx import Presentation

from generator.errors import VerificationFailed

_BLANK = re.compile(r"[\s\u00ad\u200b\ufffe\x02-]+")


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a file says what its evidence says."""

    path: Path
    checked: int
    problems: tuple[str, ...]

    def __str__(self) -> str:
        if not self.problems:
            return f"{self.path}: {self.checked} figures and quotes, all as the evidence has them."
        return "\n".join(f"{self.path}: {problem}" for problem in self.problems)


def verify_file(path: Path) -> Verdict:
    """Hold a finished file against the evidence.json beside it. Raises VerificationFailed where there is none."""
    beside = path.parent / "evidence.json"
    if not path.is_file() or not beside.is_file():
        missing = path if not path.is_file() else beside
        raise VerificationFailed(f"There is no {missing}.", "Verify a file where it was built, with its evidence.json.")
    return verify(path, json.loads(beside.read_text(encoding="utf-8")))


def verify(path: Path, ledger: dict[str, Any]) -> Verdict:
    """Return whether a file is the one that was built, and each figure and quote of the evidence stands in it."""
    output = next((o for o in ledger["outputs"] if o["file"] == path.name), None)
    if output is None:
        return Verdict(path, 0, ("the evidence does not know this file.",))
    problems = []
    if hashlib.sha256(path.read_bytes()).hexdigest() != output["sha256"]:
        problems.append("the file was changed after it was built.")
    text = _plain(text_of(path))
    evidence = ledger["audiences"][output["audience"]]
    parts = ("printed", "headline") if path.suffix == ".pptx" else ("printed",)
    printed = [(entry["id"], words) for entry in evidence for part in parts for words in entry[part]]
    problems += [f"{name}: '{words}' is not in the file." for name, words in printed if _plain(words) not in text]
    return Verdict(path, len(printed), tuple(problems))


def text_of(path: Path) -> str:
    """Return the text of a finished PDF, deck or web page, notes of slides included."""
    if path.suffix == ".html":
        return _web_text(path)
    if path.suffix == ".pptx":
        return "\n".join(_slide_texts(path))
    document = pypdfium2.PdfDocument(path)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def _web_text(path: Path) -> str:
    page = html.document_fromstring(path.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))
    for unseen in list(page.iter("script", "style")):
        unseen.drop_tree()
    return str(page.text_content())


def _slide_texts(path: Path) -> list[str]:
    found = []
    for slide in Presentation(str(path)).slides:
        for shape in slide.shapes:
            if shape.has_text_frame:
                found.append(shape.text_frame.text)
            if shape.has_table:
                found += [cell.text for row in shape.table.rows for cell in row.cells]
        if slide.has_notes_slide:
            found.append(slide.notes_slide.notes_text_frame.text)
    return found


def _plain(text: str) -> str:
    return _BLANK.sub("", text)
