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
        "A Tesla Model Y at a showroom in Berlin in 2023. | Photo: Bloomberg", "A Xiaomi store in Beijing in May 2023. REUTERS/Jane Roe",
        "FILE PHOTO: A logo of Xiaomi is seen in Beijing, 2021.", "Xiaomi CEO Lei Jun speaks at an event last year. [Photo/Agencies]",
        "Visitors look at a BYD Seal at the Shanghai auto show in April 2023", "A Nio ES8 in Oslo in 2021. Photo by Jane Roe/Bloomberg",
        "Chart: quarterly deliveries, 2020-2023 (Source: company filings)",
        "图为特斯拉上海工厂,2023年摄。图源:视觉中国", "2021年3月,雷军在发布会上(资料图)", "▲小米汽车工厂,2024年", "小米集团总部。本报记者王五摄",
    ],
)  # fmt: skip
def test_lines_that_tell_nothing_are_furniture(line: str) -> None:
    assert left(f"Sales rose.\n\n{line}\n\nProfit fell.") == "Sales rose.\n\nProfit fell."


@pytest.mark.parametrize(
    "line",
    [
        "Share", "Other", "Smartphones", "Outlook", "Source: company reports", "Read more: BYD sold 4.6 million cars", "Advertising revenue",
        "Video and cloud services grew.", "Print sales fell.", "广告收入", "图像传感器业务", "评级:买入", "编辑部预计营收增长",
        "Full-year 2024 results", "Xiaomi in 2024", "The company said sales grew in 2023 (Reuters)", "Fiscal 2024", "延伸阅读", "2024年业绩",
        "Chart: revenue rose 20% in 2024", "BEIJING (AP) — BYD said on Monday that it had a record year in 2024.",
        "▲小米第三季度业绩", "▲营收同比增长两成", "Xiaomi is seen as the biggest winner", "Photo, video and cloud services grew",
        "FILE sharing services of 2024", "The company said in a statement via Xinhua", "Lei Jun arrives at a new conclusion",
        "Sales in 2023 were the best ever, the company said at its annual event",
    ],
)  # fmt: skip
def test_lines_that_tell_something_stay(line: str) -> None:
    assert line in left(f"Sales rose.\n\n{line}\n\nProfit fell.")


@pytest.mark.parametrize(
    "stamp", ["10:32 ", "10:32 AM ET — ", "[09:05] ", "【10:32】", "14:05:33 GMT - ", "9:15 a.m. "]
)
def test_the_time_of_day_before_a_paragraph_tells_nothing(stamp: str) -> None:
    assert left(f"Sales rose.\n\n{stamp}Profit fell.") == "Sales rose.\n\nProfit fell."


@pytest.mark.parametrize(
    "line", ["At 10:32 shares fell.", "10:32", "12:30 15.2% 17.9%", "3:1 was the ratio of the split."]
)
def test_times_that_a_line_tells_stay(line: str) -> None:
    assert left(f"Sales rose.\n\n{line}\n\nProfit fell.") == f"Sales rose.\n\n{line}\n\nProfit fell."
