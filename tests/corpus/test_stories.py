"""Stories: who tells the same thing in the same words."""

from __future__ import annotations

import random
import textwrap
from pathlib import Path

import pytest

from generator.corpus.document import Document
from generator.corpus.forms import documents
from generator.corpus.reading import read_corpus
from generator.corpus.stories import stories

NOTE = (
    "高盛发表研究报告指，小米最新发布的智能手机系列令产品线更丰富，反映公司持续推进高端化策略。预期进入明年，高端化仍是首要任务。"
    "该行予以小米买入评级，目标价53.5港元，并相信公司将进一步渗透高端市场，加快发展海外高端产品市场。"
)


def test_an_edited_copy_tells_the_same_story_and_another_text_does_not() -> None:
    first, second = NOTE.split("该行")
    texts = [
        "快讯\n" + NOTE,
        "大行评级\n该行" + second + first,
        "比亚迪公布十一月销量，新能源汽车销量四十八万辆，其中海外十三万辆，同比增长显著。",
    ]
    read = [document for text in texts for document in documents(text)]
    told = stories(read)
    assert told[read[0].id] == told[read[1].id] != told[read[2].id]


def test_the_order_of_documents_does_not_matter() -> None:
    read = [d for i in range(4) for d in documents(f"标题{i}\n{NOTE if i % 2 else NOTE[::-1]}")]
    assert stories(read) == stories(reversed(read))


WIRE = """Xiaomi opens second car plant

Xiaomi opened its second car plant in Beijing on Tuesday, two months ahead of plan, and said the new lines would double
what the company can build in a year. The first cars for customers leave the plant in October.

The works cost 5.2 billion yuan and employ 3,100 people. Nine tenths of the welding is done by robots, which the company
developed with two suppliers from Shanghai over the past three years.

Lei Jun told guests at the opening that waiting times for the saloon had fallen from forty weeks to eleven. He promised
that they would be shorter still by the spring festival, and that no customer would pay more than agreed.

Analysts had feared that the plant would come too late for the season. Inventories at dealers are low, and two rivals cut
their prices in August. The shares closed two per cent higher in Hong Kong, before the opening was announced.

The company has not said whether a third plant will follow. Land next to the site was bought in June through a
subsidiary, according to the city's register, and planning permission runs until the end of the decade.
"""
SAME_EVENT = """Beijing factory doubles Xiaomi's output

Production has begun at a new Xiaomi works on the edge of the capital. Buyers who ordered this week can expect delivery
before the new year, the firm's founder said as the gates were opened to visitors for the first time.

With 3,100 staff and a price tag of 5.2 billion yuan, the site is among the largest that any maker of electric vehicles
has built since the pandemic. Almost all welding is automatic.

Investors cheered. Several brokers had doubted the timetable, given how few cars dealers hold and how hard competitors
are discounting, and a further expansion on neighbouring ground now looks likely.
"""


def one(text: str) -> Document:
    (document,) = documents(text)
    return document


def edited(text: str) -> str:
    """Return a text as another desk would print it: one word in twenty changed."""
    chosen, words = random.Random(7), text.split(" ")
    return " ".join(word[::-1] if word.isalpha() and chosen.random() < 0.05 else word for word in words).replace(
        "per cent", "percent"
    )


