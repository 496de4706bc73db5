"""Whose expectations are the market's, as texts name them before a verb: `Analysts had forecast`, `Wall Street was looking for`."""

from __future__ import annotations

MARKET = r"(?:[Aa]nalysts?|[Ee]conomists|[Ee]xperts|[Ff]orecasters|[Bb]roker(?:age)?s|[Mm]arket watchers|[Oo]bservers|[Ii]nvestors|[Tt]raders|Wall Street|[Tt]he (?:[Ss]treet|market|consensus))"
MARKET_ZH = "(?:市场(?:人士)?|华尔街|分析师们?|分析员|分析人士|机构|券商|外界|法人|彭博|路透|LSEG|FactSet)"
