import { Paragraph, Select } from "@digdir/designsystemet-react";
import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { ProblemAlert } from "../../api/ProblemAlert";
import { PageTitle } from "../../app/PageTitle";
import { Waiting } from "../../app/Waiting";
import type { Period } from "../../periods/usePeriods";
import { useOpenPeriods } from "./useRound";
import { WishTabs } from "./WishTabs";
import "./wishes.css";

interface Props {
  unit: string;
  title: string;
  children: (period: Period) => ReactNode;
}

/** A page about the open wish round; where several are open one is chosen. */
export function RoundPage({ unit, title, children }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const { periods, open, period, choose } = useOpenPeriods(unit);
  return (
    <>
      <PageTitle>{title}</PageTitle>
      <WishTabs />
      {periods.error && !period && (
        <ProblemAlert error={periods.error} retry={() => void periods.refetch()} />
      )}
      {periods.isLoading && <Waiting />}
      {periods.data && open.length === 0 && (
        <Paragraph className="panel">{t("web.wishes.none_open")}</Paragraph>
      )}
      {open.length > 1 && period && (
        <label htmlFor={id} className="stack-tight">
          <span>{t("web.wishes.period")}</span>
          <Select id={id} value={period.id} onChange={(event) => choose(event.target.value)}>
            {open.map((one) => (
              <Select.Option key={one.id} value={one.id}>
                {one.name}
              </Select.Option>
            ))}
          </Select>
        </label>
      )}
      {period && children(period)}
    </>
  );
}
