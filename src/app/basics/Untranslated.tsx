import { currentLanguage } from '../../texts/current';

/** Says over a text in another language than the reader's that it is not translated; else nothing. */
export function Untranslated({
  language,
  says,
  className,
}: {
  /** Language of the text. */
  readonly language: string;
  readonly says: string;
  readonly className?: string | undefined;
}) {
  const spoken = currentLanguage();
  if (language === spoken) return null;
  return (
    <p lang={spoken} className={className}>
      {says}
    </p>
  );
}
