import { ActionIcon, Slider } from '@mantine/core';
import { History, Square } from 'lucide-react';
import { useMemo } from 'react';
import { formatCount } from '../../texts/format';
import { training } from '../../texts/training';
import { useModel, usePlayground } from '../basics/context';
import { axisOf } from '../charts/axis';
import { type EditMark, editMarks } from '../controls/edit-marks';
import { hinted } from '../floats/hint';
import { stepShown } from '../state/model';
import styles from './Scrubber.module.css';

function ReplayButton() {
  const t = training();
  const playground = usePlayground();
  const replaying = useModel((model) => model.replaying);
  const empty = useModel((model) => model.moments.kept.length < 2);
  const label = replaying ? t.stopReplay : t.replay;
  return (
    <ActionIcon
      {...hinted(replaying ? label : t.replayHint)}
      variant="default"
      size={28}
      aria-label={label}
      disabled={empty}
      onClick={() => playground.replay()}
    >
      {replaying ? <Square size={12} fill="currentColor" /> : <History size={15} />}
    </ActionIcon>
  );
}

const percent = (step: number, end: number) => `${Math.min(100, (100 * step) / end)}%`;

function Tick({ mark, end }: { readonly mark: EditMark; readonly end: number }) {
  return (
    <span
      {...hinted(mark.sentence)}
      className={styles.tick}
      style={{ left: percent(mark.step, end) }}
    />
  );
}

/** The steps of the run as a track: drag it, or press the arrow keys, to see any moment that was measured. */
export function Scrubber() {
  const t = training();
  const playground = usePlayground();
  const shown = useModel(stepShown);
  const trained = useModel((model) => model.step);
  const end = useModel(({ settings, step }) => axisOf(settings, step));
  const every = useModel(({ settings }) => settings.measureEvery);
  const empty = useModel((model) => model.moments.kept.length < 2);
  const base = useModel((model) => model.base);
  const edits = useModel((model) => model.edits);
  const marks = useMemo(() => editMarks(base, edits), [base, edits]);
  return (
    <div className={styles.scrubber} data-place="time">
      <ReplayButton />
      <div className={styles.track}>
        <Slider
          size={4}
          thumbSize={16}
          color="var(--ink)"
          label={null}
          thumbLabel={t.moment}
          thumbValueText={t.momentAt(formatCount(shown))}
          min={0}
          max={end}
          step={every}
          disabled={empty}
          value={shown}
          onChange={(step) => step !== shown && playground.seek(step)}
        />
        <div className={styles.ticks}>
          {shown < trained && (
            <span
              className={styles.trained}
              style={{ left: percent(shown, end), right: `calc(100% - ${percent(trained, end)})` }}
            />
          )}
          {marks.map((mark) => (
            <Tick key={mark.step} mark={mark} end={end} />
          ))}
        </div>
      </div>
    </div>
  );
}
