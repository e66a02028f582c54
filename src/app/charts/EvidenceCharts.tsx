import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { charts } from '../../texts/charts';
import { download } from '../../texts/download';
import { formatDecade, formatSigned, formatValue } from '../../texts/format';
import { measureText } from '../map/measure';
import { PALETTES, type Scheme } from '../map/palette';
import { Download } from '../pictures/Download';
import { niceTicks, returnDomain } from './axis';
import { BoundMeter } from './BoundMeter';
import { ErrorByClass } from './ErrorByClass';
import styles from './EvidenceCharts.module.css';
import { GapByClass } from './GapByClass';
import { LiveChart } from './LiveChart';
import { MoreLines } from './MoreLines';
import {
  decadesOf,
  errorLines,
  lossLines,
  lossName,
  lossTerms,
  type MoreReturns,
  returnJumps,
  returnLines,
  returnReferences,
  seedCount,
  summarize,
} from './panels';
import { Tabs } from './Tabs';
import type { EvidenceChartsProps } from './types';
import { wantedEvidence } from './wanted';

interface PanelProps {
  /** Name by which the lesson finds it. */
  readonly place: string;
  readonly title: string;
  readonly note: ReactNode;
  readonly summary: string;
  readonly scheme: Scheme;
  readonly children: ReactNode;
}

function Panel({ place, title, note, summary, scheme, children }: PanelProps) {
  const palette = PALETTES[scheme];
  return (
    <section
      className={styles.panel}
      style={{ background: palette.card, borderColor: palette.line, color: palette.ink }}
      aria-label={title}
      data-place={place}
    >
      <h3 className={styles.title}>{title}</h3>
      <Download of={place.replace('chart:', '')} name={title} corner />
      <p className={styles.note} style={{ color: palette.muted }}>
        {note}
      </p>
      {children}
      <p className={styles.hidden}>{summary}</p>
    </section>
  );
}

const NONE = [] as const;
const ERROR_REFERENCES = [{ value: 0, label: [], strong: true }] as const;

/** The zero line of an error is the truth. */
function errorTick(value: number): string {
  return value === 0 ? charts().error.truth : formatSigned(value);
}

/**
 * The evidence: error where the data is silent, belief against earnings, and behind tabs the
 * marked cell, the losses, the error and the gap by class and the bound meter.
 */
