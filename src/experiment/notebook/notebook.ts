import { strToU8 } from 'fflate';
import type { Archive } from '../../data/export/archive';
import { toNpz } from '../../data/export/npz';
import { automaticScale } from '../../data/scale';
import { CATALOG } from '../../learners/catalog';
import { putsTruthIn } from '../../learners/oracle';
import { inEnglish } from '../../texts/current';
import { instancesOf } from '../assemble';
import { goesOnline, mostSteps } from '../ending';
import { rewardScaleOf } from '../scale';
import { describe } from '../settings/describe';
import { instanceKind, instancesOn } from '../settings/instances';
import { TRAINING_SETTINGS } from '../settings/training';
import type { Settings, SettingValue, SettingValues } from '../types';
import { VERSION } from '../version';
import anchors from './anchors.py?raw';
import d3rlpyImports from './d3rlpy_imports.py?raw';
import d3rlpyTraining from './d3rlpy_training.py?raw';
import environment from './environment.py?raw';
import { D3RLPY_PARTS, torchParts } from './parts';
import torchLosses from './torch_losses.py?raw';
import torchTraining from './torch_training.py?raw';

/** Settings of training that mean nothing outside the playground. */
const OWN = new Set(['learners', 'backend', 'measureEvery']);
/** Letters of a line of the embedded dataset. */
const LINE = 96;
/** Share of the work that packing the dataset is. */
const PACKING = 0.9;

interface Cell {
  readonly id: string;
  readonly cell_type: 'markdown' | 'code';
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly source: readonly string[];
  readonly outputs?: readonly never[];
  readonly execution_count?: null;
}

/** Text as nbformat wants it: lines that keep their line feeds. */
const lines = (text: string): string[] => text.trimEnd().split(/(?<=\n)/);

const prose = (id: string, text: string): Cell => ({
  id,
  cell_type: 'markdown',
  metadata: {},
  source: lines(text),
});

const code = (id: string, text: string, metadata: Cell['metadata'] = {}): Cell => ({
  id,
  cell_type: 'code',
  metadata,
  execution_count: null,
  outputs: [],
  source: lines(text),
});

/** A value of a setting in Python. JSON's strings and numbers are Python's too. */
function literal(value: SettingValue): string {
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return JSON.stringify(value);
}

/** An entry of a dict with what the setting means behind it. */
function entry(name: string, key: string, settings: Settings): string {
  const values: SettingValues = settings;
  const { label, ...description } = inEnglish(() => describe(key, settings));
  const unit = description.type === 'number' && description.unit ? `, ${description.unit}` : '';
  return `${JSON.stringify(name)}: ${literal(values[key])},  # ${label}${unit}`;
}

function learner(id: string, settings: Settings): string {
  const kind = instanceKind(id);
  const names = kind === null ? [] : Object.keys(CATALOG[kind].settings);
  const entries = names.map((name) => `        ${entry(name, `${id}.${name}`, settings)}`);
  return [`    ${JSON.stringify(id)}: {`, `        "kind": "${kind}",`, ...entries, '    },'].join(
    '\n',
  );
}

/** A cell of what comes first, what every learner's folder adds to it, and what makes use of that. */
function inOne(first: string, parts: readonly string[], last: string): string {
  return [first, ...parts, last].map((part) => part.trim()).join('\n\n\n');
}

/** Said of a run whose learners act in the world while they train. */
const OFFLINE_HERE = `
In the playground learners of this run also act in the world while they train. This file does not do that: its learners train on the recorded data alone, as the playground's do until they go online.
`;

/** Said of a run that puts the truth into the targets of learners. */
const WITHOUT_TRUTH = `
In the playground the truth is put in the place of some target values of this run (\`oracle\`). This file does not do that: its learners train on what their target networks say.
`;

/** The world and the settings as Python. */
function settingsCell({ mdp, transitions }: Archive, settings: Settings): string {
  const { map, slip, gamma, horizon, rewards } = mdp.world;
  const training = Object.keys(TRAINING_SETTINGS).filter((key) => !OWN.has(key));
  // Outside the playground there is nobody to whom anything could be left.
  const settled: Settings = {
    ...settings,
    steps: mostSteps({ ...settings, 'online.learners': [] }),
    rewardScale: rewardScaleOf({ automaticScale: automaticScale(transitions, mdp) }, settings),
  };
  return `import base64
import copy
import io

import numpy as np

MAP = [  # '#' wall, '.' floor, 'S' start, 'G' goal, 'P' pit, 'C' cliff
${map.map((row) => `    ${JSON.stringify(row)},`).join('\n')}
]
SLIP = ${slip}
REWARDS = ${JSON.stringify(rewards)}
GAMMA = ${gamma}
HORIZON = ${horizon}

TRAINING = {
${training.map((key) => `    ${entry(key, key, settled)}`).join('\n')}
}
LEARNERS = {
${instancesOn(settings)
  .map((id) => learner(id, settings))
  .join('\n')}
}
`;
}

