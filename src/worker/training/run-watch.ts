import { settingsAt } from '../../experiment/settings/change';
import type { Settling } from '../../experiment/settling';
import type { Ending, Settings, Snapshot } from '../../experiment/types';
import type { Report } from './protocol';
import type { SessionRun } from './session-parts';

/** Watches one run: says its edits and where it ends as they come, each once. */
export class RunWatch {
  readonly #runId: string;
  readonly #run: SessionRun;
  readonly #settling: Settling;
  readonly #post: (report: Report) => void;
  #saidEdits = 0;
  #saidEnding: Ending | null = null;

  constructor(runId: string, run: SessionRun, settling: Settling, post: (report: Report) => void) {
    this.#runId = runId;
    this.#run = run;
    this.#settling = settling;
    this.#post = post;
  }

  /** Where and why the run has ended, by settings as they stand; null where it has not. */
  ending(settings: Settings): Ending | null {
    const { step, edits } = this.#run;
    // Edits that a link replays are not among the settings that the page has sent.
    const present = edits.length === 0 ? settings : settingsAt(settings, edits);
    return this.#settling.ending(present, step);
  }

  /** Takes in what was measured. */
  observe(snapshot: Snapshot): void {
    this.#settling.observe(snapshot);
  }

  /** Says the edits that have been made since the last time, and whether the run has ended by `settings`. */
  say(settings: Settings): void {
    this.sayEdits();
    const ending = this.ending(settings);
    const said = this.#saidEnding;
    if (ending?.step === said?.step && ending?.reason === said?.reason) return;
    this.#saidEnding = ending;
    this.#post({ type: 'ending', runId: this.#runId, ending });
  }

  /** Says the edits that have been made since the last time. */
  sayEdits(): void {
    const { edits } = this.#run;
    for (const edit of edits.slice(this.#saidEdits))
      this.#post({ type: 'edit', runId: this.#runId, edit });
    this.#saidEdits = edits.length;
    this.#settling.edited(edits);
  }
}
