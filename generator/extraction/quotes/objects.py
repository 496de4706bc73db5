"""Who is named in a sentence without acting in it: spoken to or of, whose staff or suppliers act, after whom another ranks."""

from __future__ import annotations

import re

from generator.corpus.document import Span
from generator.extraction.quotes.passage import Passage
from generator.extraction.quotes.speaker import Speaker

_ABOUT = re.compile(r"\s*(?:至于|对于|针对|面对|关于|围绕)")
_KIN = re.compile(
    "的[长次幼独]?(?:[儿女]?子|女儿|父亲|母亲|妻子|丈夫|弟弟|哥哥|妹妹|助手|搭档|上司|继任者)"
)  # 李嘉诚的长子李泽钜
# What stands before whom somebody speaks to, or of.
_OBJECT_ZH = re.compile(
    r"(?:[对向给与被把让以]|包括|介绍|邀请|[邀想再又]约|约见|约了|会见了|称赞|感谢|欢迎|陪同|形容|批评|拜访|会见|接待|采访)$"
)
# 雷军创立的公司: what somebody founded or runs speaks, not its founder
_OF_THEIRS_ZH = re.compile(
    "(?:等人?|一手|亲手|参与|联合|共同|实际)?(?:创立|创办|创建|执掌|掌舵|领导|领军|领衔|控制|控股|持有|投资|管理|带领|主导|打造)的"
)
# Who is at a company is not the company: a union at Fenwick said …, unionized workers at Fenwick said …
_STAFF = re.compile(
    r"\b(?i:unions?|workers?|employees|staff|staffers|labou?rers|drivers|engineers|owners|customers|users|critics|rivals|suppliers|dealers|shareholders|investors) (?:at|of|in|from) (?:[A-Za-z-]+ ){0,4}$"
)
# Critics of Apple's Tim Cook say; a lawyer for Fenwick chief executive Ann Lee said
_CIRCLE = re.compile(
    r"\b(?:[Cc]ritics|[Ff]ans|[Oo]pponents|[Ff]riends|[Rr]ivals|[Ss]upporters|[Bb]ackers|[Aa]llies|[Ff]ollowers|[Aa]dmirers|(?:[Pp]eople|[Ss]ources?|[Pp]ersons?|[Ss]omeone|[Aa]llies) close|(?:[Aa]n?|[Tt]he|[Ll]awyers?|[Aa]ttorneys?) ?(?:lawyers?|attorneys?|aides?|advis[eo]rs?|spokes\w+|representatives?|associates?|friends?)?)"
    r" (?:of|for|to) (?:[A-Z][\w&.-]*(?: [A-Z&][\w&.-]*){0,2}(?:'s?)? )(?:[a-z-]+ ){0,4}$"
)
_BESIDES = re.compile(
    r"\s*(?:Like|Unlike|Besides|Alongside|Together with|Along with) [^,.;]{0,60}"
)  # Like Jobs and Musk, he said, …
_SUPPLIER = re.compile(
    r", (?:an?|the|its) [a-z -]{2,40} (?:for|to|of|with|by) (?:[A-Za-z-]+ ){0,5}$"
)  # Acme, a contractor for carmaker BYD, said
# Ann Lee, chief of VW, which owns Audi, Porsche and Skoda, told …
_COMPRISED = re.compile(
    r"\b(?:which|that) (?:also )?(?:comprises?|includes?|owns?|makes|runs|controls|counts|supplies|bought|acquired|operates|sells|holds) (?:[a-z]+ ){0,3}(?:[A-Z][\w&-]*(?: [A-Z][\w&-]*)?(?:, | and |, and )){0,5}$"
)
_LED = re.compile(
    r"\b(?:led|headed|run|joined|accompanied) by [A-Z][\w.'-]*(?: [A-Z][\w.'-]*){0,3}(?:, [A-Z][\w.' -]+)*,? and $"
)
# Citi analysts including Ann Lee and Tom Roe wrote: the house speaks
_INCLUDED = re.compile(
    r"\b(?:including|among them|such as) (?:[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){0,3}(?:,| and|, and) )*$"
)
_OBJECT_EN = re.compile(
    r"\b(?:of|to|by|about|for|on|with|against|over) (?:(?:the|his|her|its|their|fellow|former|then|French|German|American|Chinese|Japanese|British|Italian|Swedish|Dutch|Spanish|Korean|Indian|Swiss|Danish|Canadian|Australian|Mexican|Taiwanese) ){0,3}$"
)
# 在董事长刘扬伟领衔介绍下,…
_UNDER = re.compile(r"\s*在")
_LED_BY = re.compile("[^,。;:]{0,12}(?:介绍|带领|率领|领导|主持|陪同|见证|带动|邀请|推动|操刀|领军)之?下(?=[,。])")
# Musk's politics put him off: whoever that is, it is not Musk; but Musk's lawyer told him
_TO_HIM = re.compile(
    r"'s? (?:(?!(?:told|asked|urged|warned|advised|reminded|called|sued|helped|begged|let|begins?|father|mother)\b)[a-z][\w'-]* ){1,6}(?:him|her(?= (?:off|at|in|on|up|down|to|from|and|away|out|back)\b|[.,;]|$))\b"
)
_RANKED = re.compile(
    r"\b(?:after|behind|than|besides|alongside) (?:(?:the|its|rival) ){0,2}$"
)  # LG, the largest maker after Samsung, said
# Shares of chip maker Fenwick fell: what a sentence tells of the shares, it tells of the company
_SHARES_OF = re.compile(r"\s*(?:Shares|Stock|The (?:shares|stock)) (?:of|in) (?:the )?(?:[a-z-]+ ){0,3}")


