"""A sound server with a null output, for tests that play: started by them, heard by nobody."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def null_sound_server(folder: Path) -> Iterator[dict[str, str]]:
    """Run PulseAudio with one null output; yield the environment that reaches it.

    A null output renders two seconds ahead while nobody asks it for less: a silent stream of small latency
    keeps it quick.
    """
    socket = folder / "native"
    reach = {"PULSE_SERVER": f"unix:{socket}", "XDG_RUNTIME_DIR": str(folder)}
    server = subprocess.Popen(
        [
            "pulseaudio",
            "-n",
            "--daemonize=no",
            "--exit-idle-time=-1",
            "--use-pid-file=no",
            "--load=module-null-sink sink_name=newsdesk_test rate=22050",
            f"--load=module-native-protocol-unix socket={socket} auth-anonymous=1",
        ],
        env={**os.environ, "XDG_RUNTIME_DIR": str(folder), "HOME": str(folder)},
        stderr=subprocess.DEVNULL,
    )
    keeper = None
    try:
        until = time.monotonic() + 10
        while not socket.exists() and server.poll() is None and time.monotonic() < until:
            time.sleep(0.02)
        keeper = subprocess.Popen(
            ["pacat", "--playback", "--latency-msec=20", "--raw", "/dev/zero"],
            env={**os.environ, **reach},
            stderr=subprocess.DEVNULL,
        )
        time.sleep(2.2)
        yield reach
    finally:
        for process in (keeper, server):
            if process is not None:
                process.kill()
                process.wait()


def available() -> bool:
    """Say whether this machine has what it takes."""
    return shutil.which("pulseaudio") is not None and shutil.which("pacat") is not None
