import { Button } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import { type CsvCell, download } from "./csv";

interface Props {
  name: string;
  rows: () => CsvCell[][];
  /** What is in the file, where a page has several. */
  label?: string;
}

/** Keep what is on the screen as a file for a spreadsheet. */
export function CsvButton({ name, rows, label }: Props) {
  const { t } = useTranslation();
  return (
    <Button variant="secondary" data-size="sm" onClick={() => download(name, rows())}>
      {label ?? t("web.office.csv")}
    </Button>
  );
}
