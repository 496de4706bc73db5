"""What makes no chart, told before anything is built: parts of unlike units, a slope of one period, a stray key."""

from __future__ import annotations

from collections.abc import Iterator

from generator.errors import Problem
from generator.settings.catalogue import Catalogue
from generator.settings.fault import Fault, Location
from generator.settings.figure_sections import NATIVE_KINDS, ChartPairSection, ChartSection
from generator.settings.inheritance import Merged
from generator.settings.report import Report
from generator.settings.section import MetricRef
from generator.settings.vega_spec import spec_faults

_WHOLES = ("donut", "share_bar", "stacked_bar", "waterfall")
_ONE_SCALE = (*_WHOLES, "area", "slope", "dumbbell")  # bars and lines show what shares the commonest unit
_MOST_PARTS = 8


def chart_problems(report: Report, merged: Merged, catalogue: Catalogue) -> list[Problem]:
    """Return a problem for everything that makes a chart of a report none."""
    problems = []
    for at, section in _charts(report):
        for fault in chart_faults(section, catalogue):
            file, place = merged.at((*at, *fault.location))
            problems.append(file.problem(place, *fault[1:]))
    return problems


def _charts(report: Report) -> Iterator[tuple[Location, ChartSection]]:
    for i, section in enumerate(report.sections):
        if isinstance(section, ChartSection):
            yield ("sections", i), section
        elif isinstance(section, ChartPairSection):
            yield from ((("sections", i, "charts", j), one) for j, one in enumerate(section.charts))


def chart_faults(section: ChartSection, catalogue: Catalogue) -> Iterator[Fault]:
    """Yield what is wrong with one chart, at locations within its section."""
    yield from _stray_keys(section)
    yield from _periods(section)
    yield from _units(section, catalogue)
    yield from _twice(section)
    if section.kind in ("donut", "share_bar", "waterfall") and len(section.metrics) < 2:
        yield Fault(("metrics",), f"{_one(section)} needs at least two metrics; this has one.")
    if section.kind == "donut" and len(section.metrics) > _MOST_PARTS:
        message = f"a donut shows at most {_MOST_PARTS} parts, these are {len(section.metrics)}; a bar shows more."
        yield Fault(("metrics",), message)


def _stray_keys(section: ChartSection) -> Iterator[Fault]:
    if section.kind == "vega_lite":
        if section.spec is None:
            yield Fault(("kind",), "a chart of kind vega_lite needs a `spec`.", section.kind)
        else:
            yield from (fault._replace(location=("spec", *fault.location)) for fault in spec_faults(section.spec))
    elif section.spec is not None:
        yield Fault(("spec",), f"`spec` is for kind vega_lite; this is {_one(section)}.")
    if section.native and section.kind not in NATIVE_KINDS:
        drawn = ", ".join(NATIVE_KINDS)
        yield Fault(("native",), f"PowerPoint draws no {_named(section)} itself; it draws {drawn}.", "true")
    for i, metric in enumerate(section.minus):
        if section.kind != "waterfall":
            yield Fault(("minus", i), f"`minus` is for a waterfall; this is {_one(section)}.", metric)
        elif metric not in [ref.metric for ref in section.metrics[:-1]]:
            yield Fault(("minus", i), f"'{metric}' is none of the parts that come before the whole.", metric)


def _periods(section: ChartSection) -> Iterator[Fault]:
    periods = section.periods
    count = len(periods) if isinstance(periods, tuple) else periods
    if count is None:
        return
    if section.kind in ("slope", "dumbbell") and count != 2:
        yield Fault(("periods",), f"{_one(section)} goes from one period to another: two, not {count}.")
    if section.kind == "donut" and count != 1:
        yield Fault(("periods",), f"a donut shows one period, not {count}; a share_bar shows several.")
    if section.kind == "waterfall" and count > 2:
        yield Fault(("periods",), f"a waterfall shows one period, or what changed between two; not {count}.")


def _units(section: ChartSection, catalogue: Catalogue) -> Iterator[Fault]:
    """What shares a scale shares its unit; percentages of different things don't add up."""
    if section.kind not in _ONE_SCALE:
        return
    first, *others = section.metrics
    for i, ref in enumerate(others, 1):
        kinds = _kind(first, catalogue), _kind(ref, catalogue)
        if None not in kinds and kinds[0] != kinds[1]:
            message = f"is in {kinds[1]}, '{first.metric}' in {kinds[0]}: {_one(section)} has one unit."
            yield Fault(("metrics", i, "metric"), f"'{ref.metric}' {message}", ref.metric)
        elif section.kind in _WHOLES and kinds[1] == "percent" and ref.metric != first.metric:
            message = f"'{ref.metric}' and '{first.metric}' are percentages of different things: no parts of one whole."
            yield Fault(("metrics", i, "metric"), message, ref.metric)


def _twice(section: ChartSection) -> Iterator[Fault]:
    for i, ref in enumerate(section.metrics):
        if ref in section.metrics[:i]:
            message = f"'{ref.metric}' is asked for twice: {_one(section)} shows a figure once."
            yield Fault(("metrics", i), message, ref.metric)


def _kind(ref: MetricRef, catalogue: Catalogue) -> str | None:
    metric = catalogue.metrics.get(ref.metric)
    return "percent" if ref.measure != "level" else (metric.unit if metric else None)


def _one(section: ChartSection) -> str:
    name = _named(section)
    return f"{'an' if name.startswith('a') else 'a'} {name}"


def _named(section: ChartSection) -> str:
    return section.kind.replace("_", " ")
