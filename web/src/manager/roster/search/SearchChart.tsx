import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useScheme } from "../../../appearance/scheme";
import { useNumbers } from "../numbers";
import type { Chart, Colours, Curves, Words } from "./chart";
import { type News, provedBound, steps } from "./news";

type Drawing = typeof import("./chart");

/** Points and bound over time; a picture of the table below it. */
export function SearchChart({ news, seconds }: { news: readonly News[]; seconds: number }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const scheme = useScheme();
  const dark = useDarkSystem();
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<Chart | null>(null);
  const [drawing, setDrawing] = useState<Drawing | "failed" | null>(null);
  useEffect(() => {
    import("./chart").then(setDrawing, () => setDrawing("failed"));
  }, []);
  useEffect(() => {
    const element = place.current;
    if (!element || !drawing || drawing === "failed") return undefined;
    const made = drawing.begun(element);
    chart.current = made;
    const sized = new ResizeObserver(() => made.resize());
    sized.observe(element);
    return () => {
      sized.disconnect();
      made.dispose();
      chart.current = null;
    };
  }, [drawing]);
  useEffect(() => {
    const element = place.current;
    if (!element || !chart.current || !drawing || drawing === "failed") return;
    const words: Words = {
      objective: t("web.manager.search.objective"),
      bound: t("web.manager.search.bound"),
      seconds: t("web.manager.search.axis.seconds"),
      points: t("web.manager.search.axis.points"),
      whole: numbers.whole,
    };
    drawing.draw(chart.current, curves(news, seconds), words, coloursOf(element));
  }, [drawing, news, seconds, t, numbers, scheme, dark]);
  if (drawing === "failed") return <p>{t("web.manager.search.chart.failed")}</p>;
  return (
    <figure className="search-chart">
      <div ref={place} className="search-canvas" role="img" aria-label={t("web.manager.search.chart")} />
      <figcaption>
        <span>
          <span className="search-key search-objective" aria-hidden="true" />
          {t("web.manager.search.objective")}
        </span>
        <span>
          <span className="search-key search-bound" aria-hidden="true" />
          {t("web.manager.search.bound")}
        </span>
      </figcaption>
    </figure>
  );
}

function curves(news: readonly News[], seconds: number): Curves {
  const told = steps(news);
  const places = (name: "objective" | "bound") =>
    told.flatMap((one): [number, number][] => {
      const value = name === "bound" ? provedBound(one.objective, one.bound) : one.objective;
      return value === null ? [] : [[one.seconds, value]];
    });
  return { objective: places("objective"), bound: places("bound"), end: Math.max(1, Math.ceil(seconds)) };
}

/** The page's colours as they are now, light or dark. */
function coloursOf(element: HTMLElement): Colours {
  const figure = element.closest("figure") ?? element;
  const of = (name: string) => getComputedStyle(figure.querySelector(`.${name}`) ?? figure).color;
  const own = getComputedStyle(figure);
  return {
    objective: of("search-objective"),
    bound: of("search-bound"),
    text: own.color,
    line: own.borderTopColor,
    ground: own.backgroundColor,
  };
}

function useDarkSystem(): boolean {
  const [asked] = useState(() => window.matchMedia("(prefers-color-scheme: dark)"));
  const [dark, setDark] = useState(asked.matches);
  useEffect(() => {
    const tell = () => setDark(asked.matches);
    asked.addEventListener("change", tell);
    return () => asked.removeEventListener("change", tell);
  }, [asked]);
  return dark;
}
