"""Processes that share out a work: each does a portion at a time and hands back what came of it.

The standard library has such a pool (`concurrent.futures`), of which a run on many small files
uses little: to import it takes 6 ms more than what is below, and it keeps one process from the
work, to hand out and to take in.
"""

from __future__ import annotations

import gc
import multiprocessing
import pickle
import signal
import sys
from collections import deque
from functools import partial
from multiprocessing.connection import wait

from kuaibao_lint.light_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess
    from typing import Any, Self

    # Portion → what is to be handed back.
    Work = Callable[[Any], Any]

# How many portions a process has at hand: while it does one, the next is there already.
AHEAD = 2
# A forked process begins with all that is loaded here. Elsewhere the system's own way is the safe
# one, as it would be here if there were threads by then.
_METHOD = "fork" if sys.platform == "linux" else None
# Bytes that a pipe holds where a process may choose: answers lie there until this process, which
# works as well, takes them in. Elsewhere it holds some thousands, and who sends would wait.
_ROOM = 1 << 20
_HOLDS_MUCH = sys.platform == "linux"

# This process's ends of the pipes. A process that is forked later closes what it was born with: a
# pipe is broken only when nobody holds its other end.
_ends: set[Connection] = set()


class WorkerLostError(Exception):
    """A process was ended by the system, or by somebody."""


class Workers:
    """So many processes that work until the end of a `with`; this is one where pipes hold much.

    begin: called with `given` in each of them, gives the work. What goes from one to another must
    be fit for `pickle`, and portions are small (a few numbers): who hands out never waits.
    """

    def __init__(self, count: int, begin: Callable[..., Work], *given: Any) -> None:
        self._others = count - 1 if _HOLDS_MUCH else count
        self._begin: Callable[[], Work] = partial(begin, *given)
        self._processes: list[BaseProcess] = []
        # Where answers come from → where portions go.
        self._pipes: dict[Connection, Connection] = {}

    def __enter__(self) -> Self:
        """Start the other processes, as many of them as the system grants."""
        for _ in range(self._others):
            try:
                self._start()
            except OSError:
                break
        return self

    def _start(self) -> None:
        """Start one process. Raises OSError where there is none to be had, or no pipe."""
        context: Any = multiprocessing.get_context(_METHOD)
        ends: list[Connection] = []
        try:
            ends += multiprocessing.Pipe(duplex=False)
            ends += multiprocessing.Pipe(duplex=False)
            answers, theirs, handed, portions = ends
            _give_room(answers)
            _ends.update((answers, portions))
            process = context.Process(target=_serve, args=(handed, theirs, self._begin))
            process.daemon = True
            process.start()
        except OSError:
            _ends.difference_update(ends)
            for end in ends:
                end.close()
            raise
        theirs.close()
        handed.close()
        self._pipes[answers] = portions
        self._processes.append(process)

    def __exit__(self, *_: object) -> None:
        """Wait until each process has done what it is at."""
        for end in (*self._pipes, *self._pipes.values()):
            _ends.remove(end)
            end.close()
        for process in self._processes:
            process.join()

    def map(self, portions: Iterable[Any]) -> Iterator[Any]:
        """Yield what became of each portion, in their order.

        Raises WorkerLostError, and what the work raised.
        """
        rest = enumerate(portions)
        asking = deque([*self._pipes] * AHEAD)
        away = 0  # how many portions are with other processes
        early: dict[int, Any] = {}
        turn = 0
        work: Work | None = None
        helps = _HOLDS_MUCH or not self._pipes
        while True:
            while asking and (handed := next(rest, None)) is not None:
                _send(self._pipes[asking.popleft()], handed)
                away += 1
            mine = next(rest, None) if helps else None
            if mine is not None:
                work = work or self._begin()
                early[mine[0]] = work(mine[1])
            elif not away:
                return
            ready: list[Any] = wait(self._pipes, None if mine is None else 0)
            for answers in ready:
                number, done, error = _received(answers)
                if error is not None:
                    raise error
                asking.append(answers)
                away -= 1
                early[number] = done
            while turn in early:
                yield early.pop(turn)
                turn += 1


def _give_room(pipe: Connection) -> None:
    """Let a pipe hold more, where the system allows it."""
    try:
        from fcntl import F_SETPIPE_SZ, fcntl

        fcntl(pipe.fileno(), F_SETPIPE_SZ, _ROOM)
    except (ImportError, OSError):
        pass


def _send(pipe: Connection, value: object) -> None:
    try:
        pipe.send_bytes(pickle.dumps(value, pickle.HIGHEST_PROTOCOL))
    except OSError as error:
        raise WorkerLostError from error


def _received(pipe: Connection) -> Any:
    try:
        return pickle.loads(pipe.recv_bytes())  # noqa: S301 - from a process of this run
    except (EOFError, OSError) as error:
        raise WorkerLostError from error


def _serve(portions: Connection, answers: Connection, begin: Callable[[], Work]) -> None:
    """Do portions, in a process of its own, until nobody is there to hand out any."""
    # Ctrl-C is the main process's business: it ends the others, and they say nothing.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.disable()  # as in the main process
    while _ends:
        _ends.pop().close()
    work: Work | None = None
    answer: tuple[int, Any, Exception | None]
    try:
        while True:
            number, portion = _received(portions)
            try:
                work = work or begin()
                answer = (number, work(portion), None)
            except Exception as error:
                answer = (number, None, error)
            _send(answers, answer)
    except WorkerLostError:
        return
