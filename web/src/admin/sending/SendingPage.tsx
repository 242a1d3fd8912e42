import { Heading, Paragraph, Table } from "@digdir/designsystemet-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, type Schemas, told } from "../../api/client";
import { PageTitle } from "../../app/PageTitle";
import { Asked } from "../../office/Asked";
import { ScrollTable } from "../../office/ScrollTable";
import { useFormats } from "../../texts/useFormats";
import { adminKeys } from "../keys";

type Counts = Schemas["ChannelCounts"];

const NUMBERS = ["waiting", "sent", "failed", "dropped"] as const;

/** Which channels are on, and what went through them, in counts. */
export function SendingPage() {
  const { t } = useTranslation();
  const counts = useQuery({
    queryKey: adminKeys.deliveries,
    queryFn: () => told(api.GET("/api/notices/deliveries")),
  });
  return (
    <div className="page">
      <PageTitle>{t("web.admin.notices.title")}</PageTitle>
      <Paragraph>{t("web.admin.notices.lead")}</Paragraph>
      <Asked query={counts}>
        {(data) => (
          <>
            <CountTable counts={data} />
            <Troubles counts={data} />
          </>
        )}
      </Asked>
      <Paragraph data-size="sm" className="quiet">
        {t("web.admin.notices.how")}
      </Paragraph>
    </div>
  );
}

function CountTable({ counts }: { counts: Counts[] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <ScrollTable label={t("web.admin.notices.title")}>
      <Table.Head>
        <Table.Row>
          <Table.HeaderCell>{t("web.admin.notices.channel")}</Table.HeaderCell>
          <Table.HeaderCell>{t("web.admin.notices.on")}</Table.HeaderCell>
          {NUMBERS.map((name) => (
            <Table.HeaderCell key={name} className="office-number">
              {t(`web.admin.notices.${name}`)}
            </Table.HeaderCell>
          ))}
          <Table.HeaderCell>{t("web.admin.notices.last")}</Table.HeaderCell>
        </Table.Row>
      </Table.Head>
      <Table.Body>
        {counts.map((one) => (
          <Table.Row key={one.channel}>
            <Table.HeaderCell scope="row">
              {t(`web.admin.notices.channel.${one.channel}`)}
            </Table.HeaderCell>
            <Table.Cell>{t(`web.admin.notices.on.${one.on ? "yes" : "no"}`)}</Table.Cell>
            {NUMBERS.map((name) => (
              <Table.Cell key={name} className="office-number">
                {one[name]}
              </Table.Cell>
            ))}
            <Table.Cell>
              {one.last_sent ? formats.moment(one.last_sent) : t("web.admin.notices.never")}
            </Table.Cell>
          </Table.Row>
        ))}
      </Table.Body>
    </ScrollTable>
  );
}

/** Why tries failed, in the codes of the mail server and the gateway. */
function Troubles({ counts }: { counts: Counts[] }) {
  const { t } = useTranslation();
  const found = counts.flatMap(({ channel, troubles }) =>
    Object.entries(troubles).map(([trouble, count]) => ({ channel, trouble, count })),
  );
  return (
    <section className="panel" aria-labelledby="troubles">
      <Heading level={2} data-size="2xs" id="troubles">
        {t("web.admin.notices.troubles")}
      </Heading>
      {found.length === 0 && <Paragraph>{t("web.admin.notices.troubles.none")}</Paragraph>}
      <ul className="stack-tight">
        {found.map(({ channel, trouble, count }) => (
          <li key={`${channel} ${trouble}`}>
            {t("web.admin.notices.trouble", {
              channel: t(`web.admin.notices.channel.${channel}`),
              trouble,
              count,
            })}
          </li>
        ))}
      </ul>
    </section>
  );
}
