import { type ComponentType, useEffect, useState } from "react";
import { Waiting } from "./Waiting";

type Code<Props> = () => Promise<{ default: ComponentType<Props> }>;

/**
 * A component whose code is fetched when it is first shown.
 *
 * React's own `lazy` would do, but where one such component lies inside another, React holds each
 * of them back for up to 300 ms after the last sign of waiting: the grid lies four deep.
 */
export function later<Props extends object>(load: Code<Props>): ComponentType<Props> {
  let found: ComponentType<Props> | undefined;
  return function Later(props: Props) {
    const [Fetched, setFetched] = useState(() => found);
    const [failed, setFailed] = useState<{ error: unknown }>();
    useEffect(() => {
      if (found) return;
      load().then(
        (code) => {
          found = code.default;
          setFetched(() => found);
        },
        (error: unknown) => setFailed({ error }),
      );
    }, []);
    if (failed) throw failed.error;
    return Fetched ? <Fetched {...props} /> : <Waiting />;
  };
}
