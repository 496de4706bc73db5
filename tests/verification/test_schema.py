"""The ledger's schema in the repository is the one that the code writes by."""

from __future__ import annotations

import json
from pathlib import Path

from generator.settings.schema import write_schemas
from generator.verification.evidence import evidence_schema

SHIPPED = Path(__file__).parents[2] / "config" / "schema" / "evidence.json"


def test_the_schema_in_the_repository_is_up_to_date_and_says_what_everything_is(tmp_path: Path) -> None:
    write_schemas(tmp_path, {"evidence": evidence_schema()})
    assert SHIPPED.read_text(encoding="utf-8") == (tmp_path / "evidence.json").read_text(encoding="utf-8"), (
        "run `make schema`"
    )
    schema = json.loads(SHIPPED.read_text(encoding="utf-8"))
    parts = {**schema["$defs"], "Ledger": schema}
    assert {"Claim", "Entry", "Output", "Target", "TextQuoteSelector", "TextPositionSelector"} <= set(parts)
    assert [name for name, part in parts.items() if part["type"] == "object" and "description" not in part] == []
