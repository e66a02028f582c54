import type { Model } from '../state/model';
import type { Scheme } from '../theme/palette';
import type { DownloadProps } from './Download';

/** A picture that is asked for, and the button that asks. */
export interface Request extends DownloadProps {
  readonly model: Model;
  readonly scheme: Scheme;
  readonly button: HTMLElement;
}
