import { Button, Paragraph, Tag } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import { Link, Navigate, NavLink, Route, Routes, useParams } from "react-router";
import { ProblemAlert } from "../../api/ProblemAlert";
import { later } from "../../app/later";
import { useTabInSight } from "../../app/useTabInSight";
import { Waiting } from "../../app/Waiting";
import type { Period } from "../../periods/usePeriods";
import { useMe } from "../../session/useMe";
import { chooseUnit } from "../../session/useUnit";
import { useFormats } from "../../texts/useFormats";
import { useManagedUnit } from "../useManagedUnit";
import { usePeriod } from "./usePeriod";

const SetupPage = later(() => import("./SetupPage"));
const WishesPage = later(() => import("./WishesPage"));
const ReservePage = later(() => import("../reserve/ReservePage"));
const RosterArea = later(() => import("../roster/RosterArea"));

const TABS = ["setup", "wishes", "reserve", "drafts", "hearing", "publish", "burdens"] as const;
/** What happens to a roster that is published. */
const AFTERWARDS = ["repair", "open"] as const;

/** Where a period's work goes on, by its stage. */
const FIRST: Record<Period["stage"], (typeof TABS)[number]> = {
  setup: "setup",
  wishing: "wishes",
  drafting: "drafts",
  preview: "hearing",
  published: "publish",
};

/** One period, from setting it up to publishing; drafts, hearing and publication by RosterArea. */
export default function PeriodArea() {
  const { period: id = "" } = useParams();
  const unit = useManagedUnit();
  const found = usePeriod(id);
  if (found.error && !found.data)
    return (
      <div className="page">
        <ProblemAlert error={found.error} retry={() => void found.refetch()} />
        <BackToPeriods />
      </div>
    );
  if (!found.data) return <Waiting />;
  const { period } = found.data;
  if (period.unit !== unit.id) return <OtherUnit period={period} />;
  return (
    <>
      <PeriodHead period={period} />
      <Routes>
        <Route index element={<Navigate to={FIRST[period.stage]} replace />} />
        <Route path="setup" element={<SetupPage />} />
        <Route path="wishes" element={<WishesPage />} />
        <Route path="reserve" element={<ReservePage key={id} period={id} />} />
        <Route path="*" element={<RosterArea />} />
      </Routes>
    </>
  );
}

function PeriodHead({ period }: { period: Period }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const nav = useTabInSight();
  return (
    <div className="period-head">
      <div className="row period-name">
        <Link to="/manager/periods">{t("web.manager.periods")}</Link>
        <strong>{period.name}</strong>
        <span className="quiet">
          {t("web.period.span", {
            first: formats.dayShort(period.start),
            last: formats.dayShort(period.end),
            year: period.end.slice(0, 4),
          })}
        </span>
        <Tag data-color="info" data-size="sm">
          {t(`web.stage.${period.stage}`)}
        </Tag>
      </div>
      <nav ref={nav} className="tabs" aria-label={t("web.manager.period.nav")}>
        {(period.stage === "published" ? [...TABS, ...AFTERWARDS] : TABS).map((tab) => (
          <NavLink key={tab} to={`/manager/periods/${period.id}/${tab}`}>
            {t(`web.manager.period.tab.${tab}`)}
          </NavLink>
        ))}
      </nav>
    </div>
  );
}

function OtherUnit({ period }: { period: Period }) {
  const { t } = useTranslation();
  const name = useMe().units.find((unit) => unit.id === period.unit)?.name ?? "";
  return (
    <div className="page">
      <Paragraph>{t("web.manager.period.elsewhere", { period: period.name, unit: name })}</Paragraph>
      <div className="row">
        <Button onClick={() => chooseUnit(period.unit)}>
          {t("web.manager.period.elsewhere.go", { unit: name })}
        </Button>
        <BackToPeriods />
      </div>
    </div>
  );
}

function BackToPeriods() {
  const { t } = useTranslation();
  return <Link to="/manager/periods">{t("web.manager.period.back")}</Link>;
}
