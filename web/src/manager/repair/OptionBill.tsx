import { Details, Heading } from "@digdir/designsystemet-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFormats } from "../../texts/useFormats";
import { useNumbers } from "../roster/numbers";
import type { Option, Repair } from "./useRepair";
import { limitWords, nearLimits } from "./words";

interface Props {
  repair: Repair;
  option: Option;
}

/** The whole bill: shifts that change, costs, limits that are used up, and the ledger. */
export function OptionBill({ repair, option }: Props) {
  const { t } = useTranslation();
  return (
    <Details className="option-bill" variant="default">
      <Details.Summary>{t("web.manager.repair.bill")}</Details.Summary>
      <Details.Content>
        <div className="stack">
          <Changes repair={repair} option={option} />
          <Costs option={option} />
          <Limits repair={repair} option={option} />
          <Burdens repair={repair} option={option} />
        </div>
      </Details.Content>
    </Details>
  );
}

function Part({ name, lines }: { name: string; lines: ReactNode[] }) {
  const { t } = useTranslation();
  if (!lines.length) return null;
  return (
    <div className="stack-tight">
      <Heading level={4} data-size="2xs">
        {t(`web.manager.repair.bill.${name}`)}
      </Heading>
      <ul className="plain-list">
        {lines.map((line, n) => (
          <li key={n}>{line}</li>
        ))}
      </ul>
    </div>
  );
}

function Changes({ repair, option }: Props) {
  const { t } = useTranslation();
  const formats = useFormats();
  const shifts = (codes: string[]) => codes.join(" + ") || t("web.manager.repair.bill.free");
  const lines = option.changes.map((one) => {
    const told = t("web.manager.repair.bill.change", {
      person: repair.names[one.person] ?? one.person,
      date: formats.day(one.date),
      before: shifts(one.before),
      after: shifts(one.after),
    });
    return one.consent ? `${told} (${t("web.manager.repair.bill.consent")})` : told;
  });
  return <Part name="changes" lines={lines} />;
}

function Costs({ option }: { option: Option }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const numbers = useNumbers();
  const lines = option.lines.map(({ key, minutes, ore }) =>
    t(minutes ? "web.manager.repair.bill.line" : "web.manager.repair.bill.flat", {
      what: t(`web.manager.repair.line.${key}`),
      hours: formats.hours(minutes),
      cost: numbers.kroner(ore / 100),
    }),
  );
  return <Part name="lines" lines={lines} />;
}

function Limits({ repair, option }: Props) {
  const { t } = useTranslation();
  const formats = useFormats();
  const lines = option.fills.flatMap(({ fill, limits }) =>
    nearLimits(limits).map((one) =>
      t("web.manager.repair.bill.limit", {
        person: repair.names[fill.person ?? ""] ?? "",
        what: limitWords(t, one),
        used: formats.hours(one.used),
        most: formats.hours(one.most),
        left: formats.hours(one.left),
      }),
    ),
  );
  return <Part name="limits" lines={lines} />;
}

function Burdens({ repair, option }: Props) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const lines = option.burdens.map(({ person, burden, points }) =>
    t("web.manager.repair.bill.burden", {
      person: repair.names[person] ?? person,
      what: t(`web.manager.repair.burden.${burden}`),
      points: numbers.signed(points),
    }),
  );
  return <Part name="ledger" lines={lines} />;
}
