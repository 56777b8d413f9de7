"""Processes that share out a work: each does a portion at a time and hands back what came of it.

The standard library has such a pool (`concurrent.futures`), of which a run on many small files
uses little: to import it takes 6 ms more than what is below, and its three threads take turns with
the processes for the processor.
"""

from __future__ import annotations

import gc
import multiprocessing
import pickle
import signal
import sys
from collections import deque
from multiprocessing.connection import wait

from kuaibao_lint.light_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess
    from typing import Any, Self

# How many portions a process has at hand: while it does one, the next is there already.
AHEAD = 2
# A forked process begins with all that is loaded here. Elsewhere the system's own way is the safe
# one; here, too, once there are threads, and there are none before a bar of progress is shown.
_METHOD = "fork" if sys.platform == "linux" else None

# This process's ends of the lines to the processes. One that is forked later closes what it was
# born with: a line is broken only when nobody holds its end.
_lines: dict[Connection, BaseProcess] = {}


class WorkerLostError(Exception):
    """A process was ended by the system, or by somebody."""


class Workers:
    """So many processes, until the end of a `with`.

    begin: called with `given` in each of them, gives the work: portion → what is to be handed
    back. What goes from one process to another must be fit for `pickle`, and portions are small
    (a few numbers): who hands out never waits.
    """

    def __init__(
        self, count: int, begin: Callable[..., Callable[[Any], Any]], *given: Any
    ) -> None:
        context: Any = multiprocessing.get_context(_METHOD)
        self._mine: list[Connection] = []
        try:
            for _ in range(count):
                ours, theirs = multiprocessing.Pipe()
                process = context.Process(target=_serve, args=(theirs, begin, given), daemon=True)
                self._mine.append(ours)
                _lines[ours] = process
                process.start()
                theirs.close()
        except BaseException:
            self.__exit__()
            raise

    def __enter__(self) -> Self:
        """Return itself; the processes are at work already."""
        return self

    def __exit__(self, *_: object) -> None:
        """Wait until each process has done what it is at; what else it was handed is dropped."""
        processes = [_lines.pop(line) for line in self._mine]
        for line in self._mine:
            line.close()
        for process in processes:
            if process.pid is not None:
                process.join()

    def map(self, portions: Iterable[Any]) -> Iterator[Any]:
        """Yield what became of each portion, in their order.

        Raises WorkerLostError, and what the work raised.
        """
        rest = enumerate(portions)
        early: dict[int, Any] = {}
        at_hand = 0  # in all processes together
        turn = 0
        asking = deque(self._mine * AHEAD)
        while True:
            while asking and (portion := next(rest, None)) is not None:
                _send(asking.popleft(), portion)
                at_hand += 1
            if not at_hand:
                return
            ready: list[Any] = wait(self._mine)
            for line in ready:
                number, done, error = _received(line)
                if error is not None:
                    raise error
                at_hand -= 1
                early[number] = done
                asking.append(line)
            while turn in early:
                yield early.pop(turn)
                turn += 1


def _send(line: Connection, value: object) -> None:
    try:
        line.send_bytes(pickle.dumps(value, pickle.HIGHEST_PROTOCOL))
    except OSError as error:
        raise WorkerLostError from error


def _received(line: Connection) -> Any:
    try:
        return pickle.loads(line.recv_bytes())  # noqa: S301 - from a process that was started here
    except (EOFError, OSError) as error:
        raise WorkerLostError from error


def _serve(line: Connection, begin: Callable[..., Callable[[Any], Any]], given: Any) -> None:
    """Do portions, in a process of its own, until nobody is there to hand out any."""
    # Ctrl-C is the main process's business: it ends the others, and they say nothing.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.disable()  # as in the main process
    while _lines:
        _lines.popitem()[0].close()
    work = None
    answer: tuple[int, Any, Exception | None]
    try:
        while True:
            number, portion = _received(line)
            try:
                work = work or begin(*given)
                answer = (number, work(portion), None)
            except Exception as error:
                answer = (number, None, error)
            _send(line, answer)
    except WorkerLostError:
        return
