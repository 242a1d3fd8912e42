import { Paragraph, Select } from "@digdir/designsystemet-react";
import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { api, told } from "../../api/client";
import { keys } from "../../api/keys";
import { ProblemAlert } from "../../api/ProblemAlert";
import { PageTitle } from "../../app/PageTitle";
import { Waiting } from "../../app/Waiting";
import { usePeriods } from "../../periods/usePeriods";
import { ChangedDays } from "./ChangedDays";
import { Comments } from "./Comments";
import { PreviewFacts } from "./PreviewFacts";
import { PreviewMonth } from "./PreviewMonth";

const SHOWN = new Set(["preview", "published"]);

/** The draft that is shown: one's own line, what changed, and one's comments. */
export function PreviewPage({ unit }: { unit: string }) {
  const { t } = useTranslation();
  const id = useId();
  const [search, setSearch] = useSearchParams();
  const periods = usePeriods(unit);
  const shown = (periods.data ?? []).filter((one) => SHOWN.has(one.stage) && one.shown);
  const period =
    shown.find((one) => one.id === search.get("period")) ??
    shown.find((one) => one.stage === "preview") ??
    shown[0];
  return (
    <>
      <PageTitle>{t("web.staff.preview")}</PageTitle>
      {periods.error && <ProblemAlert error={periods.error} retry={() => void periods.refetch()} />}
      {periods.isLoading && <Waiting />}
      {periods.data && !period && <Paragraph className="panel">{t("web.preview.none")}</Paragraph>}
      {shown.length > 1 && period && (
        <label htmlFor={id} className="stack-tight">
          <span>{t("web.wishes.period")}</span>
          <Select
            id={id}
            value={period.id}
            onChange={(event) => setSearch({ period: event.target.value })}
          >
            {shown.map((one) => (
              <Select.Option key={one.id} value={one.id}>
                {one.name}
              </Select.Option>
            ))}
          </Select>
        </label>
      )}
      {period && <OwnPreview key={period.id} period={period.id} name={period.name} />}
    </>
  );
}

function OwnPreview({ period, name }: { period: string; name: string }) {
  const { t } = useTranslation();
  const preview = useQuery({
    queryKey: keys.preview(period),
    queryFn: () =>
      told(api.GET("/api/periods/{period}/preview/mine", { params: { path: { period } } })),
    meta: { offline: true },
  });
  if (preview.error && !preview.data) {
    return <ProblemAlert error={preview.error} retry={() => void preview.refetch()} />;
  }
  if (!preview.data) return <Waiting />;
  return (
    <>
      <PreviewFacts preview={preview.data} name={name} />
      <Link className="ds-link" to={`/staff/preview/${period}/receipts`}>{t("web.receipts.open")}</Link>
      <ChangedDays days={preview.data.days} />
      <PreviewMonth days={preview.data.days} />
      <Comments period={period} preview={preview.data} />
    </>
  );
}
