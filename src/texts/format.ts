import { currentLanguage, currentLocale } from './current';
import { LANGUAGES } from './languages';
import { numbers } from './numbers';

const rules = new Map<string, unknown>();

/** What writes or tells apart in the present locale; making one costs far more than using it. */
function kept<T>(kind: string, make: (locale: string) => T): T {
  const locale = currentLocale();
  const key = `${locale} ${kind}`;
  if (!rules.has(key)) rules.set(key, make(locale));
  return rules.get(key) as T;
}

function formatOf(kind: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return kept(kind, (locale) => new Intl.NumberFormat(locale, options));
}

/** A number ≥ 0 with exactly so many decimals, thousands not apart. */
function fixed(size: number, decimals: number): string {
  return formatOf(`fixed ${decimals}`, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    useGrouping: false,
  }).format(size);
}

/** A number as short as it is, with at most ten decimals and a true minus sign: «0.025», «−1». */
export function formatPlain(value: number): string {
  const text = formatOf('plain', { maximumFractionDigits: 10, useGrouping: false }).format(
    Math.abs(value),
  );
  return value < 0 ? `−${text}` : text;
}

/**
 * A value for people: two decimals near one, fewer as it grows, a true minus sign, never «−0».
 * `digits` overrides the decimals; anything not finite reads «not finite».
 */
export function formatValue(value: number, digits?: number): string {
  if (!Number.isFinite(value)) return numbers().notFinite;
  const size = Math.abs(value);
  const decimals = digits ?? (size >= 99.5 ? 0 : size >= 9.95 ? 1 : 2);
  // As a number: Intl rounds halves of the decimal text, `toFixed` those of the double itself.
  const rounded = Number(size.toFixed(decimals));
  const text = fixed(rounded, decimals);
  return value < 0 && rounded !== 0 ? `−${text}` : text;
}

/** As `formatValue`, with a plus sign where it is above zero. */
export function formatSigned(value: number, digits?: number): string {
  const text = formatValue(value, digits);
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/** A whole number with thousands apart: «12,500». */
export function formatCount(value: number): string {
  return formatOf('count', { maximumFractionDigits: 0 }).format(value);
}

/** So many per cent, which no line parts from their sign: «0.1 %». */
export function formatPercent(percent: number): string {
  return `${formatPlain(percent)}\u00a0%`;
}

/** A share in [0, 1]: «<1 %», «37 %». */
export function formatShare(share: number): string {
  if (share > 0 && share < 0.005) return `<${formatPercent(1)}`;
  if (share < 1 && share > 0.995) return `>${formatPercent(99)}`;
  return formatPercent(Math.round(share * 100));
}

/** How often an action was seen: «never seen», «seen once», «seen 25 times». */
export function formatSeen(count: number): string {
  const { neverSeen, seenOnce, seenTimes } = numbers();
  if (count <= 0) return neverSeen;
  return count === 1 ? seenOnce : seenTimes(formatCount(count));
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** 10ⁿ for a whole n: «0.01», «10⁻⁶», «1000». */
export function formatDecade(exponent: number): string {
  if (exponent >= -3 && exponent <= 4) return formatPlain(Number((10 ** exponent).toPrecision(1)));
  const digits = [...String(Math.abs(exponent))].map((digit) => SUPERSCRIPTS[Number(digit)]);
  return `10${exponent < 0 ? '⁻' : ''}${digits.join('')}`;
}

/** A positive number of any size in two digits: «0.0012», «3.4·10⁻⁶». */
export function formatSmall(value: number): string {
  if (!(value > 0) || !Number.isFinite(value)) return formatValue(value);
  const [mantissa, exponent] = value.toExponential(1).split('e');
  const power = Number(exponent);
  if (power >= -3 && power <= 4) return formatPlain(Number(value.toPrecision(2)));
  return `${fixed(Number(mantissa), 1)}·${formatDecade(power)}`;
}

/** So many bytes: «12.6 MB». */
export function formatMegabytes(bytes: number): string {
  return `${formatValue(bytes / 1e6, 1)}\u00a0MB`;
}

/** The form of a word that goes with `count`: «1 row», «2 rows». */
export function plural(
  count: number,
  forms: { readonly one: string; readonly other: string },
): string {
  const cases = kept('plural', (locale) => new Intl.PluralRules(locale));
  return cases.select(count) === 'one' ? forms.one : forms.other;
}

/** A date and time of day, of milliseconds since 1970: «26 Nov 2026, 04:16». */
export function formatMoment(milliseconds: number): string {
  const options = { dateStyle: 'medium', timeStyle: 'short' } as const;
  return kept('moment', (locale) => new Intl.DateTimeFormat(locale, options)).format(milliseconds);
}

/** A time of day, of milliseconds since 1970: «04:16». */
export function formatTime(milliseconds: number): string {
  const options = { hour: '2-digit', minute: '2-digit' } as const;
  return kept('time', (locale) => new Intl.DateTimeFormat(locale, options)).format(milliseconds);
}

/** So many seconds ≥ 0 as a clock that was started shows them: «4:07», «1:02:30». */
export function formatElapsed(seconds: number): string {
  const whole = Math.floor(seconds);
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const shown = parts[0] > 0 ? parts : parts.slice(1);
  return shown.map((part, i) => (i === 0 ? part : String(part).padStart(2, '0'))).join(':');
}

/** A text that begins a sentence: with a capital. */
export function capital(text: string): string {
  return `${text.charAt(0).toLocaleUpperCase(currentLanguage())}${text.slice(1)}`;
}

/** «CQL, IQL and BC», whatever the region: it is the sentence's language that joins. */
export function formatList(names: readonly string[]): string {
  const { locale } = LANGUAGES[currentLanguage()];
  return kept('list', () => new Intl.ListFormat(locale)).format(names);
}
