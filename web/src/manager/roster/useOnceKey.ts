import { useRef } from "react";
import { newId } from "../../outbox/new-id";

/** A key for a creation: the same as long as the same is sent again, another for other content. */
export function useOnceKey(): (content: unknown) => string {
  const last = useRef({ content: "", key: "" });
  return (content) => {
    const told = JSON.stringify(content);
    if (last.current.content !== told) last.current = { content: told, key: newId() };
    return last.current.key;
  };
}
