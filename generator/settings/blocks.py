"""The sections that a report can have, told apart by their block."""

from __future__ import annotations

from typing import Annotated, Any, get_args

from pydantic import BeforeValidator, Field

from generator.settings.figure_sections import (
    ChartPairSection,
    ChartSection,
    ConflictsSection,
    KeyMessagesSection,
    PeersSection,
    ScorecardSection,
    TableSection,
    TargetProgressSection,
    WhatChangedSection,
)
from generator.settings.word_sections import (
    GlossarySection,
    MethodSection,
    OwnSection,
    QuotesSection,
    RatingsSection,
    SourcesSection,
    TextSection,
    TimelineSection,
)


def _own_block(section: Any) -> Any:
    """Read a block with `data` as one of the project's own, under the name it has."""
    if not isinstance(section, dict) or "data" not in section or "name" in section:
        return section
    return {**section, "block": "own", "name": section.get("block")}


AnySection = Annotated[
    ScorecardSection
    | ChartSection
    | TextSection
    | QuotesSection
    | TableSection
    | PeersSection
    | RatingsSection
    | KeyMessagesSection
    | TimelineSection
    | TargetProgressSection
    | WhatChangedSection
    | GlossarySection
    | ChartPairSection
    | OwnSection
    | ConflictsSection
    | MethodSection
    | SourcesSection,
    Field(discriminator="block"),
    BeforeValidator(_own_block),
]
BLOCKS = tuple(section.model_fields["block"].annotation.__args__[0] for section in get_args(get_args(AnySection)[0]))
