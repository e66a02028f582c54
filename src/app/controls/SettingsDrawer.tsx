import '@mantine/core/styles/ModalBase.css';
import '@mantine/core/styles/Overlay.css';
import '@mantine/core/styles/Paper.css';
import '@mantine/core/styles/Drawer.css';
import { Button, Drawer } from '@mantine/core';
import { Minus, Plus } from 'lucide-react';
import { ownerOf, schemaOf, settingKeys } from '../../experiment/settings/describe';
import { MAX_INSTANCES } from '../../experiment/settings/instances';
import { CATALOG } from '../../learners/catalog';
import { LEARNER_KINDS, type LearnerKind } from '../../learners/types';
import { controls } from '../../texts/controls';
import { drawer } from '../../texts/drawer';
import { useInstances, useModel, usePlayground, useScheme } from '../basics/context';
import type { InstanceView } from '../state/instances';
import styles from './drawer.module.css';
import { SettingControl } from './SettingControl';

/** Groups of the drawer and the settings in each; a setting claimed by none comes into the last. */
const GROUPS: readonly {
  readonly id: 'world' | 'data' | 'training' | 'rest';
  readonly owns: (key: string) => boolean;
}[] = [
  { id: 'world', owns: (key) => schemaOf(key)?.scope === 'world' && key !== 'scenario' },
  { id: 'data', owns: (key) => schemaOf(key)?.scope === 'data' },
  {
    id: 'training',
    owns: (key) =>
      schemaOf(key)?.scope !== 'view' && !['backend', 'workers', 'scenario'].includes(key),
  },
  { id: 'rest', owns: (key) => key !== 'scenario' },
];

function Explained({
  settingKey,
  owner,
  color,
}: {
  readonly settingKey: string;
  readonly owner?: string;
  readonly color?: string;
}) {
  const description = schemaOf(settingKey);
  if (!description) return null;
  return (
    <div className={styles.setting}>
      <SettingControl
        settingKey={settingKey}
        {...(owner ? { owner } : {})}
        {...(color ? { color } : {})}
      />
      <p className={styles.help}>
        {description.help} <em>{controls().scopes[description.scope]}</em>
      </p>
    </div>
  );
}

/** The id of another instance of a kind: the kind itself, or with the first number that is free. */
function freeId(kind: LearnerKind, taken: readonly string[]): string {
  if (!taken.includes(kind)) return kind;
  let number = 2;
  while (taken.includes(`${kind}-${number}`)) number += 1;
  return `${kind}-${number}`;
}

function InstanceSettings({
  instance,
  removable,
}: {
  readonly instance: InstanceView;
  readonly removable: boolean;
}) {
  const t = drawer();
  const playground = usePlayground();
  const color = instance.color[useScheme()];
  // A program has lines, which a field of one line would run together: it is written on the card.
  const names = Object.keys(instance.method.settings).filter(
    (name) => name !== instance.method.programIn,
  );
  const remove = () => {
    const learners = playground.model.settings.learners;
    playground.change({ learners: learners.filter((id) => id !== instance.id) });
  };
  return (
    <section className={styles.instance} aria-label={t.settingsOf(instance.label)}>
      <div className={styles.instanceTitle}>
        <h4 translate="no" style={{ color }}>
          {instance.label}
        </h4>
        <Button
          variant="subtle"
          color="gray"
          size="compact-xs"
          leftSection={<Minus size={13} />}
          disabled={!removable}
          aria-label={t.removeNamed(instance.label)}
          onClick={remove}
        >
          {t.remove}
        </Button>
      </div>
      {names.map((name) => (
        <Explained
          key={name}
          settingKey={`${instance.id}.${name}`}
          owner={instance.label}
          color={color}
        />
      ))}
    </section>
  );
}

function LearnerSettings() {
  const t = drawer();
  const playground = usePlayground();
  const instances = useInstances();
  const scheme = useScheme();
  const ids = instances.map(({ id }) => id);
  return (
    <section className={styles.group} aria-label={t.learnerSettings}>
      <h3>{t.learners}</h3>
      <p className={styles.help}>
        {t.upTo(MAX_INSTANCES)} <em>{controls().scopes.train}</em>
      </p>
      <ul className={styles.methods} aria-label={t.methods}>
        {LEARNER_KINDS.map((kind) => (
          <li key={kind}>
            <span>
              <b translate="no" style={{ color: CATALOG[kind].color[scheme] }}>
                {CATALOG[kind].label}
              </b>{' '}
              {CATALOG[kind].tagline}
            </span>
            <Button
              variant="default"
              size="compact-xs"
              leftSection={<Plus size={13} />}
              disabled={ids.length >= MAX_INSTANCES}
              aria-label={(ids.includes(kind) ? t.anotherNamed : t.addNamed)(CATALOG[kind].label)}
              onClick={() => playground.change({ learners: [...ids, freeId(kind, ids)] })}
            >
              {ids.includes(kind) ? t.another : t.add}
            </Button>
          </li>
        ))}
      </ul>
      {instances.map((instance) => (
        <InstanceSettings key={instance.id} instance={instance} removable={instances.length > 1} />
      ))}
    </section>
  );
}

/** Of lessons and lectures, which are begun and left in places of their own. */
const TAUGHT = ['lesson', 'present', 'lecture'];

/** Every setting there is, by what it belongs to, each with its explanation. */
export default function SettingsDrawer({
  opened,
  onClose,
}: {
  readonly opened: boolean;
  readonly onClose: () => void;
}) {
  const t = drawer();
  const instances = useInstances();
  const playground = usePlayground();
  const changed = useModel((model) => model.settings.scenario);
  const ids = instances.map(({ id }) => id);
  const globals = settingKeys(ids).filter((key) => {
    const prefix = key.split('.', 1)[0];
    return key !== 'learners' && !TAUGHT.includes(prefix) && ownerOf(key) === null;
  });
  return (
    <Drawer.Root opened={opened} onClose={onClose} position="right" size={460}>
      <Drawer.Overlay backgroundOpacity={0.12} />
      <Drawer.Content aria-label={t.title}>
        {/* A plain element: a second banner on the page would mislead those who jump by landmarks. */}
        <Drawer.Header component="div">
          <Drawer.Title>
            <strong>{t.title}</strong>
          </Drawer.Title>
          <Drawer.CloseButton aria-label={t.close} />
        </Drawer.Header>
        <Drawer.Body>
          <div className={styles.drawer}>
            <LearnerSettings />
            {GROUPS.map(({ id, owns }, group) => (
              <section key={id} className={styles.group} aria-label={t.settingsOf(t.groups[id])}>
                <h3>{t.groups[id]}</h3>
                {globals
                  .filter(
                    (key) => owns(key) && !GROUPS.slice(0, group).some((other) => other.owns(key)),
                  )
                  .map((key) => (
                    <Explained key={key} settingKey={key} />
                  ))}
              </section>
            ))}
            <Button
              variant="default"
              size="sm"
              onClick={() =>
                playground.change(
                  Object.fromEntries(
                    Object.keys(playground.model.settings)
                      .filter((key) => key !== 'scenario')
                      .map((key) => [key, undefined]),
                  ),
                )
              }
            >
              {t.asShipped(changed)}
            </Button>
          </div>
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}
