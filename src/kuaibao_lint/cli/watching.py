"""`--watch`: lint again whenever a file is saved."""

from __future__ import annotations

import contextlib
import gc
import os
import sys
import time
from pathlib import Path

from kuaibao_lint import files
from kuaibao_lint.cli.options import UsageError
from kuaibao_lint.cli.upkeep import say
from kuaibao_lint.errors import KuaibaoLintError
from kuaibao_lint.light_typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

_EVERY = 0.25  # seconds between two looks
PATIENCE = 8  # looks: so long a file may be gone while its editor replaces it
_CLEAR = "\x1b[2J\x1b[3J\x1b[H"

# Path → what changes when the file is saved.
State = dict[str, tuple[int, int, int]]


def watch(values: dict[str, Any], check: Callable[[dict[str, Any]], int]) -> int:
    """Lint now and after every change, until Ctrl-C; then return 0.

    Polling, for it works on network drives too. Raises UsageError.
    """
    if files.STDIN in values["paths"]:
        raise UsageError("--watch 要检查文件，不能用标准输入。")
    once = {**values, "watch": False}
    gc.enable()  # this run is no short one
    try:
        while True:
            seen = state(values)
            _clear()
            _check(once, check)
            say("等待文件改动……（Ctrl-C 结束）")
            gc.collect()
            wait(values, seen)
    except KeyboardInterrupt:
        return 0


def _clear() -> None:
    if sys.stdout.isatty():
        sys.stdout.write(_CLEAR)
        sys.stdout.flush()


def _check(values: dict[str, Any], check: Callable[[dict[str, Any]], int]) -> None:
    try:
        check(values)
    except (KuaibaoLintError, UsageError) as error:
        say(f"kuaibao-lint: {error}")


def wait(values: dict[str, Any], seen: State) -> None:
    """Return when something has changed since `seen`, and has come to rest."""
    absent = 0
    while True:
        time.sleep(_EVERY)
        now = state(values)
        if now == seen:
            absent = 0
            continue
        if seen.keys() - now.keys():
            # An editor that saves by renaming lets the file vanish for a moment.
            absent += 1
            if absent < PATIENCE:
                continue
        if now == _later(values):
            return


def _later(values: dict[str, Any]) -> State:
    time.sleep(_EVERY / 2)
    return state(values)


def state(values: dict[str, Any]) -> State:
    """Return what the watched files look like now: bulletins, settings, packs and baselines."""
    found: State = {}
    for name in _watched(values):
        with contextlib.suppress(OSError, ValueError):
            status = os.stat(name)  # noqa: PTH116 - many files, four times a second
            found[name] = (status.st_mtime_ns, status.st_size, status.st_ino)
    return found


def _watched(values: dict[str, Any]) -> set[str]:
    from kuaibao_lint import config

    names = {one for one in (values["config"], values["baseline"]) if one}
    for argument in values["paths"] or (".",):
        with contextlib.suppress(KuaibaoLintError):
            names.update(files.expand(argument, lambda _path: False, lambda _where, _error: None))
    found = set(names)
    settings = config.Configuration({}, values["config"], isolated=values["isolated"])
    for name in names:
        where = settings.file(Path(name))
        if where is not None:
            found.add(str(where))
    with contextlib.suppress(KuaibaoLintError):
        for name in names:
            one = settings.settings(Path(name))
            found.update(str(one.folder / pack) for pack in one.values["packs"])
            if one.baseline is not None:
                found.add(str(one.baseline))
    if str(values["profile"]).endswith((".yaml", ".yml")):
        found.add(values["profile"])
    return found