export default function EvidenceCharts(props: EvidenceChartsProps) {
  const t = charts();
  const { snapshots, instances, truth, steps, valueRange, scheme, flips = NONE } = props;
  const { chartHeight = 168 } = props;
  const highlighted = props.highlighted ?? null;
  const version = props.version ?? snapshots.length;
  // The array may grow in place: what is derived from it hangs on this pair.
  const data = useMemo(() => ({ snapshots, version }), [snapshots, version]);
  const palette = PALETTES[scheme];
  const last = snapshots[snapshots.length - 1];
  const guessed =
    snapshots.length > 1 ? snapshots[1].step - snapshots[0].step : Math.max(1, steps / 40);
  const spacing = props.spacing ?? guessed;
  const seeds = seedCount(last);
  const at = (values: string) => t.at(last?.step ?? 0, seeds, values);
  const [tab, setTab] = useState(props.markedCell ? 'cell' : 'class');
  const [more, setMore] = useState<MoreReturns>({});
  const [chosen, setTerm] = useState('bellman');
  useEffect(
    () =>
      wantedEvidence.subscribe(({ wanted }) => {
        if (wanted === null) return;
        setTab(wanted.tab);
        if (wanted.term) setTerm(wanted.term);
      }),
    [],
  );

  const errors = useMemo(
    () => errorLines(data.snapshots, instances, scheme),
    [data, instances, scheme],
  );
  const returns = useMemo(
    () => returnLines(data.snapshots, instances, scheme, more),
    [data, instances, scheme, more],
  );
  const shown = props.shown ?? 0;
  const jumps = useMemo(() => returnJumps(returns, truth, shown), [returns, truth, shown]);
  const references = useMemo(() => returnReferences(truth), [truth]);
  const terms = lossTerms(snapshots);
  const term = terms.includes(chosen) ? chosen : (terms[0] ?? 'bellman');
  const losses = useMemo(
    () => lossLines(data.snapshots, instances, term, scheme),
    [data, instances, term, scheme],
  );

  const [low, high] = useMemo(() => returnDomain(truth), [truth]);
  const returnTicks = useMemo(
    () =>
      niceTicks(low, high, 4).filter((tick) =>
        references.every((one) => Math.abs(one.value - tick) > 0.1 * (high - low)),
      ),
    [low, high, references],
  );
  const errorTicks = useMemo(
    () => [-1, -0.5, 0, 0.5, 1].map((share) => share * valueRange),
    [valueRange],
  );
  const [floor, ceiling] = decadesOf(losses);
  const lossTicks = useMemo(
    () => Array.from({ length: ceiling - floor + 1 }, (_, i) => floor + i),
    [floor, ceiling],
  );
  const gutter = useMemo(
    () =>
      Math.ceil(
        30 +
          Math.max(
            60,
            ...instances.map(({ short }) =>
              measureText(`${short} ↓ ${formatValue(-3.83)}`, 11.5, 620),
            ),
          ),
      ),
    [instances],
  );
  const common = { steps, spacing, scheme, highlighted, gutter };
  const turned = jumps.slice(-3).map((jump) => ({
    jump,
    flip: flips.findLast(
      (flip) => flip.instance === jump.instance && flip.seed === shown && flip.step === jump.step,
    ),
    name: instances.find((instance) => instance.id === jump.instance)?.short ?? jump.instance,
  }));
  const tabs = [
    ...(props.markedCell ? [{ id: 'cell', label: t.tabs.cell }] : []),
    { id: 'class', label: t.tabs.class },
    { id: 'gap', label: t.tabs.gap },
    { id: 'bound', label: t.tabs.bound },
    { id: 'losses', label: t.tabs.losses },
  ];

  return (
    <div className={styles.column}>
      <Panel
        place="chart:error"
        title={t.error.title}
        note={seeds > 1 ? t.error.noteOfSeeds(seeds) : t.error.note}
        summary={at(summarize(errors))}
        scheme={scheme}
      >
        <LiveChart
          {...common}
          name={t.error.name}
          height={chartHeight}
          lines={errors}
          jumps={NONE}
          low={-valueRange}
          high={valueRange}
          ticks={errorTicks}
          tickText={errorTick}
          references={ERROR_REFERENCES}
        />
      </Panel>
      <Panel
        place="chart:returns"
        title={t.returns.title}
        note={seeds > 1 ? t.returns.noteOfSeeds(seeds) : t.returns.note}
        summary={`${at(summarize(returns))} ${t.references(
          references.map(({ label, value }) => ({ name: label.join(' '), value })),
        )}`}
        scheme={scheme}
      >
        <LiveChart
          {...common}
          name={t.returns.name}
          height={chartHeight}
          lines={returns}
          jumps={jumps}
          low={low}
          high={high}
          ticks={returnTicks}
          tickText={formatValue}
          references={references}
        />
        <MoreLines
          snapshot={last}
          instances={instances}
          more={more}
          onChange={setMore}
          scheme={scheme}
        />
        <div className={styles.jumps} style={{ color: palette.muted }}>
          {turned.length > 0 && <span>{t.jumps}</span>}
          {turned.map(({ jump, flip, name }) =>
            flip && props.onSelectState ? (
              <button
                key={`${jump.instance} ${jump.step}`}
                type="button"
                className={styles.jump}
                style={{ color: jump.color }}
                onClick={() => props.onSelectState?.(flip.state)}
                aria-label={t.showJump(name, jump.from, jump.to, jump.step)}
              >
                {t.jumpAt(name, jump.step)}
              </button>
            ) : null,
          )}
        </div>
      </Panel>
      <section
        className={styles.panel}
        style={{ background: palette.card, borderColor: palette.line, color: palette.ink }}
        aria-label={t.more}
        data-place="evidence:tabs"
      >
        <Download
          of={tab === 'losses' ? `loss:${term}` : tab}
          name={
            tab === 'losses'
              ? download().losses(lossName(term))
              : (tabs.find(({ id }) => id === tab)?.label ?? tab)
          }
          corner
        />
        <Tabs
          label={t.more}
          tabs={tabs}
          value={tab}
          onChange={setTab}
          scheme={scheme}
          className={styles.body}
        >
          {tab === 'cell' && props.markedCell}
          {tab === 'class' && (
            <ErrorByClass
              snapshot={last}
              instances={instances}
              valueRange={valueRange}
              scheme={scheme}
            />
          )}
          {tab === 'gap' && (
            <GapByClass
              snapshot={last}
              instances={instances}
              valueRange={valueRange}
              shown={shown}
              scheme={scheme}
            />
          )}
          {tab === 'bound' && <BoundMeter snapshot={last} instances={instances} scheme={scheme} />}
          {tab === 'losses' && (
            <>
              <fieldset className={styles.terms}>
                <legend className={styles.hidden}>{t.lossTerm}</legend>
                {terms.map((name) => (
                  <button
                    key={name}
                    type="button"
                    aria-pressed={name === term}
                    className={styles.tab}
                    style={{ color: name === term ? palette.ink : palette.muted }}
                    onClick={() => setTerm(name)}
                  >
                    {lossName(name)}
                  </button>
                ))}
              </fieldset>
              <LiveChart
                {...common}
                name={t.lossName(lossName(term))}
                height={chartHeight}
                lines={losses}
                jumps={NONE}
                low={floor}
                high={ceiling}
                ticks={lossTicks}
                tickText={formatDecade}
                references={NONE}
              />
              <p className={styles.hidden}>{at(summarize(losses))}</p>
            </>
          )}
        </Tabs>
      </section>
    </div>
  );
}
