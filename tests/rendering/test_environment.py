"""Templates: the user's own first, piece by piece; a failure names the file and the line."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import TemplateFailed
from generator.rendering.environment import check_templates, environment, render
from generator.settings.builtin import folder


def write(root: Path, name: str, text: str) -> Path:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_users_piece_comes_before_the_built_in_one(tmp_path: Path) -> None:
    write(tmp_path, "document/contents.html.jinja", "mine")
    env = environment([tmp_path, folder("templates")])
    assert render(env, "document/contents.html.jinja") == "mine"
    cover = env.get_template("document/cover.html.jinja").filename
    assert cover is not None
    assert Path(cover).is_relative_to(folder("templates"))


def test_what_is_not_there_is_a_failure_with_its_place(tmp_path: Path) -> None:
    path = write(tmp_path, "a.html.jinja", "one\n{{ words }}\n{{ wrods }}\n")
    with pytest.raises(TemplateFailed, match="wrods") as failed:
        render(environment([tmp_path]), "a.html.jinja", words="x")
    assert failed.value.what.startswith(f"{path}:3:")


def test_a_template_within_a_template_is_named_itself(tmp_path: Path) -> None:
    inner = write(tmp_path, "b.html.jinja", "\n\n\n{{ 1 / 0 }}")
    write(tmp_path, "a.html.jinja", '{% include "b.html.jinja" %}')
    with pytest.raises(TemplateFailed, match="ZeroDivisionError") as failed:
        render(environment([tmp_path]), "a.html.jinja")
    assert failed.value.what.startswith(f"{inner}:4:")


def test_a_mistake_of_syntax_has_its_place(tmp_path: Path) -> None:
    path = write(tmp_path, "a.html.jinja", "fine\n{% if %}\n")
    with pytest.raises(TemplateFailed) as failed:
        render(environment([tmp_path]), "a.html.jinja")
    assert failed.value.what.startswith(f"{path}:2:")
    assert failed.value.exit_code == 6


def test_all_templates_that_cannot_be_read_are_told_at_once(tmp_path: Path) -> None:
    one = write(tmp_path, "document/blocks/text.html.jinja", "fine\n{{ words }\n")
    other = write(tmp_path, "deck/text.yaml.jinja", "{% for %}\n")
    with pytest.raises(TemplateFailed) as failed:
        check_templates([tmp_path])
    assert f"{one}:2: " in failed.value.what and f"{other}:1: " in failed.value.what
    one.write_text("mended")
    other.unlink()
    assert check_templates([tmp_path]) == 1
    assert check_templates([tmp_path, folder("templates")]) > 20


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("document/cover.html.jinja", "<h1>x</h1>\n<p>2025</p>", ["2: '2025'"]),
        ("document/cover.html.jinja", "<p>{{ x if y else '2025' }}</p>", ["1: '2025'"]),
        ("document/cover.html.jinja", "<p>up {{ x\n }}\n and three billion</p>", ["3: 'three billion'"]),
        ("document/cover.html.jinja", "<p>He said “all is well”</p><img alt='up 9%'>", ["1: 'all is well'", "1: '9%'"]),
        ("web/page.html.jinja", "<ol start='987'><li value='{{ n }}'>{{ x }}</li></ol>", ["1: '987'"]),
        ("deck/cover.yaml.jinja", 'kind: text\nkicker: "Up 99%"\n', ["2: '99%'"]),
        (
            "document/cover.html.jinja",
            "<p data-own>3 priorities</p><p>“{{ words }}” {% if n > 9 %}x{% endif %}</p>",
            [],
        ),
        ("document/cover.html.jinja", "<style>p { margin: 9pt }</style><p style='width: 9pt' id='a9'>the SU7</p>", []),
        ("deck/cover.yaml.jinja", 'kind: scorecard\nmost: 4\nkicker: "In brief"  # 99 of them\n', []),
    ],
)
def test_what_a_template_types_is_told_before_anything_is_built(
    tmp_path: Path, name: str, text: str, said: list[str]
) -> None:
    path = write(tmp_path, name, text)
    if not said:
        assert check_templates([tmp_path]) == 1
        return
    with pytest.raises(TemplateFailed, match="is typed, and nothing stands behind it") as failed:
        check_templates([tmp_path])
    assert [f"{path}:{one}" in failed.value.what for one in said] == [True] * len(said)
    with pytest.raises(TemplateFailed, match="is typed"):
        render(environment([tmp_path]), name)


def test_a_template_that_is_nowhere_is_a_failure(tmp_path: Path) -> None:
    with pytest.raises(TemplateFailed, match=r"nowhere\.html"):
        render(environment([tmp_path]), "nowhere.html.jinja")


def test_templates_run_in_a_sandbox(tmp_path: Path) -> None:
    write(tmp_path, "a.html.jinja", "{{ words.__class__.__mro__ }}")
    with pytest.raises(TemplateFailed, match="unsafe"):
        render(environment([tmp_path]), "a.html.jinja", words="x")


def test_pages_escape_what_they_print_and_other_outputs_do_not(tmp_path: Path) -> None:
    write(tmp_path, "a.html.jinja", "{{ words }}")
    write(tmp_path, "a.yaml.jinja", "{{ words }}")
    env = environment([tmp_path])
    assert render(env, "a.html.jinja", words="R&D <b>") == "R&amp;D &lt;b&gt;"
    assert render(env, "a.yaml.jinja", words="R&D <b>") == "R&D <b>"


def test_strings_of_style_are_quoted(tmp_path: Path) -> None:
    write(tmp_path, "a.css.jinja", "content: {{ words | quoted }};")
    made = render(environment([tmp_path]), "a.css.jinja", words='say "第" </style>')
    assert made == 'content: "say \\"第\\" \\3c /style>";'
