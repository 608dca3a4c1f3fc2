"""What all tests share: the way to the shared samples, and a closed network."""

from __future__ import annotations

import importlib.util
import os
import socket
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).parent.parent
SHARED = Path(os.environ.get("COPYDESK_SHARED", ROOT.parent / "shared"))
SEEDS = SHARED / "seeds"
EVAL = SHARED / "eval"

for told in [name for name in os.environ if name.startswith(("GITHUB_", "CI_"))]:
    del os.environ[told]  # what a server tells of its own run is not about the repositories that the tests make

settings.register_profile("ci", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("ci")


def tool(name: str) -> ModuleType:
    """A program of `tools/`."""
    spec = importlib.util.spec_from_file_location(name, ROOT / "tools" / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests that read the shared samples are skipped, by name, where these are absent; `.ci/run` has them."""
    if SEEDS.is_dir():
        return
    if os.environ.get("COPYDESK_SHARED_REQUIRED"):
        pytest.exit(f"the shared samples must be in {SHARED}, and are not", returncode=1)
    for item in items:
        if item.get_closest_marker("shared"):
            item.add_marker(pytest.mark.skip(reason=f"needs the shared samples in {SHARED}"))


@pytest.fixture(autouse=True)
def no_network(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reaches the network: any socket but a local one (browsers, worker processes) is refused."""
    real = socket.socket.connect

    def connect(self: socket.socket, address: object) -> None:
        local = self.family == socket.AF_UNIX or (isinstance(address, tuple) and str(address[0]) in ("127.0.0.1", "::1", "localhost"))
        assert local, f"{request.node.nodeid} tried to reach {address}"
        real(self, address)  # type: ignore[arg-type]

    monkeypatch.setattr(socket.socket, "connect", connect)