PARAGRAPHS = WIRE.split("\n\n")
COPIES = {
    "another title": "\n\n".join(["New works in the capital: what it means for buyers", *PARAGRAPHS[1:]]),
    "a paragraph cut": "\n\n".join(PARAGRAPHS[:3] + PARAGRAPHS[4:]),
    "cut off in the middle": WIRE[: len(WIRE) * 55 // 100] + "…",
    "other line breaks": "\n".join(textwrap.wrap(WIRE.replace("\n", " "), 51)),
    "one paragraph a page": WIRE.replace("\n\n", "\n\n\n* * *\n\n\n"),
    "paragraphs in another order": "\n\n".join([*PARAGRAPHS[:1], *PARAGRAPHS[:0:-1]]),
    "small edits": edited(WIRE),
    "lines of the outlet around it": f"By our staff in Beijing. Subscribe for more.\n\n{WIRE}\n\nRead more on our site. All rights reserved.",
}


@pytest.mark.parametrize("copy", COPIES)
def test_a_syndicated_copy_tells_the_same_story(copy: str) -> None:
    first, other = one(WIRE), one(COPIES[copy])
    assert first.id != other.id
    assert len(set(stories([first, other]).values())) == 1


def test_another_piece_on_the_same_event_is_a_story_of_its_own() -> None:
    assert len(set(stories([one(WIRE), one(SAME_EVENT)]).values())) == 2


def test_all_copies_and_the_other_piece_together_make_two_stories() -> None:
    read = [one(text) for text in (WIRE, SAME_EVENT, *COPIES.values())]
    told = stories(read)
    assert sorted(list(told.values()).count(story) for story in set(told.values())) == [1, 1 + len(COPIES)]


def test_long_texts_in_the_same_words_are_no_copies_of_each_other() -> None:
    words = sorted({word for word in (WIRE + SAME_EVENT).replace("\n", " ").split(" ") if word})

    def long_text(seed: int) -> Document:
        chosen = random.Random(seed)
        return one("Report\n\n" + "\n".join(" ".join(chosen.choices(words, k=14)) + "." for _ in range(600)))

    assert len(set(stories([long_text(1), long_text(2)]).values())) == 2


def test_a_copy_in_traditional_characters_tells_the_same_story() -> None:
    traditional = (
        "大行報告\n高盛發表研究報告指，小米最新發布的智能手機系列令產品線更豐富，反映公司持續推進高端化策略。預期進入明年，高端化仍是首要任務。"
        "該行予以小米買入評級，目標價53.5港元，並相信公司將進一步滲透高端市場，加快發展海外高端產品市場。"
    )
    assert len(set(stories([one("快讯\n" + NOTE), one(traditional)]).values())) == 1


def test_two_months_in_the_same_words_tell_two_stories() -> None:
    words = (
        "Orchard Motors announced its {} deliveries\n\nThe company delivered {} vehicles in {} 2025, an increase of {}% year on year. "
        "The deliveries consisted of {} vehicles of its premium brand Orchard, {} vehicles of its family brand Meadow, and {} "
        "vehicles of its small car brand Twig. Deliveries since the company was founded reached {} at the end of the month."
    )
    october = words.format("October", "40,312", "October", "92.6", "17,118", "17,290", "5,904", "913,120")
    november = words.format("November", "36,244", "November", "76.3", "18,351", "11,780", "6,113", "949,364")
    copy = october.replace(",", "").replace("announced its October", "reports October")
    told = stories(read := [one(october), one(november), one(copy)])
    assert told[read[0].id] == told[read[2].id] != told[read[1].id]


def test_prices_that_a_page_writes_beside_names_tell_no_stories_apart() -> None:
    words = (
        "大行報告\n摩根大通報告指，內地車股去年股價由三項因素左右，包括盈利預測有否上調、銷量和季節。該行首選比亞迪(01211.HK) {} ，"
        "其次是吉利(00175.HK) {} 和小鵬(09868.HK) {} ，對倚重合資業務的東風(00489.HK) {} 和廣汽(02238.HK) {} 有所保留。"
    )
    first, other = (
        words.format(*(f"+{d}.{i}80 (+1.{i}{d}4%) 沽空 ${d}.{i}5億; 比率 1{d}.0{i}9%" for i in range(5)))
        for d in (1, 7)
    )
    assert len(set(stories([one(first), one(other.replace("報告指", "報告稱"))]).values())) == 1


def test_two_brokers_on_one_company_tell_two_stories() -> None:
    other = (
        "大行评级\n花旗发表研究报告指，小米第三季业绩胜预期，惟营运支出同样较高，内存价格上涨令毛利率受压。"
        "该行予以小米买入评级，目标价由65港元下调至50港元，料手机出货量明年下跌百分之五，汽车业务则可望继续扩大盈利。"
    )
    assert len(set(stories([one("快讯\n" + NOTE), one(other)]).values())) == 2


def test_three_outlets_carry_one_brokers_note(seed: Path) -> None:
    read = read_corpus([seed]).documents
    told = stories(read)
    assert sorted(list(told.values()).count(story) for story in set(told.values())) == [1] * 7 + [3]
