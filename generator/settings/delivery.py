"""How briefings leave the house: config/delivery.yaml. To whom, each audience says (`recipients`)."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import Field

from generator.errors import FootnotedError, Problem, SettingsInvalid
from generator.settings.loading import validate_file
from generator.settings.model import Address, Setting, Text, Wording
from generator.settings.yaml_nodes import read_yaml

_SUBJECT = Wording(en="{title}", zh="{title}")
_BODY = Wording(
    en="The briefing is attached: {title}, as of {as_of}.\n\nEvery figure and quote in it leads back to its source.\n",
    zh="附件为{title}，数据截至{as_of}。\n\n其中每个数字和每段引文均注明出处。\n",
)


class Server(Setting):
    """The SMTP server that mail is handed to. The password stands in no file: `password_variable` says where it is."""

    host: str
    port: int = Field(default=587, ge=1, le=65535)
    security: Literal["starttls", "tls", "none"] = "starttls"
    user: str | None = None
    password_variable: str = Field(default="FOOTNOTED_SMTP_PASSWORD", description="an environment variable")
    seconds: float = Field(default=60, gt=0, description="how long an answer is waited for")


class Delivery(Setting):
    """Server, sender and wording. `{title}`, `{report}`, `{issue}` and `{as_of}` are filled in."""

    server: Server
    sender: Address
    reply_to: Address | None = None
    subject: Text = _SUBJECT
    body: Text = _BODY


def delivery_path(root: Path) -> Path:
    """Return where a project says how its briefings are delivered."""
    return root / "config" / "delivery.yaml"


def read_delivery(root: Path) -> Delivery:
    """Return how a project's briefings are delivered. Raises FootnotedError where it does not say, SettingsInvalid."""
    path = delivery_path(root)
    if not path.is_file():
        raise FootnotedError(
            f"There is no {path}: which server takes the mail is not known.",
            "Write one: server: {host: smtp.example.org, user: ir}, sender: ir@example.org.",
        )
    file = read_yaml(path)
    delivery, problems = validate_file(file, Delivery)
    for key in ("subject", "body"):
        problems += [] if delivery is None else _unknown_names(key, getattr(delivery, key), file)
    if problems or delivery is None:
        raise SettingsInvalid(problems)
    return delivery


def _unknown_names(key: str, text: Wording, file) -> list[Problem]:  # type: ignore[no-untyped-def]
    filled = {"title": "", "report": "", "issue": "", "as_of": ""}
    for wording in (text.en, text.zh):
        try:
            wording.format_map(filled)
        except (KeyError, ValueError, IndexError, AttributeError) as error:
            message = f"it can take {', '.join(f'{{{name}}}' for name in filled)}, not {error}."
            return [file.problem((key,), message, wording)]
    return []
