"""Which of the names found in a sentence stand for themselves."""

from __future__ import annotations

import re

from generator.extraction.marks.adjusted import as_adjusted, without_what_is_left_out
from generator.extraction.marks.causes import without_causes
from generator.extraction.marks.causes_en import without_causes_en
from generator.extraction.marks.dashed_parts import with_dashed_parts
from generator.extraction.marks.home_market import at_home
from generator.extraction.marks.losses_of_else import without_other_losses
from generator.extraction.marks.mention import EntityMention, Mention
from generator.extraction.marks.names import Names
from generator.extraction.marks.names_makers import names_a_maker
from generator.extraction.marks.occasions import is_an_occasion
from generator.extraction.marks.other_things_en import as_other_thing
from generator.extraction.marks.results_of_else_zh import without_results_of_else
from generator.extraction.marks.tallies import OF_USERS
from generator.extraction.marks.wares import as_wares
from generator.extraction.marks.word_parts import is_part_of_word
from generator.extraction.marks.words_of_names import is_part_of_name, past_own_names
from generator.extraction.reading import Reading

# `sees revenue of $10.2 billion, suggesting a strong holiday quarter for smartphones, with gross margin of 48%`: not its own line
_SUGGESTED = re.compile(
    r"\b(?:suggest|signal|indicat|imply|impli|point|hint|bod)\w* (?:[a-z]+ly )?(?:to |at )?(?:an? )?[a-z -]{0,40}\b(?:for|in) (?:the )?$"
)
_WORD_BEFORE = re.compile(r"\b([a-z]+) $")
_NO_KIND = (
    "and",
    "its",
    "the",
    "of",
    "from",
    "for",
    "in",
    "to",
    "with",
    "total",
    "net",
    "while",
    "as",
    "on",
    "by",
    "but",
    "where",
    "that",
    "our",
    "their",
    "segment",
    "s",
)
_MADE_OF = re.compile(
    r"\((?:主要)?(?:不?包括|不?包含|合并|已?并入|涵盖|不?含|不计|剔除|除去?|除了)[^()\d]*\)|\((?:including|includes|comprising|which includes) [^()\d]*\)"
    # `its local commerce segment, which includes food delivery`; no `which include cars and trucks, and these sold 234,000 and 600`
    r"|, which (?:also )?includes? [^,;\d.]{3,60}?(?=[,;.](?! (?:and |while |of which )?(?:these|those|both|the two)\b)|-(?:an?|the) )"
)
# `would deliver an 11% increase`, `delivered 4% growth`, `delivered over $25 billion in sales`: no cars
_DEED = re.compile(
    r" (?:an? )?(?:(?:about|around|nearly|almost|over|more than|some|approximately|roughly|just|record|another) )*(?:\d[\d.]* ?(?:%|per ?cent|pct)(?! (?:more|fewer))|(?:[A-Z]{2,3} ?)?[A-Z]{0,3}[$€£¥] ?\d|(?:RMB|CNY|USD|HKD|EUR) ?\d|[\d.,]+ (?:[mb]illion |trillion )?(?:yuan|dollars|euros|yen|won|RMB|CNY)\b)"
)
_WARES = re.compile(
    r", which (?:also )?(?:makes|produces|manufactures|builds|supplies|sells|offers|provides) [^,;\d]{3,80}(?=,)"
)
# `Lenovo shares fell as much as 4% but pared losses to trade down 1.1% at HK$6.42`; but `Nio pared losses to 4.5 billion yuan`
_SHARES_LOSSES = re.compile(
    r"\b(?:shares|stock)\b[^;]{0,90}\b(?:par|trimm|extend|revers|recoup|eras|recover|deepen|add)(?:ed|ing|es|s)?(?: to)? (?:(?:its|their|some|most|all|much|of|the|early|earlier|initial|morning|previous) ){0,3}loss(?:es)?$",
    re.I,
)
_PAID_BY = re.compile(
    r"\b(?:revenues?|sales|income|orders|demand|bookings|purchases|cash|payments|spending|deliver(?:y|ies|ed)|shipments|shipped|sold|handed over|handovers|exports|supplied) (?:generated )?(?:from|by|to|with) (?:[a-z-]+ ){0,3}$"
    # `delivering 1,242,507 vehicles to customers (+1.8%)`
    r"|\b(?:cars|vehicles|units|phones|smartphones|devices|EVs|NEVs|motorcycles|trucks|aircraft|jets) to (?:[a-z-]+ ){0,3}$",
    re.I,
)
# `Join 1.2 million subscribers`: a page's own readers
_READERS = re.compile(
    r"\b(?:[Jj]oin|[Rr]ead by|[Tt]rusted by) (?:over |more than |our |the )?[\d.,]+ ?(?:million |k )?(?:[a-z]+ )?$"
)
_NOT_YET = ("未", "待")  # 未交付订单: none of them has been delivered


