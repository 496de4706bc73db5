"""Delivery: finished briefings to the people they are for, each issue once."""
