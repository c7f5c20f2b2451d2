"""The sounds are small, valid and ours; without a loudspeaker there is silence and no complaint."""

import wave

import pytest

from summit_desk.domain.verdicts import FACES, Sound
from summit_desk.support.paths import assets
from ui.check_in.sounds import Sounds


@pytest.mark.parametrize("sound", list(Sound))
def test_each_sound_is_a_short_wave_file(sound):
    path = assets() / "sounds" / f"{sound}.wav"
    with wave.open(str(path)) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, 16_000)
        assert 0.1 <= file.getnframes() / file.getframerate() <= 1.0


def test_every_sound_is_used():
    assert {face.sound for face in FACES.values()} == set(Sound)


def test_silence_where_there_is_no_sound_server(qtbot, monkeypatch, tmp_path):
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.delenv("PULSE_SERVER", raising=False)
    sounds = Sounds()
    sounds.play(Sound.ALARM)
    assert not sounds.audible
