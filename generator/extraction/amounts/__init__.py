"""Amounts as texts write them: numerals, scales, currencies, bounds, ranges."""
