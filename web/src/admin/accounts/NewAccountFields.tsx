import { Fieldset, Radio, Textfield } from "@digdir/designsystemet-react";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { Language } from "../../texts/language";
import type { GrantDraft } from "./grants";
import { LanguageField } from "./LanguageField";
import { PasswordField } from "./PasswordField";

export interface NewAccountDraft {
  login: string;
  name: string;
  language: Language;
  way: "password" | "provider";
  password: string;
  subject: string;
  grants: GrantDraft[];
}

interface Props {
  draft: NewAccountDraft;
  change: (draft: NewAccountDraft) => void;
  tried: boolean;
}

/** Who the account is for, and how one comes in. */
export function NewAccountFields({ draft, change, tried }: Props) {
  const { t } = useTranslation();
  const group = useId();
  const needed = (missing: boolean) => (tried && missing ? t("web.admin.needed") : undefined);
  return (
    <>
      <Textfield
        label={t("web.admin.account.name")}
        autoComplete="off"
        maxLength={120}
        value={draft.name}
        error={needed(!draft.name.trim())}
        onChange={(event) => change({ ...draft, name: event.target.value })}
      />
      <Textfield
        label={t("web.admin.account.login")}
        description={t("web.admin.account.login.how")}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={120}
        value={draft.login}
        error={needed(draft.login.trim().length < 2)}
        onChange={(event) => change({ ...draft, login: event.target.value })}
      />
      <LanguageField
        value={draft.language}
        change={(language) => change({ ...draft, language })}
      />
      <Fieldset>
        <Fieldset.Legend>{t("web.admin.way")}</Fieldset.Legend>
        {(["password", "provider"] as const).map((way) => (
          <Radio
            key={way}
            name={group}
            value={way}
            label={t(`web.admin.way.${way}`)}
            description={t(`web.admin.way.${way}.how`)}
            checked={draft.way === way}
            onChange={() => change({ ...draft, way })}
          />
        ))}
      </Fieldset>
      {draft.way === "password" ? (
        <PasswordField
          label={t("web.admin.password")}
          value={draft.password}
          tried={tried}
          change={(password) => change({ ...draft, password })}
        />
      ) : (
        <Textfield
          label={t("web.admin.subject")}
          description={t("web.admin.subject.how")}
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          value={draft.subject}
          error={needed(!draft.subject.trim())}
          onChange={(event) => change({ ...draft, subject: event.target.value })}
        />
      )}
    </>
  );
}
