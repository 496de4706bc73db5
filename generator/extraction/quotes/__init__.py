"""Quotes: the words, and whose they are."""
