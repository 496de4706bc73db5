"""Numbers and quotations that an author types: each told with file, line and column, wherever they stand."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.briefing.gate import faults, typed_problems
from generator.briefing.words import load_words
from generator.errors import Problem, SettingsInvalid, TemplateFailed
from generator.settings.project import Project, open_project
from tests.briefing.composing import audience, composed, marked, quarters, selected

REPORT = """\
title: {en: "{{ entity }} in 2025", zh: 小米}
entity: xiaomi
sections:
  - block: text
    body:
      en: |2
          Revenue {{ figure("revenue", period="2025-Q3") }} rose 22.3% in
          {# 7 #}{{ own("3 steps") }}, the SU7 sold 10,000 times, three billion in all.
      zh: 营收增长22%，目标{{ period }}翻番。
  - block: chart
    metrics: [{metric: revenue, label: Revenue of 99}]
    headline: Up by 5 points
    takeaway: 'Lei Jun: “we will win”'
  - block: key_messages
    messages: [Half of it, "-{{ figure(\'revenue\') }}", "{{ figure(\'revenue\') }}%"]
  - block: timeline
    events: [{date: 2026-01-01, text: Twice as much}]
  - block: glossary
    terms: [{term: ARPU, meaning: Revenue of 7 users}]
  - block: chart_pair
    charts:
      - {metrics: [revenue], title: Top 5}
      - {metrics: [revenue], headline: Up 6}
"""


def opened(folder: Path, **files: str) -> Project:
    """Open a project made of files of config/, each given as its path, `__` for the slash."""
    for name, text in files.items():
        path = folder / "config" / name.replace("__", "/").replace("_yaml", ".yaml").replace("_md", ".md")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return open_project(folder, typed_problems)


def refused(folder: Path, **files: str) -> list[Problem]:
    with pytest.raises(SettingsInvalid) as told:
        opened(folder, **files)
    return list(told.value.problems)


def test_every_typed_number_and_quotation_of_a_report_has_its_place(tmp_path: Path) -> None:
    problems = refused(tmp_path, reports__mine_yaml=REPORT)
    lines = REPORT.split("\n")
    found = [(p.value, lines[p.line - 1][p.column - 1 :][: len(p.value or "")]) for p in problems]
    assert [value for value, _ in found] == [
        "2025", "22.3%", "10,000 times", "three billion", "22%", "翻番", "99", "5 points", "we will win",
        "Half", "-", "%", "Twice", "7", "5", "6",
    ]  # fmt: skip
    assert all(value == there for value, there in found)
    assert re.search(r"mine\.yaml:7:\d+: .*'22\.3%' is typed", str(problems[1]))
    assert '{{ own("22.3% …") }}' in str(problems[1])


SMALL = "title: Small\nentity: xiaomi\naudiences: [mine]\nsections:\n  - {block: text, file: outlook.md}\n"
AUDIENCE = "name: Readers\nlanguage: en\n"
OUTLOOK = """\
# Where we stand

<!-- 99 is only a note -->
Revenue was {{ figure("revenue") }},
{{ own("the best of 3 years") }}.

- One of the first
"""


def test_prose_in_markdown_is_judged_by_line_and_column(tmp_path: Path) -> None:
    text = OUTLOOK + "- Sales rose 22%,\n  and cars doubled.\n"
    files = {"reports__small_yaml": SMALL, "audiences__mine_yaml": AUDIENCE}
    problems = refused(tmp_path, prose__outlook_md=text, **files)
    assert [(p.path.name, p.line, p.column, p.value) for p in problems] == [
        ("outlook.md", 8, 14, "22%"),
        ("outlook.md", 9, 12, "doubled"),
    ]
    assert "- Sales rose 22%," in str(problems[0])


def test_prose_in_markdown_is_printed_under_its_own_heading(tmp_path: Path) -> None:
    project = opened(tmp_path, reports__small_yaml=SMALL, audiences__mine_yaml=AUDIENCE, prose__outlook_md=OUTLOOK)
    section = project.reports["small"].sections[0]
    briefing = composed(selected(quarters()), section.model_dump(exclude={"file"}), to=audience("en"))
    assert briefing.sections[0].title == "Where we stand"
    told = [("- " if p.bullet else "") + marked(p.line) for p in briefing.sections[0].block.paragraphs]  # type: ignore[union-attr]
    assert told == ["Revenue was [113.1 billion yuan] (Q3 2025), the best of 3 years.", "- One of the first"]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("outlok.md", r"small\.yaml:5:25: .*cannot be read: No such file.*Did you mean 'outlook\.md'"),
        ("../reports/small.yaml", "is no Markdown file"),
        ("../../secret.md", "is no Markdown file"),
        ("link.md", "is a link out of its folder"),
        ("latin.md", "is not UTF-8"),
        ("long.md", "is longer than 1,048,576 characters"),
    ],
)
def test_a_file_that_is_no_prose_is_told(tmp_path: Path, name: str, told: str) -> None:
    (tmp_path / "config" / "prose").mkdir(parents=True)
    (tmp_path / "secret.md").write_text("secret")
    (tmp_path / "config" / "prose" / "link.md").symlink_to(tmp_path / "secret.md")
    (tmp_path / "config" / "prose" / "long.md").write_text("word " * 2**20)
    (tmp_path / "config" / "prose" / "latin.md").write_bytes("caf\u00e9".encode("latin-1"))
    report = SMALL.replace("outlook.md", name)
    problems = refused(tmp_path, reports__small_yaml=report, audiences__mine_yaml=AUDIENCE, prose__outlook_md=OUTLOOK)
    assert len(problems) == 1
    assert re.search(f"(?s){told}", str(problems[0]))


def test_disclaimers_definitions_and_names_are_judged_too(tmp_path: Path) -> None:
    problems = refused(
        tmp_path,
        reports__small_yaml=SMALL.replace("file: outlook.md", "body: x"),
        audiences__mine_yaml="name: Top 50 holders\nlanguage: en\ndisclaimer: Under IFRS 15 of 2025.\n",
        catalogue__metrics_yaml="subscribers: {name: 5G subscribers, unit: count, definition: At least 3 months}\n"
        "arpu: {name: Revenue of RMB 99 billion, unit: money}\n",
        catalogue__publishers_yaml="36kr: {name: 36Kr}\n".replace("36kr", "kr36"),
    )
    assert [(p.path.name, p.value) for p in problems] == [
        ("mine.yaml", "15"),
        ("mine.yaml", "2025"),
        ("metrics.yaml", "3"),
        ("metrics.yaml", "Revenue of RMB 99 billion"),
    ]


def test_what_is_marked_as_own_is_printed_wherever_it_stands() -> None:
    readers = audience("en").model_copy(
        update={"disclaimer": audience("en").name.model_copy(update={"en": 'Under {{ own("IFRS 15") }}.'})}
    )
    label = {"en": 'Revenue ({{ own("Top 3") }})', "zh": "x"}
    section = {"block": "scorecard", "metrics": [{"metric": "revenue", "label": label}]}
    briefing = composed(selected(quarters()), section, to=readers)
    assert briefing.disclaimer == "Under IFRS 15."
    assert briefing.sections[0].block.cards[0].label == "Revenue (Top 3)"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "section",
    [
        {"block": "scorecard", "metrics": [{"metric": "revenue", "label": "Revenue of 99"}]},
        {"block": "glossary", "terms": [{"term": "ARPU", "meaning": "{{ 90 + 9 }} users"}]},
        {"block": "chart", "metrics": ["revenue"], "headline": "{{ figure('revenue') }}%"},
        {"block": "text", "body": "{{ own('1') }}{{ figure('revenue') }}"},
        {"block": "text", "body": "{{ figure('revenue') }}**%**"},
        {"block": "text", "body": "**−** {{ figure('revenue') }}"},
        {"block": "text", "body": "minus {{ figure('revenue') }}"},
        {"block": "text", "body": "{{ figure('revenue') }},000"},
        {"block": "text", "body": "{{ figure('revenue') }}{{ figure('revenue') }}"},
        {"block": "text", "body": "{{ '\u2212' }}{{ figure('revenue') }}"},
        {"block": "text", "body": "{{ figure('revenue') }} {{ 'million' }}"},
        {"block": "text", "body": "It said {{ '“all is well”' }}"},
        {"block": "text", "body": "{{ own('3') }} of 3"},
    ],
)
def test_what_a_place_was_not_known_to_state_is_refused_before_print(section: dict[str, object]) -> None:
    with pytest.raises(TemplateFailed, match=r"own\(|stands right beside a figure"):
        composed(selected(quarters()), section, to=audience("en"))


@pytest.mark.parametrize(
    "words",
    [
        "One of the best", "the first of its kind", "both businesses", "no one", "the SU7 and 5G", "once again",
        "Quarter by quarter", "for a second year", "a third party", "halfway there", "double down on AI",
        "第一", "第三方", "一家公司", "统一", "十分重要", "万一", "一直", "三星", "二手车", "双十一", "上半年",
        "三折叠", "近半年", "千万别", "百度", "万科",
    ],
)  # fmt: skip
def test_words_that_only_look_like_numbers_are_words(words: str) -> None:
    assert list(faults(words)) == []


@pytest.mark.parametrize(
    "words",
    [
        "three billion yuan", "profit doubled", "more than tripled", "half of sales", "half its sales", "a third of the",
        "two-thirds", "one in five", "ten percent", "twice as much", "dozens of stores", "hundreds of stores", "a million",
        "two models", "the third quarter", "In Q3", "½ of it", "②", "１２％", "FY2025",
        "三成", "翻番", "翻了两番", "两千万", "两千万台", "百分之二十", "三分之一", "过半", "两家公司", "三个优先事项", "第三季度",
        "二〇二五年", "近七季", "逾千亿元", "一倍", "growth of .5%", "a couple of models", "single-digit", "mid-teens",
        "数亿元", "千亿市值", "三十余", "一百", "八折", "百分百", "近半收入", "双位数",
    ],
)  # fmt: skip
def test_numbers_in_words_are_numbers(words: str) -> None:
    assert list(faults(words))


@pytest.mark.parametrize(
    ("wording", "told"),
    [
        ("metric: {en: Up 99%, zh: 指标}", r"labels\.yaml:1:14: metric › en: '99%' would be stated in every briefing"),
        ("metric: {en: Metric, zh: 指标翻番}", r"labels\.yaml:1:26: metric › zh: '翻番'"),
        ("metric: {en: They said “all is well”, zh: 指标}", "'all is well' would be stated"),
    ],
)
def test_the_fixed_words_of_templates_state_nothing(tmp_path: Path, wording: str, told: str) -> None:
    (tmp_path / "labels.yaml").write_text(wording, encoding="utf-8")
    with pytest.raises(SettingsInvalid, match=told):
        load_words("en", [tmp_path])
    (tmp_path / "labels.yaml").write_text("metric: {en: Two figures agree, zh: 两个数据}", encoding="utf-8")
    assert load_words("en", [tmp_path]).labels["metric"] == "Two figures agree"


TRANSLATED = "- original: 空调的出货量超69万台，同比增长63%，收入翻番，达两千万元\n  en: "


@pytest.mark.parametrize(
    ("translation", "wrong"),
    [
        ("over 690,000 air conditioners, up 63%; revenue doubled, to 20 million yuan", []),
        ("over 0.69 million air conditioners, up 63%", []),
        ("over 960,000 million air conditioners, up 36%", ["960,000 million", "36%"]),
        ("up 63%, to 2 billion yuan", ["2 billion yuan"]),
        ("over 5,000 air conditioners, in December", ["5,000"]),
    ],
)
def test_a_translation_states_what_its_original_does(tmp_path: Path, translation: str, wrong: list[str]) -> None:
    files = {
        "reports__small_yaml": SMALL.replace("file: outlook.md", "body: x"),
        "audiences__mine_yaml": AUDIENCE,
        "translations_yaml": f"{TRANSLATED}{translation}\n",
    }
    if not wrong:
        assert opened(tmp_path, **files).translations
        return
    problems = refused(tmp_path, **files)
    assert [p.value for p in problems] == wrong
    assert "translations.yaml:2:" in str(problems[0]) and "is not what the original says" in str(problems[0])


def test_a_full_width_comma_parts_two_numbers() -> None:
    words = "Outlet 10，2025年"
    assert [words[fault.span.start : fault.span.end] for fault in faults(words)] == ["10", "2025"]


def test_what_is_written_before_amounts_states_nothing(tmp_path: Path) -> None:
    files = {"reports__small_yaml": SMALL.replace("file: outlook.md", "body: x")}
    style = "numbers: {labels: {CNY: half of the RMB}}\n"
    (problem,) = refused(tmp_path, **files, audiences__mine_yaml=AUDIENCE + style)
    assert "mine.yaml" in str(problem) and problem.value == "half"
