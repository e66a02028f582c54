/** Fetches the rules for forced colours where they are in force, now or once somebody turns them on. */
const forced = window.matchMedia('(forced-colors: active)');

function follow(): void {
  if (!forced.matches) return;
  forced.removeEventListener('change', follow);
  // Without them the page can be used, if less well; they are asked for again when it is opened again.
  import('./forced.css').catch(() => undefined);
}

forced.addEventListener('change', follow);
follow();
