import { Heading, Paragraph } from "@digdir/designsystemet-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Asked } from "./Asked";
import { wardQuery } from "./questions";
import { useNumbers } from "./useNumbers";

/** What a unit's ward holds as it stands now: people, posts, shifts, rows of the staffing plan. */
export function WardFacts({ unit }: { unit: string }) {
  const { t } = useTranslation();
  const { number } = useNumbers();
  const ward = useQuery(wardQuery(unit));
  return (
    <section className="panel" aria-labelledby="ward-facts">
      <Heading level={2} data-size="2xs" id="ward-facts">
        {t("web.office.ward")}
      </Heading>
      <Asked query={ward} none={t("web.office.ward.none")}>
        {(held) => (
          <>
            <dl className="facts">
              {(
                [
                  ["people", held.people],
                  ["posts", held.full_time],
                  ["shifts", held.shifts],
                  ["demand", held.demand_rows],
                ] as const
              ).map(([name, value]) => (
                <div key={name}>
                  <dt>{t(`web.office.ward.${name}`)}</dt>
                  <dd>{number(value)}</dd>
                </div>
              ))}
            </dl>
            <Paragraph data-size="sm" className="quiet">
              {t("web.office.ward.basis", { version: held.version })}
            </Paragraph>
          </>
        )}
      </Asked>
    </section>
  );
}
