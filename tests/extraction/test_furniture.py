"""Lines that tell nothing are known for it, and those that tell something are not."""

from __future__ import annotations

import pytest

from generator.extraction.furniture import furniture


def left(text: str) -> str:
    """Return a text without its furniture."""
    for start, end in reversed(list(furniture(text))):
        text = text[:start] + text[end:]
    return text


@pytest.mark.parametrize(
    "line",
    [
        "Advertisement", "Story continues below advertisement", "Read more: Why Rivian is cutting prices", "[Photo: Reuters]",
        "Image source: Getty Images.", "Sign up for our daily newsletter here.", "Share this article", "Follow us on LinkedIn",
        "广告", "图片来源:视觉中国", "(图源:网络)", "责任编辑:王芳", "点击查看更多", "相关阅读:荣耀发布新款折叠屏手机",
    ],
)  # fmt: skip
def test_lines_that_tell_nothing_are_furniture(line: str) -> None:
    assert left(f"Sales rose.\n\n{line}\n\nProfit fell.") == "Sales rose.\n\nProfit fell."


@pytest.mark.parametrize(
    "line",
    [
        "Share", "Other", "Smartphones", "Outlook", "Source: company reports", "Read more: BYD sold 4.6 million cars", "Advertising revenue",
        "Video and cloud services grew.", "Print sales fell.", "广告收入", "图像传感器业务", "评级:买入", "编辑部预计营收增长",
    ],
)  # fmt: skip
def test_lines_that_tell_something_stay(line: str) -> None:
    assert line in left(f"Sales rose.\n\n{line}\n\nProfit fell.")
