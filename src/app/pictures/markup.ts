/** Text between tags. */
export function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** Attributes of a tag, each after a space; those that are undefined are left out. */
export function attributes(given: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(given)
    .map(([name, value]) =>
      value === undefined ? '' : ` ${name}="${escapeText(value).replace(/"/g, '&quot;')}"`,
    )
    .join('');
}

/** A length or an opacity in at most three decimals: finer than any printer. */
export function short(value: number): string {
  return String(Math.round(value * 1000) / 1000 + 0);
}

/** A weight as fonts everywhere have it, regular or bold; undefined for the regular one. */
export function weightOf(weight: string | number): string | undefined {
  return Number(weight) >= 600 || weight === 'bold' ? 'bold' : undefined;
}

const hex = (channel: number) =>
  Math.max(0, Math.min(255, Math.round(channel)))
    .toString(16)
    .padStart(2, '0');

/**
 * A colour as programs other than browsers read it, `#rrggbb`, and its opacity in [0, 1]. Reads
 * `#rgb`, `#rrggbb`, `rgb()`, `rgba()`, `color(srgb …)` and `transparent`; throws TypeError on
 * anything else.
 */
export function paintOf(color: string): { readonly color: string; readonly alpha: number } {
  const text = color.trim().toLowerCase();
  if (text === 'transparent' || text === 'none') return { color: 'none', alpha: 1 };
  if (/^#[0-9a-f]{6}$/.test(text)) return { color: text, alpha: 1 };
  if (/^#[0-9a-f]{3}$/.test(text)) return { color: text.replace(/[0-9a-f]/g, '$&$&'), alpha: 1 };
  const found = /^(rgba?|color)\((?:srgb )?([^)]*)\)$/.exec(text);
  const parts =
    found?.[2]
      .split(/[\s,/]+/)
      .filter(Boolean)
      .map(partOf) ?? [];
  if (!found || parts.length < 3 || !parts.every(Number.isFinite))
    throw new TypeError(`«${color}» is not a colour that can be put in a picture`);
  const full = found[1] === 'color' ? 255 : 1;
  const [r, g, b, alpha = 1] = parts;
  return { color: `#${hex(r * full)}${hex(g * full)}${hex(b * full)}`, alpha };
}

function partOf(text: string): number {
  return text.endsWith('%') ? Number.parseFloat(text) / 100 : Number(text);
}
