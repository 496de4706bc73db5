"""Who says something in a Chinese sentence without a verb of saying: 李斌的态度是:…, 曲玉接过话头:…, “…,”雷军顿了顿,“…”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.extraction.quotes.attribution import Attribution
from generator.extraction.quotes.passage import MASK
from generator.extraction.quotes.scene import Scene
from generator.extraction.quotes.speaker import Speaker
from generator.extraction.quotes.speech import Verb

_NOUN = (
    "言论|原话|一句话|一番话|名言|表态|回应|回答|答案|答复|态度|判断|看法|观点|意见|解释|理由|逻辑|结论|说法|预测|预判|建议|总结|感受|感触|体会|心得|"
    "立场|评价|定调|口径|反应|解读|分析|主张|信条|信念|忠告|期望|期待|想法|设想|原则|诉求|意思"
)
# 李斌的回答是:“…”; 对此,雷军的判断很简单:…; 他的态度是,…
_ANNOUNCED = re.compile(
    rf"(?:(?:对[^,。;:{MASK}]{{1,16}})?(?:给出|提出|提供|抛出|得出|作出|做出|列出|说出|说明|分享)?)?的[^,。;:{MASK}]{{0,8}}?(?P<noun>{_NOUN})[也则却倒]?"
    rf"(?:(?:就?是|为)[,:]?(?={MASK})|[,:]?(?={MASK})|(?:就?是|为)[,:]|[^,。;:{MASK}]{{0,8}}:)"
)
# 据瑞银的调研,…; data are nobody's words
_CITED = re.compile(
    rf"的?[^,。;:{MASK}据]{{0,8}}?(?P<noun>调研|调查|研报|报告|说法|观点|测算|估算|预测|判断|分析|估计|介绍)(?:显示|来看)?,"
)
_BY = re.compile(
    "(?:根据|按照?|依照?|照|以|据|从)(?:(?:市场?|独立|第三方)?(?:调|研究|调研|咨询|数据|评级|分析|市调)[一-鿿]{0,3}(?:机构|公司|院|平台|商))?$"
)
# 曲玉接过话头:…; not 雷军简历如下:…, 卢伟冰(配图):…
_THIS_IS = re.compile(rf"{MASK}[,。]?-{{0,4}}(?P<this>这[就便正]?是)$")
_THEIRS = re.compile(
    rf"(?:在[^,。;:的{MASK}]{{1,8}})?(?:对[^,。;:的{MASK}]{{1,8}})?(?:[常总]|一[直贯再]|经常|多次|反复|最|今[天日年])*(?:给出|作出|做出|提出|说|讲|强调|坚持|挂在嘴边|信奉|奉行)?"
    rf"的[^,。;:的人户主丝手商友众民员迷{MASK}]{{0,6}}?(?P<noun>{_NOUN}|口头禅|心声|理念|开场白)(?=[,。;!]|$)"
)
_LED_BY_COLON = re.compile(rf"(?P<lead>[^,。;:!?、《》()\d{MASK}]{{1,14}}):(?!{MASK})")
_NO_WORDS = re.compile("如下|以下|包括|图|摄|文|编辑|来源|简历|名单|链接|标题|话题|题为|主题|[是有为]$|分[别为]")
# What speakers do beside their words: 顿了顿, 提高了嗓门, 话锋一转.
_GESTURE = re.compile(
    rf"(?P<deed>[^,。;:!?{MASK}]{{0,10}}?(?:笑|顿了|停[了顿]|[叹长]了?口?气|摇[了着]?摇?头|点[了着]?点?头|摊[了开]?手|耸|皱|挥[了着]?手|摆[了着]?摆?手|嗓|声音|语气|语速"
    rf"|话锋|话头|话题|话筒|插话|打断|沉默|想了|沉吟|思索|思考|犹豫|停顿|打了?个?比方|举[了个例]|一字一|哽咽|自问|目光|竖起|伸出|拍[了着]|举起|指[着了]|转[身头]|加重|强调|补了?一[句刀]|接着|缓了|玩笑|(?:更|很|最|则|倒|同样|一向|一如既往地?|相当|颇)(?:为|加)?(?:直接|直白|干脆|犀利|尖锐|坦率|坦诚|乐观|谨慎|悲观|强硬|简单|不客气|激进|实在|淡定|感慨|坚决|坚定))[^,。;:!?{MASK}]{{0,8}})"
)
_HE = re.compile(rf"(?:(?<=^)|(?<=[,。;!?{MASK}\s]))[他她](?![们人的])")
_HIS = re.compile(rf"(?:(?<=^)|(?<=[,。;!?{MASK}\s]))[他她](?=的[^,。;:他她]{{0,10}}[是为:])")
_AT_WORDS = re.compile(rf"[,。:!?] ?{MASK}")
_SOMEBODY = re.compile("(?<![所没])有人|有[位名个]|网友|[一某][位名个]")
_NEAR = 120  # characters
_LEAST = 7  # characters that a colon leads to, the stop included


def unsaid(scene: Scene) -> Iterator[Attribution]:
    """Yield whose words a noun, a colon or a gesture announces."""
    for speaker in _subjects(scene):
        announced = _ANNOUNCED.match(scene.outside, speaker.end, scene.sentence.end)
        if announced and _is_statement(scene, announced.end()):
            kind = Verb(announced.start("noun"), announced.end("noun"), "said", announced["noun"])
            yield Attribution(speaker.start, announced.end(), speaker, kind, named=True)
        elif cited := _cited(scene, speaker) or _summed_up(scene, speaker):
            yield cited
        elif speaker.person and (found := _led_by_colon(scene, speaker) or _gesture(scene, speaker)):
            yield found


def _subjects(scene: Scene) -> Iterator[Speaker]:
    """Yield who is named in a sentence, and whom its pronouns mean, at their place."""
    for speaker in scene.cast.between(*scene.sentence):
        if not scene.is_object(speaker):
            yield speaker
    for he in (*_HE.finditer(scene.outside, *scene.sentence), *_HIS.finditer(scene.outside, *scene.sentence)):
        meant = scene.pronoun(he.group(), he.start())
        if meant is not None:
            yield Speaker(he.start(), he.end(), meant.name, meant.sort, None, meant.id, meant.entity)


def _cited(scene: Scene, speaker: Speaker) -> Attribution | None:
    """Return the attribution of what a report or survey of someone holds."""
    cited = _CITED.match(scene.outside, speaker.end, scene.sentence.end)
    led = _BY.search(scene.outside, max(scene.sentence.start, speaker.start - 14), speaker.start)
    if not cited or not led or not _is_statement(scene, cited.end()):
        return None
    return Attribution(led.start(), cited.end(), speaker, Verb(*cited.span(), "said", cited["noun"]), named=True)


def _summed_up(scene: Scene, speaker: Speaker) -> Attribution | None:
    """Return the attribution of words in marks of which the next clause says whose they are: “…”,这是何小鹏的态度."""
    begin = speaker.begins()
    of = scene.cast.before(begin, scene.sentence.start) if speaker.person else None
    begin = of.begins() if of and not of.person and of.end == begin else begin  # 这是小米集团创始人雷军的原则
    led = _THIS_IS.search(scene.outside, max(scene.passage.start, begin - 10), begin)
    named = _THEIRS.match(scene.outside, speaker.end, scene.sentence.end) if led else None
    if not led or not named:
        return None
    verb = Verb(named.start("noun"), named.end("noun"), "quotes", named["noun"])
    return Attribution(led.start("this"), named.end(), speaker, verb, named=True, side="before")


def _is_statement(scene: Scene, at: int) -> bool:
    """Whether words in marks follow, or a statement up to a stop."""
    if scene.outside.startswith(MASK, at):
        return True
    if _SOMEBODY.search(scene.outside, at, min(at + _NEAR, scene.sentence.end)):
        return False  # 雷军讲了一个细节:一次会上,有人当着他的面说,“…”
    return scene.sentence.end - at >= _LEAST and scene.outside[scene.sentence.end - 1] in "。!?"


def _led_by_colon(scene: Scene, speaker: Speaker) -> Attribution | None:
    """Return the attribution of a clause that someone is the subject of and a colon closes."""
    led = _LED_BY_COLON.match(scene.outside, speaker.end, scene.sentence.end)
    if not led or _NO_WORDS.search(led["lead"]) or not _is_statement(scene, led.end()):
        return None
    verb = Verb(led.start(), led.end("lead"), "said", led["lead"])
    return Attribution(speaker.start, led.end("lead"), speaker, verb, named=True)


def _gesture(scene: Scene, speaker: Speaker) -> Attribution | None:
    """Return the attribution of words in marks beside which someone does something with voice, face or hands."""
    made = _GESTURE.match(scene.outside, speaker.end, scene.sentence.end)
    if not made:
        return None
    begin = speaker.begins()
    follows = scene.outside[begin - 1 : begin] == MASK
    if not follows and not _AT_WORDS.match(scene.outside, made.end("deed")):
        return None
    verb = Verb(made.start("deed"), made.end("deed"), "quotes", made["deed"])
    return Attribution(speaker.start, made.end("deed"), speaker, verb, named=True)
