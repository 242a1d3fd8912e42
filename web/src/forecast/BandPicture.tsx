import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { weekday } from "../dates/dates";
import { useWidth } from "../office/useWidth";
import { useFormats } from "../texts/useFormats";
import type { Band } from "./useForecast";
import { ticks } from "./usual";

const HEIGHT = 260;
const LEFT = 30;
const RIGHT = 8;
const TOP = 10;
const BOTTOM = 26;
const LABEL = 62;
const BANDS = [
  ["forecast-95", "low_95", "high_95"],
  ["forecast-80", "low_80", "high_80"],
  ["forecast-50", "low_50", "high_50"],
] as const;

/** Each day's bands and middle, as bars; the table beside it says the same in numbers. */
export function BandPicture({ days, label }: { days: readonly Band[]; label: string }) {
  const { t } = useTranslation();
  const place = useRef<HTMLElement>(null);
  const width = useWidth(place);
  return (
    <figure className="forecast-figure" ref={place}>
      <svg width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-label={label}>
        <Drawn days={days} width={width} />
      </svg>
      <figcaption>
        {(["50", "80", "95"] as const).map((share) => (
          <span key={share}>
            <span className={`forecast-key forecast-${share}`} aria-hidden="true" />
            {t(`web.forecast.band.${share}`)}
          </span>
        ))}
        <span>
          <span className="forecast-key forecast-middle" aria-hidden="true" />
          {t("web.forecast.band.middle")}
        </span>
      </figcaption>
    </figure>
  );
}

function Drawn({ days, width }: { days: readonly Band[]; width: number }) {
  const steps = ticks(Math.max(...days.map((day) => day.high_95), 1));
  const most = steps[steps.length - 1] ?? 1;
  const each = (width - LEFT - RIGHT) / Math.max(1, days.length);
  const x = (n: number) => LEFT + n * each;
  const y = (value: number) => TOP + (1 - value / most) * (HEIGHT - TOP - BOTTOM);
  const gap = Math.min(2, each * 0.2);
  return (
    <>
      {steps.map((step) => (
        <g key={step}>
          <line className="forecast-line" x1={LEFT} x2={width - RIGHT} y1={y(step)} y2={y(step)} />
          <text className="forecast-text" x={LEFT - 6} y={y(step) + 4} textAnchor="end">
            {step}
          </text>
        </g>
      ))}
      {BANDS.map(([name, low, high]) => (
        <g key={name} className={name}>
          {days.map((day, n) => (
            <rect
              key={day.date}
              x={x(n) + gap / 2}
              width={Math.max(0.5, each - gap)}
              y={y(day[high])}
              height={Math.max(1, y(day[low]) - y(day[high]))}
            />
          ))}
        </g>
      ))}
      <g className="forecast-middle">
        {days.map((day, n) => (
          <rect key={day.date} x={x(n) + gap / 2} width={Math.max(0.5, each - gap)} y={y(day.mean) - 1} height={2.5} />
        ))}
      </g>
      <Dates days={days} each={each} />
    </>
  );
}

/** Mondays, as many as there is room for. */
function Dates({ days, each }: { days: readonly Band[]; each: number }) {
  const formats = useFormats();
  const weeks = Math.max(1, Math.ceil(LABEL / (7 * each)));
  const mondays = days.map((day, n) => ({ date: day.date, n })).filter((one) => weekday(one.date) === 1);
  return mondays
    .filter((_, n) => n % weeks === 0)
    .filter(({ n }) => (days.length - n) * each > LABEL * 0.8)
    .map(({ date, n }) => (
      <g key={date}>
        <line
          className="forecast-line"
          x1={LEFT + n * each}
          x2={LEFT + n * each}
          y1={HEIGHT - BOTTOM}
          y2={HEIGHT - BOTTOM + 6}
        />
        <text className="forecast-text" x={LEFT + n * each} y={HEIGHT - 6}>
          {formats.dayShort(date)}
        </text>
      </g>
    ));
}
