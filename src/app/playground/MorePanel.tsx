import { SegmentedControl, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import { CodeXml, LayoutGrid, SlidersHorizontal } from 'lucide-react';
import { currentLanguage } from '../../texts/current';
import { LANGUAGES, type Language } from '../../texts/languages';
import { shell } from '../../texts/shell';
import { usePlayground, useScheme } from '../basics/context';
import { chooseToSpeak } from '../basics/language';
import { Popup, type PopupProps } from '../floats/Popup';
import type { MoreDialog } from './More';
import styles from './more.module.css';
import { Offline } from './Offline';

const ENTRIES = [
  { name: 'gallery', Icon: LayoutGrid },
  { name: 'settings', Icon: SlidersHorizontal },
  { name: 'embed', Icon: CodeXml },
] as const;

function Theme() {
  const { setColorScheme } = useMantineColorScheme();
  const t = shell();
  return (
    <div className={styles.row}>
      <span>{t.theme}</span>
      <SegmentedControl
        size="xs"
        aria-label={t.theme}
        value={useScheme()}
        onChange={(scheme) => setColorScheme(scheme as 'light' | 'dark')}
        data={[
          { value: 'light', label: t.light },
          { value: 'dark', label: t.dark },
        ]}
      />
    </div>
  );
}

/** The browser's own list: in every language it names itself, and costs no code. */
function LanguageSelect() {
  const playground = usePlayground();
  const t = shell();
  const choose = (language: Language) =>
    chooseToSpeak(language).catch(() =>
      playground.tell([{ key: 'language', message: t.languageLost(LANGUAGES[language].name) }]),
    );
  return (
    <label className={styles.row}>
      <span>{t.language}</span>
      <select
        className={styles.language}
        value={currentLanguage()}
        onChange={(event) => choose(event.currentTarget.value as Language)}
      >
        {Object.entries(LANGUAGES).map(([code, { name }]) => (
          <option key={code} value={code} lang={code}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

/** What the button «More» opens. */
export default function MorePanel({
  onOpen,
  ...popup
}: PopupProps & { readonly onOpen: (dialog: MoreDialog) => void }) {
  const t = shell();
  return (
    <Popup {...popup} width={250} className={styles.panel} label={t.more}>
      {ENTRIES.map(({ name, Icon }) => (
        <UnstyledButton
          key={name}
          className={styles.entry}
          aria-haspopup="dialog"
          onClick={() => onOpen(name)}
        >
          <Icon size={15} aria-hidden="true" />
          {t[name]}
        </UnstyledButton>
      ))}
      <hr className={styles.rule} />
      <Theme />
      <LanguageSelect />
      <Offline />
      <a className={styles.licenses} href="./licenses.md" target="_blank" rel="noopener">
        {t.licenses}
      </a>
    </Popup>
  );
}
