"""Sending: letters handed to the SMTP server one by one; what fails is told, the rest goes on."""

from __future__ import annotations

import os
import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from generator.delivery.letters import Issue, checked, letters, mail
from generator.delivery.record import Letter, Record, record
from generator.errors import DeliveryFailed, VerificationFailed
from generator.settings.audience import Audience
from generator.settings.delivery import Delivery, Server


@dataclass
class Sent:
    """What became of each letter. `unclear` ones were on their way when a sender was killed: they may have arrived."""

    sent: list[Letter] = field(default_factory=list)
    before: list[Letter] = field(default_factory=list)
    unclear: list[Letter] = field(default_factory=list)
    failed: list[tuple[Letter, str]] = field(default_factory=list)


def send(
    issues: list[Issue], audiences: dict[str, Audience], delivery: Delivery, out: Path, again: bool, rehearse: bool
) -> Sent:
    """Send what was not sent before; with `again`, what was, too. A rehearsal sends and records nothing.

    Files are held against their evidence first. Raises DeliveryFailed where the server can't be reached.
    """
    result = Sent()
    with record(out) as known:
        waiting = [
            (issue, letter, audience)
            for issue in issues
            for letter, audience in letters(issue, audiences)
            if _due(letter, known, again, result)
        ]
        if rehearse:
            result.sent = [letter for _, letter, _ in waiting]
        elif waiting:
            _hand_over(waiting, delivery, known, result)
    return result


def _due(letter: Letter, known: Record, again: bool, result: Sent) -> bool:
    state = known.state(letter)
    if again or state in (None, "refused"):
        return True
    (result.before if state == "sent" else result.unclear).append(letter)
    return False


def _hand_over(waiting: list[tuple[Issue, Letter, Audience]], delivery: Delivery, known: Record, result: Sent) -> None:
    files: dict[tuple[Path, str], list[Path] | str] = {}
    with _connected(delivery.server) as server:
        for issue, letter, audience in waiting:
            key = (issue.folder, letter.audience)
            if key not in files:
                files[key] = _files(issue, letter.audience)
            attached = files[key]
            if isinstance(attached, str):
                result.failed.append((letter, attached))
                continue
            message = mail(issue, letter, audience, delivery, attached)
            known.write(letter, "sending")
            try:
                server.send_message(message)
            except smtplib.SMTPServerDisconnected as error:
                # Whether it took the message is not known: the letter stays `sending`.
                told = f"{delivery.server.host} hung up ({error}): whether it took this one is not known"
                result.failed.append((letter, f"{told}. {_left(waiting, letter)}"))
                return
            except smtplib.SMTPException as error:
                known.write(letter, "refused")
                result.failed.append((letter, _reason(error)))
            else:
                known.write(letter, "sent")
                result.sent.append(letter)


def _left(waiting: list[tuple[Issue, Letter, Audience]], last: Letter) -> str:
    listed = [letter for _, letter, _ in waiting]
    count = len(listed) - listed.index(last) - 1
    return f"{count} {'letter was' if count == 1 else 'letters were'} not handed over."


def _files(issue: Issue, audience: str) -> list[Path] | str:
    try:
        return checked(issue, audience)
    except VerificationFailed as error:
        return str(error)


@contextmanager
def _connected(server: Server) -> Iterator[smtplib.SMTP]:
    """Give a connection to the server, encrypted unless the settings say otherwise, and logged in."""
    try:
        if server.security == "tls":
            opened: smtplib.SMTP = smtplib.SMTP_SSL(
                server.host, server.port, timeout=server.seconds, context=ssl.create_default_context()
            )
        else:
            opened = smtplib.SMTP(server.host, server.port, timeout=server.seconds)
        if server.security == "starttls":
            opened.starttls(context=ssl.create_default_context())
        if server.user:
            opened.login(server.user, _password(server))
    except (OSError, smtplib.SMTPException) as error:
        raise DeliveryFailed(
            f"{server.host}:{server.port}: {_reason(error)}",
            "Look at `server` in config/delivery.yaml. Nothing was sent.",
        ) from error
    try:
        yield opened
    finally:
        opened.close()


def _password(server: Server) -> str:
    password = os.environ.get(server.password_variable)
    if password is None:
        raise DeliveryFailed(
            f"The environment has no {server.password_variable}, the password of {server.user} at {server.host}.",
            "Set it, or name another variable under server.password_variable in config/delivery.yaml.",
        )
    return password


def _reason(error: Exception) -> str:
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        code, words = next(iter(error.recipients.values()))
        return f"refused: {code} {words.decode(errors='replace') if isinstance(words, bytes) else words}"
    if isinstance(error, smtplib.SMTPResponseException):
        said = error.smtp_error
        return f"{error.smtp_code} {said.decode(errors='replace') if isinstance(said, bytes) else said}"
    return str(getattr(error, "strerror", None) or error)
