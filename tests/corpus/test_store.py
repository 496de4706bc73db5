"""The store: sets that are added to, whoever writes at the same time."""

from __future__ import annotations

import random
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import polars
import pytest
from deltalake import DeltaTable

from generator.corpus.store import Store
from generator.errors import StoreFailed

SCHEMA = polars.Schema({"key": polars.String, "number": polars.Int64})
TABLES = {"things": SCHEMA}


def row(key: str, number: int) -> dict[str, object]:
    return {"key": key, "number": number}


def test_a_row_whose_key_is_there_is_not_added_again(tmp_path: Path) -> None:
    store = Store(str(tmp_path), TABLES)
    assert store.rows("things").is_empty()
    assert store.add("things", [row("a", 1), row("a", 2), row("b", 1)], ["key"]) == 3
    assert store.add("things", [row("a", 3), row("c", 1)], ["key"]) == 1
    assert store.add("things", [row("a", 3)], ["key"]) == 0
    assert sorted(store.rows("things").rows()) == [("a", 1), ("a", 2), ("b", 1), ("c", 1)]


def test_writers_at_the_same_time_lose_and_double_nothing(tmp_path: Path) -> None:
    def write(first: int) -> int:
        store = Store(str(tmp_path), TABLES)
        return sum(store.add("things", [row(f"k{n}", n)], ["key"]) for n in range(first, first + 8))

    with ThreadPoolExecutor(4) as pool:
        added = list(pool.map(write, [0, 4, 8, 4]))
    rows = Store(str(tmp_path), TABLES).rows("things").rows()
    assert sorted(number for _, number in rows) == list(range(16))
    assert sum(added) == 16


def test_writers_that_make_a_table_at_the_same_time_double_nothing(tmp_path: Path) -> None:
    def write(folder: Path) -> int:
        return Store(str(folder), TABLES).add("things", [row("a", 1), row("b", 2)], ["key"])

    for attempt in range(12):
        folder = tmp_path / str(attempt)
        with ThreadPoolExecutor(6) as pool:
            added = list(pool.map(write, [folder] * 6))
        assert sorted(added) == [0, 0, 0, 0, 0, 2]
        assert len(Store(str(folder), TABLES).rows("things")) == 2


def test_tables_of_many_files_are_put_together_and_earlier_versions_stay(tmp_path: Path) -> None:
    store = Store(str(tmp_path), TABLES)
    for number in range(50):
        store.append("things", [row("k", number)])
    store.tidy()
    table = DeltaTable(str(tmp_path / "things"))
    assert len(table.file_uris()) == 1
    assert len(store.rows("things")) == 50
    table.load_as_version(10)  # the first one is empty
    assert len(polars.scan_delta(table).collect()) == 10


def test_a_store_that_stays_open_reads_what_another_put_together(tmp_path: Path) -> None:
    store, other = Store(str(tmp_path), TABLES), Store(str(tmp_path), TABLES)
    for number in range(49):
        other.append("things", [row("k", number)])
    assert len(store.rows("things")) == 49
    other.tidy()
    other.append("things", [row("k", 49)])
    batches = list(store.batches("things", polars.lit(value=True), 7))
    for rows in (store.rows("things"), polars.concat(batches)):
        assert sorted(rows["number"]) == list(range(50))
    assert max(map(len, batches)) == 7


def test_a_column_that_a_later_version_adds(tmp_path: Path) -> None:
    Store(str(tmp_path), TABLES).append("things", [row("a", 1)])
    later = Store(str(tmp_path), {"things": polars.Schema({**SCHEMA, "note": polars.String})})
    assert later.rows("things").rows() == [("a", 1, None)]
    later.append("things", [{**row("b", 2), "note": "new"}])
    assert sorted(later.rows("things").rows()) == [("a", 1, None), ("b", 2, "new")]


def test_a_key_that_a_later_version_widens(tmp_path: Path) -> None:
    Store(str(tmp_path), TABLES).add("things", [row("a", 1)], ["key"])
    later = Store(str(tmp_path), {"things": polars.Schema({**SCHEMA, "note": polars.String})})
    assert later.add("things", [{**row("a", 1), "note": "new"}], ["key", "note"]) == 1
    assert later.add("things", [{**row("a", 1), "note": "new"}], ["key", "note"]) == 0
    assert sorted(later.rows("things").rows(), key=str) == [("a", 1, "new"), ("a", 1, None)]


def test_a_store_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(StoreFailed, match=r"config/corpus\.yaml"):
        Store(str(tmp_path / "file"), TABLES).append("things", [row("a", 1)])


def test_a_store_whose_files_are_damaged_says_which_and_what_to_do(tmp_path: Path) -> None:
    Store(str(tmp_path), TABLES).append("things", [row("a", 1)])
    (file,) = (tmp_path / "things").glob("*.parquet")
    whole = file.read_bytes()
    file.write_bytes(whole[:20])
    with pytest.raises(StoreFailed, match=f"{file.name}: the store wrote {len(whole):,} bytes") as cut:
        Store(str(tmp_path), TABLES).rows("things")
    assert "take the folder away" in str(cut.value)
    file.write_bytes(b"x" * len(whole))
    with pytest.raises(StoreFailed, match=f"{file.name}: it was altered"):
        Store(str(tmp_path), TABLES).rows("things")
    with pytest.raises(StoreFailed, match=f"{file.name}: it was altered"):
        Store(str(tmp_path), TABLES).add("things", [row("a", 1)], ["key"])
    (tmp_path / "things" / "_delta_log" / f"{0:020}.json").write_text("{bad")
    with pytest.raises(StoreFailed) as lost:
        Store(str(tmp_path), TABLES).rows("things")
    assert "<unknown>" not in str(lost.value)


def test_a_file_altered_anywhere_is_told_and_nothing_of_it_is_read(tmp_path: Path, capfd: Any) -> None:
    Store(str(tmp_path), TABLES).append("things", [row(f"k{n}", n) for n in range(400)])
    (file,) = (tmp_path / "things").glob("*.parquet")
    whole, chance = file.read_bytes(), random.Random(5)
    for _ in range(60):
        altered = bytearray(whole)
        altered[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
        file.write_bytes(altered)
        with pytest.raises(StoreFailed, match="altered"):
            Store(str(tmp_path), TABLES).rows("things")
    assert capfd.readouterr() == ("", "")
    file.write_bytes(whole)
    assert len(Store(str(tmp_path), TABLES).rows("things")) == 400


@pytest.mark.parametrize("left", ["", "1f"])
def test_a_file_whose_writer_was_killed_before_it_had_a_sum_is_given_one(tmp_path: Path, left: str) -> None:
    Store(str(tmp_path), TABLES).append("things", [row("a", 1)])
    (beside,) = (tmp_path / "things").glob(".*.sum")
    said = beside.read_text()
    beside.write_text(left)
    assert len(Store(str(tmp_path), TABLES).rows("things")) == 1
    assert beside.read_text() == said


def test_a_store_that_stays_open_sees_what_others_wrote_and_a_table_made_anew(tmp_path: Path) -> None:
    store, other = Store(str(tmp_path), TABLES), Store(str(tmp_path), TABLES)
    store.add("things", [row("a", 1)], ["key"])
    other.add("things", [row("b", 2)], ["key"])
    assert len(store.rows("things")) == 2
    shutil.rmtree(tmp_path / "things")
    assert store.rows("things").is_empty()
    other.add("things", [row("c", 3)], ["key"])
    assert store.rows("things").rows() == [("c", 3)]
