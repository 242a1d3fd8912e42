/** All keys and all signs, in a dialog. */

import { useEffect, useRef, type ReactNode } from "react";
import { commandOf } from "../core/typing";
import type { Translate } from "../types";

interface Props {
  t: Translate;
  codes: readonly string[];
  onClose: () => void;
}

/** Keys with a name are told in the language; the rest are the same on all keyboards. */
const KEYS: readonly (readonly [string, string])[] = [
  ["arrows", "← ↑ ↓ →"],
  ["week", "Ctrl + ← →"],
  ["row", "Home, End"],
  ["grid", "Ctrl + Home, End"],
  ["page", "PgUp, PgDn"],
  ["range", "Shift + ← ↑ ↓ →"],
  ["code", "A–Z"],
  ["clear", "Delete"],
  ["menu", "Enter, F2"],
  ["pick", "m"],
  ["put", "Enter, Ctrl + V"],
  ["swap", "s"],
  ["lock", "l"],
  ["copy", "Ctrl + C, Ctrl + V"],
  ["undo", "Ctrl + Z"],
  ["redo", "Ctrl + Y"],
  ["escape", "Esc"],
  ["help", "?"],
];
const SIGNS = ["hard", "priced", "wish.on", "wish.off", "locked", "under", "short", "over"] as const;
const SIGN_CLASS: Record<(typeof SIGNS)[number], string> = {
  hard: "rg-cell rg-hard",
  priced: "rg-cell rg-priced",
  "wish.on": "rg-cell rg-wish-on",
  "wish.off": "rg-cell rg-wish-off",
  locked: "rg-cell rg-locked",
  under: "rg-need rg-under",
  short: "rg-need rg-short",
  over: "rg-need rg-over",
};

export function HelpDialog({ t, codes, onClose }: Props): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const node = dialog.current;
    node?.showModal();
    return () => node?.close();
  }, []);
  const keyText = (keys: string) => {
    if (keys.length > 1) return keys;
    const letter = keys.toUpperCase();
    const free = keys === "?" || commandOf(keys, false, codes) !== null;
    return keys === "m" ? `${free ? letter : `Shift + ${letter}`}, Ctrl + X` : free ? letter : `Shift + ${letter}`;
  };
  return (
    <dialog ref={dialog} className="rg-help" aria-labelledby="rg-help-title" onClose={onClose}>
      <h2 id="rg-help-title">{t("web.grid.help")}</h2>
      <dl>
        {KEYS.map(([name, keys]) => (
          <div key={name}>
            <dt>
              <kbd>{keyText(keys)}</kbd>
            </dt>
            <dd>{t(`web.grid.key.${name}`)}</dd>
          </div>
        ))}
      </dl>
      <h3>{t("web.grid.signs")}</h3>
      <ul className="rg-signs">
        {SIGNS.map((sign) => (
          <li key={sign}>
            <Sample sign={sign} />
            {t(`web.grid.signs.${sign}`)}
          </li>
        ))}
      </ul>
      <button type="button" className="rg-btn" onClick={() => dialog.current?.close()}>
        {t("web.grid.close")}
      </button>
    </dialog>
  );
}

function Sample({ sign }: { sign: (typeof SIGNS)[number] }): ReactNode {
  const symbol = { under: "▼", short: "▽", over: "△" }[sign as string];
  return (
    <span className={SIGN_CLASS[sign]} aria-hidden="true">
      {symbol && <i>{symbol}</i>}
      {sign === "locked" && (
        <svg className="rg-lock" viewBox="0 0 8 9">
          <path d="M2 5V3.5a2 2 0 0 1 4 0V5h.5v3.5h-5V5Zm1 0h2V3.5a1 1 0 0 0-2 0Z" />
        </svg>
      )}
    </span>
  );
}
