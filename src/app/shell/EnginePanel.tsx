import { Button, Popover } from '@mantine/core';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { bestRung, describeGain, describeTime, type RungTimes } from '../../engine/choice';
import { BACKEND_LABELS, BACKENDS, type BackendName } from '../../engine/types';
import { useModel, usePlayground } from '../context';
import { SettingControl } from '../controls/SettingControl';
import type { ProbingPhase } from '../state/probing';
import { type Applicable, measurementFor, plannedSizeClass } from '../state/rungs';
import styles from './EnginePanel.module.css';

/** What each is, beside its name. */
const KINDS: Readonly<Record<BackendName, string>> = {
  webgl: 'graphics processor',
  wasm: 'WebAssembly',
  cpu: 'JavaScript',
};

const STACKS: Readonly<Record<string, string>> = {
  simd: 'our own SIMD code',
  fused: 'our own programs for the graphics processor',
  composed: 'composed tfjs operations',
};

/** Stands in where nothing is ever measured. */
const RESTING = createStore(() => ({ phase: 'resting' as ProbingPhase }));

/** What is known for the networks of the present settings; null where nothing is. */
function useMeasured(): Applicable | null {
  const size = useModel((model) => plannedSizeClass(model.settings));
  const measurements = useStore(usePlayground().rungs.store, (known) => known.measurements);
  return size === null ? null : measurementFor(measurements, size);
}

/** A rung's time, or why there is none. */
function Time({
  rung,
  lost,
}: {
  readonly rung: RungTimes[BackendName] | undefined;
  readonly lost: string | undefined;
}) {
  if (rung === undefined && lost === undefined) return <td>–</td>;
  if (lost === undefined && rung && 'ms' in rung) return <td>{describeTime(rung)}</td>;
  return (
    <td className={styles.missing}>{lost ?? (rung && 'missing' in rung ? rung.missing : '')}</td>
  );
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
              {BACKEND_LABELS[backend]}{' '}
              <small>
                {KINDS[backend]}
                {backend === used && ', in use'}
              </small>
            </th>
            <Time rung={times?.[backend]} lost={without[backend]} />
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
      <Button variant="subtle" color="gray" size="compact-xs" onClick={() => probing.again()}>
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
            Trains in a worker on <strong>{BACKEND_LABELS[engine.backend]}</strong>, by{' '}
            {STACKS[engine.implementation]} (<span>{engine.implementation} stack</span>).
          </p>
          <p>{engine.reason.replace(/\.?$/, '.')}</p>
          {(engine.workers ?? 1) > 1 && <p>Seeds are spread over {engine.workers} workers.</p>}
        </>
      ) : (
        <p>The engine is being loaded; the world can be looked at meanwhile.</p>
      )}
      {engine && better && (
        <div className={styles.better}>
          <span>
            <strong>{BACKEND_LABELS[better]}</strong>{' '}
            {describeGain(measured?.rungs ?? {}, engine.backend, better)}; used from the next reset.
          </span>
          <Button
            size="compact-xs"
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
      <SettingControl settingKey="backend" inPopover />
      <p className={styles.note}>
        Automatic takes what was measured best. Choosing another restarts the learners.
      </p>
    </Popover.Dropdown>
  );
}
