import { Fragment, useRef, useState } from 'react';
import { MAP_CHARACTERS } from '../../../mdp/world';
import { pictures } from '../../../texts/pictures';
import { world } from '../../../texts/world';
import { useModel } from '../../basics/context';
import { fill } from '../../basics/fill';
import { SettingControl } from '../../controls/SettingControl';
import { Bench, Group, WhatWasDone } from '../Bench';
import { DropZone } from '../DropZone';
import editing from '../editing.module.css';
import { HistoryButtons } from '../HistoryButtons';
import { Brushes } from './Brushes';
import { DrawingVerdict } from './DrawingVerdict';
import { drawingTable } from './drawing-table';
import { EditorMap } from './EditorMap';
import { SizePanel } from './SizePanel';
import { TextPanel } from './TextPanel';
import { useDraft, useDraftState } from './use-draft';
import styles from './world.module.css';

const NUMBERS = ['slip', 'gamma', 'horizon', 'step', 'goal', 'pit', 'cliff'] as const;

/** A text file of a map is far smaller; what is larger is something else. */
const LARGEST_FILE = 100_000;

/** The shipped worlds to begin with, and the way back to the one that was chosen. */
function Worlds() {
  const t = world();
  const draft = useDraft();
  useDraftState(({ editor }) => editor.drawing);
  useModel(({ settings }) => settings.world);
  return (
    <Group title={t.title}>
      <SettingControl settingKey="world" />
      {!draft.isOwnMap() && (
        <p className={editing.hint}>
          {t.ownMap}{' '}
          <button type="button" className={editing.link} onClick={() => draft.backToOwnMap()}>
            {t.backToOwnMap}
          </button>
        </p>
      )}
    </Group>
  );
}

function DrawingHistory() {
  const draft = useDraft();
  const back = useDraftState(({ editor }) => editor.past.at(-1)?.name);
  const forth = useDraftState(({ editor }) => editor.future.at(-1)?.name);
  return (
    <HistoryButtons
      back={back}
      forth={forth}
      onUndo={() => draft.undo()}
      onRedo={() => draft.redo()}
    />
  );
}

/** The world: its map, drawn by hand, and its numbers. */
export default function WorldTab() {
  const t = world();
  const draft = useDraft();
  const said = useDraftState((state) => state.said);
  const [refused, setRefused] = useState('');
  const area = useRef<HTMLTextAreaElement>(null);

  const read = async (file: File) => {
    if (file.size > LARGEST_FILE) {
      setRefused(t.fileTooLarge(file.name, file.size));
      return;
    }
    try {
      draft.write(await file.text());
      setRefused('');
      area.current?.focus();
    } catch {
      setRefused(t.fileUnread(file.name));
    }
  };
  return (
    <DropZone invitation={t.drop} onFile={read}>
      <Bench
        toolbar={
          <div className={editing.toolbar}>
            <Brushes />
            <DrawingHistory />
          </div>
        }
        map={(room) => <EditorMap room={room} />}
        foot={
          <div className={editing.foot}>
            <DrawingVerdict />
            <p className={editing.touch}>{t.touch}</p>
            <p className={editing.keys}>
              {fill(t.keys, {
                keys: [...MAP_CHARACTERS].map((sign, index) => (
                  <Fragment key={sign}>
                    {index > 0 && ' '}
                    <kbd translate="no">{sign}</kbd>
                  </Fragment>
                )),
              })}
            </p>
          </div>
        }
        download={{
          of: 'world',
          name: pictures().world,
          table: () => drawingTable(draft.state.editor.drawing),
        }}
        toolsLabel={t.tools}
      >
        <Worlds />
        <SizePanel />
        <Group title={t.rules}>
          <div className={styles.numbers}>
            {NUMBERS.map((key) => (
              <SettingControl key={key} settingKey={`world.${key}`} />
            ))}
          </div>
        </Group>
        <TextPanel area={area} refused={refused} onFile={read} />
      </Bench>
      <WhatWasDone said={said} />
    </DropZone>
  );
}
