declare module '*.lesson.yaml' {
  import type { Lesson } from './types';

  const lesson: Lesson;
  export default lesson;
}
