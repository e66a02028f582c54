import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { charts } from '../../texts/charts';
import { formatValue } from '../../texts/format';
import { Download } from '../pictures/Download';
import { PALETTES, type Scheme } from '../theme/palette';
import { widerAxis } from './axis';
import { type LineChart, measuredIn } from './chart';
import styles from './EvidenceCharts.module.css';
import { LABEL, roomFor } from './LineEnds';
import { LiveChart } from './LiveChart';
import { lineChart } from './line-charts';
import { MoreLines } from './MoreLines';
import { ghostsOf, type MoreReturns, returnJumps, seedCount, summarize } from './panels';
import { TabbedPanel } from './TabbedPanel';
import { TAB_CHARTS } from './tabs';
import type { EvidenceChartsProps } from './types';
import { wantedEvidence } from './wanted';

interface PanelProps {
  readonly chart: LineChart;
  readonly title: string;
  readonly note: ReactNode;
  readonly summary: string;
  readonly scheme: Scheme;
  readonly children: ReactNode;
}

function Panel({ chart, title, note, summary, scheme, children }: PanelProps) {
  const palette = PALETTES[scheme];
  return (
    <section
      className={styles.panel}
      style={{ background: palette.card, borderColor: palette.line, color: palette.ink }}
      aria-label={title}
      data-place={`chart:${chart.picture}`}
    >
      <h3 className={styles.title}>{title}</h3>
      <Download
        of={chart.picture}
        name={title}
        table={(model) => chart.table(measuredIn(model))}
        corner
      />
      <p className={styles.note} style={{ color: palette.muted }}>
        {note}
      </p>
      {children}
      <p className="visually-hidden">{summary}</p>
    </section>
  );
}

const NONE = [] as const;
const ERROR = lineChart('error');
const RETURNS = lineChart('returns');

/** A note, and whether the scale has grown. */
const noted = (note: string, factor: number) =>
  factor > 1 ? `${note} ${charts().widened(factor)}` : note;

