"""Readers that misbehave, for the test of the process they run in."""

from __future__ import annotations

import os
import socket
import time
from dataclasses import dataclass

from footprint.errors import FootprintError


@dataclass(frozen=True)
class Counted:
    size: int
    start: str


def count(data: bytes) -> Counted:
    return Counted(len(data), data[:5].decode("latin-1"))


def refuse(data: bytes) -> Counted:
    raise FootprintError("This is “not” what was asked for.")


def break_down(data: bytes) -> Counted:
    raise RecursionError


def die(data: bytes) -> Counted:
    os._exit(3)


def hang(data: bytes) -> Counted:
    time.sleep(60)
    return Counted(0, "")


def connect(data: bytes) -> Counted:
    socket.create_connection(("127.0.0.1", int(data)), 1).close()
    return Counted(0, "")


def start_another(data: bytes) -> Counted:
    os.system("true")
    return Counted(0, "")


def lie(data: bytes) -> Counted:
    return {"size": "many"}  # type: ignore[return-value]


def eat(data: bytes) -> Counted:
    return Counted(len(bytearray(3_000_000_000)), "")
