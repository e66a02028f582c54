import '@mantine/core/styles/ModalBase.css';
import '@mantine/core/styles/Overlay.css';
import '@mantine/core/styles/Paper.css';
import '@mantine/core/styles/Drawer.css';
import { Button, Drawer } from '@mantine/core';
import { Minus, Plus } from 'lucide-react';
import { schemaOf, settingKeys } from '../../experiment/settings/describe';
import { MAX_INSTANCES } from '../../experiment/settings/instances';
import { CATALOG } from '../../learners/catalog';
import { LEARNER_KINDS, type LearnerKind } from '../../learners/types';
import { useInstances, useModel, usePlayground, useScheme } from '../context';
import type { InstanceView } from '../instances';
import styles from './drawer.module.css';
import { SettingControl } from './SettingControl';
import { SCOPE_SENTENCES } from './scale';

/** Headings of the drawer and the settings under each; a setting named nowhere comes under the last. */
const GROUPS: readonly { readonly title: string; readonly owns: (key: string) => boolean }[] = [
  { title: 'World', owns: (key) => key === 'world' || key.startsWith('world.') },
  {
    title: 'Data',
    owns: (key) => key === 'behavior' || /^(behavior|data)\./.test(key),
  },
  {
    title: 'Training',
    owns: (key) =>
      schemaOf(key)?.scope !== 'view' && !['backend', 'workers', 'scenario'].includes(key),
  },
  { title: 'Engine and view', owns: (key) => key !== 'scenario' },
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
        {description.help} <em>{SCOPE_SENTENCES[description.scope]}</em>
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
  const playground = usePlayground();
  const color = instance.color[useScheme()];
  const remove = () => {
    const learners = playground.model.settings.learners as readonly string[];
    playground.change({ learners: learners.filter((id) => id !== instance.id) });
  };
  return (
    <section className={styles.instance} aria-label={`${instance.label} settings`}>
      <div className={styles.instanceTitle}>
        <h4 style={{ color }}>{instance.label}</h4>
        <Button
          variant="subtle"
          color="gray"
          size="compact-xs"
          leftSection={<Minus size={13} />}
          disabled={!removable}
          onClick={remove}
        >
          Remove<span className="visually-hidden"> {instance.label}</span>
        </Button>
      </div>
      {Object.keys(CATALOG[instance.kind].settings).map((name) => (
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
  const playground = usePlayground();
  const instances = useInstances();
  const ids = instances.map(({ id }) => id);
  return (
    <section className={styles.group} aria-label="Learner settings">
      <h3>Learners</h3>
      {instances.map((instance) => (
        <InstanceSettings key={instance.id} instance={instance} removable={instances.length > 1} />
      ))}
      <div className={styles.add}>
        {LEARNER_KINDS.map((kind) => (
          <Button
            key={kind}
            variant="default"
            size="compact-sm"
            leftSection={<Plus size={13} />}
            disabled={ids.length >= MAX_INSTANCES}
            onClick={() => playground.change({ learners: [...ids, freeId(kind, ids)] })}
          >
            {CATALOG[kind].short}
          </Button>
        ))}
      </div>
      <p className={styles.help}>
        Up to {MAX_INSTANCES} side by side; the same method twice shows what one setting does.{' '}
        <em>{SCOPE_SENTENCES.train}</em>
      </p>
    </section>
  );
}

/** Every setting there is, by what it belongs to, each with its explanation. */
export default function SettingsDrawer({
  opened,
  onClose,
}: {
  readonly opened: boolean;
  readonly onClose: () => void;
}) {
  const instances = useInstances();
  const playground = usePlayground();
  const changed = useModel((model) => model.settings.scenario);
  const ids = instances.map(({ id }) => id);
  const globals = settingKeys(ids).filter((key) => {
    const prefix = key.split('.', 1)[0];
    // Lesson and lecture are begun and left in places of their own.
    return (
      key !== 'learners' &&
      prefix !== 'lesson' &&
      prefix !== 'present' &&
      !ids.includes(prefix) &&
      !(prefix in CATALOG)
    );
  });
  return (
    <Drawer.Root opened={opened} onClose={onClose} position="right" size={460}>
      <Drawer.Overlay backgroundOpacity={0.12} />
      <Drawer.Content aria-label="All settings">
        {/* A plain element: a second banner on the page would mislead those who jump by landmarks. */}
        <Drawer.Header component="div">
          <Drawer.Title>
            <strong>All settings</strong>
          </Drawer.Title>
          <Drawer.CloseButton aria-label="Close the settings" />
        </Drawer.Header>
        <Drawer.Body>
          <div className={styles.drawer}>
            <LearnerSettings />
            {GROUPS.map(({ title, owns }, group) => (
              <section key={title} className={styles.group} aria-label={`${title} settings`}>
                <h3>{title}</h3>
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
              Everything as the scenario “{String(changed)}” has it
            </Button>
          </div>
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}
