#!/usr/bin/env bash
# pgRouting in a throw-away PostgreSQL: a cluster in a temporary folder, reachable by a socket in that
# folder only, stopped and deleted at the end. Prints the lines of ../protocol.ts.
#   pgrouting.sh NETWORK.bin
# Needs initdb of PostgreSQL, its extension pgrouting and python3-numpy. Run by root it becomes the
# user postgres, since a server will not run as root.
set -euo pipefail
network=$(realpath "$1")
here=$(cd "$(dirname "$0")" && pwd)
bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1)
folder=$(mktemp -d /tmp/guantong-pg-XXXXXX)

as() { if [ "$(id -u)" = 0 ]; then (cd "$folder" && runuser -u postgres -- "$@"); else "$@"; fi; }
cleanup() {
  as "$bin/pg_ctl" -D "$folder/data" -m immediate -w stop >/dev/null 2>&1 || true
  rm -rf "$folder"
}
trap cleanup EXIT
trap 'exit 143' TERM INT

/usr/bin/python3 "$here/network_csv.py" "$network" "$folder"
[ "$(id -u)" = 0 ] && chown -R postgres "$folder"
as "$bin/initdb" -D "$folder/data" --auth=trust >/dev/null
as "$bin/pg_ctl" -D "$folder/data" -w -l "$folder/log" \
  -o "-k $folder -c listen_addresses= -c fsync=off -c shared_buffers=512MB -c work_mem=256MB" start >/dev/null
psql() { as "$bin/psql" -h "$folder" -d postgres -qAtX -v ON_ERROR_STOP=1 "$@"; }

psql -v arcs="$folder/arcs.csv" -v cities="$folder/cities.csv" <<'SQL'
set client_min_messages to warning;
create extension pgrouting cascade;
create table arcs (id bigint, source bigint, target bigint, cost double precision);
create table cities (place int, node bigint);
create or replace function asked(question text, inside text, query text, runs int) returns void
language plpgsql as $$
declare
  start timestamptz; took double precision[] := '{}'; found json; line jsonb;
begin
  for run in 1 .. runs loop
    start := clock_timestamp();
    execute query into found;
    took := took || extract(epoch from clock_timestamp() - start)::double precision * 1000;
  end loop;
  line := jsonb_build_object('kind', 'answer', 'question', question, 'inside', inside, 'runs', runs,
    'ms', (select percentile_cont(0.5) within group (order by t) from unnest(took) t));
  raise info '%', (line || coalesce(found::jsonb, '{}'))::text;
end $$;
-- Sum of cost · (1 + place mod 997) modulo 2^31 - 1, the places counted from 0.
create or replace function checksum_step(sum bigint, place bigint, cost double precision) returns bigint
language sql immutable as $$
  select (sum + least(cost, 2147483646)::bigint * (1 + place % 997)) % 2147483647 $$;
create aggregate checksum(bigint, double precision) (sfunc = checksum_step, stype = bigint, initcond = '0');
SQL

begin=$(date +%s%N)
psql -c "\copy arcs from '$folder/arcs.csv' csv" -c "\copy cities from '$folder/cities.csv' csv" -c "analyze arcs"
ms=$((($(date +%s%N) - begin) / 1000000))
echo "{\"kind\":\"answer\",\"question\":\"build\",\"ms\":$ms,\"runs\":1,\"inside\":\"copy into a table; the graph is made anew in every call\"}"

ask() {
  # raise info goes to standard error as "INFO:  {json}".
  psql -v question="$1" -v inside="$2" -v query="$3" -v runs="$4" 2>&1 <<'SQL' | sed -n 's/^INFO:  //p'
select asked(:'question', :'inside', :'query', :runs);
SQL
}
EDGES="'select id, source, target, cost from arcs'"
ask one-to-all 'pgr_drivingDistance over all nodes, the table read each time' "
  select json_build_object('checksum', checksum(node, agg_cost order by node))
  from pgr_drivingDistance($EDGES, (select node from cities where place = 0), 1e12)" 3
ask pair 'pgr_dijkstraCost, ten calls of one pair each, the median below divided by ten' "
  select json_build_object('costs', json_agg(agg_cost::bigint order by i)) from (
    select i, (pgr_dijkstraCost($EDGES,
      (select node from cities where place = 7 * i % 500),
      (select node from cities where place = 500 + 13 * i % 500))).agg_cost
    from generate_series(0, 9) i) pairs" 1 | /usr/bin/python3 -c 'import json, sys
line = json.loads(sys.stdin.read()); line["ms"] /= 10; line["runs"] = 10
line["inside"] = "pgr_dijkstraCost, mean of ten calls, the table read each time"; print(json.dumps(line))'
for count in 10 100; do
  ask "matrix-$count" 'pgr_dijkstraCost of arrays, the table read once' "
    with places as (select place, node from cities where place < $count),
    found as (select start_vid, end_vid, agg_cost from pgr_dijkstraCost($EDGES,
      (select array_agg(node) from places), (select array_agg(node) from places)))
    select json_build_object('checksum', checksum(a.place * $count + b.place,
      case when a.node = b.node then 0 else coalesce(agg_cost, 2147483646) end order by a.place, b.place))
    from places a cross join places b left join found on start_vid = a.node and end_vid = b.node" 1
done
echo '{"kind":"note","text":"memory is not measured: the server is a process of its own"}'
echo '{"kind":"done","peakBytes":0,"startBytes":0}'
