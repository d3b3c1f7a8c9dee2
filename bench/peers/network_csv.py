"""Writes a bench network for pgrouting.sh: arcs.csv (id, source, target, cost) and cities.csv (place, node)."""

import sys

import network_file as bench
import numpy as np

_, tail, head, cost, cities = bench.read(sys.argv[1])
np.savetxt(
    f"{sys.argv[2]}/arcs.csv", np.column_stack((np.arange(1, len(tail) + 1), tail, head, cost)), "%d", ","
)
np.savetxt(f"{sys.argv[2]}/cities.csv", np.column_stack((np.arange(len(cities)), cities)), "%d", ",")
