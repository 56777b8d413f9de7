"""Commands about the rules: `explain`, `rules`, `test`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kuaibao_lint import resources
from kuaibao_lint.cli.console import echo, echo_json
from kuaibao_lint.config import Configuration
from kuaibao_lint.errors import ConfigError
from kuaibao_lint.examples import Example, read_examples, run_examples
from kuaibao_lint.nearness import nearest
from kuaibao_lint.rules import load_library

if TYPE_CHECKING:
    from kuaibao_lint.rules import Library, Rule

_FIX = {
    "safe": "可自动改正（--fix）",
    "unsafe": "可建议改法（--fix --unsafe-fixes）",
    None: "不自动改",
}


def explain(
    rule: Annotated[
        str, typer.Argument(metavar="规则", help="编号（KB301）或名称（percent-share）。")
    ],
    profile: Annotated[
        str | None, typer.Option("--profile", metavar="方案", help="配置方案的名称或文件。")
    ] = None,
) -> None:
    """说明一条规则：查什么、为什么、依据、正误例子。"""
    library = _library(profile)
    found = _find(rule, library)
    echo(page(found, _examples_of(found, library)))


def page(rule: Rule, examples: list[Example]) -> str:
    """Return the explanation of a rule as plain text."""
    basis = rule.basis
    source = basis["source"] + (f" {basis['clause']}" if "clause" in basis else "")
    rows = [
        f"{rule.id} {rule.name}（{rule.severity.chinese}；{_FIX[rule.fix]}）",
        "",
        f"  {rule.message}",
        "",
        f"为什么　{rule.why}",
        f"依据　　{basis['level']}：{source}",
        f"规则包　{rule.pack}",
    ]
    for title, good in (("有问题", False), ("没问题", True)):
        rows += ["", f"{title}："]
        for example in examples:
            if example.good is not good:
                continue
            rows += ["  " + line for line in example.text.splitlines()]
            if not good:
                shown = example.at if example.at.strip() else "断开处"
                rows.append(f"    ↑ 报告在：{shown}")
                if example.fixed is not None:
                    rows += ["    改为：", *("    " + one for one in example.fixed.splitlines())]
            rows.append("  ·")
        rows.pop()
    return "\n".join(rows)


def rules(
    profile: Annotated[
        str | None, typer.Option("--profile", metavar="方案", help="配置方案的名称或文件。")
    ] = None,
    output_format: Annotated[
        str, typer.Option("--format", metavar="格式", help="text、markdown 或 json。")
    ] = "text",
) -> None:
    """列出全部规则。"""
    library = _library(profile)
    ruleset = library.ruleset(library.chosen or "kuaibao")
    every = sorted((*ruleset.rules, *ruleset.idle), key=lambda rule: rule.id)
    if output_format == "json":
        listed: list[dict[str, Any]] = [
            {
                "id": rule.id, "name": rule.name, "severity": rule.severity.label,
                "fix": rule.fix, "enabled": rule.enabled, "pack": rule.pack,
                "message": rule.message, "why": rule.why, "basis": dict(rule.basis),
            }
            for rule in every
        ]
        echo_json(listed)
    elif output_format == "markdown":
        from kuaibao_lint.reporters.markup import markdown

        echo("| 编号 | 名称 | 级别 | 改正 | 说明 |\n|---|---|---|---|---|")
        for rule in every:
            echo(
                f"| {rule.id} | {rule.name} | {rule.severity.chinese} | {_FIX[rule.fix]} "
                f"| {markdown(rule.why)} |"
            )
    elif output_format == "text":
        for rule in every:
            off = "" if rule.enabled else "（默认不启用）"
            echo(f"{rule.id}  {rule.severity.chinese}  {rule.name:<26}{rule.why}{off}")
    else:
        raise ConfigError(f"没有格式“{output_format}”；可用：text、markdown、json。")


def test(
    packs: Annotated[
        list[Path] | None,
        typer.Argument(metavar="规则包", help="YAML 文件；不写则检验自带的规则包。"),
    ] = None,
) -> None:
    """检验规则包：每条规则的例子都要成立。"""
    shipped = [Path(path) for path in resources.packs()]
    own = {path.resolve() for path in shipped}
    given = list(packs or shipped)
    library = load_library([path for path in given if path.resolve() not in own])
    paths = {pack["path"]: name for name, pack in library.packs.items()}
    failures = total = 0
    for path in given:
        name = paths.get(path.as_posix()) or paths[path.resolve().as_posix()]
        examples = read_examples(path)
        total += len(examples)
        for failure in run_examples(examples, library, name):
            failures += 1
            example = failure.example
            side = "正例" if example.good else "误例"
            echo(f"{path.as_posix()}:{example.line}：{example.rule} {side}：{failure.reason}")
    verdict = f"{failures} 个不成立" if failures else "全部成立"
    echo(f"共 {total} 个例子，{verdict}。")
    raise typer.Exit(1 if failures else 0)


def _library(profile: str | None) -> Library:
    configuration = Configuration({"profile": profile})
    return configuration.library(configuration.settings("."))


def _find(word: str, library: Library) -> Rule:
    rules = library.all_rules()
    for rule in rules:
        if word.upper() == rule.id or word == rule.name:
            return rule
    known = [name for rule in rules for name in (rule.id, rule.name)]
    near = nearest(word, known, 0.6)
    hint = f"是否为 {near}？" if near else "用 kuaibao-lint rules 查看全部规则。"
    raise ConfigError(f"没有规则“{word}”，{hint}")


def _examples_of(rule: Rule, library: Library) -> list[Example]:
    path = Path(library.packs[rule.pack]["path"])
    return [example for example in read_examples(path) if example.rule == rule.id]
