"""The corpus: each bulletin beside the report that it must give, whole.

`pytest tests/test_corpus.py --update-corpus` writes the reports anew; then read the diff: a line
more or less is a promise changed.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from kuaibao_lint.linter import lint
from kuaibao_lint.readers import read_path
from kuaibao_lint.rules import Library, load_library
from kuaibao_lint.source import Lines, Source

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT / "tests" / "corpus"
BULLETINS = sorted(path for path in CORPUS.iterdir() if path.suffix in (".md", ".txt"))
DRESSES = [path for path in BULLETINS if path.name.startswith("dress-")]
# (bulletin, profile, where its report is kept)
CASES = [(path, "", CORPUS / f"{path.name}.expected.json") for path in BULLETINS]
EXAMPLES = [path for path in (ROOT / "examples").glob("*.*[dt]") if path.name != "README.md"]
for _path in sorted(EXAMPLES):
    for _profile in ("", "yunling"):
        _name = f"examples-{_path.name}{_profile and '-' + _profile}.expected.json"
        CASES.append((_path, _profile, CORPUS / _name))


@pytest.fixture(scope="module")
def libraries() -> dict[str, Library]:
    """Return the rules without a house profile, and with that of the examples."""
    house = load_library([ROOT / "examples" / "yunling.yaml"], chosen="yunling")
    return {"": load_library(chosen="kuaibao"), "yunling": house}


def rows(path: Path, library: Library) -> dict[str, Any]:
    """Return the report in the shape in which it is kept: one row a finding."""
    source = read_path(path)
    report = lint(source, library)
    lines = Lines(source.text)
    return {
        "profile": report.profile,
        "diagnostics": [
            [*lines.position(one.span.start), one.rule, one.text] for one in report.diagnostics
        ],
    }


def printed(report: dict[str, Any]) -> str:
    """Return a report as JSON with one finding a line, so that a diff can be read."""
    found = ",\n".join("  " + json.dumps(row, ensure_ascii=False) for row in report["diagnostics"])
    inner = f"[\n{found}\n ]" if found else "[]"
    return f'{{\n "profile": "{report["profile"]}",\n "diagnostics": {inner}\n}}\n'


@pytest.mark.parametrize("path", [*BULLETINS, *EXAMPLES], ids=lambda path: path.name)
def test_ends_of_lines_change_nothing(libraries: dict[str, Library], path: Path) -> None:
    text = re.sub(r"\r\n?", "\n", read_path(path).text)

    def told(newline: str) -> list[tuple[Any, ...]]:
        source = Source(path.name, text.replace("\n", newline))
        lines = Lines(source.text)
        return [
            (*lines.position(one.span.start), one.rule, re.sub(r"\s+", " ", one.text))
            for one in lint(source, libraries[""]).diagnostics
        ]

    assert told("\r\n") == told("\n")
    assert told("\r") == told("\n")


@pytest.mark.parametrize(
    ("path", "profile", "kept"), CASES, ids=[kept.name.partition(".exp")[0] for *_, kept in CASES]
)
def test_the_report_is_the_one_beside_it(
    path: Path,
    profile: str,
    kept: Path,
    libraries: dict[str, Library],
    pytestconfig: pytest.Config,
) -> None:
    report = rows(path, libraries[profile])
    if pytestconfig.getoption("update_corpus"):
        kept.write_text(printed(report), encoding="utf-8", newline="\n")
    assert report == json.loads(kept.read_text("utf-8"))


def test_every_report_has_its_bulletin() -> None:
    assert {path.name for path in CORPUS.glob("*.expected.json")} == {
        kept.name for *_, kept in CASES
    }


@pytest.mark.parametrize("path", DRESSES, ids=lambda path: path.stem)
def test_dress_alone_is_no_error(path: Path, libraries: dict[str, Library]) -> None:
    """How a bulletin is dressed may be worth a warning where it is uneven, and never an error."""
    report = lint(read_path(path), libraries[""])
    assert [one.message for one in report.diagnostics if one.severity.label == "error"] == []


@pytest.mark.parametrize("profile", ["", "yunling"])
def test_nothing_is_found_in_the_clean_example(profile: str, libraries: dict[str, Library]) -> None:
    report = lint(read_path(ROOT / "examples" / "clean.md"), libraries[profile])
    assert report.diagnostics == ()
