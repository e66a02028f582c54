import { readFileSync } from 'node:fs';
import { readLecture } from '../../src/app/presenter/read';
import { readEdits } from '../../src/data/edits';
import { EXPORT_FORMATS } from '../../src/data/export/formats';
import { importFile } from '../../src/data/import/import-file';
import { readMixture } from '../../src/data/mixture';
import { readPainted } from '../../src/data/painted';
import { readPairs } from '../../src/data/pairs';
import { buildProblem, problemView } from '../../src/experiment/problem';
import { decodeLink } from '../../src/experiment/settings/link';
import { resolveSettings } from '../../src/experiment/settings/parse';
import { encodeHash } from '../../src/experiment/settings/url';
import { remarksOn } from '../../src/learners/language/check';
import { ProgramFault } from '../../src/learners/language/fault';
import { ownProgram } from '../../src/learners/own/compiled';
import { DEFAULT_PROGRAM } from '../../src/learners/own/default';
import { mapRows } from '../../src/mdp/map-text';
import { buildMdp } from '../../src/mdp/mdp';
import { WORLDS, worldById } from '../../src/mdp/presets';
import type { World } from '../../src/mdp/types';
import { mapFaults } from '../../src/mdp/world';
import { EXPORTERS } from '../../src/worker/files/formats';
import { anyBytes, anyText, type Dice } from './mutate';

/** A way by which something from outside comes in. */
export interface Door {
  readonly name: string;
  /** Something that might come: mostly what is right but for a few changes. */
  readonly any: (dice: Dice) => string | Uint8Array;
  /** Lets it in. Throws, or rejects, where the door does what it must never do. */
  readonly enter: (given: string | Uint8Array) => unknown;
}

/** A door for texts, with good ones to begin from. */
const textDoor = (
  name: string,
  good: readonly string[],
  enter: (text: string) => unknown,
): Door => ({
  name,
  any: (dice) => anyText(dice, good),
  enter: (given) => enter(String(given)),
});

function programOf(text: string): void {
  try {
    const { program, names, compiled } = ownProgram(text);
    remarksOn(program, compiled, names);
  } catch (error) {
    if (!(error instanceof ProgramFault)) throw error;
  }
}

/** What a text of a map becomes: a world that can be built, or faults that say why not. */
function mapOf(text: string): void {
  const map = mapRows(text);
  if (mapFaults(map).length > 0) return;
  const { slip, rewards, gamma, horizon } = WORLDS[0];
  buildMdp({ map, slip, rewards, gamma, horizon });
}

function linkOf(text: string): void {
  const { settings, edits } = decodeLink(text);
  // What a link is taken for must itself be sayable, and mean the same again.
  const again = resolveSettings({ ...settings });
  if (again.notices.length > 0) throw new Error(`It is not legal: ${again.notices[0].message}`);
  encodeHash(settings, edits);
}

const shipped = worldById('frozen-lake-4x4');
if (shipped === undefined) throw new Error('There is no small world.');
const SMALL: World = shipped;

/** Every kind of file that goes out of here, of sixty rows. */
async function exportedFiles(): Promise<readonly Uint8Array[]> {
  const { settings } = resolveSettings({ world: 'frozen-lake-4x4', 'data.size': 60 });
  const problem = problemView(buildProblem(settings), 'fuzz');
  const files: Uint8Array[] = [];
  for (const { id } of EXPORT_FORMATS) {
    const exporter = await EXPORTERS[id]();
    files.push((await exporter({ problem, settings }, async () => undefined)).bytes);
  }
  return files.filter((bytes) => bytes.length < 200_000);
}

const GOOD_LINKS = [
  '#v=1&edition=2&scenario=extrapolation&cql.alpha=0.5&train.seed=3',
  '#v=1&edition=2&scenario=let-it-try&learners=dqn,own-1&edits=800:cql.alpha:0.5;900:online.learners:all',
  '#v=1&edition=2&world.map=S.G/.%23./...&behavior=painted&behavior.painted=1.1u,1.2r&at=500',
  `#v=1&edition=2&learners=own-1&own-1.loss=${encodeURIComponent(DEFAULT_PROGRAM)}`,
  '#v=1&edition=2&data.edits=erase:1.1-3.3;noise:0.1&dqn.oracle=painted&oracle.pairs=3.4ur,5.6l',
];

/** All ways in, each once. */
export async function doors(): Promise<readonly Door[]> {
  const files = await exportedFiles();
  const lecture = readFileSync('src/app/presenter/en.lecture.json', 'utf8');
  return [
    textDoor('link', GOOD_LINKS, linkOf),
    textDoor('program', [DEFAULT_PROGRAM], programOf),
    textDoor(
      'map',
      WORLDS.map(({ map }) => map.join('\n')),
      mapOf,
    ),
    textDoor('painted', ['1.1u,1.2r,3.4:10-70-10-10'], readPainted),
    textDoor('pairs', ['3.4ur,5.6l'], readPairs),
    textDoor(
      'mixture',
      ['1*epsilon-greedy(0.3)+1*directional(left,0.5)', '2*medium+1*expert'],
      readMixture,
    ),
    textDoor('edits', ['erase:1.1-3.3;below:0.2;top:10;noise:0.1'], readEdits),
    textDoor('lecture', [lecture], readLecture),
    {
      name: 'file',
      any: (dice) => anyBytes(dice, files),
      enter: (given) =>
        importFile({
          name: 'fuzz',
          bytes: given instanceof Uint8Array ? given : new TextEncoder().encode(given),
          world: SMALL,
        }),
    },
  ];
}
