"""The ledger's form: evidence.json, version 1. Its JSON Schema is config/schema/evidence.json.

Sources are W3C Web Annotation selectors (https://www.w3.org/TR/annotation-model/, 4.2.4 and 4.2.5).
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, Field


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Software(_Part):
    """What wrote the ledger."""

    name: Literal["footnoted"] = "footnoted"
    version: str


class Input(_Part):
    """A file that decided what the briefing says or how it looks: a setting or a template, as it was then."""

    path: str
    sha256: str
    files: tuple[str, ...] = Field(
        default=(), description="the outputs that it decided; all of them where none is named"
    )


class SourceDocument(_Part):
    """A document of the corpus that evidence leads to. `sha256` is of its text as read, in UTF-8."""

    id: str
    title: str
    publisher: str | None = None
    published: str | None = Field(default=None, description="the publisher's local time, ISO 8601")
    address: str | None = None
    language: str
    sha256: str


class TextQuoteSelector(_Part):
    """The exact words, and what stands before and after them."""

    type: Literal["TextQuoteSelector"] = "TextQuoteSelector"
    exact: str
    prefix: str
    suffix: str


class TextPositionSelector(_Part):
    """Offsets of the exact words in the document's text, in code points."""

    type: Literal["TextPositionSelector"] = "TextPositionSelector"
    start: int
    end: int


class Target(_Part):
    """One passage of one document. `value` and `unit` are what it states; `sentence` is the sentence it stands in."""

    source: str = Field(description="the document's id")
    title: str
    publisher: str | None = None
    published: str | None = None
    selector: tuple[TextQuoteSelector, TextPositionSelector]
    sentence: str
    value: Decimal | None = None
    unit: str | None = None


class Derivation(_Part):
    """How a figure that no source states follows from ones that sources do."""

    formula: str
    inputs: dict[str, Claim]


class Claim(_Part):
    """A figure, a quote, a rating or a title: its fields, who states it, who says otherwise."""

    kind: Literal["figure", "quote", "rating", "title"]
    metric: str | None = None
    entity: str | None = None
    segment: str | None = None
    measure: str | None = None
    period: str | None = None
    basis: str | None = None
    value: Decimal | None = Field(default=None, description="in base units: 1131亿元 is 113100000000")
    unit: str | None = Field(default=None, description="ISO 4217 code, percent, percentage_point, count, …")
    bound: str | None = None
    precision: Decimal | None = None
    speaker: str | None = Field(default=None, description="as the document writes the name")
    speaker_id: str | None = None
    role: str | None = None
    speech: Literal["direct", "indirect"] | None = None
    words: str | None = Field(
        default=None, description="the exact words as printed: spaces that a page's layout tore are closed"
    )
    rating: str | None = None
    house: str | None = None
    supporting: tuple[Target, ...] = ()
    dissenting: tuple[Target, ...] = ()
    superseded: tuple[Target, ...] = Field(
        default=(), description="what a target or forecast was before it was set anew"
    )
    converted: tuple[Target, ...] = Field(default=(), description="the same quantity in another currency")
    derivation: Derivation | None = None

    def targets(self) -> Iterator[Target]:
        """Yield every passage that the claim leads to, its inputs' too."""
        yield from (*self.supporting, *self.dissenting, *self.superseded, *self.converted)
        for claim in (self.derivation.inputs if self.derivation else {}).values():
            yield from claim.targets()

    def __str__(self) -> str:
        """`revenue of xiaomi, 2025-Q3, yoy: 22.3 percent`; a quote by its speaker."""
        if self.kind != "figure":
            return f"{self.kind} of {self.speaker or self.house}"
        parts = [f"{self.metric} of {self.entity}" if self.entity else str(self.metric), self.segment, self.period]
        parts += [self.measure if self.measure != "level" else None, self.basis if self.basis != "actual" else None]
        return f"{', '.join(part for part in parts if part)}: {self.value:,f} {self.unit}"


class Place(_Part):
    """Where evidence is printed, and in which words. `page` counts pages or slides from 1."""

    file: str
    page: int
    text: str


class Entry(_Part):
    """One piece of evidence, under the id that it has in its briefing, and every place where it is printed."""

    id: str
    printed: tuple[Place, ...]
    claim: Claim


class Imprinted(NamedTuple):
    """One piece of text: its place, the words, the id of its evidence, and where words come from that are none."""

    at: str
    text: str
    evidence: str | None = None
    origin: str | None = None


class Page(_Part):
    """Everything that is printed on one page or slide, notes and charts included; page 0 is the file as a whole."""

    page: int
    pieces: tuple[Imprinted, ...]


class Output(_Part):
    """A finished file. `evidence` names the briefing whose evidence it prints."""

    file: str
    audience: str
    format: str
    sha256: str
    count: int = Field(description="pages or slides")
    evidence: str
    pages: tuple[Page, ...]


class Ledger(_Part):
    """evidence.json: what is printed in the files beside it, and what stands behind each of it."""

    context: Literal["http://www.w3.org/ns/anno.jsonld"] = Field(
        default="http://www.w3.org/ns/anno.jsonld", alias="@context"
    )
    version: Literal[1] = 1
    software: Software
    report: str
    issue: str
    as_of: str
    inputs: tuple[Input, ...]
    documents: tuple[SourceDocument, ...]
    evidence: dict[str, tuple[Entry, ...]] = Field(description="by briefing")
    outputs: tuple[Output, ...]

    def output(self, file: str) -> Output | None:
        """Return the output of a file's name, None where the ledger does not know it."""
        return next((output for output in self.outputs if output.file == file), None)


def evidence_schema() -> dict[str, Any]:
    """Return the ledger's JSON Schema."""
    return Ledger.model_json_schema(mode="serialization")
