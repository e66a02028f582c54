import { parseArgs } from 'node:util';
import { PLACES, type Place } from './types';

/** What `--help` prints. */
export const HELP = `Times the engine in Node and in a module worker of a page in Chromium: one JSON line a case, then
Markdown tables with ratios against peers measured in the same run.

usage: npm run bench -- [options]

  --quick          a few cases, in seconds
  --only PLACE     node or browser
  --repeat N       timed repetitions of every case (default 9, with --quick 3; very slow cases at least 3)
  --help           this text

Peers train CQL, batch 128, width 64: textbook tfjs (the union package: variables, tf.train.adam,
minimize; one network) on cpu, wasm and WebGL, and jax-js jit on wasm, alone and as a stack of all
networks. The stack of 20 is two CQL instances with ten training seeds each. All cases of a group
take turns; medians and, in brackets, the best repetition are reported. Minibatches are drawn
beforehand. The SIMD stack passes equal states of a minibatch through the networks once, so the stack
of 20 is measured a second time on data in which hardly any state repeats ("spread states").
The default run as a whole is timed last, on the built page at full speed and in Node, in turns.
Everything runs on one thread. On WebGL a launch is a program run, elsewhere a call to a tfjs kernel
that computes something; it is null where it is not counted.
`;

/** What was asked for. */
export interface Invocation {
  readonly quick: boolean;
  readonly places: readonly Place[];
  /** Timed repetitions a case; undefined where the default is to serve. */
  readonly repetitions: number | undefined;
}

/** A mistake in how the command was called. */
export class UsageError extends Error {}

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    allowPositionals: false,
    options: {
      quick: { type: 'boolean', default: false },
      only: { type: 'string' },
      repeat: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
}

/** Reads the arguments after the program's name. Throws UsageError with a sentence. */
export function readArguments(args: readonly string[]): Invocation | 'help' {
  let values: ReturnType<typeof parse>['values'];
  try {
    values = parse(args).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
  if (values.help) return 'help';
  const { quick, only, repeat } = values;
  const places = only === undefined ? PLACES : PLACES.filter((place) => place === only);
  if (places.length === 0) throw new UsageError(`--only takes node or browser, not “${only}”.`);
  const repetitions = repeat === undefined ? undefined : Number(repeat);
  if (repetitions !== undefined && !(Number.isInteger(repetitions) && repetitions >= 1)) {
    throw new UsageError(`--repeat takes a whole number from 1 upwards, not “${repeat}”.`);
  }
  return { quick, places, repetitions };
}
