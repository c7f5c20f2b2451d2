"""A camera's frame to its code, with the copy out of the frame, against the bare decoder."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from tests.bench.rows import Row, seconds

if TYPE_CHECKING:
    from tests.bench.files import BenchFiles

FRAMES = 24
PER_SECOND = 30
# the levels at which every frame must be read (spec: stack, section 3)
LEVELS = (
    *({}, {"rotated": 45}, {"tilted": 30, "rotated": 20}, {"tilted": 45, "rotated": 20}),
    *({"blur": 1.5}, {"blur": 2.5}, {"moved": 7}, {"moved": 13}, {"noise": 25}),
    *({"light": 0.2, "noise": 8}, {"light": 0.1, "noise": 8}),
    {"tilted": 30, "rotated": 20, "blur": 1.2, "noise": 12, "light": 0.5},
)


def measure(_files: BenchFiles) -> list[Row]:
    """Decode frames of every level of degradation."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from summit_desk.readers.codes import read_codes
    from tests.check_in.scenes import Light, frame, scene
    from ui.check_in.frames import picture_of

    _app = QApplication.instance() or QApplication([])
    codes = [f"1{number:026}" for number in range(FRAMES)]
    levels = [Light(**LEVELS[at % len(LEVELS)]) for at in range(FRAMES)]
    frames = [
        frame(scene(code, light, seed=at))
        for at, (code, light) in enumerate(zip(codes, levels, strict=True))
    ]
    pictures = [picture_of(one) for one in frames]
    found = [read_codes(picture).codes for picture in pictures]
    missed = sum(code not in seen for code, seen in zip(codes, found, strict=True))
    ours = seconds(lambda: [read_codes(picture_of(one)) for one in frames]) / FRAMES
    floor = seconds(lambda: [_bare(picture) for picture in pictures]) / FRAMES
    return [
        Row(
            "camera frame 1280×720 → code, mixed degradation, one core",
            ours * 1000,
            "ms",
            floor=floor * 1000,
            floor_is="the decoder alone",
            limit=1000 / PER_SECOND,
        ),
        Row(f"frames not read of {FRAMES}, at levels where all can be", missed, "", limit=0),
    ]


def _bare(picture: object) -> object:
    import zxingcpp

    view = zxingcpp.ImageView(
        picture.content, picture.width, picture.height, zxingcpp.ImageFormat.Lum, picture.stride
    )
    return zxingcpp.read_barcodes(view, formats=zxingcpp.barcode_formats_from_str("QRCode"))
