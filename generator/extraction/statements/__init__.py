"""Statements: the amounts of a sentence as figures, claimed, in doubt, or of no metric."""
