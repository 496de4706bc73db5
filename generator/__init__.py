"""Investor briefings whose every figure and quote leads back to the sentence it came from."""

__version__ = "0.1.0"
