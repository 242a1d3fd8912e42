import { Alert, Button, Paragraph } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";

interface Props {
  name: string;
  over: () => void;
  theirs: () => void;
}

/** Somebody else was quicker: lay one's own over theirs, or look at theirs. */
export function ClashAlert({ name, over, theirs }: Props) {
  const { t } = useTranslation();
  return (
    <Alert data-color="warning" role="alert">
      <Paragraph>{t("web.manager.clash", { name })}</Paragraph>
      <Paragraph data-size="sm">{t("web.manager.clash.hint")}</Paragraph>
      <div className="row">
        <Button type="button" variant="secondary" data-size="sm" onClick={over}>
          {t("web.manager.clash.over")}
        </Button>
        <Button type="button" variant="secondary" data-size="sm" onClick={theirs}>
          {t("web.manager.clash.theirs")}
        </Button>
      </div>
    </Alert>
  );
}
