"""Altair charts of a briefing's chart blocks, their theme, and their export."""
