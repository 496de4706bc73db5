"""Whatever a valid report asks for is published and reads back, or is left out with a notice; nothing ends in a traceback.

Found by it: `trillion` alone at the end of a chart's label, amounts of four companies that ran into one another, a table
by years described with their numbers, progress towards a target price, a heat table that asks for one thing thrice.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, Phase, given, reject, settings
from hypothesis import strategies as st

from generator.build import Options, build
from generator.errors import SettingsInvalid
from generator.settings.project import open_project
from generator.settings.starting import start_project

NEWS = """\
{name} reports its third quarter
First Daily· 2025-11-1{day} 20:00
{name}'s revenue rose 22.3% to {revenue} in the third quarter of 2025. Its net profit was {profit}, its gross margin 22.9%.
Revenue was {before} in the third quarter of 2024. Its capital expenditure was {spent} in 2024.
{name} expects revenue of {revenue} in the fourth quarter of 2025.
"""
TOLD = (
    ("Xiaomi", "113.1 billion yuan", "11.3 billion yuan", "92.5 billion yuan", "7.2 billion yuan"),
    ("Apple", "102.4 billion US dollars", "27.4 billion US dollars", "83.7 billion US dollars", "9 billion US dollars"),
    ("Foxconn", "2.06 trillion New Taiwan dollars", "57.7 billion New Taiwan dollars", "1.85 trillion New Taiwan dollars", "140 billion New Taiwan dollars"),
    ("SAP", "9.08 billion euros", "1.99 billion euros", "8.47 billion euros", "900 million euros"),
)  # fmt: skip
COMPANIES = ("xiaomi", "apple", "foxconn", "sap", "byd")
AMOUNTS = ("revenue", "net_profit", "capex", "rd_expense", "target_price", "ev_deliveries", "gross_margin", "eps")
KINDS = (
    "bar", "grouped_bar", "stacked_bar", "line", "area", "donut", "share_bar", "target", "bullet", "waterfall", "slope",
    "dumbbell", "sparkline", "timeline", "heat_table",
)  # fmt: skip

ref = st.fixed_dictionaries(
    {"metric": st.sampled_from(AMOUNTS)},
    optional={
        "entity": st.sampled_from(COMPANIES),
        "measure": st.sampled_from(["yoy", "qoq"]),
        "basis": st.sampled_from(["target", "forecast", "consensus"]),
        "period": st.sampled_from(["2025-Q3", "2024", "2025-09"]),
        "label": st.just({"en": "An author's own name for it that goes on and on", "zh": "作者自己的一个名称"}),
    },
)
money = st.fixed_dictionaries(
    {"metric": st.sampled_from(AMOUNTS[:4])}, optional={"entity": st.sampled_from(COMPANIES[:4])}
)
refs = st.lists(ref, min_size=1, max_size=8)
periods = st.sampled_from([1, 2, 6, 12, ["2024-Q3", "2025-Q3"], [2023, 2024]])


def block(name: str, **more: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({"block": st.just(name), **more})


SECTIONS = st.lists(
    st.one_of(
        block("chart", kind=st.sampled_from(KINDS), metrics=st.lists(money, min_size=2, max_size=5)),
        block("chart", kind=st.sampled_from(KINDS), metrics=refs, periods=periods),
        block("scorecard", metrics=refs),
        block("table", metrics=refs, columns=st.sampled_from(["periods", "measures"]), periods=periods),
        block(
            "peers",
            companies=st.lists(st.sampled_from(COMPANIES), min_size=2, max_size=5, unique=True),
            metrics=st.lists(st.sampled_from(AMOUNTS), min_size=1, max_size=6),
        ),
        block("target_progress", metrics=refs),
        block("key_messages", metrics=refs),
        *map(block, ("quotes", "ratings", "what_changed", "glossary", "conflicts", "method")),
    ),
    min_size=3,
    max_size=7,
)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("any") / "project"
    start_project(folder)
    for path in [*folder.glob("corpus/**/*.*"), *folder.glob("config/reports/*")]:
        path.unlink()
    for day, (name, revenue, profit, before, spent) in enumerate(TOLD):
        text = NEWS.format(day=day, name=name, revenue=revenue, profit=profit, before=before, spent=spent)
        (folder / "corpus" / f"{day}.txt").write_text(text, encoding="utf-8")
    return folder


# A failing report is told as it was drawn: to make it smaller takes a build for each of hundreds of tries.
@settings(
    max_examples=12,
    deadline=None,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(sections=SECTIONS, entity=st.sampled_from(COMPANIES), audience=st.sampled_from(["analysts", "retail"]))
def test_any_valid_report_is_published_and_reads_back(
    root: Path, sections: list[dict[str, Any]], entity: str, audience: str
) -> None:
    report = {"title": {"en": "Any", "zh": "任意"}, "entity": entity, "audiences": [audience], "sections": sections}
    text = yaml.safe_dump(report, allow_unicode=True, sort_keys=False)
    (root / "config" / "reports" / "any.yaml").write_text(text, encoding="utf-8")
    try:
        project = open_project(root)
    except SettingsInvalid:
        reject()  # a chart of several units, say: told with its place
    made = build(project, Options(corpus=(root / "corpus",), out=root / "reports", formats=("pdf", "pptx", "html")))
    assert not made.failed
    assert {one.path.suffix for one in made.outputs} == {".pdf", ".pptx", ".html"}
