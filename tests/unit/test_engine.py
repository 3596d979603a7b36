import os
from concurrent.futures import Executor

import pytest

from factcheck.engine import SERIAL_BELOW, SerialExecutor, open_engine
from factcheck.errors import FactcheckError


def double(number: int) -> int:
    if number < 0:
        raise ValueError("negative")
    return 2 * number


@pytest.mark.parametrize(("jobs", "characters", "articles"), [(0, 100, 9), (1, 10**9, 9), (4, 10**9, 1), (3, 0, 0)])
def test_little_work_stays_in_this_process(jobs: int, characters: int, articles: int) -> None:
    with open_engine(jobs, characters, articles) as engine:
        assert isinstance(engine, SerialExecutor)


def test_processes_give_results_in_the_order_of_the_input() -> None:
    with open_engine(2, SERIAL_BELOW, 4) as engine:
        assert not isinstance(engine, SerialExecutor)
        assert isinstance(engine, Executor)
        assert list(engine.map(abs, [-3, 1, -2], chunksize=1)) == [3, 1, 2]


def test_the_serial_executor_is_one() -> None:
    with SerialExecutor() as engine:
        assert list(engine.map(double, [1, 2, 3])) == [2, 4, 6]
        assert engine.submit(double, 4).result() == 8
        with pytest.raises(ValueError, match="negative"):
            engine.submit(double, -1).result()
        with pytest.raises(ValueError, match="negative"):
            list(engine.map(double, [1, -1]))


def test_a_process_that_is_ended_from_outside_is_said_in_a_sentence() -> None:
    with pytest.raises(FactcheckError, match="ended from outside"), open_engine(2, SERIAL_BELOW, 2) as engine:
        list(engine.map(os._exit, [1, 1]))
