"""The page of what was measured, in Markdown: ratios first, then what they are made of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from statistics import median
from typing import Any

_HEAD = """\
# What it takes, beside other ways

Written by `make bench`; each part says when, where and by which command it was measured. Commands of a part ran in turn,
with nothing kept from run to run but what is said. Times and memory are those of a command with all that it starts;
memory that processes share counts once.

The others get their texts, tables and chart specifications ready: they read no sources, choose no figures, compose
nothing and prove nothing; footnoted does, in the same time. They print the same words, tables, charts and source numbers,
in the same languages. *The packages alone* are WeasyPrint, python-pptx and vl-convert making the plainest pages and
slides of them: what footnoted can't get under. A ratio is the median over pairs of runs; **under 1, footnoted takes less**.
"""
_STATES = {
    "unread": "everything from nothing: sources read, figures found, files made and proved",
    "read before": "sources in the store, every file made and proved",
    "nothing new": "nothing has changed",
}


def page(kept: Mapping[str, Any]) -> str:
    """Return the page of the parts that were measured."""
    parts = [_HEAD]
    if "job" in kept:
        told = "Three audiences, two languages, PDF, deck and HTML"
        parts += [f"## {told}\n", *_comparison(kept["job"]), _ground(kept["job"], "job")]
    if "matrix" in kept:
        part = kept["matrix"]
        parts += [f"## {part['briefings']} briefings of a matrix, PDF and deck\n", *_comparison(part)]
        parts += [_rates(part), _ground(part, "matrix")]
    if "ingest" in kept:
        parts += ["## A corpus that grows\n", _growth(kept["ingest"]), _ground(kept["ingest"], "ingest")]
    return "\n".join(parts)


def _comparison(part: Mapping[str, Any]) -> Iterator[str]:
    ours = [way for way in part["ways"] if way["who"] == "footnoted"]
    others = [way for way in part["ways"] if way["who"] != "footnoted"]
    there = [way for way in others if way["runs"]]
    rows = [
        (
            f"{_STATES[mine['job']]}, beside {other['who']}",
            *(f"**{_ratio(mine, other, what):.2g}**" for what in ("wall", "cpu", "memory")),
        )
        for mine in ours
        for other in there
    ]
    yield _table(("footnoted", "time", "processor time", "memory"), rows)
    yield from (f"{other['who']}: {other['missing']}.\n" for other in others if other["missing"])
    rows = [
        (
            way["who"],
            _STATES.get(way["job"], way["job"]),
            *(f"{_least(way, what):.1f} / {_middle(way, what):.1f}" for what in ("wall", "cpu")),
            f"{_middle(way, 'memory'):.0f}",
            f"`{way['command']}`",
        )
        for way in (*ours, *there)
    ]
    yield _table(("who", "state", "seconds, least / median", "processor s", "memory MB", "command"), rows)


def _rates(part: Mapping[str, Any]) -> str:
    told = [f"{way['who']} {part['briefings'] / _least(way, 'wall') * 60:.0f}" for way in part["ways"] if way["runs"]]
    return f"Briefings a minute, best run: {', '.join(told)}.\n"


def _growth(part: Mapping[str, Any]) -> str:
    rows = []
    for step in part["steps"]:
        took, new = step["took"], step["new"]
        rate = (f"{new / took['wall']:.0f}", f"{step['size'] / took['wall'] / 1e6:.2f}") if new else ("", "")
        each = f"{took['cpu'] / new * 1e3:.1f}" if new else ""
        rows.append(
            (
                f"{step['held']:,}", f"{new:,}", f"{took['wall']:.1f}", f"{took['cpu']:.1f}", *rate, each,
                f"{took['memory']:.0f}", f"{step['selection']:.2f}",
            )
        )  # fmt: skip
    head = (
        "held before", "new", "seconds", "processor s", "documents/s", "MB/s", "processor ms a document", "memory MB",
        "selection, processor s",
    )  # fmt: skip
    return _table(head, rows)


def _ground(part: Mapping[str, Any], name: str) -> str:
    options = {"job": "runs", "matrix": "briefings", "ingest": "sizes"}[name]
    value = part[options]
    value = ",".join(map(str, value)) if isinstance(value, Sequence) else value
    flag = {"runs": "--runs", "briefings": "--briefings", "sizes": "--documents"}[options]
    versions = ", ".join(f"{package} {number}" for package, number in part["versions"].items())
    runs = f", {part['runs']} runs of each" if "runs" in part else ""
    return (
        f"`make bench BENCH='--only {name} {flag} {value}'`{runs}, {part['date']}; {part['machine']}; load of the machine "
        f"{part['load'][0]} before and {part['load'][1]} after; {versions}.\n"
    )


def _ratio(mine: Mapping[str, Any], other: Mapping[str, Any], what: str) -> float:
    pairs = zip(mine["runs"]["runs"], other["runs"]["runs"], strict=True)
    return median(one[what] / two[what] for one, two in pairs)


def _least(way: Mapping[str, Any], what: str) -> float:
    return float(min(run[what] for run in way["runs"]["runs"]))


def _middle(way: Mapping[str, Any], what: str) -> float:
    return float(median(run[what] for run in way["runs"]["runs"]))


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines) + "\n"
