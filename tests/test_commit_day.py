"""The day of the commit: no article in it can be of a later one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.test_cli import copydesk
from tests.test_gate import SOUND, git, put


@pytest.mark.parametrize(
    ("committed", "found"), [("2024-03-10T12:00:00Z", True), ("2024-03-13T12:00:00Z", False), ("2024-03-20T12:00:00Z", False)]
)
def test_an_article_of_a_later_day_than_its_commit_is_an_error_but_for_one_night(
    tmp_path: Path, committed: str, found: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_COMMITTER_DATE", committed)
    git(tmp_path, "init", "-q", "-b", "delivery")
    put(tmp_path, "article.txt", SOUND.encode())
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "An article of 14 March")
    done = copydesk("check", "--changed", cwd=tmp_path)
    assert ("dated 2024-03-14, but committed on 2024-03-10" in done.stdout) is found
    assert done.returncode == int(found)


def test_without_a_commit_no_day_is_known_and_none_is_guessed(tmp_path: Path) -> None:
    put(tmp_path, "article.txt", SOUND.replace("14 March 2024", "14 March 2999").encode())
    assert "DAT006" not in copydesk("check", "article.txt", cwd=tmp_path).stdout
