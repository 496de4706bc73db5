"""What is wrong with a company's master, or with what its theme says of it: all at once, each where it is said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator.charts.typefaces import files_of
from generator.rendering.masters.choosing import named_layouts
from generator.rendering.masters.company import Fitted
from generator.rendering.masters.measuring import LEAST
from generator.rendering.masters.scheme import Scheme
from generator.rendering.masters.taking import taken
from generator.settings.contrast import READABLE, contrast
from generator.settings.fault import Fault, nearest
from generator.settings.theme import Layouts, OwnLayout, Theme

_TEXT = ("ink", "muted", "accent", "good", "bad", "caution")


def faults(theme: Theme, presentation: Any, fitted: Mapping[str, Fitted]) -> list[Fault]:
    """Return all faults of a theme with a company's master."""
    named = named_layouts(presentation)
    found = list(_misnamed(theme, named))
    if not found and "Text" not in fitted:
        found.append(Fault(("master",), f"'{theme.master}' has no layout.", theme.master))
    narrow = {one.layout.part: one for name, one in fitted.items() if name != "Cover" and not one.measured.roomy}
    found += [_too_narrow(theme, one) for one in narrow.values()]
    found += _unmeasured(taken(theme, fitted))
    return [*found, *_unreadable(taken(theme, fitted), [one for name, one in fitted.items() if name != "Cover"])]


def _misnamed(theme: Theme, named: Mapping[str, Any]) -> Iterator[Fault]:
    for key in Layouts.model_fields if theme.layouts else ():
        own: OwnLayout | None = getattr(theme.layouts, key)
        if own is None:
            continue
        if own.layout not in named:
            yield _no_such(("layouts", key), f"the master '{theme.master}' has no layout", own.layout, named)
            continue
        holders = {shape.name for shape in named[own.layout].placeholders}
        for role, name in own.placeholders.items():
            if name not in holders:
                at = ("layouts", key, "placeholders", role)
                yield _no_such(at, f"the master's layout '{own.layout}' has no placeholder", name, sorted(holders))


def _no_such(place: tuple[str, ...], what: str, value: str, known: Iterable[str]) -> Fault:
    listed = ", ".join(f"'{name}'" for name in known)
    return Fault(place, f"{what} '{value}'. It has {listed or 'none'}.", value, nearest(value, known))


def _too_narrow(theme: Theme, one: Fitted) -> Fault:
    body = one.measured.body
    room = " × ".join(str(max(round(length), 0)) for length in (body.width, body.height))
    message = (
        f"its layout '{one.layout.name}' leaves {room} points below the title for content, of a slide of 960 × 540; "
        f"{LEAST[0]:.0f} × {LEAST[1]:.0f} are needed. Name another under 'layouts', or the placeholder of its body."
    )
    return Fault(("layouts", one.key) if one.key else ("master",), message, theme.master)


def _unmeasured(theme: Theme) -> Iterator[Fault]:
    """Yield the fonts taken from the master that this machine can't measure text in."""
    for families in dict.fromkeys((theme.fonts.heading, theme.fonts.body)) if "fonts" in theme.from_master else ():
        if not any(files_of(family) for family in families):
            twin = f", or {families[1]}, whose letters are as wide" if len(families) > 1 else ""
            message = (
                f"the master's font '{families[0]}' is not on this machine: text can't be measured in it. "
                f"Install it{twin}; or take 'fonts' out of here, and name fonts under 'fonts'."
            )
            yield Fault(("from_master",), message, families[0])


def _unreadable(theme: Theme, fitted: Iterable[Fitted]) -> Iterator[Fault]:
    """Yield the colours of text that are hard to read on the ground of a layout, each once a ground."""
    grounds = {ground: one.layout.name for one in fitted if (ground := Scheme(one.layout).ground())}
    for ground, layout in grounds.items():
        for tone in _TEXT:
            value = getattr(theme.colours, tone)
            found = contrast(value, ground)
            if found < READABLE:
                message = (
                    f"text in '{tone}' has a contrast of {found:.1f}:1 on {ground}, the ground of the master's layout "
                    f"'{layout}'; {READABLE}:1 is needed. `from_master: [colours]` takes the master's colours."
                )
                yield Fault(("colours", tone), message, value)
