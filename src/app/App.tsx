import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { PlaygroundContext } from './basics/context';
import { useLanguage } from './basics/language';
import { part } from './part/part';
import { PlaygroundPage } from './playground/PlaygroundPage';
import type { EmbedOptions } from './state/embed-options';
import type { Playground } from './state/playground';
import { cssVariables, theme } from './theme/theme';

const Embed = part(() => import('./embed/Embed'));

const schemeManager = localStorageColorSchemeManager({ key: 'offgrid.theme' });

/** The whole page, or what of it another page embeds. */
export function App({
  playground,
  embed,
}: {
  readonly playground: Playground;
  readonly embed: EmbedOptions | null;
}) {
  const language = useLanguage();
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={schemeManager}
      defaultColorScheme="auto"
      {...(embed?.theme ? { forceColorScheme: embed.theme } : {})}
    >
      <PlaygroundContext key={language} value={playground}>
        {embed === null ? <PlaygroundPage /> : <Embed options={embed} />}
      </PlaygroundContext>
    </MantineProvider>
  );
}
