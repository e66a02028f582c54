import { describe, expect, it } from 'vitest';
import { byKey, namesOf } from './keys';

const press = (key: string, code: string) => ({ key, code });
const letters: Readonly<Record<string, string>> = { r: 'run', x: 'reset', n: 'notes' };
const find = (name: string) => letters[name];

describe('the names of a key', () => {
  it('are what it types, then what an English keyboard has there', () => {
    expect(namesOf(press('R', 'KeyR'))).toEqual(['r']);
    expect(namesOf(press('к', 'KeyR'))).toEqual(['к', 'r']);
    expect(namesOf(press('&', 'Digit1'))).toEqual(['&', '1']);
    expect(namesOf(press('ArrowUp', 'ArrowUp'))).toEqual(['ArrowUp']);
    expect(namesOf(press('1', 'Numpad1'))).toEqual(['1']);
  });
});

describe('a shortcut by letter', () => {
  it('is found on a Russian, a Greek and an Arabic keyboard', () => {
    for (const key of ['к', 'ρ', 'ق']) expect(byKey(press(key, 'KeyR'), find)).toBe('run');
  });

  it('is the letter written on the key where there is one', () => {
    // Dvorak types R where the English keyboard has O, and O's own place types R.
    expect(byKey(press('r', 'KeyO'), find)).toBe('run');
    expect(byKey(press('n', 'KeyL'), find)).toBe('notes');
    // AZERTY's A lies on Q: neither is a shortcut here.
    expect(byKey(press('a', 'KeyQ'), find)).toBeUndefined();
  });

  it('is nothing where neither name is one', () => {
    expect(byKey(press('й', 'KeyQ'), find)).toBeUndefined();
    expect(byKey(press('F5', 'F5'), find)).toBeUndefined();
  });
});
