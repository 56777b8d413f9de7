"""The Typer application: every command, with Chinese help and Chinese usage errors."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from kuaibao_lint import __version__
from kuaibao_lint.cli import catalogue, project
from kuaibao_lint.cli.check import run as run_check
from kuaibao_lint.cli.mend import FIX
from kuaibao_lint.cli.mend import run as run_fix
from kuaibao_lint.cli.options import CHECK, FORMATS, LEVELS, Option, UsageError, split
from kuaibao_lint.reporters import GROUPINGS

if TYPE_CHECKING:
    from collections.abc import Iterable

PROGRAM = "kuaibao-lint"
_COLUMN = 28  # cells for the flags, so that the explanations stand in a column


class ChineseCommand(TyperCommand):
    """A command whose help is laid out in Chinese."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write usage, purpose, arguments and options."""
        arguments = [p for p in self.params if p.param_type_name == "argument"]
        options = [p for p in self.get_params(ctx) if p.param_type_name == "option"]
        names = " ".join(f"[{_name(p)}]…" for p in arguments)
        formatter.write(f"用法：{ctx.command_path} [选项] {names}\n\n{self.help or ''}\n")
        formatter.write(_rows("参数", ((_name(p), _words(p)) for p in arguments)))
        formatter.write(_rows("选项", ((_flags(p), _words(p)) for p in options)))


class ChineseGroup(TyperGroup):
    """The program itself; its help lists the commands."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write usage, purpose, commands and options."""
        formatter.write(
            f"用法：{PROGRAM} 文件或文件夹…　检查快报\n"
            f"　　　{PROGRAM} 命令 [选项] …\n\n{self.help or ''}\n"
        )
        commands = ((name, self.commands[name].help) for name in self.list_commands(ctx))
        formatter.write(_rows("命令", commands))
        options = [p for p in self.get_params(ctx) if p.param_type_name == "option"]
        formatter.write(_rows("选项", ((_flags(p), _words(p)) for p in options)))
        formatter.write(f"\n检查的选项见 {PROGRAM} check --help。\n")


_OWN_HELP = {
    "help": "显示这份说明。",
    "install_completion": "为当前命令行安装自动补全。",
    "show_completion": "显示自动补全脚本。",
}


def _name(parameter: Any) -> str:
    return str(parameter.metavar or parameter.name)


def _words(parameter: Any) -> str:
    return _OWN_HELP.get(parameter.name) or parameter.help or ""


def _flags(parameter: Any) -> str:
    takes = "" if parameter.is_flag else f" {parameter.metavar or '值'}"
    return "、".join(sorted(parameter.opts, key=len)) + takes


def _rows(title: str, rows: Iterable[tuple[str, str | None]]) -> str:
    from rich.cells import cell_len

    lines = []
    for name, words in rows:
        gap = " " * max(2, _COLUMN - cell_len(name))
        lines.append(f"  {name}{gap}{(words or '').splitlines()[0] if words else ''}\n")
    return f"\n{title}：\n{''.join(lines)}" if lines else ""


app = typer.Typer(
    name=PROGRAM,
    cls=ChineseGroup,
    help="检查政务快报：看结构、署名、数据、用字和签署，写明哪里不对、怎么改。",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["--help", "-h"]},
)


def _version(*, asked: bool) -> None:
    if asked:
        typer.echo(f"{PROGRAM} {__version__}")
        raise typer.Exit


@app.callback()
def general(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=lambda value: _version(asked=value), is_eager=True,
            help="显示版本。",
        ),
    ] = False,
) -> None:
    """Take the options of the program itself."""


def _command(
    run_it: Callable[[dict[str, Any]], int], options: tuple[Option, ...], purpose: str
) -> Callable[..., None]:
    """Return a command with paths and the options of a table."""

    def command(**values: Any) -> None:
        for option in options:
            value = values[option.name]
            if option.kind == "texts":
                values[option.name] = split(option, tuple(value or ()))
        values["paths"] = tuple(values["paths"] or ())
        raise typer.Exit(run_it(values))

    parameters = [
        inspect.Parameter(
            "paths",
            inspect.Parameter.KEYWORD_ONLY,
            default=None,
            annotation=Annotated[
                list[str] | None,
                typer.Argument(metavar="路径", help="文件、文件夹，或 - 表示标准输入。"),
            ],
        )
    ]
    parameters += [
        inspect.Parameter(
            option.name,
            inspect.Parameter.KEYWORD_ONLY,
            default=False if option.kind == "flag" else None,
            annotation=_annotation(option),
        )
        for option in options
    ]
    command.__doc__ = purpose
    command.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    command.__annotations__ = {one.name: one.annotation for one in parameters}
    return command


def _annotation(option: Option) -> Any:
    types: dict[str, Any] = {
        "flag": bool, "text": str | None, "texts": list[str] | None, "int": int | None
    }
    words = _WORDS.get(option.name)
    info = typer.Option(
        *option.flags,
        help=option.help,
        metavar=option.metavar or None,
        autocompletion=(lambda: list(words)) if words else None,
    )
    return Annotated[types[option.kind], info]


# What the shell offers behind an option.
_WORDS = {"formats": FORMATS, "group_by": GROUPINGS, "fail_on": LEVELS}


def _check(values: dict[str, Any]) -> int:
    return run_check(values)


_COMMANDS: dict[str, Callable[..., None]] = {
    "check": _command(_check, CHECK, "检查快报（默认命令）。"),
    "fix": _command(run_fix, FIX, "改正有把握的问题，等于 check --fix-only；加 -i 逐处询问。"),
    "explain": catalogue.explain,
    "rules": catalogue.rules,
    "test": catalogue.test,
    "schema": project.schema,
    "parse": project.parse,
    "figures": project.figures,
    "learn": project.learn,
    "init": project.init,
    "clean": project.clean,
}
for _name_of, _function in _COMMANDS.items():
    app.command(_name_of, cls=ChineseCommand)(_function)


def run(arguments: list[str]) -> int:
    """Run the application and return the exit code. Raises UsageError in Chinese."""
    try:
        code = app(arguments, standalone_mode=False, prog_name=PROGRAM)
    except typer.Exit as done:
        return done.exit_code
    except typer.Abort:
        raise UsageError("已中断。") from None
    except Exception as error:
        # Typer's own errors come from a package that it vendors under changing names.
        kind = type(error).__name__
        if not hasattr(error, "format_message"):
            raise
        if kind == "NoArgsIsHelpError":
            typer.echo(error.format_message())
            return 2
        raise UsageError(_translated(kind, error)) from None
    return code if isinstance(code, int) else 0


def _translated(kind: str, error: Any) -> str:
    if kind == "NoSuchOption":
        near = "、".join(getattr(error, "possibilities", None) or ())
        return f"没有选项 {error.option_name}" + (f"，是否为 {near}？" if near else "。")
    if kind == "MissingParameter":
        parameter = error.param
        return f"缺少参数 {parameter.metavar or parameter.name if parameter else ''}。"
    if kind == "BadOptionUsage":
        return f"选项 {error.option_name} 的用法不对。"
    name = getattr(getattr(error, "param", None), "opts", None)
    return f"命令行有误{('（' + '、'.join(name) + '）') if name else ''}：{error.format_message()}"
