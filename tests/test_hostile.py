"""Hostile input: refused by name, within bounded memory and time, and nothing outside the project is read."""

from __future__ import annotations

import re
import time
import zipfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from weasyprint import HTML

from generator.corpus.document import Document, Span
from generator.corpus.reading import read_file
from generator.errors import SettingsInvalid, TemplateFailed, VerificationFailed
from generator.extraction.extractor import Extractor
from generator.extraction.rows import as_csv
from generator.rendering.environment import environment, render
from generator.rendering.fetching import Fetcher, Refused
from generator.rendering.opening import Unsafe, open_presentation
from generator.settings.builtin import folder
from generator.settings.catalogued import load_catalogue
from generator.settings.loading import validate_file
from generator.settings.project import open_project
from generator.settings.starting import start_project
from generator.settings.theme import Theme
from generator.settings.yaml_nodes import read_yaml
from generator.verification.ledger import read_ledger
from generator.verification.reading_back import read_back

MASTER = folder("templates") / "deck" / "master.pptx"


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Hold what is done against seconds of the processor: what else a machine has to do is not counted."""
    began = time.process_time()
    yield
    assert time.process_time() - began < seconds


def template(root: Path, text: str) -> Path:
    root.mkdir(exist_ok=True)
    (root / "a.html.jinja").write_text(text, encoding="utf-8")
    return root


# Templates


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{{ ''.__class__.__mro__[1].__subclasses__() }}", "unsafe"),
        ("{{ words.format.__globals__ }}", "unsafe"),
        ("{{ '{0.__class__.__init__.__globals__}'.format(words) }}", "unsafe|undefined|has no attribute"),
        ("{{ list.append(1) }}", "unsafe|not safely callable"),
        ("{{ 'x' * 10**9 }}", "repeated"),
        ("{{ 9 ** 9 ** 9 }}", "power"),
        ("{{ range(10 ** 9) | list }}", "[Rr]ange"),
        ("{% include '../../../../etc/passwd' %}", "there is no template '../../../../etc/passwd'"),
        ("{% import 'os' as os %}", "os"),
        ("{{ nothing }}", "'nothing' is undefined"),
    ],
)
def test_templates_break_out_of_nothing(tmp_path: Path, text: str, told: str) -> None:
    env = environment([template(tmp_path / "t", text)])
    with within(10), pytest.raises(TemplateFailed, match=told):
        render(env, "a.html.jinja", words="x", list=[])


def test_a_template_that_never_ends_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOOTNOTED_TEMPLATE_SECONDS", "1")
    loops = "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}"
    env = environment([template(tmp_path / "t", loops)])
    with within(10), pytest.raises(TemplateFailed, match=r"more than 1 seconds \(FOOTNOTED_TEMPLATE_SECONDS\)"):
        render(env, "a.html.jinja")


def test_a_template_that_never_ends_is_ended_in_a_thread_as_well(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FOOTNOTED_TEMPLATE_SECONDS", "1")
    loops = "\n{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}"
    env = environment([template(tmp_path / "t", loops)])
    with ThreadPoolExecutor(1) as threads:
        told = threads.submit(render, env, "a.html.jinja").exception(timeout=30)
        after = threads.submit(sum, range(10_000_000))  # the thread that it ran in is as good as before
        assert after.result() == sum(range(10_000_000))
    assert isinstance(told, TemplateFailed)
    assert re.search(r"a\.html\.jinja:2: TooMuch: it ran for more than 1 seconds", str(told))


def test_a_template_that_fills_the_memory_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOOTNOTED_TEMPLATE_MEGABYTES", "200")
    grows = (
        "{% set x = namespace(t='0123456789') %}{% for i in range(40) %}{% set x.t = x.t ~ x.t %}{% endfor %}{{ x.t }}"
    )
    env = environment([template(tmp_path / "t", grows)])
    with within(20), pytest.raises(TemplateFailed, match="FOOTNOTED_TEMPLATE_MEGABYTES"):
        render(env, "a.html.jinja")


def test_a_template_that_is_a_link_out_of_its_folder_is_not_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.jinja"
    secret.write_text("secret", encoding="utf-8")
    root = template(tmp_path / "t", "{% include 'b.html.jinja' %}")
    (root / "b.html.jinja").symlink_to(secret)
    with pytest.raises(TemplateFailed, match="leads out of the templates"):
        render(environment([root]), "a.html.jinja")


# What pages load


def rendered(root: Path, body: str) -> None:
    HTML(string=body, base_url=f"{root}/", url_fetcher=Fetcher([root])).render()


@pytest.mark.parametrize(
    "body",
    [
        '<img src="http://127.0.0.1:9/x.png">',
        '<img src="https://example.com/x.png">',
        '<img src="ftp://127.0.0.1/x.png">',
        '<img src="file:///etc/hostname">',
        '<img src="../secret.png">',
        '<img src="out.png">',
        '<img src="%2e%2e/secret.png">',
        '<img src="file://otherhost/etc/hostname">',
        '<link rel="stylesheet" href="../secret.css">',
        '<style>@import url("http://127.0.0.1:9/x.css");</style>',
        "<style>@font-face { font-family: x; src: url(file:///etc/hostname) } p { font-family: x }</style><p>x</p>",
        '<svg width="9" height="9"><image href="file:///etc/hostname" width="9" height="9"/></svg>',
        '<link rel="attachment" href="../secret.png">',
        '<img src=".git/config">',
    ],
)
def test_pages_load_nothing_from_outside(tmp_path: Path, body: str) -> None:
    (tmp_path / "secret.png").write_bytes(b"secret")
    root = tmp_path / "templates"
    (root / ".git").mkdir(parents=True)
    (root / ".git" / "config").write_text("x", encoding="utf-8")
    (root / "out.png").symlink_to(tmp_path / "secret.png")
    fetcher = Fetcher([root])
    with within(20), suppress(Refused):
        HTML(string=body, base_url=f"{root}/", url_fetcher=fetcher).write_pdf()
    assert re.search("leads out of|not in the project|no file", fetcher.refused[0])


def test_pages_load_what_is_in_the_project(tmp_path: Path) -> None:
    root = tmp_path / "templates"
    root.mkdir()
    (root / "logo.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>', encoding="utf-8")
    rendered(root, '<img src="logo.svg"><img src="data:image/svg+xml,%3Csvg/%3E">')


# YAML


def setting(root: Path, text: str) -> Path:
    path = root / "a.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_yaml_bomb_is_refused(tmp_path: Path) -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 10)}]" for i in range(1, 12)]
    with within(10), pytest.raises(SettingsInvalid, match="FOOTNOTED_YAML_NODES"):
        read_yaml(setting(tmp_path, "\n".join(lines)))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a: &a [*a]", "holds itself"),
        ("[" * 100_000, "depth"),
        ("a: !!python/object/apply:os.system ['true']", "could not determine a constructor"),
        ("x" * 17_000_000, "larger than 16 MB"),
    ],
)
def test_yaml_that_hurts_is_refused(tmp_path: Path, text: str, told: str) -> None:
    with within(20), pytest.raises(SettingsInvalid, match=told):
        read_yaml(setting(tmp_path, text))


# Names and links


def test_names_lead_nowhere(tmp_path: Path) -> None:
    start_project(tmp_path / "p")
    reports = tmp_path / "p" / "config" / "reports"
    (reports / "...yaml").write_text("title: x", encoding="utf-8")
    (reports / "a b.yaml").write_text("title: x", encoding="utf-8")
    (tmp_path / "elsewhere.yaml").write_text("title: x", encoding="utf-8")
    (reports / "link.yaml").symlink_to(tmp_path / "elsewhere.yaml")
    (tmp_path / "p" / "config" / "audiences" / "..x.yaml").write_text("name: x", encoding="utf-8")
    with pytest.raises(SettingsInvalid) as refused:
        open_project(tmp_path / "p")
    told = [p.path.name for p in refused.value.problems if "its name may hold" in p.message]
    assert sorted(told) == ["...yaml", "..x.yaml", "a b.yaml", "link.yaml"]


@pytest.mark.parametrize("name", ["../../../etc/x.pptx", "/etc/x.pptx", "..\\\\x.pptx", ".x.pptx"])
def test_a_master_lies_in_the_templates(tmp_path: Path, name: str) -> None:
    text = (folder("config") / "themes" / "sober.yaml").read_text(encoding="utf-8")
    _, problems = validate_file(read_yaml(setting(tmp_path, f'{text}\nmaster: "{name}"\n')), Theme)
    assert [problem.subject for problem in problems] == ["master"]


def test_a_link_out_of_the_corpus_is_told_and_not_read(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("Xiaomi's revenue was 1 yuan.", encoding="utf-8")
    (tmp_path / "corpus").mkdir()
    link = tmp_path / "corpus" / "a.txt"
    link.symlink_to(tmp_path / "secret.txt")
    read = read_file(link)
    assert not read.documents
    assert "leads out of its folder" in str(read.errors[0])


# Office files


def pptx(path: Path, part: str, content: bytes) -> Path:
    with zipfile.ZipFile(MASTER) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, content if name == part else old.read(name))
        if part not in old.namelist():
            new.writestr(part, content)
    return path


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = pptx(tmp_path / "bomb.pptx", "ppt/media/x.bin", bytes(400 * 2**20))
    assert path.stat().st_size < 2**20
    with within(20), pytest.raises(Unsafe, match="FOOTNOTED_OFFICE_MEGABYTES"):
        open_presentation(path)
    with pytest.raises(VerificationFailed, match="FOOTNOTED_OFFICE_MEGABYTES"):
        read_back(path, {})


def test_xml_entities_are_refused(tmp_path: Path) -> None:
    laughs = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10 if i else "ha"}">' for i in range(12))
    bomb = f'<?xml version="1.0"?><!DOCTYPE p [{laughs}]><p>&l11;</p>'.encode()
    outside = b'<?xml version="1.0"?><!DOCTYPE p [<!ENTITY x SYSTEM "file:///etc/hostname">]><p>&x;</p>'
    for content in (bomb, outside):
        with within(20), pytest.raises(Unsafe, match=r"presentation\.xml declares a document type"):
            open_presentation(pptx(tmp_path / "x.pptx", "ppt/presentation.xml", content))


def test_what_is_no_office_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.pptx").write_bytes(b"PK\x03\x04 and then nothing")
    with pytest.raises(Unsafe, match="no PowerPoint file"):
        open_presentation(tmp_path / "x.pptx")
    with pytest.raises(VerificationFailed, match="cannot be read"):
        read_back(tmp_path / "x.pptx", {})


def test_a_broken_ledger_and_pdf_are_told(tmp_path: Path) -> None:
    for content in (b"", b"{}", b"[" * 100_000, b"\xff\xfe"):
        (tmp_path / "evidence.json").write_bytes(content)
        with within(10), pytest.raises(VerificationFailed, match=r"evidence\.json is no ledger"):
            read_ledger(tmp_path / "evidence.json")
    (tmp_path / "x.pdf").write_bytes(b"%PDF-1.7 nothing")
    with pytest.raises(VerificationFailed, match="cannot be read"):
        read_back(tmp_path / "x.pdf", {})


# What corpus text may do


@pytest.mark.parametrize(
    "text",
    [
        "Xiaomi sold 5 million " + "smartphone " * 400 + "in China, revenue was 3 billion yuan.",
        "小米" + "日" * 800 + "公布营收50亿元,同比增长5%。",
        "Revenue was 5 billion yuan, from 3 billion yuan " + "sold " * 400 + "a year earlier, up 5%.",
        "小米此前预计" + "预计," * 500 + "全年交付38万辆,现上调至42万辆。",
        "We raise " + "our FY26E from " * 300 + "5 billion yuan.",
    ],
    ids=lambda text: text[:24],
)
def test_words_over_and_over_hold_no_reader_up(text: str) -> None:
    document = Document(
        "a", "A title", "A paper", None, "en" if text.isascii() else "zh-Hans", text, (Span(0, len(text)),)
    )
    extractor = Extractor(load_catalogue())
    with within(5):
        assert extractor.figures(document)
        extractor.quotes(document)


def test_a_text_is_no_formula_in_a_spreadsheet() -> None:
    rows = [
        {"title": '=HYPERLINK("http://x")', "text": "-3.1%", "value": -3.1},
        {"title": "@x", "text": "\t=1", "value": 2},
    ]
    assert as_csv(rows, ("title", "text", "value")).splitlines()[1:] == [
        '"\'=HYPERLINK(""http://x"")",\'-3.1%,-3.1',
        "'@x,'\t=1,2",
    ]


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "JavaScript:x"])
def test_only_addresses_of_the_web_become_links(address: str) -> None:
    document = Document("i", "t", None, None, "en", "t", (Span(0, 1),), address)
    assert document.link is None
    assert Document("i", "t", None, None, "en", "t", (Span(0, 1),), "https://example.com/a").link
