import { Button } from '@mantine/core';
import { Fragment } from 'react';
import { changesTargets, oracleMask } from '../../../experiment/oracle';
import { instanceSettings } from '../../../experiment/settings/instances';
import { type Oracle, putsTruthIn, takesTruth } from '../../../learners/oracle';
import { ACTIONS } from '../../../mdp/types';
import { oracle } from '../../../texts/oracle';
import { useInstances, useModel, useScene, useScheme } from '../../basics/context';
import { fill } from '../../basics/fill';
import { SettingControl } from '../../controls/SettingControl';
import type { InstanceView } from '../../state/instances';
import { Bench, Group, WhatWasDone } from '../Bench';
import behavior from '../behavior/behavior.module.css';
import { actingCells, keyOfCell } from '../behavior/painting';
import editing from '../editing.module.css';
import { HistoryButtons } from '../HistoryButtons';
import { PairBrushes } from './PairBrushes';
import { PairsMap } from './PairsMap';
import { pairCount, pairsOfMask } from './pairs';
import { usePairsDraft, usePairsState } from './use-pairs-draft';

/** The classes that painting can begin with. */
const CLASSES = ['unseenActions', 'unseenStates', 'unseen'] as const satisfies readonly Oracle[];

function PairsHistory() {
  const draft = usePairsDraft();
  const back = usePairsState(({ past }) => past.at(-1)?.name);
  const forth = usePairsState(({ future }) => future.at(-1)?.name);
  return (
    <HistoryButtons
      back={back}
      forth={forth}
      onUndo={() => draft.undo()}
      onRedo={() => draft.redo()}
    />
  );
}

/** Where the truth is put into the targets of one learner, and what is to be said of that. */
function OfLearner({ instance }: { readonly instance: InstanceView }) {
  const t = oracle();
  const color = instance.color[useScheme()];
  const settings = useModel((model) => model.settings);
  const own = instanceSettings(settings, instance.id);
  return (
    <div>
      <strong className="hue" translate="no" style={{ color }}>
        {instance.short}
      </strong>
      <SettingControl settingKey={`${instance.id}.oracle`} owner={instance.label} color={color} />
      {putsTruthIn(own) && !changesTargets(instance.method, own) && (
        <p className={editing.hint}>{t.notRead(instance.short)}</p>
      )}
    </div>
  );
}

/** What painting can begin with. */
function StartFrom() {
  const t = oracle();
  const draft = usePairsDraft();
  const scene = useScene();
  const size = usePairsState(({ drawn: pairs }) => pairs.size);
  const runId = useModel((model) => model.runId);
  const ready = scene?.problem.runId === runId ? scene : null;
  const start = (choice: Oracle) => {
    if (!ready) return;
    const { problem, grid } = ready;
    const ground = { mdp: grid.mdp, dataset: problem.transitions };
    const mask = oracleMask(ground, { 'oracle.pairs': '' }, { oracle: choice });
    if (mask) draft.paint(pairsOfMask(mask, grid.cells, grid.columns), t.steps.started);
  };
  return (
    <Group title={t.startFrom}>
      <div className={editing.buttons}>
        {CLASSES.map((choice) => (
          <Button
            key={choice}
            variant="default"
            size="compact-sm"
            disabled={ready === null}
            onClick={() => start(choice)}
          >
            {t.classes[choice]}
          </Button>
        ))}
        <Button
          variant="default"
          size="compact-sm"
          disabled={size === 0}
          onClick={() => draft.paint(new Map(), t.steps.cleared)}
        >
          {t.nothing}
        </Button>
      </div>
      <p className={editing.hint}>{t.replaces}</p>
    </Group>
  );
}

/** The pairs of the marked cell. */
function MarkedPairs() {
  const t = oracle();
  const draft = usePairsDraft();
  const map = usePairsState((state) => state.map);
  const cursor = usePairsState((state) => state.cursor);
  const columns = map[0].length;
  const actions = usePairsState(({ drawn: pairs }) => pairs.get(keyOfCell(cursor, columns)));
  const acts = actingCells(map)[cursor];
  return (
    <Group title={t.markedCell}>
      <p className={editing.hint}>
        {t.place(Math.floor(cursor / columns) + 1, (cursor % columns) + 1, acts)}
      </p>
      <div className={editing.buttons}>
        {ACTIONS.map((name, action) => (
          <Button
            key={name}
            variant={actions?.includes(action) ? 'filled' : 'default'}
            color="dark"
            size="compact-sm"
            disabled={!acts}
            aria-pressed={actions?.includes(action) ?? false}
            onClick={() => draft.toggle(action)}
          >
            {t.directions[action]}
          </Button>
        ))}
      </div>
    </Group>
  );
}

/** What is painted and who takes it, in a sentence beside the map. */
function Standing() {
  const t = oracle();
  const count = usePairsState(({ drawn: pairs, map }) => pairCount(pairs, map));
  const instances = useInstances();
  const settings = useModel((model) => model.settings);
  const takers = instances
    .filter(({ id }) => instanceSettings(settings, id).oracle === 'painted')
    .map(({ short }) => short);
  return (
    <p role="status" aria-label={t.standing} className={behavior.standing}>
      {t.stands(count, takers)}
    </p>
  );
}

/** Oracle surgery: where the truth is put into the targets of learners while they train. */
export default function OracleTab() {
  const t = oracle();
  const said = usePairsState((state) => state.said);
  const instances = useInstances().filter(({ method }) => takesTruth(method));
  return (
    <>
      <Bench
        toolbar={
          <div className={editing.toolbar}>
            <PairBrushes />
            <PairsHistory />
          </div>
        }
        map={(room) => <PairsMap room={room} />}
        foot={
          <div className={editing.foot}>
            <Standing />
            <p className={editing.keys}>
              {fill(t.keys, {
                keys: ['U', 'R', 'D', 'L'].map((key, index) => (
                  <Fragment key={key}>
                    {index > 0 && ' '}
                    <kbd translate="no">{key}</kbd>
                  </Fragment>
                )),
              })}
            </p>
          </div>
        }
        download={null}
        toolsLabel={t.tools}
      >
        <Group title={t.title}>
          <p className={editing.hint}>{t.what}</p>
          {instances.map((instance) => (
            <OfLearner key={instance.id} instance={instance} />
          ))}
          {instances.length === 0 && <p className={editing.hint}>{t.nobody}</p>}
        </Group>
        <MarkedPairs />
        <StartFrom />
      </Bench>
      <WhatWasDone said={said} />
    </>
  );
}
