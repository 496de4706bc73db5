"""Amounts that are no figure of a company, or whose reading is in doubt."""
