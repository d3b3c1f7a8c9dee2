"""scipy.sparse.csgraph.dijkstra (C++), in the words of ../protocol.ts."""

import sys
import time

import network_file as bench
import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra

start_bytes = bench.peak_bytes()
n, tail, head, cost, cities = bench.read(sys.argv[1])
start = time.perf_counter()
graph = csr_matrix((cost.astype(np.float64), (tail, head)), shape=(n, n))
bench.answer("build", (time.perf_counter() - start) * 1000, 1, "csr_matrix from columns")


def between(sources, targets):
    # 64 sources at a time: all costs of all nodes come back, 8 bytes each.
    parts = [sources[i : i + 64] for i in range(0, len(sources), 64)]
    return np.vstack([dijkstra(graph, indices=part)[:, targets] for part in parts])


bench.ask(cities, lambda source: dijkstra(graph, indices=source), between, "csgraph.dijkstra")
bench.say(kind="done", peakBytes=bench.peak_bytes(), startBytes=start_bytes)
