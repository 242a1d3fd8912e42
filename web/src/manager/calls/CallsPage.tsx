import { Paragraph, Tag } from "@digdir/designsystemet-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, told } from "../../api/client";
import { PageTitle } from "../../app/PageTitle";
import { useCallWords } from "../../burdens/useCallWords";
import { Asked } from "../../office/Asked";
import { useManagedUnit } from "../useManagedUnit";

/** Who wants extra shifts, and who is not to be called. */
export function CallsPage() {
  const { t } = useTranslation();
  const unit = useManagedUnit().id;
  const words = useCallWords();
  const calls = useQuery({
    queryKey: ["calls", unit],
    queryFn: () => told(api.GET("/api/units/{unit}/call-choices", { params: { path: { unit } } })),
  });
  return (
    <>
      <PageTitle>{t("web.manager.unit.calls")}</PageTitle>
      <Paragraph className="quiet intro">{t("web.manager.calls.intro")}</Paragraph>
      <Asked query={calls} none={t("web.manager.calls.none")} empty={(data) => data.length === 0}>
        {(data) => (
          <ul className="plain-list entries">
            {data.map((call, number) => (
              <li key={call.id ?? number} className="entry">
                <div className="entry-facts">
                  <span className="row entry-tags">
                    <strong>{call.name}</strong>
                    <Tag data-size="sm" data-color={call.kind === "volunteer" ? "success" : "neutral"}>
                      {t(`web.calls.short.${call.kind}`)}
                    </Tag>
                  </span>
                  <span>{`${words.span(call)} · ${words.shifts(call)}`}</span>
                  {!call.id && <span className="quiet">{t("web.calls.by_manager")}</span>}
                </div>
              </li>
            ))}
          </ul>
        )}
      </Asked>
    </>
  );
}
