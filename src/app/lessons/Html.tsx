import { builtMarkup } from '../basics/markup';

/** Markdown of a lesson's own file, made into HTML while the page was built; raw HTML is not let through there. */
export function Html({
  as: Tag = 'div',
  html,
  className,
}: {
  readonly as?: 'div' | 'p' | 'span';
  readonly html: string;
  readonly className?: string;
}) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: see above
  return <Tag className={className} dangerouslySetInnerHTML={{ __html: builtMarkup(html) }} />;
}
