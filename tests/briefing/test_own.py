"""A block of a project's own: its data for its own templates, checked like any other."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2
import pytest
from pptx import Presentation

from generator.build import Options, build
from generator.errors import SettingsInvalid
from generator.settings import builtin
from generator.settings.project import open_project
from generator.verification.verify import verify_files

REPORT = """
title: Lights
entity: xiaomi
audiences: [analysts, retail]
sections:
  - block: lights
    data:
      - {light: green, text: {en: 'Revenue: {{ figure("revenue") }}', zh: '营收：{{ figure("revenue") }}'}}
      - {light: red, text: {en: Nothing else., zh: 其他暂无。}}
  - block: sources
"""
PAGE = """{% from "document/line.html.jinja" import line %}
<ul>{% for row in block.data %}<li>{{ row.light }}: {{ line(row.text) }}</li>{% endfor %}</ul>
"""
SLIDE = """kind: text
headline: {{ headline | yaml }}
paragraphs:
{% for row in block.data %}
  - line: {{ row.text | yaml }}
{% endfor %}
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name, text in {
        "config/reports/lights.yaml": REPORT,
        "templates/document/blocks/lights.html.jinja": PAGE,
        "templates/deck/lights.yaml.jinja": SLIDE,
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_two_templates_make_a_block_with_figures_in_it(project: Path) -> None:
    summary = build(open_project(project), Options((builtin.folder("corpus"),), project / "out"))
    assert not summary.notices
    by_name = {output.path.name: output.path for output in summary.outputs}
    assert len(by_name) == 6
    for path in by_name.values():
        verdict = verify_files([path])[0]
        assert not verdict.problems
        assert verdict.checked >= 1
    with pypdfium2.PdfDocument(by_name["retail.pdf"]) as pdf:
        text = "".join(page.get_textpage().get_text_range() for page in pdf)
    assert re.search(r"green:\s*营收：1,131", text)
    slides = Presentation(str(by_name["analysts.pptx"])).slides
    words = "\n".join(shape.text_frame.text for slide in slides for shape in slide.shapes if shape.has_text_frame)
    assert "Revenue: RMB 113.12 billion" in words
    assert "Nothing else." in words


def test_a_block_without_both_templates_is_no_block(project: Path) -> None:
    (project / "templates" / "deck" / "lights.yaml.jinja").unlink()
    with pytest.raises(SettingsInvalid) as caught:
        open_project(project)
    (problem,) = caught.value.problems
    assert (problem.line, problem.message) == (6, "there is no block 'lights'.")
