"""Where people meet the gate: a new data repository, pre-commit, workflow files."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from checks.rules.examples import FRAME, PARAGRAPH
from tests.conftest import ROOT
from tests.test_cli import DAMAGED, copydesk
from tests.test_gate import git, put

SOUND = FRAME.format(planted=PARAGRAPH).encode()
yaml = pytest.importorskip("yaml")


def test_init_writes_what_a_repository_needs_and_never_overwrites(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("mine\n")
    done = copydesk("init", cwd=tmp_path)
    assert done.returncode == 0
    assert ".gitignore: is there already, left as it is" in done.stdout
    assert (tmp_path / ".gitignore").read_text() == "mine\n"
    tomllib.loads((tmp_path / "copydesk.toml").read_text())
    workflow = yaml.safe_load((tmp_path / ".github/workflows/articles.yml").read_text())
    assert workflow["jobs"]["copydesk"]["steps"][0]["with"]["fetch-depth"] == 0
    put(tmp_path, "articles/a.txt", SOUND)
    assert copydesk("check", cwd=tmp_path).returncode == 0
    assert (tmp_path / "provenance" / "articles" / "a.txt.provenance.json").is_file()
    again = copydesk("init", "--gitlab", cwd=tmp_path)
    assert again.stdout.count("is there already") == 4
    assert "gitlab=codequality.json" in yaml.safe_load((tmp_path / ".gitlab-ci.yml").read_text())["copydesk"]["script"][1]


def test_the_hook_of_this_repository_runs_under_pre_commit(tmp_path: Path) -> None:
    """Real pre-commit in a repository of its own; the hook's own entry, in this environment."""
    pytest.importorskip("pre_commit")
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
    program = tmp_path / "bin" / "copydesk"
    put(tmp_path, "bin/copydesk", f"#!{sys.executable}\nfrom checks.cli import main\nmain()\n".encode())
    program.chmod(0o755)
    desk = tmp_path / "desk"
    desk.mkdir()
    git(desk, "init", "-q")
    config = {"repos": [{"repo": "local", "hooks": [{**hook, "language": "system"}]}]}
    put(desk, ".pre-commit-config.yaml", yaml.safe_dump(config).encode())
    put(desk, "README.md", b"not an article\n")
    put(desk, "articles/a.txt", SOUND)
    git(desk, "add", "-A")
    env = {**os.environ, "PATH": f"{program.parent}:{os.environ['PATH']}", "PRE_COMMIT_HOME": str(tmp_path / "home")}

    def hooked() -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "pre_commit", "run", "--all-files"], cwd=desk, env=env, capture_output=True, text=True, check=False
        )

    good = hooked()
    assert good.returncode == 0, good.stdout + good.stderr
    put(desk, "articles/b.txt", DAMAGED)
    git(desk, "add", "-A")
    bad = hooked()
    assert bad.returncode == 1
    assert "articles/b.txt" in bad.stdout
    assert "README.md" not in bad.stdout


def test_the_action_and_the_workflow_are_well_formed() -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text())
    assert action["runs"]["using"] == "composite"
    assert all(step.get("shell") == "bash" for step in action["runs"]["steps"] if "run" in step)
    assert "${{ inputs." not in "".join(step.get("run", "") for step in action["runs"]["steps"])  # no input is pasted into a shell
    yaml.safe_load((ROOT / ".github/workflows/ci.yml").read_text())
