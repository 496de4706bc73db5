"""JSON Schemas: the YAML that is shipped is valid by them, and a mistake is not."""

from __future__ import annotations

from pathlib import Path

import jsonschema
import pytest
import yaml

from generator.settings.schema import schemas, write_schemas

CONFIG = Path(__file__).parents[2] / "config"


@pytest.mark.parametrize(
    ("name", "pattern"),
    [("report", "reports/*.yaml"), ("audience", "audiences/*.yaml"), ("theme", "themes/*.yaml"), ("corpus", "corpus.yaml"), ("metrics", "catalogue/metrics.yaml"),
     ("segments", "catalogue/segments.yaml"), ("companies", "catalogue/companies/*.yaml")],
)  # fmt: skip
def test_what_is_shipped_is_valid(name: str, pattern: str) -> None:
    files = list(CONFIG.glob(pattern))
    assert files
    for file in files:
        jsonschema.validate(yaml.safe_load(file.read_text(encoding="utf-8")), schemas()[name])


def test_a_mistake_is_not(tmp_path: Path) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(
            {"title": "x", "entity": "xiaomi", "sections": [{"block": "scorecrad"}]}, schemas()["report"]
        )
    assert {path.name for path in write_schemas(tmp_path)} >= {"report.json", "audience.json", "metrics.json"}


def test_the_schemas_in_the_repository_are_up_to_date(tmp_path: Path) -> None:
    for path in write_schemas(tmp_path):
        assert (CONFIG / "schema" / path.name).read_text(encoding="utf-8") == path.read_text(encoding="utf-8"), (
            "run `make schema`"
        )
