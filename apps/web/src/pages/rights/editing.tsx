import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';

/** Whether a form stands in place of what it changes; once it is gone, the focus goes back to where it was asked for. */
export function useEditing() {
  const [state, setState] = useState<'unasked' | 'editing' | 'returned'>('unasked');
  return {
    editing: state === 'editing',
    returned: state === 'returned',
    edit: (): void => {
      setState('editing');
    },
    stop: (): void => {
      setState('returned');
    },
  };
}

/** A form that takes the place of what it changes, and the focus. */
export function Editing({ title, children }: { title: string; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  return (
    <section>
      <h2 tabIndex={-1} ref={heading}>
        {title}
      </h2>
      {children}
    </section>
  );
}
