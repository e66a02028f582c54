// Typesets the formulas of the lesson while it is built: the page gets finished HTML and MathML, and
// no typesetting script.
import katex from 'katex';

/**
 * `\live{cql.alpha}{\alpha}` typesets α and marks it as the symbol `cql.alpha`, which the page fills
 * with its present value. The command becomes a data attribute; nothing else of HTML is let through.
 */
const MACROS = { '\\live': '\\htmlData{symbol=#1}{#2}', '\\given': '\\mid' };

const LIVE = /\\live\s*\{([^{}]*)\}/g;

const OPTIONS = {
  throwOnError: true,
  output: 'htmlAndMathml',
  macros: MACROS,
  trust: ({ command }) => {
    // Refused quietly, it would be printed in red instead.
    if (command !== '\\htmlData') throw new Error(`“${command}” is not let through.`);
    return true;
  },
  strict: (code) => (code === 'htmlExtension' ? 'ignore' : 'error'),
};

/** Line and column, from 1, in the file of a place in the text of a node that begins at `start`. */
function placeOf(source, start, offset) {
  const before = source.slice(0, start.offset + offset);
  const line = before.split('\n').length;
  return { line, column: before.length - before.lastIndexOf('\n') };
}

/** Says where a formula is wrong: file, line and column, and what KaTeX makes of it. */
function faultOf(error, node, file) {
  const source = String(file.value);
  const start = node.position.start;
  // KaTeX counts from the beginning of the formula, which stands somewhere in the text of its node.
  const text = source.slice(start.offset, node.position.end.offset);
  const begin = Math.max(0, text.indexOf(node.value.split('\n', 1)[0]));
  const { line, column } = placeOf(source, start, begin + (error.position ?? 0));
  const why = error instanceof Error ? error.message : String(error);
  return new Error(`${file.path}:${line}:${column} This formula cannot be typeset. ${why}`);
}

/** An attribute of a component. */
function attribute(name, value) {
  return { type: 'mdxJsxAttribute', name, value };
}

/** `<Formula html=… symbols=…>` in place of a formula of Markdown. */
function typeset(node, file) {
  const block = node.type === 'math';
  let html;
  try {
    html = katex.renderToString(node.value, { ...OPTIONS, displayMode: block });
  } catch (error) {
    throw faultOf(error, node, file);
  }
  const symbols = [...new Set([...node.value.matchAll(LIVE)].map(([, name]) => name.trim()))];
  return {
    type: block ? 'mdxJsxFlowElement' : 'mdxJsxTextElement',
    name: 'Formula',
    attributes: [
      attribute('html', html),
      ...(block ? [attribute('block', null)] : []),
      ...(symbols.length > 0 ? [attribute('symbols', symbols.join(' '))] : []),
    ],
    children: [],
    position: node.position,
  };
}

/** A remark plugin for after remark-math; throws an Error with file, line and column. */
export function formulas() {
  const walk = (parent, file) => {
    parent.children = parent.children.map((node) => {
      if (node.type === 'math' || node.type === 'inlineMath') return typeset(node, file);
      if (node.children) walk(node, file);
      return node;
    });
  };
  return (tree, file) => walk(tree, file);
}
