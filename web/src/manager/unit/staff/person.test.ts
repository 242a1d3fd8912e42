import { describe, expect, it } from "vitest";
import {
  blankPerson,
  checkPerson,
  contractOn,
  ended,
  found,
  runningOut,
  standing,
  tidyPerson,
} from "./person";

const day = "2026-11-22";
const kari = {
  ...blankPerson("ward"),
  id: "kari",
  name: "Kari Øvrebø",
  group: "sykepleier",
  positions: [
    { id: "kari-1", unit: "ward", percent: 60, full_time_hours: 35.5, three_part: false },
    { id: "kari-2", unit: "ward", percent: 20, full_time_hours: 35.5, three_part: false, first: "2027-01-01" },
  ],
};

describe("a person's contract", () => {
  it("adds the positions that hold on a day", () => {
    expect(contractOn(kari, day)).toEqual({ percent: 60, minutes: 1278 });
    expect(contractOn(kari, "2027-01-01").percent).toBe(80);
  });

  it("tells whether somebody is here, comes or has ended", () => {
    expect(standing(kari, day)).toEqual({ state: "here", on: undefined });
    const [first, second] = kari.positions;
    const ending = { ...kari, positions: [{ ...first!, last: "2026-12-31" }] };
    expect(standing(ending, day)).toEqual({ state: "here", on: "2026-12-31" });
    expect(standing(ending, "2027-01-01")).toEqual({ state: "ended", on: "2026-12-31" });
    expect(standing({ ...kari, positions: [second!] }, day)).toEqual({ state: "coming", on: "2027-01-01" });
  });

  it("ends on a day: later positions fall away, earlier ends stay", () => {
    const gone = ended(kari, "2026-12-15");
    expect(gone.positions.map((one) => [one.id, "last" in one ? one.last : null])).toEqual([["kari-1", "2026-12-15"]]);
    expect(ended(gone, "2026-12-31").positions).toEqual(gone.positions);
  });
});

describe("a person's facts", () => {
  it("are found by name, group and competence", () => {
    const nurse = { ...kari, competences: [{ code: "medikament" }] };
    expect(found(nurse, "øvre")).toBe(true);
    expect(found(nurse, "SYKE")).toBe(true);
    expect(found(nurse, "medik")).toBe(true);
    expect(found(nurse, "lege")).toBe(false);
  });

  it("tell which competences run out soon", () => {
    const held = [{ code: "a" }, { code: "b", last: "2026-12-01" }, { code: "c", last: "2027-12-01" }];
    expect(runningOut({ ...kari, competences: held }, day, 60).map((one) => one.code)).toEqual(["b"]);
  });

  it("are checked before they are sent", () => {
    expect(checkPerson(kari)).toEqual({});
    const odd = {
      ...kari,
      name: " ",
      positions: [{ ...kari.positions[0]!, percent: 120, first: "2027-01-02", last: "2027-01-01" }],
      exemptions: [{ shifts: [], kinds: [], weekdays: [] }],
    };
    expect(Object.keys(checkPerson(odd)).sort()).toEqual(["exemption.0", "name", "percent.0", "position.0"]);
  });

  it("get ids that nobody else has", () => {
    const fresh = { ...blankPerson("ward"), name: "Kari Øvrebø" };
    const kept = tidyPerson(fresh, ["kari-ovrebo"]);
    expect(kept.id).toBe("kari-ovrebo-2");
    expect(kept.positions.map((one) => one.id)).toEqual(["kari-ovrebo-2-1"]);
  });
});
