"""Periods as texts name them, and which one a name means."""
