"""A site on loopback that serves pictures, and some things that are none."""

from __future__ import annotations

import socket
from collections.abc import Mapping

from footprint.demo.web import PUBLIC, LoopbackWeb
from footprint.demo.web_sources import Answer, Asked

HOST, STRICT = "photos.pictures.example", "strict.pictures.example"


class PictureWeb(LoopbackWeb):
    """`files` by path. `STRICT` asks programs to stay away from everything."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        super().__init__(more_hosts=("*.pictures.example",))
        self.files = files

    def resolver(self, host: str) -> tuple[str, ...]:
        if host not in (HOST, STRICT):
            raise socket.gaierror(socket.EAI_NONAME, "no such site")
        return (PUBLIC,)

    def answer(self, asked: Asked) -> Answer:
        if asked.path == "/robots.txt":
            rules = "User-agent: *\nDisallow: /\n" if asked.host == STRICT else "User-agent: *\nAllow: /\n"
            return Answer(200, rules.encode(), "text/plain")
        if asked.path not in self.files:
            return Answer(404, b"gone", "text/plain")
        return Answer(200, self.files[asked.path], "image/jpeg")
