import type { insideButton as english } from '../insideButton';

export const insideButton: ReturnType<typeof english> = {
  open: (name) => `In ${name} hineinsehen`,
};
