"""`--fix` takes entries without use out of the configuration, and touches nothing else of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kuaibao_lint import config
from kuaibao_lint.cli.pruning import removals
from kuaibao_lint.config import ENTRIES
from kuaibao_lint.ignores import Ignore
from kuaibao_lint.source import Source

if TYPE_CHECKING:
    from tests.conftest import Cli

NAME = ".kuaibao-lint.yaml"

# Before, and after: in a.md of these rules only KB202 finds something.
CASES: dict[str, tuple[str, str]] = {
    "a list": (
        "# 头\nsuppressions:\n  - rule: KB504 # 旧\n    path: a.md\n\n  # 中\n  - rule: KB202\n",
        "# 头\nsuppressions:\n\n  # 中\n  - rule: KB202\n",
    ),
    "a flat list, the last": (
        "suppressions:\n- rule: KB202\n- {path: '*.md', rule: KB504}\n# 尾",
        "suppressions:\n- rule: KB202\n# 尾",
    ),
    "the last line, without its newline": (
        "suppressions:\n- rule: KB202\n- rule: KB504",
        "suppressions:\n- rule: KB202\n",
    ),
    "all": (
        "suppressions:\n- rule: KB504\n# 留\n- rule: KB503\nignore: [KB507]\n",
        "suppressions:\n# 留\nignore: [KB507]\n",
    ),
    "a dash alone": (
        "suppressions:\n  -   # 中-文\n    rule: KB504\n  - rule: KB202\n",
        "suppressions:\n  - rule: KB202\n",
    ),
    "a block of text": (
        "suppressions:\n- rule: KB504\n  reason: |\n    一\n    - 二\n\n- rule: KB202\n",
        "suppressions:\n\n- rule: KB202\n",
    ),
    "CRLF": (
        "suppressions:\r\n- rule: KB504\r\n  path: a.md\r\n- rule: KB202\r\n",
        "suppressions:\r\n- rule: KB202\r\n",
    ),
    "a byte order mark": (
        "\ufeffsuppressions:\n- rule: KB504\n- rule: KB202\n",
        "\ufeffsuppressions:\n- rule: KB202\n",
    ),
    "a bracketed list, the first": (
        "suppressions: [{rule: KB504}, {rule: KB202}] # 注\n",
        "suppressions: [{rule: KB202}] # 注\n",
    ),
    "a bracketed list, the last": (
        "suppressions: [\n  {rule: KB202},\n  {rule: KB504},\n]\n",
        "suppressions: [\n  {rule: KB202},\n]\n",
    ),
    "a bracketed list, all": (
        "suppressions: [{rule: KB503}, {rule: KB504}]\n",
        "suppressions: []\n",
    ),
    "files": (
        "per-file-ignores:\n  a.md: [KB504]  # 旧\n  '*.md': [KB503]\n",
        "per-file-ignores:\n  '*.md': [KB503]\n",
    ),
    "files, each with rows": (
        "per-file-ignores:\n  a.md:\n  - KB504\n  - KB503\n  # 留\nfail-on: info\n",
        "per-file-ignores:\n  # 留\nfail-on: info\n",
    ),
    "files in brackets": (
        "per-file-ignores: {'*.md': [KB503], a.md: KB504}\n",
        "per-file-ignores: {'*.md': [KB503]}\n",
    ),
}


@pytest.fixture
def bad(clean: str) -> str:
    return clean.replace("人大常委会正副主任", "人大大常委会正副主任")


def told(cli: Cli, *arguments: str) -> list[str]:
    """Return the rules that are reported on the configuration."""
    report = json.loads(cli(*arguments, "--format", "json").out)
    return [one["rule"] for one in report["diagnostics"] if one["path"].endswith(NAME)]


@pytest.mark.parametrize(("before", "after"), CASES.values(), ids=CASES)
def test_what_is_of_no_use_goes_and_all_else_stays(
    cli: Cli, bad: str, before: str, after: str
) -> None:
    cli.write("a.md", bad)
    path = cli.write(NAME, before)
    assert f"--- {NAME}" in cli("a.md", "--diff", code=1).out
    assert path.read_bytes() == before.encode()
    cli("a.md", "--fix")
    assert path.read_bytes() == after.encode()
    assert told(cli, "a.md") == []


def test_the_run_says_what_it_did(cli: Cli, bad: str) -> None:
    cli.write("a.md", bad)
    path = cli.write(NAME, "suppressions:\n- rule: KB504\n- rule: KB503\n")
    diff = cli("a.md", "--diff", code=1).out
    assert f"--- {NAME}\n+++ {NAME}\n" in diff
    assert "-- rule: KB504\n" in diff
    done = cli("a.md", "--fix", code=0)
    assert f"已从 {NAME} 删去 2 条没有用到的忽略。" in done.err
    assert "已改正 3 处" in done.out
    assert path.read_text("utf-8") == "suppressions:\n"
    path.write_text("suppressions:\n- rule: KB504\n", "utf-8")
    only = cli("fix", "a.md", "--exit-non-zero-on-fix", code=1)
    assert "已改正 1 个文件中的 1 处" in only.err
    assert path.read_text("utf-8") == "suppressions:\n"


def test_a_filter_changes_no_file(cli: Cli, clean: str) -> None:
    text = "suppressions:\n- rule: KB504\n  path: a.md\n"
    path = cli.write(NAME, text)
    done = cli("-", "--fix", "--stdin-filename", "a.md", stdin=clean.encode(), code=1)
    assert done.stdout == clean.encode()
    assert "KB901" in done.err
    assert path.read_text("utf-8") == text


def test_only_what_the_run_looked_at_is_judged(cli: Cli, clean: str) -> None:
    cli.write("a.md", clean)
    cli.write("2024/b.md", clean)
    cli.write("2024/c.md", clean)
    cli.write(NAME, "exclude: [旧]\nsuppressions:\n- {rule: KB504, path: b.md}\n")
    cli.write("旧/b.md", clean)
    assert told(cli, "a.md") == []
    assert told(cli, "2024") == []  # there is a second b.md
    assert told(cli, "2024", "旧/b.md") == ["KB901"]
    cli.write(NAME, "exclude: [旧]\nsuppressions:\n- {rule: KB504, path: '2024/*.md'}\n")
    assert told(cli, "2024/b.md") == []
    assert told(cli, "a.md") == []
    assert told(cli, "2024") == ["KB901"]
    cli.write(NAME, "exclude: [旧]\nsuppressions:\n- {rule: KB504, path: '2025/*.md'}\n")
    assert told(cli, ".") == []  # files still to come


def test_a_file_that_is_no_bulletin_now_judges_no_rule_on_bulletins(cli: Cli) -> None:
    cli.write("a.md", "值班安排另行通知。<!-- kuaibao-lint: ignore[KB401] 说明 -->\n")
    text = "suppressions:\n- {rule: KB402, path: a.md}\n- {rule: KB504, path: a.md}\n"
    path = cli.write(NAME, text)
    cli("a.md", "--fix", code=1)
    assert path.read_text("utf-8") == "suppressions:\n- {rule: KB402, path: a.md}\n"
    assert "ignore[KB401]" in (cli.folder / "a.md").read_text("utf-8")


def test_a_comment_between_brackets_is_kept(cli: Cli, bad: str) -> None:
    cli.write("a.md", bad)
    text = "suppressions: [{rule: KB202}, # 留\n  {rule: KB504}]\n"
    path = cli.write(NAME, text)
    assert "KB901" in cli("a.md", "--fix", code=1).out
    assert path.read_text("utf-8") == text


@pytest.mark.parametrize("newline", ["\u2028", "\x85"])
def test_lines_that_only_yaml_sees_are_left_to_a_person(
    cli: Cli, clean: str, newline: str
) -> None:
    cli.write("a.md", clean)
    text = f"suppressions:\n- rule: KB504{newline}- rule: KB503\n# 留\n# 也留\n"
    path = cli.write(NAME, text)
    cli("a.md", "--fix", code=1)
    assert path.read_text("utf-8") == text


def test_a_configuration_that_cannot_be_written_is_told(cli: Cli, clean: str) -> None:
    cli.write("a.md", clean)
    text = "suppressions:\n- rule: KB504\n"
    path = cli.write(NAME, text)
    path.chmod(0o444)
    assert "只读" in cli("a.md", "--fix", code=2).out
    assert path.read_text("utf-8") == text


def test_a_link_is_not_followed_out_of_the_folder(cli: Cli, clean: str, tmp_path: Path) -> None:
    text = "suppressions:\n- rule: KB504\n"
    other = tmp_path / "other.yaml"
    other.write_text(text, "utf-8")
    cli.write("a.md", clean)
    (cli.folder / NAME).symlink_to(other)
    assert "链接" in cli("a.md", "--fix", code=2).out
    assert other.read_text("utf-8") == text
    cli("a.md", "--fix", "--config", NAME, code=0)
    assert other.read_text("utf-8") == "suppressions:\n"


# ---- whatever the layout

_BLANK = st.sampled_from(["", " ", "\n", "# 注\n", "  # - 注, {\n", "\n\n"])
_RULES = st.sampled_from(["KB202", "[KB504, KB5]", "'KB503'"])


@st.composite
def layouts(draw: st.DrawFn) -> tuple[str, set[int]]:
    """Draw a configuration and which of its entries are of no use."""
    newline = draw(st.sampled_from(["\n", "\r\n", "\r"]))
    count = draw(st.integers(1, 4))
    indent = draw(st.sampled_from(["", "  ", "    "]))
    files = draw(st.booleans())
    style = draw(st.sampled_from(["rows", "brackets"]))
    rows = ["per-file-ignores:" if files else "suppressions:"]
    entries = []
    for number in range(count):
        rule = draw(_RULES)
        if files:
            entries.append(f"a{number}.md: {rule}")
        elif draw(st.booleans()) or style == "brackets":
            entries.append(f"{{rule: {rule}, text: '人 - {number}'}}")
        else:
            entries.append(f'rule: {rule} # 注\n{indent}  reason: "甲\n{indent}   乙{number}"')
    if style == "brackets":
        opening, closing = "{}" if files else "[]"
        between = draw(st.sampled_from([",", ", ", ",\n  ", " , # 注\n "]))
        end = draw(st.sampled_from(["", ",", "\n ", ",\n "]))
        rows = [f"{rows[0]} {opening}{between.join(entries)}{end}{closing}"]
    else:
        dash = (indent or " ") if files else f"{indent}- "
        rows += [f"{draw(_BLANK).rstrip(' ')}{dash}{one}" for one in entries]
    text = draw(_BLANK).lstrip(" ") + "\n".join(rows) + draw(_BLANK) + "\nignore: [KB507] # 末\n"
    unused = draw(st.sets(st.integers(0, count - 1), min_size=1))
    return text.replace("\n", newline), unused


def content(text: str) -> list[Ignore]:
    found = config.check(Path(NAME), text.encode())
    assert found["ignore"] == ("KB507",)
    return [Ignore(*one)._replace(line=0) for key in ENTRIES for one in found.get(key, ())]


@given(layouts())
def test_each_removal_alone_and_all_together_take_out_exactly_these(
    layout: tuple[str, set[int]],
) -> None:
    text, unused = layout
    values: dict[str, Any] = config.check(Path(NAME), text.encode())
    entries = [Ignore(*one) for key in ENTRIES for one in values.get(key, ())]
    found = removals(Source(NAME, text), entries, unused)
    assert set(found) <= unused
    for place, (start, end) in found.items():
        assert content(text[:start] + text[end:]) == [
            one._replace(line=0) for number, one in enumerate(entries) if number != place
        ]
    together = text
    for start, end in sorted(found.values(), reverse=True):
        together = together[:start] + together[end:]
    kept = [one._replace(line=0) for number, one in enumerate(entries) if number not in found]
    assert content(together) == kept
    if ", # 注" not in text:
        assert set(found) == unused
