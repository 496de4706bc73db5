"""Stories: who tells the same thing in the same words."""

from __future__ import annotations

from pathlib import Path

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


def test_three_outlets_carry_one_brokers_note(seed: Path) -> None:
    read = read_corpus([seed]).documents
    told = stories(read)
    assert sorted(list(told.values()).count(story) for story in set(told.values())) == [1] * 7 + [3]
