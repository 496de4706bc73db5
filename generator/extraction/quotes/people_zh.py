"""People whom only a Chinese text makes known: by the role before the name, or by a verb of saying behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from generator.extraction.quotes.person import Person
from generator.extraction.quotes.roles import Role, listed_roles, role_before
from generator.extraction.quotes.speech import DAY_ZH, MANNER_ZH, amid_zh, says_zh
from generator.extraction.vocabulary import words

_HAN = "[\u3400-\u9fff]"
# Characters that write foreign names: 卡瓦洛, 费尔利.
_ONCE = (
    "曾(?![在对于多经向就公表说称任指被是透明提强发以因为有一与和将获担参主做当说直坦预])"  # 曾, a surname, and once
)
_TRANSCRIBED = (
    "阿埃艾安奥卡巴贝本比彼波伯博布查达戴丹德迪蒂杜多厄恩尔法菲费弗夫福盖戈格古哈海汉赫亨霍吉加杰金卡凯康科克库拉莱兰劳勒雷里利林卢伦罗洛马麦曼梅米莫默姆"
    "纳内尼诺欧朗川鲁贡滕昆涅凡柯蒙宾森逊顿娅芙玛玫歇赛舍舒施斐佐卓温翁尤鲍勃奈考帕佩皮普乔切琼萨塞桑沙史斯苏索塔泰特提图托瓦维韦沃西希谢休雅亚扬耶伊英约泽扎詹珍兹茨娜莉丝黛"
)
# Of what no Chinese name is made after the surname: 高层, 方面, 许多人, 车企, 文章.
_NO_NAME_ZH = re.compile(
    "会(?:$|[长计议场员])|[人者们方面员层部局署行所院社站户界街省市县他她我你它这那的是在何论于管项企众委件案间报率]"
    "|(?<=.)[家常任连商宫章]$|(?<![建卫仁振安定兴爱保治立志文忠德正成学向新海永维宝富昌明秉荣光民启超玉耀庆镇辅佐护为伟])国$|(?<=^[韩法全祖强万国农])[国家]"
)  # 邓国彦, 李家超, but not 韩国队

_AT_ZH = re.compile(
    "周[一二三四五六日天末年](?:$|[早晚上下凌在])|于(?:报告|研报|[会电法年月日昨今周本上下访文信]|业绩|记者|论坛|微博|社交|脸书|媒体|股东|受访|声明|公告|采访)"
)

_IS_ZH = "(?:是|现任|时任|现为|曾任|曾是|出任|担任|任|为)"
_ENDS_NAME = ("刚", "正", "才")  # characters that end names, and mean just now


def chinese_people(text: str) -> Iterator[Person]:
    """Yield the people whom Chinese names."""
    for match in _named_zh().finditer(text):
        if _AT_ZH.match(match["name"]) or _is_ordinary(match["name"]):
            continue
        role = role_before(text, match.start("name")) or Role(match.start("last"), match["last"])
        end = _end_zh(text, match["name"], match.end("name"))
        yield Person(match.start("name"), end, text[match.start("name") : end], role)
    nobody = set(words("speech")["no_name_zh"])
    for match in (*_saying_zh().finditer(text), *_being_zh().finditer(text)):
        name = match["name"]
        if not (name in nobody or _is_ordinary(name) or _AT_ZH.match(name) or _NO_NAME_ZH.search(name, 1)):
            behind = _role_behind().match(text, match.end("name"))
            beside = Role(behind.start("role"), behind["role"]) if behind else None
            yield Person(match.start("name"), match.end("name"), name, beside)


# 向媒体表示, 任组长: to whom, and as what; but 向文波 and 任正非 are names
_TO_OR_AS = re.compile(
    "向(?:.{3}|媒体|外界|记者|投资|公众|市场|客户|用户|员工|股东|消费|人民|法院|监察|社会|大家|业界|全[球国]|会员)|回信|曾多次|任命第"
)


def _is_ordinary(name: str) -> bool:
    """Whether what looks like a name is an ordinary word or two: 应当, 高管团队, 向徐阿婆, 任组长."""
    ordinary = _ordinary()
    as_what = name[0] == "任" and name[1:] in words("speech")["roles"]["zh"]
    how = len(name) == 3 and name[1:] in words("speech")["manner"]  # 王突然表示
    two = len(name) == 4 and name[:2] in ordinary
    return name in ordinary or two or as_what or how or bool(_TO_OR_AS.fullmatch(name))


@cache
def _ordinary() -> frozenset[str]:
    return frozenset(words("ordinary")["zh"])


@cache
def _then_says() -> re.Pattern[str]:
    return re.compile(rf"[则也亦还又更]*{says_zh()}")  # 黄德才则表示


def _end_zh(text: str, name: str, end: int) -> int:
    """Return where a Chinese name ends whose last character may be the word behind it: 杜立刚表示, unless 杜立 is named elsewhere."""
    ends_so = len(name) == 2 and text[end : end + 1] in _ENDS_NAME and _then_says().match(text, end + 1)
    return end + 1 if ends_so and not re.search(rf"{name}(?!{text[end]})", text) else end


def _surnames() -> tuple[str, str]:
    """Return the Chinese surnames of one character, and those of two as alternatives of a pattern."""
    surnames = words("speech")["surnames"]
    return surnames["zh"], "|".join(surnames["double"])


@cache
def _no_names() -> str:
    """Return the words that begin as a name does, as alternatives of a pattern; 彭博文 is somebody."""
    return "|".join(
        f"{word}(?![文林远雅宇涛伟达学])" if word == "彭博" else word for word in words("speech")["no_name_zh"]
    )


@cache
def _named_zh() -> re.Pattern[str]:
    single, double = _surnames()
    said = [verb for kind in ("said", "nouns", "opinion", "quotes") for verb in words("speech")["zh"][kind]]
    verbs = "|".join(sorted(said, key=len, reverse=True))
    first = "".join(sorted({role[0] for role in words("speech")["roles"]["zh"]}))
    manner = "|".join(words("speech")["manner"])
    follow = rf"(?={verbs}|{manner}|{DAY_ZH}|{MANNER_ZH}(?:{verbs})|{'|'.join(words('speech')['after_a_name'])}|[,。、:(\d\n]|$)"
    return re.compile(
        rf"(?=[{first}])(?P<last>(?>{listed_roles('zh')}))(?![馆会级们团组处制]|事务|单位) ?(?!{_no_names()}|进一步|同时|如[是此]|[向对](?:记者|媒体|外|投资|此)|针对|续[称指])(?P<name>(?!{manner})(?:{double}){_HAN}{{1,2}}?{follow}|(?!{manner})[{single}]{_HAN}{follow}|[{single}]{_HAN}{{2}}{follow}|[{single}]{{2}}{_HAN}{{2}}{follow}|{_ONCE}{_HAN}{{1,2}}{follow}"
        rf"|{_HAN}{{2,8}}(?=\([A-Z][a-z]+ [A-Z][a-z]+\))|{_HAN}{{1,6}}(?:[·•]{_HAN}{{1,6}}?){{1,2}}{follow}|{_HAN}{{1,6}}(?:[·•]{_HAN}{{1,6}}){{1,2}}|[{_TRANSCRIBED}]{{2,5}}{follow}|(?!(?:Mr|Ms|Mrs|Dr|But|And|The)\b)[A-Z][a-zÀ-ɏ]+(?: (?:[A-Z]\.|[A-Z](?:'[A-Z])?[A-Za-zÀ-ɏ-]*)){{1,2}}|(?!{DAY_ZH}|进一步|同时|明确|如[是此]|来[电函信]|致[电函信]|打[来电]|[会对向在就于也还则并又更都均皆今昨近此针接通告介公发表透随]|{verbs}|{manner})(?:(?![了的着过这那如此是和与及们补时问]){_HAN}){{2,5}}?(?=(?:\([^)\n]{{2,30}}\))?{amid_zh()}(?:{verbs})))"
    )


@cache
def _saying_zh() -> re.Pattern[str]:
    """Return the pattern of a Chinese name that opens a clause, and of the verb right after it: 许冉表示."""
    single, double = _surnames()
    said = [verb for kind in ("said", "nouns", "opinion") for verb in words("speech")["zh"][kind] if len(verb) > 1]
    verbs = rf"{'|'.join(sorted(said, key=len, reverse=True))}|(?:称|指|说|答|讲)(?=[,:\x1e])|(?:反问|追问|自问|直呼|高喊|大喊|打趣|吐槽|回呛|笑道|叹道|喊道|答道|问道|留言|写下)道?(?=[,:]?\x1e)"
    # 刘化龙代表表示; 王会生委员向记者介绍: a title stands behind the name
    between = f"(?:先生|女士|博士|代表|委员|院士|教授|老师)?(?:却|倒|便|只)?{amid_zh()}"
    return re.compile(
        rf"(?:^|(?<=[\n,。;、?!的\x1e]))(?:但|而|不过|对此|此外|随后|其中)?(?:[一-鿿]{{1,10}}(?:人|员|代表|委|师|友|主(?![任席])|商|家|手|工)(?=(?![向管于和从时应常令别却都万连关])[{single}]{_HAN}{{2}}{between}(?:{verbs})))?(?P<name>(?:{double}){_HAN}{{1,2}}?|[{single}]{_HAN}{{1,2}}?|[{single}]{{2}}{_HAN}{{2}}|[{_TRANSCRIBED}]{{3,6}}?|{_HAN}{{1,6}}[·•]{_HAN}{{1,6}}?(?:[·•]{_HAN}{{1,6}}?)?)(?={between}(?:{verbs}))"
    )


@cache
def _being_zh() -> re.Pattern[str]:
    """Return the pattern of a Chinese name of which a clause says what its bearer is: 郭台安是蔚来CEO。他解释说,…."""
    single, double = _surnames()
    beside = rf"[^,。;:!?()、\n\x1e]{{0,20}}?(?:{listed_roles('zh')})"
    labelled = rf"\({beside}\):|,{beside}(?::|,{amid_zh()}(?:{says_zh()}))"  # 刘洋(联想CEO):…; 刘洋,联想CEO:…
    return re.compile(
        rf"(?:^|(?<=[\n,。;!?(\x1e]))(?P<name>(?:{double}){_HAN}{{1,2}}?|[{single}]{_HAN}{{1,2}}?)(?={_IS_ZH}[^,。;:!?()、\x1e]{{0,20}}?(?:{listed_roles('zh')})[,。;)]|{labelled})"
    )


@cache
def _role_behind() -> re.Pattern[str]:
    """Return the pattern of the role that stands behind a Chinese name: 郭台安(蔚来CEO), 郭台安是蔚来CEO."""
    role = rf"(?P<role>[^,。;:!?()、\x1e]{{0,20}}?(?:{listed_roles('zh')})(?:兼(?:{listed_roles('zh')}))?)"
    return re.compile(rf"(?:[(,]|{_IS_ZH}){role}(?=[,。;):])")
