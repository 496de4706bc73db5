"""One text in the layouts that it comes in: what stands above it, and where its paragraphs break, is not what it tells."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

import pytest
from opencc import OpenCC

from tests.extraction.articles import FOLDER
from tests.extraction.case import Case, figure_rows, read_cases

CASES = [filed for filed in read_cases(FOLDER) if filed.case.title][::8]
SENTENCE = re.compile(r"(?<=[a-z\d%)\"”]\.) (?=[A-Z“\"])|(?<=[。；！？])(?=[^\n”」』）)])")
MOST = 0.95  # of the figures of a text whose paragraphs are lost: some sentences say of whom they are by their place
INDENTED = 0.998  # of those of a text whose paragraphs are indented
KEYS = ("metric", "entity", "segment", "measure", "value", "period", "basis")
# Names as wires, filings and portals write them; a brand of a company's own name is left alone.
WRITTEN_OUT = {
    "Xiaomi": "Xiaomi Corp. (HKG: 1810)", "Tesla": "Tesla, Inc. (NASDAQ: TSLA)", "Apple": "Apple Inc. (AAPL)", "Nvidia": "Nvidia Corp (NVDA.O)",
    "Tencent": "Tencent Holdings Ltd (0700.HK)", "Alibaba": "Alibaba Group Holding Ltd (NYSE: BABA; HKEX: 9988)", "Li Auto": "Li Auto Inc. (NASDAQ: LI)",
    "Microsoft": "Microsoft (MSFT -1.20%)", "SAP": "SAP SE (SAPG.DE)", "BYD": "BYD Co., Ltd. (SHE: 002594)", "Meituan": "Meituan (3690.HK)",
}  # fmt: skip
A_NAME = re.compile(
    rf"(?<![\w\[-])(?:{'|'.join(WRITTEN_OUT)})(?![\w-]|\.[a-z]|['’]s| (?:Corp|Inc|Group|Holdings|SE|Ltd|Co|\())"
)
LINKED = re.compile(r"(?<![\w\[(-])(?:Xiaomi|Tesla|Apple|Nvidia|BYD)(?![\w\]-])|小米|特斯拉|比亚迪|蔚来|阿里巴巴")
YUAN = re.compile(
    r"(?P<amount>\d+(?:\.\d+)?)(?: (?P<scale>billion|million) yuan(?! ?\()|(?P<wan>[亿億])元(?![美(（]|人民))"
)
OTHERS = 0.95  # of those of a text with sentences on others in between: two companies may be spoken of
TIMES = 0.97  # of those of a text with sentences on another time in between
AFTER_EN, AFTER_ZH = re.compile(r"[a-z%]{2}\. (?=[A-Z])"), re.compile("[一-鿿%]。(?=[一-鿿])")
FURNITURE_EN = (
    "Advertisement",
    "Read more: Why Rivian is cutting prices again",
    "Image source: Getty Images.",
    "Sign up for our daily newsletter",
)
FURNITURE_ZH = ("广告", "相关阅读：荣耀发布新款折叠屏手机", "（图源：网络）", "责任编辑：王芳")
RELATED_EN = (
    "### Related stories\n\n- Ford to close a plant in Germany\n- Rivian delivers 13,972 vehicles in third quarter"
)
CAPTIONS_EN = (
    "A Tesla Model Y at a showroom in Berlin in 2023. | Photo: Bloomberg",
    "The Tesla logo outside a dealership in Berlin in 2023",
    "Tesla cars at the port of Zeebrugge in 2023 Tesla",
)
CAPTIONS_ZH = ("图为特斯拉上海工厂，2023年摄。图源：视觉中国", "特斯拉柏林工厂，2023年", "（图片：特斯拉，2023年）")
TEASERS_EN = (
    "Xiaomi Q2 2019 earnings preview",
    "BYD's first-quarter profit doubles",
    "Opinion: The lesson of 2018",
    "Live updates: Nvidia's 2018 results",
)
TEASERS_ZH = ("小米2019年二季报前瞻", "比亚迪一季度净利润翻倍", "旧文：特斯拉2018年的产能地狱")
RELATED_ZH = "热门推荐\n\n福特股价跌4.2%\n\n极氪10月交付25049辆"
PLAIN = {"measure": "level", "basis": "actual"}


def told(case: Case, text: str, title: str | None) -> set[tuple[object, ...]]:
    """Return the figures that are rightly read of a case in another layout."""
    rows = figure_rows(case.model_copy(update={"text": text, "title": title}).document())[0]
    stated = {tuple((PLAIN | figure.stated()).get(key) for key in KEYS) for figure in case.figures or ()}
    return stated & {tuple(row[key] for key in KEYS) for row in rows}


@pytest.mark.parametrize("filed", CASES, ids=lambda filed: filed.name)
def test_a_byline_above_a_text_changes_nothing(filed):
    case = filed.case
    byline = "By Jane Roe" if filed.language == "en" else "记者 张三 北京报道"
    assert told(case, f"{byline}\n\n{case.text}", case.title) == told(case, case.text, case.title)


@pytest.mark.parametrize("filed", CASES, ids=lambda filed: filed.name)
def test_a_line_of_outlet_and_day_above_a_text_changes_nothing(filed):
    case = filed.case
    line = "The Ledger\n\nNovember 18, 2024" if filed.language == "en" else "2024年11月18日 08:30 来源：证券日报"
    assert told(case, f"{line}\n\n{case.text}", case.title) == told(case, case.text, case.title)


@pytest.mark.parametrize("filed", [c for c in CASES if c.language != "en"], ids=lambda filed: filed.name)
def test_chinese_says_the_same_in_both_scripts(filed):
    case = filed.case
    other = OpenCC("s2t" if filed.language == "zh" else "t2s").convert
    assert told(case, other(case.text), other(case.title)) == told(case, case.text, case.title)


def test_indented_paragraphs_are_read_as_others_are():
    stated = kept = 0
    for filed in CASES:
        case, blanks = filed.case, "    " if filed.language == "en" else "\u3000\u3000"
        rows = told(case, case.text, case.title)
        stated += len(rows)
        kept += len(rows & told(case, blanks + case.text.replace("\n\n", f"\n\n{blanks}"), case.title))
    assert kept >= INDENTED * stated, f"{kept} of {stated}"


@pytest.mark.parametrize("filed", CASES, ids=lambda filed: filed.name)
def test_a_title_says_the_same_above_the_text_as_beside_it(filed):
    case = filed.case
    beside, headed = told(case, case.text, case.title), f"{case.title}\n\n{case.text}"
    assert beside <= told(case, headed, case.title)
    assert beside <= told(case, headed, None)


def test_figures_are_found_in_texts_that_give_every_sentence_a_paragraph():
    stated = kept = 0
    for filed in CASES:
        case = filed.case
        rows = told(case, case.text, case.title)
        stated += len(rows)
        kept += len(rows & told(case, SENTENCE.sub("\n\n", case.text), case.title))
    assert kept >= MOST * stated, f"{kept} of {stated}"


def in_dollars(yuan: re.Match[str]) -> str:
    """Return an amount of yuan with the same in dollars behind it."""
    dollars = f"{float(yuan['amount']) / 7.1:.2f}"
    return (
        f"{yuan[0]} (${dollars} {yuan['scale']})" if yuan["scale"] else f"{yuan[0]}（约合{dollars}{yuan['wan']}美元）"
    )


def kept_of(changed: Callable[[str], str]) -> tuple[list[str], int]:
    """Return what is lost of the figures of texts that are written otherwise, and how many such texts there are."""
    lost, count = [], 0
    for filed in CASES:
        case, text = filed.case, changed(filed.case.text)
        if text != case.text:
            count += 1
            lost += [f"{filed.name} {row}" for row in told(case, case.text, case.title) - told(case, text, case.title)]
    return lost, count


def test_codes_and_legal_forms_behind_names_change_nothing():
    """A share's price was lost behind `BYD Co Ltd`, and `followed by Samsung (KRX: 005930)` was no maker's."""
    lost, count = kept_of(lambda text: A_NAME.sub(lambda name: WRITTEN_OUT[name[0]], text))
    assert count > 20
    assert lost == []


def test_amounts_told_again_in_another_currency_change_nothing():
    lost, count = kept_of(lambda text: YUAN.sub(in_dollars, text))
    assert count > 20
    assert lost == []


def test_links_are_read_as_their_words():
    lost, count = kept_of(lambda text: LINKED.sub(lambda name: f"[{name[0]}](https://example.com/stocks/1)", text))
    assert count > 15
    assert lost == []


def furnished(text: str) -> str:
    """Return a text with the lines between its paragraphs that pages set there."""
    lines = FURNITURE_ZH if re.search("[一-鿿]", text) else FURNITURE_EN
    paragraphs = text.split("\n\n")
    prose = [bool(re.search(r"[.。]$", paragraph)) and "|" not in paragraph for paragraph in paragraphs]
    between = [lines[i % len(lines)] if on and ahead else "" for i, (on, ahead) in enumerate(pairwise([*prose, False]))]
    return "\n\n".join(line for pair in zip(paragraphs, between, strict=True) for line in pair if line)


def test_page_furniture_changes_nothing():
    """`Advertisement` behind `Here is what analysts expect:` made results of what followed."""
    lost, count = kept_of(furnished)
    assert count > 40
    assert lost == []


@pytest.mark.parametrize("filed", CASES, ids=lambda filed: filed.name)
def test_headlines_under_related_stories_are_in_doubt(filed):
    case = filed.case
    for stories in (
        (RELATED_EN,) if filed.language == "en" else (RELATED_ZH, RELATED_ZH.replace("热门推荐", "延伸阅读"))
    ):
        rows = figure_rows(case.model_copy(update={"text": f"{case.text}\n\n{stories}"}).document())[0]
        assert not [row for row in rows if row["value"] in (13972, 25049)]


@pytest.mark.parametrize("filed", CASES, ids=lambda filed: filed.name)
def test_the_year_of_a_picture_is_not_that_of_the_text(filed):
    """`The Tesla logo outside a dealership in Berlin in 2023`, above a text, took a quarter of all English figures to 2023."""
    case, right = filed.case, told(filed.case, filed.case.text, filed.case.title)
    for caption in CAPTIONS_EN if filed.language == "en" else CAPTIONS_ZH:
        assert len(told(case, f"{caption}\n\n{case.text}", case.title)) >= OTHERS * len(right)


@pytest.mark.parametrize("place", [1, 2], ids=("second", "third"))
def test_the_time_of_another_texts_headline_is_not_that_of_the_text(place):
    """`BYD's first-quarter profit doubles`, a link between the first two paragraphs, took a third of all English figures to that quarter."""
    stated = kept = 0
    for filed in CASES:
        case, paragraphs = filed.case, filed.case.text.split("\n\n")
        if len(paragraphs) <= place:
            continue
        right = told(case, case.text, case.title)
        for teaser in TEASERS_EN if filed.language == "en" else TEASERS_ZH:
            text = "\n\n".join([*paragraphs[:place], teaser, *paragraphs[place:]])
            stated += len(right)
            kept += len(right & told(case, text, case.title))
    assert stated > 500
    assert kept >= TIMES * stated, f"{kept} of {stated}"


@pytest.mark.parametrize("filed", [c for c in CASES if "\n\n" in c.case.text], ids=lambda filed: filed.name)
def test_forwarded_texts_and_wide_blanks_are_read_as_others_are(filed):
    """`> ` before each paragraph lost a fortieth of the figures, two blanks behind a stop a hundredth."""
    case = filed.case
    forwarded = "\n\n".join(f"> {paragraph}" for paragraph in case.text.split("\n\n"))
    assert told(case, case.text, case.title) == told(case, forwarded, case.title)
    wide = re.sub(r"(?<=[a-z%\d]\.) (?=[A-Z][a-z])", "  ", case.text)
    assert told(case, case.text, case.title) == told(case, wide, case.title)


def between(said: tuple[str, str]) -> tuple[int, int]:
    """Return how many figures are rightly read, and how many are with a sentence put behind every third."""
    stated = kept = 0
    for filed in CASES:
        case, put = filed.case, f"{said[0]} " if filed.language == "en" else said[1]
        ends = list((AFTER_EN if filed.language == "en" else AFTER_ZH).finditer(case.text))[::3]
        stretches = [case.text[a:b] for a, b in pairwise([0, *(m.end() for m in ends)])]
        text = "".join(stretch + put for stretch in stretches) + case.text[ends[-1].end() if ends else 0 :]
        rows = told(case, case.text, case.title)
        stated += len(rows)
        kept += len(rows & told(case, text, case.title))
    return stated, kept


@pytest.mark.parametrize(
    "said",
    [
        ("Oppo declined to comment.", "OPPO未予置评。"),
        ("Huawei's new phone goes on sale in December.", "华为新机将于12月开售。"),
    ],
    ids=("silent", "beside"),
)
def test_sentences_on_other_companies_without_figures_take_nothing(said):
    """Ten of a hundred figures went to the company of such a sentence: `Huawei's new phone goes on sale in December`."""
    stated, kept = between(said)
    assert kept >= OTHERS * stated, f"{kept} of {stated}"


@pytest.mark.parametrize(
    "said",
    [
        ("Last year was difficult for the whole industry.", "去年整个行业都很困难。"),
        ("The second half is usually stronger.", "下半年通常是旺季。"),
        ("The fourth quarter has begun well.", "第四季度开局良好。"),
    ],
    ids=("last", "every", "begun"),
)
def test_times_that_a_sentence_without_a_figure_only_names_take_nothing(said):
    """Ten of a hundred figures went to the time of such a sentence: `The second half is usually stronger`."""
    stated, kept = between(said)
    assert kept >= TIMES * stated, f"{kept} of {stated}"
