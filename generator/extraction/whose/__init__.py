"""Whose a figure is: subjects, pronouns, headings, parts, regions, and strangers who are not meant."""
