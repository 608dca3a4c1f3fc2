"""`copydesk init`: what a data repository needs, written where it is not there yet."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click

from checks.disk import create
from checks.out.below import top_of
from checks.out.plain import visible
from checks.version import VERSION

CONFIG = """\
# copydesk: how the articles of this repository are checked. `copydesk rules` lists the rules.
paths = ["articles"]
out = "provenance"
fail-on = "error"
# ignore = ["NAV"]

# [per-path-ignores]
# "articles/archive/*" = ["DAT"]

# [[outlets]]
# name = "Eastmoor Courier"
# domains = ["courier.example"]
# territory = "GB"
# date-order = "dmy"
"""
WORKFLOW = """\
name: articles
on: pull_request
permissions:
  contents: read
jobs:
  copydesk:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
        with:
          fetch-depth: 0
      - uses: actions/setup-python@v6
        with:
          python-version: "3.11"
      - run: python -m pip install --quiet "{requirement}"
      - run: copydesk check --changed{config} --out provenance --output-format github --output-format markdown=summary.md
      - if: always()
        run: cat summary.md >> "$GITHUB_STEP_SUMMARY"
      - if: always()
        uses: actions/upload-artifact@v5
        with:
          name: quality-report
          path: provenance
"""
GITLAB = """\
copydesk:
  image: python:3.11
  variables:
    GIT_DEPTH: 0
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
  script:
    - pip install --quiet "{requirement}"
    - copydesk check --changed{config} --out provenance --output-format text --output-format gitlab=codequality.json
  artifacts:
    when: always
    paths: [provenance]
    reports:
      codequality: codequality.json
"""
HOOK = """\
repos:
  - repo: local
    hooks:
      - id: copydesk
        name: copydesk
        entry: copydesk check --force-exclude{config}
        language: python
        additional_dependencies: ["{requirement}"]
        files: ^{below}articles/.*\\.(txt|text|md)$
        require_serial: true
"""
ATTRIBUTES = """\
# Articles are evidence: git keeps their bytes as they are.
articles/** -text
"""
IGNORED = """\
/provenance/
copydesk.key
"""
FILES = {
    "copydesk.toml": CONFIG,
    ".github/workflows/articles.yml": WORKFLOW,
    ".pre-commit-config.yaml": HOOK,
    ".gitattributes": ATTRIBUTES,
    ".gitignore": IGNORED,
}


AT_THE_TOP = (".github/workflows/articles.yml", ".gitlab-ci.yml", ".pre-commit-config.yaml")
"""What servers and hooks look for at the top of a repository, and nowhere below it."""


@click.command()
@click.argument("folder", default=".", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--gitlab", is_flag=True, help="A GitLab job instead of a GitHub workflow.")
@click.option(
    "--from", "requirement", default=f"copydesk=={VERSION}", show_default=True, metavar="REQUIREMENT",
    help="What pip installs there: a release, a wheel's address, or git+https://…@TAG.",
)  # fmt: skip
def init(folder: Path, gitlab: bool, requirement: str) -> None:
    """Write a configuration, a CI workflow, a pre-commit hook and git's own files for a data repository.

    Nothing is ever overwritten: what is there already is named, and left as it is. Below the top of a git repository the
    workflow and the hook are written there, and name the configuration in FOLDER.
    """
    top = top_of(folder.resolve())
    below = "" if top == folder.resolve() else f"{folder.resolve().relative_to(top).as_posix()}/"
    blanks = {"{requirement}": requirement, "{below}": re.escape(below), "{config}": ""}
    if below:
        blanks["{config}"] = f" --config {shlex.quote(f'{below}copydesk.toml')}"
    files = dict(FILES)
    if gitlab:
        del files[".github/workflows/articles.yml"]
        files[".gitlab-ci.yml"] = GITLAB
    for name, content in files.items():
        path = (top if name in AT_THE_TOP and below else folder) / name
        for blank, filled in blanks.items():
            content = content.replace(blank, filled)  # noqa: PLW2901  the same content, filled in
        shown = visible(str(path) if below else name)
        try:
            create(str(path), content.encode())
        except FileExistsError:
            click.echo(f"{shown}: is there already, left as it is")
        else:
            click.echo(f"{shown}: written")
    click.echo("Next: put articles into articles/, and run `copydesk check`.")
