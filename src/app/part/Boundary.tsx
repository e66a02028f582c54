import { Component, type ReactNode } from 'react';

interface State {
  readonly error: unknown;
  /** Nothing thrown is told apart from `throw undefined`. */
  readonly failed: boolean;
}

/** Keeps what its children throw, so that nothing around them goes with it. */
export class Boundary extends Component<
  {
    readonly children: ReactNode;
    /** Shown in their place. `again` draws them once more. */
    readonly fault: (error: unknown, again: () => void) => ReactNode;
    readonly onError?: (error: unknown) => void;
  },
  State
> {
  override state: State = { error: null, failed: false };

  static getDerivedStateFromError(error: unknown): State {
    return { error, failed: true };
  }

  override componentDidCatch(error: unknown): void {
    this.props.onError?.(error);
  }

  override render(): ReactNode {
    const { error, failed } = this.state;
    if (!failed) return this.props.children;
    return this.props.fault(error, () => this.setState({ error: null, failed: false }));
  }
}
