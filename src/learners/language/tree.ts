import type { Span } from './fault';

/** The names of a program. */
export interface Declared {
  /** Those that are called: networks, policies, and definitions of a state. */
  readonly called: ReadonlySet<string>;
  /** All others. They go before the words of the language. */
  readonly plain: ReadonlySet<string>;
}

/** Functions of a number, or of the number of every action. */
export type FunctionName = 'exp' | 'log' | 'abs' | 'square' | 'sg';
/** What is taken over all actions, or with an index over the copies of a network. */
export type OverName = 'Σ' | 'mean' | 'max' | 'min' | 'argmax' | 'softmax' | 'logsumexp';

/** An expression of a program, as it is written, with its place in the text. */
export type Tree = Span &
  (
    | { readonly kind: 'number'; readonly value: number }
    | { readonly kind: 'name'; readonly name: string; readonly index: string | null }
    /** Q(s,a), π(a|s), V(s′), likely(s), seen(s); `action` is null where the call has none. */
    | {
        readonly kind: 'call';
        readonly name: string;
        readonly index: string | null;
        readonly place: 's' | 's′';
        /** «·» for all of them. */
        readonly action: Tree | '·' | null;
        /** π(a|s) rather than Q(s,a). */
        readonly given: boolean;
      }
    | { readonly kind: 'function'; readonly name: FunctionName; readonly of: Tree }
    | {
        readonly kind: 'over';
        readonly name: OverName;
        /** The index over copies; null over actions, or over the rows of the minibatch. */
        readonly index: string | null;
        readonly of: Tree;
        /** Only actions of this mask. */
        readonly where: Tree | null;
      }
    /** min(x, y), max(x, y). */
    | {
        readonly kind: 'pair';
        readonly name: 'min' | 'max';
        readonly left: Tree;
        readonly right: Tree;
      }
    | { readonly kind: 'negative'; readonly of: Tree }
    | {
        readonly kind: 'binary';
        readonly sign: '+' | '−' | '·' | '/' | '<' | '≤' | '>' | '≥';
        readonly left: Tree;
        readonly right: Tree;
      }
    /** 1[…]. */
    | { readonly kind: 'indicator'; readonly of: Tree }
  );

/** The expressions right within an expression. */
export function childrenOf(tree: Tree): readonly Tree[] {
  switch (tree.kind) {
    case 'call':
      return tree.action === null || tree.action === '·' ? [] : [tree.action];
    case 'function':
    case 'negative':
    case 'indicator':
      return [tree.of];
    case 'over':
      return tree.where === null ? [tree.of] : [tree.of, tree.where];
    case 'pair':
    case 'binary':
      return [tree.left, tree.right];
    default:
      return [];
  }
}

/** What a name stands for: an expression, or one of several by a choice. */
export type Body =
  | { readonly kind: 'plain'; readonly of: Tree }
  | {
      readonly kind: 'by';
      readonly choice: string;
      readonly options: ReadonlyMap<string, Tree>;
      readonly span: Span;
    };

export interface NetworkStatement extends Span {
  readonly name: string;
  /** Q(s,a) rather than V(s). */
  readonly ofActions: boolean;
  /** `for i = 1..2`; null where there is one. */
  readonly copies: { readonly index: string; readonly from: number; readonly to: number } | null;
  readonly target: string | null;
}

export interface KnobStatement extends Span {
  readonly name: string;
  /** Null where the settings of the page describe it. */
  readonly value: number | null;
  readonly range: { readonly from: number; readonly to: number } | null;
  readonly logarithmic: boolean;
}

export interface Definition extends Span {
  readonly name: string;
  /** NAME(s) = …, to be taken at s or s′. */
  readonly ofState: boolean;
  readonly body: Body;
}

/** A program by its statements; each list in the order of the text. */
export interface Program {
  readonly source: string;
  readonly networks: readonly NetworkStatement[];
  readonly policies: readonly (Span & { readonly name: string })[];
  readonly knobs: readonly KnobStatement[];
  readonly choices: readonly (Span & {
    readonly name: string;
    readonly options: readonly string[];
  })[];
  readonly definitions: readonly Definition[];
  readonly minimise: Tree;
  readonly act: Tree;
  readonly believe: Tree | null;
  /** Networks and policies in the order in which they are declared. */
  readonly learned: readonly string[];
  readonly names: Declared;
}
