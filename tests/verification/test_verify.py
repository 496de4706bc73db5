"""What `verify` holds against what: files against the ledger, the ledger against itself, its schema and its sources."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import jsonschema
import pytest

from generator.build import Options, build
from generator.corpus.document import Document
from generator.corpus.reading import read_corpus
from generator.errors import VerificationFailed
from generator.settings.project import open_project
from generator.settings.starting import start_project
from generator.verification.evidence import Ledger, evidence_schema
from generator.verification.ledger import read_ledger, write_ledger
from generator.verification.restating import restates
from generator.verification.verify import verify, verify_files
from tests.command import footnoted


@pytest.fixture(scope="module")
def ledger(issue: Path) -> Ledger:
    return read_ledger(issue / "evidence.json")


@pytest.fixture(scope="module")
def sources(issue: Path) -> dict[str, Document]:
    corpus = read_corpus([issue.parents[2] / "corpus"])
    return {document.id: document for document in (*corpus.documents, *corpus.superseded)}


def test_the_ledger_keeps_its_schema(issue: Path) -> None:
    whole = json.loads((issue / "evidence.json").read_text(encoding="utf-8"))
    jsonschema.validate(whole, evidence_schema())
    broken = {**whole, "version": 2}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(broken, evidence_schema())


def test_the_ledger_comes_back_as_it_was_written(ledger: Ledger, tmp_path: Path) -> None:
    write_ledger(ledger, tmp_path / "evidence.json")
    assert read_ledger(tmp_path / "evidence.json") == ledger


def test_every_entry_leads_to_its_words_and_says_where_it_is_printed(
    ledger: Ledger, sources: Mapping[str, Document]
) -> None:
    entries = [entry for briefing in ledger.evidence.values() for entry in briefing]
    assert len(entries) > 100
    assert {entry.claim.kind for entry in entries} >= {"figure", "quote", "rating"}
    assert any(entry.claim.dissenting for entry in entries)
    for entry in entries:
        assert entry.printed
        targets = list(entry.claim.targets())
        assert targets
        for target in targets:
            quote, position = target.selector
            text = sources[target.source].text
            assert text[position.start : position.end] == quote.exact
            assert text[: position.start].endswith(quote.prefix)
            assert text[position.end :].startswith(quote.suffix)
    derived = [entry.claim.derivation for entry in entries if entry.claim.derivation]
    assert all(one.formula and one.inputs for one in derived)
    assert {one.path.split("/")[0] for one in ledger.inputs} >= {"builtin", "config"}


@pytest.mark.parametrize("file", ["board.pdf", "analysts.pptx", "retail.html"])
def test_files_and_sources_agree(issue: Path, ledger: Ledger, sources: Mapping[str, Document], file: str) -> None:
    verdict = verify(issue / file, ledger, sources)
    assert verdict.problems == ()
    assert verdict.sources


def test_a_changed_source_is_told(issue: Path, ledger: Ledger, sources: dict[str, Document]) -> None:
    cited = next(d for d in ledger.documents if "results" in (sources[d.id].path or Path()).parts)
    text = sources[cited.id].text
    changed = {**sources, cited.id: replace(sources[cited.id], text=text.replace("1", "7"))}
    problems = verify(issue / "analysts.pdf", ledger, changed).problems
    assert any("was changed" in problem for problem in problems)
    assert any("does not stand in its source" in problem for problem in problems)
    gone = {key: document for key, document in sources.items() if key != cited.id}
    assert any("does not hold the source" in p for p in verify(issue / "analysts.pdf", ledger, gone).problems)


def test_a_ledger_that_claims_another_value_is_found_out(issue: Path, ledger: Ledger) -> None:
    key, entries = next((k, e) for k, e in ledger.evidence.items() if k.startswith("board"))
    first = next(entry for entry in entries if entry.claim.metric == "revenue" and entry.claim.measure == "level")
    wrong = first.model_copy(update={"claim": first.claim.model_copy(update={"value": first.claim.value * 2})})
    others = tuple(wrong if entry is first else entry for entry in entries)
    altered = ledger.model_copy(update={"evidence": {**ledger.evidence, key: others}})
    problems = verify(issue / "board.pdf", altered).problems
    assert any("is not what its evidence says" in problem for problem in problems)
    assert any("no source states revenue" in problem for problem in problems)


def test_a_file_without_its_evidence_or_unknown_to_it_is_told(issue: Path, tmp_path: Path) -> None:
    shutil.copy(issue / "board.pdf", tmp_path / "other.pdf")
    with pytest.raises(VerificationFailed, match=r"evidence\.json"):
        verify_files([tmp_path / "other.pdf"])[0]
    shutil.copy(issue / "evidence.json", tmp_path / "evidence.json")
    assert "does not know this file" in verify_files([tmp_path / "other.pdf"])[0].problems[0]


def test_the_command_tells_page_words_and_evidence(issue: Path, tmp_path: Path) -> None:
    for name in ("board.html", "evidence.json"):
        shutil.copy(issue / name, tmp_path / name)
    page = (tmp_path / "board.html").read_text(encoding="utf-8")
    (tmp_path / "board.html").write_text(
        page.replace(">113.1 billion yuan<", ">131.1 billion yuan<", 1), encoding="utf-8"
    )
    ended = footnoted("verify", "board.html", folder=tmp_path)
    assert ended.returncode == 9
    assert "page 1: '131.1 billion yuan' stands where the evidence has '113.1 billion yuan'." in ended.stdout
    assert "revenue of xiaomi, 2025-Q3" in ended.stdout
    whole = footnoted("verify", str(issue / "board.pdf"), folder=tmp_path)
    assert whole.returncode == 0, whole.stdout + whole.stderr
    assert "all as evidence and sources have them" in whole.stdout


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        (
            "document/blocks/scorecard.html.jinja",
            "<p>Revenue rose by {{ [99, 9] | join('.') }} percent</p>",
            "nothing stands behind 'Revenue rose",
        ),
        (
            "document/blocks/scorecard.html.jinja",
            "<p>Sold {{ [20, 26] | join }} units</p>",
            "nothing stands behind 'Sold 2026",
        ),
        (  # digits of `7 January 2026`
            "document/blocks/scorecard.html.jinja",
            "<p><b>{{ 3 + 4 }}</b></p>",
            "nothing stands behind '7'",
        ),
        (
            "document/blocks/scorecard.html.jinja",
            "<p>The chairman said {{ ['“', 'all is well here”'] | join }}</p>",
            "nothing stands behind 'The",
        ),
        (
            "document/blocks/scorecard.html.jinja",
            '<p data-evidence="e1">99.9 billion yuan</p>',
            "nothing stands behind '99.9",
        ),
        (
            "document/blocks/scorecard.html.jinja",
            '<p class="x">x</p><style>.x::after { content: "up 99%" }</style>',
            "99%",
        ),
        (
            "document/blocks/scorecard.html.jinja",
            '<p class="x">x</p><style>body { counter-reset: n 987 } .x::after { content: counter(n) }</style>',
            "nothing stands behind '987'",
        ),
        (
            "deck/scorecard.yaml.jinja",
            'kind: text\nheadline: [{text: "[{{ 900 + 87 }}]", citations: [{{ 900 + 87 }}]}]\nparagraphs: []\n',
            "nothing stands behind '.987.'",
        ),
        (
            "deck/scorecard.yaml.jinja",
            'kind: text\nheadline: [{text: "{{ 900 + 87 }}", link: "slide:nowhere"}]\nparagraphs: []\n',
            "nothing stands behind '987'",
        ),
        (
            "deck/scorecard.yaml.jinja",
            "kind: text\nheadline: Up {{ [99, 9] | join('.') }} percent\nparagraphs: []\n",
            "nothing stands behind 'Up",
        ),
    ],
)
def test_a_template_that_states_a_figure_of_its_own_is_not_published(
    tmp_path: Path, name: str, text: str, told: str
) -> None:
    root = tmp_path / "project"
    start_project(root)
    shutil.rmtree(root / "config" / "reports")
    (root / "config" / "reports").mkdir()
    report = (
        "title: Small\nentity: xiaomi\nsections:\n  - {block: scorecard, metrics: [revenue]}\n  - {block: sources}\n"
    )
    (root / "config" / "reports" / "small.yaml").write_text(report, encoding="utf-8")
    (root / "templates" / name).parent.mkdir(parents=True)
    (root / "templates" / name).write_text(text, encoding="utf-8")
    form = "pptx" if name.startswith("deck") else "pdf"
    options = Options(corpus=(root / "corpus" / "results",), out=root / "reports", formats=(form,))
    with pytest.raises(VerificationFailed, match=told):
        build(open_project(root), options)
    assert not list((root / "reports").rglob("*.pdf"))
    (root / "templates" / name).write_text(text.replace("<p", "<p data-own") if form == "pdf" else "", encoding="utf-8")
    if "data-evidence" not in text and "::after" not in text:
        build(open_project(root), options)


@pytest.mark.parametrize(
    ("text", "value", "unit", "right"),
    [
        ("113.1 billion yuan", "113121000000", "CNY", True),
        ("131.1 billion yuan", "113121000000", "CNY", False),
        ("113.1 million yuan", "113121000000", "CNY", False),
        ("1131亿元", "113121000000", "CNY", True),
        ("1131万元", "113121000000", "CNY", False),
        ("113.1%", "113121000000", "CNY", False),
        ("113.1", "113121000000", "CNY", True),
        ("up 22.3%", "22.3", "percent", True),
        ("down 22.3%", "22.3", "percent", False),
        ("−3.1%", "-3.1", "percent", True),
        ("3.1%", "-3.1", "percent", False),
        ("下降3.1%", "-3.1", "percent", True),
        ("unchanged", "0", "percent", True),
        ("unchanged", "1", "percent", False),
        ("over 410,000", "410000", "count", True),
        ("41万", "410000", "count", True),
        ("42万", "410000", "count", False),
    ],
)
def test_a_printed_text_restates_its_value(text: str, value: str, unit: str, right: bool) -> None:
    assert restates(text, Decimal(value), unit, Decimal("0.1") if unit == "percent" else Decimal(1000)) is right
