import { Paragraph, Tag } from "@digdir/designsystemet-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { PageTitle } from "../app/PageTitle";
import { type Period, usePeriods } from "../periods/usePeriods";
import { AreaTabs } from "./AreaTabs";
import { Asked } from "./Asked";
import { StandingNote } from "./StandingNote";
import { useSpan } from "./useSpan";

interface Props {
  unit: string;
  base: string;
  /** Last part of the address and catalogue key of each page; the first has none. */
  pages: (readonly [path: string, key: string])[];
  children: (period: Period) => ReactNode;
}

/** One period: its name, where it stands, and its pages. */
export function PeriodFrame({ unit, base, pages, children }: Props) {
  const { t } = useTranslation();
  const { period: id = "" } = useParams();
  const span = useSpan();
  const periods = usePeriods(unit);
  return (
    <div className="page">
      <Link to={base} className="office-link">{t("web.office.periods.back")}</Link>
      <Asked query={periods}>
        {(data) => {
          const period = data.find((one) => one.id === id);
          // another unit was chosen, or the address is of somebody else's
          if (!period) return <Paragraph>{t("web.office.period.elsewhere")}</Paragraph>;
          return (
            <>
              <div className="office-head">
                <div>
                  <PageTitle>{period.name}</PageTitle>
                  <span>{span(period)}</span>
                </div>
                <span className="row">
                  <Tag data-color="neutral">{t(`web.stage.${period.stage}`)}</Tag>
                  <StandingNote period={period} />
                </span>
              </div>
              <AreaTabs
                inner
                label={t("web.office.period.pages")}
                pages={pages.map(([path, key]) => [[base, "periods", id, path].filter(Boolean).join("/"), key])}
              />
              {children(period)}
            </>
          );
        }}
      </Asked>
    </div>
  );
}
