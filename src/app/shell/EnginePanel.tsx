import { Button, Popover } from '@mantine/core';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { bestRung, describeGain, describeTime, type RungTimes } from '../../engine/choice';
import { BACKENDS, type BackendName } from '../../engine/types';
import { useModel, usePlayground } from '../context';
import { SettingControl } from '../controls/SettingControl';
import type { ProbingPhase } from '../state/probing';
import { type Applicable, measurementFor, plannedSizeClass } from '../state/rungs';
import styles from './EnginePanel.module.css';

const NAMES: Readonly<Record<BackendName, string>> = {
  webgl: 'WebGL',
  wasm: 'WebAssembly',
  cpu: 'JavaScript',
};

const STACKS: Readonly<Record<string, string>> = {
  simd: 'our own SIMD code',
  fused: 'our own programs for the graphics processor',
  composed: 'composed of tfjs operations',
};

/** Stands in where nothing is ever measured. */
const RESTING = createStore(() => ({ phase: 'resting' as ProbingPhase }));

/** What is known for the networks of the present settings; null where nothing is. */
function useMeasured(): Applicable | null {
  const size = useModel((model) => plannedSizeClass(model.settings));
  const measurements = useStore(usePlayground().rungs.store, (known) => known.measurements);
  return size === null ? null : measurementFor(measurements, size);
}

/** What can be said of a rung's time. */
function timeOf(backend: BackendName, times: RungTimes | undefined, why: string | undefined) {
  if (why !== undefined) return <small>{why}</small>;
  const rung = times?.[backend];
  if (rung === undefined) return <small>not measured yet</small>;
  if ('missing' in rung) return <small>{rung.missing}</small>;
  return describeTime(rung);
}

function Times({ measured }: { readonly measured: Applicable | null }) {
  const used = useModel((model) => model.engine?.backend);
  const without = useStore(usePlayground().rungs.store, (known) => known.without);
  const times = measured?.rungs;
  const best = times ? bestRung(times, without) : null;
  return (
    <table className={styles.times}>
      <caption>
        {measured && measured.off !== 0
          ? `Measured here: a step of ${measured.off < 0 ? 'smaller' : 'larger'} networks`
          : 'Measured here: a step of these networks'}
      </caption>
      <tbody>
        {BACKENDS.map((backend) => (
          <tr key={backend} data-best={backend === best || undefined}>
            <th scope="row">
              {NAMES[backend]}
              {backend === used && <small> in use</small>}
            </th>
            <td>{timeOf(backend, times, without[backend])}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Whether it is being measured, when it was, or when it will be. */
function saidOf(phase: ProbingPhase, measured: Applicable | null, pinned: boolean): string {
  switch (phase) {
    case 'measuring':
      return 'Measuring …';
    case 'failed':
      return 'Measuring cannot be started in this browser.';
    case 'waiting':
      return 'Measures as soon as nothing trains.';
    case 'resting':
      if (measured)
        return `Measured ${new Date(measured.at).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' })}.`;
      return pinned
        ? 'Not measured by itself while pinned.'
        : 'Measures as soon as nothing trains.';
  }
}

function Measuring({ measured }: { readonly measured: Applicable | null }) {
  const { probing } = usePlayground();
  const phase = useStore(probing?.store ?? RESTING, (state) => state.phase);
  const pinned = useModel((model) => model.settings.backend !== 'auto');
  if (probing === null) return null;
  return (
    <div className={styles.measuring}>
      <span role="status">{saidOf(phase, measured, pinned)}</span>
      <Button
        variant="subtle"
        color="gray"
        size="compact-xs"
        disabled={phase === 'measuring'}
        onClick={() => probing.again()}
      >
        Measure again
      </Button>
    </div>
  );
}

/**
 * What the badge opens: which rung of this device the learners train on and why, what each was measured
 * to take, and the choice of another.
 */
export default function EnginePanel({
  better,
  onReset,
}: {
  /** The rung that the next reset takes instead. */
  readonly better: BackendName | null;
  readonly onReset: () => void;
}) {
  const playground = usePlayground();
  const engine = useModel((model) => model.engine);
  const measured = useMeasured();
  return (
    <Popover.Dropdown className={styles.panel} aria-label="Engine">
      {engine ? (
        <>
          <p>
            Trains in a worker on <strong>{NAMES[engine.backend]}</strong>,{' '}
            {STACKS[engine.implementation] ?? engine.implementation} (
            <span>{engine.implementation} stack</span>).
          </p>
          <p>{engine.reason}</p>
        </>
      ) : (
        <p>The engine is being loaded; the world can be looked at meanwhile.</p>
      )}
      {engine && better && (
        <div className={styles.better}>
          <span>
            <strong>{NAMES[better]}</strong>{' '}
            {describeGain(measured?.rungs ?? {}, engine.backend, better)}; used from the next reset.
          </span>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => {
              playground.reset();
              onReset();
            }}
          >
            Reset now
          </Button>
        </div>
      )}
      <Times measured={measured} />
      <Measuring measured={measured} />
      <SettingControl settingKey="backend" />
      <p className={styles.note}>
        Automatic takes what was measured best. Choosing another restarts the learners.
      </p>
    </Popover.Dropdown>
  );
}