function base64(bytes: Uint8Array): string {
  let letters = '';
  for (let at = 0; at < bytes.length; at += 0x8000) {
    letters += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  }
  return btoa(letters);
}

function datasetCell(archive: Archive, npz: Uint8Array): string {
  const text = base64(npz).replace(new RegExp(`.{1,${LINE}}`, 'g'), '$&\n');
  return `# The dataset, an .npz of ${archive.transitions.size} rows, as text.
PACKED = """
${text}"""
with np.load(io.BytesIO(base64.b64decode(PACKED)), allow_pickle=False) as packed:
    data = dict(packed)
print(f"dataset {data['hash']}: {len(data['actions'])} rows, {data['episode'][-1] + 1} episodes")
for name in ("observations", "actions", "rewards", "terminals", "timeouts", "behavior_prob"):
    print(f"{name:15} {data[name].dtype} {data[name].shape}")
`;
}

/** A name from outside as Markdown that says it and does nothing: CommonMark takes any sign for itself behind \\. */
const inMarkdown = (name: string) => name.replace(/[!-/:-@[-`{-~]/g, '\\$&');

function introduction(archive: Archive, settings: Settings): string {
  const { worldName, behavior, hash, transitions, episodes } = archive;
  return `# An offline-RL run, taken home from Offgrid ${VERSION}

World \`${worldName}\`, behaviour “${inMarkdown(behavior)}”, dataset \`${hash}\`: ${transitions.size} transitions in ${episodes} episodes. The dataset is in this file, the world is written out as a Gymnasium environment, and the learners have the playground's settings.

The first four code cells need nothing but numpy. [d3rlpy](https://d3rlpy.readthedocs.io) and [PyTorch](https://pytorch.org) are for the last two. The learners see rewards times a constant, as in the playground, so that α and β mean what they mean there; what is printed is in the world's own units. Minibatches and initial weights come from other random numbers than in the playground, so single runs differ; what holds over seeds should hold here too.
${goesOnline(settings) ? OFFLINE_HERE : ''}${instancesOf(settings).some(({ settings: own }) => putsTruthIn(own)) ? WITHOUT_TRUTH : ''}`;
}

const D3RLPY = `## With d3rlpy

What differs from the playground: d3rlpy copies its target network every so many steps instead of moving it at each; its Q-learners use the Huber loss; its discrete CQL is built on double DQN; of an episode that was cut it leaves out the last row, since it knows no observation after it; it acts by the most likely action, BC too. Its IQL is for continuous actions only, so IQL is in the PyTorch script below.
`;

const TORCH = `## In plain PyTorch

The losses as in the playground, printed from the same programs, for the settings of this run: one function for what is minimised and one for how a learner acts and what it believes. \`Q(s)\` are the values of all actions in the rows of a minibatch, \`pick(Q(s), a)\` those of the actions taken. What each learner earns is exact: its policy is evaluated on the world above, nothing is sampled.
`;

/**
 * The dataset as a Jupyter notebook (nbformat 4.5): the data itself, the world as a Gymnasium
 * environment, its exact values held against the exported ones, and the learners of these settings
 * for d3rlpy and in PyTorch. `progress` takes the share done, in [0, 1], and is waited for.
 */
export async function toNotebook(
  archive: Archive,
  settings: Settings,
  progress: (share: number) => Promise<void>,
): Promise<Uint8Array<ArrayBuffer>> {
  const npz = await toNpz(archive, (share) => progress(share * PACKING));
  const notebook = {
    nbformat: 4,
    nbformat_minor: 5,
    metadata: {
      kernelspec: { name: 'python3', display_name: 'Python 3', language: 'python' },
      language_info: { name: 'python' },
    },
    cells: [
      prose('introduction', introduction(archive, settings)),
      code('settings', settingsCell(archive, settings)),
      code('dataset', datasetCell(archive, npz), { jupyter: { source_hidden: true } }),
      prose('about-environment', '## The world as a Gymnasium environment\n'),
      code('environment', environment),
      prose('about-anchors', '## Its exact values\n'),
      code('anchors', anchors),
      prose('about-d3rlpy', D3RLPY),
      code('d3rlpy', inOne(d3rlpyImports, D3RLPY_PARTS, d3rlpyTraining)),
      prose('about-torch', TORCH),
      code('torch', inOne(torchLosses, torchParts(instancesOf(settings)), torchTraining)),
    ],
  };
  const bytes = strToU8(JSON.stringify(notebook, null, 1));
  await progress(1);
  return bytes as Uint8Array<ArrayBuffer>;
}
