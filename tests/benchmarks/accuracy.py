"""How right extraction is: precision, recall and F1 by kind and language, and what changed since the last commit.

`make accuracy` prints both; with `--save` the figures become those that the next change is held against.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tests.conftest import SEED
from tests.extraction.articles import articles
from tests.extraction.case import read_cases
from tests.extraction.comparison import Comparison, Row, shown
from tests.extraction.demo_corpus import digests
from tests.extraction.seed import outlets

RESULTS = Path(__file__).with_suffix(".json")
KINDS = ("figures", "quotes direct", "quotes indirect")


@dataclass(frozen=True)
class Reading:
    """One text compared: where it is from, in which language, and under which name its differences are kept."""

    source: str
    language: str
    name: str
    comparison: Comparison


@dataclass
class Tally:
    """Rows that are right, missing, and found though nobody expects them; the last two by name."""

    right: int = 0
    missing: list[str] = field(default_factory=list)
    surplus: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """The share of what is found that is right."""
        return _share(self.right, len(self.surplus))

    @property
    def recall(self) -> float:
        """The share of what should be found that is found."""
        return _share(self.right, len(self.missing))

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def _share(right: int, wrong: int) -> float:
    return right / (right + wrong) if right + wrong else 1.0


def readings() -> Iterator[Reading]:
    """Compare every case, the demo corpus, whole articles, and the seed page where it is."""
    for filed in read_cases():
        for kind, comparison in filed.comparisons().items():
            if kind != "doubtful":
                name = f"{filed.name.rsplit('-', 1)[0]} “{filed.case.text[:40].strip()}”"
                yield Reading("cases", filed.language, name, comparison)
    for digest in digests():
        yield Reading("demo corpus", digest.language, digest.name, digest.comparison)
    for article in articles():
        yield Reading("articles", article.language, article.name, article.comparison)
    if SEED.is_dir():
        for outlet in outlets(SEED):
            yield Reading("seed page", outlet.language, outlet.name, outlet.comparison)


def tallies(read: Iterable[Reading]) -> dict[tuple[str, str, str], Tally]:
    """Count by source, kind and language."""
    counted: dict[tuple[str, str, str], Tally] = defaultdict(Tally)
    for reading in read:
        for expected, found in reading.comparison.matched:
            counted[reading.source, _kind({**found, **expected}), reading.language].right += 1
        for row in reading.comparison.missing:
            named = f"{reading.name}: missing  {shown(row)}"
            counted[reading.source, _kind(row), reading.language].missing.append(named)
        for row in reading.comparison.surplus:
            named = f"{reading.name}: surplus  {shown(row)}"
            counted[reading.source, _kind(row), reading.language].surplus.append(named)
    return dict(sorted(counted.items(), key=lambda item: (item[0][0], KINDS.index(item[0][1]), item[0][2])))


def _kind(row: Row) -> str:
    return f"quotes {row.get('kind') or 'direct'}" if "speaker" in row else "figures"


def _whole(counted: dict[tuple[str, str, str], Tally], source: str, kind: str) -> Tally:
    whole = Tally()
    for (of, which, _), tally in counted.items():
        if (of, which) == (source, kind):
            whole.right += tally.right
            whole.missing += tally.missing
            whole.surplus += tally.surplus
    return whole


def table(counted: dict[tuple[str, str, str], Tally]) -> Table:
    """Lay the counts out, a line for each source, kind and language, and one for all languages together."""
    made = Table(box=None, pad_edge=False, header_style="bold")
    for column in ("source", "kind", "language"):
        made.add_column(column)
    for column in ("right", "missing", "surplus", "precision", "recall", "F1"):
        made.add_column(column, justify="right")
    for source, kind in dict.fromkeys((source, kind) for source, kind, _ in counted):
        for (_, _, language), tally in ((k, t) for k, t in counted.items() if k[:2] == (source, kind)):
            _line(made, source, kind, language, tally)
        _line(made, source, kind, "all", _whole(counted, source, kind), style="bold")
    return made


def _line(made: Table, source: str, kind: str, language: str, tally: Tally, style: str = "") -> None:
    shares = (f"{share:.3f}" for share in (tally.precision, tally.recall, tally.f1))
    counts = (str(tally.right), str(len(tally.missing)), str(len(tally.surplus)))
    made.add_row(source, kind, language, *counts, *shares, style=style)


def recorded(counted: dict[tuple[str, str, str], Tally]) -> dict[str, object]:
    """Return what is kept of a run: the counts, and every row that was wrong by name."""
    counts = {
        " · ".join(key): {"right": t.right, "missing": len(t.missing), "surplus": len(t.surplus), "f1": round(t.f1, 4)}
        for key, t in counted.items()
    }
    return {"counts": counts, "wrong": sorted(row for t in counted.values() for row in (*t.missing, *t.surplus))}


def changes(before: dict[str, object], now: dict[str, object]) -> list[str]:
    """Say which rows are right now that were wrong, which are wrong that were not, and how the counts moved."""
    was, is_now = set(_listed(before)), set(_listed(now))
    lines = [f"gained  {row}" for row in sorted(was - is_now)] + [f"lost    {row}" for row in sorted(is_now - was)]
    counts_before, counts_now = _counts(before), _counts(now)
    for key in sorted(counts_before | counts_now):
        old, new = counts_before.get(key, {}), counts_now.get(key, {})
        if old != new:
            moved = ", ".join(
                f"{name} {old.get(name, 0)} → {new.get(name, 0)}" for name in ("right", "missing", "surplus", "f1")
            )
            lines.append(f"{key}: {moved}")
    return lines


def _listed(results: dict[str, object]) -> list[str]:
    wrong = results.get("wrong", [])
    assert isinstance(wrong, list)
    return wrong


def _counts(results: dict[str, object]) -> dict[str, dict[str, float]]:
    counts = results.get("counts", {})
    assert isinstance(counts, dict)
    return counts


def main() -> None:
    """Measure, print, and with `--save` keep the results."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--save", action="store_true", help=f"renew {RESULTS.name}")
    save = parser.parse_args().save
    counted = tallies(readings())
    now = recorded(counted)
    console = Console(highlight=False, width=None if sys.stdout.isatty() else 110)
    console.print(table(counted))
    before = json.loads(RESULTS.read_text(encoding="utf-8")) if RESULTS.exists() else {}
    console.print("\nSince the last commit's figures:", style="bold")
    for line in changes(before, now) or ["nothing changed"]:
        console.print(line, markup=False, soft_wrap=True)
    if save:
        RESULTS.write_text(json.dumps(now, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        console.print(f"\nSaved to {RESULTS.name}.")


if __name__ == "__main__":
    main()
