"""The desk's sessions. On a machine with Python and git alone: `python3 noxfile.py -s check`."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from pathlib import Path

HERE = Path(__file__).parent

if __name__ == "__main__":
    try:
        import nox
    except ModuleNotFoundError:
        place = HERE / ".nox" / "bootstrap"
        python = place / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
        if not python.exists():
            print("Setting up nox in .nox/bootstrap …", flush=True)
            venv.create(place, with_pip=True)
            subprocess.run([python, "-m", "pip", "install", "-q", "--disable-pip-version-check", "nox[uv]>=2026.8"], check=True)
        sys.exit(subprocess.run([python, "-m", "nox", "-f", __file__, *sys.argv[1:]], check=False).returncode)

import nox

nox.needs_version = ">=2026.8"
nox.options.default_venv_backend = "uv|virtualenv"
nox.options.reuse_venv = "yes"
nox.options.sessions = ["check", "tests", "lint"]

SPEED = {"UV_COMPILE_BYTECODE": "1", "PYTHONDONTWRITEBYTECODE": None}
"""uv does not compile what it installs, and many images forbid it at run time: both make every start slow."""


def groups(*names: str) -> list[str]:
    """The packages of dependency groups in pyproject.toml."""
    return nox.project.dependency_groups(nox.project.load_toml("pyproject.toml"), *names)


def arguments(session: nox.Session, default: list[str]) -> list[str]:
    """What stands after `--`, its paths as the caller saw them."""
    stood = Path(session.invoked_from)
    return [str((stood / a).resolve()) if (stood / a).exists() else a for a in session.posargs] or default


@nox.session(tags=["gate"])
def check(session: nox.Session) -> None:
    """Check articles: nox -s check -- PATHS (seeds/ if none); reports and an HTML page in provenance/."""
    session.install("-e", ".", env=SPEED)
    given = arguments(session, ["seeds"])
    shown = ["--exit-zero"] if given == ["seeds"] else []  # the sample articles are meant to be bad
    session.run("copydesk", "check", *given, "--out", "provenance", *shown, env=SPEED)


@nox.session
def tests(session: nox.Session) -> None:
    """Run all tests: nox -s tests -- PYTEST-ARGUMENTS."""
    session.install("-e", ".[batch,sign]", *groups("test"), env=SPEED)
    session.run("pytest", *session.posargs, env=SPEED)


@nox.session(default=False)
def coverage(session: nox.Session) -> None:
    """Run the tests with branch coverage shown; slow, and without those that measure time."""
    session.install("-e", ".[batch,sign]", *groups("test"), env=SPEED)
    session.run("pytest", "--cov", "--cov-report=term:skip-covered", "-k", "not linear and not hostile", *session.posargs, env=SPEED)


@nox.session
def lint(session: nox.Session) -> None:
    """Ruff, mypy --strict, and the floors of the house."""
    session.install("-e", ".", *groups("lint", "test"), env=SPEED)
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")
    session.run("mypy")
    session.run("lint-imports")


@nox.session(default=False)
def batch(session: nox.Session) -> None:
    """Judge a whole delivery: nox -s batch -- FOLDER (provenance/ if none)."""
    session.install("-e", ".[batch]", env=SPEED)
    session.run("copydesk", "batch", *arguments(session, ["provenance"]), env=SPEED)


@nox.session(default=False)
def accept(session: nox.Session) -> None:
    """Write anew everything that is generated: word tables, schemas, expected reports of the seeds. Then read the diff."""
    session.install("-e", ".[batch]", *groups("test"), env=SPEED)
    for made in ("checks.lexicon", "checks.claims.dates.tables", "checks.zone.phrases"):
        session.run("python", "-m", made)
    session.run("python", "-m", "schemas.generate")
    session.run("python", "-m", "tests.golden", "--write")


@nox.session(default=False)
def bench(session: nox.Session) -> None:
    """Time the walk by stage and the command as a whole: nox -s bench -- FOLDER-OF-ARTICLES."""
    session.install("-e", ".", env=SPEED)
    session.run("python", "-m", "checks.bench", *arguments(session, []), env=SPEED)


@nox.session(default=False)
def train(session: nox.Session) -> None:
    """Remake the line model from labelled pages: nox -s train -- FOLDER."""
    session.install("-e", ".", *groups("train"), env=SPEED)
    session.run("python", "-m", "checks.zone.train", *arguments(session, []), env=SPEED)
