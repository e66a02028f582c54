import type { LearnerSettings } from '../types';
import { compileProgram } from './compile';
import type { Names } from './lower';
import { TorchNames } from './torch-names';
import { TorchPrinter } from './torch-printer';
import type { Program, Tree } from './tree';

/** A method whose program is to be printed, with what is settled about it. */
export interface TorchMethod {
  readonly program: Program;
  /** What the settings call the knobs of the program. */
  readonly names: Names;
  /** The option of every choice. */
  readonly variant: Readonly<Record<string, string>>;
  /** `readout` is settled; of the others only their names count, which are keys of `options`. */
  readonly settings: LearnerSettings;
  /** Those that learn by it, as the settings name them; the functions are called after the first. */
  readonly instances: readonly string[];
}

const ACTION_COUNT = 4;

const quoted = (text: string) => JSON.stringify(text);

/** `Q, V = nets["Q"], nets["V"]`. */
function unpacked(names: readonly string[], values: readonly string[]): string[] {
  return names.length === 0 ? [] : [`${names.join(', ')} = ${values.join(', ')}`];
}

function functionOf(head: readonly string[], body: readonly string[]): string {
  return [...head, ...body.map((line) => `    ${line}`)].join('\n');
}

/** The networks that a function uses, by name. */
function networksGiven({ program }: TorchMethod, python: TorchNames, asked: ReadonlySet<string>) {
  const targetOf = (name: string) => program.networks.find((own) => own.name === name)?.target;
  const names = program.learned
    .flatMap((name) => [name, targetOf(name) ?? name])
    .filter((name, i, all) => asked.has(name) && all.indexOf(name) === i)
    .map((name) => python.of(name));
  return unpacked(
    names,
    names.map((name) => `nets[${quoted(name)}]`),
  );
}

/** The knobs that a function uses: settings of the learner, or numbers of the program. */
function knobsGiven(
  { program, names, settings }: TorchMethod,
  python: TorchNames,
  asked: ReadonlySet<string>,
) {
  const knobs = program.knobs
    .filter(({ name }) => asked.has(name))
    .map(({ name, value }) => {
      const key = names.knobs?.[name] ?? name;
      const isSetting = value === null || key in settings;
      return { name: python.of(name), value, key, isSetting };
    });
  const open = knobs.filter(({ isSetting }) => isSetting);
  return [
    ...unpacked(
      open.map(({ name }) => name),
      open.map(({ key }) => `options[${quoted(key)}]`),
    ),
    ...knobs
      .filter(({ isSetting }) => !isSetting)
      .map(({ name, value }) => `${name} = ${String(value)}`),
  ];
}

/** The networks of a program for the decorator: their outputs, in the order in which they are made. */
function declared({ networks, learned }: Program, python: TorchNames): string {
  const outputs = learned.map((name) => {
    const network = networks.find((own) => own.name === name);
    const one = network?.ofActions === false ? 1 : ACTION_COUNT;
    const copies = network?.copies?.to;
    const all = copies === undefined ? one : `[${Array(copies).fill(one).join(', ')}]`;
    return `${quoted(python.of(name))}: ${all}`;
  });
  const targets = networks.flatMap(({ name, target }) =>
    target === null ? [] : [`${quoted(python.of(target))}: ${quoted(python.of(name))}`],
  );
  const last = targets.length === 0 ? '' : `, targets={${targets.join(', ')}}`;
  return `networks={${outputs.join(', ')}}${last}`;
}

/** The first comment of a program, which says what it is. */
function comment({ source }: Program): readonly string[] {
  const text = /^\s*#([^\n]*)/.exec(source)?.[1].replace(/\p{C}/gu, ' ').trim();
  return text ? [`# ${text}`] : [];
}

