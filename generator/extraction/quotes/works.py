"""Words in marks that only name something, a work, a term or a piece of news: `the hit “…”`, `a banner reading “…”`, 标题为“…”的消息."""

from __future__ import annotations

import re

from generator.extraction.quotes.passage import Passage
from generator.extraction.quotes.quotation import Quotation
from generator.extraction.quotes.quoted import is_title, lead_to

_NAME = 14  # characters
_FEW = 10  # words
_NAMED_ON = re.compile("(?:改名|更名|改[称叫]|一[词说事]|这[个一]|等|是|的(?!确))")
_TITLED = re.compile(
    "(?:横幅|标语|海报|牌子?|条幅|屏幕?|[墙门]上?|T恤|衣服|纸上?)[^,。;:]{0,6}(?:写着|印着|写有|印有|打着|贴着|挂着)[:,]?$|(?:标题|题|名|主题)为$|题目是$|(?:网传|谣传|盛传|流传)$"
)
# the '90s hit “…”, a banner reading “…”: what a work is called or what stands on it
_WORK = re.compile(
    r"\b(?:hit|song|songs|album|film|movie|book|novel|show|sitcom|series|single|track|podcast|ballad|anthem|titled|entitled|headlined|nicknamed|codenamed|slogan|tagline|motto|hashtag|"
    r"banners?|signs?|posters?|placards?|T-shirts?|plaque|headline|heading|title|caption|subject line|header) (?:read(?:s|ing)? |saying )?$"
)
# In his best-selling book, “Elon Musk,” Isaacson writes
_CALLED = re.compile(
    r"\b(?:book|memoir|biography|novel|film|movie|documentary|podcast|show|series|song|album|newsletter|essay|report|paper|game|autobiography), $"
)
# After “The Long Road, Revisited,” Brandt wrote two more books
_SET = re.compile(r"\b(?i:after|in|with|since|from|of|by|for|under|his|her|its|the|an?) $")
# Wu called “AI plus cloud” one of the two engines: of what something is said, not what; but `called “…” the same day`
_SO_CALLED = re.compile(
    r"\b(?:called|calls|calling|dubbed|dubs|labell?ed|branded|termed|considers?|considered|deem(?:s|ed)) $"
)
_IS_THAT = re.compile(
    r",? (?:an?|one|the|his|her|its|their|our|my|as)\b(?! (?:day|week|month|year|same|other day|previous|following)\b)"
)
# After “Money never waits for anyone,” Becker said that …: a work that came before
_AFTER_IT = re.compile(r"(?:^|[.!?\x1f\n\x1e] ?)(?:After|Before|Since|Following|Despite|Until) $")
_NEWS = re.compile(
    "的?(?:这[一个条篇]|一[则条篇])?(?:消息|传闻|传言|报道|谣言|标题|话题|文章|视频|帖子|新闻|热搜|词条)(?!说|称|指|[显表]示)"
)

_ON = re.compile(
    r" (?:and “?\x1e|(?!(?:he|she|they|it|we|I|who|said|says)\b)[a-z]+ )|[一-鿿](?<![说称道])(?!(?:总|先生|女士)?[说称道])"
)
# “Life Is a Highway,” a film about the founder, was released
_WHICH_IS = re.compile(
    r" (?:an?|the|his|her|its|which|directed|released|published|written|made|starring|by|produced)\b (?![^.;]{0,60}\b(?:said|says|told|added|wrote)\b)"
)
# “…,” goes the argument; “…,” his mother used to say
_READS = re.compile(
    r" (?:(?:goes|runs|reads|read|says|went|ran) (?:the|an?|one|its|his|her) (?!(?:[\w-]+ )?(?:company|group|firm|bank|chief|analyst|executive|statement|report|note)\b)[a-z]|(?:his|her|their|my) (?:mother|father|wife|husband|boss|grandmother|grandfather|parents|friends?|colleagues?|teacher|brother|sister|son|daughter)\b)"
    r"| (?:say|ask|argue|claim|complain|write|joke) (?:the |some |many |most |its |his )?[a-z]+s(?=[.,;]|$)"
    r"|(?:有|一[位名个]|多[位名]|几[位名]|不少|很多|许多|现场的?|店[里内]的?|台下的?|某|另一[位名]|部分)?(?:记者|网友|顾客|车主|用户|粉丝|观众|股民|消费者|店员|路人)[^,。;:他她\x1e]{0,6}?(?:问|说|写|留言|抱怨|吐槽|评论|喊|称|表示|感叹|发问)"
    r"|(?:[^,。;:他她]{0,4}(?:评论区|网上|弹幕|论坛上?|群里)[^,。;:他她]{0,4}有人(?:写|说|问|称|留言))"
)


def names_news(passage: Passage, quotation: Quotation) -> bool:
    """Whether words in marks only say which news or thing is meant: 标题为“…”的消息; 他称:“专卖店”改名为…; the hit “…”."""
    if not passage.chinese:
        before = max(passage.start, quotation.start - 24), quotation.start - 1
        so_called = _SO_CALLED.search(passage.outside, *before) and _IS_THAT.match(passage.outside, quotation.end + 1)
        titled = _SET.search(passage.outside, *before) and is_title(passage, quotation)
        if _AFTER_IT.search(passage.outside, max(0, quotation.start - 24), quotation.start - 1):
            return True
        called = _CALLED.search(passage.outside, *before) and _is_called(passage, quotation)
        return bool(_WORK.search(passage.outside, *before) or titled or so_called or called)
    led = _TITLED.search(passage.outside, max(passage.start, quotation.start - 18), quotation.start - 1)
    thing = quotation.end - quotation.start < _NAME and lead_to(passage, quotation).endswith((":", ","))
    follows = _NAMED_ON if thing else _NEWS
    return bool(led or follows.match(passage.outside, quotation.end + 1, passage.end))


def is_subject(passage: Passage, quotation: Quotation) -> bool:
    """Whether a sentence goes on behind words in marks that open it, as behind a name: `“Night Shift” and “Small Steps” sold best`; “第二增长曲线”业务增长两成."""
    if passage.text[quotation.end - 1] in ".,!?…。,!?:;—-":
        work = (
            not passage.chinese and is_title(passage, quotation) and _WHICH_IS.match(passage.outside, quotation.end + 1)
        )
        return bool(work or _READS.match(passage.outside, quotation.end + 1))
    return bool(_ON.match(passage.outside, quotation.end + 1, passage.end))


def _is_called(passage: Passage, quotation: Quotation) -> bool:
    """Whether English words in marks are a name of a few words: `Elon Musk`."""
    listed = passage.text[quotation.start : quotation.end].split()
    return len(listed) <= _FEW and all(word[0].isupper() for word in (listed[0], *listed) if len(word) > 3)
