"""Briefings sent over SMTP, to a real server on this machine."""

from __future__ import annotations

import email
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from dataclasses import replace
from email import policy
from email.message import EmailMessage
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from generator.delivery.letters import issues
from generator.settings.starting import start_project
from tests.command import COMMAND, ENVIRONMENT, footnoted


class Mailbox:
    """A server that keeps what it takes; `refuses` an address, `slow` with its answer, hangs up at a letter once."""

    def __init__(self) -> None:
        self.taken: list[EmailMessage] = []
        self.refuses: str | None = None
        self.slow = 0.0
        self.dies_at: int | None = None

    async def handle_RCPT(  # noqa: N802 - the server's own name
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if address == self.refuses:
            return "550 no such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        assert isinstance(envelope.content, bytes)
        if self.dies_at == len(self.taken) + 1:
            self.dies_at = None
            server.transport.abort()
            return "421 gone"
        self.taken.append(email.message_from_bytes(envelope.content, policy=policy.default))  # type: ignore[arg-type]
        if self.slow:
            import asyncio

            await asyncio.sleep(self.slow)
        return "250 OK"


@pytest.fixture
def mailbox() -> Iterator[tuple[Mailbox, int]]:
    box = Mailbox()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    controller = Controller(box, hostname="127.0.0.1", port=port)
    controller.start()
    yield box, port
    controller.stop()


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project whose weekly report is built for board and retail."""
    root = tmp_path_factory.mktemp("delivery") / "project"
    start_project(root)
    for name, people in (("board", "[chair@example.org, treasurer@example.org]"), ("retail", "[散户@example.org]")):
        path = root / "config" / "audiences" / f"{name}.yaml"
        path.write_text(path.read_text("utf-8") + f"recipients: {people.replace('散户', 'reader')}\n", encoding="utf-8")
    ended = footnoted("build", "weekly", "-a", "board", "-a", "retail", "--format", "pdf,html", folder=root)
    assert ended.returncode == 0, ended.stderr
    return root


@pytest.fixture
def ready(built: Path, mailbox: tuple[Mailbox, int]) -> Iterator[tuple[Path, Mailbox]]:
    """Give the project with a server, and nothing sent yet."""
    settings = built / "config" / "delivery.yaml"
    settings.write_text(
        f"server: {{host: 127.0.0.1, port: {mailbox[1]}, security: none}}\nsender: ir@example.org\n"
        'subject: {en: "New: {title}", zh: "新一期：{title}"}\n'
    )
    yield built, mailbox[0]
    settings.unlink()
    (built / "reports" / "sent.jsonl").unlink(missing_ok=True)


def test_each_recipient_gets_the_files_made_for_the_audience(ready: tuple[Path, Mailbox]) -> None:
    root, box = ready
    ended = footnoted("send", "weekly", folder=root)
    assert ended.returncode == 0, ended.stderr
    assert [str(m["To"]) for m in box.taken] == ["chair@example.org", "treasurer@example.org", "reader@example.org"]
    board, retail = box.taken[0], box.taken[2]
    assert board["Subject"] == "New: Xiaomi: the week · Xiaomi Corporation · Week 2, 2026"
    assert retail["Subject"] == "新一期：小米一周简报 · 小米集团 · 2026年第2周"
    assert "7 January 2026" in board.get_body().get_content()  # type: ignore[union-attr]
    assert "数据截至2026年1月7日" in retail.get_body().get_content()  # type: ignore[union-attr]
    sent = {part.get_filename(): part.get_content() for part in board.iter_attachments()}  # type: ignore[attr-defined]
    issue = root / "reports" / "weekly" / "2026-W02"
    assert sent["weekly-2026-W02-board.pdf"] == (issue / "board.pdf").read_bytes()
    assert set(sent) == {"weekly-2026-W02-board.pdf", "weekly-2026-W02-board.html"}


def test_of_many_issues_only_the_latest_is_read(ready: tuple[Path, Mailbox], tmp_path: Path) -> None:
    root, _ = ready
    shutil.copytree(root / "reports" / "weekly", tmp_path / "weekly")
    for earlier in ("2025-W51", "2025-W52", "2026-W01"):
        (tmp_path / "weekly" / earlier).mkdir()
        (tmp_path / "weekly" / earlier / "evidence.json").write_text("would not be read")
    assert [issue.folder.name for issue in issues(tmp_path, ["weekly"], None)] == ["2026-W02"]
    day = tmp_path / "weekly" / "2026-01-03"  # the report had no cadence once
    shutil.copytree(root / "reports" / "weekly" / "2026-W02", day)
    told = (day / "evidence.json").read_text("utf-8").replace('"as_of": "2026-01-07"', '"as_of": "2026-01-03"')
    (day / "evidence.json").write_text(told, encoding="utf-8")
    assert [issue.folder.name for issue in issues(tmp_path, ["weekly"], None)] == ["2026-W02"]


def test_an_issue_is_sent_once(ready: tuple[Path, Mailbox]) -> None:
    root, box = ready
    assert footnoted("send", "weekly", folder=root).returncode == 0
    ended = footnoted("send", "weekly", folder=root)
    assert len(box.taken) == 3
    assert ended.stdout.count("sent before: weekly 2026-W02 for ") == 3
    assert footnoted("send", "weekly", "--again", "-a", "retail", folder=root).returncode == 0
    assert len(box.taken) == 4
    assert box.taken[3]["Message-ID"] == box.taken[2]["Message-ID"], "a mail program can tell it has it"


def test_a_rehearsal_sends_and_records_nothing(ready: tuple[Path, Mailbox]) -> None:
    root, box = ready
    ended = footnoted("send", "--rehearse", "weekly", folder=root)
    assert ended.stdout.count("would send: ") == 3
    assert box.taken == []
    assert not (root / "reports" / "sent.jsonl").exists()


def test_one_address_that_is_refused_does_not_keep_the_others_waiting(ready: tuple[Path, Mailbox]) -> None:
    root, box = ready
    box.refuses = "chair@example.org"
    ended = footnoted("send", "weekly", folder=root)
    assert ended.returncode == 13
    assert "weekly 2026-W02 for board to chair@example.org: refused: 550 no such mailbox" in ended.stderr
    assert len(box.taken) == 2
    box.refuses = None
    assert footnoted("send", "weekly", folder=root).returncode == 0
    assert [str(m["To"]) for m in box.taken[2:]] == ["chair@example.org"]


def test_a_file_that_does_not_say_what_its_evidence_says_is_not_sent(ready: tuple[Path, Mailbox]) -> None:
    root, box = ready
    page = root / "reports" / "weekly" / "2026-W02" / "board.html"
    before = page.read_text("utf-8")
    page.write_text(before.replace("113.1 billion", "131.1 billion"), encoding="utf-8")
    ended = footnoted("send", "weekly", folder=root)
    page.write_text(before, encoding="utf-8")
    assert ended.returncode == 13 and "131.1 billion" in ended.stderr
    assert [str(m["To"]) for m in box.taken] == ["reader@example.org"], "the other audience's files are in order"


def test_a_sender_that_was_killed_sends_nothing_twice(ready: tuple[Path, Mailbox]) -> None:
    root, box = ready
    box.slow = 30.0
    killed = subprocess.Popen([*COMMAND, "send", "weekly"], cwd=root, env=ENVIRONMENT)
    until = time.monotonic() + 120
    while not box.taken and time.monotonic() < until:
        time.sleep(0.05)
    killed.send_signal(signal.SIGKILL)
    killed.wait()
    box.slow = 0.0
    ended = footnoted("send", "weekly", folder=root)
    assert "chair@example.org was handed over by a sender that was stopped; --again --to chair@" in ended.stdout
    assert sorted(str(m["To"]) for m in box.taken) == [
        "chair@example.org",
        "reader@example.org",
        "treasurer@example.org",
    ]


def test_a_server_that_hangs_up_is_told_with_what_it_took_and_what_it_may_have(ready: tuple[Path, Mailbox]) -> None:
    root, box = ready
    box.dies_at = 2
    ended = footnoted("send", "weekly", folder=root)
    assert ended.returncode == 13
    assert ended.stdout == "sent: weekly 2026-W02 for board to chair@example.org\n"
    assert ended.stderr.startswith("weekly 2026-W02 for board to treasurer@example.org: 127.0.0.1 hung up (")
    assert "whether it took this one is not known. 1 letter was not handed over." in ended.stderr
    again = footnoted("send", "weekly", folder=root)
    assert [str(m["To"]) for m in box.taken] == ["chair@example.org", "reader@example.org"]
    assert "unclear: weekly 2026-W02 for board to treasurer@example.org" in again.stdout
    assert footnoted("send", "weekly", "--again", "--to", "treasurer@example.org", folder=root).returncode == 0
    assert [str(m["To"]) for m in box.taken[2:]] == ["treasurer@example.org"], "nobody else gets it twice"
    wrong = footnoted("send", "--to", "treasure@example.org", folder=root)
    assert "There is no recipient 'treasure@example.org'. Did you mean 'treasurer@example.org'?" in wrong.stderr


def test_a_report_that_has_no_issue_yet_does_not_keep_the_others_waiting(ready: tuple[Path, Mailbox]) -> None:
    root, box = ready
    ended = footnoted("send", folder=root)
    assert ended.returncode == 0, ended.stderr
    assert len(box.taken) == 3
    named = footnoted("send", "weekly", "results", folder=root)
    assert "there is no finished issue of results." in named.stderr


def test_a_briefing_of_a_matrix_is_sent_once_and_by_the_name_that_builds_it(
    ready: tuple[Path, Mailbox], tmp_path: Path
) -> None:
    root, box = ready
    family = root / "config" / "reports" / "family.yaml"
    family.write_text("extends: weekly\nmatrix: {entities: [xiaomi], audiences: [board]}\n")
    shutil.copytree(root / "reports" / "weekly", tmp_path / "family-xiaomi")
    told = (tmp_path / "family-xiaomi" / "2026-W02" / "evidence.json").read_text("utf-8")
    told = told.replace('"report": "weekly"', '"report": "family-xiaomi"')
    (tmp_path / "family-xiaomi" / "2026-W02" / "evidence.json").write_text(told, encoding="utf-8")
    ended = [footnoted("send", *named, "--out", str(tmp_path), folder=root) for named in ((), ("family",))]
    family.unlink()
    assert [one.returncode for one in ended] == [0, 0], ended
    assert ended[0].stdout.count("sent: family-xiaomi") == len(box.taken) == 3
    assert ended[1].stdout.count("sent before: family-xiaomi") == 3


def test_a_page_alone_is_sent_under_its_title(ready: tuple[Path, Mailbox], tmp_path: Path) -> None:
    root, _ = ready
    (issue,) = issues(root / "reports", ["weekly"], None)
    page = [output for output in issue.outputs("board") if output.format == "html"]
    alone = replace(issue, ledger=issue.ledger.model_copy(update={"outputs": tuple(page)}))
    assert alone.title("board") == "Xiaomi: the week · Xiaomi Corporation · Week 2, 2026"


def test_a_server_that_is_not_there_is_told(ready: tuple[Path, Mailbox]) -> None:
    root, _ = ready
    (root / "config" / "delivery.yaml").write_text(
        "server: {host: 127.0.0.1, port: 9, security: none}\nsender: ir@example.org\n"
    )
    ended = footnoted("send", "weekly", folder=root)
    assert ended.returncode == 13
    assert ended.stderr.startswith("127.0.0.1:9: Connection refused")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("server: {hots: x}\nsender: ir@example.org\n", "Did you mean 'host'?"),
        ("server: {host: x}\nsender: ir\n", "delivery.yaml:2:9: "),
        ("server: {host: x}\nsender: ir@example.org\nsubject: '{titel}'\n", "it can take {title}, {report}, {issue}, {as_of}, not 'titel'."),
        ('server: {host: x}\nsender: "ir@example.org\\nBcc: all@example.org"\n', "delivery.yaml:2:9: "),
    ],
)  # fmt: skip
def test_mistakes_in_the_settings_have_their_place(ready: tuple[Path, Mailbox], text: str, told: str) -> None:
    root, box = ready
    (root / "config" / "delivery.yaml").write_text(text)
    ended = footnoted("send", "weekly", folder=root)
    assert ended.returncode == 3 and told in ended.stderr
    assert box.taken == []


def test_mistakes_in_how_it_is_sent_are_told_before_the_day(ready: tuple[Path, Mailbox]) -> None:
    root, _ = ready
    (root / "config" / "delivery.yaml").write_text("server: {hots: x}\nsender: ir@example.org\n")
    ended = footnoted("check", folder=root)
    assert ended.returncode == 3 and "Did you mean 'host'?" in ended.stderr
