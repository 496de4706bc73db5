"""What stands where on a slide: the placeholders of every layout, laid into the room that a master has for them."""

from __future__ import annotations

from dataclasses import dataclass

from generator.rendering.sheets import Frame


@dataclass(frozen=True)
class Place:
    """A placeholder: name, type, index, frame in points; size and colour of its text, and its own looks."""

    name: str
    type: str
    index: int
    frame: Frame
    size: float = 16
    colour: str = "tx1"
    bold: bool = False
    heading: bool = False
    anchor: str = "t"
    align: str = "l"
    margin: float = 0
    fill: str | None = None
    prompt: str = ""


def body_places(body: Frame) -> dict[str, tuple[Place, ...]]:
    """Return what stands in the body of each layout, between headline and source line."""
    whole = (Place("Table", "tbl", 12, body, 12),)
    return {
        "Contents": whole,
        "Scorecard": _cards(body),
        "Chart": _drawing(body, "Chart", "chart", 13),
        "Picture": _drawing(body, "Picture", "pic", 14),
        "Chart pair": _pair(body),
        "Progress": _bars(body),
        "Text": (Place("Body", "body", 1, body._replace(width=min(body.width, 760)), 16, prompt="Text"),),
        "Quotes": _quotes(body),
        "Table": _table(body),
        "Sources": whole,
    }


def _cards(body: Frame) -> tuple[Place, ...]:
    wide, high = (body.width - 3 * 12) / 4, (body.height - 12) / 2
    frames = [Frame(body.left + i % 4 * (wide + 12), body.top + i // 4 * (high + 12), wide, high) for i in range(8)]
    return tuple(
        Place(f"Card {i + 1}", "body", 20 + i, frame, 14, margin=14, fill="bg2", prompt="Key figure")
        for i, frame in enumerate(frames)
    )


def _drawing(body: Frame, name: str, kind: str, index: int) -> tuple[Place, ...]:
    """Return a chart's unit above it and what follows from it below."""
    low = body.bottom - 58
    return (
        Place("Unit", "body", 16, _unit(body), 12, "folHlink", prompt="Unit"),
        Place(name, kind, index, Frame(body.left, body.top + 16, body.width, body.height - 86), 12),
        Place("Takeaway", "body", 15, Frame(body.left, low, body.width, 58), 16, margin=10, fill="bg2", anchor="ctr",
              prompt="What follows from it"),
    )  # fmt: skip


def _unit(body: Frame) -> Frame:
    return Frame(body.left, body.top - 4, min(body.width, 620), 18)


def _pair(body: Frame) -> tuple[Place, ...]:
    wide = (body.width - 28) / 2
    halves = ((1, body.left), (2, body.left + wide + 28))
    titles = [
        Place(f"Title {i}", "body", 50 + i, Frame(x, body.top - 4, wide, 22), 14, bold=True,
              prompt="What the chart shows")
        for i, x in halves
    ]  # fmt: skip
    units = [
        Place(f"Unit {i}", "body", 52 + i, Frame(x, body.top + 20, wide, 18), 12, "folHlink", prompt="Unit")
        for i, x in halves
    ]
    charts = [
        Place(f"Chart {i}", "obj", 54 + i, Frame(x, body.top + 40, wide, body.height - 50), 12) for i, x in halves
    ]
    return (*titles, *units, *charts)


def _bars(body: Frame) -> tuple[Place, ...]:
    count = min(max(int((body.height + 8) // 78), 1), 4)  # a bar and the lines around it are 70 points high
    high = (body.height - (count - 1) * 8) / count
    frames = [Frame(body.left, body.top + i * (high + 8), body.width, high) for i in range(count)]
    thirds = [frame._replace(left=frame.left + frame.width * 2 / 3, width=frame.width / 3) for frame in frames]
    return (
        *(Place(f"Progress {i}", "body", 59 + i, one, 14, prompt="Progress") for i, one in enumerate(frames, 1)),
        *(Place(f"Aim {i}", "body", 63 + i, one, 14, align="r", prompt="Target") for i, one in enumerate(thirds, 1)),
    )


def _quotes(body: Frame) -> tuple[Place, ...]:
    high = (body.height - 2 * 12) / 3
    frames = [Frame(body.left, body.top + i * (high + 12), body.width, high) for i in range(3)]
    return tuple(
        Place(f"Quote {i + 1}", "body", 30 + i, frame, 18, margin=14, fill="bg2", anchor="ctr", prompt="Quote")
        for i, frame in enumerate(frames)
    )


def _table(body: Frame) -> tuple[Place, ...]:
    caption = Frame(body.left, body.bottom - 18, body.width, 18)
    return (
        Place("Table", "tbl", 12, body._replace(height=body.height - 24), 14),
        Place("Caption", "body", 17, caption, 11, "folHlink", anchor="b", prompt="What the reader should know"),
    )
