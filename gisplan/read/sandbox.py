"""What a process that parses strangers' files gives up before it starts.

Memory, time, writing to files and, on Linux, the making of any socket: not a setting of a
library, which another setting could undo, but the kernel's own refusal. What a system has not
is left out; see docs/files.md for what then holds.
"""

from __future__ import annotations

import contextlib
import ctypes
import platform
import struct
import sys

from gisplan.read.options import Limits

# prctl(2), seccomp(2) and the instructions of a filter, from the headers of Linux
_NO_NEW_PRIVILEGES, _SECCOMP, _FILTER = 38, 22, 2
_LOAD, _EQUAL, _GIVE = 0x20, 0x15, 0x06
_NUMBER_AT, _MACHINE_AT = 0, 4
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050001  # the latter: fail with EPERM
#: Machine -> its name in a filter, and its number of the call ``socket``.
_MACHINES = {"x86_64": (0xC000003E, 41), "aarch64": (0xC00000B7, 198)}


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_void_p))


def enter(limits: Limits) -> None:
    """Give up what parsing needs not.

    Parameters
    ----------
    limits : Limits
        Memory and time that parsing may take.
    """
    if sys.platform != "win32":
        _limit(limits)
    if sys.platform == "linux":
        refuse_sockets()


def _limit(limits: Limits) -> None:
    import resource

    for what, most in (
        (resource.RLIMIT_AS, limits.memory_bytes),
        (resource.RLIMIT_CPU, limits.seconds),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        with contextlib.suppress(ValueError, OSError):  # a system may know it and not allow it
            resource.setrlimit(what, (most, most))


def refuse_sockets() -> bool:
    """Have the kernel refuse new sockets to this process for good; whether it does.

    Returns
    -------
    bool
        False on a machine for which no filter is known.
    """
    if platform.machine() not in _MACHINES:
        return False
    machine, call = _MACHINES[platform.machine()]
    steps = [
        (_LOAD, 0, 0, _MACHINE_AT),
        (_EQUAL, 0, 3, machine),
        (_LOAD, 0, 0, _NUMBER_AT),
        (_EQUAL, 0, 1, call),
        (_GIVE, 0, 0, _REFUSE),
        (_GIVE, 0, 0, _ALLOW),
    ]
    code = b"".join(struct.pack("=HBBI", *step) for step in steps)
    buffer = ctypes.create_string_buffer(code, len(code))
    program = _Program(len(steps), ctypes.addressof(buffer))
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0):
        return False
    return bool(libc.prctl(_SECCOMP, _FILTER, ctypes.byref(program), 0, 0) == 0)
