import { Button, Dialog, Heading, Paragraph } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";

interface Props {
  count: number;
  leave: () => void;
  stay: () => void;
}

/** Some changes have not reached the service: stay, or leave without them. */
export function LeaveDialog({ count, leave, stay }: Props) {
  const { t } = useTranslation();
  return (
    <Dialog open onClose={stay} closeButton={t("web.close")}>
      <div className="stack">
        <Heading level={2} data-size="xs">
          {t("web.manager.leave.title", { count })}
        </Heading>
        <Paragraph>{t("web.manager.leave.hint")}</Paragraph>
        <div className="row">
          <Button onClick={stay}>{t("web.manager.leave.stay")}</Button>
          <Button variant="secondary" data-color="danger" onClick={leave}>
            {t("web.manager.leave.go")}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
