import { type Alias, type Document, LineCounter, parseDocument, visit } from 'yaml';

/** A fault of a lesson file, with where it is. */
export class LessonFault extends Error {
  constructor(
    readonly file: string,
    /** From 1. */
    readonly line: number,
    what: string,
  ) {
    super(`${file}:${line}: ${what}`);
    this.name = 'LessonFault';
  }
}

/** Place in a file: `['steps', 2, 'ask', 'question']`. */
export type Path = readonly (string | number)[];
/** Throws a fault at a place of the file. */
export type Blame = (path: Path, what: string) => never;

/** What a lesson file contains. */
export interface LessonFile {
  readonly content: unknown;
  readonly blame: Blame;
}

/**
 * Reads the YAML of a lesson file.
 *
 * @param file path of the file, for faults.
 * @throws LessonFault where it is no YAML.
 */
export function openFile(source: string, file: string): LessonFile {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines });
  const [syntax] = document.errors;
  if (syntax) {
    throw new LessonFault(file, lines.linePos(syntax.pos[0]).line, syntax.message.split('\n')[0]);
  }
  const blame: Blame = (path, what) => {
    // The deepest part of the path that the file has.
    for (let depth = path.length; depth >= 0; depth--) {
      const node = document.getIn(path.slice(0, depth), true) as { range?: [number] } | undefined;
      if (node?.range) {
        const missing = depth < path.length ? `${path.slice(depth).join('.')}: ` : '';
        const name = path[depth - 1];
        const where = typeof name === 'string' && missing === '' ? `${name}: ` : missing;
        throw new LessonFault(file, lines.linePos(node.range[0]).line, `${where}${what}.`);
      }
    }
    throw new LessonFault(file, 1, `${what}.`);
  };
  const lost = lostAlias(document);
  if (lost) {
    const { line } = lines.linePos(lost.range?.[0] ?? 0);
    throw new LessonFault(file, line, `“${lost.source}” names nothing before it.`);
  }
  try {
    return { content: document.toJS(), blame };
  } catch (error) {
    // Aliases that would unfold without end.
    throw new LessonFault(file, 1, error instanceof Error ? error.message : String(error));
  }
}

/** The first alias without an anchor, which YAML's own check of the syntax lets pass. */
function lostAlias(document: Document): Alias | undefined {
  const aliases: Alias[] = [];
  visit(document, { Alias: (_, alias) => void aliases.push(alias) });
  return aliases.find((alias) => alias.resolve(document) === undefined);
}

/** The id of a lesson, the same in every language, and its language: names of its file and folder. */
export function namesOf(file: string): { readonly id: string; readonly language: string } {
  const [name, language = 'en'] = file.split(/[\\/]/).reverse();
  return { id: name.replace(/\.lesson\.yaml$/, ''), language };
}
