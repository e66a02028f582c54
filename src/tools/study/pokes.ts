import type { StudyOptions } from './runs';
export async function pokes(_o: StudyOptions, _only: string): Promise<boolean> {
  return true;
}