def mentions_in(
    reading: Reading,
    start: int,
    end: int,
    names: Names,
    home: str | None,
    entities: list[EntityMention],
    adjusted: bool,
) -> list[Mention]:
    """Return the names of metrics and segments in a stretch that stand for themselves."""
    text = reading.text
    mentions = [
        m for m in past_own_names(names.mentions_in(reading, start, end, home), entities, names, text)
        if text[m.start - 1 : m.start] not in _NOT_YET
        and not (m.metrics and (is_an_occasion(m, text) or _is_payers(m, text) or _is_of_shares(m, text, start)))
        and not (_is_kind_of_service(m, text) or is_part_of_word(m, text))
        and not (m.segment and not m.metrics and _SUGGESTED.search(text, max(start, m.start - 70), m.start))
        and not (is_part_of_name(m, entities, names, text) or (m.segment and not m.metrics and names_a_maker(text, m, names)))
    ]  # fmt: skip
    mentions = [as_other_thing(m, text) for m in as_wares(_without_abbreviations(mentions, text), text)]
    mentions = [as_adjusted(m, text, start, names, adjusted) for m in mentions]
    mentions = without_results_of_else(without_other_losses(mentions, text, start), text, start, end)
    mentions = without_causes_en(without_causes(mentions, text, start, end), text, start, end)
    mentions = _without_wares(_without_contents(mentions, text, start, end), text, start, end)
    mentions = with_dashed_parts(mentions, text, names, home)
    return at_home(without_what_is_left_out(mentions, text, start, end), entities, names, home, text)


def _without_wares(mentions: list[Mention], text: str, start: int, end: int) -> list[Mention]:
    """Leave out the lines that a company is only said to be in: `The company, which produces software and trains, said its profit`."""
    wares = [m.span() for m in _WARES.finditer(text, start, end)]
    kept = [m for m in mentions if not (m.segment and any(a <= m.start < b for a, b in wares))] if wares else mentions
    return [m for m in kept if not ("ev_deliveries" in m.metrics and _DEED.match(text, m.end))]


def _is_payers(mention: Mention, text: str) -> bool:
    """Whether customers are only those whom revenue comes from, or a page's own: `revenue from external customers up 29%`."""
    paying = any(metric in OF_USERS for metric in mention.metrics)
    low = max(0, mention.start - 60)
    return paying and any(form.search(text, low, mention.start) for form in (_PAID_BY, _READERS))


def _is_of_shares(mention: Mention, text: str, start: int) -> bool:
    """Whether a loss is one that shares made up for."""
    loss = text[mention.start : mention.end].lower().endswith(("loss", "losses"))
    return loss and _SHARES_LOSSES.search(text, max(start, mention.start - 120), mention.end) is not None


def _is_kind_of_service(mention: Mention, text: str) -> bool:
    """Whether a word narrows `services` to a kind of them: streaming services are not a company's services business."""
    word = _WORD_BEFORE.search(text, max(0, mention.start - 20), mention.start)
    said = text[mention.start : mention.end].lower()
    plain = said == "services" and not mention.metrics
    if (plain or said == "cloud services") and text.endswith(
        ("products and ", "Products and ", "products & "), 0, mention.start
    ):
        return True  # `Dynamics products and services`
    return plain and word is not None and word[1] not in _NO_KIND


def _without_abbreviations(mentions: list[Mention], text: str) -> list[Mention]:
    """`adjusted earnings per share (EPS)` is one mention."""
    ends = {m.end for m in mentions if m.metrics}
    opens = {m.start: text[m.start - 2 : m.start] for m in mentions if text[m.start - 1] == "("}
    return [
        m for m in mentions
        if not (m.metrics and m.start in opens and m.start - (2 if opens[m.start].startswith(" ") else 1) in ends)
    ]  # fmt: skip


def _without_contents(mentions: list[Mention], text: str, start: int, end: int) -> list[Mention]:
    """Leave out the parts that brackets say a line of business is made of: 核心本地商业(包括餐饮外卖、美团闪购等)收入."""
    told = text.find("(", start, end) >= 0 or text.find(", which ", start, end) >= 0
    made_of = [b.span() for b in _MADE_OF.finditer(text, start, end)] if told else []
    if not made_of:
        return mentions
    return [m for m in mentions if not (m.segment and any(low < m.start < high for low, high in made_of))]
