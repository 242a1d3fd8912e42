import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, type Schemas, told } from "../api/client";
import { keys } from "../api/keys";

export type Contact = Schemas["ContactShape"];
type Channel = Contact["channel"];

/** Keep a contact as the service tells it. */
function useKept() {
  const client = useQueryClient();
  return (contact: Contact) =>
    client.setQueryData<Contact[]>(keys.contacts, (before) =>
      before?.map((one) => (one.channel === contact.channel ? contact : one)),
    );
}

/** Change a contact on the service; what it says is kept as it writes it. */
export function useChange(channel: Channel, changed: (contact: Contact) => void) {
  const keep = useKept();
  return useMutation({
    mutationFn: (body: Schemas["ContactFacts"]) =>
      told(api.PUT("/api/notices/contacts/{channel}", { params: { path: { channel } }, body })),
    onSuccess: (contact) => {
      changed(contact);
      keep(contact);
    },
  });
}

/** Have another code sent to the address. */
export function useCode(channel: Channel) {
  const keep = useKept();
  return useMutation({
    mutationFn: () =>
      told(api.POST("/api/notices/contacts/{channel}/code", { params: { path: { channel } } })),
    onSuccess: keep,
  });
}

/** Enter the code that was sent there. */
export function useConfirm(channel: Channel) {
  const keep = useKept();
  return useMutation({
    mutationFn: (code: string) =>
      told(
        api.POST("/api/notices/contacts/{channel}/confirmation", {
          params: { path: { channel } },
          body: { code },
        }),
      ),
    onSuccess: keep,
  });
}
