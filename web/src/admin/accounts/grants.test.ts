import { describe, expect, it } from "vitest";
import { draftsOf, faultsOf, type GrantDraft, grantsOf, withAnother } from "./grants";

const draft = (role: GrantDraft["role"], unit = "", person = ""): GrantDraft => ({
  ...{ id: 0, role, unit, person },
});

describe("roles while they are filled in", () => {
  it("need a unit, employees a person, and none twice", () => {
    expect(
      faultsOf([
        draft("manager"),
        draft("employee", "u1"),
        draft("employee", "u2", "p1"),
        draft("hr", "left over"),
        draft("hr"),
        draft("manager", "u1"),
        draft("manager", "u2"),
        draft("manager", "u1"),
      ]),
    ).toEqual(["unit", "person", null, null, "twice", null, null, "twice"]);
  });

  it("are sent without what does not belong to them", () => {
    expect(grantsOf([draft("administrator", "u1", "p1"), draft("manager", "u1", "p1")])).toEqual([
      { role: "administrator", unit: null, person: null },
      { role: "manager", unit: "u1", person: null },
    ]);
  });

  it("come back as they went", () => {
    const grants = [{ role: "employee" as const, unit: "u", person: "p" }, { role: "hr" as const, unit: null, person: null }];
    expect(grantsOf(draftsOf(grants))).toEqual(grants);
  });

  it("get an id of their own", () => {
    const [one, two] = withAnother(withAnother([], "u"), "u");
    expect(one?.id).not.toBe(two?.id);
  });
});
