import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mapFaults } from '../../../mdp/world';
import {
  blankDrawing,
  columnsOf,
  type Drawing,
  flipped,
  lineAdded,
  lineRemoved,
  mirrored,
  resized,
  SIDES,
  signAt,
  turned,
} from './drawing';
import {
  changed,
  type Editor,
  newEditor,
  redone,
  strokeBegun,
  strokeEnded,
  strokeGivenUp,
  strokeMoved,
  undone,
} from './editor';
import { anyDrawing, anySign, drawingAndCells } from './testing';

type Act = (editor: Editor) => Editor;

const cellOf = (drawing: Drawing, at: number) => at % (drawing.length * columnsOf(drawing));
const whole =
  (change: (drawing: Drawing) => Drawing): Act =>
  (editor) =>
    changed(editor, change(editor.drawing), 'a change');
const size = fc.integer({ min: -3, max: 50 });

/** Everything that can be done to an editor, in any order, also in the middle of a stroke. */
const anyAct: fc.Arbitrary<Act> = fc.oneof(
  fc.tuple(fc.nat(), anySign, fc.constantFrom('line' as const, 'rectangle' as const)).map(
    ([at, sign, shape]): Act =>
      (editor) =>
        strokeBegun(editor, cellOf(editor.drawing, at), sign, shape),
  ),
  fc.nat().map(
    (at): Act =>
      (editor) =>
        strokeMoved(editor, cellOf(editor.drawing, at)),
  ),
  fc.constantFrom<Act>(strokeEnded, strokeGivenUp, undone, redone),
  fc.constantFrom<Act>(whole(mirrored), whole(flipped), whole(turned)),
  fc.constantFrom(...SIDES).chain((side) =>
    fc.constantFrom<Act>(
      whole((drawing) => lineAdded(drawing, side)),
      whole((drawing) => lineRemoved(drawing, side)),
    ),
  ),
  fc.tuple(size, size).map(([rows, columns]) => whole((d) => resized(d, rows, columns))),
  fc.tuple(size, size).map(([rows, columns]) => whole(() => blankDrawing(rows, columns))),
);

const anyEditor: fc.Arbitrary<Editor> = fc
  .tuple(anyDrawing, fc.array(anyAct, { maxLength: 25 }))
  .map(([drawing, acts]) => acts.reduce((editor, act) => act(editor), newEditor(drawing)));

describe('an editor', () => {
  it('holds a rectangle of legal characters after any sequence of acts', () => {
    fc.assert(
      fc.property(anyEditor, (editor) => {
        const steps = [...editor.past, ...editor.future];
        for (const drawing of [editor.drawing, ...steps.map((step) => step.drawing)]) {
          const kinds = mapFaults(drawing).map(({ kind }) => kind);
          expect(kinds.filter((kind) => kind !== 'start' && kind !== 'goal')).toEqual([]);
        }
      }),
    );
  });

  it('makes again what it has taken back', () => {
    fc.assert(
      fc.property(anyEditor.map(strokeEnded), (editor) => {
        fc.pre(editor.past.length > 0);
        expect(redone(undone(editor))).toEqual(editor);
        const { future } = undone(editor);
        expect(future).toHaveLength(editor.future.length + 1);
      }),
    );
  });

  it('comes back to where it began by undoing everything, and forth by redoing it', () => {
    fc.assert(
      fc.property(anyDrawing, fc.array(anyAct, { maxLength: 25 }), (drawing, acts) => {
        const end = strokeEnded(acts.reduce((editor, act) => act(editor), newEditor(drawing)));
        let editor = end;
        while (editor.past.length > 0) editor = undone(editor);
        expect(editor.drawing).toEqual(drawing);
        for (let step = 0; step < end.past.length; step++) editor = redone(editor);
        expect(editor).toEqual(end);
      }),
    );
  });

  it('forgets what was taken back once something else is done', () => {
    const editor = changed(undone(changed(newEditor(['S.G']), ['S#G'], 'a')), ['SPG'], 'b');
    expect(editor.future).toEqual([]);
    expect(editor.past).toEqual([{ drawing: ['S.G'], name: 'b' }]);
  });

  it('has nothing to undo where nothing changed', () => {
    const editor = newEditor(['S.G']);
    expect(changed(editor, ['S.G'], 'nothing').past).toEqual([]);
    expect(strokeEnded(strokeBegun(editor, 0, 'S', 'line')).past).toEqual([]);
    expect(undone(editor)).toBe(editor);
    expect(redone(editor)).toBe(editor);
  });
});

describe('a stroke', () => {
  it('is one step, however many cells it paints', () => {
    fc.assert(
      fc.property(drawingAndCells(6), anySign, ([drawing, cells], sign) => {
        let editor = strokeBegun(newEditor(drawing), cells[0], sign, 'line');
        for (const cell of cells) editor = strokeMoved(editor, cell);
        for (const cell of cells) expect(signAt(editor.drawing, cell)).toBe(sign);
        expect(undone(strokeEnded(editor)).drawing).toEqual(drawing);
        expect(strokeEnded(editor).past.length).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('leaves the drawing as it was when it is given up, also by undoing', () => {
    fc.assert(
      fc.property(
        drawingAndCells(4),
        anySign,
        fc.constantFrom('line' as const, 'rectangle' as const),
        ([drawing, cells], sign, shape) => {
          let editor = strokeBegun(newEditor(drawing), cells[0], sign, shape);
          for (const cell of cells) editor = strokeMoved(editor, cell);
          expect(strokeGivenUp(editor)).toEqual(newEditor(drawing));
          expect(undone(editor)).toEqual(newEditor(drawing));
        },
      ),
    );
  });

  it('as a rectangle gives back what it no longer spans', () => {
    fc.assert(
      fc.property(drawingAndCells(5), anySign, ([drawing, cells], sign) => {
        const columns = columnsOf(drawing);
        let editor = strokeBegun(newEditor(drawing), cells[0], sign, 'rectangle');
        for (const cell of cells) editor = strokeMoved(editor, cell);
        const corner = (cell: number) => [Math.floor(cell / columns), cell % columns];
        const [r0, c0] = corner(cells[0]);
        const [r1, c1] = corner(cells[4]);
        for (let cell = 0; cell < drawing.length * columns; cell++) {
          const [r, c] = corner(cell);
          const inside = (r - r0) * (r - r1) <= 0 && (c - c0) * (c - c1) <= 0;
          expect(signAt(editor.drawing, cell)).toBe(inside ? sign : signAt(drawing, cell));
        }
      }),
    );
  });
});
