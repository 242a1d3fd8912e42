import { Alert, Button, Heading, Paragraph } from "@digdir/designsystemet-react";
import { useMutation } from "@tanstack/react-query";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, told } from "../api/client";
import { FaultList } from "../api/FaultList";
import { faultsOf } from "../api/problem";
import { ProblemAlert } from "../api/ProblemAlert";
import { saveFile } from "../manager/unit/workbook/saveFile";
import { useFormats } from "../texts/useFormats";
import { useForecastChanges } from "./useForecast";

/** Counts by day as a file: what it must hold, an example, and the way in. */
export function UploadPanel({ unit }: { unit: { id: string; name: string } }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const id = useId();
  const [file, setFile] = useState<File>();
  const { upload } = useForecastChanges(unit.id);
  const faults = faultsOf(upload.error);
  const done = upload.data;
  return (
    <section className="panel" aria-labelledby="forecast-upload">
      <Heading level={2} data-size="2xs" id="forecast-upload">
        {t("web.forecast.upload")}
      </Heading>
      <Paragraph>{t("web.forecast.upload.how")}</Paragraph>
      <Paragraph>{t("web.forecast.upload.never")}</Paragraph>
      <Example unit={unit} />
      <label htmlFor={id} className="stack-tight">
        <span>{t("web.forecast.upload.file")}</span>
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
      {faults.length > 0 && <FaultList faults={faults} title={t("web.forecast.upload.faulty", { count: faults.length })} />}
      {upload.error && faults.length === 0 && <ProblemAlert error={upload.error} />}
      {file && !done && (
        <div>
          <Button loading={upload.isPending} onClick={() => upload.mutate(file)}>
            {t("web.forecast.upload.do", { file: file.name })}
          </Button>
        </div>
      )}
      {done && (
        <Alert data-color="success" role="status">
          <Paragraph>
            {t("web.forecast.uploaded", { count: done.days, first: formats.dayYear(done.first), last: formats.dayYear(done.last) })}{" "}
            {done.replaced > 0 && t("web.forecast.uploaded.replaced", { count: done.replaced })}{" "}
            {done.missing > 0 && t("web.forecast.uploaded.missing", { count: done.missing })}
          </Paragraph>
          {done.persons && <Paragraph>{t("web.forecast.uploaded.persons")}</Paragraph>}
          {!done.fit && <Paragraph>{t("web.forecast.uploaded.few")}</Paragraph>}
        </Alert>
      )}
    </section>
  );
}

function Example({ unit }: { unit: { id: string; name: string } }) {
  const { t } = useTranslation();
  const example = useMutation({
    mutationFn: async () => {
      const params = { path: { unit: unit.id } };
      const asked = api.GET("/api/units/{unit}/absence-counts/example", { params, parseAs: "blob" });
      saveFile((await told(asked)) as Blob, t("web.forecast.example.name"));
    },
  });
  return (
    <>
      {example.error && <ProblemAlert error={example.error} />}
      <div>
        <Button variant="secondary" data-size="sm" loading={example.isPending} onClick={() => example.mutate()}>
          {t("web.forecast.example")}
        </Button>
      </div>
    </>
  );
}
