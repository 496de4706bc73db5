"""Right numbers in wrong places, and what no text shows: exchanged figures, speakers, labels, files, pictures."""

from __future__ import annotations

import re
import shutil
import zipfile
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pikepdf
import pytest

from generator.verification.evidence import Claim, Ledger
from generator.verification.ledger import read_ledger
from generator.verification.verify import verify


@pytest.fixture(scope="module")
def ledger(issue: Path) -> Ledger:
    return read_ledger(issue / "evidence.json")


def exchanged(text: str, one: str, other: str) -> str:
    """Return a text with the first place of one piece and the first of another exchanged."""
    assert text.count(one) and text.count(other) and one != other, (one, other)
    return text.replace(one, "\x00", 1).replace(other, one, 1).replace("\x00", other, 1)


def found(page: str, pattern: str) -> list[str]:
    """Return two different pieces of a page that a pattern finds."""
    pieces = list(dict.fromkeys(re.findall(pattern, page)))
    assert len(pieces) > 1, pattern
    return pieces[:2]


PAGE: dict[str, Callable[[str], str]] = {
    "two figures": lambda page: exchanged(page, *found(page, r'data-evidence="e\d+">[^<]*\d[^<]*</a>')),
    "their labels": lambda page: exchanged(page, ">Revenue<", ">Adjusted net profit<"),
    "speakers": lambda page: exchanged(page, *[f">{name}" for name in ("Lei Jun", "Lu Weibing")]),
    "what a click opens": lambda page: exchanged(page, *found(page, r'data-evidence="e\d+"')),
    "proofs": lambda page: exchanged(page, *found(page, r'id="proof-e\d+"')),
    "a bar's length": lambda page: re.sub(r'(<path [^>]*\bd="M[\d.]+,)([\d.]+)', r"\g<1>1", page, count=1),
    "what is hidden": lambda page: page.replace("<td", '<td style="display:none"', 1),
    "a tooltip": lambda page: page.replace("<section", '<section title="up 99%"', 1),
    "a comment of the code": lambda page: page.replace("</script>", "document.title = 99</script>", 1),
}


@pytest.mark.parametrize("what", PAGE)
def test_exchanges_in_a_page_for_browsers_are_found(issue: Path, ledger: Ledger, tmp_path: Path, what: str) -> None:
    page = (issue / "analysts.html").read_text(encoding="utf-8")
    altered = PAGE[what](page)
    assert altered != page
    (tmp_path / "analysts.html").write_text(altered, encoding="utf-8")
    assert verify(tmp_path / "analysts.html", ledger).problems


@pytest.mark.parametrize("form", ["html", "pptx", "pdf"])
def test_the_file_of_another_audience_is_found(issue: Path, ledger: Ledger, tmp_path: Path, form: str) -> None:
    shutil.copy(issue / f"board.{form}", tmp_path / f"analysts.{form}")
    assert len(verify(tmp_path / f"analysts.{form}", ledger).problems) > 5


def repacked(deck: Path, to: Path, change: Callable[[dict[str, bytes]], None]) -> None:
    with zipfile.ZipFile(deck) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    change(parts)
    with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)


def of(parts: dict[str, bytes], pattern: str) -> list[str]:
    names = sorted(name for name in parts if re.fullmatch(pattern, name))
    assert names, pattern
    return names


def a_digit_of_a_vector(parts: dict[str, bytes]) -> None:
    name = next(name for name in of(parts, r"ppt/media/.*\.svg") if re.search(rb">[\d.]*\d%?</text>", parts[name]))
    parts[name] = re.sub(rb">([\d.]*)\d(%?)</text>", rb">\g<1>x\g<2></text>", parts[name], count=1)


def a_shape_of_a_vector(parts: dict[str, bytes]) -> None:
    name = of(parts, r"ppt/media/.*\.svg")[0]
    parts[name] = parts[name].replace(b"<path ", b'<path opacity="0" ', 1)


def two_pictures(kind: str) -> Callable[[dict[str, bytes]], None]:
    def change(parts: dict[str, bytes]) -> None:
        one, other = of(parts, rf"ppt/media/.*\.{kind}")[:2]
        parts[one], parts[other] = parts[other], parts[one]

    return change


def two_rows_of_a_table(parts: dict[str, bytes]) -> None:
    name = next(name for name in of(parts, r"ppt/slides/slide\d+\.xml") if parts[name].count(b"<a:tr ") > 2)
    rows = re.findall(rb"<a:tr .*?</a:tr>", parts[name], re.DOTALL)[1:3]
    values = [re.findall(rb"<a:tc>.*?</a:tc>", row, re.DOTALL) for row in rows]
    for one, other in zip(*[cells[1:] for cells in values], strict=True):  # the labels stay where they are
        parts[name] = parts[name].replace(one, b"\x00", 1).replace(other, one, 1).replace(b"\x00", other, 1)


