import type { Schemas } from "../api/client";

export type Me = Schemas["Me"];
export type Role = Schemas["Role"];
export const AREAS = ["staff", "manager", "representative", "hr", "admin"] as const;
export type Area = (typeof AREAS)[number];

const ROLE_OF: Record<Area, Role> = {
  staff: "employee",
  manager: "manager",
  representative: "representative",
  hr: "hr",
  admin: "administrator",
};

/** The areas that somebody's roles open. */
export function areasOf(me: Me): Area[] {
  return AREAS.filter((area) => me.grants.some((grant) => grant.role === ROLE_OF[area]));
}

/** The units in which an area is open to somebody; a role without a unit holds in all. */
export function unitsOf(me: Me, area: Area): Me["units"] {
  const held = me.grants.filter((grant) => grant.role === ROLE_OF[area]);
  if (held.some((grant) => !grant.unit)) return me.units;
  return me.units.filter((unit) => held.some((grant) => grant.unit === unit.id));
}

export function areaOfPath(path: string): Area | undefined {
  return AREAS.find((area) => path === `/${area}` || path.startsWith(`/${area}/`));
}
