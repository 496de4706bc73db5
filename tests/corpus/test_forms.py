"""The forms that texts come in."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.corpus.forms import documents
from generator.corpus.reading import read_corpus, read_file
from generator.errors import CorpusMissing, DocumentUnreadable

PAGE = """\
Search documents
First title
Some Daily· 2026-01-07 10:52
First body, one line.
第二个标题
Zheng Quan Shi Bao· 2026-01-03 02:53
第二篇正文第一行
第二行。
"""


def test_a_search_page_is_several_documents() -> None:
    first, second = documents(PAGE)
    assert (first.title, first.publisher, str(first.published)) == ("First title", "Some Daily", "2026-01-07 10:52:00")
    assert (second.title, second.language) == ("第二个标题", "zh-Hans")
    assert second.text == "第二个标题\nZheng Quan Shi Bao· 2026-01-03 02:53\n第二篇正文第一行\n第二行。"
    assert [second.slice(span).strip() for span in second.readable] == ["第二个标题", "第二篇正文第一行\n第二行。"]


@pytest.mark.parametrize("gap", ["", "\n"])
def test_a_heading_above_a_byline_is_a_title_without_its_mark(gap: str) -> None:
    text = f"# First title, of C# tools\n{gap}Some Daily· 2026-01-07 10:52\n\nBody.\n\n## Second title\n{gap}The Post· 2026-01-08\n\nMore.\n"
    first, second = documents(text)
    assert [d.title for d in (first, second)] == ["First title, of C# tools", "Second title"]
    assert [first.slice(span).strip() for span in first.readable] == ["# First title, of C# tools", "Body."]


def test_markdown_with_front_matter() -> None:
    (document,) = documents("---\ntitle: Q3\npublisher: Xiaomi\npublished: 2025-11-18 17:25\n---\n# Q3\n\nText.\n")
    assert (document.title, document.publisher, document.published.hour) == ("Q3", "Xiaomi", 17)  # type: ignore[union-attr]
    assert document.slice(document.readable[0]) == "# Q3\n\nText.\n"


@pytest.mark.parametrize(
    ("opening", "title"),
    [
        ("Nio narrows its loss\n\nNio lost less.", "Nio narrows its loss"),
        ("蔚来亏损收窄 毛利率回升\n蔚来亏损收窄。", "蔚来亏损收窄 毛利率回升"),
        ("Nio lost less in June.\n\nIt sold more.", ""),
        ("By Jane Roe\n\nNio lost less.", ""),
        ("来源：新浪财经\n\n蔚来亏损收窄。", ""),
        ("- Revenue rose\n- Profit fell", ""),
    ],
)
def test_front_matter_without_a_title_leaves_it_to_the_first_line(opening: str, title: str) -> None:
    (document,) = documents(f"---\npublished: 2025-06-03\n---\n{opening}")
    assert document.title == title


@pytest.mark.parametrize("source", ["[[Reuters]]", '"[[Reuters]]"', "Reuters"])
def test_a_source_that_links_to_a_note_is_its_name(source: str) -> None:
    (document,) = documents(f"---\ntitle: Q3\nsource: {source}\n---\nText.\n")
    assert document.publisher == "Reuters"


def test_plain_text_takes_its_date_from_its_first_lines() -> None:
    (document,) = documents("Beijing, November 18, 2025 - Revenue rose.\nMore.")
    assert str(document.published) == "2025-11-18 00:00:00"
    assert document.text.startswith("Beijing")


def test_front_matter_that_is_no_yaml() -> None:
    with pytest.raises(DocumentUnreadable, match="3:1: no YAML"):
        list(documents("---\ntitle: [\n---\ntext\n"))


def test_front_matter_that_only_a_colon_makes_no_yaml() -> None:
    (document,) = documents(
        "---\r\ntitle: Results: a record\r\npublisher: 'Daily'\r\ndate: 2025-11-18\r\n---\r\ntext\r\n"
    )
    assert (document.title, document.publisher, str(document.published)) == ("Results: a record", "Daily", "2025-11-18 00:00:00")  # fmt: skip


def test_one_bad_document_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("Good text about revenue.", encoding="utf-8")
    (tmp_path / "bad.txt").write_bytes(b"words\x00\x01\x02")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    corpus = read_corpus([tmp_path])
    assert [d.title for d in corpus.documents] == ["Good text about revenue."]
    assert "bad.txt" in str(corpus.unreadable[0]) and "no text" in str(corpus.unreadable[0])
    assert [path.name for path in corpus.skipped] == ["picture.png"]


def test_no_document_at_all(tmp_path: Path) -> None:
    with pytest.raises(CorpusMissing, match=r"no corpus at .*nowhere\.\nThere is no corpus at .*\*\.txt\."):
        read_corpus([tmp_path / "nowhere", tmp_path, tmp_path / "*.txt"])
    with pytest.raises(CorpusMissing, match="No document in"):
        read_corpus([tmp_path])


def test_the_seed_page(seed: Path) -> None:
    corpus = read_corpus([seed])
    assert len(corpus.documents) == 10
    assert {d.publisher for d in corpus.documents} >= {"Xin Lang Cai Jing", "智通财经网", "3 6 Ke", "雷峰网"}
    assert sorted(d.published.date().isoformat() for d in corpus.documents if d.published)[0] == "2025-11-20"
    assert [d.language for d in corpus.documents].count("en") == 3
    page = next(seed.glob("*.txt")).read_text(encoding="utf-8")
    assert all(d.text in page for d in read_file(next(seed.glob("*.txt"))).documents)
