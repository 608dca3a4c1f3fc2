"""Where people meet the gate: a new data repository, pre-commit, workflow files."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from checks.cli.setup import GITLAB
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


def test_what_pip_installs_can_be_named(tmp_path: Path) -> None:
    for more, name in (((), ".github/workflows/articles.yml"), (("--gitlab",), ".gitlab-ci.yml")):
        copydesk("init", "--from", "copydesk @ git+https://git.example/copydesk@v1", *more, cwd=tmp_path)
        assert 'install --quiet "copydesk @ git+https://git.example/copydesk@v1"' in str(yaml.safe_load((tmp_path / name).read_text()))
    hook = yaml.safe_load((tmp_path / ".pre-commit-config.yaml").read_text())["repos"][0]["hooks"][0]
    assert hook["additional_dependencies"] == ["copydesk @ git+https://git.example/copydesk@v1"]


def test_the_recipes_of_the_documentation_are_those_that_init_writes_and_can_be_read(tmp_path: Path) -> None:
    text = (ROOT / "docs" / "gate.md").read_text()
    (job,) = re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)
    assert yaml.safe_load(job) == yaml.safe_load(GITLAB.replace('"{requirement}"', "copydesk").replace("{config}", ""))
    (recipe,) = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
    pytest.importorskip("nox")
    (tmp_path / "noxfile.py").write_text(recipe)
    told = subprocess.run([sys.executable, "-m", "nox", "-l"], cwd=tmp_path, capture_output=True, text=True, check=True).stdout
    assert "articles -> Check the articles" in told
    assert "gate -> Articles, delivery and report in one" in told


def test_pages_are_written_from_reports_alone_and_those_that_fit_no_article_are_named(tmp_path: Path) -> None:
    for n in range(3):
        put(tmp_path, f"in/{n}.txt", SOUND.replace(b"Eastmoor", b"Eastmoor %d" % n))
    put(tmp_path, b"in/caf\xe9.txt", SOUND)
    copydesk("check", "in", "--out", "provenance", cwd=tmp_path)
    pages = {path: path.read_bytes() for path in (tmp_path / "provenance").rglob("*.html")}
    assert len(pages) == 6
    for path in pages:
        path.unlink()
    done = copydesk("report", cwd=tmp_path)
    assert (done.returncode, "4 of 4 articles have their page" in done.stdout) == (0, True), done.stdout + done.stderr
    assert {path: path.read_bytes() for path in pages} == pages
    put(tmp_path, "in/1.txt", b"other")
    (tmp_path / "in/2.txt").unlink()
    done = copydesk("report", "provenance", cwd=tmp_path)
    assert done.returncode == 1
    assert "in/1.txt: no page: the article has changed since its report" in done.stdout
    assert "in/2.txt: no page: the article cannot be read: No such file" in done.stdout
    assert "2 of 4 articles have their page" in done.stdout
    missing = copydesk("report", "nowhere", cwd=tmp_path)
    assert (missing.returncode, "nowhere: no such folder of reports" in missing.stderr) == (2, True)


def test_below_the_top_of_a_repository_servers_and_hooks_are_told_where_the_configuration_is(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    (tmp_path / "data/the news").mkdir(parents=True)
    copydesk("init", "--gitlab", "data/the news", cwd=tmp_path)
    copydesk("init", cwd=tmp_path / "data/the news")
    below = tmp_path / "data/the news"
    assert sorted(one.name for one in below.iterdir()) == [".gitattributes", ".gitignore", "copydesk.toml"]
    workflow = yaml.safe_load((tmp_path / ".github/workflows/articles.yml").read_text())["jobs"]["copydesk"]["steps"]
    called = "copydesk check --changed --config 'data/the news/copydesk.toml' --out provenance"
    assert any(step.get("run", "").startswith(called) for step in workflow)
    assert yaml.safe_load((tmp_path / ".gitlab-ci.yml").read_text())["copydesk"]["script"][1].startswith(called)
    hook = yaml.safe_load((tmp_path / ".pre-commit-config.yaml").read_text())["repos"][0]["hooks"][0]
    assert hook["entry"] == "copydesk check --force-exclude --config 'data/the news/copydesk.toml'"
    assert re.search(hook["files"], "data/the news/articles/a.txt")
    assert not re.search(hook["files"], "articles/a.txt")


def test_a_hook_leaves_out_what_the_configuration_excludes(tmp_path: Path) -> None:
    put(tmp_path, "copydesk.toml", b'exclude = ["drafts/*"]\n')
    put(tmp_path, "drafts/a.txt", DAMAGED)
    put(tmp_path, "b.txt", SOUND)
    assert copydesk("check", "drafts/a.txt", cwd=tmp_path).returncode == 1
    alone = copydesk("check", "--force-exclude", "drafts/a.txt", cwd=tmp_path)
    assert (alone.returncode, alone.stderr) == (0, "All that was named is excluded; nothing was judged.\n")
    both = copydesk("check", "--force-exclude", "drafts/a.txt", "b.txt", cwd=tmp_path)
    assert (both.returncode, "Checked 1 file " in both.stdout) == (0, True)
    for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text()):
        assert hook["entry"] == "copydesk check --force-exclude"
