// Lets whatever might come in at every door of the page:
//
//   npm run fuzz -- [--seconds N] [--seed N] [DOOR …]
//
// N seconds a door (10). What a door gives way to is printed with its seed, which `--seed` begins with again;
// then it ends with 1.
import { parseArgs } from 'node:util';
import { doors } from './fuzz/doors';
import { visit } from './fuzz/run';

const { values, positionals } = parseArgs({
  args: process.argv.slice(2),
  options: { seconds: { type: 'string' }, seed: { type: 'string' } },
  allowPositionals: true,
});
const seconds = Number(values.seconds ?? 10);
// Another day tries something else; the seed is printed.
const seed = Number(values.seed ?? Math.floor(Date.now() / 86_400_000) * 1_000_000);
const all = await doors();
const unknown = positionals.find((name) => all.every((door) => door.name !== name));
if (unknown !== undefined || !(seconds > 0) || !Number.isInteger(seed)) {
  console.error(
    unknown === undefined
      ? 'usage: npm run fuzz -- [--seconds N] [--seed N] [DOOR …]'
      : `There is no door “${unknown}”. There are ${all.map(({ name }) => name).join(', ')}.`,
  );
  process.exit(2);
}
let broken = 0;
for (const door of all.filter(
  ({ name }) => positionals.length === 0 || positionals.includes(name),
)) {
  const found = await visit(door, seed, 1000 * seconds);
  const { ms, seed: at } = found.slowest;
  console.log(
    `${found.broken ? 'BROKEN' : '    ok'}  ${door.name}: ${found.tried} tried from seed ${seed} on, the slowest ${ms.toFixed(0)} ms (seed ${at})`,
  );
  if (!found.broken) continue;
  broken++;
  console.log(
    `seed ${found.broken.seed}\n${found.broken.given.slice(0, 4000)}\n${found.broken.why}`,
  );
}
process.exit(broken > 0 ? 1 : 0);
