import { expect, it } from "vitest";
import { gapOf, type News, phaseOf, steps, thinned, withNews } from "./news";

const news = (number: number, objective: number | null = null, bound: number | null = null): News => ({
  ...{ number, seconds: number / 2, phase: "improve", objective, bound, share: null },
});

it("takes news once and in order, whatever a lost connection tells again", () => {
  const told = [1, 2, 2, 1, 4, 3].reduce<readonly News[]>((all, n) => withNews(all, news(n)), []);
  expect(told.map((one) => one.number)).toEqual([1, 2, 3, 4]);
  expect(withNews(told, news(2))).toBe(told);
});

it("keeps the news that change something", () => {
  const told = [news(1), news(2, 90), news(3, 90), news(4, 90, 10), news(5, 80, 10)];
  expect(steps(told).map((one) => one.number)).toEqual([2, 4, 5]);
});

it("thins a long list and keeps both ends", () => {
  const all = Array.from({ length: 101 }, (_, n) => n);
  expect(thinned(all, 5)).toEqual([0, 25, 50, 75, 100]);
  expect(thinned([1, 2], 5)).toEqual([1, 2]);
});

it("tells the gap only when both ends are known", () => {
  expect(gapOf(200, 150)).toBe(0.25);
  expect(gapOf(0, 0)).toBe(0);
  expect(gapOf(200, null)).toBeNull();
  expect(gapOf(200, 0)).toBeNull();
});

it("names a phase behind the name of the strategy that tells it", () => {
  expect(phaseOf("columns: improve")).toBe("improve");
  expect(phaseOf("build")).toBe("build");
  expect(phaseOf("dive 3")).toBe("search");
  expect(phaseOf("columns: done")).toBe("search");
});
