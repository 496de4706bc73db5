"""The whole way: a project and a corpus in, finished briefings and their evidence out."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from generator.build import Options, build
from generator.errors import FootnotedError, NotStated, TemplateFailed
from generator.settings.project import Project, open_project
from generator.settings.starting import start_project
from generator.verification.reading_back import text_of
from generator.verification.verify import verify_files

REPORT = """\
title: {en: Small, zh: 小}
entity: xiaomi
audiences: [board]
sections:
  - {id: key, block: scorecard, metrics: [revenue, gross_margin, METRIC]}
  - {id: words, block: quotes}
  - {id: differ, block: conflicts}
  - {id: end, block: sources}
"""
FIRST = "小米三季报\nFirst Daily· 2025-11-18 20:00\n小米集团2025年第三季度营收1131亿元，毛利率22.9%。雷军表示：“我们会坚持技术为本，继续加大投入。”\n"
SECOND = "Xiaomi shipments\nSecond Daily· 2025-11-19 08:00\nXiaomi's smartphone shipments were 43.4 million units in the third quarter of 2025.\n"
THIRD = "Another count\nThird Daily· 2025-11-20 08:00\nIn the third quarter of 2025 Xiaomi shipped 43.3 million smartphones.\n"


@pytest.fixture
def project(tmp_path: Path) -> Callable[..., Project]:
    """Return a function that makes a project of one small report, a metric of choice in it."""

    def made(metric: str = "smartphone_shipments") -> Project:
        root = tmp_path / "project"
        shutil.rmtree(root, ignore_errors=True)
        start_project(root)
        shutil.rmtree(root / "corpus")
        (root / "corpus").mkdir()
        for name, text in (("a", FIRST), ("b", SECOND), ("c", THIRD)):
            (root / "corpus" / f"{name}.txt").write_text(text, encoding="utf-8")
        shutil.rmtree(root / "config" / "reports")
        (root / "config" / "reports").mkdir()
        (root / "config" / "reports" / "small.yaml").write_text(REPORT.replace("METRIC", metric), encoding="utf-8")
        return open_project(root)

    return made


def options(project: Project, **more: object) -> Options:
    return Options(corpus=(project.root / "corpus",), out=project.root / "reports", **more)  # type: ignore[arg-type]


def test_every_output_states_the_same_and_is_backed(project: Callable[..., Project]) -> None:
    made = project()
    summary = build(made, options(made))
    folder = made.root / "reports" / "small" / "2025-11-20"
    assert sorted(path.name for path in folder.iterdir()) == ["board.html", "board.pdf", "board.pptx", "evidence.json"]
    assert {output.path.name for output in summary.outputs} == {"board.html", "board.pdf", "board.pptx"}
    assert all(output.disagreements == 1 for output in summary.outputs)
    for name in ("board.pdf", "board.pptx", "board.html"):
        assert verify_files([folder / name])[0].problems == ()
        assert "113.1" in text_of(folder / name)
    evidence = json.loads((folder / "evidence.json").read_text(encoding="utf-8"))
    entries = [entry for briefing in evidence["evidence"].values() for entry in briefing]
    exact = {target["selector"][0]["exact"] for entry in entries for target in entry["claim"]["supporting"]}
    assert {"1131亿元", "22.9%", "我们会坚持技术为本，继续加大投入。"} <= exact


def test_what_yaml_leaves_out_is_in_no_output(project: Callable[..., Project]) -> None:
    made = project("adjusted_net_profit")
    summary = build(made, options(made))
    for output in summary.outputs:
        assert "43.3" not in text_of(output.path)
        assert "not stated in the sources" in text_of(output.path)
    assert any("adjusted_net_profit" in notice for notice in summary.notices)


def test_what_audiences_share_is_noticed_once(project: Callable[..., Project]) -> None:
    made = project("adjusted_net_profit")
    report = made.reports["small"].model_copy(update={"audiences": ("board", "analysts")})
    summary = build(replace(made, reports={"small": report}), options(made, formats=("html",)))
    assert summary.notices == ["small/board, analysts: key: The corpus does not state xiaomi adjusted_net_profit."]


def test_strict_fails_on_what_is_not_stated_and_changes_nothing(project: Callable[..., Project]) -> None:
    made = project("adjusted_net_profit")
    build(made, options(made))
    before = {path: path.read_bytes() for path in (made.root / "reports").rglob("*.*")}
    with pytest.raises(NotStated, match="adjusted_net_profit"):
        build(made, options(made, strict=True))
    assert {path: path.read_bytes() for path in (made.root / "reports").rglob("*.*")} == before


def test_nothing_is_known_after_the_date(project: Callable[..., Project]) -> None:
    made = project()
    summary = build(made, options(made, as_of=date(2025, 11, 18), formats=("pdf",)))
    text = text_of(summary.outputs[0].path)
    assert "113.1" in text
    assert "43.4" not in text and "43.3" not in text


def test_the_same_input_gives_the_same_bytes(project: Callable[..., Project]) -> None:
    made = project()
    first = {o.path.name: o.path.read_bytes() for o in build(made, options(made)).outputs}
    shutil.rmtree(made.root / ".footnoted" / "briefings")
    again = {o.path.name: o.path.read_bytes() for o in build(made, options(made, jobs=2)).outputs}
    assert first == again


def two_audiences(made: Project, theme: str = "sober") -> Project:
    """Return the project with a second audience, shown in a theme."""
    board = (made.root / "config" / "audiences" / "board.yaml").read_text(encoding="utf-8")
    other = board.replace("theme: sober", f"theme: {theme}").replace("[pdf, pptx, html]", "[html]")
    (made.root / "config" / "audiences" / "other.yaml").write_text(other, encoding="utf-8")
    sober = (made.root / "config" / "themes" / "sober.yaml").read_text(encoding="utf-8")
    (made.root / "config" / "themes" / "odd.yaml").write_text(
        sober.replace("[Noto Sans, Liberation Sans, DejaVu Sans]", "[No Such Font]"), encoding="utf-8"
    )
    small = made.root / "config" / "reports" / "small.yaml"
    small.write_text(small.read_text(encoding="utf-8").replace("[board]", "[board, other]"), encoding="utf-8")
    return open_project(made.root)


def two_companies(made: Project) -> Project:
    """Return the project with a report on each of two companies for two audiences."""
    small = two_audiences(made).root / "config" / "reports" / "small.yaml"
    matrix = "matrix: {entities: [xiaomi, byd], audiences: [board, other]}"
    small.write_text(small.read_text(encoding="utf-8").replace("entity: xiaomi", matrix), encoding="utf-8")
    news = "比亚迪三季报\nFirst Daily· 2025-11-19 20:00\n比亚迪2025年第三季度营收1950亿元。\n"
    (made.root / "corpus" / "d.txt").write_text(news, encoding="utf-8")
    return open_project(made.root)


def times(folder: Path) -> dict[str, int]:
    return {path.name: path.stat().st_mtime_ns for path in folder.iterdir() if path.suffix != ".json"}


def test_only_what_changed_is_rendered_again(project: Callable[..., Project]) -> None:
    made = two_audiences(project())
    folder = build(made, options(made)).outputs[0].path.parent
    before, counted = times(folder), [(o.path.name, o.pages, o.figures) for o in build(made, options(made)).outputs]
    assert times(folder) == before
    other = made.root / "config" / "audiences" / "other.yaml"
    other.write_text(other.read_text(encoding="utf-8").replace("decimals: 1", "decimals: 0"), encoding="utf-8")
    summary = build(open_project(made.root), options(made))
    changed = {name for name, when in times(folder).items() if when != before[name]}
    assert changed == {"other.html"}
    assert [(o.path.name, o.pages, o.figures) for o in summary.outputs] == counted
    assert all(verify_files([folder / name])[0].problems == () for name in before)
    partly = {path.name: path.read_bytes() for path in folder.iterdir()}
    shutil.rmtree(made.root / ".footnoted")
    shutil.rmtree(folder)
    build(open_project(made.root), options(made))
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == partly


def test_a_file_that_was_altered_is_made_again(project: Callable[..., Project]) -> None:
    made = project()
    page = build(made, options(made, formats=("html",))).outputs[0].path
    before = page.read_bytes()
    page.write_bytes(before.replace(b"113.1", b"113.2"))
    build(made, options(made, formats=("html",)))
    assert page.read_bytes() == before


def test_one_briefing_that_fails_is_named_and_the_rest_is_built(project: Callable[..., Project]) -> None:
    made = two_audiences(project())
    folder = build(made, options(made)).outputs[0].path.parent
    before = (folder / "other.html").read_bytes()
    (made.root / "corpus" / "a.txt").write_text(FIRST.replace("1131", "1132"), encoding="utf-8")
    odd = two_audiences(made, theme="odd")
    summary = build(odd, options(odd, formats=("pdf", "html")))
    assert list(summary.failed) == ["small/other"] and "No Such Font" in str(summary.failure)
    assert {output.path.name for output in summary.outputs} == {"board.pdf", "board.html"}
    assert "113.2" in text_of(folder / "board.pdf")
    assert (folder / "other.html").read_bytes() == before
    assert all(verify_files([folder / name])[0].problems == () for name in ("board.pdf", "board.html", "other.html"))


def test_a_cold_and_a_warm_store_give_the_same_bytes(project: Callable[..., Project]) -> None:
    made = project()
    warm = [{o.path.name: o.path.read_bytes() for o in build(made, options(made)).outputs} for _ in range(2)]
    shutil.rmtree(made.root / ".footnoted")
    cold = {o.path.name: o.path.read_bytes() for o in build(made, options(made)).outputs}
    assert warm == [cold, cold]


def test_a_week_as_it_was_known_then(project: Callable[..., Project]) -> None:
    made = project()
    first = build(made, options(made, formats=("pdf",))).outputs[0].path.read_bytes()
    then = datetime.now(UTC).replace(tzinfo=None)
    (made.root / "corpus" / "a.txt").write_text(FIRST.replace("1131", "1132"), encoding="utf-8")
    assert "113.2" in text_of(build(made, options(made, formats=("pdf",))).outputs[0].path)
    again = build(made, options(made, formats=("pdf",), known=then)).outputs[0].path
    assert again.read_bytes() == first


def test_a_broken_template_is_one_message_and_leaves_what_was_built(project: Callable[..., Project]) -> None:
    made = project()
    build(made, options(made))
    before = {path: path.read_bytes() for path in (made.root / "reports").rglob("*.*")}
    blocks = made.root / "templates" / "document" / "blocks"
    blocks.mkdir(parents=True)
    (blocks / "scorecard.html.jinja").write_text("<p>\n{{ block.cards[0].lable }}</p>\n", encoding="utf-8")
    with pytest.raises(TemplateFailed, match=r"scorecard\.html\.jinja") as failure:
        build(open_project(made.root), options(made))
    assert "lable" in str(failure.value)
    assert {path: path.read_bytes() for path in (made.root / "reports").rglob("*.*")} == before


def test_a_matrix_is_built_in_one_command_and_a_company_by_itself(project: Callable[..., Project]) -> None:
    made = two_companies(project())
    summary = build(made, options(made, reports=("small",), formats=("html",), jobs=2))
    where = [output.path.relative_to(made.root / "reports").as_posix() for output in summary.outputs]
    assert where == [f"small-{e}/2025-11-20/{a}.html" for e in ("xiaomi", "byd") for a in ("board", "other")]
    said = [text_of(output.path) for output in summary.outputs]
    assert ["113.1" in text for text in said] == [True, True, False, False]
    assert ["195" in text for text in said] == [False, False, True, True]
    alone = build(made, options(made, reports=("small-byd",), formats=("html",)))
    assert [output.path for output in alone.outputs] == [output.path for output in summary.outputs[2:]]


def test_an_issue_stands_as_soon_as_it_is_done_whatever_becomes_of_the_next(project: Callable[..., Project]) -> None:
    made = two_companies(project())

    def stopped(name: str, done: int, total: int) -> None:
        if name == "rendering" and done > 3:  # of four, in any order: three make one issue whole, and half of another
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build(made, options(made, formats=("html",)), stopped)
    files = sorted((made.root / "reports").rglob("*.html"))
    assert [path.name for path in files] == ["board.html", "other.html"]
    assert len({path.parent for path in files}) == 1
    assert not any(verdict.problems for verdict in verify_files(files, [made.root / "corpus"], made.root))


def test_an_unknown_report_is_told_with_the_nearest(project: Callable[..., Project]) -> None:
    made = project()
    with pytest.raises(FootnotedError, match=r"There is no report 'smal'\. Did you mean 'small'"):
        build(made, options(made, reports=("smal",)))


KILLED = """
import sys
from pathlib import Path
from generator.build import Options, build
from generator.settings.project import open_project

root = Path(sys.argv[1])
build(open_project(root), Options(corpus=(root / "corpus",), out=root / "reports", formats=("html",)))
"""


def test_a_build_killed_at_any_moment_leaves_the_old_set_or_the_new_one(project: Callable[..., Project]) -> None:
    made = project()
    folder = build(made, options(made, formats=("html",))).outputs[0].path.parent
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
    for turn in range(5):
        (made.root / "corpus" / "a.txt").write_text(FIRST.replace("1131", f"113{turn}"), encoding="utf-8")
        process = subprocess.Popen([sys.executable, "-c", KILLED, str(made.root)], env=env)
        time.sleep(random.Random(turn).uniform(0.5, 8))
        process.kill()
        process.wait()
        assert sorted(path.name for path in folder.iterdir()) == ["board.html", "evidence.json"]
        assert verify_files([folder / "board.html"])[0].problems == ()
    said = text_of(build(made, options(made, formats=("html",))).outputs[0].path)
    assert "113.4 billion" in said
    left = {path.name for path in folder.parent.iterdir()} - {folder.name, f".{folder.name}.lock"}
    assert left == set()
