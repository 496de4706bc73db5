"""What the opening lines of plain texts say of them."""

from __future__ import annotations

import pytest

from generator.corpus.forms import documents
from generator.corpus.publishers import outlets
from generator.settings.catalogued import load_catalogue

IS_OUTLET = outlets(load_catalogue())
NIGHT = "2025-11-18 18:30"


def told(text: str) -> tuple[str, str | None, str | None]:
    (document,) = documents(text, None, IS_OUTLET)
    return document.title, document.publisher, document.published.strftime("%F %H:%M") if document.published else None


@pytest.mark.parametrize(
    ("lead", "publisher", "published"),
    [
        ("新浪财经 2025-11-18 18:30", "新浪财经", NIGHT),
        ("2025年11月18日 18:30 来源：新浪财经", "新浪财经", NIGHT),
        ("发布时间：2025-11-18 18:30  来源：澎湃新闻  作者：某人", "澎湃新闻", NIGHT),
        ("來源：香港經濟日報 2025/11/18 18:30", "香港經濟日報", NIGHT),
        ("2025.11.18 18:30:07 财联社", "财联社", NIGHT),
        ("作者：某人 | 2025年11月18日", None, "2025-11-18 00:00"),
        ("财联社11月18日电，小米公布业绩。", "财联社", None),
        ("证券时报网讯（记者 某人）小米公布业绩。", "证券时报网", None),
        ("智通财经APP获悉，小米公布业绩。", "智通财经APP", None),
        ("资金来源：自有资金。", None, None),
    ],
)
def test_chinese_openings(lead: str, publisher: str | None, published: str | None) -> None:
    assert told(f"小米公布业绩\n{lead}\n营收为1131亿元。") == ("小米公布业绩", publisher, published)


@pytest.mark.parametrize(
    ("lead", "publisher", "published"),
    [
        ("Reuters, Nov 18 2025", "Reuters", "2025-11-18 00:00"),
        ("By A Writer\nNovember 18, 2025 6:30 PM", None, NIGHT),
        ("Published Tue, Nov 18 2025 6:30 AM EST", None, "2025-11-18 06:30"),
        ("Updated 18 Nov 2025, 12:05 a.m.", None, "2025-11-18 00:05"),
        ("BEIJING, Nov. 18, 2025 /PRNewswire/ -- Xiaomi reported.", "PRNewswire", "2025-11-18 00:00"),
        ("BEIJING, Nov 18 (Reuters) - Xiaomi reported.", "Reuters", None),
        ("Xiaomi (HK) - the maker of phones reported.", None, None),
        ("*Bloomberg, 18 November 2025*", "Bloomberg", "2025-11-18 00:00"),
        ("Source: The Daily Ledger | Date: November 18, 2025", "The Daily Ledger", "2025-11-18 00:00"),
        ("Hong Kong, 18 November 2025", None, "2025-11-18 00:00"),
        ("Sony, 18 November 2025", None, "2025-11-18 00:00"),
        ("Source: Company data", None, None),
    ],
)
def test_english_openings(lead: str, publisher: str | None, published: str | None) -> None:
    assert told(f"Xiaomi reports\n{lead}\nRevenue was 113.1 billion yuan.") == ("Xiaomi reports", publisher, published)


@pytest.mark.parametrize(
    ("text", "title", "publisher"),
    [
        ("Title: Xiaomi reports\nSource: Reuters\nRevenue rose.", "Xiaomi reports", "Reuters"),
        ("Source: Reuters | Date: 2025-11-18\nXiaomi reports\nRevenue rose.", "Xiaomi reports", "Reuters"),
        ("# Xiaomi reports\n\nRevenue rose.", "Xiaomi reports", None),
        ("Xiaomi reports | CNBC\nRevenue rose.", "Xiaomi reports | CNBC", "CNBC"),
        ("Xiaomi reports - Beijing\nRevenue rose.", "Xiaomi reports - Beijing", None),
        (
            "From: Desk <d@bank.com>\nDate: Tue, 18 Nov 2025\nSubject: Xiaomi beats\n\nRevenue rose.",
            "Xiaomi beats",
            None,
        ),
        (
            "HD Xiaomi beats\nWC 120 words\nPD 18 November 2025\nSN Reuters News\nLP\nRevenue rose.",
            "Xiaomi beats",
            "Reuters News",
        ),
        ("HD Hyundai beats\nRevenue rose.", "HD Hyundai beats", None),
        ("小米首次盈利\n\n原创 张三 晚点LatePost 2025-11-18 20:30 北京\n\n营收增长。", "小米首次盈利", "晚点LatePost"),
        ("标题：小米公布业绩\n来源：财新\n营收增长。", "小米公布业绩", "财新"),
    ],
)
def test_titles_are_told_from_labels_and_an_outlet_may_stand_behind_one(
    text: str, title: str, publisher: str | None
) -> None:
    assert told(text)[:2] == (title, publisher)


def test_a_source_that_the_story_speaks_of_further_down_is_none_of_its_own() -> None:
    text = "Xiaomi reports\n18 November 2025\n" + "Revenue rose by a fifth, and profit by more than that. " * 9
    assert told(f"{text}\nSource: Reuters")[1] is None


@pytest.mark.parametrize(
    ("title", "published"),
    [
        ("截至2025年9月30日止三个月业绩公告", None),
        ("截至二零二五年九月三十日止九個月之業績", None),
        ("RESULTS FOR THE QUARTER ENDED SEPTEMBER 27, 2025", None),
        ("Cash as of 30 September 2025", None),
        ("2025年1月1日至9月30日业绩", None),
        ("HONG KONG, NOVEMBER 18, 2025", "2025-11-18 00:00"),
        ("香港，二零二五年十一月十八日", "2025-11-18 00:00"),
        ("Priced as of 18 November 2025", "2025-11-18 00:00"),
    ],
)
def test_the_end_of_a_period_is_no_day_of_publication(title: str, published: str | None) -> None:
    assert told(f"某公司 Any Company\n{title}\n营收为1131亿元。")[2] == published


@pytest.mark.parametrize(
    "signature",
    [
        "By Order of the Board\nAny Company\nThe Chairman\nHong Kong, 18 November 2025",
        "承董事會命\n某公司\n主席\n香港，二零二五年十一月十八日\n於本公告日期，董事會有九名董事。",
        "特此公告。\n某公司董事会\n2025年11月18日",
    ],
)
def test_an_announcement_is_of_the_day_under_its_boards_signature(signature: str) -> None:
    text = "某公司\n截至2025年9月30日止三个月业绩\n" + "营收为1131亿元，同比增长两成，毛利率为两成。\n" * 30
    assert told(f"{text}{signature}")[2] == "2025-11-18 00:00"
