"""python-igraph's distances (C), in the words of ../protocol.ts."""

import sys
import time

import igraph
import network_file as bench
import numpy as np

start_bytes = bench.peak_bytes()
n, tail, head, cost, cities = bench.read(sys.argv[1])
start = time.perf_counter()
graph = igraph.Graph(n=n, edges=np.column_stack((tail, head)), directed=True)
weights = cost.tolist()
bench.answer("build", (time.perf_counter() - start) * 1000, 1, "Graph from an array of edges")


def between(sources, targets):
    return graph.distances(sources, targets, weights=weights)


def tree(source):
    return graph.distances([source], weights=weights)[0]


bench.ask(cities, tree, between, "Graph.distances, the weights copied at every call")
bench.say(kind="done", peakBytes=bench.peak_bytes(), startBytes=start_bytes)
