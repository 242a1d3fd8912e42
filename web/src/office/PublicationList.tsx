import { Heading, Tag } from "@digdir/designsystemet-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useFormats } from "../texts/useFormats";
import { Asked } from "./Asked";
import { publicationsQuery } from "./questions";
import { NOTICE_DAYS, type Publication } from "./standing";
import { publishedText } from "./StandingNote";
import { useNumbers } from "./useNumbers";

/** What has been published of a period: when, how long ahead, and the reason if it was late. */
export function PublicationList({ period }: { period: string }) {
  const { t } = useTranslation();
  const publications = useQuery(publicationsQuery(period));
  return (
    <section className="panel" aria-labelledby="publications">
      <Heading level={2} data-size="2xs" id="publications">
        {t("web.office.publications")}
      </Heading>
      <Asked
        query={publications}
        none={t("web.office.publications.none")}
        empty={(data) => data.length === 0}
      >
        {(data) => (
          <ul className="plain-list stack">
            {data.map((one) => (
              <PublicationItem key={one.id} one={one} />
            ))}
          </ul>
        )}
      </Asked>
    </section>
  );
}

function PublicationItem({ one }: { one: Publication }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { stamp } = useNumbers();
  const inTime = one.days_ahead >= NOTICE_DAYS;
  return (
    <li className="office-item stack-tight">
      <span className="row">
        <strong>{t("web.office.publication", { number: one.number, at: stamp(one.at) })}</strong>
        <Tag data-color={inTime ? "success" : "warning"}>
          {publishedText(t, one.days_ahead)}
        </Tag>
        {one.source !== "draft" && <Tag data-color="info">{t(`web.office.source.${one.source}`)}</Tag>}
      </span>
      <span>{t("web.office.publication.effect", { date: formats.dayYear(one.takes_effect) })}</span>
      {one.reason && (
        <span className="office-said">{t("web.office.publication.reason", { reason: one.reason })}</span>
      )}
      <span className="quiet">
        {t("web.office.publication.hash")} <span className="office-code">{one.hash}</span>
      </span>
    </li>
  );
}
