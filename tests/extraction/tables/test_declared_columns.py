"""Lists below a lead that declares their columns, read by the command as a user has it."""

from __future__ import annotations

import subprocess

from tests.command import COMMAND, ENVIRONMENT
from tests.conftest import ROOT

LIST = (
    "# 手机\n\nIDC数据显示，2023年第三季度中国智能手机市场前三名（出货量、份额、同比）：\n"
    "1. 荣耀：1180万台，17.3%，-8.5%\n2. OPPO：1090万台，16.0%，-9.2%\n3. 苹果：1060万台，15.6%，-7.8%\n"
)


def test_what_a_lead_names_is_told_in_its_order_whatever_the_hashes_of_a_run() -> None:
    """The lead names a country and a thing; of which of them the figures were hung on the order of a set."""
    command = [*COMMAND, "figures", "--format", "jsonl", "-"]
    told = set()
    for seed in ("1", "2", "3"):
        environment = ENVIRONMENT | {"PYTHONHASHSEED": seed}
        run = subprocess.run(
            command, input=LIST, env=environment, cwd=ROOT, capture_output=True, text=True, check=True, timeout=600
        )
        told.add(run.stdout)
    (only,) = told
    assert only.count('"mainland_china"') == 9
