"""What is only said to be like, or unlike, something told elsewhere, and states nothing itself: `Target sees the same thing`, `Ford expects more of the same`."""

from __future__ import annotations

import re

_TREND = r"(?:thing|things|trend|trends|pattern|picture|story|effect|effects|result|results|outcome|problem|problems|shift|signs?|dynamics?|way|opportunity|opportunities|potential|risks?|challenges?|future|value|need)"
_ALIKE = re.compile(
    rf"(?:(?:much |exactly |just |largely |broadly )?the (?:very )?(?:same|opposite|contrary|reverse)(?: {_TREND})?|more of the same|(?:an?|the) (?:[a-z]+ly )?(?:similar|different|comparable|parallel|like) {_TREND}|(?:similar|different) {_TREND}"
    rf"|(?:it|this|that|things|matters|the world|the matter)(?: [a-z]+ly)?(?: (?:differently|otherwise|that way|this way|the same way|as well|too|coming|again))|otherwise|differently|likewise|as much|eye to eye|no such {_TREND}|(?:it|this|that|them|both|neither|none)(?=[.,;:!?]|$))"
    r"(?: too| as well| here| there| elsewhere| again)?(?=[.,;:!?]|$| (?:in|at|on|for|among|across|from|with|as)\b(?! (?:rising|falling|[a-z]+ing)\b))"
)


def is_only_alike(rest: str) -> bool:
    """Whether what follows a verb only says that somebody holds the same, or another, thing: no statement."""
    return _ALIKE.match(rest) is not None
