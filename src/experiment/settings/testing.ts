import fc from 'fast-check';
import { printEdits } from '../../data/edits';
import { printMixture } from '../../data/mixture';
import { printPainted } from '../../data/painted';
import { printPairs } from '../../data/pairs';
import { cellPairs, datasetEdits, mixtureParts, paintedCells } from '../../data/testing/texts';
import { AUTO } from '../../learners/meta';
import { LEARNER_KINDS } from '../../learners/types';
import type { Settings } from '../types';
import { schemaOf, settingKeys } from './describe';
import { resolveSettings } from './parse';

const instanceId = fc.oneof(
  fc.constantFrom(...LEARNER_KINDS),
  fc
    .tuple(fc.constantFrom(...LEARNER_KINDS), fc.stringMatching(/^[a-z0-9]{1,16}$/))
    .map(([kind, suffix]) => `${kind}-${suffix}`),
);

const map = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 2, max: 6 }))
  .chain(([rows, columns]) =>
    fc.array(
      fc
        .array(fc.constantFrom('#', '.', 'P', 'C'), {
          minLength: columns - 2,
          maxLength: columns - 2,
        })
        .map((cells) => `S${cells.join('')}G`),
      { minLength: rows, maxLength: rows },
    ),
  )
  .map((rows) => rows.join('/'));

/** Legal values of settings that are texts, each with a grammar of its own. */
const TEXTS: Readonly<Record<string, fc.Arbitrary<string>>> = {
  'world.map': fc.oneof(fc.constant(''), map),
  'behavior.painted': paintedCells.map(printPainted),
  'behavior.mixture': mixtureParts.map(printMixture),
  'data.edits': datasetEdits.map(printEdits),
  'oracle.pairs': cellPairs.map(printPairs),
  'data.file': fc.oneof(fc.constant(''), fc.stringMatching(/^[0-9a-f]{16}$/)),
  lesson: fc.oneof(fc.constant(''), fc.stringMatching(/^[a-z0-9-]{1,30}\.[0-9]{1,2}$/)),
  'lesson.answers': fc.stringMatching(/^[a-z0-9.=;,-]{0,400}$/),
  present: fc.stringMatching(/^([a-z-]{0,20}|[0-9]{1,3})$/),
  // A file has lines, so that it always travels compressed.
  lecture: fc
    .array(fc.string({ maxLength: 200 }), { maxLength: 4 })
    .map((acts) => (acts.length > 0 ? JSON.stringify(acts, null, 1) : '')),
};

/** Something that somebody may have written for a program; a setting holds it whether it is one or not. */
const program = fc
  .array(fc.constantFrom(...'Qs(a,)πβ=·′̄²− \n#'), { maxLength: 600 })
  .map((signs) => signs.join('').normalize().trim());

/** A legal value of a setting. */
function legalValue(key: string): fc.Arbitrary<unknown> {
  const description = schemaOf(key);
  switch (description?.type) {
    case 'number': {
      const { min, max, integer, auto } = description;
      const number = integer ? fc.integer({ min, max }) : fc.double({ min, max, noNaN: true });
      return auto ? fc.oneof({ weight: 3, arbitrary: number }, fc.constant(AUTO)) : number;
    }
    case 'choice':
      return fc.constantFrom(...description.options.map(({ value }) => value));
    case 'boolean':
      return fc.boolean();
    case 'list':
      return fc.subarray([...LEARNER_KINDS]);
    case 'text':
      if (key in TEXTS) return TEXTS[key];
      if (key.endsWith('.loss')) return program;
  }
  throw new Error(`No legal values for ${key}.`);
}

/** Complete settings as a person may have them: some scenario, some learners, some things changed. */
export const validSettings: fc.Arbitrary<Settings> = fc
  .uniqueArray(instanceId, { minLength: 1, maxLength: 8 })
  .chain((learners) => {
    // Habits stay with whoever has them: no link brings them.
    const keys = settingKeys(learners).filter(
      (key) => key !== 'learners' && !schemaOf(key)?.preference,
    );
    return fc
      .subarray(keys, { maxLength: 12 })
      .chain((chosen) =>
        fc.tuple(...chosen.map((key) => legalValue(key).map((value) => [key, value] as const))),
      )
      .chain((changes) =>
        fc
          .boolean()
          .map((listed) =>
            Object.fromEntries([...changes, ...(listed ? [['learners', learners]] : [])]),
          ),
      );
  })
  .map((given) => resolveSettings(given).settings);

const knownKey = fc.constantFrom(...settingKeys(['cql-x']), 'cql-x.alpha', 'edits', 'v');
const hostileValue = fc.oneof(
  fc.anything({ withBigInt: true, withNullPrototype: true, withObjectString: true }),
  fc.double(),
  fc.string(),
  fc.constantFrom(
    'NaN',
    '-Infinity',
    '1e999',
    '__proto__',
    '\u202e',
    'S'.repeat(9000),
    '////',
    '-0',
    '3.4u,9.9x,3.4:1-2-3-4',
    '2*expert+1*softmax(0)',
    'top(10);!erase(3.3-1.1,up);below(NaN)',
  ),
);

/** Records of anything under known, unknown and prototype keys. */
export const anyGiven: fc.Arbitrary<Record<string, unknown>> = fc
  .array(
    fc.tuple(
      fc.oneof(
        knownKey,
        fc.string(),
        fc.constantFrom('__proto__', 'constructor', 'prototype', 'toString', 'cql.__proto__'),
      ),
      hostileValue,
    ),
    { maxLength: 20 },
  )
  .map((entries) => Object.fromEntries(entries));
