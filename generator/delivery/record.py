"""The record of what was sent: a line before a message is handed over and one after, so that none is sent twice."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal, NamedTuple

from filelock import FileLock, Timeout

from generator.errors import DeliveryFailed

State = Literal["sending", "sent", "refused"]


class Letter(NamedTuple):
    """What is sent once: one issue, for one audience, to one address."""

    report: str
    issue: str
    audience: str
    recipient: str


@dataclass
class Record:
    """States of letters, newest last, in a file beside the outputs."""

    path: Path
    states: dict[Letter, State]

    def state(self, letter: Letter) -> State | None:
        """Return what is known of a letter: `sending` alone means that it may have arrived."""
        return self.states.get(letter)

    def write(self, letter: Letter, state: State) -> None:
        """Take a state down; it is on the disk when this returns."""
        entry = {**letter._asdict(), "state": state, "at": datetime.now(UTC).isoformat(timespec="seconds")}
        with self.path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(entry, ensure_ascii=False) + "\n")
            file.flush()
            os.fsync(file.fileno())
        self.states[letter] = state


@contextmanager
def record(folder: Path) -> Iterator[Record]:
    """Give the record of an output folder, to one sender at a time. Raises DeliveryFailed where another has it."""
    path = folder / "sent.jsonl"
    try:
        with FileLock(folder / ".sent.lock", timeout=0):
            yield Record(path, _read(path))
    except Timeout:
        raise DeliveryFailed(f"{path}: briefings are being sent already.", "Wait until they are.") from None


def _read(path: Path) -> dict[Letter, State]:
    states: dict[Letter, State] = {}
    for line in path.read_text(encoding="utf-8").splitlines() if path.is_file() else ():
        try:
            entry = json.loads(line)
            states[Letter(*(entry[name] for name in Letter._fields))] = entry["state"]
        except (ValueError, KeyError, TypeError):
            continue  # the last line of a sender that was killed while it wrote
    return states