/** What is asked for of a tab that shows one detail at a time, before anyone chose. */
const DETAIL = 'bellman';

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
  const moment = (last && props.moment) ?? last;
  const guessed =
    snapshots.length > 1 ? snapshots[1].step - snapshots[0].step : Math.max(1, steps / 40);
  const spacing = props.spacing ?? guessed;
  const seeds = seedCount(last);
  const at = (values: string) => t.at(last?.step ?? 0, seeds, values);
  const [tab, setTab] = useState(props.markedCell ? 'cell' : TAB_CHARTS[0].id);
  const [more, setMore] = useState<MoreReturns>({});
  const [chosen, setDetail] = useState(DETAIL);
  useEffect(
    () =>
      wantedEvidence.subscribe(({ wanted }) => {
        if (wanted === null) return;
        setTab(wanted.tab);
        if (wanted.term) setDetail(wanted.term);
      }),
    [],
  );

  const compared = props.compared ?? null;
  const ghosts = useMemo(() => {
    const of = (chart: LineChart) =>
      compared ? ghostsOf(chart.lines(compared.snapshots, compared.instances, scheme)) : NONE;
    return { errors: of(ERROR), returns: of(RETURNS) };
  }, [compared, scheme]);
  const errors = useMemo(
    () => ERROR.lines(data.snapshots, instances, scheme),
    [data, instances, scheme],
  );
  const returns = useMemo(
    () => RETURNS.lines(data.snapshots, instances, scheme, more),
    [data, instances, scheme, more],
  );
  const drawn = useMemo(
    () => ({
      errors: [...ghosts.errors, ...errors],
      returns: [...ghosts.returns, ...returns],
    }),
    [ghosts, errors, returns],
  );
  const shown = props.shown ?? 0;
  const jumps = useMemo(() => returnJumps(returns, truth, shown), [returns, truth, shown]);
  const references = useMemo(() => RETURNS.references(truth), [truth]);
  const chart = TAB_CHARTS.find(({ id }) => id === tab);
  const details = chart?.details?.(snapshots) ?? NONE;
  const detail = details.includes(chosen) ? chosen : (details[0] ?? DETAIL);

  const wide = useMemo(
    () => ({
      error: widerAxis(ERROR.axis(truth, valueRange), errors),
      returns: widerAxis(RETURNS.axis(truth, valueRange), returns),
    }),
    [truth, valueRange, errors, returns],
  );
  const [low, high] = wide.returns.axis;
  const [least, most] = wide.error.axis;
  const returnTicks = useMemo(
    () =>
      RETURNS.ticks([low, high], 4).filter((tick) =>
        references.every((one) => Math.abs(one.value - tick) > 0.1 * (high - low)),
      ),
    [low, high, references],
  );
  const errorTicks = useMemo(() => ERROR.ticks([least, most], 5), [least, most]);
  const gutter = useMemo(
    () =>
      roomFor(
        instances.map(({ short }) => short),
        `↓ ${formatValue(-3.83)}`,
      ),
    [instances],
  );
  const look = { steps, spacing, scheme, highlighted, gutter, height: chartHeight };
  // Two line ends a learner, what it believes and what it earns, have to stand one above the other.
  const returnsHeight = Math.max(chartHeight, 2 * instances.length * LABEL + 14);
  const turned = jumps.slice(-3).map((jump) => ({
    jump,
    flip: flips.findLast(
      (flip) => flip.instance === jump.instance && flip.seed === shown && flip.step === jump.step,
    ),
    name: instances.find((instance) => instance.id === jump.instance)?.short ?? jump.instance,
  }));
  const tabs = [
    ...(props.markedCell ? [{ id: 'cell', label: t.tabs.cell }] : []),
    ...TAB_CHARTS.map(({ id, label }) => ({ id, label: label() })),
  ];

  return (
    <div className={styles.column}>
      <Panel
        chart={ERROR}
        title={t.error.title}
        note={noted(seeds > 1 ? t.error.noteOfSeeds(seeds) : t.error.note, wide.error.factor)}
        summary={at(summarize(errors))}
        scheme={scheme}
      >
        <LiveChart
          {...look}
          name={t.error.name}
          lines={drawn.errors}
          jumps={NONE}
          low={least}
          high={most}
          ticks={errorTicks}
          tickText={ERROR.tickText}
          references={ERROR.references(truth)}
          zones={t.error.zones}
        />
      </Panel>
      <Panel
        chart={RETURNS}
        title={t.returns.title}
        note={noted(seeds > 1 ? t.returns.noteOfSeeds(seeds) : t.returns.note, wide.returns.factor)}
        summary={`${at(summarize(returns))} ${t.references(
          references.map(({ label, value }) => ({ name: label, value })),
        )}`}
        scheme={scheme}
      >
        <LiveChart
          {...look}
          height={returnsHeight}
          name={t.returns.name}
          lines={drawn.returns}
          jumps={jumps}
          low={low}
          high={high}
          ticks={returnTicks}
          tickText={RETURNS.tickText}
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
            flip && props.onShowFlip ? (
              <button
                key={`${jump.instance} ${jump.step}`}
                type="button"
                className={styles.jump}
                style={{ color: jump.color }}
                onClick={() => props.onShowFlip?.(flip)}
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
          of={chart ? (chart.details ? `${chart.picture}:${detail}` : chart.picture) : tab}
          name={chart?.pictureName?.(detail) ?? tabs.find(({ id }) => id === tab)?.label ?? tab}
          {...(chart ? { table: (model) => chart.table(measuredIn(model, detail)) } : {})}
          corner
        />
        <TabbedPanel
          label={t.more}
          tabs={tabs}
          value={tab}
          onChange={setTab}
          scheme={scheme}
          className={styles.body}
        >
          {tab === 'cell' && props.markedCell}
          {chart && (
            <chart.Component
              snapshots={snapshots}
              version={version}
              snapshot={moment}
              instances={instances}
              valueRange={valueRange}
              shown={shown}
              scheme={scheme}
              look={look}
              detail={detail}
              onDetail={setDetail}
            />
          )}
        </TabbedPanel>
      </section>
    </div>
  );
}
