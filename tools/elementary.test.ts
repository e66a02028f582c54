import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/** What an engine may round as it likes, so that numbers made of it differ between browsers. */
const LEFT_TO_ENGINES =
  /Math\.(exp|expm1|log|log1p|log2|log10|pow|sin|cos|tan|tanh|sinh|cosh|asin|acos|atan|atan2|cbrt|hypot)\b/;

it('leaves no number of a run to how an engine rounds', () => {
  const folders = ['mdp', 'data', 'engine', 'learners', 'experiment', 'random'];
  const found = folders.flatMap((folder) =>
    readdirSync(join('src', folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !/test|import[/\\]readings/.test(file))
      .filter((file) => LEFT_TO_ENGINES.test(readFileSync(join('src', folder, file), 'utf8')))
      .map((file) => `${folder}/${file}`),
  );
  // The sines of an encoding are rounded to 32 bits, which hides the last places of 64; the other names in a
  // comment what it stands for.
  expect(found).toEqual(['engine/encoding.ts', 'random/elementary.ts']);
});
