import { program as texts } from '../../texts/program';
import { nearestName } from './expression';
import { ProgramFault } from './fault';
import type { Definition, Program, Tree } from './tree';

/** The option of every choice that is settled otherwise than by its first one. */
export type Variant = Readonly<Record<string, string>>;

/**
 * The expression that a definition stands for: of `by NAME` the option that the variant has, the first of
 * the choice where it says none. Throws ProgramFault where that is not said.
 */
export function bodyOf(
  { source, choices }: Program,
  { body }: Pick<Definition, 'body'>,
  variant: Variant,
): Tree {
  if (body.kind === 'plain') return body.of;
  const { choice, options, span } = body;
  const declared = choices.find(({ name }) => name === choice);
  if (declared === undefined) {
    const names = choices.map(({ name }) => name);
    throw new ProgramFault(source, span, texts().unknown(choice, nearestName(choice, names)));
  }
  const list = declared.options.join(', ');
  for (const [option, tree] of options) {
    if (!declared.options.includes(option)) {
      throw new ProgramFault(source, tree, texts().unknownOption(option, choice, list));
    }
  }
  const missing = declared.options.find((option) => !options.has(option));
  if (missing !== undefined) {
    throw new ProgramFault(source, span, texts().missingOption(missing, choice));
  }
  const wanted = variant[choice] ?? declared.options[0];
  const found = options.get(wanted);
  if (found === undefined) {
    throw new ProgramFault(source, span, texts().unknownOption(wanted, choice, list));
  }
  return found;
}
