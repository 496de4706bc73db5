"""Figures whose metric is not named: what a line of business takes in, what parts of a count are, what a heading says."""
