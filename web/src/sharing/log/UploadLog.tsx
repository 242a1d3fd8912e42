import { Alert, Button, Heading, Paragraph } from "@digdir/designsystemet-react";
import { useMutation } from "@tanstack/react-query";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, type Schemas, told } from "../../api/client";
import { FaultList } from "../../api/FaultList";
import { faultsOf } from "../../api/problem";
import { ProblemAlert } from "../../api/ProblemAlert";
import { saveFile } from "../../manager/unit/workbook/saveFile";
import { useLogChanges } from "../useSharing";

interface Props {
  unit: string;
  page: Schemas["TaskBookPage"];
}

/** A time log as a file: what it must hold, an example, and the way in. */
export function UploadLog({ unit, page }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const [file, setFile] = useState<File>();
  const { upload, invented } = useLogChanges(unit);
  const faults = faultsOf(upload.error);
  const small = page.employees < page.floor;
  return (
    <section className="panel" aria-labelledby="log-upload">
      <Heading level={2} data-size="2xs" id="log-upload">
        {t(page.book ? "web.sharing.log.upload.again" : "web.sharing.log.upload")}
      </Heading>
      <Paragraph>{t("web.sharing.log.upload.how")}</Paragraph>
      <Paragraph>{t("web.sharing.log.upload.never", { few: page.few })}</Paragraph>
      {small && (
        <Alert data-color="warning">
          <Paragraph>{t("web.sharing.log.small", { floor: page.floor })}</Paragraph>
        </Alert>
      )}
      <Example unit={unit} />
      <label htmlFor={id} className="stack-tight">
        <span>{t("web.sharing.log.file")}</span>
        <input
          id={id}
          type="file"
          accept=".csv,.xlsx,text/csv"
          className="file"
          onChange={(event) => {
            upload.reset();
            setFile(event.target.files?.[0]);
          }}
        />
      </label>
      {faults.length > 0 && <FaultList faults={faults} title={t("web.sharing.log.faulty", { count: faults.length })} />}
      {upload.error && faults.length === 0 && <ProblemAlert error={upload.error} />}
      {file && !upload.isSuccess && (
        <div>
          <Button loading={upload.isPending} onClick={() => upload.mutate(file)}>
            {t("web.sharing.log.upload.do", { file: file.name })}
          </Button>
        </div>
      )}
      <span role="status">{upload.isSuccess && t("web.sharing.log.uploaded")}</span>
      {page.example && (
        <>
          <Paragraph>{t("web.sharing.log.invented.how")}</Paragraph>
          {invented.error && <ProblemAlert error={invented.error} />}
          <div>
            <Button variant="secondary" loading={invented.isPending} onClick={() => invented.mutate()}>
              {t("web.sharing.log.invented.load")}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

function Example({ unit }: { unit: string }) {
  const { t } = useTranslation();
  const example = useMutation({
    mutationFn: async () => {
      const params = { path: { unit } };
      const asked = api.GET("/api/units/{unit}/task-book/example", { params, parseAs: "blob" });
      saveFile((await told(asked)) as Blob, t("web.sharing.log.example.name"));
    },
  });
  return (
    <>
      {example.error && <ProblemAlert error={example.error} />}
      <div>
        <Button variant="secondary" data-size="sm" loading={example.isPending} onClick={() => example.mutate()}>
          {t("web.sharing.log.example")}
        </Button>
      </div>
    </>
  );
}
