import { parseArgs } from 'node:util';
import { SCENARIOS } from '../experiment/scenarios';

/** What `--help` prints. */
export const HELP = `Runs an Offgrid experiment without a browser and writes its result as JSON:
{ settings, datasetHash, truth, snapshot, series }.

usage: npm run experiment -- [options]

  --set key=value    a setting, as in a link (repeatable): --set scenario=extrapolation
                     --set cql.alpha=0.5; see the README for the keys
  --steps N          training steps; without it the scenario's own number
  --seeds N          training seeds on the one dataset, from train.seed upwards
  --out FILE         where the result goes; without it, standard output
  --dataset FILE     also writes the dataset as CSV
  --backend NAME     cpu or wasm (default wasm)
  --help             this text

scenarios: ${SCENARIOS.map(({ id }) => id).join(', ')}
`;

const BACKENDS = ['wasm', 'cpu'] as const;

/** A mistake in how the command was called. */
export class UsageError extends Error {}

/** What the command was asked to do. */
export interface Invocation {
  /** Settings by key; `--steps` and `--seeds` are among them and win over `--set`. */
  readonly given: Readonly<Record<string, string>>;
  readonly out: string | undefined;
  readonly dataset: string | undefined;
  /** The pinned backend; undefined where the settings decide. */
  readonly backend: (typeof BACKENDS)[number] | undefined;
}

/** What `key=value` says; values may hold further equals signs. */
function readAssignment(text: string): readonly [string, string] {
  const equals = text.indexOf('=');
  if (equals > 0) return [text.slice(0, equals), text.slice(equals + 1)];
  throw new UsageError(`--set takes key=value, not “${text}”.`);
}

/**
 * Reads the arguments after the program's name.
 *
 * @throws UsageError with a sentence on an unknown option, a missing value or a malformed one. What a
 * setting may be is not looked at here: settings out of range are put right, with a notice.
 */
export function readArguments(args: readonly string[]): Invocation | 'help' {
  let values: ReturnType<typeof parse>['values'];
  try {
    values = parse(args).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
  if (values.help) return 'help';
  const backend = BACKENDS.find((name) => name === values.backend);
  if (values.backend !== undefined && !backend) {
    throw new UsageError(`--backend takes ${BACKENDS.join(' or ')}, not “${values.backend}”.`);
  }
  const given = new Map((values.set ?? []).map(readAssignment));
  if (values.steps !== undefined) given.set('steps', values.steps);
  if (values.seeds !== undefined) given.set('seeds', values.seeds);
  return { given: Object.fromEntries(given), out: values.out, dataset: values.dataset, backend };
}

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    allowPositionals: false,
    options: {
      set: { type: 'string', multiple: true },
      steps: { type: 'string' },
      seeds: { type: 'string' },
      out: { type: 'string' },
      dataset: { type: 'string' },
      backend: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
}
