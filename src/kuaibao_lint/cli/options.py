"""The options of `check`: one table, read by the plain parser, by Typer and by the docs.

The plain parser exists because importing Typer costs more than linting a bulletin. A test holds
both equal, option by option.
"""

from __future__ import annotations

from kuaibao_lint.light_typing import TYPE_CHECKING, Any, NamedTuple
from kuaibao_lint.reporters import REPORTERS

if TYPE_CHECKING:
    from typing import Literal

FORMATS = tuple(REPORTERS)
LEVELS = ("error", "warning", "info")


class Option(NamedTuple):
    """One option. kind: "flag" (no value), "text" (one), "texts" (repeatable) or "int".

    name: the keyword under which commands see it.
    commas: a value of a repeatable option may hold several, with commas between.
    """

    name: str
    flags: tuple[str, ...]
    kind: Literal["flag", "text", "texts", "int"]
    help: str
    metavar: str = ""
    commas: bool = False

    @property
    def default(self) -> Any:
        """The value where the option is not given."""
        return {"flag": False, "text": None, "texts": (), "int": None}[self.kind]


CHECK: tuple[Option, ...] = (
    Option(
        "formats",
        ("--format",),
        "texts",
        f"输出格式：{'、'.join(FORMATS)}；写作 格式:文件 则存入文件，可多次使用。",
        "格式[:文件]",
    ),
    Option("output", ("--output", "-o"), "text", "把报告写入文件，而不是屏幕。", "文件"),
    Option("fix", ("--fix",), "flag", "自动改正有把握的问题（不改数字、名称）。"),
    Option(
        "unsafe_fixes",
        ("--unsafe-fixes",),
        "flag",
        "与 --fix 或 --diff 同用：连同需要人判断的修改一起改。",
    ),
    Option("diff", ("--diff",), "flag", "只显示会怎样修改，不写文件。"),
    Option("fix_only", ("--fix-only",), "flag", "只改正，不报告其余问题。"),
    Option(
        "exit_non_zero_on_fix",
        ("--exit-non-zero-on-fix",),
        "flag",
        "改过文件就以 1 退出，即使没有剩下问题。",
    ),
    Option("select", ("--select",), "texts", "只用这些规则（编号、前缀或名称）。", "规则", True),
    Option("ignore", ("--ignore",), "texts", "不用这些规则。", "规则", True),
    Option("extend_select", ("--extend-select",), "texts", "另外启用这些规则。", "规则", True),
    Option(
        "severity",
        ("--severity",),
        "texts",
        "改变规则的级别，如 KB507=warning。",
        "规则=级别",
        True,
    ),
    Option("fail_on", ("--fail-on",), "text", "达到这一级别才算不通过，默认 warning。", "级别"),
    Option("exit_zero", ("--exit-zero",), "flag", "有问题也以 0 退出（出错仍为 2）。"),
    Option("profile", ("--profile",), "text", "使用这份配置方案：名称，或一个 YAML 文件。", "方案"),
    Option("config", ("--config",), "text", "使用这个配置文件。", "文件"),
    Option("isolated", ("--isolated",), "flag", "不读任何配置文件。"),
    Option("baseline", ("--baseline",), "text", "不再报告这份基线中已有的问题。", "文件"),
    Option("update_baseline", ("--update-baseline",), "flag", "把现有问题写入基线。"),
    Option(
        "prune_baseline", ("--prune-baseline",), "flag", "从基线删去已经改好的，不添新的。"
    ),
    Option(
        "add_ignore",
        ("--add-ignore",),
        "flag",
        "把现有问题写进配置文件的 suppressions，以后不再报告。",
    ),
    Option("reason", ("--reason",), "text", "与 --add-ignore 同用：为什么不改。", "理由"),
    Option("watch", ("--watch",), "flag", "文件一保存就重新检查，Ctrl-C 结束。"),
    Option("statistics", ("--statistics",), "flag", "按规则统计问题的数量。"),
    Option(
        "group_by",
        ("--group-by",),
        "text",
        "报告按文件 file、规则 rule 或单位 unit 分组；markdown、html 按单位即退改单。",
        "分组",
    ),
    Option("max_findings", ("--max-findings",), "int", "最多列出多少处问题。", "数目"),
    Option("show_settings", ("--show-settings",), "flag", "显示生效的设置及其来源。"),
    Option("no_cache", ("--no-cache",), "flag", "不用以往的检查结果，重新检查。"),
    Option("jobs", ("--jobs", "-j"), "int", "同时使用几个进程，默认按文件数决定。", "数目"),
    Option(
        "stdin_filename",
        ("--stdin-filename",),
        "text",
        "从标准输入读取时，当作这个文件。",
        "文件名",
    ),
)


class UsageError(Exception):
    """The command line is not as it must be; `str()` is a Chinese sentence."""


def parse(arguments: list[str]) -> dict[str, Any] | None:
    """Return the values of a `check` command line: `paths`, and each option by its name.

    None where Typer has to take over (help, or anything that this parser does not know).
    Raises UsageError for a value that is missing or no number.
    """
    known = {flag: option for option in CHECK for flag in option.flags}
    values: dict[str, Any] = {option.name: option.default for option in CHECK}
    paths: list[str] = []
    rest = iter(arguments)
    for argument in rest:
        if argument == "--":
            paths += rest
            break
        if argument == "-" or not argument.startswith("-"):
            paths.append(argument)
            continue
        flag, equals, value = argument.partition("=")
        option = known.get(flag)
        if option is None or (option.kind == "flag" and equals):
            return None
        if option.kind == "flag":
            values[option.name] = True
            continue
        if not equals:
            following = next(rest, None)
            if following is None:
                raise UsageError(f"选项 {flag} 后面缺少{option.metavar}。")
            value = following
        _store(values, option, flag, value)
    values["paths"] = tuple(paths)
    return values


def _store(values: dict[str, Any], option: Option, flag: str, value: str) -> None:
    if option.kind == "texts":
        values[option.name] += split(option, (value,))
    elif option.kind == "int":
        try:
            values[option.name] = int(value)
        except ValueError:
            raise UsageError(f"选项 {flag} 的值“{value}”不是整数。") from None
    else:
        values[option.name] = value


def split(option: Option, values: tuple[str, ...]) -> tuple[str, ...]:
    """Return the values of a repeatable option, taken apart at commas where it allows them."""
    if not option.commas:
        return values
    return tuple(part for value in values for part in value.replace("，", ",").split(",") if part)
