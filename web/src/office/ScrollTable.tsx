import { Table } from "@digdir/designsystemet-react";
import type { ReactNode } from "react";
import { ScrollFrame } from "./ScrollFrame";

interface Props {
  label: string;
  children: ReactNode;
}

/** A table that scrolls by itself where the screen is narrow; keys reach it too. */
export function ScrollTable({ label, children }: Props) {
  return (
    <ScrollFrame className="office-scroll" label={label}>
      <Table data-size="sm" zebra>
        <caption className="visually-hidden">{label}</caption>
        {children}
      </Table>
    </ScrollFrame>
  );
}
