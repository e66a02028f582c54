import { lecture as texts } from '../../texts/lecture';
import type { Playground } from '../state/playground';
import type { Lectures } from './lectures';
import { readLecture } from './read';

/** Takes in the lecture that a link has brought, and says what is wrong with it. */
export function takeLinked(playground: Playground, lectures: Lectures, text: string): void {
  const { lecture, faults } = readLecture(text);
  if (lecture) lectures.take(lecture, faults, texts().opened(lecture.title));
  else lectures.refuse(faults);
  playground.tell(faults.map((message) => ({ key: 'lecture', message })));
  const { present } = playground.model.settings;
  playground.change({ lecture: undefined, present: lecture ? present || '1' : undefined });
}
