"""Where a run's reports go: which formats, to which files, and how a console shows them."""

from __future__ import annotations

import os
import sys

from kuaibao_lint.cli.options import FORMATS, UsageError
from kuaibao_lint.config import ENTRIES
from kuaibao_lint.errors import ConfigError, reason
from kuaibao_lint.light_typing import TYPE_CHECKING, Any
from kuaibao_lint.reporters import COUNTING, TELLING, printable, reporter

if TYPE_CHECKING:
    from kuaibao_lint.config import Configuration
    from kuaibao_lint.reporters import Run


def wanted(values: dict[str, Any]) -> list[tuple[str, str | None]]:
    """Return (format, file) pairs; a file of None is the screen."""
    default = "github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text"
    outputs: list[tuple[str, str | None]] = []
    for one in values["formats"] or (default,):
        name, _, path = one.partition(":")
        if name not in FORMATS:
            raise UsageError(f"没有输出格式“{name}”；可用：{'、'.join(FORMATS)}。")
        outputs.append((name, path or values["output"]))
    return outputs


def report(shown: Run, outputs: list[tuple[str, str | None]], *, to_stderr: bool) -> None:
    """Write a run in every format that was asked for. Raises ConfigError where that fails."""
    stream = sys.stderr if to_stderr else sys.stdout
    for name, path in outputs:
        terminal = path is None and stream.isatty()
        colour = terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
        width = _columns() if terminal else 0
        text = reporter(name)(shown._replace(colour=colour, width=width))
        if path is None:
            try:
                show(text, stream, machine=name != "text")
            except BrokenPipeError:
                raise
            except OSError as error:
                raise ConfigError(f"无法写出报告：{reason(error)}。") from None
            continue
        try:
            with open(path, "wb") as file:
                file.write(text.encode("utf-8", "replace"))
        except OSError as error:
            raise ConfigError(f"{path}：无法写入报告：{reason(error)}。") from None
    if shown.statistics and not any(name in COUNTING for name, _ in outputs):
        from kuaibao_lint.reporters.grouping import statistics

        rows = "".join(f"{row}\n" for row in statistics(shown))
        show(rows, sys.stderr, machine=False)
    if shown.omitted and not any(name in TELLING for name, _ in outputs):
        words = f"kuaibao-lint: 另有 {len(shown.omitted)} 处没有列出（--max-findings）。\n"
        show(words, sys.stderr, machine=False)


def _columns() -> int:
    try:
        return os.get_terminal_size().columns
    except OSError:
        return 0


def show(text: str, stream: Any, *, machine: bool) -> None:
    """Write a report: to a program in UTF-8 always, to a person as the console can show it."""
    if machine and not stream.isatty():
        stream.flush()
        stream.buffer.write(text.encode("utf-8", "replace"))
        stream.buffer.flush()
    else:
        encoding = stream.encoding or "utf-8"
        stream.write(text.encode(encoding, "replace").decode(encoding))
        stream.flush()


def show_settings(path: str, configuration: Configuration) -> None:
    """Print what is in force for a file or folder, and where each value comes from."""
    inside = os.path.join(path, "x.md")
    settings = configuration.settings(inside if os.path.isdir(path) else path)
    library = configuration.library(settings)
    rows = [f"{path} 的设置："]
    for key, value in settings.values.items():
        if key in ENTRIES:
            value = f"{len(value)} 条" if value else ""  # noqa: PLW2901
        if key == "severity":
            value = tuple(f"{rule}={level}" for rule, level in value)  # noqa: PLW2901
        shown = "、".join(value) if isinstance(value, tuple) else value
        rows.append(f"  {key} = {shown or '（无）'}    来自{settings.origins[key]}")
    rows.append(f"  可用的配置方案：{'、'.join(library.profiles())}")
    show("\n".join(map(printable, rows)) + "\n", sys.stdout, machine=False)
