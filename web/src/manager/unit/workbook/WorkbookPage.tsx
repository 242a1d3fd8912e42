import { Alert, Button, Heading, Paragraph } from "@digdir/designsystemet-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { answered, api, told } from "../../../api/client";
import { FaultList } from "../../../api/FaultList";
import { keys } from "../../../api/keys";
import { faultsOf, Refusal } from "../../../api/problem";
import { ProblemAlert } from "../../../api/ProblemAlert";
import { PageTitle } from "../../../app/PageTitle";
import { Waiting } from "../../../app/Waiting";
import { useFormats } from "../../../texts/useFormats";
import { useManagedUnit } from "../../useManagedUnit";
import { isWardless } from "../../ward/SectionPage";
import { saveFile } from "./saveFile";

const WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** The whole unit as a workbook: to look at, to fill in elsewhere, and to send back. */
export function WorkbookPage() {
  const { t } = useTranslation();
  const unit = useManagedUnit();
  const ward = useWard(unit.id);
  const none = isWardless(ward.error);
  return (
    <>
      <PageTitle>{t("web.manager.unit.workbook")}</PageTitle>
      <Paragraph className="quiet intro">{t("web.manager.workbook.intro")}</Paragraph>
      {ward.isLoading && <Waiting />}
      {ward.error && !none && (
        <ProblemAlert error={ward.error} retry={() => void ward.refetch()} />
      )}
      {ward.data && <WardFacts facts={ward.data.facts} />}
      {ward.data && <Download unit={unit.id} name={unit.name} />}
      {(ward.data || none) && <Upload unit={unit.id} tag={ward.data?.tag ?? '"0"'} />}
    </>
  );
}

function useWard(unit: string) {
  return useQuery({
    queryKey: keys.ward(unit, "summary"),
    queryFn: async () => {
      const asked = api.GET("/api/units/{unit}/ward", { params: { path: { unit } } });
      const [facts, response] = await answered(asked);
      return { facts, tag: response.headers.get("ETag") ?? "" };
    },
  });
}

type Facts = NonNullable<ReturnType<typeof useWard>["data"]>["facts"];

function WardFacts({ facts }: { facts: Facts }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const all: [string, string][] = [
    [t("web.manager.workbook.version"), String(facts.version)],
    [t("web.manager.workbook.people"), String(facts.people)],
    [t("web.manager.workbook.posts"), formats.hours(facts.full_time * 60)],
    [t("web.manager.workbook.shifts"), String(facts.shifts)],
    [t("web.manager.workbook.rows"), String(facts.demand_rows)],
  ];
  return (
    <dl className="facts panel">
      {all.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Download({ unit, name }: { unit: string; name: string }) {
  const { t } = useTranslation();
  const download = useMutation({
    mutationFn: async () => {
      const asked = api.GET("/api/units/{unit}/ward/workbook", {
        params: { path: { unit } },
        parseAs: "blob",
      });
      saveFile((await told(asked)) as Blob, `${name}.xlsx`);
    },
  });
  return (
    <section className="panel" aria-labelledby="download">
      <Heading level={2} data-size="2xs" id="download">
        {t("web.manager.workbook.download")}
      </Heading>
      <Paragraph>{t("web.manager.workbook.download.how")}</Paragraph>
      {download.error && <ProblemAlert error={download.error} />}
      <div>
        <Button variant="secondary" loading={download.isPending} onClick={() => download.mutate()}>
          {t("web.manager.workbook.download.do")}
        </Button>
      </div>
    </section>
  );
}

/** The workbook replaces everything, but only what was seen: the tag is of the version shown here. */
function Upload({ unit, tag }: { unit: string; tag: string }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const id = useId();
  const [file, setFile] = useState<File>();
  const upload = useMutation({
    mutationFn: async (chosen: File) =>
      told(
        api.PUT("/api/units/{unit}/ward/workbook", {
          params: { path: { unit }, header: { "If-Match": tag } },
          headers: { "Content-Type": WORKBOOK },
          body: chosen as unknown as string,
          bodySerializer: (given) => given as unknown as File,
        }),
      ),
    onSuccess: () => setFile(undefined),
    // also when refused: a stale version is asked for anew
    onSettled: () => client.invalidateQueries({ queryKey: keys.wards(unit) }),
  });
  const faults = faultsOf(upload.error);
  const stale = upload.error instanceof Refusal && upload.error.problem.code === "etag.stale";
  return (
    <section className="panel" aria-labelledby="upload">
      <Heading level={2} data-size="2xs" id="upload">
        {t("web.manager.workbook.upload")}
      </Heading>
      <Paragraph>{t("web.manager.workbook.upload.how")}</Paragraph>
      <label htmlFor={id} className="stack-tight">
        <span>{t("web.manager.workbook.file")}</span>
        <input
          id={id}
          type="file"
          accept=".xlsx"
          className="file"
          onChange={(event) => {
            upload.reset();
            setFile(event.target.files?.[0]);
          }}
        />
      </label>
      {faults.length > 0 && (
        <FaultList faults={faults} title={t("web.manager.workbook.faulty", { count: faults.length })} />
      )}
      {stale && (
        <Alert data-color="warning" role="alert">
          <Paragraph>{t("web.manager.workbook.stale")}</Paragraph>
        </Alert>
      )}
      {upload.error && faults.length === 0 && !stale && <ProblemAlert error={upload.error} />}
      {file && (
        <div className="row">
          <Button loading={upload.isPending} onClick={() => upload.mutate(file)}>
            {t(stale ? "web.manager.workbook.upload.again" : "web.manager.workbook.upload.do", {
              file: file.name,
            })}
          </Button>
        </div>
      )}
      <span role="status">{upload.isSuccess && t("web.manager.workbook.uploaded")}</span>
    </section>
  );
}
