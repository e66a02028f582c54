import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Browser, Page } from '@playwright/test';

/** What a machine draws of a few texts and figures that have nothing to do with the page. */
const SAMPLE = 'e2e/looks/machine.png';
/** On which machine the pictures were taken. */
const MACHINE = 'e2e/looks/machine.json';

/** The typefaces that the page asks for where it ships none, and what it draws with besides. */
const SAMPLE_PAGE = `<!doctype html><meta charset="utf-8"><style>
  body { margin: 8px; width: 420px; background: #fff; color: #1b1f26; font: 13px/1.5 system-ui, sans-serif }
  b { font-weight: 650 } i { font-family: "STIX Two Text", "Cambria", "Times New Roman", serif }
  code { font-family: ui-monospace, "SFMono-Regular", Menlo, Consolas, monospace }
  small { font-size: 10.5px; color: #6b7480 } p { margin: 0 0 4px }
  div { width: 90px; height: 20px; border-radius: 8px; border: 1px solid #c9ced6; box-shadow: 0 1px 3px #0003 }
</style><p class="page">Q̂ believes 0.61, earns −0.02; Überschätzung «ß» → ▶ ›</p><p class="page"><b>Offline DQN</b> <small>step 3,050</small></p>
<p><i>α β γ 𝔼 Σ</i> <code>max(0, 1 − x)</code></p><div></div>
<svg width="120" height="40"><path d="M2 38L40 7Q70 2 118 30" fill="none" stroke="#c2185b" stroke-width="1.4" stroke-dasharray="4 3"/><circle cx="40" cy="7" r="3.5" fill="#2a7"/></svg>
<canvas width="120" height="40"></canvas><script>
  const pen = document.querySelector('canvas').getContext('2d');
  pen.fillStyle = '#7048a8'; pen.beginPath(); pen.moveTo(3, 3); pen.lineTo(37, 3); pen.lineTo(20, 20.5); pen.fill();
  pen.font = '600 11px sans-serif'; pen.fillText('S 0.38', 44, 24);
</script>`;

/** What is asked of fontconfig, where there is one. */
const ASKED = ['sans-serif', 'system-ui', 'serif', 'monospace', 'Arial', 'Roboto'];

function fontOf(family: string): string {
  try {
    return execFileSync('fc-match', [family], { encoding: 'utf8' }).trim();
  } catch {
    return 'unknown: no fc-match';
  }
}

/** In words, what of a machine decides how it draws. */
function machineOf(browser: Browser): Readonly<Record<string, string>> {
  const fonts = ASKED.map((family) => [`font ${family}`, fontOf(family)]);
  const system = `${process.platform} ${process.arch}`;
  return { browser: `Chromium ${browser.version()}`, system, ...Object.fromEntries(fonts) };
}

/** How many pixels of two pictures differ; null where they are of different sizes. */
function differing(page: Page, pictures: readonly [Buffer, Buffer]): Promise<number | null> {
  return page.evaluate(
    async (given) => {
      const drawn = await Promise.all(
        given.map(async (base64) => {
          const image = new Image();
          image.src = `data:image/png;base64,${base64}`;
          await image.decode();
          const { naturalWidth: width, naturalHeight: height } = image;
          const pen = new OffscreenCanvas(width, height).getContext('2d');
          pen?.drawImage(image, 0, 0);
          return { width, height, data: pen?.getImageData(0, 0, width, height).data ?? [] };
        }),
      );
      const [one, other] = drawn;
      if (one.width !== other.width || one.height !== other.height) return null;
      let count = 0;
      for (let i = 0; i < one.data.length; i += 4)
        if ([0, 1, 2].some((part) => one.data[i + part] !== other.data[i + part])) count++;
      return count;
    },
    pictures.map((picture) => picture.toString('base64')),
  );
}

/**
 * Why pictures of the page cannot be compared on this machine with those that are kept: it draws letters or lines
 * in another way, which says nothing about the page. Null where they can.
 *
 * @param fontFamily the typefaces of the page.
 * @param taken whether the pictures are being taken anew: they are then of this machine.
 */
export async function drawnOtherwise(
  browser: Browser,
  fontFamily: string,
  taken: boolean,
): Promise<string | null> {
  const page = await browser.newPage({ viewport: { width: 440, height: 200 } });
  try {
    await page.setContent(SAMPLE_PAGE);
    await page.addStyleTag({ content: `.page { font-family: ${fontFamily} }` });
    const sample = await page.screenshot({ animations: 'disabled' });
    const here = machineOf(browser);
    if (taken) {
      writeFileSync(SAMPLE, sample);
      writeFileSync(MACHINE, `${JSON.stringify(here, null, 2)}\n`);
      return null;
    }
    if (!existsSync(SAMPLE)) throw new Error(`${SAMPLE} is not there: nothing can be compared.`);
    if ((await differing(page, [sample, readFileSync(SAMPLE)])) === 0) return null;
    const there = JSON.parse(readFileSync(MACHINE, 'utf8')) as Readonly<Record<string, string>>;
    const others = Object.entries(here).flatMap(([what, is]) =>
      there[what] === is ? [] : [`${what} is ${is}, not ${there[what]}`],
    );
    return others.join('; ') || 'the same browser and fonts draw otherwise';
  } finally {
    await page.close();
  }
}
