/** The chart's drawing, loaded when a search is first looked at. */
import { LineChart } from "echarts/charts";
import { GridComponent, TooltipComponent } from "echarts/components";
import { type EChartsType, init, use as take } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";

take([LineChart, GridComponent, TooltipComponent, CanvasRenderer]);

export interface Curves {
  /** Places of [seconds, points]. */
  objective: [number, number][];
  bound: [number, number][];
  end: number;
}

export interface Words {
  objective: string;
  bound: string;
  seconds: string;
  points: string;
  whole: (value: number) => string;
}

export interface Colours {
  objective: string;
  bound: string;
  text: string;
  line: string;
  ground: string;
}

export type Chart = EChartsType;

/** A chart in an element; it is drawn on a canvas, for the page's policy allows no inline styles. */
export function begun(element: HTMLElement): Chart {
  return init(element, null, { renderer: "canvas" });
}

/** Draw the curves as stairs: a value holds until the next one is told. */
export function draw(chart: Chart, curves: Curves, words: Words, colours: Colours): void {
  const axis = {
    axisLabel: { color: colours.text, formatter: words.whole, hideOverlap: true, showMaxLabel: false },
    axisLine: { lineStyle: { color: colours.text } },
    splitLine: { lineStyle: { color: colours.line } },
    nameTextStyle: { color: colours.text },
  };
  const stairs = (name: string, data: [number, number][], color: string, type: "solid" | "dashed") => ({
    ...{ name, data: held(data, curves.end), type: "line" as const, step: "end" as const, showSymbol: false },
    ...{ itemStyle: { color }, lineStyle: { color, type, width: 2 } },
  });
  chart.setOption({
    animation: false,
    grid: { left: 16, right: 24, top: 36, bottom: 32, containLabel: true },
    tooltip: {
      ...{ trigger: "axis", renderMode: "richText", backgroundColor: colours.ground },
      ...{ textStyle: { color: colours.text }, borderColor: colours.text },
      valueFormatter: (value: unknown) => words.whole(Number(value)),
    },
    xAxis: { ...axis, type: "value", minInterval: 1, min: 0, max: curves.end, name: words.seconds, nameLocation: "middle", nameGap: 26 },
    yAxis: { ...axis, axisLabel: { ...axis.axisLabel, showMaxLabel: true }, type: "value", scale: true, minInterval: 1, name: words.points, nameLocation: "end" },
    series: [
      stairs(words.objective, curves.objective, colours.objective, "solid"),
      stairs(words.bound, curves.bound, colours.bound, "dashed"),
    ],
  });
}

/** The last value holds until now. */
function held(data: [number, number][], end: number): [number, number][] {
  const last = data[data.length - 1];
  return last && last[0] < end ? [...data, [end, last[1]]] : data;
}
