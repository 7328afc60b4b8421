/*
 * The same bucket search as shared/planner/graph/bucket-search.ts, to see what the language costs.
 * Reads from standard input, all little-endian 32-bit integers: nodes, arcs, source, span, cut (0 = none), rounds;
 * offsets[nodes + 1], ends[arcs], arc numbers[arcs], weights[arcs] (by arc number, as there). Then one byte starts a
 * round, so that both programs can be measured in turn; it answers a line: milliseconds and the sum of all costs.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static int32_t *read_ints(size_t count) {
  int32_t *values = malloc(count * sizeof *values);
  if (values == NULL || fread(values, sizeof *values, count, stdin) != count) exit(2);
  return values;
}

int main(void) {
  int32_t *head = read_ints(6);
  const int32_t nodes = head[0], arcs = head[1], source = head[2], span = head[3], cut = head[4], rounds = head[5];
  int32_t *offsets = read_ints((size_t)nodes + 1), *ends = read_ints(arcs), *numbers = read_ints(arcs);
  int32_t *weights = read_ints(arcs);
  int32_t *costs = malloc(nodes * sizeof *costs), *via = malloc(nodes * sizeof *via);
  int32_t *first = malloc(span * sizeof *first);
  int32_t *entry_node = malloc(((size_t)arcs + 1) * sizeof *entry_node);
  int32_t *entry_next = malloc(((size_t)arcs + 1) * sizeof *entry_next);
  for (int32_t round = 0; round < rounds; round += 1) {
    struct timespec start, stop;
    if (getchar() == EOF) return 0;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &start);
    for (int32_t node = 0; node < nodes; node += 1) costs[node] = INT32_MAX;
    memset(via, 0xff, nodes * sizeof *via);
    memset(first, 0xff, span * sizeof *first);
    int32_t entries = 1, waiting = 1, cost = 0;
    costs[source] = 0;
    entry_node[0] = source;
    entry_next[0] = -1;
    first[0] = 0;
    while (waiting > 0 && (cut == 0 || cost <= cut)) {
      int32_t entry = first[cost % span];
      if (entry < 0) {
        cost += 1;
        continue;
      }
      first[cost % span] = -1;
      while (entry >= 0) {
        const int32_t node = entry_node[entry];
        entry = entry_next[entry];
        waiting -= 1;
        if (costs[node] != cost) continue;
        for (int32_t place = offsets[node]; place < offsets[node + 1]; place += 1) {
          const int32_t arc = numbers[place], weight = weights[arc];
          if (weight < 0) continue;
          const int32_t end = ends[place], reached = cost + weight;
          if (reached >= costs[end]) continue;
          costs[end] = reached;
          via[end] = arc;
          entry_node[entries] = end;
          entry_next[entries] = first[reached % span];
          first[reached % span] = entries;
          entries += 1;
          waiting += 1;
        }
      }
    }
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &stop);
    int64_t sum = 0;
    for (int32_t node = 0; node < nodes; node += 1)
      if (costs[node] != INT32_MAX && (cut == 0 || costs[node] <= cut)) sum += costs[node];
    printf("%.3f %lld\n", (stop.tv_sec - start.tv_sec) * 1e3 + (stop.tv_nsec - start.tv_nsec) / 1e6, (long long)sum);
    fflush(stdout);
  }
  return 0;
}
