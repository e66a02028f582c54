import { useId } from 'react';
import { world } from '../../../texts/world';
import { useScheme } from '../../basics/context';
import { hinted } from '../../floats/hint';
import { PALETTES } from '../../theme/palette';
import editing from '../editing.module.css';
import type { Sign } from './drawing';
import { BRUSHES } from './signs';
import { BRICK } from './sketch';
import { useDraft, useDraftState } from './use-draft';

/** A cell as the map draws it, small. */
function Swatch({ sign }: { readonly sign: Sign }) {
  const scheme = useScheme();
  const palette = PALETTES[scheme];
  const letter = (fill: string, size: number) => (
    <text
      x="10"
      y={10 + 0.36 * size}
      fontSize={size}
      fontWeight={700}
      textAnchor="middle"
      fill={fill}
    >
      {sign}
    </text>
  );
  return (
    <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
      <rect
        x="0.5"
        y="0.5"
        width="19"
        height="19"
        rx="3"
        fill={sign === '#' ? BRICK[scheme] : palette.floor}
        stroke="var(--strong-line)"
      />
      {sign === 'S' && (
        <>
          <circle
            cx="10"
            cy="10"
            r="7"
            fill={palette.card}
            stroke={palette.ink}
            strokeWidth="1.4"
          />
          {letter(palette.ink, 9.5)}
        </>
      )}
      {sign === 'G' && (
        <>
          <rect x="1.5" y="1.5" width="17" height="17" rx="3" fill={palette.goal} />
          {letter('#ffffff', 12)}
        </>
      )}
      {sign === 'P' && (
        <>
          <circle cx="10" cy="10" r="7.5" fill={palette.pit} stroke={palette.muted} />
          {letter('#ffffff', 9.5)}
        </>
      )}
      {sign === 'C' && (
        <path
          d="M2 12.5 6 7.5l4 5 4-5 4 5"
          fill="none"
          stroke={palette.cliff}
          strokeWidth="2"
          strokeLinejoin="round"
        />
      )}
    </svg>
  );
}

/** What the pointer and the Enter key paint. */
export function Brushes() {
  const t = world();
  const draft = useDraft();
  const brush = useDraftState((state) => state.brush);
  const group = useId();
  return (
    <div role="radiogroup" aria-label={t.brush} className={editing.brushes}>
      {BRUSHES.map(({ sign, kind }) => (
        <label
          key={sign}
          {...hinted(t.brushes[kind].help)}
          className={editing.brush}
          data-chosen={sign === brush || undefined}
        >
          <input
            type="radio"
            aria-label={t.brushes[kind].label}
            name={group}
            value={sign}
            className="visually-hidden"
            checked={sign === brush}
            onChange={() => draft.pick(sign)}
          />
          <Swatch sign={sign} />
          <span>{t.brushes[kind].label}</span>
          <kbd translate="no">{sign}</kbd>
        </label>
      ))}
    </div>
  );
}
