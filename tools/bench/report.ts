import type { CaseLine, Way } from './types';
import type { WholeRun } from './whole-run';

/** The JSON line of a case, with times to the microsecond. */
export function jsonLine(line: CaseLine | WholeRun): string {
  return JSON.stringify(line, (_, value: unknown) =>
    typeof value === 'number' ? Number(value.toPrecision(4)) : value,
  );
}

const LABELS: Readonly<Record<Way, string>> = {
  simd: 'Offgrid, SIMD stack',
  fused: 'Offgrid, fused WebGL programs',
  composed: 'Offgrid, composed tfjs operations',
  textbook: 'textbook tfjs',
  'jax-js': 'jax-js `jit`, one network',
  'jax-js-stack': 'jax-js `jit`, stack',
};

const isPeer = ({ implementation }: CaseLine) =>
  implementation === 'textbook' || implementation.startsWith('jax-js');

/** A number of milliseconds with three digits that say something. */
function milliseconds(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}

/** How many times faster something is. */
function times(ratio: number): string {
  return `${ratio >= 1 ? ratio.toFixed(1) : ratio.toPrecision(2)}×`;
}

/** The fastest of some cases, by the median; undefined of none. */
function fastest(lines: readonly CaseLine[]): CaseLine | undefined {
  return [...lines].sort((a, b) => a.msPerNetworkStep - b.msPerNetworkStep)[0];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function title(line: CaseLine): string {
  const { where, group, learners, seeds, batch, width, encoding, world, rows } = line;
  return `${group}, ${where === 'node' ? 'Node' : 'browser'}: ${learners.join(', ')} × ${seeds} seeds, batch ${batch}, width ${width}, ${world} states ${encoding}, ${rows} rows, ${line.distinctStates.toFixed(0)} distinct states a minibatch`;
}

/** A group with its peers: how many times faster each case is than the best of them. */
function comparison(lines: readonly CaseLine[]): string {
  const textbook = fastest(lines.filter(({ implementation }) => implementation === 'textbook'));
  const jax = fastest(lines.filter(({ implementation }) => implementation.startsWith('jax-js')));
  const ratio = (peer: CaseLine | undefined, line: CaseLine) =>
    peer === undefined ? '–' : times(peer.msPerNetworkStep / line.msPerNetworkStep);
  const bestRatio = (peer: CaseLine | undefined, line: CaseLine) => {
    if (peer === undefined) return '';
    const [theirs, ours] = [peer, line].map((one) => one.bestMsPerJointStep / one.networks);
    return ` (${times(theirs / ours)})`;
  };
  const best = (line: CaseLine) => milliseconds(line.bestMsPerJointStep / line.networks);
  return table(
    [
      'implementation',
      'backend',
      'networks a step',
      'ms a joint step',
      'ms a network step (best)',
      'launches a step',
      'speed against textbook tfjs (best)',
      'speed against jax-js (best)',
    ],
    lines.map((line) => [
      LABELS[line.implementation],
      line.backend,
      String(line.networks),
      milliseconds(line.msPerJointStep),
      `${milliseconds(line.msPerNetworkStep)} (${best(line)})`,
      String(line.kernelLaunchesPerStep ?? '–'),
      `${ratio(textbook, line)}${bestRatio(textbook, line)}`,
      `${ratio(jax, line)}${bestRatio(jax, line)}`,
    ]),
  );
}

/** How many times the best repetition of the first case of the same stack a case takes. */
function growth(line: CaseLine, lines: readonly CaseLine[]): string {
  const same = ({ backend, implementation }: CaseLine) =>
    backend === line.backend && implementation === line.implementation;
  const first = lines.find(same) ?? line;
  return times(line.bestMsPerJointStep / first.bestMsPerJointStep);
}

/** A group without peers: what its cases cost, and how the cost grows. */
function costs(lines: readonly CaseLine[]): string {
  return table(
    [
      'stack',
      'seeds',
      'width',
      'batch',
      'states',
      'rows',
      'ms a joint step (best)',
      'growth (best)',
      'ms a network step',
      'network steps a second',
      'launches a step',
    ],
    lines.map((line) => [
      `${line.backend}/${line.implementation}`,
      ...[line.seeds, line.width, line.batch, line.world, line.rows].map(String),
      `${milliseconds(line.msPerJointStep)} (${milliseconds(line.bestMsPerJointStep)})`,
      growth(line, lines),
      milliseconds(line.msPerNetworkStep),
      Math.round(line.networkStepsPerSecond).toLocaleString('en'),
      String(line.kernelLaunchesPerStep ?? '–'),
    ]),
  );
}

/**
 * Markdown for people: a table a group. Ratios are by a network's step, of medians and of best
 * repetitions, against the fastest peer of its kind in the same group.
 */
export function report(lines: readonly CaseLine[]): string {
  const groups = new Map<string, CaseLine[]>();
  for (const line of lines) {
    const key = `${line.where} ${line.group}`;
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return [...groups.values()]
    .map((group) => {
      if (group.some(isPeer)) return `${title(group[0])}\n\n${comparison(group)}`;
      const [{ group: name, where, learners }] = group;
      return `${name}, ${where === 'node' ? 'Node' : 'browser'}: ${learners.join(', ')}\n\n${costs(group)}`;
    })
    .join('\n\n');
}
