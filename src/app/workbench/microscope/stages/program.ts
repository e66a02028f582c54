import { definitionNamed } from '../../../../learners/dimensions';
import { stages } from '../../../../texts/stages';
import { words } from '../../../../texts/words';
import { value } from './common';
import type { Teller } from './types';

/** What a program works out of which only its names are known: each by its name, in its order. */
export const programStages: Teller = (_, { values }) => {
  const lines = Object.entries(values).flatMap(([working, numbers]) => {
    const name = definitionNamed(working);
    if (name === null) return [];
    return [
      numbers.length === 1
        ? `${name} = ${value(numbers[0])}`
        : `${name} = (${numbers.map(value).join('; ')})`,
    ];
  });
  if (lines.length === 0) return [];
  const t = stages().program;
  return [
    {
      id: 'program',
      title: t.title,
      text: t.text(words().actions.join('; ')),
      formula: lines.join('\n'),
      bars: [],
      at: 'state',
    },
  ];
};
