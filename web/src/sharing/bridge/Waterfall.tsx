import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { ticks } from "../../forecast/usual";
import { useWidth } from "../../office/useWidth";
import { type Bar, barsOf } from "./bars";
import type { Bridge } from "./useBridge";
import { useFte } from "./useFte";

const HEIGHT = 280;
const [LEFT, RIGHT, TOP, BOTTOM] = [36, 6, 24, 44];
const WORD = 110;

/** Before, two steps down, and after; the thin line shows how far the first step may reach. */
export function Waterfall({ bridge }: { bridge: Bridge }) {
  const { t } = useTranslation();
  const place = useRef<HTMLElement>(null);
  const width = useWidth(place);
  const fte = useFte();
  const label = t("web.sharing.bridge.told", {
    before: fte(bridge.before),
    automation: fte(bridge.by_automation),
    coordination: fte(bridge.by_coordination),
    after: fte(bridge.after),
  });
  return (
    <figure className="sharing-figure" ref={place}>
      <svg width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-label={label}>
        <Drawn bridge={bridge} width={width} />
      </svg>
      <figcaption>
        <span>
          <span className="sharing-key sharing-band" aria-hidden="true" />
          {t("web.sharing.bridge.band.key")}
        </span>
      </figcaption>
    </figure>
  );
}

function Drawn({ bridge, width }: { bridge: Bridge; width: number }) {
  const bars = barsOf(bridge);
  const steps = ticks(Math.max(...bars.flatMap((bar) => [bar.to, ...(bar.band ?? [])]), 1));
  const most = steps[steps.length - 1] ?? 1;
  const each = (width - LEFT - RIGHT) / bars.length;
  const y = (value: number) => TOP + (1 - value / most) * (HEIGHT - TOP - BOTTOM);
  return (
    <>
      {steps.map((step) => (
        <g key={step}>
          <line className="sharing-line" x1={LEFT} x2={width - RIGHT} y1={y(step)} y2={y(step)} />
          <text className="sharing-text" x={LEFT - 6} y={y(step) + 4} textAnchor="end">
            {step}
          </text>
        </g>
      ))}
      {bars.map((bar, n) => (
        <Column key={bar.name} bar={bar} x={LEFT + n * each} width={each} y={y} low={each < WORD && n % 2 === 1} />
      ))}
    </>
  );
}

interface ColumnProps {
  bar: Bar;
  x: number;
  width: number;
  y: (value: number) => number;
  /** Whether its name stands a line lower: on a phone long names would meet. */
  low: boolean;
}

function Column({ bar, x, width, y, low }: ColumnProps) {
  const { t } = useTranslation();
  const fte = useFte();
  const step = bar.name === "by_automation" || bar.name === "by_coordination";
  const middle = x + width / 2;
  const amount = fte(bar.to - bar.from);
  return (
    <g>
      <rect
        className={`sharing-bar-${bar.name}`}
        x={x + width * 0.14}
        width={width * 0.72}
        y={y(bar.to)}
        height={Math.max(1, y(bar.from) - y(bar.to))}
      />
      {bar.band && (
        <g className="sharing-band">
          <rect x={middle - 1.5} width={3} y={y(bar.band[1])} height={Math.max(1, y(bar.band[0]) - y(bar.band[1]))} />
          {bar.band.map((end) => (
            <rect key={end} x={middle - 7} width={14} y={y(end) - 1.5} height={3} />
          ))}
        </g>
      )}
      <text className="sharing-text sharing-amount" x={middle} y={y(bar.to) - 7} textAnchor="middle">
        {step ? `−${amount}` : amount}
      </text>
      <text className="sharing-text" x={middle} y={HEIGHT - (low ? 7 : 24)} textAnchor="middle">
        {t(`web.sharing.bridge.bar.${bar.name}`)}
      </text>
    </g>
  );
}