function loss(method: TorchMethod, name: string): string {
  const { program, variant, instances } = method;
  const python = new TorchNames(program);
  const printer = new TorchPrinter(program, variant, python);
  const minimised = printer.learned();
  const { asked } = printer;
  return functionOf(
    [
      ...comment(program),
      `@loss_of(${instances.map(quoted).join(', ')}, ${declared(program, python)})`,
      `def ${name}_loss(nets, batch, options):`,
    ],
    [
      ...networksGiven(method, python, asked),
      's, a, r, s2, d = batch',
      ...knobsGiven(method, python, asked),
      ...(asked.has('ã') ? [`drawn = torch.randint_like(a, ${ACTION_COUNT})`] : []),
      ...printer.lines(true),
      `return ${minimised}`,
    ],
  );
}

const inBrackets = ({ kind }: Tree, text: string) =>
  kind === 'binary' || kind === 'negative' ? `(${text})` : text;

/** Of Σ π(·|s) x, which may go by a name, the x. */
function weighedBy(
  { program, variant }: Pick<TorchMethod, 'program' | 'variant'>,
  tree: Tree,
): Tree | null {
  if (tree.kind === 'name' || tree.kind === 'call') {
    const body = program.definitions.find(({ name }) => name === tree.name)?.body;
    if (body === undefined) return null;
    if (body.kind === 'plain') return weighedBy({ program, variant }, body.of);
    const options = [...body.options];
    const [, chosen] = options.find(([name]) => name === variant[body.choice]) ?? options[0];
    return weighedBy({ program, variant }, chosen);
  }
  if (tree.kind !== 'over' || tree.of.kind !== 'binary') return null;
  const { left, right } = tree.of;
  return left.kind === 'call' && left.given ? right : left;
}

/** The action values that maps show: of several copies the smallest. */
function valuesOf({ networks }: Program, python: TorchNames, printer: TorchPrinter): string {
  const first = networks.find(({ ofActions }) => ofActions);
  if (first === undefined) throw new Error('The program has no action values.');
  printer.asked.add(first.name);
  const name = python.of(first.name);
  if (first.copies === null) return `${name}(s)`;
  return `torch.stack([one(s) for one in ${name}]).min(0).values`;
}

function readout(method: TorchMethod, name: string): string {
  const { program, variant, settings, instances } = method;
  const python = new TorchNames(program, ['scores', 'policy']);
  const printer = new TorchPrinter(program, variant, python);
  const { act, believe } = program;
  const compiled = compileProgram(program, variant);
  const learned = compiled.act.policy;
  // What it acts on, or by, it believes in as it is deployed, however that is read.
  const isDeployed = compiled.deployed !== null;
  const scores =
    act.kind === 'over' && act.name === 'argmax' && act.index === null
      ? printer.chosenAmong(act)
      : printer.read(act);
  const logits = learned === null ? 'scores' : `${python.of(learned)}(s)`;
  if (learned !== null) printer.asked.add(learned);
  const isGreedy =
    learned === null ? settings.readout !== 'softmax' : settings.readout === 'most-likely';
  const isOfScores = isDeployed && compiled.deployed === compiled.act.scores;
  const weighed = isDeployed && !isOfScores && believe ? weighedBy(method, believe) : null;
  const believed = isOfScores
    ? '(policy * scores).sum(1)'
    : weighed !== null
      ? `(policy * ${inBrackets(weighed, printer.read(weighed))}).sum(1)`
      : compiled.deployed !== null && compiled.believe === null
        ? `(policy * ${valuesOf(program, python, printer)}).sum(1)`
        : believe === null || compiled.believe === null
          ? 'None'
          : printer.read(believe);
  return functionOf(
    [`@readout_of(${instances.map(quoted).join(', ')})`, `def ${name}_readout(nets, s, options):`],
    [
      ...networksGiven(method, python, printer.asked),
      ...knobsGiven(method, python, printer.asked),
      ...printer.lines(false),
      ...(learned === null || isOfScores ? [`scores = ${scores}`] : []),
      `policy = ${isGreedy ? `greedy(${logits})` : `${logits}.softmax(1)`}`,
      `return policy, ${believed}`,
    ],
  );
}

/** Prints what a method learns by, and how it is read, as two functions of PyTorch for the notebook. */
export function printTorch(method: TorchMethod): string {
  const name = method.instances[0].replace(/\W/g, '_');
  return `${loss(method, name)}\n\n\n${readout(method, name)}\n`;
}
