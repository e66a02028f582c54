/** Seconds that a download may take; a slow line brings a megabyte in that time. */
export const DOWNLOAD_PATIENCE = 30;

/**
 * What `promise` comes to, if it does so within `seconds`; rejects with an Error that says `late()` where
 * it does not, as a download on a line that has gone silent.
 */
export function within<T>(seconds: number, promise: Promise<T>, late: () => string): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(late())), seconds * 1000);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
