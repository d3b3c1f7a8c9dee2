"""The network, the questions and the words of the bench for peers in Python; the twin of
../network-file.ts, ../questions.ts, ../checksum.ts and ../child.ts."""

import json
import resource
import time

import numpy as np

STATED_PAIRS = 10
AFFORDABLE_MS = 45_000


def say(**line):
    print(json.dumps(line), flush=True)


def answer(question, ms, runs, inside, **found):
    say(kind="answer", question=question, ms=ms, runs=runs, inside=inside, **found)


def peak_bytes():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def read(path):
    """Node count, simple arcs (tail, head, least cost; parallel arcs merged), towns."""
    words = np.fromfile(path, dtype="<u4")
    _, n, m, city_count = words[:4]
    at = 4 + 2 * int(n) + (int(n) + 3) // 4
    tail, head, cost = (words[at + i * int(m) : at + (i + 1) * int(m)] for i in range(3))
    at += 3 * int(m) + (int(m) + 3) // 4
    cities = words[at : at + int(city_count)].astype(np.int64)
    order = np.lexsort((cost, head, tail))
    tail, head, cost = (column[order].astype(np.int64) for column in (tail, head, cost))
    keep = np.r_[True, (tail[1:] != tail[:-1]) | (head[1:] != head[:-1])] & (tail != head)
    return int(n), tail[keep], head[keep], cost[keep], cities


def pair(cities, i):
    return int(cities[7 * i % 500]), int(cities[500 + 13 * i % 500])


def checksum(costs):
    flat = np.minimum(np.asarray(costs, dtype=np.float64), 2_147_483_646).astype(np.int64).ravel()
    weights = 1 + np.arange(flat.size) % 997
    return int((flat * weights % 2_147_483_647).sum() % 2_147_483_647)


def repeat(call, runs=3):
    """Median time of up to `runs` calls within about ten seconds, and what the first returned."""
    begin = time.perf_counter()
    result = call(0)
    first = time.perf_counter() - begin
    times = [first] if first > 1 else []
    run = 1
    while len(times) < runs and time.perf_counter() - begin < 10:
        start = time.perf_counter()
        call(run)
        times.append(time.perf_counter() - start)
        run += 1
    return sorted(times)[len(times) // 2] * 1000, len(times), result


def ask(cities, tree, costs_between, inside):
    """One-to-all by `tree(source)`, pairs and matrices by `costs_between(sources, targets)`."""
    tree_ms, runs, found = repeat(lambda run: tree(int(cities[run])))
    answer("one-to-all", tree_ms, runs, inside, checksum=checksum(found))
    costs = [int(costs_between([s], [t])[0][0]) for s, t in (pair(cities, i) for i in range(STATED_PAIRS))]
    ms, runs, _ = repeat(lambda run: costs_between(*([node] for node in pair(cities, run))), STATED_PAIRS)
    answer("pair", ms, runs, inside + "; no early stop", costs=costs)
    for count in (10, 100, 1000):
        question = f"matrix-{count}"
        if count * tree_ms > AFFORDABLE_MS:
            reason = f"not asked: about {round(count * tree_ms / 1000)} s ({count} one-to-all)"
            say(kind="refusal", question=question, reason=reason)
            continue
        places = [int(node) for node in cities[:count]]
        ms, runs, found = repeat(lambda run: costs_between(places, places))
        answer(question, ms, runs, inside, checksum=checksum(found))
