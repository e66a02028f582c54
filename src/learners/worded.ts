import { spoken } from '../texts/spoken';
import type { LearnerMeta, SettingDescription } from './meta';

/** An option with texts of its own; all others are bare values that the texts name. */
interface WordedOption {
  readonly value: string;
  readonly label: string;
  readonly help?: string | undefined;
}

type Bare<D> = D extends { readonly type: 'choice' }
  ? Omit<D, 'label' | 'help' | 'options'> & { readonly options: readonly (string | WordedOption)[] }
  : Omit<D, 'label' | 'help' | 'unit'>;

/** A setting without its texts. */
export type BareSetting = SettingDescription extends infer D
  ? D extends SettingDescription
    ? Bare<D>
    : never
  : never;

type BareSettings = Readonly<Record<string, BareSetting>>;

/** The texts of one setting; `options` by the values that the setting leaves bare. */
type TextsOf<B> = {
  readonly label: string;
  readonly help: string;
  readonly unit?: string;
} & (B extends { readonly type: 'choice'; readonly options: readonly (infer O)[] }
  ? [Extract<O, string>] extends [never]
    ? unknown
    : {
        readonly options: {
          readonly [V in Extract<O, string>]: { readonly label: string; readonly help?: string };
        };
      }
  : unknown);

/** The value of an option, worded or bare. */
type ValueOfOption<O> = O extends { readonly value: infer V } ? V : O;

/** A setting with its texts. */
type Worded<B> = (B extends { readonly type: 'choice'; readonly options: readonly (infer O)[] }
  ? Omit<B, 'options'> & {
      readonly options: readonly (WordedOption & { readonly value: ValueOfOption<O> })[];
    }
  : B) & {
  readonly label: string;
  readonly help: string;
} & (B extends { readonly type: 'number' } ? { readonly unit?: string | undefined } : unknown);

/** The texts of some settings, by key. */
type SettingTexts<S> = { readonly [K in keyof S]: TextsOf<S[K]> };

interface AnyTexts {
  readonly label: string;
  readonly help: string;
  readonly unit?: string;
  readonly options?: Readonly<Record<string, Omit<WordedOption, 'value'>>>;
}

function word(bare: BareSetting, texts: () => AnyTexts): object {
  if (bare.type === 'number') return spoken({ ...bare }, ['label', 'help', 'unit'], texts);
  if (bare.type !== 'choice') return spoken({ ...bare }, ['label', 'help'], texts);
  const options = bare.options.map((option) =>
    typeof option === 'string'
      ? spoken(
          { value: option },
          ['label', 'help'],
          () => texts().options?.[option] ?? { label: '' },
        )
      : option,
  );
  return spoken({ ...bare, options }, ['label', 'help'], texts);
}

/** Settings with their texts, of which the type checker asks for one each, and one an option. */
export function worded<const S extends BareSettings>(
  settings: S,
  texts: () => SettingTexts<S>,
): { readonly [K in keyof S]: Worded<S[K]> } {
  const all = Object.entries(settings).map(([key, bare]) => [
    key,
    word(bare, () => (texts() as Readonly<Record<string, AnyTexts>>)[key]),
  ]);
  return Object.fromEntries(all);
}

/** A method with its texts: its name, its few words and those of its settings. */
export function wordedLearner<const S extends BareSettings>(
  bare: Omit<LearnerMeta, 'label' | 'tagline' | 'settings'> & { readonly settings: S },
  texts: () => {
    readonly label: string;
    readonly tagline: string;
    readonly settings: SettingTexts<S>;
  },
): LearnerMeta<{ readonly [K in keyof S]: Worded<S[K]> }> {
  const settings = worded(bare.settings, () => texts().settings);
  return spoken({ ...bare, settings }, ['label', 'tagline'], texts);
}
