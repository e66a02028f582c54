import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type VariantColorsResolver,
} from '@mantine/core';

/**
 * A filled button is ink with paper's words on it, in either scheme; the library writes white on
 * whatever its colour is.
 */
const variantColorResolver: VariantColorsResolver = (input) => {
  const { variant, color, theme } = input;
  const colors = defaultVariantColorsResolver(input);
  const inked = color === undefined || color === theme.primaryColor || color === 'var(--ink)';
  if (variant !== 'filled' || !inked) return colors;
  return {
    ...colors,
    background: 'var(--ink)',
    hover: 'var(--ink-hover)',
    color: 'var(--ink-on-ink)',
  };
};

/** Id of the place in the main part of the page where lists, menus and hints open: within a landmark. */
export const FLOATS = 'floats';

const FLOATING = { target: `#${FLOATS}` };

/**
 * Paper and ink: neutral everywhere, so that colour is left to learners and values. The system's own
 * typeface, so that nothing is fetched.
 */
export const theme = createTheme({
  fontFamily:
    '-apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Liberation Sans", "Noto Sans", system-ui, sans-serif',
  primaryShade: { light: 7, dark: 8 },
  // Cool greys that go with the page's own dark paper; the library's are warm.
  colors: {
    dark: [
      '#f1f2f4',
      '#c9ced6',
      '#a0a7b3',
      '#7b8491',
      '#4a525e',
      '#343a44',
      '#252a33',
      '#1b1f26',
      '#14171c',
      '#0e1014',
    ],
  },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  variantColorResolver,
  components: {
    // By name: naming the components themselves would load them before anything floats.
    Popover: { defaultProps: { portalProps: FLOATING } },
    Tooltip: { defaultProps: { portalProps: FLOATING } },
  },
});

/** Hands the page's own colours (base.css) to the components of the library. */
export const cssVariables: CSSVariablesResolver = () => {
  const shared = {
    '--mantine-color-body': 'var(--card)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--muted)',
    '--mantine-color-default': 'var(--card)',
    '--mantine-color-default-hover': 'var(--hover)',
    '--mantine-color-default-color': 'var(--ink)',
    '--mantine-color-default-border': 'var(--line)',
    '--mantine-color-placeholder': 'var(--muted)',
    '--mantine-primary-color-filled': 'var(--ink)',
  };
  return { variables: {}, light: shared, dark: shared };
};
