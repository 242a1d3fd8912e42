import { Button, Textfield } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import { LEAST, startPassword } from "./start-password";

interface Props {
  label: string;
  value: string;
  change: (password: string) => void;
  tried: boolean;
}

/** A password to be passed on: shown in clear, since somebody else must be told it. */
export function PasswordField({ label, value, change, tried }: Props) {
  const { t } = useTranslation();
  const short = tried && value.length < LEAST;
  return (
    <div className="stack-tight">
      <Textfield
        label={label}
        description={t("web.admin.password.how", { count: LEAST })}
        value={value}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={200}
        error={short ? t("web.admin.password.short", { count: LEAST }) : undefined}
        onChange={(event) => change(event.target.value)}
      />
      <div>
        <Button
          type="button"
          variant="secondary"
          data-size="sm"
          onClick={() => change(startPassword())}
        >
          {t("web.admin.password.draw")}
        </Button>
      </div>
    </div>
  );
}
