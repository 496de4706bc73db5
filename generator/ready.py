"""What processes that render have ready before a briefing comes: the server that they are forked from loads it."""

from __future__ import annotations

import gc

import generator.printing  # noqa: F401
from generator.rendering.environment import compile_all

compile_all()
gc.freeze()  # what is loaded stays; forked processes neither look through it nor copy it
