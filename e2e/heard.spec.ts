import type { Page } from '@playwright/test';
import { expect, open, test } from './support';

/** Notes what live regions come to say, in their order, as a screen reader would. */
function listen(): void {
  const heard: string[] = [];
  Object.assign(window, { heard });
  const last = new WeakMap<Element, string>();
  const look = () => {
    for (const region of document.querySelectorAll(
      '[aria-live="polite"], [aria-live="assertive"], [role="status"], [role="alert"]',
    )) {
      const text = (region.textContent ?? '').replace(/\s+/g, ' ').trim();
      if (text === (last.get(region) ?? '')) continue;
      last.set(region, text);
      if (text !== '') heard.push(text);
    }
  };
  document.addEventListener('DOMContentLoaded', () => {
    new MutationObserver(look).observe(document, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
  });
}

const heardOn = (page: Page) =>
  page.evaluate(() => (window as unknown as { heard: string[] }).heard);

test('what is heard of a run, from the start to the verdict', async ({ page }) => {
  await page.addInitScript(listen);
  await open(page, '#v=1&edition=2&speed=full');
  expect(await heardOn(page)).toEqual([]);
  const run = page.getByRole('region', { name: 'Training' }).getByRole('button').first();
  await run.focus();
  await expect(run).toHaveAccessibleName('Run');
  await page.keyboard.press('Enter');
  await expect(run).toHaveAccessibleName('Run on', { timeout: 30_000 });
  await expect(run).toBeFocused();
  // One sentence, and not one a measured point.
  await expect
    .poll(() => heardOn(page))
    .toEqual([
      'DQN believed 0.93 and earned nothing. CQL and IQL arrived. Settled after 2,950 steps.',
    ]);

  // Then it is read: the headline once, a sentence a learner, and why.
  await expect(page.getByRole('region', { name: 'Verdict' })).toMatchAriaSnapshot(`
    - region "Verdict":
      - paragraph: DQN believed 0.93 and earned nothing. CQL and IQL arrived. Settled after 2,950 steps.
      - button "Let them try"
      - switch "Keep at the verdict"
      - text: Keep at the verdict
      - paragraph:
        - strong: Offline DQN
        - text: never reaches the goal believes an impossible 0.93, earns 0.00
      - paragraph:
        - strong: CQL
        - text: reaches the goal in 20 steps believes 0.18, earns 0.38
      - paragraph:
        - strong: IQL
        - text: reaches the goal in 20 steps believes 0.28, earns 0.38
      - paragraph:
        - strong: BC
        - text: "arrives 44 % of the time earns 0.05 (most likely: 0.00)"
  `);
  await expect(page.getByRole('article', { name: 'CQL' }).getByRole('img')).toHaveAccessibleName(
    /^CQL believes 0\.18 and earns 0\.38\. Reaches the goal in 20 steps\. For comparison: behaviour 0\.12, best in the data 0\.38, best possible 0\.38\./,
  );

  // A past moment is said by the bar itself, and a cell by its map.
  const time = page.getByRole('slider', { name: 'Moment shown' });
  await time.focus();
  await page.keyboard.press('Home');
  await expect(time).toHaveAttribute('aria-valuetext', 'step 0');
  await page.keyboard.press('End');
  const map = page.getByRole('application', { name: /^Offline DQN/ });
  await map.focus();
  await page.keyboard.press('ArrowRight');
  await expect(map.getByRole('status')).toContainText(/row \d+, column \d+/);
});
