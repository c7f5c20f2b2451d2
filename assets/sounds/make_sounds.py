"""Writes the sounds of the verdicts: plain tones, synthesised here, free of anybody's rights.

Run it as `python assets/sounds/make_sounds.py`; it writes the wave files beside itself.
"""

# ruff: noqa: INP001 -- a script beside its products, not part of a package

import math
import struct
import wave
from collections.abc import Iterator, Sequence
from pathlib import Path

RATE = 16_000
FADE = 0.008  # seconds: a tone that starts at once clicks
LOUDNESS = 0.55

Tone = tuple[float, float]  # hertz (0: silence), seconds

SOUNDS: dict[str, Sequence[Tone]] = {
    "high": [(1318.5, 0.14)],
    "low": [(523.3, 0.18)],
    "two": [(880.0, 0.12), (0, 0.05), (1174.7, 0.16)],
    "two_low": [(392.0, 0.16), (0, 0.07), (392.0, 0.22)],
    "long": [(311.1, 0.55)],
    "alarm": [(987.8, 0.12), (659.3, 0.12)] * 3,
    "buzz": [(146.8, 0.28)],
}
ROUGH = {"buzz", "long"}  # with odd overtones, so that small loudspeakers can play them


def main() -> None:
    """Write every sound."""
    for name, tones in SOUNDS.items():
        samples = [value for tone in tones for value in _samples(*tone, rough=name in ROUGH)]
        with wave.open(str(Path(__file__).with_name(f"{name}.wav")), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(struct.pack(f"<{len(samples)}h", *samples))


def _samples(hertz: float, seconds: float, *, rough: bool) -> Iterator[int]:
    count = round(RATE * seconds)
    for number in range(count):
        at = number / RATE
        wave_value = math.sin(math.tau * hertz * at)
        if rough:
            wave_value = 0.7 * wave_value + 0.3 * math.sin(3 * math.tau * hertz * at)
        edge = min(at, seconds - at) / FADE
        yield round(32_767 * LOUDNESS * wave_value * min(1.0, edge)) if hertz else 0


if __name__ == "__main__":
    main()
