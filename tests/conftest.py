"""What all tests share: a cache of their own, the corpus, and the program as a function."""

from __future__ import annotations

import gc
import io
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, settings

from kuaibao_lint.__main__ import run

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
SLOW = [HealthCheck.too_slow, HealthCheck.filter_too_much]

# No test depends on how fast the machine is, so no deadline; and every run tries the same
# examples. The long run, `-m long`, looks for new ones.
settings.register_profile(
    "tests", max_examples=100, deadline=None, derandomize=True, suppress_health_check=SLOW
)
settings.load_profile("tests")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-corpus",
        action="store_true",
        help="write tests/corpus/*.expected.json anew instead of comparing; read the diff",
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the long runs out unless a marker expression or a node id asks for them."""
    asked = config.option.markexpr or any("::" in argument for argument in config.args)
    if asked:
        return
    longs = [item for item in items if item.get_closest_marker("long")]
    config.hook.pytest_deselected(items=longs)
    items[:] = [item for item in items if not item.get_closest_marker("long")]


@pytest.fixture(scope="session", autouse=True)
def _own_surroundings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the user's cache and the CI's variables out of the tests, and ours out of theirs."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KUAIBAO_LINT_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
        patch.setenv("KUAIBAO_LINT_DEBUG", "1")
        for name in ("GITHUB_ACTIONS", "NO_COLOR", "FORCE_COLOR", "PYTHONIOENCODING"):
            patch.delenv(name, raising=False)
        yield


@dataclass(frozen=True)
class Result:
    """What a run of the program left behind."""

    code: int
    stdout: bytes
    stderr: bytes

    @property
    def out(self) -> str:
        return self.stdout.decode("utf-8")

    @property
    def err(self) -> str:
        return self.stderr.decode("utf-8")


class Cli:
    """Runs the command line in this process, in an empty folder."""

    def __init__(self, folder: Path, capture: Any, patch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self._capture = capture
        self._patch = patch

    def __call__(self, *arguments: str, stdin: bytes = b"", code: int | None = None) -> Result:
        """Run; `code` is the exit code that the caller counts on."""
        self._patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        self._capture.readouterr()
        try:
            got = run(list(arguments))
        finally:
            gc.enable()
            gc.unfreeze()
        sys.stdout.flush()
        sys.stderr.flush()
        captured = self._capture.readouterr()
        result = Result(got, captured.out, captured.err)
        if code is not None:
            assert got == code, result.out + result.err
        assert b"Traceback" not in result.stderr
        return result

    def write(self, name: str, text: str | bytes) -> Path:
        """Write a file below the folder and return its path."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return path


@pytest.fixture
def cli(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> Cli:
    folder = tmp_path / "work"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return Cli(folder, capsysbinary, monkeypatch)


@pytest.fixture(scope="session")
def corpus() -> Path:
    return ROOT / "tests" / "corpus"


@pytest.fixture(scope="session")
def examples() -> Path:
    return ROOT / "examples"


@pytest.fixture(scope="session")
def clean(examples: Path) -> str:
    """Return the text of a bulletin in which nothing is wrong."""
    return (examples / "clean.md").read_text("utf-8")


@pytest.fixture
def environment() -> dict[str, str]:
    """Return the variables of a program run beside the tests."""
    kept = {name: value for name, value in os.environ.items() if name != "KUAIBAO_LINT_DEBUG"}
    return kept | {"PYTHONUTF8": "1"}
