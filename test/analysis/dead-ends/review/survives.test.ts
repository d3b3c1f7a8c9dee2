import {beforeAll, describe, expect, test} from 'vitest';
import {baseOf} from '../../../../scripts/planted/base.ts';
import {KINDS} from '../../../../scripts/planted/kinds/all.ts';
import {plantAll} from '../../../../scripts/planted/plant.ts';
import {Draw} from '../../../../scripts/planted/random.ts';
import {generatedTrial} from '../../../../scripts/planted/trials.ts';
import {deadEnds} from '../../../../src/analysis/dead-ends/answer.ts';
import {applyReview, isRejected} from '../../../../src/analysis/dead-ends/review/apply.ts';
import {reviewFileOf, withMarks} from '../../../../src/analysis/dead-ends/review/write.ts';
import type {Network} from '../../../../src/graph/network.ts';
import {parseReview, type ReviewFile, VERDICTS} from '../../../../src/scenario/review-file.ts';
import {clipTo} from '../../../import/clip-cases.ts';
import {importOne} from '../../../import/draw-osm.ts';
import {type OsmData, toXml} from '../../../support/osm-data.ts';

/** A review outlives the extract that it was made from: on a region full of planted ends of roads. */
const ASKED = {level: 'county', minClass: 'secondary'} as const;
let data: OsmData;
let network: Network;
let review: ReviewFile;

const networkOf = (from: OsmData): Promise<Network> => importOne(toXml(from), 'xml');
const findingsOf = (on: Network) => deadEnds(on, ASKED);

/** The review file of a network's findings, each with one of the four verdicts in turn. */
function reviewOf(on: Network): ReviewFile {
  const file = reviewFileOf(
    findingsOf(on).rows,
    {level: 'county', class: 'secondary'},
    '2020-06-30',
    null,
  );
  const marks = file.findings.map(({id}, i) => ({
    id,
    mark: {verdict: VERDICTS[i % VERDICTS.length]!, author: '张三', date: '2026-11-26', note: id},
  }));
  return parseReview(JSON.parse(JSON.stringify(withMarks(file, marks))), 'review.json');
}

beforeAll(async () => {
  const trial = generatedTrial(31);
  const rules = {...trial.rules, apartM: 12_000};
  data = plantAll(baseOf('', trial.data, trial.maxLevel), KINDS, 31, rules).data;
  network = await networkOf(data);
  review = reviewOf(network);
  expect(review.findings.length).toBeGreaterThan(25);
});

function applied(on: Network, file = review) {
  return applyReview(on, findingsOf(on), file, 'review.json', ASKED);
}

describe('the review holds', () => {
  test('on the same extract: every verdict, nothing new, nothing gone', () => {
    const {answer, matches, vanished} = applied(network);
    expect(matches.rowsLeft).toEqual([]);
    expect(vanished).toEqual([]);
    expect(answer.rows).toHaveLength(review.findings.length);
    for (const row of answer.rows) expect(row.review?.note).toBe(row.id);
    // what is set aside comes last, and all of it is there
    const aside = answer.rows.map(isRejected);
    expect(aside.indexOf(true)).toBe(aside.filter((is) => !is).length);
    for (const row of answer.rows.filter((one) => !isRejected(one))) {
      expect(row.confidence).toBe(1);
      expect(row.evidence.at(-1)!.id).toBe('confirmed-by-review');
    }
  });

  test('when every node, way and relation has another id', async () => {
    const other = (id: number): number => 10_000_000 - 7 * id;
    const renumbered: OsmData = {
      ...data,
      nodes: data.nodes.map((node) => ({...node, id: other(node.id)})),
      ways: data.ways.map((way) => ({...way, id: other(way.id), refs: way.refs.map(other)})),
      relations: (data.relations ?? []).map((relation) => ({
        ...relation,
        id: other(relation.id),
        members: relation.members.map((member) => ({...member, ref: other(member.ref)})),
      })),
    };
    const {matches, vanished, answer} = applied(await networkOf(renumbered));
    expect(vanished).toEqual([]);
    expect(matches.rowsLeft).toEqual([]);
    expect(matches.matched).toHaveLength(review.findings.length);
    for (const row of answer.rows) expect(row.review?.note).toBe(row.id);
  });

  test('when the next extract has every node some metres off', async () => {
    const draw = new Draw(5);
    const off = (metres: number): number =>
      Number(((draw.share() - 0.5) * metres * 1.8e-5).toFixed(7));
    const shifted: OsmData = {
      ...data,
      nodes: data.nodes.map((node) => ({
        ...node,
        lon: Number((node.lon + off(20)).toFixed(7)),
        lat: Number((node.lat + off(20)).toFixed(7)),
      })),
    };
    const {matches, vanished, answer} = applied(await networkOf(shifted));
    // a shift may move an end over a threshold of the rules, hardly more than one in twenty
    expect(matches.matched.length).toBeGreaterThan(0.95 * review.findings.length);
    expect(vanished.length + matches.rowsLeft.length).toBeLessThan(0.1 * review.findings.length);
    expect(answer.rows.filter((row) => row.review !== undefined)).toHaveLength(
      matches.matched.length,
    );
    expect(matches.matched.every(({movedM}) => movedM < 30)).toBe(true);
  });

  test('when a half of the region is joined with the other', async () => {
    const [west, south, east, north] = data.bounds!;
    const middle = (west + east) / 2;
    const half = await networkOf({
      ...clipTo(data, [west, south, middle, north], 'complete'),
      bounds: [west, south, middle, north],
    });
    const early = reviewOf(half);
    const {matches, vanished, answer} = applied(network, early);
    expect(early.findings.length).toBeGreaterThan(8);
    expect(vanished).toEqual([]);
    expect(matches.matched.length + matches.merged.length + matches.ambiguous.length).toBe(
      early.findings.length,
    );
    expect(matches.matched.length).toBeGreaterThan(0.9 * early.findings.length);
    // the other half's findings are new, and said to be
    expect(matches.rowsLeft.length).toBeGreaterThan(8);
    const news = answer.warnings.filter(({id}) => id === 'review-new');
    expect(news).toHaveLength(matches.rowsLeft.length);
  });

  test('when only a part is left: what lies outside is told so, not as built', async () => {
    const [west, south, east, north] = data.bounds!;
    const middle = (west + east) / 2;
    const box = [west, south, middle, north] as const;
    const half = await networkOf({...clipTo(data, box, 'complete'), bounds: box});
    const {vanished} = applied(half);
    const outside = vanished.filter(({entry}) => entry.lon > middle);
    expect(outside.length).toBeGreaterThan(8);
    expect(new Set(outside.map(({gone}) => gone))).toEqual(new Set(['outside']));
  });
});

