"""Where, in a sentence that reports a statement, the narrator goes on: what is no part of the statement."""

from __future__ import annotations

import re

# What speakers do in the same breath, and the narrator tells: `sales rose while finding fault with the tariffs`.
_ALSO_DOES = (
    r"while (?:praising|hailing|lauding|touting|welcoming|thanking|crediting|congratulating|defending|backing|criticising|criticizing|condemning|denouncing|attacking|blaming|mocking|accusing|finding fault|taking aim|"
    r"hitting out|urging|calling (?:on|for)|dismissing|downplaying|playing down|rejecting|brushing|declining|refusing|promising|pledging|vowing|apologising|apologizing|warning|cautioning|noting|stressing|"
    r"emphasising|emphasizing|insisting|acknowledging|conceding|admitting|arguing|saying|claiming|explaining|expressing|voicing|announcing|reiterating|reaffirming|hinting|pointing out|alluding|citing)\b"
)
# Of whom a statement tells may do it as well: no one can succeed while blaming others
MAY_DO_SO = re.compile(
    r"\b(?:can|cannot|could|should|must|may|might|ought|to|no|no one|nobody|none|never|not|\w+n't|if|unless|without|anyone|anybody|everyone|everybody|someone|people|those|others|rivals|competitors|companies|firms|\w*makers|leaders|"
    r"governments?|countries|they|we|you|who)\b",
    re.IGNORECASE,
)
# What others hold of a statement: `…, something its lawyers had argued as well`, `…, a view that many share`.
_HAVE_SAID = r"(?:has|have|had) (?:[a-z]+ )?(?:argued|said|claimed|predicted|denied|disputed|suggested|warned|hinted|noted|expected|anticipated|feared|called for|pointed out|made|shared|echoed|rejected|raised)"
_HELD_BY_OTHERS = (
    rf"(?:something (?:that )?(?:[\w'’-]+ ){{1,5}}?{_HAVE_SAID}"
    r"|(?:an? |the )(?:same )?(?:view|claim|point|charge|sentiment|opinion|accusation|allegation|prediction|argument|contention|assertion|notion)s? (?:that |which )?"
    rf"(?:[\w'’-]+ ){{1,5}}?(?:{_HAVE_SAID}|shares?|shared|echo|echoes|echoed|disputes?|disputed|deny|denies|denied|rejects?|rejected))\b"
)
# What the narrator adds: `profits would fall, as it reported a loss for the year`.
NARRATED = re.compile(
    rf"(?P<also>,? {_ALSO_DOES})|(?:,|(?<=\x1e)) {_HELD_BY_OTHERS}|"
    r",? as (?:it|he|she|they|the (?:company|group|firm)) (?:also )?(?:released|reported|announced|unveiled|posted|published|launched|presented|"
    r"cut|raised|lowered|kicked|began|opened)\b"
    r"|,? and (?:expressed|praised|welcomed|hailed|thanked|criticized|criticised|kept|maintained|(?:raised|cut|lowered) (?:its|his|her|the))\b"
    r"|,? and (?:[a-z]+ )?[A-Z]\w+(?: [A-Z]\w+)? (?:announced|unveiled|launched) (?:its|a|an|the)\b"
    r"|, (?:compared (?:with|to)|up from|down from|versus) (?:their|its|his|her) (?:[a-z]+ )?(?:forecasts?|estimates?|predictions?|projections?)\b"
    r"| [—–-]+ (?:not exactly|hardly|a far cry|no small|not bad|a sign)\b"
    r"|,? but (?:attributed|blamed|credited|defended|downplayed|played down|pushed back|brushed|dismissed|rejected|stopped short|refrained|cited|left open)\b"
    r"|, (?:sending|pushing|dragging|driving|lifting|knocking|boosting|sparking|triggering|prompting|causing) (?:the |its |their |a )?(?:[\w'-]+ ){0,2}(?:shares|stock|index|price|sell-?off|rally)\b"
    r"|,? but (?:gave|offered|provided|named|set|disclosed) no\b"
    r"|,? (?:but|though|although|while) (?:(?:it|he|she|they|the (?:company|group|firm)) )?(?:(?:has|have|had)(?: not| yet to| never|n't)(?: yet)? (?:say|said|name|named|give|given|disclose|disclosed|specif(?:y|ied)|"
    r"detail(?:ed)?|elaborate|elaborated|set|confirm|confirmed|reveal|revealed)|(?:gave|named|set|offered|provided|disclosed) no)\b"
    r"|,? but (?:noted|flagged|cited|pointed to) (?:an?|the|some|its|his|her)\b"
    r"|,? but (?:would not|wouldn't|did not|didn't|declined to|refused to) (?:say|give|elaborate|comment|disclose|provide|name|specify|detail)\b"
    r"|, (?:and )?(?:also |further |again )?(?:pointing to|referring to|alluding to|citing|declining to|without (?:elaborat|giv|nam|provid|specify)\w*)\b"
)
# 王传福认为电池会降价,曾毓群不同意: another, of whom the next sentence goes on
DISAGREES_ZH = re.compile(
    "[,;](?:但|而|不过)?(?P<who>[^,。;:]{2,12}?)(?:却|则|并|都|就|倒|对此)*(?:不同意|不认同|不认可|不赞同|不这[么样]看|不以为然|不买账|持不同(?:看法|意见|观点))(?=[。;]|$)"
)
# 价格战将缓和;而招商证券则预计,…
SPEAKS_ZH = re.compile(
    ";(?:而|但|不过)(?P<who>[^,。;:]{1,16})则(?:表示|说|称|指出|认为|强调|坦言|透露|预[计期测])(?![了过])"
)
# 发文,对原理进行说明: what was done, not what was said.
NO_STATEMENT = re.compile(
    r"从[^。;]{2,50}?(?:角度|层面|方面|视角|出发|入手),?(?:谈(?!不)|聊|解读|评述|讲述|(?:分析|回顾|总结|说明|讲)了)(?![来起下,。])|(?:对|就|针对|向|为)[^,。;]{2,40}(?:进行|作出|做出|予以|(?:表示|表达|致以)[^,。;]{0,4}(?:感谢|谢意|欢迎|遗憾|歉意|抱歉|祝贺|支持|理解|认同|赞同|尊重|哀悼|慰问))"
    r"|并(?![不非没未无])|随[即后]"
    r"|(?:对|就|针对|公司|集团|其|我们)?[^,。;:]{0,30}?(?:不予置评|不予评论|不作评论|不做评论|不评论|暂不置评|无法置评|拒绝置评|不便置评|不予回应|无可奉告)(?=[。;,]|$)"
    r"|(?:公司|集团|我们)?(?:一[贯向律]|从来?)?不(?:予|会)?(?:评论|回应)(?:任何)?(?:市场|媒体|外界|坊间|客户|单一客户)?(?:的)?(?:传闻|传言|谣言|流言|猜测|臆测|揣测|报道)(?=[。;]|$)"
    r"|(?:回应|回复|谈|评|点评|解读|驳斥|澄清|致歉|道歉|悼念|祝贺|回顾|总结|介绍|解释|详解|揭秘)(?:了|近[期日]|近来|此前|有关|关于)[^,。;:]{0,40}(?=[,。;]|$)"
)
# Where the narrator goes on in a Chinese sentence: …是关键,他对需求相当乐观; …将续升,根据市场预估,…; …,但微降目标价.
NARRATED_ZH = re.compile(
    r"[,;](?:(?:而|但|不过)?[他她](?:也|则|亦)?对[^,。;]{2,20}(?:乐观|看好|保守|谨慎|审慎|悲观)[^,。;]{0,3}(?=[,。;])|(?:根?据|按|依)[^,。;]{2,20}(?:预估|报道|消息|图表显示)"
    r"|(?:而|并|但)?[他她]也?(?:[把将][^,。;]{1,12}|[^,。;]{0,4})(?:称[为作]|形容|比作|比喻|归[因功]|视[为作])[^,。;]{1,24}"
    r"|(?:惟|但|不过|并|却)?(?:[他她](?:也|并|还)?)?(?:并未|没有|未|拒绝|无意|不愿)[^,。;]{0,6}(?:透露|说明|解释|回应|评论|置评|给出|公布|详述|提供|披露)[^,。;]{0,16}(?=[,。;]|$)"
    r"|(?:而|但|不过)?(?:也|还)?(?:有|[一某几多数])[位名家](?!为)[^,。;]{0,16}?(?:坦言|直言|[表指认说称透抱][示出为露怨]?|预[计期测])"
    r"|(?:也)?(?:展现|展示|彰显|凸显|突显|体现|折射|流露|显露|表达)出?了?(?:出)?[^,。;]{2,24}(?:信心|决心|野心|态度|底气|乐观|担忧|诚意|重视|自信|期待|雄心|魄力|格局)(?=。|$)"
    r"|(?:还|也|又|并|接着|随后){1,2}(?:讲|举|聊|抖)(?:了|出了?|起了?)[一两几](?!定|直|旦|样|边)[^,。;就才不能会要]{0,14}(?=[,。;]|$)"
    r"|(?<![函信系通电诉映],)(?:而|但|不过)?[^,。;]{1,10}(?:没有|并未|并没有|没|未|尚未)(?:对此|就此|予以|作出|做出|再|当场|公开)?(?:理会|理睬|搭理|回应|答复|回复|接话|接招|采纳|置评|表态)(?=[。;]|$)"
    r"|(?<=;)(?:而|但|不过)有[^,。;:]{2,8}(?:表示|说|称|指出|认为|强调|坦言|透露|预[计期测])(?![了过])"
    # 沈晖放狠话,威马一定回来;威马方面松口称,正在谈融资
    r"|(?<=;)(?:而|但|不过)?[^,。;:]{1,10}(?:方面|官方|发言人)(?:则|也|亦|随后|对此|松口|回应|坦言)*(?:表示|称|回应|坦言)(?=[,:])"
    r"|(?:该行|该机构|该券商)(?:亦|也|同时|并|又|因此|故|还)*(?:[将把][^,。;]{0,8}目标价|(?:上调|下调|调升|调降|维持|重申|给?予)[^,。;]{0,14}(?:目标价|评级))"
    r"|而市场(?:预期|普遍|预测|预计)|但(?:微|大幅?|再)?(?:降|升|削|上调|下调)[^,。;]{0,8}目标价)"
)
