"""The ledgers of an issue that was built in parts, made one."""

from __future__ import annotations

from collections.abc import Set

from generator.verification.evidence import (
    Entry,
    Input,
    Ledger,
)


def merged(new: Ledger, old: Ledger, files: Set[str], unchanged: Set[str] = frozenset()) -> Ledger:
    """Return a new ledger that also speaks for those of an old one's files that stand beside the new ones.

    `unchanged` are those of them that would be made again as they are; the others keep the inputs they were made from.
    """
    kept = [output for output in old.outputs if output.file in files and not new.output(output.file)]
    evidence = dict(new.evidence)
    for output in kept:
        entries = old.evidence[output.evidence]
        if output.evidence in evidence:
            printed = {entry.id: [p for p in entry.printed if p.file == output.file] for entry in entries}
            evidence[output.evidence] = tuple(
                entry.model_copy(update={"printed": (*entry.printed, *printed.get(entry.id, ()))})
                for entry in evidence[output.evidence]
            )
        else:
            evidence[output.evidence] = tuple(
                entry.model_copy(update={"printed": tuple(p for p in entry.printed if p.file == output.file)})
                for entry in entries
            )
    documents = {d.id: d for d in (*(old.documents if kept else ()), *new.documents)}
    listed = tuple(documents[name] for name in sorted(documents))
    outputs = (*new.outputs, *kept)
    inputs = _inputs(new, old, {output.file for output in outputs}, {output.file for output in kept} - unchanged)
    more = {"documents": listed, "evidence": evidence, "outputs": outputs, "inputs": inputs}
    return in_order(new.model_copy(update=more))


def _inputs(new: Ledger, old: Ledger, files: Set[str], older: Set[str]) -> tuple[Input, ...]:
    """Return the inputs of all files, those of the `older` ones as they were when these were made."""
    decided: dict[tuple[str, str], set[str]] = {}
    for whole, some in ((new, files - older), (old, older)):
        for one in whole.inputs:
            decided.setdefault((one.path, one.sha256), set()).update(some & set(one.files or some))
    return tuple(
        Input(path=path, sha256=digest, files=() if named == files else tuple(sorted(named)))
        for (path, digest), named in sorted(decided.items())
        if named
    )


def in_order(whole: Ledger) -> Ledger:
    """Return a ledger in an order that does not tell which files were made at once, and which before."""

    def placed(entry: Entry) -> Entry:
        printed = sorted(entry.printed, key=lambda place: (place.file, place.page))
        return entry.model_copy(update={"printed": tuple(printed)})

    outputs = tuple(sorted(whole.outputs, key=lambda output: output.file))
    evidence = {key: tuple(map(placed, whole.evidence[key])) for key in sorted({o.evidence for o in outputs})}
    return whole.model_copy(update={"outputs": outputs, "evidence": evidence})
