/** Lay the whole roster out for the printer, and take it away again. */

import { useEffect, useState } from "react";
import { flushSync } from "react-dom";
import type { Paper } from "./PrintRoster";

export interface Printing {
  /** The paper that is laid out for, or null while nothing is printed. */
  paper: Paper | null;
  print: (paper: Paper) => void;
}

export function usePrint(): Printing {
  const [paper, setPaper] = useState<Paper | null>(null);
  useEffect(() => {
    const before = () => flushSync(() => setPaper((now) => now ?? "a4"));
    const after = () => setPaper(null);
    window.addEventListener("beforeprint", before);
    window.addEventListener("afterprint", after);
    return () => {
      window.removeEventListener("beforeprint", before);
      window.removeEventListener("afterprint", after);
    };
  }, []);
  const print = (wanted: Paper) => {
    flushSync(() => setPaper(wanted));
    window.print();
  };
  return { paper, print };
}
