"""Which of the names found in a sentence stand for themselves."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.corpus.beginnings import sought
from generator.extraction.marks.adjusted import as_adjusted, without_what_is_left_out
from generator.extraction.marks.home_market import at_home
from generator.extraction.marks.losses_of_else import without_other_losses
from generator.extraction.marks.mention import EntityMention, Mention
from generator.extraction.marks.names import Names
from generator.extraction.marks.occasions import is_an_occasion
from generator.extraction.marks.tallies import OF_USERS
from generator.extraction.marks.wares import as_wares
from generator.extraction.marks.word_parts import is_part_of_word
from generator.extraction.reading import Reading

# `an electric vehicle (EV) maker`: what a company is, not which part of its business is spoken of.
_MAKER = re.compile(
    r"\)?(?: and(?: [a-z]+(?:-[a-z]+)?){1,2}| (?:services?|solutions|products|goods|technology|equipment|systems|hardware|infrastructure|delivery|chips?|parts|components?|batter(?:y|ies)|displays?|sensors?))?[ -](?:maker|giant|manufacturer|brand|start-?up|market(?! share)|industry|sector|exporter|outsourcer|conglomerate|stalwart|operator|developer|retailer|lender|insurer|chipmaker|automaker|carmaker|group(?= (?-i:[A-Z]))|rival|pioneer|company|firm|player|leader|major|behemoth|titan|powerhouse|heavyweight|specialist|component|part|supplier)s?\b|(?: (?:services?|solutions))?[ -](?:vendor|seller|supplier|producer|provider)\b|\) (?:maker|giant)|\s\((?:EV|NEV)\) (?:maker|giant|manufacturer|company|firm|start-?up)"
    r"|(?:品牌|晶片|芯片|代工|制造|电池|零部件|零组件|整车|设备|软件|服务)?(?:大厂|厂商?|巨头|龙头|一哥|霸主|巨擘|制造商|车企|新势力|生产商|行业)",
    re.I,
)
# `the largest maker of memory chips and smartphones`, `a giant in handsets`
_MAKER_OF = re.compile(
    r"\b(?:maker|manufacturer|producer|seller|supplier|vendor|giant) (?:of|in|for (?:making|manufacturing|producing)) (?:(?!report|post|said|saw|had|sold|its\b|the\b)[a-z-]+,? ){0,4}$"
)
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
_CARS_SOLD = ("汽车销售收入", "汽车销售毛利")
# 因一次性税费而下降83%: what stands before it was the cause
THEREUPON = "而(?=大?幅?(?:[增升涨跌降减]|暴|激|骤|猛|锐|下滑|下降|扭))"
_DRIVEN = (
    "(?:带动|推动|推升|驱动|拉动|提振|刺激|挹注|影响|支撑|助力|加持|拖累|增长|成长|放缓|复苏|回暖|回升|下滑)(?:之)?下,"
)
_CAUSE = sought(
    r"(?:因为?|由于|受)[^,;。\d]{2,40}?(?:而(?=[一-鿿])|影响,|拖累,)|(?:由于|受惠于?|受益于?|受累于?|得益于|有赖于?|随着|计及|计入|考虑到?|鉴于|有见于?|(?<![原主成起])因(?![此应素子果地人]))[^,;。\d]{2,40},(?![该其此这上])"
    rf"|因(?!此|应|素)[^,;。]{{2,60}}?{THEREUPON}"
    r"|(?:源于|归因于|归功于)[^,;。\d]{2,30}?(?:以及|及|和|与|,)"
    rf"|在[^,;。]{{2,50}}?{_DRIVEN}"
)

_CAUSE_FIRST = re.compile(rf"\W*[^,;。\d]{{2,50}}?{_DRIVEN}")  # 高毛利业务带动下,毛利率…
# `would deliver an 11% increase`, `delivered 4% growth`, `delivered over $25 billion in sales`: no cars
_DEED = re.compile(
    r" (?:an? )?(?:(?:about|around|nearly|almost|over|more than|some|approximately|roughly|just|record|another) )*(?:\d[\d.]* ?(?:%|per ?cent|pct)(?! (?:more|fewer))|(?:[A-Z]{2,3} ?)?[A-Z]{0,3}[$€£¥] ?\d|(?:RMB|CNY|USD|HKD|EUR) ?\d|[\d.,]+ (?:[mb]illion |trillion )?(?:yuan|dollars|euros|yen|won|RMB|CNY)\b)"
)
_WARES = re.compile(
    r", which (?:also )?(?:makes|produces|manufactures|builds|supplies|sells|offers|provides) [^,;\d]{3,80}(?=,)"
)
# 新机有望带动业绩,本季营收…: the line that drives something is not what is told
_DRIVES = re.compile(r"[^,;:。()%]{0,14}?(?:带动|推动|拉动|推升|提振|助推|驱动|支撑|助力)(?:了|着)?(?!下|因素|力)")
# 联电在日本新厂加入营运,今年前11月营收…: where a plant stands is no market
_PLANT = re.compile(r"新?(?:厂|工厂|基地)[^,;。\d]{0,14}[,;]")
# 成中国清零政策最大受害者, 受美国关税冲击: a state or its economy, and no market
_STATE = re.compile(
    "的?(?:市场)?[一-鿿]{0,4}?(?:政策|经济|政府|当局|官方|疫情|关税|法规|监管|央行|管制|禁令|制裁|大选|通胀|物价|GDP|股[市民])"
)
_FROM_THE_CLOUDS = re.compile("[由从自]云端(?:滑落|跌落|坠落|摔落|掉落|走下)")  # how a company fell
# `Lenovo shares fell as much as 4% but pared losses to trade down 1.1% at HK$6.42`; but `Nio pared losses to 4.5 billion yuan`
_SHARES_LOSSES = re.compile(
    r"\b(?:shares|stock)\b[^;]{0,90}\b(?:par|trimm|extend|revers|recoup|eras|recover|deepen|add)(?:ed|ing|es|s)?(?: to)? (?:(?:its|their|some|most|all|much|of|the|early|earlier|initial|morning|previous) ){0,3}loss(?:es)?$",
    re.I,
)
_PAID_BY = re.compile(
    r"\b(?:revenues?|sales|income|orders|demand|bookings|purchases|cash|payments|spending|deliver(?:y|ies|ed)|shipments|shipped|sold|handed over|handovers|exports|supplied) (?:generated )?(?:from|by|to|with) (?:[a-z-]+ ){0,3}$",
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
        m for m in _beside_names(names.mentions_in(reading, start, end, home), entities, names, text)
        if text[m.start - 1 : m.start] not in _NOT_YET
        and not (m.metrics and (is_an_occasion(m, text) or _is_payers(m, text) or _is_of_shares(m, text, start)))
        and not (_is_kind_of_service(m, text) or is_part_of_word(m, text))
        and not (m.segment and not m.metrics and _SUGGESTED.search(text, max(start, m.start - 70), m.start))
        and not (_is_part_of_name(m, entities, names, text) or (m.segment and not m.metrics and names_a_maker(text, m, names)))
    ]  # fmt: skip
    mentions = as_wares(_without_abbreviations(mentions, text), text)
    mentions = [as_adjusted(m, text, start, names, adjusted) for m in mentions]
    mentions = _without_causes(without_other_losses(mentions, text, start), text, start, end)
    mentions = _without_wares(_without_contents(mentions, text, start, end), text, start, end)
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


# 毛利润跑得比收入快, 营业费用增速快于收入: what a metric only runs faster than
_OUTRUN = re.compile(
    r"(?:毛利润?|净利润?|经营利润|营业利润|[一-鿿]{0,4}(?:费用|开支|成本)|现金流|交付量|销量)(?:的|则|也|却|还|更)*(?:(?:增速|增长|增幅)?(?:[跑涨升降增跌花长][得的])?比|(?:增速|增长|增幅)?(?:快于|慢于|跑赢|跑输|落后于|领先于))(?P<what>(?:总|整体|同期)?(?:收入|营收|净利润?|利润|销量|交付量))"
)


def _without_causes(mentions: list[Mention], text: str, start: int, end: int) -> list[Mention]:
    """Leave out what is only named as a reason: the shipments of `收入因出货量疲软而下降3%` did not fall by 3 %."""
    mentions = [m for m in mentions if m.metrics or not _DRIVES.match(text, m.end, end)]
    causes = [m.span() for m in _CAUSE.finditer(text, start, end)]
    causes += [m.span() for m in (_CAUSE_FIRST.match(text, start, end),) if m]
    outrun = (m for m in _OUTRUN.finditer(text, start, end))
    causes += [
        m.span("what") for m in outrun if any(m.start() <= x.start and x.end <= m.start("what") for x in mentions)
    ]
    return [m for m in mentions if not any(a <= m.start and m.end <= b for a, b in causes)] if causes else mentions


def _beside_names(mentions: list[Mention], entities: list[EntityMention], names: Names, text: str) -> list[Mention]:
    """Return the mentions without the words of a company's name that they begin with: 蔚来汽车的营收 is all its revenue."""
    return [_beside_name(m, entities, names, text) for m in mentions]


