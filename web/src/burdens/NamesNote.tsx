import { Paragraph } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import { useFormats } from "../texts/useFormats";
import type { Agreement } from "./useNames";

/** Whether colleagues see each other's figures by name, and since when. */
export function NamesNote({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const at = agreement.agreed_at ?? agreement.proposed_at;
  return (
    <Paragraph>
      {t(`web.names.state.${agreement.state}`, { date: at ? formats.dayYear(at.slice(0, 10)) : "" })}
    </Paragraph>
  );
}
