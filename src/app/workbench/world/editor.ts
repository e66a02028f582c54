import type { Given } from '../../../experiment/settings/parse';
import { world } from '../../../texts/world';
import {
  type History,
  type Named,
  NO_HISTORY,
  type Stroke,
  stepped,
  steppedBack,
  steppedForth,
} from '../history';
import {
  columnsOf,
  type Drawing,
  lineBetween,
  painted,
  rectangleBetween,
  type Sign,
} from './drawing';
import { nameOfSign } from './signs';

interface Step extends Named {
  /** The drawing to return to. */
  readonly drawing: Drawing;
  /** Settings of the world that changed with it, where it came from outside of the editor. */
  readonly settings?: { readonly before: Given; readonly after: Given };
}

interface SignStroke extends Stroke<Drawing> {
  readonly sign: Sign;
}

/** A drawing with its history; changed only through the functions of this file. */
export interface Editor extends History<Step> {
  readonly drawing: Drawing;
  readonly stroke: SignStroke | null;
}

export function newEditor(drawing: Drawing): Editor {
  return { drawing, ...NO_HISTORY, stroke: null };
}

/** Another drawing by one step that can be undone; a stroke under way ends first. */
export function changed(
  editor: Editor,
  drawing: Drawing,
  name: string,
  settings?: Step['settings'],
): Editor {
  const settled = strokeEnded(editor);
  if (sameDrawing(drawing, settled.drawing)) return settled;
  const step = { drawing: settled.drawing, name, ...(settings ? { settings } : {}) };
  return { drawing, ...stepped<Step>(settled, step), stroke: null };
}

/** A step on its way between past and future: the way back leads to the present drawing. */
const turnedIn =
  ({ drawing }: Editor) =>
  (step: Step): Step => ({ ...step, drawing });

/** The last step taken back; during a stroke, the stroke is given up instead. */
export function undone(editor: Editor): Editor {
  if (editor.stroke) return strokeGivenUp(editor);
  const back = steppedBack(editor, turnedIn(editor));
  return back ? { drawing: back.step.drawing, ...back.history, stroke: null } : editor;
}

/** The step taken back last made again; nothing while a stroke is under way. */
export function redone(editor: Editor): Editor {
  const forth = editor.stroke ? null : steppedForth(editor, turnedIn(editor));
  return forth ? { drawing: forth.step.drawing, ...forth.history, stroke: null } : editor;
}

/** A stroke begun with a cell; one already under way ends first. */
export function strokeBegun(
  editor: Editor,
  cell: number,
  sign: Sign,
  shape: SignStroke['shape'],
): Editor {
  const settled = strokeEnded(editor);
  return {
    ...settled,
    drawing: painted(settled.drawing, [cell], sign),
    stroke: { before: settled.drawing, sign, shape, from: cell, at: cell },
  };
}

/**
 * The stroke led on to a cell: a line paints every cell on the way, a rectangle spans from where it
 * began and leaves what lies outside as it was. Nothing without a stroke.
 */
export function strokeMoved(editor: Editor, cell: number): Editor {
  const { stroke, drawing } = editor;
  if (stroke === null || cell === stroke.at) return editor;
  const columns = columnsOf(drawing);
  return {
    ...editor,
    drawing:
      stroke.shape === 'line'
        ? painted(drawing, lineBetween(columns, stroke.at, cell), stroke.sign)
        : painted(stroke.before, rectangleBetween(columns, stroke.from, cell), stroke.sign),
    stroke: { ...stroke, at: cell },
  };
}

/** The stroke as one step that can be undone; none where it changed nothing. */
export function strokeEnded(editor: Editor): Editor {
  const { stroke, drawing } = editor;
  if (stroke === null) return editor;
  const before = { ...editor, drawing: stroke.before, stroke: null };
  return changed(before, drawing, world().steps.painted(nameOfSign(stroke.sign)));
}

/** The drawing as it was before the stroke. */
export function strokeGivenUp(editor: Editor): Editor {
  const { stroke } = editor;
  return stroke === null ? editor : { ...editor, drawing: stroke.before, stroke: null };
}

/** Whether two drawings are the same cell for cell. */
export function sameDrawing(one: Drawing, other: Drawing): boolean {
  return one === other || one.join('/') === other.join('/');
}
