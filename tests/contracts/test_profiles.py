"""Every shipped network's handle rule and profile address work with the reader of handles."""

from __future__ import annotations

import pytest

from footprint import checklists, paths
from footprint.checklists import NetworkFile
from footprint.person import profile_address, read_presence

NETWORKS = checklists.load(paths.shipped("checklists")).networks()


def read(network: NetworkFile, text: str) -> tuple[str, str]:
    rules = network.profile
    return read_presence(text, network.name, rules.address, rules.handle, network.domains)


@pytest.mark.parametrize("network", NETWORKS, ids=lambda one: one.id)
def test_the_example_of_a_network_is_read_in_every_form(network: NetworkFile) -> None:
    handle = network.profile.example
    address = profile_address(network.profile.address, handle)
    typed = [handle, f" @{handle} "] if handle else []
    if address:
        typed += [address, address.removeprefix("https://"), f"{address}/?utm_source=x"]
    for text in typed:
        assert read(network, text) == (handle, address)
