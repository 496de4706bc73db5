"""Whose expectations are the market's, as English names them before a verb: `Analysts had forecast`, `Wall Street was looking for`."""

from __future__ import annotations

MARKET = r"(?:[Aa]nalysts?|[Ee]conomists|[Ee]xperts|[Ff]orecasters|[Bb]rokers|[Mm]arket watchers|[Oo]bservers|[Ii]nvestors|[Tt]raders|Wall Street|[Tt]he (?:[Ss]treet|market|consensus))"
