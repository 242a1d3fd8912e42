import { Paragraph } from "@digdir/designsystemet-react";
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { ProblemAlert } from "../api/ProblemAlert";
import { Waiting } from "../app/Waiting";

interface Props<T> {
  query: UseQueryResult<T>;
  /** What to say when the answer is that there is nothing. */
  none?: string;
  empty?: (data: T) => boolean;
  children: (data: NonNullable<T>) => ReactNode;
}

/** An answer of the service: awaited, refused, empty or shown. */
export function Asked<T>({ query, none, empty, children }: Props<T>) {
  const { data, error } = query;
  const nothing = data === null || (data !== undefined && (empty?.(data) ?? false));
  return (
    <>
      {error && <ProblemAlert error={error} retry={() => void query.refetch()} />}
      {data === undefined && !error && <Waiting />}
      {nothing && none && <Paragraph>{none}</Paragraph>}
      {data !== undefined && data !== null && !nothing && children(data)}
    </>
  );
}
