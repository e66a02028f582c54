// npm run soak -- [--minutes N] [--resets N] [--steps N] [--only engine|page] [DEED …]
//
// Trains and uses the page for long, and says what has grown; ends with 1 where something has.
import { parseArgs } from 'node:util';
import { soakPage } from './soak/page';
import { soakEngine } from './soak/rungs';

const HELP = `npm run soak -- [--minutes N] [--resets N] [--steps N] [--only engine|page] [DEED …]

Trains for long in Node and uses the built page for long in Chromium, looks again and again at what is
held after a collection of garbage, and ends with 1 and a sentence where something grows.

  --steps N      training steps on the SIMD rung in Node (1000000); a fiftieth on the composed rungs
  --minutes N    minutes that the page trains on and on (30)
  --resets N     how often it is reset, and given another scenario and another language (500); a fifth as
                 often everything else that can be opened and closed
  --only PLACE   engine or page
  DEED           of what is done in the page only that which has this in its name: language, lesson, training …`;

function numberOf(name: string, given: string): number {
  const value = Number(given);
  if (!(value > 0)) throw new Error(`--${name} takes a number above 0, not «${given}».`);
  return value;
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: {
      minutes: { type: 'string', default: '30' },
      resets: { type: 'string', default: '500' },
      steps: { type: 'string', default: '1000000' },
      only: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  if (values.help) return console.log(HELP);
  const { only } = values;
  if (only !== undefined && only !== 'engine' && only !== 'page')
    throw new Error(`--only takes engine or page, not «${only}».`);
  const patience = {
    minutes: numberOf('minutes', values.minutes),
    times: numberOf('resets', values.resets),
  };
  const complaints: string[] = [];
  if (only !== 'page') complaints.push(...(await soakEngine(numberOf('steps', values.steps))));
  if (only !== 'engine') complaints.push(...(await soakPage(patience, positionals)));
  for (const complaint of complaints) console.error(`soak: ${complaint}`);
  if (complaints.length > 0) process.exitCode = 1;
  else console.log('\nNothing grows.');
}

await main().catch((error: unknown) => {
  console.error(`soak: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
});
