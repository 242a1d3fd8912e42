import { Details } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useNumbers } from "../../office/useNumbers";
import { aboutName, actorText, actText, type Entry, shownPayload } from "./act-words";

/** One entry: who did what and when; what it was about, as long as it is kept. */
export function EntryItem({ entry, unit }: { entry: Entry; unit: string }) {
  const { t } = useTranslation();
  const { stamp } = useNumbers();
  const payload = shownPayload(entry);
  return (
    <li>
      <Details>
        <Details.Summary>
          <span className="row">
            <span className="quiet">{stamp(entry.at)}</span>
            <strong>{actText(t, entry.action)}</strong>
            {aboutName(entry) && <span>{aboutName(entry)}</span>}
            <span>{t("web.admin.log.by", { name: actorText(t, entry) })}</span>
            {unit && <span className="quiet">{unit}</span>}
          </span>
        </Details.Summary>
        <Details.Content>
          <div className="stack-tight">
            <span>{t("web.admin.log.number", { number: entry.number })}</span>
            <span>
              {t("web.admin.log.about")} <span className="office-code">{entry.about}</span>
            </span>
            <span>
              {t("web.admin.log.hash")} <span className="office-code">{entry.hash}</span>
            </span>
            {payload ? (
              <pre className="admin-code">{JSON.stringify(payload, null, 2)}</pre>
            ) : (
              <span className="quiet">{t("web.admin.log.no_payload")}</span>
            )}
            {entry.actor && entry.actor_name && (
              <Link to={`/admin/log?actor=${entry.actor}`} className="office-link">
                {t("web.admin.log.by_actor", { name: entry.actor_name })}
              </Link>
            )}
          </div>
        </Details.Content>
      </Details>
    </li>
  );
}
