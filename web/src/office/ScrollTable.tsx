import { Table } from "@digdir/designsystemet-react";
import type { ReactNode } from "react";

interface Props {
  label: string;
  children: ReactNode;
}

/** A table that scrolls by itself where the screen is narrow; keys reach it too. */
export function ScrollTable({ label, children }: Props) {
  return (
    // who has no pointer scrolls a focused frame by the arrow keys
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="office-scroll" role="group" aria-label={label} tabIndex={0}>
      <Table data-size="sm" zebra>
        <caption className="visually-hidden">{label}</caption>
        {children}
      </Table>
    </div>
  );
}
