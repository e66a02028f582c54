import { instanceSettings } from '../../experiment/settings/instances';
import { inside } from '../../texts/inside';
import { useModel, usePlayground } from '../basics/context';
import type { InstanceView } from '../state/instances';
import styles from './program.module.css';
import { isWrittenHere } from './written';

/** Says of a program that came with a link that it did. */
export default function Theirs({ instance }: { readonly instance: InstanceView }) {
  const { memory } = usePlayground();
  const text = useModel(
    ({ settings }) => instanceSettings(settings, instance.id)[instance.method.programIn ?? ''],
  );
  if (typeof text !== 'string' || isWrittenHere(memory, text)) return null;
  const said = inside().fromLink;
  return (
    <span className={styles.theirsMark} title={said}>
      {said}
    </span>
  );
}
