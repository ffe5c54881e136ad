"""Drags files over the window with the pointer and lets them go, as a person does from a file manager.

    drop.py X Y FILE…

A small window above all others offers the files by X's own protocol of dragging (XDND); the pointer is moved by
xdotool. It ends with 0 once the window under X, Y has taken them.
"""

import subprocess
import sys
from pathlib import Path

import gi

gi.require_version("Gdk", "3.0")
gi.require_version("Gtk", "3.0")
from gi.repository import Gdk, GLib, Gtk  # noqa: E402

PATIENCE_MS = 10_000
SIDE = 40
STEP_MS = 30


def pointer(*words):
    subprocess.run(["xdotool", *map(str, words)], check=True)


def main():
    x, y = int(sys.argv[1]), int(sys.argv[2])
    uris = [Path(name).resolve().as_uri() for name in sys.argv[3:]]
    taken = []
    source = Gtk.Window(type=Gtk.WindowType.POPUP)
    source.set_default_size(SIDE, SIDE)
    source.move(0, 0)
    handle = Gtk.EventBox()
    source.add(handle)
    handle.drag_source_set(Gdk.ModifierType.BUTTON1_MASK, [], Gdk.DragAction.COPY)
    handle.drag_source_add_uri_targets()
    handle.connect("drag-data-get", lambda _w, _c, data, _i, _t: taken.append(data.set_uris(uris)))
    handle.connect("drag-end", lambda *_: GLib.timeout_add(STEP_MS, Gtk.main_quit))
    source.show_all()

    half = SIDE // 2
    steps = [("mousemove", half, half), ("mousedown", 1)]
    steps += [("mousemove", half + (x - half) * n // 10, half + (y - half) * n // 10) for n in range(1, 11)]
    # What is dragged arrives where the pointer rests a moment.
    steps += [("mousemove", x + 1, y + n) for n in range(10)]
    steps.append(("mouseup", 1))

    def move():
        pointer(*steps.pop(0))
        return bool(steps)

    GLib.timeout_add(STEP_MS * 3, move)
    GLib.timeout_add(PATIENCE_MS, Gtk.main_quit)
    Gtk.main()
    sys.exit(0 if taken else "nobody took what was dropped")


main()
