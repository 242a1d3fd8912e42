import { Button } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import { ProblemAlert } from "../../api/ProblemAlert";
import { saveFile } from "../../manager/unit/workbook/saveFile";
import { type Asked, useBridgeFile } from "./useBridge";

/** The bridge for a case file, or for another program. */
export function Downloads({ asked }: { asked: Asked }) {
  const { t } = useTranslation();
  const file = useBridgeFile();
  const load = (ending: "pdf" | "json") =>
    file.mutate(
      { ending, asked },
      { onSuccess: (content) => saveFile(content, `${t("web.sharing.bridge.file")}.${ending}`) },
    );
  return (
    <>
      {file.error && <ProblemAlert error={file.error} />}
      <div className="row">
        {(["pdf", "json"] as const).map((ending) => (
          <Button
            key={ending}
            variant="secondary"
            data-size="sm"
            loading={file.isPending && file.variables.ending === ending}
            onClick={() => load(ending)}
          >
            {t(`web.sharing.bridge.download.${ending}`)}
          </Button>
        ))}
      </div>
    </>
  );
}
