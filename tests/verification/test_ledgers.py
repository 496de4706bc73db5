"""Every ledger that a build writes keeps the published schema, and leads to what its files were made from."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from generator.build import Options, build
from generator.settings.project import open_project
from generator.settings.starting import start_project
from generator.verification.verify import verify_files
from tests.conftest import ROOT

SCHEMA = json.loads((ROOT / "config" / "schema" / "evidence.json").read_text(encoding="utf-8"))
NEWS = {
    "a.txt": "小米三季报\nFirst Daily· 2025-11-18 20:00\n小米集团2025年第三季度营收1131亿元，毛利率22.9%。\n",
    "b.txt": "比亚迪三季报\nFirst Daily· 2025-11-19 20:00\n比亚迪2025年第三季度营收1950亿元。\n",
}


def valid(folder: Path) -> dict[str, Any]:
    """Return the ledger in a folder, held against the published schema, its files against it."""
    whole: dict[str, Any] = json.loads((folder / "evidence.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.validate(whole, SCHEMA, jsonschema.Draft202012Validator)
    files = [output["file"] for output in whole["outputs"]]
    assert files == sorted(path.name for path in folder.iterdir() if path.suffix != ".json")
    assert all(verify_files([folder / name])[0].problems == () for name in files)
    return whole


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a project with one short report in two companies' worth of news."""
    folder = tmp_path / "project"
    start_project(folder)
    for path in [*folder.glob("corpus/**/*.*"), *folder.glob("config/reports/*")]:
        path.unlink()
    for name, text in NEWS.items():
        (folder / "corpus" / name).write_text(text, encoding="utf-8")
    return folder


def report(root: Path, text: str) -> None:
    (root / "config" / "reports" / "small.yaml").write_text(text, encoding="utf-8")


def built(root: Path, **more: Any) -> list[Path]:
    made = build(open_project(root), Options(corpus=(root / "corpus",), out=root / "reports", **more))
    return [output.path for output in made.outputs]


SMALL = "title: Small\nentity: xiaomi\naudiences: [board]\nsections: [{block: scorecard, metrics: [revenue]}, {block: sources}]\n"


def test_what_is_built_in_parts_says_what_each_file_was_made_from(root: Path) -> None:
    report(root, SMALL)
    folder = built(root, formats=("html", "pptx"))[0].parent
    assert all("files" not in one or not one["files"] for one in valid(folder)["inputs"])
    first = hashlib.sha256(SMALL.encode()).hexdigest()
    report(root, SMALL.replace("Small", "Changed"))
    built(root, formats=("html",))
    then = hashlib.sha256(SMALL.replace("Small", "Changed").encode()).hexdigest()
    told = [(i["sha256"], i["files"]) for i in valid(folder)["inputs"] if i["path"] == "config/reports/small.yaml"]
    assert sorted(told) == sorted([(first, ["board.pptx"]), (then, ["board.html"])])
    built(root, formats=("pptx",))
    told = [(i["sha256"], i["files"]) for i in valid(folder)["inputs"] if i["path"] == "config/reports/small.yaml"]
    assert told == [(then, [])], "both are made from the same again"


def test_every_ledger_of_a_matrix_is_valid(root: Path) -> None:
    matrix = "matrix: {entities: [xiaomi, byd], audiences: [board, retail]}"
    report(root, SMALL.replace("entity: xiaomi", matrix))
    folders = {path.parent for path in built(root, formats=("html",))}
    assert sorted(folder.parent.name for folder in folders) == ["small-byd", "small-xiaomi"]
    assert [len(valid(folder)["outputs"]) for folder in folders] == [2, 2]


def test_the_ledger_of_real_pages_is_valid(root: Path, seed: Path) -> None:
    report(root, (ROOT / "config" / "reports" / "weekly.yaml").read_text(encoding="utf-8"))
    options = Options(corpus=(seed,), out=root / "reports", formats=("html",), audiences=("board", "retail"))
    made = build(open_project(root), options).outputs
    whole = valid(made[0].path.parent)
    assert len(whole["evidence"]) == 2
    assert all(len(entries) > 5 for entries in whole["evidence"].values()), {
        k: len(v) for k, v in whole["evidence"].items()
    }


PEERS = """\
title: Side by side
entity: nio
audiences: [board, analysts, retail]
sections:
  - {block: peers, companies: [nio, xpeng, apple, byd, volkswagen], metrics: [revenue, net_profit, gross_margin]}
"""
IN_TURN = [
    ("NIO", "21.79 billion yuan", "-3.48 billion yuan"),
    ("XPeng", "20.38 billion yuan", "-380 million yuan"),
    ("Apple", "143.80 billion US dollars", "42.10 billion US dollars"),
    ("BYD", "194.99 billion yuan", "7.82 billion yuan"),
    ("Volkswagen", "80.31 billion euros", "-1.07 billion euros"),
]


def test_many_companies_in_several_currencies_stand_in_one_table_that_reads_back(root: Path) -> None:
    # Columns of '28.1 billion US dollars' ran into one another on a page, and 217.9 over 亿元 read as one figure.
    for i, (company, revenue, profit) in enumerate(IN_TURN):
        said = f"{company}'s revenue was {revenue} in the third quarter of 2025. Its net profit was {profit}."
        text = f"{company} reports\nFirst Daily· 2025-11-2{i} 20:00\n{said}\n"
        (root / "corpus" / f"{i}.txt").write_text(text, encoding="utf-8")
    report(root, PEERS)
    assert len(built(root, formats=("pdf", "pptx", "html"))) == 9
    whole = valid(root / "reports" / "small" / "2025-11-24")
    said = json.dumps(whole["outputs"], ensure_ascii=False)
    assert all(amount in said for amount in ("143.8 billion US dollars", "1,438.0亿美元", "−RMB 3.48 billion"))


BY_YEAR = """\
title: By year
entity: xiaomi
audiences: [analysts]
sections: [{block: table, columns: periods, metrics: [revenue], periods: [2023, 2024]}]
"""


def test_a_table_by_years_is_described_without_their_numbers(root: Path) -> None:
    # `The figures: Metric, 2024` as a slide's description claimed a number that nothing stands behind.
    news = "小米年报\nFirst Daily· 2025-11-18 20:00\n小米集团2024年营收3659亿元，2023年营收2710亿元。\n"
    (root / "corpus" / "c.txt").write_text(news, encoding="utf-8")
    report(root, BY_YEAR)
    assert [path.suffix for path in built(root, formats=("pdf", "pptx", "html"))] == [".pdf", ".pptx", ".html"]
    assert "The figures: Revenue, RMB billion" in json.dumps(valid(root / "reports" / "small" / "2025-11-19"))
