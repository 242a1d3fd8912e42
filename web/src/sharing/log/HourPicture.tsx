import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { ticks } from "../../forecast/usual";
import { useWidth } from "../../office/useWidth";
import { type Cell, HOURS, stacked } from "./sums";

const HEIGHT = 240;
const [LEFT, RIGHT, TOP, BOTTOM] = [34, 6, 10, 26];
const WIDE = 560;

interface Props {
  cells: readonly Cell[];
  groups: readonly string[];
  groupName: (group: string) => string;
  label: string;
}

/** Hours a week by hour of the day, the groups on top of each other. */
export function HourPicture({ cells, groups, groupName, label }: Props) {
  const place = useRef<HTMLElement>(null);
  const width = useWidth(place);
  return (
    <figure className="sharing-figure" ref={place}>
      <svg width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-label={label}>
        <Drawn cells={cells} groups={groups} width={width} />
      </svg>
      <figcaption>
        {groups.map((group, n) => (
          <span key={group}>
            <span className={`sharing-key sharing-group-${n % 7}`} aria-hidden="true" />
            {groupName(group)}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}

function Drawn({ cells, groups, width }: { cells: readonly Cell[]; groups: readonly string[]; width: number }) {
  const { t } = useTranslation();
  const hours = stacked(cells, groups);
  const tops = hours.map((parts) => parts.reduce((sum, part) => sum + part.minutes, 0) / 60);
  const steps = ticks(Math.max(...tops, 1));
  const most = steps[steps.length - 1] ?? 1;
  const each = (width - LEFT - RIGHT) / HOURS.length;
  const y = (minutes: number) => TOP + (1 - minutes / 60 / most) * (HEIGHT - TOP - BOTTOM);
  return (
    <>
      {steps.map((step) => (
        <g key={step}>
          <line className="sharing-line" x1={LEFT} x2={width - RIGHT} y1={y(step * 60)} y2={y(step * 60)} />
          <text className="sharing-text" x={LEFT - 6} y={y(step * 60) + 4} textAnchor="end">
            {step}
          </text>
        </g>
      ))}
      {hours.map((parts, hour) =>
        parts
          .filter((part) => part.minutes > 0)
          .map((part) => (
            <rect
              key={`${hour} ${part.group}`}
              className={`sharing-group-${groups.indexOf(part.group) % 7}`}
              x={LEFT + hour * each + 1}
              width={Math.max(1, each - 2)}
              y={y(part.from + part.minutes)}
              height={Math.max(0.5, y(part.from) - y(part.from + part.minutes))}
            />
          )),
      )}
      {HOURS.filter((hour) => hour % (width > WIDE ? 2 : 4) === 0).map((hour) => (
        <text key={hour} className="sharing-text" x={LEFT + hour * each} y={HEIGHT - 8}>
          {t("web.sharing.log.clock", { hour: String(hour).padStart(2, "0") })}
        </text>
      ))}
    </>
  );
}
