import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { STAGES, stagesFor } from './stages.mjs';

describe('the stages of npm test', () => {
  it('are scripts of the package', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
    for (const { script } of STAGES) expect(Object.keys(scripts)).toContain(script[0]);
  });

  it('are all run where none is named', () => {
    expect(stagesFor([])).toEqual(STAGES);
  });

  it('are run alone with what they are told, after the build where they look at the page', () => {
    expect(stagesFor(['unit', 'src/mdp']).map(({ script }) => script)).toEqual([
      ['unit', 'src/mdp'],
    ]);
    expect(stagesFor(['e2e', 'gallery']).map(({ script }) => script)).toEqual([
      ['build'],
      ['e2e', 'gallery'],
    ]);
    expect(stagesFor(['build']).map(({ name }) => name)).toEqual(['build']);
  });

  it('are named where one is asked for that there is not', () => {
    expect(() => stagesFor(['e2'])).toThrow('no stage “e2”');
    expect(() => stagesFor(['e2'])).toThrow('size, webgl, browsers, e2e');
  });
});
