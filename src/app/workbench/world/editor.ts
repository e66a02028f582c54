import type { Given } from '../../../experiment/settings/parse';
import { world } from '../../../texts/world';
import {
  columnsOf,
  type Drawing,
  lineBetween,
  painted,
  rectangleBetween,
  type Sign,
} from './drawing';
import { nameOfSign } from './signs';

/** What one undo takes back or one redo makes again. */
export interface Step {
  /** The drawing to return to. */
  readonly drawing: Drawing;
  /** What was done, as a noun: «wall painted», «row added at the top». */
  readonly name: string;
  /** Settings of the world that changed with it, where it came from outside of the editor. */
  readonly settings?: { readonly before: Given; readonly after: Given };
}

/** Painting under way: from pressing to letting go. */
interface Stroke {
  /** The drawing as it was before. */
  readonly before: Drawing;
  readonly sign: Sign;
  readonly shape: 'line' | 'rectangle';
  /** Where it began, and where it is. */
  readonly from: number;
  readonly at: number;
}

/** A drawing with its history; changed only through the functions of this file. */
export interface Editor {
  readonly drawing: Drawing;
  /** Latest last. */
  readonly past: readonly Step[];
  /** Next last. */
  readonly future: readonly Step[];
  readonly stroke: Stroke | null;
}

/** Steps that can be undone; an old one costs a few kilobytes at most. */
const DEEPEST = 500;

export function newEditor(drawing: Drawing): Editor {
  return { drawing, past: [], future: [], stroke: null };
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
  return {
    drawing,
    past: [...settled.past, step].slice(-DEEPEST),
    future: [],
    stroke: null,
  };
}

/** The last step taken back; during a stroke, the stroke is given up instead. */
export function undone(editor: Editor): Editor {
  if (editor.stroke) return strokeGivenUp(editor);
  const step = editor.past.at(-1);
  if (step === undefined) return editor;
  return {
    drawing: step.drawing,
    past: editor.past.slice(0, -1),
    future: [...editor.future, { ...step, drawing: editor.drawing }],
    stroke: null,
  };
}

/** The step taken back last made again; nothing while a stroke is under way. */
export function redone(editor: Editor): Editor {
  const step = editor.future.at(-1);
  if (step === undefined || editor.stroke) return editor;
  return {
    drawing: step.drawing,
    past: [...editor.past, { ...step, drawing: editor.drawing }],
    future: editor.future.slice(0, -1),
    stroke: null,
  };
}

/** A stroke begun with a cell; one already under way ends first. */
export function strokeBegun(
  editor: Editor,
  cell: number,
  sign: Sign,
  shape: Stroke['shape'],
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
