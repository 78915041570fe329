#!/usr/bin/env python3
"""Lets every system call and every request for memory of the main commands fail in turn.

Usage: faults.py PROGRAM FAIL_MEMORY_LIBRARY [--short]

Signals that can be caught come in the midst of writing, too: these may end the program.

The law: a file that is written is the old one or the new one, whole; the status is 3 with a message,
or what it is without a fault, with the same files; no signal ends the program; no file is left
beside. Who breaks it is told, and the status is 1.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

COMPANY = """[company]
name = "Fernhill"
as_of = 2026-11-01
complete = false
[[position]]
id = "cio"
title = "CIO"
holder = "Ada Okafor"
accountable = ["@CIO"]
colour = "red"
"""
NEXT = 'base = "org.toml"\n[[position]]\nid = "cio"\nholder = "Max Weiss"\n'
REPORT = "old report"

# A command, and the files that it may write.
JOBS = {
    "check": (["check", "org.toml", "--output", "json=out"], ["out"]),
    "check .": (["check", ".", "--output", "sarif=out"], ["out"]),
    "render svg": (["render", "org.toml", "--format", "svg", "-o", "out"], ["out"]),
    "render png": (["render", "org.toml", "--format", "png", "-o", "out"], ["out"]),
    "fix": (["fix", "--unsafe", "org.toml"], ["org.toml"]),
    "fmt": (["fmt", "org.toml"], ["org.toml"]),
    "baseline": (["check", "org.toml", "--write-baseline", "out"], ["out"]),
    "diff": (["diff", "next.toml", "--output", "json=out"], ["out"]),
}

# What a system call says where the world refuses; else EIO.
ERRORS = {
    "mmap": "ENOMEM", "mremap": "ENOMEM", "mprotect": "ENOMEM",
    "openat": "EMFILE", "openat2": "ENOSYS", "write": "ENOSPC", "fsync": "EIO",
    "renameat": "EACCES", "clone": "EAGAIN", "clone3": "EAGAIN", "vfork": "EAGAIN",
    "pipe2": "EMFILE", "memfd_create": "EMFILE", "readlink": "EACCES",
}
# Not for us to see fail: the end of a process, calls that cannot fail, those whose failure the C
# library takes for a bug of its own (futex) or mistakes for success (brk, as strace injects it),
# and close, which strace leaves undone, so that a pipe has no end.
LEFT_OUT = {"execve", "exit_group", "exit", "arch_prctl", "set_tid_address", "set_robust_list",
            "rseq", "getpid", "getppid", "gettid", "rt_sigreturn", "wait4", "restart_syscall",
            "futex", "brk", "close"}
# Signals that end a process and can be caught; of the real-time ones the first that is free.
SIGNALS = ["SIGHUP", "SIGINT", "SIGQUIT", "SIGTERM", "SIGXCPU", "SIGXFSZ", "SIGUSR1", "SIGUSR2",
           "SIGALRM", "SIGVTALRM", "SIGPROF", "SIGIO", "SIGPWR", "SIGSYS", "SIGTRAP", "SIGSEGV",
           "SIGABRT", "SIGBUS", "SIGFPE", "SIGILL", "SIGSTKFLT", "SIGRT_2"]
# The first call of ours; what comes before is the dynamic linker's.
BEGIN = b"rt_sigaction(SIGPIPE, "


class Job:
    def __init__(self, program, name):
        self.program, self.name = program, name
        self.words, self.written = JOBS[name]
        self.expected = self.run([], {})

    def folder(self):
        folder = tempfile.mkdtemp(prefix="rolecall-faults-")
        for name, text in (("org.toml", COMPANY), ("next.toml", NEXT), ("out", REPORT)):
            with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
                file.write(text)
        return folder

    def run(self, before, environment):
        """The status, what is said, and the files."""
        folder = self.folder()
        try:
            env = {"PATH": os.environ["PATH"], "HOME": folder, **environment}
            command = [each.replace("{folder}", folder) for each in before]
            ran = subprocess.run(command + [self.program] + self.words, cwd=folder, env=env,
                                 stdin=subprocess.DEVNULL, capture_output=True, timeout=60,
                                 check=False)
            files = {}
            for name in sorted(os.listdir(folder)):
                if name.startswith("strace-"):
                    continue
                path = os.path.join(folder, name)
                if os.path.isfile(path):
                    with open(path, "rb") as file:
                        files[name] = file.read()
            logs = sorted(name for name in os.listdir(folder) if name.startswith("strace-"))
            log = b"\0".join(open(os.path.join(folder, name), "rb").read() for name in logs)
            return ran.returncode, ran.stdout, ran.stderr, files, log
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def broken(self, got, signalled=False):
        """What of the law a run breaks; none: nothing."""
        status, out, err, files, _ = got
        expected_status, _, _, expected, _ = self.expected
        before = {"org.toml": COMPANY.encode(), "next.toml": NEXT.encode(), "out": REPORT.encode()}
        ended = status < 0 or status > 127
        if ended and not signalled:
            return f"ended by a signal, status {status}"
        if files.keys() != before.keys():
            return f"files are {sorted(files)}"
        for name, text in files.items():
            if text not in (before[name], expected[name]) and not whole(text, status):
                return f"{name} is neither the old nor the new one"
        if ended:
            return None
        if status == 3:
            return None if err.strip() else "no message"
        if status != expected_status and not whole(files["out"], status):
            return f"status {status}"
        if any(files[name] == before[name] != expected[name] for name in files):
            return "says that all went well, and the new file is not there"
        return None


def whole(text, status):
    """Whether a file is another right one: a report that says which file could not be read, or a
    picture with another font."""
    if text.startswith(b"{") and text.endswith(b"}\n"):
        return status == 1 and b"cannot be read" in text
    return text.startswith(b"\x89PNG") and text.endswith(b"IEND\xaeB`\x82")


def system_calls(job):
    """For each call the numbers of those that are ours; threads and children count by themselves."""
    got = job.run(["strace", "-f", "-ff", "-qq", "-o", "{folder}/strace-log"], {})
    first, most = {}, {}
    for log in got[4].split(b"\0"):
        counts = {}
        for line in log.splitlines():
            if line.startswith(BEGIN) and not first:
                first = dict(counts)
            name = re.match(rb"([a-z0-9_]+)\(", line)
            if name:
                counts[name[1].decode()] = counts.get(name[1].decode(), 0) + 1
        for name, number in counts.items():
            most[name] = max(most.get(name, 0), number)
    return {name: range(first.get(name, 0) + 1, number + 1)
            for name, number in sorted(most.items()) if name not in LEFT_OUT}


def tries(job, library, short):
    """All faults: a name, the words before the program, and the environment."""
    count = os.path.join(tempfile.gettempdir(), f"rolecall-requests-{os.getpid()}")
    job.run([], {"LD_PRELOAD": library, "FAIL_MEMORY_COUNT": count})
    with open(count, encoding="ascii") as file:
        requests = int(file.read())
    os.unlink(count)
    step = max(1, requests // 40) if short else 1
    for number in range(1, requests + 1, step):
        yield (f"request for memory {number} of {requests}", [],
               {"LD_PRELOAD": library, "FAIL_MEMORY_FROM": str(number)})
    if short or not shutil.which("strace"):
        return
    for name, numbers in system_calls(job).items():
        error = ERRORS.get(name, "EIO")
        for number in numbers:
            yield (f"{name} {number} of {numbers[-1]} says {error}",
                   ["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={name}",
                    "-e", f"inject={name}:error={error}:when={number}"], {})
    for signal in SIGNALS:
        for name in ("write", "fsync", "renameat"):
            yield (f"{signal} in {name}",
                   ["strace", "-qq", "-o", "/dev/null", "-e", f"trace={name}",
                    "-e", f"inject={name}:signal={signal}:when=1"], {})


def main():
    program, library = (os.path.abspath(path) for path in sys.argv[1:3])
    short = "--short" in sys.argv[3:]
    failed = 0
    for name in (["check", "fix", "baseline"] if short else JOBS):
        job = Job(program, name)
        number = 0
        with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
            def judge(fault, job=job):
                what, before, environment = fault
                try:
                    return what, job.broken(job.run(before, environment), what.startswith("SIG"))
                except subprocess.TimeoutExpired:
                    return what, "does not end"
            for what, wrong in pool.map(judge, tries(job, library, short)):
                number += 1
                if wrong:
                    failed += 1
                    print(f"{name}: {what}: {wrong}", flush=True)
        print(f"{name}: {number} faults", flush=True)
    sys.exit(1 if failed else 0)


main()
