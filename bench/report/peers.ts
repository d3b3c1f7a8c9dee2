import {QUESTIONS} from '../protocol.ts';
import type {EngineRun, SizeRun} from '../run-size.ts';
import {agreementOf, answersOf} from './agreement.ts';
import {figure, mib, table} from './figures.ts';

/** D of a network in milliseconds: what all ratios are relative to. */
export function yardstickMs({ours, engines}: SizeRun): number {
  const own = ours.find(({what}) => what === 'D')?.value;
  return own ?? (engines[0] && answersOf(engines[0]).get('one-to-all')?.ms) ?? Number.NaN;
}

/** One table a network: all engines on the common questions. */
export function peerSection(sizes: readonly SizeRun[]): string {
  return `## All engines on the same questions

Ratios to D of the same network in the same run; a dash stands for what was not answered, with the reason below.

${sizes.map(sizeTable).join('\n\n')}

What each time covers:

${insides(sizes)}`;
}

function sizeTable(size: SizeRun): string {
  const d = yardstickMs(size);
  const rows = size.engines.map((engine) => {
    const answers = answersOf(engine);
    const cells = QUESTIONS.map((question) => {
      const answer = answers.get(question);
      return answer ? figure(answer.ms / d) : '–';
    });
    return [engine.name, ...cells, mib(engine.ran.peakBytes), agreement(engine, size.engines)];
  });
  const head = ['engine', ...QUESTIONS, 'peak memory', 'costs'];
  const remarks = size.engines.flatMap(remarksOf);
  return `### ${figure(size.nodeCount)} nodes (D = ${figure(d)} ms)

${table(head, rows)}
${remarks.length > 0 ? `\n${remarks.join('\n')}` : ''}`.trimEnd();
}

function agreement(engine: EngineRun, engines: readonly EngineRun[]): string {
  const {same, different} = agreementOf(engine, engines);
  if (different.length > 0) return `**differ** (${different.join(', ')})`;
  if (engine === engines[0]) return 'the measure';
  return same.length > 0 ? `agree (${same.length})` : '–';
}

/** Why an engine did not answer, a line for each reason. */
function remarksOf({name, ran}: EngineRun): string[] {
  const reasons = new Map<string, string[]>();
  for (const line of ran.lines) {
    if (line.kind === 'note') reasons.set(line.text, []);
    if (line.kind === 'refusal') {
      reasons.set(line.reason, [...(reasons.get(line.reason) ?? []), line.question]);
    }
  }
  if (ran.failure !== null) reasons.set(ran.failure, []);
  return [...reasons].map(([reason, questions]) => {
    const about = questions.length > 0 ? `, ${questions.join(', ')}` : '';
    return `- ${name}${about}: ${reason}`;
  });
}

function insides(sizes: readonly SizeRun[]): string {
  const lines = new Set<string>();
  for (const engine of sizes.flatMap(({engines}) => engines)) {
    for (const [question, {inside}] of answersOf(engine)) {
      lines.add(`- ${engine.name}, ${question}: ${inside}`);
    }
  }
  return [...lines].join('\n');
}
