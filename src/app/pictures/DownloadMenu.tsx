import '@mantine/core/styles/Loader.css';
import '@mantine/core/styles/Popover.css';
import '@mantine/core/styles/Menu.css';
import { Loader, Menu } from '@mantine/core';
import { FileSpreadsheet, Film, Image, Shapes } from 'lucide-react';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import { pictures } from '../../texts/pictures';
import { usePlayground, useScheme } from '../basics/context';
import type { DownloadProps } from './Download';
import { NothingToSave } from './table';

type Kind = 'svg' | 'png';

/** Two frames: enough for what is under way to be seen before the page is held up by it. */
const seen = () =>
  new Promise<void>((resolve) =>
    requestAnimationFrame(() => requestAnimationFrame(() => resolve())),
  );

/** The numbers behind a picture: a learner's map has its returns under it. */
function numbersOf(of: string): readonly { readonly of: string; readonly label: string }[] {
  const t = pictures();
  if (of === 'map:data' || !/^maps?(:|$)/.test(of)) return [{ of, label: t.csv }];
  return [
    { of, label: t.csvOfMap },
    { of: of.replace('map', 'bar'), label: t.csvOfBar },
  ];
}

function buttonBefore(anchor: HTMLElement | null): HTMLElement | null {
  return anchor?.previousElementSibling as HTMLElement | null;
}

/** What a chart or map can be taken home as. */
export default function DownloadMenu({
  children,
  ...wanted
}: DownloadProps & { readonly children: ReactElement }) {
  const t = pictures();
  const playground = usePlayground();
  const scheme = useScheme();
  const [opened, setOpened] = useState(false);
  const [busy, setBusy] = useState('');
  const [fault, setFault] = useState('');
  const [said, setSaid] = useState('');
  const anchor = useRef<HTMLSpanElement>(null);
  // What a menu remembers of where it floats holds all that it held before: each opening begins anew.
  const [openings, setOpenings] = useState(0);
  // The button that was pressed has given way to this one, which has to have the focus to get it back.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each opening, counted, opens it.
  useEffect(() => {
    buttonBefore(anchor.current)?.focus({ preventScroll: true });
    setOpened(true);
  }, [openings]);

  const [share, setShare] = useState(0);
  const filming = useRef<AbortController | null>(null);
  const film = async () => {
    const button = buttonBefore(anchor.current);
    if (!button) throw new Error(t.gone);
    const { saveFilm } = await import('./film');
    filming.current = new AbortController();
    setShare(0);
    try {
      const { signal } = filming.current;
      return await saveFilm(playground, { ...wanted, scheme, button }, setShare, signal);
    } finally {
      filming.current = null;
    }
  };
  // Who leaves the page's picture leaves its film.
  useEffect(() => () => filming.current?.abort(), []);

  const run = async (kind: string, job: () => Promise<string>) => {
    if (busy) return;
    setBusy(kind);
    setFault('');
    setSaid('');
    try {
      await seen();
      setSaid(t.saved(await job()));
      setOpened(false);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      setFault(error instanceof NothingToSave ? why : t.failed(why));
    } finally {
      setBusy('');
    }
  };
  const request = (of: string) => {
    const button = buttonBefore(anchor.current);
    if (!button) throw new Error(t.gone);
    return { ...wanted, of, model: playground.model, scheme, button };
  };
  const picture = (kind: Kind) => async () =>
    (await import('./save')).savePicture(kind, request(wanted.of));
  const numbers = (of: string) => async () => (await import('./save')).saveNumbers(request(of));
  const icon = (kind: string, Icon: typeof Image) =>
    busy === kind ? <Loader size={14} color="var(--ink)" /> : <Icon size={14} />;
  const item = (kind: string, Icon: typeof Image, label: string, job: () => Promise<string>) => (
    <Menu.Item
      key={kind}
      leftSection={icon(kind, Icon)}
      aria-disabled={busy !== ''}
      data-autofocus={kind === 'svg' || undefined}
      onClick={() => run(kind, job)}
    >
      {label}
    </Menu.Item>
  );

  return (
    <>
      <Menu
        key={openings}
        opened={opened}
        onChange={(next) => {
          if (!next) setOpened(false);
          else {
            setFault('');
            setOpenings((count) => count + 1);
          }
        }}
        position="bottom-end"
        closeOnItemClick={false}
        // Its placeholder has no place in a menu; the first item takes the focus instead.
        withInitialFocusPlaceholder={false}
        shadow="md"
        width={190}
      >
        <Menu.Target>{children}</Menu.Target>
        <Menu.Dropdown>
          {item('svg', Shapes, t.svg, picture('svg'))}
          {item('png', Image, t.png, picture('png'))}
          {wanted.of === 'maps' && (
            <Menu.Item
              leftSection={icon('film', Film)}
              aria-disabled={busy !== '' && busy !== 'film'}
              onClick={() => (busy === 'film' ? filming.current?.abort() : run('film', film))}
            >
              {busy === 'film' ? t.filming(share) : t.film}
            </Menu.Item>
          )}
          {numbersOf(wanted.of).map(({ of, label }) =>
            item(of, FileSpreadsheet, label, numbers(of)),
          )}
          {fault !== '' && <Menu.Label c="var(--bad)">{fault}</Menu.Label>}
        </Menu.Dropdown>
      </Menu>
      <span ref={anchor} className="visually-hidden" role="status">
        {busy ? t.busy : fault || said}
      </span>
    </>
  );
}
