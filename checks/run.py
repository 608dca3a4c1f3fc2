"""Many files through the walk, on any number of processes."""

from __future__ import annotations

import gc
import os
import sys
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

import msgspec

from checks.files import File
from checks.outcome import Outcome
from checks.single import Forgotten, Order, Work, check_file, dead

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor
    from multiprocessing.context import BaseContext

CHUNK = 16
"""Files handed to a worker at once: at 1 ms a file the hand-over costs less than a tenth."""
FEW = 24
"""Fewer files than this are checked where we are: starting a worker costs as much as checking them."""


def run(files: Sequence[File], order: Order, jobs: int, work: Work = check_file) -> Iterator[Outcome]:
    """The outcome of every file, in the order given, on `jobs` processes.

    A worker that dies takes its chunk with it: those files are checked again, one at a time, and the one that kills its
    worker again is held.

    Raises:
        NotWritten: a report could not be written.

    """
    settle()
    if jobs <= 1 or len(files) < FEW:
        yield from (work(file, order) for file in files)
    else:
        yield from _in_processes(files, order, jobs, work)


def settle() -> None:
    """Spare the collector what stays for good, the rules, word lists and weights, and let it look less often.

    Measured on 459 pages of 12.5 kB: 8 % of the walk; what a file leaves behind is freed without the collector.
    """
    gc.freeze()
    gc.set_threshold(20_000, 50, 50)


def _in_processes(files: Sequence[File], order: Order, jobs: int, work: Work) -> Iterator[Outcome]:
    chunks = deque(files[n : n + CHUNK] for n in range(0, len(files), CHUNK))
    while chunks and (remembered := _recalled(chunks[0], order, work)) is not None:  # perhaps no process is needed at all
        chunks.popleft()
        yield from remembered
    if not chunks:
        return

    import multiprocessing  # 30 ms that a few files need not pay
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    context = multiprocessing.get_context("spawn" if sys.platform == "win32" else "forkserver")
    context.set_forkserver_preload([work.__module__])  # imported once, and not by each worker
    _deaf_to_interrupts()
    while chunks:
        waiting: deque[tuple[Sequence[File], list[Outcome] | Future[list[Outcome]]]] = deque()
        broken: Sequence[File] = ()
        with ProcessPoolExecutor(jobs, mp_context=context, initializer=_begin) as pool, _leaving(pool):
            while (chunks or waiting) and not broken:
                with suppress(BrokenProcessPool):  # the answer that is waited for says so too
                    while chunks and len(waiting) < 2 * jobs:
                        remembered = _recalled(chunks[0], order, work)
                        waiting.append((chunks[0], pool.submit(_chunk, chunks[0], order, work) if remembered is None else remembered))
                        chunks.popleft()
                if not waiting:  # it broke while it had nothing to do
                    break
                chunk, answer = waiting.popleft()
                try:
                    yield from answer if isinstance(answer, list) else answer.result()
                except BrokenProcessPool:
                    broken = chunk
            chunks.extendleft(chunk for chunk, _ in reversed(waiting))
        for file in broken:
            yield _alone(file, order, work, context)


def _deaf_to_interrupts() -> None:
    """Start the process that workers come from without ears for Ctrl-C, which a terminal sends to all: the run hears it, and ends them."""
    import signal
    import threading
    from multiprocessing import forkserver

    if sys.platform == "win32" or threading.current_thread() is not threading.main_thread():
        return
    heard = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        forkserver.ensure_running()
    finally:
        signal.signal(signal.SIGINT, heard)


@contextmanager
def _leaving(pool: ProcessPoolExecutor) -> Iterator[None]:
    """Begins nothing more for a run that ends early."""
    try:
        yield
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        raise


def _recalled(files: Sequence[File], order: Order, work: Work) -> list[Outcome] | None:
    """The outcomes of files that are all remembered, which takes less time than handing them to a worker."""
    if not order.cache:
        return None
    try:
        return _chunk(files, msgspec.structs.replace(order, recall=True), work)
    except Forgotten:
        return None


def _begin() -> None:
    """The first thing a worker does."""
    import threading

    settle()
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """Ends this worker when the run that it works for is killed: it would wait for ever for more work."""
    from multiprocessing import connection, parent_process

    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)


def _chunk(files: Sequence[File], order: Order, work: Work) -> list[Outcome]:
    return [work(file, order) for file in files]


def _alone(file: File, order: Order, work: Work, context: BaseContext) -> Outcome:
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    try:
        with ProcessPoolExecutor(1, mp_context=context, initializer=_begin) as pool:
            return pool.submit(work, file, order).result()
    except BrokenProcessPool:
        message = "the process that checked this file died"
    return dead(file, order, message)
