import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answered, api } from "../../api/client";
import { keys } from "../../api/keys";
import { Refusal } from "../../api/problem";
import { useManagedUnit } from "../useManagedUnit";
import { type Change, fitted } from "./changes";
import { body, entries, KEYS, type Section, type Sections } from "./sections";

interface Held<T> {
  items: T[];
  /** Names the version of the ward that was seen; writing tells it in ``If-Match``. */
  tag: string;
}

// every part of a ward is read and written in the same way; one stands for the types of all
type Path = "/api/units/{unit}/ward/people";
const path = (section: Section) => `/api/units/{unit}/ward/${section}` as Path;

async function read<S extends Section>(unit: string, section: S): Promise<Held<Sections[S]>> {
  const params = { path: { unit } };
  const [told, response] = await answered(api.GET(path(section), { params }));
  return { items: entries(section, told), tag: response.headers.get("ETag") ?? "" };
}

/** A part of the unit's ward: its entries, and the version they belong to. */
export function useSection<S extends Section>(section: S) {
  const unit = useManagedUnit().id;
  return useQuery({
    queryKey: keys.ward(unit, section),
    queryFn: () => read(unit, section),
  });
}

/** Somebody else has changed the same entries since; ``changes`` would write over theirs. */
export class Clash<T> extends Error {
  constructor(readonly changes: Change<T>[]) {
    super("clash");
    this.name = "Clash";
  }
}

const TRIES = 4;

/**
 * Change entries of a part. Where the ward has moved on the changes are laid on its new version,
 * so that nobody's work is lost; only when the same entry was changed it fails with a Clash.
 */
export function useChange<S extends Section>(section: S) {
  const unit = useManagedUnit().id;
  const client = useQueryClient();
  const key = keys.ward(unit, section);
  return useMutation({
    mutationFn: async (changes: Change<Sections[S]>[]) => {
      let held = client.getQueryData<Held<Sections[S]>>(key) ?? (await read(unit, section));
      for (let tries = 1; ; tries++) {
        const { items, clashes } = fitted(held.items, KEYS[section], changes);
        if (clashes.length) throw new Clash(overAll(changes, clashes, section));
        try {
          const tag = await write(unit, section, items, held.tag);
          client.setQueryData(key, { items, tag });
          break;
        } catch (error) {
          const stale = error instanceof Refusal && error.problem.code === "etag.stale";
          if (!stale || tries === TRIES) throw error;
          held = await read(unit, section);
          client.setQueryData(key, held);
        }
      }
      // the version is the whole ward's: other parts are asked for again when they are looked at
      await client.invalidateQueries({ queryKey: keys.wards(unit) });
    },
  });
}

function overAll<S extends Section>(
  changes: Change<Sections[S]>[],
  clashes: Change<Sections[S]>[],
  section: S,
): Change<Sections[S]>[] {
  const keyOf = (change: Change<Sections[S]>) => {
    const named = change.after ?? change.before;
    return named === undefined ? "" : KEYS[section](named);
  };
  return changes.map((change) => clashes.find((one) => keyOf(one) === keyOf(change)) ?? change);
}

async function write<S extends Section>(
  unit: string,
  section: S,
  items: Sections[S][],
  tag: string,
): Promise<string> {
  const params = { path: { unit }, header: { "If-Match": tag } };
  const given = body(section, items) as Sections["people"][];
  const [, response] = await answered(api.PUT(path(section), { params, body: given }));
  return response.headers.get("ETag") ?? "";
}
