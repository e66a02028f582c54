import { useMediaQuery } from '@mantine/hooks';

/** As in App.module.css: from this width on everything stands on one screen. */
const STAGE = '(min-width: 1200px)';

/** Whether the page is a stage of fixed height, whose panels share the height there is, or scrolls. */
export function useStage(): boolean {
  return useMediaQuery(STAGE, undefined, { getInitialValueInEffect: false }) ?? false;
}
