import { useTranslation } from "react-i18next";
import type { Schemas } from "../../api/client";
import "./cover.css";

export type Cover = Schemas["Cover"];
export const COVERS: Cover[] = ["under", "tight", "fine", "over"];

const SHAPES: Record<Cover, string> = {
  under: "M6 1l5 10H1z",
  tight: "M6 0l6 6-6 6-6-6z",
  fine: "M6 1a5 5 0 1 0 0 10A5 5 0 1 0 6 1z",
  over: "M1 1h10v10H1z",
};

/** How well a day is covered, as a shape and a word. */
export function CoverLevel({ level, long = false }: { level: Cover; long?: boolean }) {
  const { t } = useTranslation();
  return (
    <span className={`cover cover-${level}`}>
      <svg viewBox="0 0 12 12" className="cover-shape" aria-hidden="true">
        <path d={SHAPES[level]} />
      </svg>
      {t(long ? `web.cover.${level}.long` : `web.cover.${level}`)}
    </span>
  );
}

/** What the shapes mean. */
export function CoverLegend() {
  return (
    <ul className="plain-list cover-legend">
      {COVERS.filter((level) => level !== "over").map((level) => (
        <li key={level}>
          <CoverLevel level={level} long />
        </li>
      ))}
    </ul>
  );
}
