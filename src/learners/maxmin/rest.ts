import { dqnRestsAt } from '../dqn/rest';
import type { RestsAt } from '../rest/types';

/** With a table all critics come to agree on what the data shows, so that it rests where DQN does. */
export const maxminRestsAt: RestsAt = dqnRestsAt;
