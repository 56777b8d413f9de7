"""A baseline silences what was there, and nothing else."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Cli

WRONG = ("人大常委会正副主任", "人大大常委会正副主任")
OTHER = ("## 【生态环境】", "【生态环境】")


def summary(cli: Cli, *arguments: str) -> dict[str, int]:
    counts: dict[str, int] = json.loads(cli(*arguments, "--format", "json").out)["summary"]
    return counts


def test_known_findings_are_not_spoken_of_again(cli: Cli, clean: str) -> None:
    cli.write("a.md", clean.replace(*WRONG))
    cli("a.md", "--baseline", "b.json", "--update-baseline", code=0)
    result = cli("a.md", "--baseline", "b.json", code=0)
    assert "KB202" not in result.out
    assert "基线内 1 处" in result.out
    assert summary(cli, "a.md", "--baseline", "b.json")["baselined"] == 1
    cli("a.md", code=1)


def test_a_new_finding_is_told(cli: Cli, clean: str) -> None:
    cli.write("a.md", clean.replace(*WRONG))
    cli("a.md", "--baseline", "b.json", "--update-baseline")
    cli.write("a.md", clean.replace(*WRONG).replace(*OTHER))
    result = cli("a.md", "--baseline", "b.json", code=1)
    assert "KB105" in result.out
    assert "KB202" not in result.out


def test_edits_elsewhere_do_not_wake_a_finding(cli: Cli, clean: str) -> None:
    cli.write("a.md", clean.replace(*WRONG))
    cli("a.md", "--baseline", "b.json", "--update-baseline")
    cli.write(
        "a.md", clean.replace(*WRONG).replace("64 家", "64 家企业").replace("\n---", "\n\n---")
    )
    cli("a.md", "--baseline", "b.json", code=0)


def test_the_same_words_a_second_time_are_new(cli: Cli, clean: str) -> None:
    cli.write("a.md", clean.replace(*WRONG))
    cli("a.md", "--baseline", "b.json", "--update-baseline")
    cli.write("a.md", clean.replace(*WRONG).replace("统一品牌", "县人大大"))
    assert summary(cli, "a.md", "--baseline", "b.json")["error"] == 1


def test_a_baseline_speaks_of_its_file_only(cli: Cli, clean: str) -> None:
    cli.write("a.md", clean.replace(*WRONG))
    cli("a.md", "--baseline", "b.json", "--update-baseline")
    cli.write("other.md", clean.replace(*WRONG))
    cli("other.md", "--baseline", "b.json", code=1)


def test_the_configuration_may_name_it_from_its_own_folder(cli: Cli, clean: str) -> None:
    cli.write("sub/.kuaibao-lint.yaml", "baseline: b.json\n")
    cli.write("sub/a.md", clean.replace(*WRONG))
    cli("sub/a.md", "--update-baseline", code=0)
    assert (cli.folder / "sub" / "b.json").is_file()
    cli("sub/a.md", code=0)


def test_writing_is_repeatable_and_readable(cli: Cli, clean: str) -> None:
    for name in ("b.md", "a.md"):
        cli.write(name, clean.replace(*WRONG).replace(*OTHER))
    cli("b.md", "a.md", "--baseline", "b.json", "--update-baseline")
    first = (cli.folder / "b.json").read_bytes()
    cli("a.md", "b.md", "--baseline", "b.json", "--update-baseline")
    assert (cli.folder / "b.json").read_bytes() == first
    findings = json.loads(first)["findings"]
    assert [(one["path"], one["rule"], one["count"]) for one in findings] == [
        ("a.md", "KB105", 1), ("a.md", "KB202", 1), ("b.md", "KB105", 1), ("b.md", "KB202", 1),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "{}", '{"findings": [{}]}', '{"findings": 1}', '"findings"', "\0"]
)
def test_a_damaged_baseline_is_told(cli: Cli, clean: str, text: str) -> None:
    cli.write("a.md", clean)
    cli.write("b.json", text)
    err = cli("a.md", "--baseline", "b.json", code=2).err
    assert err.startswith("kuaibao-lint: b.json：不是有效的基线文件")
