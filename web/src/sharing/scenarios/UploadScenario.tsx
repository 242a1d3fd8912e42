import { Button, Details } from "@digdir/designsystemet-react";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { FaultList } from "../../api/FaultList";
import { faultsOf } from "../../api/problem";
import { ProblemAlert } from "../../api/ProblemAlert";
import { paths } from "./paths";
import { useNewScenario } from "./useScenarios";

/** A scenario that somebody has as a file. */
export function UploadScenario({ period }: { period: string }) {
  const { t } = useTranslation();
  const id = useId();
  const go = useNavigate();
  const [file, setFile] = useState<File>();
  const { upload } = useNewScenario(period);
  const faults = faultsOf(upload.error);
  return (
    <Details>
      <Details.Summary>{t("web.sharing.scenario.upload")}</Details.Summary>
      <Details.Content>
        <div className="stack">
          <label htmlFor={id} className="stack-tight">
            <span>{t("web.sharing.scenario.upload.file")}</span>
            <input
              id={id}
              type="file"
              accept=".toml,.json,application/json"
              className="file"
              onChange={(event) => {
                upload.reset();
                setFile(event.target.files?.[0]);
              }}
            />
          </label>
          {faults.length > 0 && <FaultList faults={faults} title={t("web.sharing.scenario.upload.faulty", { count: faults.length })} />}
          {upload.error && faults.length === 0 && <ProblemAlert error={upload.error} />}
          {file && (
            <div>
              <Button
                loading={upload.isPending}
                onClick={() =>
                  upload.mutate(file, { onSuccess: (made) => void go(paths.scenario(period, made.id)) })
                }
              >
                {t("web.sharing.scenario.upload.do", { file: file.name })}
              </Button>
            </div>
          )}
        </div>
      </Details.Content>
    </Details>
  );
}
