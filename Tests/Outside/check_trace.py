#!/usr/bin/env python3
"""Checks a trace (docs/trace.md) from outside: knows the format, the first session key, and openssl.

Usage: check_trace.py TRACE.jsonl SESSION-KEY-HEX

Recomputes every epoch's key from the nonces, and finds each started job's kcv to be that of the epoch at its position.
Exit 0: all agree. Exit 1: something differs (one line each). Exit 2: bad usage.
"""
import json
import subprocess
import sys


def check_value(key: bytes) -> str:
    out = subprocess.run(
        ["openssl", "enc", "-aes-128-ecb", "-nopad", "-K", key.hex()], input=bytes(16), capture_output=True, check=True
    )
    return out.stdout[:3].hex()


def main() -> int:
    if len(sys.argv) != 3 or len(sys.argv[2]) != 32:
        print(__doc__, file=sys.stderr)
        return 2
    first_key = bytes.fromhex(sys.argv[2])
    keys, kcvs, nonces, changes, job_at, open_jobs = {}, {}, {}, {}, {}, set()
    problems, started, ended = [], 0, 0

    def begin(session: int, position: int, epoch: int, key: bytes) -> None:
        if epoch != len(keys.setdefault(session, [])):
            problems.append(f"session {session}: epoch {epoch} begins after {len(keys[session])} keys")
        keys[session].append(key)
        kcvs.setdefault(session, []).append(check_value(key))
        changes.setdefault(session, []).append(position)

    def expect(what: str, found: str, wanted: str) -> None:
        if found != wanted:
            problems.append(f"{what}: kcv {found}, expected {wanted}")

    with open(sys.argv[1], encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            e = json.loads(line)
            match e["ev"]:
                case "negotiated":
                    if e["epoch"] != 0:
                        print(f"line {number}: a second negotiation: its key cannot be known here", file=sys.stderr)
                        return 2
                    begin(e["session"], e["position"], 0, first_key)
                    expect(f"line {number}: negotiated", e["kcv"], kcvs[e["session"]][0])
                case "refresh_started":
                    nonces[e["session"]] = bytes.fromhex(e["nonce"])
                case "refresh_finished":
                    nonce = nonces.pop(e["session"])
                    old = keys[e["session"]][-1]
                    begin(e["session"], e["position"], e["epoch"], bytes(a ^ b for a, b in zip(old, nonce)))
                case "key_switched":
                    expect(f"line {number}: key_switched", e["kcv"], kcvs[e["session"]][e["epoch"]])
                case "submitted":
                    epoch = sum(1 for p in changes[e["session"]] if p < e["position"]) - 1
                    if epoch != e["epoch"]:
                        problems.append(f"line {number}: job {e['job']} is tagged epoch {e['epoch']}, its position says {epoch}")
                    job_at[e["job"]] = (e["session"], epoch)
                    open_jobs.add(e["job"])
                case "started":
                    session, epoch = job_at[e["job"]]
                    expect(f"line {number}: job {e['job']} (epoch {epoch})", e["kcv"], kcvs[session][epoch])
                    started += 1
                case "completed" | "aborted":
                    if e["job"] not in open_jobs:
                        problems.append(f"line {number}: job {e['job']} ended twice or never began")
                    open_jobs.discard(e["job"])
                    ended += 1
    problems += [f"job {job} has no ending" for job in sorted(open_jobs)]
    for problem in problems[:20]:
        print(problem)
    epochs = sum(len(of) for of in keys.values())
    print(f"{epochs} epochs, {started} jobs started, {ended} ended, {len(problems)} problems")
    return 1 if problems or started == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
