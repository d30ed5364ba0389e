import { Component, Suspense, type ReactNode } from 'react';
import { Failing } from './shell/states.js';
import { t } from './words/words.js';

interface PartProps {
  /** What stands there until it has come. */
  readonly waiting: ReactNode;
  readonly children: ReactNode;
}

/** A part of the board that is fetched when it is wanted. Where it does not come, that is said in its place, and the rest stays. */
export function Part({ waiting, children }: PartProps) {
  return (
    <Boundary>
      <Suspense fallback={waiting}>{children}</Suspense>
    </Boundary>
  );
}

interface Fallen {
  readonly error: Error | null;
}

class Boundary extends Component<{ readonly children: ReactNode }, Fallen> {
  override state: Fallen = { error: null };

  static getDerivedStateFromError(error: Error): Fallen {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    // What did not come once is remembered as not there until the page begins anew; what was typed is kept meanwhile.
    return <Failing what={t('This part of the page')} error={error} again={() => window.location.reload()} />;
  }
}
