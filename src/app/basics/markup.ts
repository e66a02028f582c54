/** Text that a browser takes for markup where a page demands trusted types; elsewhere any text. */
type Markup = string;

interface Policy {
  readonly createHTML: (text: string) => Markup;
}

/** As far as the page needs it; no type library has it yet. */
interface TrustedTypes {
  readonly createPolicy: (
    name: string,
    rules: { readonly createHTML: (text: string) => string },
  ) => Policy;
}

const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };

/**
 * What libraries put in as text, such as style sheets, may hold no tag. Everything else that would become
 * markup of this page has to come through `builtMarkup` (index.html demands it).
 */
trustedTypes?.createPolicy('default', {
  createHTML(text) {
    if (text.includes('<'))
      throw new TypeError('Only what was built with the page may become markup.');
    return text;
  },
});

const built = trustedTypes?.createPolicy('offgrid-built', { createHTML: (text) => text });

/** Markup out of a text that was made while the page was built, or that becomes a document nobody shows. */
export function builtMarkup(text: string): Markup {
  return built ? built.createHTML(text) : text;
}
