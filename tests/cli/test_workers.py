"""Processes that share out a work."""

from __future__ import annotations

import errno
import multiprocessing
import operator
import os
import time
from functools import partial
from typing import TYPE_CHECKING

import pytest

from kuaibao_lint.cli import workers
from kuaibao_lint.cli.workers import WorkerLostError, Workers

if TYPE_CHECKING:
    from collections.abc import Callable

METHODS = multiprocessing.get_all_start_methods()


@pytest.fixture(params=[None, *METHODS])
def _method(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_METHOD", request.param)


@pytest.mark.usefixtures("_method")
def test_answers_come_in_the_order_of_the_portions() -> None:
    with Workers(3, partial, pow, 2) as processes:
        assert list(processes.map(range(50))) == [2**number for number in range(50)]
        assert list(processes.map([])) == []


def test_a_slow_portion_holds_up_no_answer_for_good() -> None:
    portions = [0.3, 0, 0, 0, 0, 0]
    with Workers(2, partial, time.sleep) as processes:
        assert list(processes.map(portions)) == [None] * len(portions)


def test_there_may_be_more_processes_than_portions() -> None:
    with Workers(4, partial, pow, 3) as processes:
        assert list(processes.map([2])) == [9]


@pytest.mark.usefixtures("_method")
def test_what_the_work_raises_is_raised_here() -> None:
    with pytest.raises(ZeroDivisionError), Workers(2, partial, divmod, 1) as processes:
        list(processes.map([1, 0, 1]))


@pytest.mark.usefixtures("_method")
def test_what_the_beginning_raises_is_raised_here() -> None:
    with pytest.raises(TypeError, match="argument"), Workers(2, operator.methodcaller) as processes:
        list(processes.map([1]))


@pytest.mark.usefixtures("_method")
def test_a_process_that_is_ended_is_told() -> None:
    with pytest.raises(WorkerLostError), Workers(2, _leaving, os.getpid()) as processes:
        list(processes.map([0.1] * 9))


def _leave(_: float) -> None:
    os._exit(3)


def _leaving(stays: int) -> Callable[[float], None]:
    return time.sleep if os.getpid() == stays else _leave


@pytest.mark.parametrize("granted", [0, 1])
@pytest.mark.parametrize("holds", [True, False])
def test_what_the_system_grants_is_enough(
    monkeypatch: pytest.MonkeyPatch, granted: int, *, holds: bool
) -> None:
    monkeypatch.setattr(workers, "_HOLDS_MUCH", holds)
    pipes, pipe = [*range(2 * granted + 1)], multiprocessing.Pipe

    def few(*, duplex: bool) -> object:
        if not pipes:
            raise OSError(errno.EMFILE, "too many open files")
        pipes.pop()
        return pipe(duplex)

    monkeypatch.setattr(multiprocessing, "Pipe", few)
    with Workers(4, partial, pow, 2) as processes:
        assert list(processes.map(range(9))) == [2**number for number in range(9)]
        assert len(multiprocessing.active_children()) == granted


def test_no_process_outlives_the_block() -> None:
    with Workers(3, partial, time.sleep) as processes:
        next(processes.map([0] * 20))
        assert len(multiprocessing.active_children()) == 2
    assert multiprocessing.active_children() == []