describe('what became of the road is told', () => {
  test('built: the gap between two ends is closed', async () => {
    const facing = review.findings.find(({rule, far}) => rule === 'R3' && far !== undefined)!;
    const at = (lon: number, lat: number): number =>
      data.nodes.find((node) => node.lon === lon && node.lat === lat)!.id;
    const link = [at(facing.lon, facing.lat), at(facing.far!.lon, facing.far!.lat)];
    const built = await networkOf({
      ...data,
      ways: [...data.ways, {id: 9_999_999, refs: link, tags: {highway: facing.class}}],
    });
    const {vanished} = applied(built);
    expect(vanished).toMatchObject([{entry: {id: facing.id}, gone: 'goes-on'}]);
  });

  test('taken out of the data', async () => {
    const gone = review.findings.find(({rule}) => rule === 'R2')!;
    const end = data.nodes.find(({lon, lat}) => lon === gone.lon && lat === gone.lat)!;
    const without = await networkOf({
      ...data,
      ways: data.ways.map((way) =>
        way.refs.includes(end.id) ? {...way, tags: {...way.tags, highway: 'track'}} : way,
      ),
    });
    const {vanished} = applied(without);
    expect(vanished.map(({entry}) => entry.id)).toContain(gone.id);
    const told = vanished.find(({entry}) => entry.id === gone.id)!;
    expect(['no-road', 'still-ends']).toContain(told.gone);
  });

  test('findings of a lower class or level than asked for are left alone', () => {
    const ask = {level: 'province', minClass: 'primary'} as const;
    const answer = deadEnds(network, ask);
    const {notAsked, vanished} = applyReview(network, answer, review, 'review.json', ask);
    for (const {level, class: road} of notAsked) {
      expect(level !== 'province' || road === 'secondary').toBe(true);
    }
    expect(notAsked.length).toBeGreaterThan(5);
    for (const {entry} of vanished) expect(entry.class).not.toBe('secondary');
  });
});

test('carried over: the file of the next run has every verdict, and runs agree', () => {
  const first = applied(network);
  const next = reviewFileOf(first.answer.rows, review.asked, network.meta.dataDate, first);
  const byId = (file: ReviewFile) => new Map(file.findings.map((one) => [one.id, one.review]));
  expect(byId(next)).toEqual(byId(review));
  expect(applied(network, next).answer.rows).toEqual(first.answer.rows);
});

test('a verdict of what vanished stays in the file', async () => {
  const [west, south, east, north] = data.bounds!;
  const middle = (west + east) / 2;
  const box = [west, south, middle, north] as const;
  const half = await networkOf({...clipTo(data, box, 'complete'), bounds: box});
  const seen = applied(half);
  const next = reviewFileOf(seen.answer.rows, review.asked, null, seen);
  const back = applied(network, next);
  expect(back.vanished).toEqual([]);
  const verdicts = back.answer.rows.filter((row) => row.review !== undefined);
  expect(verdicts.length).toBeGreaterThan(0.9 * review.findings.length);
});

test('a review of another region is one sentence', () => {
  const elsewhere = {
    ...review,
    findings: review.findings.map((one) => ({...one, lon: one.lon - 20})),
  };
  expect(() => applied(network, elsewhere)).toThrow(/review\.json reviews another region/);
  expect(() => applied(network, {...review, findings: []})).not.toThrow();
});
