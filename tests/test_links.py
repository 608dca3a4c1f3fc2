"""Symbolic links: one that leads out of what is checked is held, whoever's file it names."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.test_cli import SOUND, copydesk
from tests.test_gate import git

ASTRAY = "error could not be read: a symbolic link that leads out of the folder"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with an article, a link to it, and one to a file beside the folder."""
    desk = tmp_path / "desk"
    desk.mkdir()
    (tmp_path / "secret.txt").write_text(SOUND)
    (tmp_path / "secret.meta.json").write_text('{"publisher": "The Secret Post"}')
    (desk / "a.txt").write_text(SOUND)
    (desk / "within.txt").symlink_to("a.txt")
    (desk / "out.txt").symlink_to("../secret.txt")
    return desk


def test_a_link_out_of_the_folder_is_held_and_one_within_is_an_article(desk: Path) -> None:
    done = copydesk("check", "--out", "prov", cwd=desk)
    assert (done.returncode, f"out.txt: {ASTRAY}" in done.stdout) == (1, True), done.stdout
    assert "2 ready, 0 to look at, 1 held" in done.stdout
    assert sorted(path.name for path in (desk / "prov").rglob("*.provenance.json")) == [
        "a.txt.provenance.json",
        "within.txt.provenance.json",
    ]
    assert "This is a link to a file outside the folder that was checked." in (desk / "prov/index.html").read_text()


def test_what_somebody_names_is_read_wherever_it_leads(desk: Path) -> None:
    assert copydesk("check", "out.txt", cwd=desk).returncode == 0
    os.symlink(desk, desk.parent / "other")
    done = copydesk("check", "other/a.txt", "other/within.txt", cwd=desk.parent)
    assert (done.returncode, "2 ready" in done.stdout) == (0, True), done.stdout


def test_a_sidecar_that_leads_out_holds_its_article(desk: Path) -> None:
    (desk / "out.txt").unlink()
    (desk / "a.meta.json").symlink_to("../secret.meta.json")
    done = copydesk("check", cwd=desk)
    assert (done.returncode, f"a.txt: {ASTRAY}".replace("read: ", "read: its sidecar: ") in done.stdout) == (1, True), done.stdout
    assert "Secret Post" not in done.stdout


def test_a_committed_link_that_leads_out_is_held_and_one_within_is_told(desk: Path) -> None:
    git(desk, "init", "-q")
    git(desk, "add", "-A")
    done = copydesk("check", "--staged", cwd=desk)
    assert (done.returncode, f"out.txt: {ASTRAY}" in done.stdout) == (1, True), done.stdout
    assert "within.txt: a symbolic link; the file it names is judged where it is" in done.stdout + done.stderr
    git(desk, "rm", "-q", "--cached", "out.txt")
    assert copydesk("check", "--staged", cwd=desk).returncode == 0
