"""Tells what a screen reader is told of a program: its accessibility tree over AT-SPI, as one JSON list.

    tree.py PROGRAM

Each entry has a role and a name. It ends with 1 if no program of this name tells of itself, or if it tells of no page.
"""

import json
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE_S = 15


def programs():
    desktop = Atspi.get_desktop(0)
    return [desktop.get_child_at_index(index) for index in range(desktop.get_child_count())]


def below(node, found):
    found.append({"role": node.get_role_name(), "name": node.get_name() or ""})
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child is not None:
            below(child, found)


def tree(name):
    for program in programs():
        if program is not None and program.get_name() == name:
            found = []
            below(program, found)
            return found
    return []


def main():
    until = time.monotonic() + PATIENCE_S
    while time.monotonic() < until:
        try:
            found = tree(sys.argv[1])
        except GLib.Error:
            # What is drawn anew while it is read is read again.
            found = []
        if any(node["role"] == "document web" for node in found):
            json.dump(found, sys.stdout)
            return
        time.sleep(0.2)
    sys.exit(f"{sys.argv[1]} tells a screen reader of no page")


main()
