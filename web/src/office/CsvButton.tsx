import { Button } from "@digdir/designsystemet-react";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ProblemAlert } from "../api/ProblemAlert";
import { type CsvCell, download } from "./csv";

interface Props {
  name: string;
  /** What goes into the file; some of it may have to be fetched first. */
  rows: () => CsvCell[][] | Promise<CsvCell[][]>;
  /** What is in the file, where a page has several. */
  label?: string;
}

/** Keep what is on the screen as a file for a spreadsheet. */
export function CsvButton({ name, rows, label }: Props) {
  const { t } = useTranslation();
  const keep = useMutation({ mutationFn: async () => download(name, await rows()) });
  return (
    <>
      <Button
        variant="secondary"
        data-size="sm"
        loading={keep.isPending}
        onClick={() => keep.mutate()}
      >
        {label ?? t("web.office.csv")}
      </Button>
      {keep.error && <ProblemAlert error={keep.error} />}
    </>
  );
}
