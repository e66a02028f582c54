/**
 * A value for people: two decimals near one, fewer as it grows, a true minus sign, never «−0».
 * `digits` overrides the decimals; anything not finite reads «not finite».
 */
export function formatValue(value: number, digits?: number): string {
  if (!Number.isFinite(value)) return 'not finite';
  const size = Math.abs(value);
  const decimals = digits ?? (size >= 99.5 ? 0 : size >= 9.95 ? 1 : 2);
  const text = size.toFixed(decimals);
  return value < 0 && Number(text) !== 0 ? `−${text}` : text;
}

/** As `formatValue`, with a plus sign where it is above zero. */
export function formatSigned(value: number, digits?: number): string {
  const text = formatValue(value, digits);
  return value > 0 && Number(text) !== 0 ? `+${text}` : text;
}

const THOUSANDS = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

/** A whole number with thousands apart: «12,500». */
export function formatCount(value: number): string {
  return THOUSANDS.format(value);
}

/** A share in [0, 1]: «<1 %», «37 %». */
export function formatShare(share: number): string {
  if (share > 0 && share < 0.005) return '<1 %';
  if (share < 1 && share > 0.995) return '>99 %';
  return `${Math.round(share * 100)} %`;
}

/** How often an action was seen: «never seen», «seen once», «seen 25 times». */
export function formatSeen(count: number): string {
  if (count <= 0) return 'never seen';
  return count === 1 ? 'seen once' : `seen ${formatCount(count)} times`;
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** 10ⁿ for a whole n: «0.01», «10⁻⁶», «1000». */
export function formatDecade(exponent: number): string {
  if (exponent >= -3 && exponent <= 4) return String(Number((10 ** exponent).toPrecision(1)));
  const digits = [...String(Math.abs(exponent))].map((digit) => SUPERSCRIPTS[Number(digit)]);
  return `10${exponent < 0 ? '⁻' : ''}${digits.join('')}`;
}

/** A positive number of any size in two digits: «0.0012», «3.4·10⁻⁶». */
export function formatSmall(value: number): string {
  if (!(value > 0) || !Number.isFinite(value)) return formatValue(value);
  const [mantissa, exponent] = value.toExponential(1).split('e');
  const power = Number(exponent);
  if (power >= -3 && power <= 4) return String(Number(value.toPrecision(2)));
  return `${mantissa}·${formatDecade(power)}`;
}
