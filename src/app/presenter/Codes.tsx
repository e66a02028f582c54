import { use, useMemo } from 'react';
import { changeSettings } from '../../experiment/settings/change';
import { decodeLink } from '../../experiment/settings/link';
import { encodeHash } from '../../experiment/settings/url';
import { currentLanguage } from '../../texts/current';
import { presenter } from '../../texts/presenter';
import { useInstances, useScheme } from '../basics/context';
import { lessonsIn } from '../lessons/catalogue';
import { codeOf } from './code';
import type { Act } from './lecture';
import styles from './presenter.module.css';

/** Addresses that lead to the computer they are opened on. */
const OWN_COMPUTER = /^(localhost|127\..*|\[::1\])$/;

const addressOf = (hash: string) => `${location.href.split('#', 1)[0]}${hash}`;

/** An address as a code, and to be read. */
function CodeOfAddress({ address }: { readonly address: string }) {
  const t = presenter();
  const code = useMemo(() => codeOf(address), [address]);
  return (
    <figure className={styles.code}>
      {code && (
        <svg
          role="img"
          aria-label={t.code(address)}
          viewBox={`0 0 ${code.size} ${code.size}`}
          shapeRendering="crispEdges"
        >
          <rect width={code.size} height={code.size} fill="#fff" />
          <path d={code.path} fill="#000" />
        </svg>
      )}
      <figcaption>
        <span translate="no">{address.replace(/^https?:\/\//, '')}</span>
        {code === null && <em>{t.noCode}</em>}
        {OWN_COMPUTER.test(location.hostname) && <em>{t.local}</em>}
      </figcaption>
    </figure>
  );
}

/** The way to the page for everybody in the room, and the lessons that wait there. */
export function TakeHomeAct({ act }: { readonly act: Act }) {
  const lessons = use(lessonsIn(currentLanguage()));
  const t = presenter();
  return (
    <div className={styles.takeHome}>
      <CodeOfAddress address={addressOf(act.link)} />
      <section className={styles.lessons} aria-label={t.lessons}>
        <h3 className={styles.heading}>{t.lessons}</h3>
        <ol>
          {lessons.map(({ id, title, minutes, language }) => (
            <li key={id} lang={language}>
              {title} <small>{t.minutes(minutes)}</small>
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
}

/** The question to the room: the learners by name and hue, and a code to answer it by phone. */
export function GuessAct({ act }: { readonly act: Act }) {
  const instances = useInstances();
  const scheme = useScheme();
  const t = presenter();
  const hash = useMemo(() => {
    const { settings } = decodeLink(act.link);
    return encodeHash(changeSettings(settings, { present: 'guess' }).settings);
  }, [act]);
  return (
    <div className={styles.takeHome}>
      <ul className={styles.names}>
        {instances.map(({ id, label, color }) => (
          <li key={id} translate="no" style={{ color: color[scheme] }}>
            {label}
          </li>
        ))}
      </ul>
      <div className={styles.byPhone}>
        <p>{t.byPhone}</p>
        <CodeOfAddress address={addressOf(hash)} />
      </div>
    </div>
  );
}
