import type { ReactNode } from "react";

interface Props {
  label: string;
  className: string;
  children: ReactNode;
}

/** A frame in which something wide scrolls by itself; keys reach it too. */
export function ScrollFrame({ label, className, children }: Props) {
  return (
    // who has no pointer scrolls a focused frame by the arrow keys
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={className} role="group" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}
