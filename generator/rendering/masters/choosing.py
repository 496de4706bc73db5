"""Which layouts of a company's master stand for ours: the ones that its theme names, else told by their kind."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from generator.rendering.masters.drawing import LAYOUTS
from generator.settings.theme import Layouts, OwnLayout

_TITLES = {"title", "ctrTitle"}
_AS = {"sources": "table", "picture": "chart"}  # what is made like another, where only that one is named


def named_layouts(presentation: Any) -> dict[str, Any]:
    """Return the layouts of all masters by name; of several with one name, the second is called `Name #2`."""
    found: dict[str, Any] = {}
    for layout in (layout for master in presentation.slide_masters for layout in master.slide_layouts):
        names = (layout.name, *(f"{layout.name} #{number}" for number in range(2, 1000)))
        found[next(name for name in names if name not in found)] = layout
    return found


def is_ours(named: Iterable[str]) -> bool:
    """Whether a master has our own layouts, by their names: one that comes along, or a copy made over."""
    return set(LAYOUTS) <= set(named)


def chosen(
    layouts: Layouts | None, named: Mapping[str, Any], room: Callable[[Any], float]
) -> dict[str, tuple[str, OwnLayout]]:
    """Return for each of our layouts, by its name, the company's, and under which key of the theme it is named.

    The key is empty where the theme names none. `room` measures what a layout leaves for content. What nothing can be
    found for is left out.
    """
    wanted = layouts or Layouts()
    usual = _named(wanted, "content") or _guessed(named, lambda one: (not room(one), _content_like(one), -room(one)))
    cover = _named(wanted, "cover") or _guessed(named, _cover_like)
    found = {"Cover": cover}
    for name in set(LAYOUTS) - {"Cover"}:
        key = name.lower().replace(" ", "_")
        found[name] = _named(wanted, key) or _named(wanted, _AS.get(key, key)) or usual
    return {name: one for name in LAYOUTS if (one := found[name])}


def kind_of(shape: Any) -> str:
    """Return a placeholder's kind, as its `type` says it."""
    return str(shape._element.ph.get("type", "obj"))


def _named(wanted: Layouts, key: str) -> tuple[str, OwnLayout] | None:
    own: OwnLayout | None = getattr(wanted, key, None)
    return (key, own) if own else None


def _guessed(named: Mapping[str, Any], likeness: Callable[[Any], Any]) -> tuple[str, OwnLayout] | None:
    """Return the layout of the best likeness, the first of equal ones."""
    best = min(named, key=lambda name: likeness(named[name]), default=None)
    return ("", OwnLayout(layout=best)) if best else None


def _kinds(holder: Any) -> set[str]:
    return {kind_of(shape) for shape in holder.placeholders}


def _cover_like(layout: Any) -> int:
    """Return how far a layout is from one for covers: by its type, which no language changes, then by what is on it."""
    if not _kinds(layout) & _TITLES:
        return 3
    return 0 if layout._element.get("type") == "title" else 1 if "subTitle" in _kinds(layout) else 2


def _content_like(layout: Any) -> int:
    """Return how far a layout is from one that has a title and nothing else."""
    if not _kinds(layout) & _TITLES:
        return 4 if _kinds(layout.slide_master) & _TITLES else 5
    return {"titleOnly": 0, "obj": 1}.get(layout._element.get("type"), 2 if "subTitle" not in _kinds(layout) else 3)
