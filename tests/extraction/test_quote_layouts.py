"""One text in the layouts that it comes in: what stands between its paragraphs, and which marks it is set with, is not what is said."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable
from zlib import crc32

import pytest
from opencc import OpenCC

from generator.corpus.cleaning import fold
from generator.extraction.quotes.captions import is_caption
from tests.extraction.case import FOLDER, Case, FiledCase, quote_rows, read_cases
from tests.extraction.test_layouts import A_NAME, LINKED, WRITTEN_OUT, furnished

CASES = [filed for filed in read_cases(FOLDER / "quotes") if filed.case.quotes]
SEVERAL = [filed for filed in CASES if "\n\n" in filed.case.text]  # paragraphs
WITHIN = "quotes/en-once-34"  # marks within marks, which straight ones do not tell apart
ALIKE = re.compile("”[^“”\n]{3,}”|“[^“”\n]{3,}“")  # one mark at both ends, which no others stand for
# every fifth by its name, so that a new case leaves the others in
SOME = [
    filed
    for filed in CASES
    if crc32(filed.name.encode()) % 5 == 4 and filed.name != WITHIN and not ALIKE.search(filed.case.text)
]
UNWRAPPED = [filed for filed in CASES if not re.search(r"[^\n]\n[^\n]", filed.case.text)]  # a link makes a line longer
DOUBLY = [
    filed
    for filed in CASES[::3]
    if filed.language == "en" and not re.search("[‘’„\"'`]|“[^”]*“", filed.case.text) and "“" in filed.case.text
]
SIMPLIFIED = OpenCC("t2s").convert
CORNERS = str.maketrans("“”", "「」")
DOUBLE = str.maketrans("“”「」", "『』『』")
CURLY = str.maketrans("「」『』", "“”“”")
UPRIGHT = str.maketrans("“”「」『』", "﹁﹂﹁﹂﹃﹄")
POINTED, TURNED = ({ord("“"): opening, ord("”"): closing} for opening, closing in (("« ", " »"), ("»", "«")))
STRAIGHT = str.maketrans("“”「」", '""""')
MARKS = str.maketrans("", "", '“”"「」『』«»﹁﹂﹃﹄ \n')
LINK = re.compile(r"\[([^\[\]]*)\]\([^()]*\)")
PERSON = re.compile(
    r"(?<![\w\[])(?:Tim Cook|Jensen Huang|Lei Jun|Elon Musk|Musk|Cook|Lisa Su|Roland Busch|Christian Klein|Goldman Sachs|Citi)(?![\w\]-])"
    r"|雷军|卢伟冰|李斌|何小鹏|余承东|黃仁勳|魏哲家|任正非|李想"
)
CAPTION_EN = "Tim Cook speaks at an event in Cupertino. Photo: Getty Images"
CAPTION_ZH = "雷军在发布会上。图源：视觉中国"


def said(case: Case, text: str, title: str | None) -> set[tuple[str, str, str]]:
    """Return who says what in a case in another layout, in one script and without marks."""
    rows = quote_rows(case.model_copy(update={"text": text, "title": title}).document())
    return {(SIMPLIFIED(plain(row["speaker"])), row["kind"], SIMPLIFIED(plain(row["text"]))) for row in rows}


def plain(words: str) -> str:
    """Return a name or words as they are set plainly."""
    for name, written_out in WRITTEN_OUT.items():
        words = words.replace(written_out, name)
    return fold(LINK.sub(r"\1", words)).text.translate(MARKS).replace("钜", "巨").strip(",.。")


def lost(cases: list[FiledCase], changed: Callable[[FiledCase], str]) -> tuple[list[str], int]:
    """Return what is said otherwise in texts that are set otherwise, and how many such texts there are."""
    differing, count = [], 0
    for filed in cases:
        case, text = filed.case, changed(filed)
        if text != case.text:
            count += 1
            rows, others = said(case, case.text, case.title), said(case, text, case.title)
            differing += [f"{filed.name} {row}" for row in sorted(rows ^ others)]
    return differing, count


def chinese(changed: Callable[[str], str]) -> Callable[[FiledCase], str]:
    """Return a change that only Chinese texts take."""
    return lambda filed: filed.case.text if filed.language == "en" else changed(filed.case.text)


def between(paragraphs: FiledCase, line: str, line_zh: str) -> str:
    return paragraphs.case.text.replace("\n\n", f"\n\n{line if paragraphs.language == 'en' else line_zh}\n\n")


