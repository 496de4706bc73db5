"""The composed briefing: sections of blocks, wording, number formats, citations. Every output only reads it."""
