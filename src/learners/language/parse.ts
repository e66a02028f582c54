import { program as texts } from '../../texts/program';
import { Reader } from './expression';
import { ProgramFault } from './fault';
import { normalised, type Statement, statementsOf } from './tokens';
import type {
  Body,
  Declared,
  Definition,
  KnobStatement,
  NetworkStatement,
  Program,
  Tree,
} from './tree';

/** Copies of a network at most, for an ensemble. */
const MOST_COPIES = 8;

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] };
type Draft = Mutable<Omit<Program, 'minimise' | 'act'>> & {
  minimise: Tree | null;
  act: Tree | null;
};

/** Words that begin a statement, unless a definition takes them for its name. */
const KEYWORDS = ['network', 'policy', 'knob', 'choice', 'minimise', 'act', 'believe'] as const;

/** The names that the statements declare. */
function declaredBy(statements: readonly Statement[]): Declared {
  const called = new Set(['seen']);
  const plain = new Set<string>();
  for (const statement of statements) {
    const [first, second, third, , fifth] = statement;
    const word = keywordOf(statement);
    if (word === 'network' || word === 'policy') {
      if (second !== undefined) called.add(second.text);
      const target = statement[statement.findIndex(({ text }) => text === 'target') + 1];
      if (word === 'network' && statement.some(({ text }) => text === 'target')) {
        if (target !== undefined) called.add(target.text);
      }
    } else if (word === 'knob' && second !== undefined) plain.add(second.text);
    else if (second?.text === '=') plain.add(first.text);
    else if (second?.text === '(' && third?.text === 's' && fifth?.text === '=') {
      called.add(first.text);
    }
  }
  return { called, plain };
}

/** The keyword that a statement begins with; none where it defines a name that is spelt like one. */
function keywordOf([first, second]: Statement): (typeof KEYWORDS)[number] | null {
  return KEYWORDS.find((word) => word === first.text && second?.text !== '=') ?? null;
}

function networkStatement(reader: Reader): NetworkStatement {
  const { start } = reader.take();
  const { text: name, index } = reader.expectName();
  reader.expect('(');
  reader.expect('s');
  const ofActions = reader.takes(',');
  if (ofActions) reader.expect('a');
  reader.expect(')');
  const copies = reader.is('for') ? copiesOf(reader, index) : null;
  const target = reader.takes(',') || reader.is('target') ? targetOf(reader) : null;
  reader.expectEnd();
  return { name, ofActions, copies, target, start, end: reader.here.end };
}

function copiesOf(reader: Reader, index: string | null): NetworkStatement['copies'] {
  reader.expect('for');
  const token = reader.expectName();
  if (token.text !== index) throw reader.fault(texts().unknownIndex(token.text), token);
  reader.expect('=');
  const span = reader.here;
  const from = reader.expectNumber();
  reader.expect('..');
  const to = reader.expectNumber();
  if (!(from === 1 && Number.isInteger(to) && to >= 1 && to <= MOST_COPIES)) {
    throw reader.fault(texts().copies(MOST_COPIES), span);
  }
  return { index: token.text, from, to };
}

function targetOf(reader: Reader): string {
  reader.expect('target');
  return reader.expectName().text;
}

function knobStatement(reader: Reader): KnobStatement {
  const { start } = reader.take();
  const { text: name, ...span } = reader.expectName();
  if (reader.ended) {
    return { name, value: null, range: null, logarithmic: false, start, end: span.end };
  }
  if (!reader.takes('=')) throw reader.fault(texts().noKnobValue(name));
  const value = reader.expectNumber();
  let range: KnobStatement['range'] = null;
  if (reader.takes('from')) {
    const from = reader.expectNumber();
    reader.expect('to');
    range = { from, to: reader.expectNumber() };
    if (!(from <= value && value <= range.to)) throw reader.fault(texts().knobRange(name), span);
  }
  const logarithmic =
    (reader.takes(',') || reader.is('logarithmic')) && reader.takes('logarithmic');
  reader.expectEnd();
  if (logarithmic && range !== null && range.from <= 0) {
    throw reader.fault(texts().logarithmicZero(name), span);
  }
  return { name, value, range, logarithmic, start, end: reader.here.end };
}

function choiceStatement(reader: Reader): Program['choices'][number] {
  const { start } = reader.take();
  const { text: name } = reader.expectName();
  reader.expect(':');
  const options = [reader.expectName().text];
  while (reader.takes(',')) options.push(reader.expectName().text);
  reader.expectEnd();
  return { name, options, start, end: reader.here.end };
}

