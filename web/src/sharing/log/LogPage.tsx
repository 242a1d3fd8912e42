import { Paragraph } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import { PageTitle } from "../../app/PageTitle";
import { Asked } from "../../office/Asked";
import { InventedNote } from "../InventedNote";
import { useTaskBook } from "../useSharing";
import { BookPanel } from "./BookPanel";
import { UploadLog } from "./UploadLog";

/** What two weeks of logging came to: who spends how long on what, and when. */
export default function LogPage({ unit }: { unit: { id: string; name: string } }) {
  const { t } = useTranslation();
  const page = useTaskBook(unit.id);
  return (
    <>
      <PageTitle>{t("web.sharing.page.log")}</PageTitle>
      <Paragraph className="quiet intro">{t("web.sharing.log.intro")}</Paragraph>
      <Asked query={page}>
        {(found) => (
          <>
            {found.book?.invented && <InventedNote />}
            {found.book ? (
              <BookPanel key={found.book.hash} unit={unit.id} book={found.book} few={found.few} />
            ) : (
              <Paragraph>{t("web.sharing.log.none")}</Paragraph>
            )}
            <UploadLog unit={unit.id} page={found} />
          </>
        )}
      </Asked>
    </>
  );
}
