"""Names that are asked for on the command line: each leads somewhere, or is told with the nearest that does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from generator.errors import SettingsInvalid
from generator.settings.fault import nearest

T = TypeVar("T")


class Unknown(SettingsInvalid):
    """A report or an audience that there is not."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__([])
        self.what, self.remedy = what, remedy


def asked(kind: str, names: Sequence[str], known: Mapping[str, T], root: Path) -> dict[str, T]:
    """Return what is named, everything where nothing is. Raises Unknown; `kind` says what it is."""
    for name in names:
        if name not in known:
            guess = nearest(name, known)
            hint = f" Did you mean '{guess}'?" if guess else f" There are: {', '.join(known)}."
            folder = "audiences" if kind == "recipient" else f"{kind}s"
            raise Unknown(f"There is no {kind} '{name}'.{hint}", f"Look into {root / 'config' / folder}.")
    return {name: known[name] for name in names or known}