def _beside_name(mention: Mention, entities: list[EntityMention], names: Names, text: str) -> Mention:
    over = next((e for e in entities if e.start < mention.start < e.end < mention.end), None)
    if over is None or text[mention.start : over.end].lower() not in names.own_words(over):
        return mention
    if text.startswith(_CARS_SOLD, mention.start, mention.end):
        return mention  # 小鹏汽车销售收入 is that from cars, beside 总收入
    rest = names.mentions(text[over.end : mention.end])
    whole = next((m for m in rest if m.metrics and m.start == 0 and m.end == mention.end - over.end), None)
    return replace(whole, start=over.end, end=mention.end) if whole else mention


def names_a_maker(text: str, mention: Mention, names: Names) -> bool:
    """Whether a segment's name only says what a company or its goods are; the brand ONVO is a segment itself."""
    if text[max(0, mention.start - 3) : mention.start].endswith(("'s ", "’s ")) and text.startswith(
        " sector", mention.end
    ):
        return False  # `the company's infrastructure solutions sector`
    if text.startswith(" sector", mention.end) and text[max(0, mention.start - 9) : mention.start].endswith(
        ("from the ", "of the ", " its ", "The ")
    ):
        return False  # `revenue from the automotive sector`
    region = names.catalogue.segments[mention.segment or ""].kind == "region"
    if region and (_PLANT.match(text, mention.end) or _STATE.match(text, mention.end)):
        return True
    if _FROM_THE_CLOUDS.match(text, mention.start - 1):
        return True
    of_one = names.catalogue.segments[mention.segment or ""].entity is not None
    own_brand = of_one and text.startswith(" brand", mention.end)
    if text.startswith(("-made", "-built", "-based", "-listed", "-produced"), mention.end):
        return True  # `Tesla's China-made EVs` are sold abroad as well
    if not region and _MAKER_OF.search(text, max(0, mention.start - 72), mention.start):
        return True  # `the Chinese manufacturer of new energy vehicles`
    return not own_brand and bool(_MAKER.match(text, mention.end))


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


def _is_part_of_name(mention: Mention, entities: list[EntityMention], names: Names, text: str) -> bool:
    """Whether a mention is a word of the company's own name that it stands in: the cars of 理想汽车 are no segment."""
    start, end = mention.start, mention.end
    around = next((e for e in entities if e.start <= start and end <= e.end), None)
    return around is not None and text[start:end].lower() in names.own_words(around)
