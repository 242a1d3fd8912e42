import { describe, expect, it } from "vitest";
import { firstDay, groupsOf, type Person } from "./people";

const person = (name: string, date: string | null): Person => ({ person: name, name, group: "", date, shift: date ? "D" : "" });
const people = [person("Kari", "2027-01-12"), person("Åse", "2027-01-13"), person("Ola", "2027-01-20"), person("Anne", null)];
const names = (some: Person[]) => some.map((one) => one.name);

describe("who may be away", () => {
  it("has those on duty today and tomorrow first", () => {
    const found = groupsOf({ people, today: "2027-01-12" }, "");
    expect([names(found.today), names(found.tomorrow), names(found.others)]).toEqual([["Kari"], ["Åse"], ["Anne", "Ola"]]);
  });

  it("is found by part of a name, whatever its case", () => {
    expect(names(groupsOf({ people, today: "2027-01-12" }, " åS").tomorrow)).toEqual(["Åse"]);
  });

  it("begins today, or tomorrow for who works then", () => {
    const days = people.map((one) => firstDay(one, "2027-01-12"));
    expect(days).toEqual(["2027-01-12", "2027-01-13", "2027-01-12", "2027-01-12"]);
  });
});