/** The indented options after `by NAME`, each to before the next line that begins with `option:`. */
function optionsOf(source: string, rest: Statement, declared: Declared): ReadonlyMap<string, Tree> {
  const begins = rest.flatMap((token, i) =>
    token.first && token.kind === 'name' && rest[i + 1]?.text === ':' ? [i] : [],
  );
  const options = new Map<string, Tree>();
  if (begins[0] !== 0) {
    throw new Reader(source, rest, declared).unexpected(texts().anOption);
  }
  begins.forEach((begin, i) => {
    const { text } = rest[begin];
    if (options.has(text)) throw new ProgramFault(source, rest[begin], texts().twice(text));
    const reader = new Reader(source, rest.slice(begin + 2, begins[i + 1]), declared);
    options.set(text, reader.expression());
    reader.expectEnd();
  });
  return options;
}

function definition(source: string, statement: Statement, declared: Declared): Definition {
  const reader = new Reader(source, statement, declared);
  const { text: name, start } = reader.expectName();
  const ofState = reader.takes('(');
  if (ofState) {
    reader.expect('s');
    reader.expect(')');
  }
  if (!reader.takes('=')) throw reader.unexpected(texts().symbol('='));
  const span = { start, end: statement.at(-1)?.end ?? start };
  let body: Body;
  if (reader.is('by') && reader.peek(1)?.kind === 'name') {
    reader.take();
    const choice = reader.take();
    const rest = statement.slice(statement.indexOf(choice) + 1);
    const options = optionsOf(source, rest, declared);
    body = { kind: 'by', choice: choice.text, options, span: choice };
  } else {
    body = { kind: 'plain', of: reader.expression() };
    reader.expectEnd();
  }
  return { name, ofState, body, ...span };
}

function whole(source: string, statement: Statement, declared: Declared): Tree {
  const reader = new Reader(source, statement.slice(1), declared);
  const tree = reader.expression();
  reader.expectEnd();
  return tree;
}

/**
 * Reads the program of a loss (docs/losses.md). Throws ProgramFault with the place of the first thing that
 * is wrong with its form; what its names stand for is looked at when it is compiled.
 */
export function parseProgram(text: string): Program {
  const source = normalised(text);
  const statements = statementsOf(source);
  const declared = declaredBy(statements);
  const draft: Draft = {
    source,
    networks: [],
    policies: [],
    knobs: [],
    choices: [],
    definitions: [],
    minimise: null,
    act: null,
    believe: null,
    learned: [],
    names: declared,
  };
  const once = (name: 'minimise' | 'act' | 'believe', statement: Statement) => {
    if (draft[name] !== null) throw new ProgramFault(source, statement[0], texts().onceOnly(name));
    draft[name] = whole(source, statement, declared);
  };
  for (const statement of statements) {
    const reader = new Reader(source, statement, declared);
    const keyword = keywordOf(statement);
    if (keyword === 'network') {
      const network = networkStatement(reader);
      draft.networks.push(network);
      draft.learned.push(network.name);
    } else if (keyword === 'policy') {
      const policy = policyStatement(reader);
      draft.policies.push(policy);
      draft.learned.push(policy.name);
    } else if (keyword === 'knob') draft.knobs.push(knobStatement(reader));
    else if (keyword === 'choice') draft.choices.push(choiceStatement(reader));
    else if (keyword !== null) once(keyword, statement);
    else draft.definitions.push(definition(source, statement, declared));
  }
  return checked(draft);
}

/** Reads one expression in the names of a program. Throws ProgramFault, with places in `text`. */
export function parseExpression({ names }: Program, text: string): Tree {
  const source = normalised(text);
  const reader = new Reader(source, statementsOf(source).flat(), names);
  const tree = reader.expression();
  reader.expectEnd();
  return tree;
}

function policyStatement(reader: Reader): Program['policies'][number] {
  const { start } = reader.take();
  const { text: name } = reader.expectName();
  for (const sign of ['(', 'a', '|', 's', ')']) reader.expect(sign);
  reader.expectEnd();
  return { name, start, end: reader.here.end };
}

/** A program with all its statements and every name once. */
function checked(draft: Draft): Program {
  const { source, minimise, act } = draft;
  const nowhere = { start: source.length, end: source.length };
  if (source.trim() === '') throw new ProgramFault(source, nowhere, texts().empty);
  const names = [
    ...draft.networks.flatMap(({ name, target, ...span }) =>
      [name, ...(target === null ? [] : [target])].map((own) => ({ name: own, ...span })),
    ),
    ...draft.policies,
    ...draft.knobs,
    ...draft.choices,
    ...draft.definitions,
  ];
  const seen = new Set<string>();
  for (const { name, start, end } of [...names].sort((a, b) => a.start - b.start)) {
    if (seen.has(name)) throw new ProgramFault(source, { start, end }, texts().twice(name));
    seen.add(name);
  }
  if (draft.learned.length === 0) throw new ProgramFault(source, nowhere, texts().noNetwork);
  if (minimise === null) throw new ProgramFault(source, nowhere, texts().missing('minimise'));
  if (act === null) throw new ProgramFault(source, nowhere, texts().missing('act'));
  return { ...draft, minimise, act };
}
