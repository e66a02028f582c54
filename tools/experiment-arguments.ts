import { parseArgs } from 'node:util';
import { EXPORT_FORMATS } from '../src/data/export/formats';
import { SCENARIOS } from '../src/experiment/scenarios';
import { describe } from '../src/experiment/settings/describe';
import { resolveSettings } from '../src/experiment/settings/parse';

/** Every setting with its default in the default scenario, a line each. */
function settingLines(): string {
  const { settings } = resolveSettings({});
  const width = Math.max(...Object.keys(settings).map((key) => key.length));
  return Object.entries(settings)
    .map(([key, value]) => {
      const description = describe(key, settings);
      const unit = description.type === 'number' && description.unit ? ` ${description.unit}` : '';
      return `  ${key.padEnd(width)}  ${description.label} (${String(value) || 'none'}${unit})`;
    })
    .join('\n');
}

/** What `--dataset` writes for every ending, a line each. */
const formatLines = (): string =>
  EXPORT_FORMATS.map(
    ({ ending, label }, index) =>
      `                       .${ending.padEnd(6)}${label}${index === 0 ? ' (also for any other ending)' : ''}`,
  ).join('\n');

/** What `--help` prints. */
export function help(): string {
  return `Runs an Offgrid experiment without a browser and writes its result as JSON:
{ settings, rewardScale, datasetHash, truth, snapshot, series, ending }.

usage: npm run experiment -- [options]

  --set key=value    a setting, as in a link (repeatable): --set scenario=extrapolation
                     --set cql.alpha=0.5
  --steps N          training steps; without it the scenario's own number, or until it has settled
  --seeds N          training seeds on the one dataset, from train.seed upwards
  --out FILE         where the result goes; without it, standard output
  --data FILE        trains on the rows of FILE instead of collecting any: CSV, JSON, .npz, HDF5 (D4RL,
                     Minari), in any usual shape; how it was read stands on standard error and in
                     result.import; ends with 1 where no row fits the world
  --tables FILE      also writes what every learner L has learned at the last step, as .npz in float64 and
                     the world's units: counts and for every seed k from 0 L.k.q, L.k.policy (states × 4)
                     and L.k.v (states), where it has them
  --dataset FILE     also writes the dataset, by the ending of FILE:
${formatLines()}
  --backend NAME     cpu or wasm; without it as the settings say, else wasm
  --help             this text

scenarios: ${SCENARIOS.map(({ id }) => id).join(', ')}

settings, with their defaults in the first scenario:
${settingLines()}
`;
}

const BACKENDS = ['wasm', 'cpu'] as const;

/** A mistake in how the command was called. */
export class UsageError extends Error {}

/** What the command was asked to do. */
export interface Invocation {
  /** Settings by key; `--steps` and `--seeds` are among them and win over `--set`. */
  readonly given: Readonly<Record<string, string>>;
  readonly out: string | undefined;
  readonly dataset: string | undefined;
  /** Where the learned tables go. */
  readonly tables: string | undefined;
  /** A file to train on. */
  readonly data: string | undefined;
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
  const { out, dataset, tables, data } = values;
  return { given: Object.fromEntries(given), out, dataset, tables, data, backend };
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
      tables: { type: 'string' },
      data: { type: 'string' },
      backend: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
}
