"""Formats that carry running text, each read from a real file of its kind."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import datetime
from pathlib import Path

import docx
import pytest
import weasyprint

from generator.corpus.document import Document
from generator.corpus.reading import read_corpus, read_file
from generator.settings.corpus import Limits

NEWS = "小米集团第三季度营收1131亿元，同比增长22.3%。雷军在电话会上表示，公司会坚持技术为本，继续加大研发投入。"
ENGLISH = "Xiaomi's revenue rose 22.3% year on year to RMB 113.1 billion in the third quarter, the company said."
PAGE = f"""<!doctype html><html lang=en><head><meta charset=CHARSET><title>Xiaomi in Q3 - First Daily</title>
<meta property="og:site_name" content="First Daily"><link rel=canonical href="https://news.example/xiaomi-q3">
<meta property="article:published_time" content="2025-11-18T20:05:00+08:00">
<meta property="article:modified_time" content="2025-11-19T08:00:00+08:00"></head>
<body><nav>Home Markets About</nav><article><h1>Xiaomi in Q3</h1><p>{NEWS}</p><p>{ENGLISH}</p></article>
<footer>All rights reserved</footer></body></html>"""


def only(path: Path, limits: Limits = Limits()) -> Document:  # noqa: B008
    read = read_file(path, limits=limits)
    assert read.errors == []
    (document,) = read.documents
    return document


def refused(path: Path, **limits: int) -> str:
    read = read_file(path, limits=Limits(**limits))
    assert read.documents == []
    (error,) = read.errors
    return str(error)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5", "utf-16"])
def test_a_text_in_any_likely_encoding(tmp_path: Path, encoding: str) -> None:
    text = "小米集團公布業績\n小米集團第三季度營收1131億元，按年增長22.3%。" if encoding == "big5" else NEWS
    (tmp_path / "news.txt").write_bytes(text.encode(encoding))
    assert only(tmp_path / "news.txt").text == text


def test_a_saved_page_is_its_article(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_bytes(PAGE.replace("CHARSET", "gb2312").encode("gb18030"))
    document = only(tmp_path / "page.html")
    assert (document.title, document.publisher) == ("Xiaomi in Q3", "First Daily")
    assert str(document.published) == "2025-11-18 20:05:00" and str(document.revised) == "2025-11-19 08:00:00"
    assert document.address == "https://news.example/xiaomi-q3"
    assert NEWS in document.text and ENGLISH in document.text
    assert "Markets" not in document.text and "rights" not in document.text


def test_a_page_without_a_suffix_is_told_by_its_content(tmp_path: Path) -> None:
    (tmp_path / "saved").write_text(PAGE.replace("CHARSET", "utf-8"), encoding="utf-8")
    assert only(tmp_path / "saved").publisher == "First Daily"


def test_a_page_with_its_facts_in_json_ld(tmp_path: Path) -> None:
    said = json.dumps({"@graph": [{"@type": "NewsArticle", "datePublished": "2026-01-03T09:30:00+08:00"}]})
    page = f'<html><head><script type="application/ld+json">{said}</script></head><body><p>{NEWS}</p></body></html>'
    (tmp_path / "page.htm").write_text(page, encoding="utf-8")
    assert str(only(tmp_path / "page.htm").published) == "2026-01-03 09:30:00"


def test_the_address_in_json_ld_is_the_articles_and_not_its_outlets(tmp_path: Path) -> None:
    said = [
        {"@type": "Organization", "name": "First Daily", "url": "https://daily.example/"},
        {"@type": "NewsArticle", "headline": "H", "mainEntityOfPage": {"@id": "https://daily.example/1"}},
    ]
    page = f'<html><head><script type="application/ld+json">{json.dumps({"@graph": said})}</script></head><body><p>{NEWS}</p></body></html>'
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    assert only(tmp_path / "page.html").address == "https://daily.example/1"


def test_a_pdf(tmp_path: Path) -> None:
    head = (
        "<title>Third quarter</title><meta name=author content='Xiaomi'><meta name=dcterms.created content=2025-11-18>"
    )
    body = f"<p>{ENGLISH}</p><p style='break-before: page'>{NEWS}</p>"
    weasyprint.HTML(string=f"<html lang=zh><head>{head}</head><body>{body}</body></html>").write_pdf(tmp_path / "note")
    document = only(tmp_path / "note")  # told by its content
    assert (document.title, document.publisher, str(document.published)) == (
        "Third quarter", "Xiaomi", "2025-11-18 00:00:00",
    )  # fmt: skip
    assert ENGLISH in document.text.replace("\n", " ") and NEWS in document.text.replace("\n", "")
    assert "2 pages" in refused(tmp_path / "note", pages=1)


COLUMNS = (
    "<style>@page {{ size: A4 }} div {{ columns: 2; text-align: justify; hyphens: auto }} body {{ font-family: {font} }}</style>"
    "<h1>{title}</h1><p>{day}</p><div><p>{body}</p></div><table><tr><td>Revenue<td>113.1<td>92.5</tr>"
    "<tr><td>Adjusted net profit<td>11.3<td>6.3</tr></table>"
)


@pytest.mark.parametrize(
    ("language", "font", "title", "day", "body"),
    [
        ("en", "Noto Sans", "A strong quarter", "18 November 2025",
         "Revenue rose 22.3% year on year to RMB 113.1 billion in the third quarter, while smartphone shipments came to 43.3 "
         "million units and the remuneration of employees went up. Management expects component costs to rise further. "),
        ("zh", "Noto Sans CJK SC", "三季报点评", "2025年11月18日", "公司2025年第三季度实现营收1131亿元，同比增长22.3%；经调整净利润113亿元，研发投入91亿元。"),
    ],
)  # fmt: skip
def test_columns_of_a_pdf_are_paragraphs_and_rows_of_tables_stay_rows(
    tmp_path: Path, language: str, font: str, title: str, day: str, body: str
) -> None:
    page = COLUMNS.format(font=font, title=title, day=day, body=body * 12)
    weasyprint.HTML(string=f"<html lang={language}>{page}</html>").write_pdf(tmp_path / "note.pdf")
    document = only(tmp_path / "note.pdf")
    lines = [line for line in document.text.split("\n") if line]
    assert (document.title, lines[1], str(document.published)) == (title, day, "2025-11-18 00:00:00")
    assert "\n".join(lines[2:-2]).count(body.strip()) >= 10, "but for a break where a line ended with a sentence"
    assert lines[-2:] == ["Revenue 113.1 92.5", "Adjusted net profit 11.3 6.3"]


def test_a_pdf_without_text_is_told_as_a_scan(tmp_path: Path) -> None:
    weasyprint.HTML(string="<p></p>").write_pdf(tmp_path / "scan.pdf")
    assert "scan" in refused(tmp_path / "scan.pdf")
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7 and no more")
    assert "damaged" in refused(tmp_path / "broken.pdf")


def test_a_word_file_keeps_paragraphs_and_tables_in_order(tmp_path: Path) -> None:
    word = docx.Document()
    word.core_properties.title, word.core_properties.author = "Note", "Strategy desk"
    word.add_paragraph("As of 18 November 2025")
    table = word.add_table(2, 3)
    table.cell(0, 1).merge(table.cell(0, 2)).text = "Third quarter"
    for place, said in enumerate(("Gross margin", "22.9%", "20.4%")):
        table.cell(1, place).text = said
    word.add_table(1, 1).cell(0, 0).text = "In a box"
    word.add_paragraph(NEWS)
    word.save(tmp_path / "note.docx")
    document = only(tmp_path / "note.docx")
    assert (document.title, document.publisher, str(document.published)) == (
        "Note", "Strategy desk", "2025-11-18 00:00:00",
    )  # fmt: skip
    rows = "|  | Third quarter |  |\n| Gross margin | 22.9% | 20.4% |"
    assert document.text == f"As of 18 November 2025\n{rows}\nIn a box\n{NEWS}"


@pytest.mark.parametrize("author", ["Administrator", "Microsoft Office User", "Windows 用户", "lenovo", "python-docx"])
def test_who_only_sat_at_the_computer_is_no_publisher(tmp_path: Path, author: str) -> None:
    word = docx.Document()
    word.core_properties.author = author
    word.add_paragraph(NEWS)
    word.save(tmp_path / "note.docx")
    assert only(tmp_path / "note.docx").publisher is None


def test_what_a_programs_template_says_of_a_word_file_is_no_fact(tmp_path: Path) -> None:
    word = docx.Document()
    word.add_paragraph(NEWS)
    word.save(tmp_path / "export.docx")
    document = only(tmp_path / "export.docx")
    assert (document.publisher, document.published) == (None, None)


def test_a_word_file_that_unpacks_to_too_much_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b" " * 3_000_000)
    (tmp_path / "bomb.docx").write_bytes(held.getvalue())
    assert len(held.getvalue()) < 10_000
    assert "3 MB once unpacked" in refused(tmp_path / "bomb.docx", unpacked_megabytes=2)
    assert "damaged" in refused(tmp_path / "bomb.docx")


ENTITIES = b"<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]>"


def test_entities_of_a_word_file_are_refused(tmp_path: Path) -> None:
    docx.Document().save(tmp_path / "note.docx")
    with zipfile.ZipFile(tmp_path / "note.docx") as note, zipfile.ZipFile(tmp_path / "bomb.docx", "w") as bomb:
        for name in note.namelist():
            data = note.read(name)
            bomb.writestr(name, ENTITIES + data.split(b"?>", 1)[1] if name == "word/document.xml" else data)
    assert "declares entities" in refused(tmp_path / "bomb.docx")


def test_entities_of_a_feed_are_refused(tmp_path: Path) -> None:
    feed = b"<rss version='2.0'><channel><item><title>&b;</title></item></channel></rss>"
    (tmp_path / "feed.xml").write_bytes(ENTITIES + feed)
    assert "declares entities" in refused(tmp_path / "feed.xml")


def test_json_lines_are_documents_and_a_bad_line_is_told_with_its_number(tmp_path: Path) -> None:
    first = {
        "title": "营收",
        "source": "First Daily",
        "date": "2025-11-18 20:00",
        "url": "https://a.example/1",
        "text": NEWS,
    }
    lines = [json.dumps(first, ensure_ascii=False), '{"text": ', json.dumps({"title": "no text"})]
    (tmp_path / "news.jsonl").write_text("\n".join(lines), encoding="utf-8")
    read = read_file(tmp_path / "news.jsonl")
    (document,) = read.documents
    assert document.text == f"营收\n\n{NEWS}"
    assert (document.publisher, document.address, document.published.hour) == ("First Daily", "https://a.example/1", 20)  # type: ignore[union-attr]
    wrong = [str(error) for error in read.errors]
    assert "news.jsonl:2:10: no JSON" in wrong[0] and "news.jsonl:3:1: no text" in wrong[1]


def test_json_as_interfaces_give_it(tmp_path: Path) -> None:
    told: list[dict[str, object]] = [
        {"title": "ISO", "publisher": "Daily", "publishedAt": "2025-11-18T20:05:00Z", "content": NEWS, "description": "Short."},
        {"title": "Seconds", "publisher": {"name": "Daily"}, "published": 1763496300, "text": NEWS},
        {"title": "Milliseconds", "source": {"id": None, "name": "Daily"}, "date": 1763496300000, "text": NEWS},
        {"title": "In words", "source": "Daily", "发布时间": "2025年11月18日 20:05", "text": NEWS},
        {"title": "Marked &amp; up", "source": "Daily", "date": "2025-11-18 20:05", "content": f"<p>{NEWS}</p><p>R&amp;D</p>"},
    ]  # fmt: skip
    forms = {
        "array.json": json.dumps(told, indent=1),
        "answer.json": json.dumps({"status": "ok", "articles": told}),
        "spread.json": json.dumps({"status": "ok", "data": told}, indent=2),
        "lines.jsonl": "\ufeff" + "\r\n".join(map(json.dumps, told)) + "\r\n",
    }
    for name, text in forms.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
        read = read_file(tmp_path / name)
        assert not read.errors, name
        assert [d.title for d in read.documents] == ["ISO", "Seconds", "Milliseconds", "In words", "Marked & up"]
        assert {(d.publisher, str(d.published)) for d in read.documents} == {("Daily", "2025-11-18 20:05:00")}
        assert [d.text.partition("\n\n")[2] for d in read.documents] == [NEWS] * 4 + [f"{NEWS}\nR&D"]
    (tmp_path / "one.json").write_text(json.dumps(told[0], indent=2), encoding="utf-8")
    assert only(tmp_path / "one.json").title == "ISO"


@pytest.mark.parametrize("kind", ["rss", "atom"])
def test_a_feed(tmp_path: Path, kind: str) -> None:
    body = f"&lt;p&gt;{NEWS}&lt;/p&gt;&lt;p&gt;R&amp;amp;D rose&lt;script&gt;x()&lt;/script&gt;&lt;/p&gt;"
    if kind == "rss":
        item = f"<item><title>Q3</title><link>https://a.example/1</link><pubDate>Tue, 18 Nov 2025 20:05:00 +0800</pubDate><description>{body}</description></item>"
        feed = f"<?xml version='1.0'?><rss version='2.0'><channel><title>First Daily</title>{item}</channel></rss>"
    else:
        item = f"<entry><title>Q3</title><link href='https://a.example/1'/><published>2025-11-18T20:05:00+08:00</published><content type='html'>{body}</content></entry>"
        feed = f"<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom'><title>First Daily</title>{item}</feed>"
    (tmp_path / "feed.xml").write_text(feed, encoding="utf-8")
    document = only(tmp_path / "feed.xml")
    assert (document.title, document.publisher, document.address) == ("Q3", "First Daily", "https://a.example/1")
    assert str(document.published) == "2025-11-18 20:05:00"
    assert document.text == f"Q3\n\n{NEWS}\nR&D rose"


def test_what_a_file_does_not_state_a_file_beside_it_does(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text(NEWS, encoding="utf-8")
    (tmp_path / "note.txt.yaml").write_text("{title: Our note, publisher: Desk, date: 2025-11-20}", encoding="utf-8")
    corpus = read_corpus([tmp_path])
    (document,) = corpus.documents
    assert (document.title, document.publisher, str(document.published)) == ("Our note", "Desk", "2025-11-20 00:00:00")
    assert corpus.skipped == ()


def test_globs_and_a_file_named_twice(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name in ("a.txt", "b.txt", "c.md"):
        (tmp_path / "in" / name).write_text(f"{NEWS} {name}", encoding="utf-8")
    assert len(read_corpus([tmp_path / "**" / "*.txt"]).documents) == 2
    assert len(read_corpus([tmp_path / "in" / "a.txt", tmp_path / "in" / "*.txt"]).documents) == 2


def test_hostile_sizes_are_refused_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "large.txt").write_text("x" * 1_100_000, encoding="utf-8")
    assert "limits: file_megabytes:" in refused(tmp_path / "large.txt", file_megabytes=1)
    assert "limits: characters:" in refused(tmp_path / "large.txt", characters=1000)
    bomb = '<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa">' + "".join(
        f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 10}">' for i in range(8)
    )
    (tmp_path / "bomb.rss").write_text(f"<?xml version='1.0'?>{bomb}]><rss><channel><title>&i;</title></channel></rss>")
    assert len(refused(tmp_path / "bomb.rss", characters=100_000)) < 1000


def test_the_newest_word_of_an_address_stands_and_what_is_withdrawn_does_not(tmp_path: Path) -> None:
    entries = [
        {"title": "old", "url": "https://a.example/1", "date": "2025-11-18", "text": "Revenue was 1."},
        {"title": "new", "url": "https://a.example/1", "date": "2025-11-18", "updated": "2025-11-19", "text": "Revenue was 2."},
        {"title": "gone", "url": "https://a.example/2", "date": "2025-11-18", "text": "Revenue was 3."},
        {"title": "gone", "url": "https://a.example/2", "date": "2025-11-18", "updated": "2025-11-20", "withdrawn": True},
        {"title": "other", "date": "2025-11-18", "text": "Revenue was 4."},
    ]  # fmt: skip
    (tmp_path / "news.jsonl").write_text("\n".join(map(json.dumps, entries)), encoding="utf-8")
    corpus = read_corpus([tmp_path])
    assert {document.title for document in corpus.documents} == {"new", "other"}
    assert {document.title for document in corpus.superseded} == {"old", "gone"}


def test_facts_that_are_no_yaml_are_told_with_their_place(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Revenue was 3.", encoding="utf-8")
    (tmp_path / "a.txt.yaml").write_text("title: A\npublisher: [x\ndate: y\n", encoding="utf-8")
    (tmp_path / "b.md").write_text("---\ntitle: A\npublisher: [x\ndate: y\n---\nRevenue was 4.", encoding="utf-8")
    (tmp_path / "c.txt").write_text("Revenue was 5.", encoding="utf-8")
    told = [str(error) for error in read_corpus([tmp_path]).unreadable]
    assert [one.removeprefix(f"{tmp_path}/").partition(" no YAML: ")[0] for one in told] == [
        "a.txt.yaml:3:5:",
        "b.md:4:5:",
    ]
    assert all("\n" not in one for one in told)


def test_a_document_may_be_withdrawn_by_the_day_that_it_was(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("Revenue was 3.", encoding="utf-8")
    (tmp_path / "note.txt.yaml").write_text("published: 2025-11-18\nwithdrawn: 2025-11-20\n", encoding="utf-8")
    (tmp_path / "other.md").write_text("---\nwithdrawn: no\n---\nRevenue was 4.", encoding="utf-8")
    corpus = read_corpus([tmp_path])
    assert [(document.revised, document.withdrawn) for document in corpus.superseded] == [
        (datetime(2025, 11, 20), True)
    ]
    assert [document.path.name for document in corpus.documents if document.path] == ["other.md"]


ROWS = (
    "<table><tr><th></th><th colspan=2>Third quarter</th></tr><tr><th></th><th>2025</th><th>2024</th></tr>"
    "<tr><td>Revenue</td><td>12,345</td><td>11,230</td></tr><tr><td>Cash:</td></tr></table>"
)


@pytest.mark.parametrize("name", ["a.md", "a.txt", "a.jsonl", "a.rss"])
def test_a_table_of_html_within_a_text_is_read_as_rows_of_cells(tmp_path: Path, name: str) -> None:
    # Its cells had run into one another: 12,34511,230.
    feed = f"<rss version='2.0'><channel><title>A</title><item><title>T</title><description><![CDATA[{ROWS}]]>"
    texts = {
        "a.jsonl": json.dumps({"title": "T", "text": f"<p>Before.</p>{ROWS}<p>After.</p>"}),
        "a.rss": f"{feed}</description></item></channel></rss>",
    }
    (tmp_path / name).write_text(texts.get(name, f"T\n\nBefore.\n\n{ROWS}\n\nAfter.\n"), encoding="utf-8")
    rows = [line for line in only(tmp_path / name).text.splitlines() if line.startswith("|")]
    assert [[cell.strip() for cell in row.strip("|").split("|")] for row in rows] == [
        ["", "Third quarter", ""],
        ["", "2025", "2024"],
        ["Revenue", "12,345", "11,230"],
        ["Cash:", "", ""],
    ]


def test_a_frame_of_html_around_a_text_is_no_table(tmp_path: Path) -> None:
    framed = f"<table><tr><td><p>{ENGLISH}</p>{ROWS}</td></tr></table>"
    (tmp_path / "a.jsonl").write_text(json.dumps({"title": "T", "text": framed}), encoding="utf-8")
    text = only(tmp_path / "a.jsonl").text
    assert ENGLISH in text.splitlines()
    assert "12,345 |" in text


def test_markdown_escapes_are_read_as_the_signs_they_stand_for(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# Results\n\nRevenue was \\$12.3 million, up \\~5%.\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text("Results\n\nIt lies under C:\\_own\\$files.\n", encoding="utf-8")
    assert "was $12.3 million, up ~5%" in only(tmp_path / "a.md").text
    assert "C:\\_own\\$files" in only(tmp_path / "b.txt").text
