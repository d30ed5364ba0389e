import { useEffect, useRef, type ReactNode } from 'react';

/** What the step asks. The focus goes there: what was pressed to come here is gone. */
export function StepTitle({ children }: { readonly children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <h3 className="takes-focus" ref={heading} tabIndex={-1}>
      {children}
    </h3>
  );
}

interface ToldProps {
  readonly className: string;
  /** Whether it has just come in the place of what was pressed. */
  readonly focused: boolean;
  readonly children: ReactNode;
}

/** What stands where a button was: by its press it takes the focus too. */
export function Told({ className, focused, children }: ToldProps) {
  const told = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (focused) told.current?.focus();
  }, [focused]);
  return (
    <p className={`${className} takes-focus`} role="status" ref={told} tabIndex={-1}>
      {children}
    </p>
  );
}