def is_object(passage: Passage, sentence: Span, speaker: Speaker) -> bool:
    """Whether someone is spoken to or of: 对小米表示, with Lei Jun."""
    outside = passage.outside
    clause = passage.clause_start(speaker.start, sentence.start)
    if _ABOUT.match(outside, clause, speaker.start) or _KIN.match(outside, speaker.end):
        return True
    # led by CEO Tim Cook
    at = speaker.begins()
    least = passage.start
    if not speaker.person and _SHARES_OF.fullmatch(outside, sentence.start, at):
        return False
    if passage.chinese:
        if _UNDER.match(outside, clause, speaker.start) and _LED_BY.match(outside, speaker.end):
            return True
        if speaker.person and _OF_THEIRS_ZH.match(outside, speaker.end):
            return True
        begins = {at, speaker.start}  # 想约|美团创始人|王兴
        return any(_OBJECT_ZH.search(outside, max(least, begin - 12), begin) for begin in begins)
    return bool(
        _OBJECT_EN.search(outside, max(least, at - 36), at)
        or (
            not speaker.person
            and outside.startswith((",", ".", ")"), speaker.end)
            and _RANKED.search(outside, max(least, at - 26), at)
        )
        or _STAFF.search(outside, max(least, at - 70), at)
        or (not speaker.person and _SUPPLIER.search(outside, max(least, at - 90), at))
        or (not speaker.person and _COMPRISED.search(outside, max(least, at - 90), at))
        or _LED.search(outside, max(least, at - 80), at)
        or (speaker.person and _CIRCLE.search(outside, max(least, speaker.start - 100), speaker.start))
        or _INCLUDED.search(outside, max(least, at - 120), at)
        or _BESIDES.fullmatch(outside, sentence.start, at)
    )


def acts_on_another(passage: Passage, sentence: Span, speaker: Speaker) -> bool:
    """Whether what is somebody's does something to `him`, another of whom the text speaks: `Musk's politics put him off`."""
    return not passage.chinese and _TO_HIM.match(passage.outside, speaker.end, sentence.end) is not None
