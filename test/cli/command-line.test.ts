import {expect, test} from 'vitest';
import {commandLine} from '../../src/cli/command-line.ts';

test('a command is told as it could be typed beside the files, wherever they were and went', () => {
  const args = {
    _: ['report'],
    $0: 'guantong',
    network: '/home/a b/net.gtn',
    output: '/tmp/x',
    o: '/tmp/x',
    quiet: true,
    projects: 'some/where/项目 1.json',
    'as-of': '2020-11-30',
    asOf: '2020-11-30',
    pairs: '温州-南平,温州-上饶',
    permeability: true,
    all: true,
    places: undefined,
  };
  const told =
    'guantong report net.gtn --all --as-of 2020-11-30 --pairs 温州-南平,温州-上饶 --projects "项目 1.json"';
  expect(commandLine('report', args)).toBe(told);
  expect(commandLine('report', {...args, all: false, permeability: false})).toContain(
    '-上饶 --no-permeability --projects',
  );
  expect(commandLine('report', {...args, network: 'other/net.gtn', o: 'y', output: 'y'})).toBe(
    told,
  );
});
