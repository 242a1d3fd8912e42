import { type ReactNode, useEffect, useRef } from "react";

/** Something that has just come up and must be seen, wherever one has scrolled to. */
export function InView({ children }: { children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // newer browsers answer with a promise, which an effect must not return
    place.current?.scrollIntoView({ block: "center" });
  }, []);
  return <div ref={place}>{children}</div>;
}
