"""Runs commands in turn, A B A B …, and prints processor and wall time of each run as JSON.

Reads {"runs": N, "warmup": N, "commands": {NAME: {"argv": […], "env": {…}, "cwd": …, "empty": [FOLDER, …]}}}.
`empty` names folders that are emptied before each run, outside the measured time.
The processor time (user and system) is the kernel's, of the process and all that it waited for (wait4).
"""
import json
import os
import shutil
import sys
import time


def once(command):
    for folder in command.get("empty", []):
        shutil.rmtree(folder, ignore_errors=True)
        os.makedirs(folder)
    start = time.perf_counter()
    pid = os.fork()
    if pid == 0:
        null = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(null, stream)
        os.chdir(command["cwd"])
        try:
            os.execve(command["argv"][0], command["argv"], command["env"])
        finally:
            os._exit(127)
    _, status, usage = os.wait4(pid, 0)
    return {"cpu": usage.ru_utime + usage.ru_stime, "wall": time.perf_counter() - start, "code": os.waitstatus_to_exitcode(status)}


spec = json.load(sys.stdin)
result = {name: [] for name in spec["commands"]}
for turn in range(spec["warmup"] + spec["runs"]):
    for name, command in spec["commands"].items():
        measured = once(command)
        if measured["code"] != command.get("code", 0):
            sys.exit(f"{name} ended with exit code {measured['code']}")
        if turn >= spec["warmup"]:
            result[name].append(measured)
json.dump(result, sys.stdout)
