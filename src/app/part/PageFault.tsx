import { parts } from '../../texts/parts';
import { reloadFromServer } from '../state/reload';

/** All that is left where even the page around its regions has failed; it needs nothing that could fail too. */
export function PageFault({ error }: { readonly error: unknown }) {
  const t = parts();
  return (
    <main className="start" role="alert">
      <p>{t.pageBroken(error instanceof Error ? error.message : String(error))}</p>
      <p>
        <button type="button" onClick={() => void reloadFromServer()}>
          {t.reloadPage}
        </button>
      </p>
    </main>
  );
}
