import { Button, Details, Paragraph, Textfield } from "@digdir/designsystemet-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, told } from "../../api/client";
import { keys } from "../../api/keys";
import { ProblemAlert } from "../../api/ProblemAlert";
import { useFormats } from "../../texts/useFormats";

/** Links by which one's own calendar follows the roster: make, copy, revoke. */
export function CalendarFeed({ unit }: { unit: string }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const client = useQueryClient();
  const [address, setAddress] = useState("");
  const renew = () => client.invalidateQueries({ queryKey: keys.links });
  const links = useQuery({
    queryKey: keys.links,
    queryFn: () => told(api.GET("/api/calendar-links")),
  });
  const make = useMutation({
    mutationFn: () => told(api.POST("/api/calendar-links", { body: { unit } })),
    onSuccess: (link) => {
      setAddress(link.address ?? "");
      return renew();
    },
  });
  const revoke = useMutation({
    mutationFn: (link: string) =>
      told(api.DELETE("/api/calendar-links/{link}", { params: { path: { link } } })),
    onSuccess: () => {
      setAddress("");
      return renew();
    },
  });
  const error = links.error ?? make.error ?? revoke.error;
  const valid = links.data?.filter((link) => !link.revoked && link.unit === unit) ?? [];
  return (
    <Details className="feed" variant="default">
      <Details.Summary>{t("web.feed.title")}</Details.Summary>
      <Details.Content>
        <div className="stack">
          <Paragraph>{t("web.feed.text")}</Paragraph>
          {error && <ProblemAlert error={error} />}
          {address && <Address address={address} />}
          {valid.map((link) => (
            <div key={link.id} className="row feed-link">
              <span>{t("web.feed.made", { at: formats.moment(link.created) })}</span>
              <Button
                variant="secondary"
                data-color="danger"
                data-size="sm"
                loading={revoke.isPending && revoke.variables === link.id}
                onClick={() => revoke.mutate(link.id)}
              >
                {t("web.feed.revoke")}
              </Button>
            </div>
          ))}
          <Button variant="secondary" loading={make.isPending} onClick={() => make.mutate()}>
            {t("web.feed.make")}
          </Button>
        </div>
      </Details.Content>
    </Details>
  );
}

function Address({ address }: { address: string }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  const copy = () => navigator.clipboard.writeText(address).then(() => setCopied(true));
  return (
    <div className="stack-tight">
      <Textfield
        readOnly
        label={t("web.feed.address")}
        description={t("web.feed.once")}
        value={address}
        onFocus={(event) => event.target.select()}
      />
      <div className="row">
        <Button data-size="sm" onClick={() => void copy().catch(() => setCopied(false))}>
          {t("web.feed.copy")}
        </Button>
        <span role="status">{copied && t("web.feed.copied")}</span>
      </div>
    </div>
  );
}
