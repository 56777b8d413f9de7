"""Entry point: `kuaibao-lint` and `python -m kuaibao_lint`."""

from __future__ import annotations

import gc
import os
import sys

COMMANDS = ("check", "explain", "rules", "test", "schema", "parse", "figures", "learn", "init")


def main() -> None:
    """Run the command line and exit with its code."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by whoever started us
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115
    code = run(sys.argv[1:])
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader went away (`| head`); that is no failure of ours.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(code)


def run(arguments: list[str]) -> int:
    """Return the exit code of a command line; `check` is meant where no command is named."""
    from kuaibao_lint import patterns
    from kuaibao_lint.cli.options import UsageError, parse
    from kuaibao_lint.errors import KuaibaoLintError

    # One short run makes little garbage; looking for it would cost more than it frees.
    gc.freeze()
    gc.disable()
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
    except Exception as error:
        if os.environ.get("KUAIBAO_LINT_DEBUG"):
            raise
        return _failed(f"内部错误（{type(error).__name__}：{error}），请报告给维护者。")
    except KeyboardInterrupt:
        return _failed("已中断。")

def _is_general(argument: str) -> bool:
    """Tell whether an argument belongs to the program and not to `check`."""
    return argument in ("--help", "-h", "--version", "--install-completion", "--show-completion")


def _failed(message: str) -> int:
    encoding = sys.stderr.encoding or "utf-8"
    sys.stderr.write(f"kuaibao-lint: {message}\n".encode(encoding, "replace").decode(encoding))
    return 2


if __name__ == "__main__":
    main()
