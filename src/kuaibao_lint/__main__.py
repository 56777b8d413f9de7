"""Entry point: `kuaibao-lint` and `python -m kuaibao_lint`."""

from __future__ import annotations

import gc
import os
import sys

COMMANDS = (
    *("check", "fix", "explain", "rules", "test", "schema", "parse", "figures"),
    *("learn", "init", "clean"),
)


def main() -> None:
    """Run the command line and exit with its code."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by whoever started us
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115
    code = run(sys.argv[1:])
    try:
        sys.stdout.flush()
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):  # `| head` is no failure of ours
            code = _unwritable(error)
    # After a failure there may be processes to wait for; what watches us has its say at the end.
    if code > 1 or os.environ.get("KUAIBAO_LINT_DEBUG"):
        sys.exit(code)
    try:
        sys.stderr.flush()
    except OSError:  # closed or full: the exit code still tells
        pass
    # The system takes memory back at once; Python would go through all its tables first, which is
    # a twentieth of a run on one bulletin.
    os._exit(code)


def run(arguments: list[str]) -> int:
    """Return the exit code of a command line; `check` is meant where no command is named."""
    # One short run makes little garbage; looking for it would cost more than it frees.
    gc.freeze()
    gc.disable()
    from kuaibao_lint import patterns
    from kuaibao_lint.cli.options import UsageError, parse
    from kuaibao_lint.errors import KuaibaoLintError

    try:
        if arguments and arguments[0] not in COMMANDS and not _is_general(arguments[0]):
            arguments = ["check", *arguments]
        if arguments and arguments[0] == "check":
            values = parse(arguments[1:])
            if values is not None and (values["paths"] or values["show_settings"]):
                from kuaibao_lint.cli.check import run as check

                code = check(values)
                patterns.store()
                return code
        from kuaibao_lint.cli.app import run as app

        return app(arguments)
    except BrokenPipeError:
        return 2
    except (KuaibaoLintError, UsageError) as error:
        return _failed(str(error))
    except OSError as error:
        return _unwritable(error)
    except Exception as error:
        if os.environ.get("KUAIBAO_LINT_DEBUG"):
            raise
        return _failed(f"内部错误（{type(error).__name__}：{error}），请报告给维护者。")
    except KeyboardInterrupt:
        return _failed("已中断。")

def _is_general(argument: str) -> bool:
    """Tell whether an argument belongs to the program and not to `check`."""
    return argument in ("--help", "-h", "--version", "--install-completion", "--show-completion")


def _unwritable(error: OSError) -> int:
    """Tell that the output could not be written; everything else has its own message."""
    from kuaibao_lint.errors import reason

    return _failed(f"无法写出：{reason(error)}。")


def _failed(message: str) -> int:
    from kuaibao_lint.reporters import printable

    encoding = sys.stderr.encoding or "utf-8"
    shown = f"kuaibao-lint: {printable(message)}\n"
    try:
        sys.stderr.write(shown.encode(encoding, "replace").decode(encoding))
    except OSError:  # closed or full: the exit code still tells
        pass
    return 2


if __name__ == "__main__":
    main()
