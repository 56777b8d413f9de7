"""Run the examples of packs: they are the rules' tests, for anybody's pack."""

from __future__ import annotations

from kuaibao_lint import readers, yamlfile
from kuaibao_lint.errors import PackError, ReadError
from kuaibao_lint.fixes import apply
from kuaibao_lint.light_typing import TYPE_CHECKING, Any, NamedTuple
from kuaibao_lint.linter import lint_bulletin
from kuaibao_lint.parsing import parse
from kuaibao_lint.rules import make_vocabulary
from kuaibao_lint.source import Source, dominant_newline

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kuaibao_lint.diagnostics import Diagnostic
    from kuaibao_lint.rules import Library, Rule, Ruleset


class Example(NamedTuple):
    """One example of a rule. at, fixed: what a bad one must report and become."""

    rule: str
    good: bool
    text: str
    at: str = ""
    fixed: str | None = None
    vocabulary: dict[str, Any] | None = None
    line: int = 0


class Failure(NamedTuple):
    """An example that does not hold, and why."""

    example: Example
    reason: str


def read_examples(path: Path) -> list[Example]:
    """Return the examples in a pack's file. Raises PackError where it is no readable YAML."""
    try:
        located = yamlfile.load(readers.read_bytes(path, readers.LARGEST_YAML).decode("utf-8-sig"))
    except (ReadError, UnicodeDecodeError) as error:
        raise PackError(f"{path.as_posix()}：无法读取：{error}") from None
    except yamlfile.YamlError as error:
        raise PackError(f"{path.as_posix()}:{error.line}：{error.message}。") from None
    found = []
    for number, rule in enumerate((located.value or {}).get("rules") or ()):
        for side in ("bad", "good"):
            for place, given in enumerate(rule["examples"][side]):
                entry: dict[str, Any] = {"text": given} if isinstance(given, str) else given
                line = located.line(("rules", number, "examples", side, place))
                found.append(
                    Example(
                        rule["id"],
                        side == "good",
                        entry["text"],
                        entry.get("at", ""),
                        entry.get("fixed"),
                        entry.get("vocabulary"),
                        line,
                    )
                )
    return found


def run_examples(examples: list[Example], library: Library, pack: str) -> Iterator[Failure]:
    """Yield the examples that do not hold.

    A bad example reports exactly once, at `at`, and gives `fixed` when its fix is applied; a good
    one reports nothing. Each is linted as a bulletin's part, by its own rule alone.
    """
    ruleset = library.ruleset(pack)
    for example in examples:
        rule = ruleset.named(example.rule)
        if rule is None:
            yield Failure(example, "规则没有启用，无法检验")
        elif reason := _judge(example, rule, ruleset):
            yield Failure(example, reason)


def lint_example(example: Example, rule: Rule, ruleset: Ruleset) -> tuple[Diagnostic, ...]:
    """Return what one rule says of an example."""
    rules = ruleset.rules if rule.scope == "report" else (rule,)
    vocabulary = ruleset.vocabulary
    if example.vocabulary is not None:
        vocabulary = make_vocabulary(_plain_vocabulary(example.vocabulary))
    source = Source("example.md", example.text, newline=dominant_newline(example.text))
    only = ruleset._replace(rules=rules, vocabulary=vocabulary)
    report = lint_bulletin(parse(source), only, whole=True)
    return tuple(one for one in report.diagnostics if one.rule == rule.id)


def _judge(example: Example, rule: Rule, ruleset: Ruleset) -> str:
    """Return why an example does not hold; empty where it does."""
    found = lint_example(example, rule, ruleset)
    if example.good:
        return f"不应报告，却报告了“{found[0].text}”：{found[0].message}" if found else ""
    if len(found) != 1:
        places = "、".join(f"“{one.text}”" for one in found)
        return f"应报告 1 处，实际 {len(found)} 处{places}"
    if found[0].text != example.at:
        return f"应报告在“{example.at}”，实际在“{found[0].text}”"
    if example.fixed is not None:
        fixed = apply(example.text, found)
        if fixed != example.fixed:
            return f"修改后应为“{example.fixed}”，实际为“{fixed}”"
        again = lint_example(example._replace(text=fixed), rule, ruleset)
        if again:
            return f"修改后仍有报告：{again[0].message}"
    elif found[0].fixable:
        return "规则能自动修改，例子应写明 fixed"
    return ""


def _plain_vocabulary(given: dict[str, Any]) -> dict[str, Any]:
    """Return the form that a checked pack has: pairs of name and aliases."""
    plain = dict(given)
    for key in ("units", "roles", "circulation"):
        plain[key] = [
            (entry["name"], tuple(entry.get("aliases", ()))) if isinstance(entry, dict)
            else (entry, ())
            for entry in given.get(key, ())
        ]
    return plain
