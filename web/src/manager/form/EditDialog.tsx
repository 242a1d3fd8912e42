import { Alert, Button, Dialog, Heading, Paragraph } from "@digdir/designsystemet-react";
import { type FormEvent, type ReactNode, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { InView } from "./InView";

interface Props {
  title: string;
  children: ReactNode;
  save: () => void;
  saving: boolean;
  /** Whether something is typed that would be lost. */
  touched: boolean;
  close: () => void;
  /** What stands beside saving, such as removing. */
  beside?: ReactNode;
  saveLabel?: string;
}

/** A form in a dialog; what is typed is never lost by a slip, and the focus returns afterwards. */
export function EditDialog(props: Props) {
  const { title, children, save, saving, touched, close, beside, saveLabel } = props;
  const { t } = useTranslation();
  const [leaving, setLeaving] = useState(false);
  useReturnedFocus();
  const leave = () => (touched ? setLeaving(true) : close());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save();
  };
  return (
    <Dialog
      open
      closeButton={false}
      className="edit-dialog"
      onClose={close}
      onCancel={(event) => {
        event.preventDefault();
        leave();
      }}
    >
      <form onSubmit={submit} className="stack" noValidate>
        <Heading level={2} data-size="xs">
          {title}
        </Heading>
        {children}
        {leaving && (
          <InView>
            <Alert data-color="warning" role="alert">
              <Paragraph>{t("web.manager.form.unsaved")}</Paragraph>
              <div className="row">
                <Button type="button" variant="secondary" data-color="danger" onClick={close}>
                  {t("web.manager.form.discard")}
                </Button>
                <Button type="button" variant="secondary" onClick={() => setLeaving(false)}>
                  {t("web.manager.form.go_on")}
                </Button>
              </div>
            </Alert>
          </InView>
        )}
        <div className="row edit-actions">
          <Button type="submit" loading={saving}>
            {saveLabel ?? t("web.manager.form.save")}
          </Button>
          <Button type="button" variant="secondary" onClick={leave}>
            {t("web.manager.form.cancel")}
          </Button>
          {beside}
        </div>
      </form>
    </Dialog>
  );
}

/** The focus goes back to what opened this, once this is gone. */
export function useReturnedFocus(): void {
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      queueMicrotask(() => {
        if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
      });
    },
    [opener],
  );
}
