// Gives the headings of a section of the lesson their addresses, and hands them to the page as the
// export `headings`, for the table of contents.
import { basename } from 'node:path';

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

/**
 * A remark plugin: the first heading of a file must be its only `##` and gets the name of the file as
 * its id, further ones (`###`) that name and their own words. Throws an Error with file and line.
 */
export function headings() {
  return (tree, file) => {
    const name = nameOf(file.path);
    const found = tree.children.filter((node) => node.type === 'heading');
    const list = found.map((node, index) => {
      const text = wordsOf(node);
      const isTitle = index === 0;
      if (isTitle !== (node.depth === 2))
        throw new Error(
          `${file.path}:${node.position.start.line} A section has one title, “## …”, before all other headings; “${text}” is out of place.`,
        );
      const id = isTitle ? name : `${name}-${slug(text)}`;
      node.data = { ...node.data, hProperties: { id } };
      return { depth: node.depth, id, text };
    });
    if (list.length === 0)
      throw new Error(`${file.path}:1 A section begins with its title, “## …”.`);
    tree.children.unshift(exported(list));
  };
}
