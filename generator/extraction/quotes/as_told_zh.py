"""Who says something in a Chinese sentence that opens with it or sums it up: 就像雷军说的,…; 记者从雷军处获悉,…; …,这是雷军的判断."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.extraction.quotes.attribution import Attribution
from generator.extraction.quotes.passage import MASK
from generator.extraction.quotes.scene import Scene
from generator.extraction.quotes.speaker import Speaker
from generator.extraction.quotes.speech import Verb

_LIKE = re.compile(r"[\s\x1f]*(?:而|但)?(?P<as>就?像|正如|恰如|诚如|如同|一如|按|照)")
_TOLD = re.compile(
    "(?:此前|之前|曾经?|多次|一直|反复|在[^,。;:]{1,16}[上中里时])*(?:所)?(?P<verb>说|讲|言|指出|强调|提到|预测|判断)过?的?(?:那样|一样|那般)?,"
)
_HEARD_FROM = re.compile(
    r"[\s\x1f]*(?:[^,。;:]{0,14}[,,])?(?:[^,。;:]{0,10}记者|笔者|本报|本刊)?(?:独家|进一步)?(?P<from>从)"
)
_HEARD = re.compile("(?:处|那里|那边|方面|口中|官方|内部)?(?:独家)?(?P<verb>获悉|了解到|得知|获知|证实)[,:]?")
_SUMS_UP = re.compile(",(?P<this>这[就便正也]?是)$")
_THEIRS = re.compile(
    f"的[^,。;:的{MASK}]{{0,4}}?(?P<noun>判断|看法|观点|预测|预判|答案|结论|解释|态度|逻辑|回应|理由|说法)(?=[。;!]|$)"
)
_OF_COMPANY = 12  # characters


def as_told(scene: Scene) -> Iterator[Attribution]:
    """Yield who says what a sentence goes on with, or what stands before it."""
    start, end = scene.sentence
    for speaker in scene.cast.between(start, end):
        begin = _begins(scene, speaker)
        like = _LIKE.match(scene.outside, start, begin)
        if like and like.end() == begin and (told := _TOLD.match(scene.outside, speaker.end, end)):
            yield _placed(like.start("as"), told, speaker)
        heard_from = _HEARD_FROM.match(scene.outside, start, begin)
        if heard_from and heard_from.end() == begin and (heard := _HEARD.match(scene.outside, speaker.end, end)):
            yield _placed(heard_from.start("from"), heard, speaker)
        led = _SUMS_UP.search(scene.outside, max(start, begin - 5), begin)
        theirs = _THEIRS.match(scene.outside, speaker.end, end) if led else None
        if led and theirs and speaker.person and MASK not in scene.outside[start:begin]:
            verb = Verb(*theirs.span("noun"), "said", theirs["noun"])
            yield Attribution(led.start("this"), theirs.end(), speaker, verb, named=True, side="before")


def _placed(start: int, told: re.Match[str], speaker: Speaker) -> Attribution:
    verb = Verb(*told.span("verb"), "said", told["verb"])
    return Attribution(start, told.end(), speaker, verb, named=True)


def _begins(scene: Scene, speaker: Speaker) -> int:
    """Return where the naming of someone begins, with the role and the company right before the name: 理想汽车副总裁陈志亮."""
    begin = speaker.begins()
    body = scene.cast.before(begin, max(scene.sentence.start, begin - _OF_COMPANY)) if speaker.person else None
    return body.start if body and not body.person and body.end == begin else begin
