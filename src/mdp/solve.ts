/** The exact solvers of finite MDPs, for everything above this floor. */
export {
  backup,
  discountedOccupancy,
  evaluatePolicy,
  normalizedReturn,
  startReturn,
} from './evaluate';
export { type GoalStatistics, goalStatistics } from './goal';
export { goalReachable } from './mdp';
export { optimalValues } from './optimal';
export { greedyPolicy, supportPolicy, uniformPolicy } from './policies';
