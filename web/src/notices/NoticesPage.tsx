import { Paragraph, Tag } from "@digdir/designsystemet-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { api, told } from "../api/client";
import { keys } from "../api/keys";
import { PageTitle } from "../app/PageTitle";
import { Asked } from "../office/Asked";
import { areasOf } from "../session/areas";
import { useMe } from "../session/useMe";
import { chooseUnit } from "../session/useUnit";
import { useFormats } from "../texts/useFormats";
import { type Notice, sentenceOf } from "./sentence";

/** What one has been told, the latest first; what is shown here counts as seen. */
export function NoticesPage() {
  const { t } = useTranslation();
  const notices = useQuery({
    queryKey: keys.notices,
    queryFn: () => told(api.GET("/api/notices")),
  });
  useSeen(notices.data);
  return (
    <div className="page notices">
      <BackHome />
      <PageTitle>{t("web.notices.title")}</PageTitle>
      <Link to="ways" className="ds-link">{t("web.notices.ways")}</Link>
      <Asked query={notices} none={t("web.notices.none")} empty={(data) => data.length === 0}>
        {(data) => (
          <>
            <ul className="plain-list stack-tight">
              {data.map((notice) => (
                <NoticeItem key={notice.id} notice={notice} />
              ))}
            </ul>
            <Paragraph data-size="sm" className="quiet">
              {t("web.notices.kept")}
            </Paragraph>
          </>
        )}
      </Asked>
    </div>
  );
}

/** Whose roles open one area has no row of areas above the page. */
function BackHome() {
  const { t } = useTranslation();
  const [area, ...more] = areasOf(useMe());
  if (!area || more.length > 0) return null;
  return (
    <Link to={`/${area}`} className="ds-link">
      {t(`web.area.${area}`)}
    </Link>
  );
}

/** Tell the service what was looked at; on this page they stay marked as new. */
function useSeen(notices: Notice[] | undefined) {
  const client = useQueryClient();
  const sent = useRef("");
  useEffect(() => {
    const latest = notices?.[0]?.id;
    if (!latest || sent.current === latest || notices.every((one) => one.seen)) return;
    sent.current = latest;
    told(api.POST("/api/notices/seen", { body: { latest } })).then(
      () => client.invalidateQueries({ queryKey: keys.unseen }),
      () => (sent.current = ""), // seen at the next look
    );
  }, [notices, client]);
}

function NoticeItem({ notice }: { notice: Notice }) {
  const { t, i18n } = useTranslation();
  const formats = useFormats();
  const units = useMe().units;
  const unit = units.find((one) => one.id === notice.unit);
  const how = { t, exists: (key: string) => i18n.exists(key), formats };
  return (
    <li className={notice.seen ? "panel notice" : "panel notice notice-new"}>
      <span className="notice-facts quiet">
        {!notice.seen && (
          <Tag data-color="info" data-size="sm">
            {t("web.notices.new")}
          </Tag>
        )}
        <time dateTime={notice.at}>{formats.moment(notice.at)}</time>
        {units.length > 1 && unit && <span>{unit.name}</span>}
      </span>
      <Link to={notice.about} className="notice-link" onClick={() => chooseUnit(notice.unit)}>
        {sentenceOf(notice, how)}
      </Link>
    </li>
  );
}
