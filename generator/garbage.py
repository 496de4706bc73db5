"""How seldom a build looks for garbage: nearly everything that it loads and makes is in use until it ends.

Python's collector goes through all of that again and again, which takes a sixth of a build's time. A process that
imports this looks after a hundred thousand new objects, not after seven hundred.
"""

from __future__ import annotations

import gc

gc.set_threshold(100_000, 20, 100)
