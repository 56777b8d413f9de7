"""Texts that mean harm: none hangs, none crashes, none speaks to the terminal, each is linted."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from kuaibao_lint.reporters import REPORTERS

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Cli

HANG = 300  # seconds for all together, which take some eight; what is quadratic takes far longer
HEAD = "# 云岭政务快报\n\n第 20 期\n\n云岭县人民政府办公室\n\n2025 年 5 月 10 日\n\n"
BODY = HEAD + "## 【民生保障】\n\n**县财政局通报有关情况** "
ITEM = "**{found}{0}%s{found.__class__} {expected!r:>1000000}** 县人大大{x}。（{财政}局）\n\n"
TEXTS = {
    "a million digits": "共完成" + "1" * 1_000_000 + "个，增长" + "9" * 1_000_000 + "%。",
    "one line": "截至目前共完成3个项目，" * 20_000,
    "open brackets": "（" * 20_000,
    "mixed brackets": "（【《“" * 6_000,
    "numbers with points": "1." * 300_000 + "\n" + "1:" * 100_000,
    "underscores": ("_" * 2_000 + "（\n") * 100,
    "lines of one word": "1\n" * 30_000,
    "lines that could be an issuer": "财政局\n" * 30_000,
    "a list of recipients": HEAD + "本期发：县委，\n" + "县委，\n" * 20_000 + "　甲\n" * 20_000,
    "rules that go on": "- " * 100_000,
    "deep brackets": "（" * 30_000 + "）" * 30_000,
    "deep quotes": "“‘" * 6_000,
    "sections": HEAD + "".join(f"## 【栏目{number}】\n\n" for number in range(5_000)),
    "combining marks": "\u0301" * 100_000,
    "bidi marks": "\u202e\u2066政务" * 10_000,
    "bold figures": BODY + "**12**个、" * 6_000 + "。（住建局）\n\n",
    "bold figures in items": HEAD + ("**工作** 建成" + "**1**个、" * 40 + "。\n\n") * 500,
    "marks before no figure": BODY + "**" * 50_000 + "<b>" * 50_000 + "。（住建局）\n\n",
    "characters of no width": BODY + "1\u200b" * 50_000 + "。（住建局）\n\n",
    "lines that go on": BODY + ("认真贯彻落实各项工作部署安排，继续推进建设1\n") * 5_000 + "。",
    "escapes": "\x1b[31m\x1b]8;;http://x\x07政务\x9b31m\x9d8;;\x9c" * 2_000,
    "braces": HEAD + "## 【民生保障】\n\n" + ITEM * 200,
    "分别": "分别" * 300_000,
    "the figures of 分别": "甲、乙分别增长1%、2%" * 3_000,
    "steps": "一是二是三是" * 2_000,
    "spaces": (" " * 1000 + "x") * 100,
    "blanks behind a heading": "【乡村振兴】" + " \t" * 2_000 + "甲\n",
    "blanks behind a number": "〔2024〕" + " \t" * 2_000 + "甲\n",
    "blanks behind a date": "2024年1月1日" + " \t" * 2_000 + "甲\n",
    "a heading of comments": "【乡村振兴】" + "<!-- kuaibao-lint: ignore[KB121] -->" * 40 + "甲\n",
    "figures that are words": "完成收入100万元，上年同期60万元，翻2番。" * 300,
    "newlines": "\r\n\n\r" * 30_000,
    "hashes": "#\n" * 20_000,
    "open comments": "<!--" * 50_000,
    "comments on all": "<!-- kuaibao-lint: ignore-file -->" * 10_000 + "县人大大" * 5_000,
    "comments on each": "县人大大 <!-- kuaibao-lint: ignore[KB202] 原文 -->\n" * 5_000,
    "comments on one line": "<!-- kuaibao-lint: ignore[KB202] 原文 -->" * 5_000,
    "comments before empty lines": "<!-- kuaibao-lint: ignore-next -->" * 5_000 + "\n" * 50_000,
    "comments that close others": "".join(
        f"<!-- kuaibao-lint: ignore-{verb}[{rule}{number}] -->\n"
        for verb, rule in (("start", "KB"), ("end", "XY"))
        for number in range(5_000)
    ),
    "nested comments": "<!-- kuaibao-lint: ignore-start -->\n" * 5_000 + "县人大大\n" * 5_000,
    "code marks": "`](" * 50_000,
    "addresses": "a@http://" * 10_000,
    "dates": "99999999年99月99日" * 2_000,
    "shares": "占55.3%" * 5_000,
    "views of views": BODY + "共9家，" + "按类型分，甲3家，乙3家，" * 5_000,
    "shares that shift": BODY + "占比上升1个百分点。" * 9_000,
    "the pace of the year": BODY + "1—5月完成3亿元，完成5%，落后序时进度5个百分点，" * 2_500,
    "more than another": BODY + "甲增长5%，增速高于城镇5个百分点，" * 5_000,
    "a sentence that does not end": "长" * 300_000,
    "doubled characters": "县人大大" * 4_000,
    "beyond the basic plane": "\U0010ffff\ue000\ufffe\uffff" * 20_000,
}
ODD = {
    "NUL": (b"\0" * 1000, "二进制文件"),
    "UTF-16 with NUL": (b"\xff\xfea\0" + b"\0\0" * 1000, ""),
    "half a pair": (b"\xff\xfe\x00\xd8", "损坏"),
    "surrogates": ("政务".encode() * 99 + b"\xed\xa0\x80", "损坏"),
    "no encoding": (b"\xff" * 1000, "无法识别编码"),
    "nothing": (b"", ""),
    "only a mark": (b"\xef\xbb\xbf" * 3, ""),
}
CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def test_no_text_hangs_or_crashes(tmp_path: Path, environment: dict[str, str]) -> None:
    for name, text in TEXTS.items():
        (tmp_path / f"{name}.md").write_bytes(text.encode())
    done = subprocess.run(
        [sys.executable, "-m", "kuaibao_lint", ".", "--jobs", "2", "--format", "json"],
        cwd=tmp_path, env=environment, capture_output=True, encoding="utf-8", timeout=HANG,
        check=False,
    )  # fmt: skip
    assert done.returncode == 1, done.stderr
    report = json.loads(done.stdout)
    assert len(report["files"]) == len(TEXTS)
    assert not [one["error"] for one in report["files"] if one["error"]]
    assert not CONTROLS.search(done.stdout)


@pytest.mark.parametrize("form", REPORTERS)
@pytest.mark.parametrize("name", ["escapes", "bidi marks", "braces"])
def test_no_text_speaks_to_the_terminal(cli: Cli, name: str, form: str) -> None:
    text = TEXTS[name][:2000]
    item = f"**{text}** 县人大大，截止目前{text}。( {text}局 )\n"
    cli.write("issue.md", f"{HEAD}## 【民生保障】\n\n{item}")
    for arguments in (["--format", form], ["--diff"], ["--show-settings"]):
        result = cli("issue.md", *arguments)
        assert not CONTROLS.search(result.out + result.err)
    assert not CONTROLS.search(cli("parse", "issue.md").out + cli("figures", "issue.md").out)


@pytest.mark.parametrize(("data", "told"), ODD.values(), ids=ODD)
def test_odd_bytes_are_read_or_refused(cli: Cli, data: bytes, told: str) -> None:
    cli.write("issue.md", data)
    result = cli("issue.md", "--format", "concise", code=2 if told else 1)
    assert told in result.out
    assert ("错误：" in result.out) is bool(told)
    cli("issue.md", "--fix")
    assert (cli.folder / "issue.md").read_bytes() == data
