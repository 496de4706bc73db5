"""What may be read, and where what was read is kept: config/corpus.yaml."""

from __future__ import annotations

from pydantic import Field

from generator.settings.model import Setting


class Limits(Setting):
    """Sizes above which a file is refused, so that one hostile file can't take the machine down.

    Each stands for something whose reading grows with it; a file over one is named in the summary, the rest goes on.
    """

    file_megabytes: int = Field(default=64, ge=1, description="a file as it lies on disk")
    unpacked_megabytes: int = Field(default=256, ge=1, description="a DOCX or Parquet file once unpacked")
    characters: int = Field(default=5_000_000, ge=1000, description="the text of one document")
    pages: int = Field(default=2_000, ge=1, description="the pages of a PDF")
    documents: int = Field(
        default=200_000, ge=1, description="the documents of one file: lines of JSONL, entries of a feed"
    )
    rows: int = Field(default=500_000, ge=1, description="the rows of a table of figures")


LIMITS = Limits()


class CorpusSettings(Setting):
    """How the corpus is read and kept."""

    limits: Limits = LIMITS
    store: str = Field(
        default=".footnoted/store",
        description="a folder, seen from the project's root, or an s3:// address, in which what was read is kept",
    )


DEFAULTS = CorpusSettings()
