import { Link as DsLink } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { type Period, usePeriods } from "../../periods/usePeriods";
import { useFormats } from "../../texts/useFormats";

/** What one is asked for now: to wish in an open round, to comment on a draft that is shown. */
export function Invitations({ unit }: { unit: string }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const periods = usePeriods(unit).data ?? [];
  const by = (moment: string | null | undefined) =>
    moment ? t("web.shifts.by", { at: formats.moment(moment) }) : "";
  const asked = [
    ...periods.filter((one) => one.wishes_open).map((one) => wish(one)),
    ...periods.filter((one) => one.stage === "preview" && one.shown).map((one) => comment(one)),
  ];
  return asked.map(({ period, page, to }) => (
    <p key={`${page}-${period.id}`} className="panel">
      <DsLink asChild>
        <Link to={`/staff/${page}?period=${period.id}`}>
          {t(`web.shifts.invited.${page}`, { name: period.name })}
        </Link>
      </DsLink>{" "}
      {by(to)}
    </p>
  ));
}

const wish = (period: Period) => ({ period, page: "wishes" as const, to: period.wishes_to });
const comment = (period: Period) => ({ period, page: "preview" as const, to: period.comments_to });
