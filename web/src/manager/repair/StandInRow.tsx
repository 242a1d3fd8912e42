import { Tag } from "@digdir/designsystemet-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFormats } from "../../texts/useFormats";
import { useNumbers } from "../roster/numbers";
import type { StandIn } from "./useRepair";
import { limitWords, nearLimits } from "./words";

const LONG_MINUTES = 48 * 60;

/** One who may take the shift, and what it would mean. */
export function StandInRow({ one, children }: { one: StandIn; children: ReactNode }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const numbers = useNumbers();
  const broken = one.wishes.filter((wish) => wish.effect === "broken").length;
  const met = one.wishes.some((wish) => wish.effect === "met");
  const rest = (minutes: number | null) =>
    minutes === null || minutes > LONG_MINUTES ? t("web.manager.open.rest.long") : formats.hours(minutes);
  const facts = [
    t(`web.manager.repair.precedence.${one.precedence}`),
    t(`web.manager.repair.paid.${one.pay}`),
    t("web.manager.open.rest", { before: rest(one.rest_before ?? null), after: rest(one.rest_after ?? null) }),
    met && t("web.manager.open.met"),
    one.burden > 0 && t("web.manager.open.burden", { count: one.burden }),
    ...nearLimits(one.limits).map((limit) =>
      t("web.manager.open.limit", { what: limitWords(t, limit), left: formats.hours(limit.left) }),
    ),
  ].filter(Boolean);
  return (
    <li className="stand-in">
      {children}
      <span className="stand-in-cost">{numbers.kroner(one.ore / 100)}</span>
      <span className="stand-in-facts quiet">
        {facts.map((fact) => (
          <span key={String(fact)}>{fact}</span>
        ))}
        {broken > 0 && (
          <Tag data-size="sm" data-color="warning">
            {t("web.manager.open.broken", { count: broken })}
          </Tag>
        )}
        {one.new_rest.map((moved) => (
          <Tag key={moved.f1} data-size="sm" data-color="warning">
            {t("web.manager.repair.new_rest", {
              date: formats.day(moved.f1),
              start: `${formats.day(moved.start.slice(0, 10))} ${moved.start.slice(11, 16)}`,
              end: `${formats.day(moved.end.slice(0, 10))} ${moved.end.slice(11, 16)}`,
              hours: formats.hours(moved.minutes),
            })}
          </Tag>
        ))}
      </span>
    </li>
  );
}
