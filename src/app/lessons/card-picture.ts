import { lessons as texts } from '../../texts/lessons';
import { measureText } from '../map/measure';
import type { Mark } from '../pictures/block';
import { framed, wrapped } from '../pictures/frame';
import { attributes, escapeText, short, weightOf } from '../pictures/markup';
import { rasterOf } from '../pictures/raster';
import { Definitions } from '../pictures/vector-context';
import { PALETTES } from '../theme/palette';
import { type Outcome, scoreOf } from './outcomes';

/** Width of the card's text in CSS pixels, and the size and height of its lines. */
const WIDTH = 460;
const SIZE = 13;
const LINE = 18;
const GAP = 12;

interface Words {
  readonly text: string;
  readonly weight: number;
  readonly indent: number;
}

function wordsOf({ question, said, truth, right }: Outcome): readonly Words[] {
  const t = texts();
  const mark = right === null ? '' : right ? ' ✓' : ' ✗';
  return [
    { text: question, weight: 650, indent: 0 },
    { text: `${t.saidThat(said)}${mark}`, weight: 400, indent: 12 },
    { text: t.turnedOut(truth), weight: 400, indent: 12 },
  ];
}

/** A card of predictions as PNG, on light paper, with what they were held against. Rejects where the browser does not manage it. */
export function cardPicture(
  title: string,
  outcomes: readonly Outcome[],
  origin: string,
): Promise<Blob> {
  const marks: Mark[] = [];
  let y = 0;
  for (const outcome of outcomes) {
    for (const { text, weight, indent } of wordsOf(outcome)) {
      const lines = wrapped(text, WIDTH - indent, (piece) => measureText(piece, SIZE, weight));
      for (const line of lines) {
        const top = y;
        marks.push({
          left: indent,
          top,
          right: WIDTH,
          bottom: top + LINE,
          holds: false,
          draw: (dx, dy) =>
            `<text${attributes({
              x: short(indent + dx),
              y: short(top + SIZE + dy),
              'font-size': short(SIZE),
              'font-weight': weightOf(weight),
              fill: PALETTES.light.ink,
            })}>${escapeText(line)}</text>`,
        });
        y += LINE;
      }
    }
    y += GAP;
  }
  const { fontFamily } = getComputedStyle(document.body);
  const caption = [scoreOf(outcomes), origin].filter((part) => part !== '').join(' · ');
  const description = `${texts().card}. ${caption}`;
  const frame = { title, caption, description, scheme: 'light', fontFamily } as const;
  const block = { width: WIDTH, height: y, marks };
  return rasterOf(framed(block, frame, new Definitions()));
}
