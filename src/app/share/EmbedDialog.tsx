import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Checkbox.css';
import { useState } from 'react';
import { scenarioById } from '../../experiment/scenarios';
import { share } from '../../texts/share';
import { usePlayground } from '../basics/context';
import { fill } from '../basics/fill';
import { Dialog } from '../dialog/Dialog';
import { Choices, completed, type Draft, USUAL_DRAFT } from './Choices';
import { CodeField } from './CodeField';
import { embedAddress, iframeCode, SANDBOX } from './iframe';
import { Preview } from './Preview';
import { SizeChoice, type SizeEntry, sizeOf, USUAL_SIZE } from './SizeChoice';
import styles from './share.module.css';

/** Addresses that lead to the computer they are opened on. */
const OWN_COMPUTER = /^(localhost|127\..*|\[::1\])$/;

interface Choice {
  readonly draft: Draft;
  readonly entry: SizeEntry;
}

function Body({
  choice: { draft, entry },
  onChange,
}: {
  readonly choice: Choice;
  readonly onChange: (changed: Partial<Choice>) => void;
}) {
  const t = share();
  const playground = usePlayground();
  // A run goes on behind the dialog; what it makes is of the moment at which it was opened.
  const [model] = useState(() => playground.model);
  const size = sizeOf(entry);
  const address = embedAddress(
    model,
    `${location.origin}${location.pathname}`,
    completed(draft),
    draft.here ? model.step : null,
  );
  const scenario = scenarioById(model.settings.scenario);
  const title = scenario ? `Offgrid: ${scenario.title}` : 'Offgrid';
  return (
    <>
      <p className={styles.intro}>{t.intro}</p>
      {model.settings['data.source'] === 'file' && <p className={styles.warning}>{t.keptData}</p>}
      {OWN_COMPUTER.test(location.hostname) && <p className={styles.warning}>{t.local}</p>}
      <div className={styles.columns}>
        <div className={styles.choices}>
          <Choices draft={draft} step={model.step} onChange={(next) => onChange({ draft: next })} />
          <SizeChoice entry={entry} onChange={(next) => onChange({ entry: next })} />
        </div>
        <div className={styles.result}>
          <Preview address={address} size={size} />
          <CodeField code={iframeCode(address, title, size)} />
          <p className={styles.intro}>
            {fill(t.sandbox, { flags: <code translate="no">{SANDBOX}</code> })}
          </p>
        </div>
      </div>
    </>
  );
}

/** Makes the code that puts the playground, as it stands, into another page. */
export default function EmbedDialog({
  opened,
  onClose,
}: {
  readonly opened: boolean;
  readonly onClose: () => void;
}) {
  const t = share();
  const [choice, setChoice] = useState<Choice>({ draft: USUAL_DRAFT, entry: USUAL_SIZE });
  return (
    <Dialog
      opened={opened}
      onClose={onClose}
      title={t.title}
      close={t.close}
      size={1080}
      ground="card"
    >
      <Body choice={choice} onChange={(changed) => setChoice({ ...choice, ...changed })} />
    </Dialog>
  );
}