def what_it_carries(parts: dict[str, bytes]) -> None:
    name = next(n for n in of(parts, r"customXml/item\d+\.xml") if b"figures.csv" in parts[n])
    parts[name] = parts[name].replace(b"113", b"131", 1)


def a_diagram(parts: dict[str, bytes]) -> None:
    slide = "ppt/slides/_rels/slide2.xml.rels"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/diagramData"
    parts["ppt/diagrams/data1.xml"] = (
        b'<d xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:p><a:r><a:t>Up 99%</a:t></a:r></a:p></d>'
    )
    rel = f'<Relationship Id="rId99" Type="{kind}" Target="../diagrams/data1.xml"/></Relationships>'
    parts[slide] = parts[slide].replace(b"</Relationships>", rel.encode())
    types = "[Content_Types].xml"
    parts[types] = parts[types].replace(
        b"</Types>", b'<Override PartName="/ppt/diagrams/data1.xml" ContentType="application/xml"/></Types>'
    )


@pytest.mark.parametrize(
    "change",
    [
        a_digit_of_a_vector, a_shape_of_a_vector, two_pictures("svg"), two_pictures("png"), two_rows_of_a_table,
        what_it_carries, a_diagram,
    ],
)  # fmt: skip
def test_exchanges_and_what_hides_in_a_deck_are_found(
    issue: Path, ledger: Ledger, tmp_path: Path, change: Callable[[dict[str, bytes]], None]
) -> None:
    repacked(issue / "analysts.pptx", tmp_path / "analysts.pptx", change)
    assert verify(tmp_path / "analysts.pptx", ledger).problems
    repacked(issue / "analysts.pptx", tmp_path / "analysts.pptx", lambda parts: None)
    assert verify(tmp_path / "analysts.pptx", ledger).problems == (), "a deck that was only saved again"


def test_what_a_document_carries_is_held_too(issue: Path, ledger: Ledger, tmp_path: Path) -> None:
    with pikepdf.open(issue / "board.pdf") as document:
        name = next(name for name in document.attachments if "csv" in name)
        inside = document.attachments[name].get_file()
        altered = inside.read_bytes().replace(b"113", b"131", 1)
        document.attachments[name] = pikepdf.AttachedFileSpec(document, altered, filename=name)
        document.save(tmp_path / "board.pdf")
    problems = verify(tmp_path / "board.pdf", ledger).problems
    assert problems and all("the file's properties" in problem for problem in problems)


def first(ledger: Ledger, fits: Callable[[Claim], bool]) -> tuple[str, int]:
    key, entries = next((k, e) for k, e in ledger.evidence.items() if k.startswith("analysts"))
    return key, next(i for i, entry in enumerate(entries) if fits(entry.claim))


@pytest.mark.parametrize("what", ["value", "source", "formula", "input"])
def test_a_ledger_that_is_altered_with_its_file_is_found_out(issue: Path, ledger: Ledger, what: str) -> None:
    derived = what in ("formula", "input")
    key, at = first(ledger, lambda claim: claim.kind == "figure" and bool(claim.derivation) == derived)
    claim = ledger.evidence[key][at].claim
    if what == "value":
        changed = claim.model_copy(update={"value": (claim.value or Decimal(1)) * 2})
    elif what == "source":
        wrong = tuple(t.model_copy(update={"value": (t.value or Decimal(1)) * 3}) for t in claim.supporting)
        changed = claim.model_copy(update={"supporting": wrong, "value": (claim.value or Decimal(1)) * 3})
    else:
        assert claim.derivation
        name, given = next(iter(claim.derivation.inputs.items()))
        more = given.model_copy(update={"value": (given.value or Decimal(1)) * 2})
        inputs = {**claim.derivation.inputs, name: more} if what == "input" else claim.derivation.inputs
        formula = claim.derivation.formula + " * 2" if what == "formula" else claim.derivation.formula
        changed = claim.model_copy(
            update={"derivation": claim.derivation.model_copy(update={"formula": formula, "inputs": inputs})}
        )
    entry = ledger.evidence[key][at]
    entries = tuple(one.model_copy(update={"claim": changed}) if one is entry else one for one in ledger.evidence[key])
    altered = ledger.model_copy(update={"evidence": {**ledger.evidence, key: entries}})
    problems = verify(issue / "analysts.html", altered).problems
    assert any(problem.startswith(f"{entry.id}: ") for problem in problems), problems
