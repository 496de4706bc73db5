"""Folding: what rules read leads back to the text as it was read."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.corpus.cleaning import fold, rejoin
from generator.corpus.torn import MARK


def test_width_and_script_are_made_one() -> None:
    assert fold("營收１，１３１億元（按年增２２％）").text == "营收1,131亿元(按年增22%)"


def test_torn_spaces_are_closed_and_english_ones_kept() -> None:
    assert fold("目 标价53.5 港元，Xiaomi 17 Ultra 系列").text == "目标价53.5港元,Xiaomi 17 Ultra系列"


def test_the_space_between_the_phrases_of_a_headline_is_kept() -> None:
    assert fold("小米上季收入增兩成 汽車首錄盈利").text == "小米上季收入增两成 汽车首录盈利"
    assert rejoin("淨利大減三成 盤後股價下挫") == "淨利大減三成 盤後股價下挫"
    assert fold("小米上季收入 增兩成").text == "小米上季收入增两成"
    assert (
        fold("小米上季收入增兩成，其中智能電動汽車 首次錄得經營盈利。").text
        == "小米上季收入增两成,其中智能电动汽车首次录得经营盈利。"
    )


def test_a_line_that_ends_with_a_quote_ends_a_paragraph() -> None:
    line = "行政總裁強調，外賣業務並非獨立割裂的生意，而是整個生態的一部分：「能長期做下去。」"
    assert "\n" in fold(f"{line}\n首席財務官稱，利潤率上升。").text


def test_reference_marks_become_one_sign() -> None:
    assert fold("up 1.3% [3][54] - In China").text == f"up 1.3%{MARK} - In China"


def test_a_span_leads_back_to_its_characters() -> None:
    text = "小米 集 团目标\u200b价５３.５港 元"
    folded = fold(text)
    start = folded.text.index("53.5")
    assert text[slice(*folded.original(start, start + 6))] == "５３.５港 元"


def test_print_closes_torn_words_and_keeps_the_characters() -> None:
    assert rejoin("实现苹果都没做到 的人车家\n全生态") == "实现苹果都没做到的人车家 全生态"
    assert rejoin("「我們　將推出」") == "「我們將推出」"
    assert rejoin("我们 需要 更多 的 芯片,\n而且 是 现在。") == "我们需要更多的芯片, 而且是现在。"
    assert (
        rejoin("毛利率是百分之六十二点三，去年同季只有百分之五十") == "毛利率是百分之六十二点三，去年同季只有百分之五十"
    )
    assert rejoin("研发投入会超过300亿元[12]。明年[3][4]") == "研发投入会超过300亿元。明年"


def test_print_leaves_out_what_no_font_writes_and_the_comma_of_the_sentence_around() -> None:
    assert rejoin("🚀 Margins widen ❤️ on AI ads") == "Margins widen on AI ads"
    assert rejoin("\uf0b7 汽车毛利率25.5%★") == "汽车毛利率25.5%★"
    assert rejoin("It took us a long time,") == "It took us a long time"
    assert rejoin("我们会继续投入，") == "我们会继续投入"
    assert rejoin("Nokia® grew 5°, by 1,131") == "Nokia® grew 5°, by 1,131"


@given(st.text(alphabet="小米营收的目标 \n\t0123456789.,%AbZ[]()“”，。１億\u200b", max_size=120))
def test_every_folded_character_has_a_place_and_order_is_kept(text: str) -> None:
    folded = fold(text)
    places = [folded.original(i, i + 1).start for i in range(len(folded.text))]
    assert places == sorted(places)
    assert all(0 <= place < len(text) for place in places)


def test_lines_that_a_page_broke_in_mid_sentence_are_one_where_blank_lines_part_paragraphs() -> None:
    text = "Lenovo reported a\nfall.\n\nThe maker of computers said on\nFriday quarterly revenue was\n$15.62 billion, down 22%, and Dell\nshipments fell.\n\nKey figures\nrevenue up\n\nEnd.\n"
    assert all(joined in fold(text).text for joined in ("on Friday", "was $15.62", "Dell shipments"))
    assert "Key figures\nrevenue" in fold(text).text
