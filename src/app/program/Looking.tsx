import '@mantine/core/styles/Tabs.css';
import { Tabs } from '@mantine/core';
import { useRef } from 'react';
import { instanceSettings } from '../../experiment/settings/instances';
import { iqmOf } from '../../experiment/summary';
import { formatSmall } from '../../texts/format';
import { inside as texts } from '../../texts/inside';
import { useModel } from '../basics/context';
import type { InstanceView } from '../state/instances';
import { shownOf } from '../state/seeds';
import { SymbolCard } from '../symbols/SymbolCard';
import { CopyText } from './CopyText';
import type { Inside } from './contents';
import { Findings } from './Findings';
import { MathText } from './MathText';
import styles from './program.module.css';
import { RowKind } from './RowKind';

interface LookingProps {
  readonly instance: InstanceView;
  readonly inside: Inside;
  /** Called before the reader is taken to a place of the page. */
  readonly onLeave: () => void;
}

/** What a term is at the last measured step; nothing where it is none, or before training. */
function Present({ id, term }: { readonly id: string; readonly term: string }) {
  const value = useModel(({ snapshot, settings }) => {
    const seeds = snapshot?.learners[id]?.seeds ?? [];
    const shown = shownOf(settings);
    const values = seeds.flatMap(({ losses }) => losses?.[term] ?? []);
    if (values.length < seeds.length) return undefined;
    return shown === 'mean' ? (iqmOf(values) ?? undefined) : values[shown];
  });
  if (value === undefined) return null;
  return (
    <span className={styles.present}>
      <span className={styles.now}>{texts().now}</span> {formatSmall(value)}
    </span>
  );
}

function Rows({ instance, inside, onLeave }: LookingProps) {
  const t = texts();
  const root = useRef<HTMLDivElement>(null);
  const { rows, symbol, definition } = inside;
  const { names, program } = definition;
  return (
    <div ref={root} className={styles.formulas}>
      <dl className={styles.rows} aria-label={t.mathLabel(instance.label)}>
        {rows.map((row, i) => {
          const term =
            row.kind === 'minimise'
              ? 'total'
              : row.kind === 'definition' && row.name
                ? (names.terms?.[row.name] ?? row.name)
                : null;
          const knob =
            row.kind === 'knob' ? program.knobs.find(({ name }) => name === row.name) : null;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a program do not move.
            <div key={i} className={styles.row} data-kind={row.kind}>
              <dt>
                <RowKind row={row} before={rows[i - 1]} />
              </dt>
              <dd>
                <MathText math={row.math} symbol={symbol} />
                {term !== null && <Present id={instance.id} term={term} />}
                {knob && <KnobValue id={instance.id} inside={inside} name={knob.name} />}
              </dd>
            </div>
          );
        })}
      </dl>
      <SymbolCard root={root} onLeave={onLeave} />
    </div>
  );
}

function KnobValue({
  id,
  inside,
  name,
}: {
  readonly id: string;
  readonly inside: Inside;
  readonly name: string;
}) {
  const { hyperNames, hyper, program } = inside.definition;
  const at = program.knobs.findIndex((knob) => knob.name === name);
  const value = useModel(({ settings }) => hyper(instanceSettings(settings, id))[hyperNames[at]]);
  return (
    <span className={styles.present}>
      <span className={styles.now}>{'='}</span> {formatSmall(value)}
    </span>
  );
}

/** A learner's program: as formulas with what they come to now, as text, and in PyTorch. */
export function Looking({ instance, inside, onLeave }: LookingProps) {
  const t = texts();
  return (
    <Tabs defaultValue="formulas" keepMounted={false}>
      <Tabs.List>
        <Tabs.Tab value="formulas">{t.tabs.formulas}</Tabs.Tab>
        <Tabs.Tab value="text">{t.tabs.text}</Tabs.Tab>
        <Tabs.Tab value="torch">{t.tabs.torch}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="formulas">
        <Rows instance={instance} inside={inside} onLeave={onLeave} />
        <Findings found={inside.remarks} />
      </Tabs.Panel>
      <Tabs.Panel value="text">
        <CopyText text={inside.text} label={t.textLabel} />
      </Tabs.Panel>
      <Tabs.Panel value="torch">
        <CopyText text={inside.torch} label={t.torchLabel} />
      </Tabs.Panel>
    </Tabs>
  );
}
