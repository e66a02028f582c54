// Gives the headings of a section of the lesson their addresses, and hands them to the page as the
// export `headings`, for the table of contents.
import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** The words of a node without its marks. */
function wordsOf(node) {
  return node.value ?? (node.children ?? []).map(wordsOf).join('');
}

/** «What the max does» → «what-the-max-does». */
function slug(words) {
  return words
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** The name of a file without its number: the address of a section is the same in every language. */
function nameOf(path) {
  return basename(path, '.mdx').replace(/^\d+-/, '');
}

/** `export const headings = JSON.parse('…')` as a node of MDX. */
function exported(headings) {
  const literal = (value) => ({ type: 'Literal', value, raw: JSON.stringify(value) });
  const identifier = (name) => ({ type: 'Identifier', name });
  return {
    type: 'mdxjsEsm',
    value: '',
    data: {
      estree: {
        type: 'Program',
        sourceType: 'module',
        comments: [],
        body: [
          {
            type: 'ExportNamedDeclaration',
            specifiers: [],
            source: null,
            attributes: [],
            declaration: {
              type: 'VariableDeclaration',
              kind: 'const',
              declarations: [
                {
                  type: 'VariableDeclarator',
                  id: identifier('headings'),
                  init: {
                    type: 'CallExpression',
                    optional: false,
                    callee: {
                      type: 'MemberExpression',
                      computed: false,
                      optional: false,
                      object: identifier('JSON'),
                      property: identifier('parse'),
                    },
                    arguments: [literal(JSON.stringify(headings))],
                  },
                },
              ],
            },
          },
        ],
      },
    },
  };
}

const headingsOf = (tree) => tree.children.filter((node) => node.type === 'heading');

/** The headings that the addresses are made of: those of the English file of the same name. */
function originals(processor, path, own) {
  const folder = dirname(path);
  if (basename(folder) === 'en') return own;
  const original = join(folder, '../en', basename(path));
  const found = headingsOf(processor.parse(readFileSync(original, 'utf8')));
  const depths = (nodes) => nodes.map(({ depth }) => '#'.repeat(depth)).join(' ');
  if (depths(own) !== depths(found))
    throw new Error(
      `${path}:1 A translation has the headings of ${original}: “${depths(found)}”, not “${depths(own)}”.`,
    );
  return found;
}

/**
 * A remark plugin: the first heading of a file must be its only `##` and gets the name of the file as
 * its id, further ones (`###`) that name and their own words; in a translation those of the English
 * heading at the same place, so that an address leads to the same text in every language. Throws an
 * Error with file and line.
 */
export function headings() {
  return (tree, file) => {
    const name = nameOf(file.path);
    const found = headingsOf(tree);
    const named = originals(this, file.path, found);
    const list = found.map((node, index) => {
      const text = wordsOf(node);
      const isTitle = index === 0;
      if (isTitle !== (node.depth === 2))
        throw new Error(
          `${file.path}:${node.position.start.line} A section has one title, “## …”, before all other headings; “${text}” is out of place.`,
        );
      const id = isTitle ? name : `${name}-${slug(wordsOf(named[index]))}`;
      node.data = { ...node.data, hProperties: { id } };
      return { depth: node.depth, id, text };
    });
    if (list.length === 0)
      throw new Error(`${file.path}:1 A section begins with its title, “## …”.`);
    tree.children.unshift(exported(list));
  };
}
