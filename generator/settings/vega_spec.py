"""A chart's own Vega-Lite, checked before anything is built: by its schema, and that no data come from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.settings.fault import Fault, nearest

_ELSEWHERE = {
    "data": "the data are the metrics of the chart; leave this key out.",
    "datasets": "the data are the metrics of the chart; leave this key out.",
    "url": "nothing is read from elsewhere; the data are the metrics of the chart.",
    "href": "a chart leads nowhere; leave this key out.",
}
_COMPOSED = {
    "layer": "TopLevelLayerSpec", "hconcat": "TopLevelHConcatSpec", "vconcat": "TopLevelVConcatSpec",
    "concat": "TopLevelConcatSpec", "facet": "TopLevelFacetSpec", "repeat": "TopLevelRepeatSpec",
}  # fmt: skip


def spec_faults(spec: Mapping[str, Any]) -> Iterator[Fault]:
    """Yield what is wrong with a specification."""
    yield from _foreign(spec, ())
    yield from _unlike_schema(spec)


def _foreign(part: Any, at: tuple[int | str, ...]) -> Iterator[Fault]:
    """Yield every key that would read from elsewhere, however deep."""
    if isinstance(part, Mapping):
        for key, value in part.items():
            if key in _ELSEWHERE:
                yield Fault((*at, key), _ELSEWHERE[key], str(key))
            else:
                yield from _foreign(value, (*at, key))
    elif isinstance(part, list):
        for i, value in enumerate(part):
            yield from _foreign(value, (*at, i))


def _unlike_schema(spec: Mapping[str, Any]) -> Iterator[Fault]:
    # Imported here: only the few reports with a specification of their own need the schema, which takes a second.
    import altair as alt
    from jsonschema import Draft7Validator
    from jsonschema.exceptions import best_match

    whole = alt.load_schema()
    name = next((name for key, name in _COMPOSED.items() if key in spec), "TopLevelUnitSpec")
    schema = {**whole, "$ref": f"#/definitions/{name}"}
    errors = Draft7Validator(schema).iter_errors({**spec, "data": {"name": "figures"}})
    for error in errors:
        worst = best_match([error])
        if worst is not None:
            yield _fault(worst)


def _deepest(error: Any) -> list[Any]:
    """Return what is wrong at the deepest place, of all the ways in which a part could have been right."""
    if not error.context:
        return [error]
    leaves = [leaf for cause in error.context for leaf in _deepest(cause)]
    depth = max(len(leaf.absolute_path) for leaf in leaves)
    return [leaf for leaf in leaves if len(leaf.absolute_path) == depth]


def _fault(error: Any) -> Fault:
    leaves = _deepest(error)
    valid = [str(value) for leaf in leaves for value in _valid(leaf)]
    at: Sequence[int | str] = tuple(leaves[0].absolute_path)
    if valid:
        value = str(leaves[0].instance)
        return Fault(at, f"'{value}' is none of {', '.join(valid[:12])}.", value, nearest(value, valid))
    for leaf in leaves:
        if leaf.validator == "additionalProperties":
            known = leaf.schema.get("properties", {})
            unknown = next(key for key in leaf.instance if key not in known)
            return Fault((*at, unknown), "no such key in Vega-Lite.", unknown, nearest(unknown, known))
        if leaf.validator == "required":
            missing = next(key for key in leaf.validator_value if key not in leaf.instance)
            return Fault(at, f"the key '{missing}' is missing.", missing)
    return Fault(at, f"{leaves[0].message[:160]}.", str(leaves[0].instance)[:60])


def _valid(error: Any) -> Sequence[Any]:
    """Return the values that would have been right in a place."""
    valid: Sequence[Any] = error.validator_value if error.validator == "enum" else ()
    return [error.validator_value] if error.validator == "const" else valid
