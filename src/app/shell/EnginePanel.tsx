import { Button } from '@mantine/core';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { bestRung, describeGain, describeTime, type RungTimes } from '../../engine/choice';
import { BACKEND_LABELS, BACKENDS, type BackendName } from '../../engine/types';
import { engine as texts } from '../../texts/engine';
import { formatMoment } from '../../texts/format';
import { useModel, usePlayground } from '../basics/context';
import { fill } from '../basics/fill';
import { SettingControl } from '../controls/SettingControl';
import { Popup, type PopupProps } from '../floats/Popup';
import type { ProbingPhase } from '../state/probing';
import { type Applicable, measurementFor, plannedSizeClass } from '../state/rungs';
import styles from './EnginePanel.module.css';

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
  const t = texts();
  const used = useModel((model) => model.engine?.backend);
  const without = useStore(usePlayground().rungs.store, (known) => known.without);
  const times = measured?.rungs;
  const best = times ? bestRung(times, without) : null;
  return (
    <table className={styles.times}>
      <caption>
        {!measured || measured.off === 0
          ? t.measuredHere
          : measured.off < 0
            ? t.measuredSmaller
            : t.measuredLarger}
      </caption>
      <tbody>
        {BACKENDS.map((backend) => (
          <tr key={backend} data-best={backend === best || undefined}>
            <th scope="row">
              {BACKEND_LABELS[backend]}{' '}
              <small>{backend === used ? t.inUse(t.kinds[backend]) : t.kinds[backend]}</small>
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
  const t = texts();
  switch (phase) {
    case 'measuring':
      return t.measuring;
    case 'failed':
      return t.cannotMeasure;
    case 'waiting':
      return t.willMeasure;
    case 'resting':
      if (measured) return t.measuredAt(formatMoment(measured.at));
      return pinned ? t.notWhilePinned : t.willMeasure;
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
        {texts().again}
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
  ...popup
}: PopupProps & {
  /** The rung that the next reset takes instead. */
  readonly better: BackendName | null;
}) {
  const t = texts();
  const playground = usePlayground();
  const engine = useModel((model) => model.engine);
  const measured = useMeasured();
  return (
    <Popup {...popup} width={360} className={styles.panel} label={t.title}>
      {engine ? (
        <>
          <p>
            {fill(t.trainsOn, {
              backend: <strong>{BACKEND_LABELS[engine.backend]}</strong>,
              stack: t.stacks[engine.implementation],
              implementation: <span>{t.implementation(engine.implementation)}</span>,
            })}
          </p>
          <p>{engine.reason.replace(/\.?$/, '.')}</p>
          {(engine.workers ?? 1) > 1 && <p>{t.spread(engine.workers ?? 1)}</p>}
        </>
      ) : (
        <p>{t.loading}</p>
      )}
      {engine && better && (
        <div className={styles.better}>
          <span>
            {fill(t.better(describeGain(measured?.rungs ?? {}, engine.backend, better)), {
              name: <strong>{BACKEND_LABELS[better]}</strong>,
            })}
          </span>
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => {
              playground.reset();
              popup.onClose();
            }}
          >
            {t.resetNow}
          </Button>
        </div>
      )}
      <Times measured={measured} />
      <Measuring measured={measured} />
      <SettingControl settingKey="backend" />
      <p className={styles.note}>{t.note}</p>
    </Popup>
  );
}
