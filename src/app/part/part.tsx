import { type ComponentType, lazy, type ReactNode, Suspense, useState } from 'react';
import { parts } from '../../texts/parts';
import { arriving } from './arriving';
import { Boundary } from './Boundary';
import { Fault } from './Fault';
import styles from './part.module.css';

type Load<P> = () => Promise<{ readonly default: ComponentType<P> }>;

interface PartOptions<P> {
  /** Shown until it has come; by default a word that it is on its way, where that takes a moment. */
  readonly waiting?: (props: P) => ReactNode;
  /** Whether it lies over the page, as a dialog does, and so has no place where a fault could stand. */
  readonly over?: boolean;
}

interface PartProps {
  /** Takes the part away again where it did not come; whoever shows it later asks for it once more. */
  readonly onGone?: () => void;
}

function Waiting({ over }: { readonly over: boolean }) {
  return <p className={over ? styles.overWaiting : styles.waiting}>{parts().waiting}</p>;
}

/**
 * A part of the page that is fetched when it is first shown, behind a boundary of its own: where it does
 * not come, or fails later, it says so and can be asked for again, and the rest of the page goes on.
 */
export function part<P extends object>(
  load: Load<P>,
  { waiting, over = false }: PartOptions<P> = {},
): ComponentType<P & PartProps> {
  const fetched = () => lazy(() => arriving(load)) as ComponentType<P>;
  let current = fetched();
  return function Part({ onGone, ...rest }: P & PartProps) {
    const props = rest as unknown as P;
    const [Current, setCurrent] = useState(() => current);
    const [asked, setAsked] = useState(1);
    return (
      <Boundary
        // React remembers for good that a component did not come.
        onError={() => {
          if (current === Current) current = fetched();
        }}
        fault={(error, again) => (
          <Fault
            error={error}
            over={over}
            before={asked > 1}
            onGone={onGone}
            again={() => {
              setCurrent(() => current);
              setAsked(asked + 1);
              again();
            }}
          />
        )}
      >
        <Suspense fallback={waiting ? waiting(props) : <Waiting over={over} />}>
          <Current {...props} />
        </Suspense>
      </Boundary>
    );
  };
}

/** A region of the page that is always there: what it throws stays in it. */
export function Region({ children }: { readonly children: ReactNode }) {
  return (
    <Boundary fault={(error, again) => <Fault error={error} again={again} />}>{children}</Boundary>
  );
}
