"""JSON Schemas of the settings, so that editors complete and check the YAML."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel, create_model

from generator.settings.audience import Audience
from generator.settings.catalogue import Company, Metric, Publisher, Segment
from generator.settings.corpus import CorpusSettings
from generator.settings.report import Report
from generator.settings.theme import Theme


def schemas() -> dict[str, dict[str, Any]]:
    """Return each settings file's schema by name: those of settings, then those of the catalogue's parts."""
    models: dict[str, type[BaseModel]] = {"report": Report, "audience": Audience, "theme": Theme}
    models["corpus"] = CorpusSettings
    found = {name: model.model_json_schema() for name, model in models.items()}
    found["report"].pop("required")  # a report that extends another may leave out anything
    parts: dict[str, type[BaseModel]] = {
        "metrics": Metric,
        "segments": Segment,
        "companies": Company,
        "publishers": Publisher,
    }
    for name, part in parts.items():
        holder = create_model(name.title(), entries=(dict[str, part], ...))  # type: ignore[valid-type]
        whole = holder.model_json_schema()
        found[name] = {**whole["properties"]["entries"], "$defs": whole.get("$defs", {}), "title": name.title()}
    return found


def write_schemas(folder: Path, more: Mapping[str, dict[str, Any]] | None = None) -> list[Path]:
    """Write the schemas, and more of other rooms, into a folder; return the files."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, schema in (schemas() | dict(more or {})).items():
        path = folder / f"{name}.json"
        text = json.dumps(
            {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}, ensure_ascii=False, indent=2
        )
        path.write_text(text + "\n", encoding="utf-8")
        written.append(path)
    return written
