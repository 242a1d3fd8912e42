import type { Bridge } from "./useBridge";

export const FIGURES = ["before", "by_automation", "by_coordination", "after"] as const;
export type FigureName = (typeof FIGURES)[number];

export interface Bar {
  name: FigureName;
  from: number;
  to: number;
  /** Between which heights the bar may end; null where it is as told. */
  band: [number, number] | null;
}

type Drawn = Pick<Bridge, FigureName | "band">;

/**
 * The bars of the waterfall. The band of the split stands where the first step ends: the second
 * begins there, and would only say the same once more.
 */
export function barsOf(bridge: Drawn): Bar[] {
  const middle = bridge.before - bridge.by_automation;
  return [
    { name: "before", from: 0, to: bridge.before, band: whole(bridge, "before") },
    { name: "by_automation", from: middle, to: bridge.before, band: ends(bridge) },
    { name: "by_coordination", from: bridge.after, to: middle, band: null },
    { name: "after", from: 0, to: bridge.after, band: whole(bridge, "after") },
  ];
}

function whole(bridge: Drawn, name: FigureName): Bar["band"] {
  const band = bridge.band[name];
  return band && band.low < band.high ? [band.low, band.high] : null;
}

function ends(bridge: Drawn): Bar["band"] {
  const band = bridge.band["by_automation"];
  return band && band.low < band.high ? [bridge.before - band.high, bridge.before - band.low] : null;
}
