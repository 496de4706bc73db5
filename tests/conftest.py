"""What tests share: the seed page, where it is."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SEED = ROOT.parent / "shared" / "seed"


@pytest.fixture(scope="session")
def seed() -> Path:
    """Return the folder of the real page; tests that need it are skipped where it is absent."""
    if not SEED.is_dir():
        pytest.skip("the seed page is not here")
    return SEED
