"""Chinese sentences that are no more than whom the next is on, as 输家则是SAP and 再看刚上市的霸王茶姬 are."""

from __future__ import annotations

import re

from generator.extraction.marks.scanning import Scan

# what stands before the company that such a sentence ends with
_LEADS_TO = re.compile(
    r"(?:^|(?<=[,;。!?\s]))(?:(?:再|接着|接下来|最后|先|回头|转头|然后|首先|其次|下面)?(?:再|来|去|先)?看看?(?:另一[家边头]|一下)?|轮到了?|说到|谈到|至于|[^,;。!?]{1,14}(?<![的其])(?:则|正|就|便|又|依旧|依然|仍然?|还)*(?:是|要数|当属|要属|莫过于|轮到|归))"
    r"(?:[^,;。!?]{0,14}的)?$"
)
# 大客户是英伟达, 股东包括腾讯: who is only something to whom was spoken of
_TO_IT = re.compile(
    "客户|股东|供应|对手|伙伴|合作|竞争|投资|买家|卖家|买方|卖方|东家|母公司|子公司|大敌|劲敌|威胁|压力|问题|原因|目标|持有|收购|代工|靠山|背后|担心|[害惧]怕|怕的|依赖|来自|不是|标杆|参照|老师|盟友|敌人|追赶|学习|模仿"
)


def leads_to_a_company(scan: Scan) -> bool:
    """Whether a Chinese sentence is no more than whom the next is on, as 输家则是SAP and 再看刚上市的霸王茶姬 are."""
    last = scan.entities[-1] if scan.chinese and scan.entities else None
    if last is None or scan.text[last.end : scan.sentence.end].strip(" 。!.:;…”\n\x1f"):
        return False
    start = scan.clause(last.start)[0]
    led = _LEADS_TO.search(scan.text, start, last.start)
    return led is not None and _TO_IT.search(scan.text, scan.sentence.start, last.start) is None
