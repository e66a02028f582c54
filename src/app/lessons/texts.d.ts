/** The lessons in a language (`virtual:offgrid-lessons/de`), in their order. */
declare module 'virtual:offgrid-lessons/*' {
  export const texts: readonly {
    readonly module: { readonly default: import('./types').Lesson };
  }[];
}
