export {
  /** The version of this program, as its package states it. */
  version as VERSION,
} from '../../package.json';