@pytest.mark.parametrize(("cases", "changed"), [
    pytest.param(SOME, chinese(lambda text: text.translate(CORNERS)), id="「」"),
    pytest.param(SOME, chinese(lambda text: text.translate(DOUBLE)), id="『』"),
    pytest.param(SOME, chinese(lambda text: text.translate(CURLY)), id="“”"),
    pytest.param(SOME, chinese(lambda text: text.translate(UPRIGHT)), id="﹁﹂"),
    pytest.param(DOUBLY, lambda filed: filed.case.text.translate(POINTED), id="« »"),
    pytest.param(DOUBLY, lambda filed: filed.case.text.translate(TURNED), id="»«"),
    pytest.param(SOME, lambda filed: filed.case.text.translate(STRAIGHT), id="straight"),
    pytest.param(SOME, lambda filed: f"{'By Jane Roe' if filed.language == 'en' else '记者 张三 北京报道'}\n\n{filed.case.text}", id="byline"),
    pytest.param(SEVERAL, lambda filed: between(filed, "Advertisement", "广告"), id="advertisement"),
    pytest.param(SEVERAL, lambda filed: furnished(filed.case.text), id="furniture"),
    pytest.param(SEVERAL, lambda filed: between(filed, CAPTION_EN, CAPTION_ZH), id="caption"),
    pytest.param(SEVERAL, lambda filed: "    " + filed.case.text.replace("\n\n", "\n\n    "), id="indented"),
    pytest.param(SEVERAL, chinese(lambda text: "\u3000\u3000" + text.replace("\n\n", "\n\n\u3000\u3000")), id="　　"),
    pytest.param(SEVERAL, lambda filed: filed.case.text.replace("\n\n", "\n"), id="one break"),
    pytest.param(CASES, lambda filed: A_NAME.sub(lambda name: WRITTEN_OUT[name[0]], filed.case.text), id="codes"),
    pytest.param(UNWRAPPED, lambda filed: f"- {filed.case.text}", id="item"),
    pytest.param(SOME, lambda filed: f"• {filed.case.text}", id="•"),
    pytest.param(SOME, lambda filed: f"3. {filed.case.text}", id="numbered"),
    pytest.param(CASES, lambda filed: PERSON.sub(r"*\g<0>*", filed.case.text), id="people in italics"),
    pytest.param(UNWRAPPED, lambda filed: LINKED.sub(linked, filed.case.text), id="linked companies"),
    pytest.param(UNWRAPPED, lambda filed: PERSON.sub(linked, filed.case.text), id="linked people"),
    pytest.param(CASES, lambda filed: PERSON.sub(r"**\g<0>**", filed.case.text), id="bold people"),
])  # fmt: skip
def test_the_same_is_said_in_every_layout(cases, changed):
    """`Advertisement` between two paragraphs cost a third of the quotes, and `Xiaomi Corp (1810.HK)` spoke for nobody."""
    differing, count = lost(cases, changed)
    assert count > 5
    assert differing == []


@pytest.mark.parametrize("width", [50, 72])
def test_a_text_of_few_lines_is_read_as_one_when_it_was_wrapped(width):
    """Two lines and a capital in between may be a headline and a text; whatever else shows that a line goes on joins them."""
    texts = [filed for filed in CASES[::2] if filed.language == "en" and "\n" not in filed.case.text]
    differing, _ = lost(texts, lambda filed: textwrap.fill(filed.case.text, width, break_on_hyphens=False))
    assert len({row.split()[0] for row in differing}) <= 0.15 * len(texts)


def test_chinese_says_the_same_in_both_scripts():
    other = {"zh": OpenCC("s2t").convert, "zh-Hant": OpenCC("t2s").convert}
    differing = []
    for filed in [filed for filed in SOME if filed.language != "en"]:
        case, convert = filed.case, other[filed.language]
        rows = said(case, convert(case.text), convert(case.title) if case.title else None)
        differing += [f"{filed.name} {row}" for row in sorted(rows ^ said(case, case.text, case.title))]
    assert differing == []


@pytest.mark.parametrize("line", [
    "Tim Cook speaks at an event in Cupertino. Photo: Getty Images",
    "Lei Jun on stage in Beijing (Image credit: Xiaomi)",
    "*Elon Musk arrives in Berlin. REUTERS/Ann Lee*",
    "Stella Li at the fair in May. Ann Lee/AFP via Getty Images",
    "Ann Lee at the opening of the plant. /Handout Picture",
    "Huang in Taipei — AFP",
    "雷军在发布会上。图源：视觉中国",
    "魏哲家出席法說會。（記者林佳蓉攝）",
    "李斌在车展。新华社图片",
    "董明珠走出会场（图/视觉中国）",
])  # fmt: skip
def test_lines_that_say_whom_a_picture_shows_are_captions(line):
    assert is_caption(fold(line).text)


@pytest.mark.parametrize("line", [
    "Lei said demand had doubled. Photo: Xiaomi",
    "Tim Cook's pay rose, according to Getty Images",
    "The company sells pictures to Getty Images.",
    "The agency reported a profit. Shares of Getty Images rose 4%.",
    "魏哲家表示，訂單很滿。（記者林佳蓉攝）",
    "小米发布了新车的图片。",
])  # fmt: skip
def test_lines_that_tell_what_somebody_says_are_no_captions(line):
    assert not is_caption(fold(line).text)


@pytest.mark.parametrize(("text", "speaker", "words"), [
    ("The fire was out in minutes, said a spokesman for [Xiaomi](https://example.com/1).", "spokesman for Xiaomi", "The fire was out in minutes"),
    ("A Tesla, Inc. (NASDAQ: TSLA) spokesperson said the plant would reopen in May.", "Tesla spokesperson", "the plant would reopen in May"),
    ("Lei Jun said his phones were ahead of [Apple](https://example.com/1).", "Lei Jun", "his phones were ahead of [Apple](https://example.com/1)"),
    ("Lei Jun said his phones were ahead of Apple Inc. (AAPL). He left.", "Lei Jun", "his phones were ahead of Apple Inc. (AAPL)"),
    ("Musk said the carmaker had lost ground to BYD Co., Ltd. He gave no number.", "Musk", "the carmaker had lost ground to BYD Co., Ltd"),
    ("[Lei Jun](https://example.com/1) said [Xiaomi](https://example.com/2) would hire.", "Lei Jun", "[Xiaomi](https://example.com/2) would hire"),
])  # fmt: skip
def test_names_are_plain_and_words_whole(text, speaker, words):
    (row,) = quote_rows(Case(text=text, quotes=()).document())
    assert (row["speaker"], row["text"].rstrip(".")) == (speaker, words)


def linked(name: re.Match[str]) -> str:
    return f"[{name[0]}](https://example.com/1)"
