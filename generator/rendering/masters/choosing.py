"""Which layouts of a company's master stand for ours: the ones that its theme names, else told by their kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator.rendering.masters.drawing import LAYOUTS
from generator.settings.theme import Layouts, OwnLayout

_TITLES = ("title", "ctrTitle")
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


def chosen(layouts: Layouts | None, named: Mapping[str, Any]) -> dict[str, OwnLayout]:
    """Return for each of our layouts, by its name, the company's; those that nothing can be found for are left out."""
    wanted = layouts or Layouts()
    usual = wanted.content or _first(named, _content_like)
    cover = wanted.cover or _first(named, _cover_like) or usual
    found = {"Cover": cover}
    for name in set(LAYOUTS) - {"Cover"}:
        key = name.lower().replace(" ", "_")
        own = getattr(wanted, key, None) or getattr(wanted, _AS.get(key, ""), None)
        found[name] = own or usual
    return {name: own for name in LAYOUTS if (own := found[name]) and own.layout in named}


def kind_of(shape: Any) -> str:
    """Return a placeholder's kind, as its `type` says it."""
    return str(shape._element.ph.get("type", "obj"))


def kinds(layout: Any) -> set[str]:
    """Return the kinds of a layout's placeholders."""
    return {kind_of(shape) for shape in layout.placeholders}


def _first(named: Mapping[str, Any], likeness: Any) -> OwnLayout | None:
    """Return the first layout that has a title, of those of the best likeness."""
    titled = [(name, layout) for name, layout in named.items() if kinds(layout) & {*_TITLES}]
    ranked = sorted(titled, key=lambda one: likeness(one[1]))
    return OwnLayout(layout=ranked[0][0]) if ranked else None


def _cover_like(layout: Any) -> int:
    """Return how far a layout is from one for covers: by its type, which no language changes, then by what is on it."""
    return 0 if layout._element.get("type") == "title" else 1 if "subTitle" in kinds(layout) else 2


def _content_like(layout: Any) -> int:
    order: Iterator[str] = iter(("titleOnly", "obj"))
    kind = layout._element.get("type")
    rank = next((rank for rank, one in enumerate(order) if one == kind), 2)
    return rank if "subTitle" not in kinds(layout) else 3
