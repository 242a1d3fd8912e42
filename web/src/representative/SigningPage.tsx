import { ProtocolView } from "../office/ProtocolView";
import type { Protocol } from "../office/questions";
import type { Period } from "../periods/usePeriods";
import { useMe } from "../session/useMe";
import { Sign } from "./Sign";

/** The protocol, and one's own signature. */
export function SigningPage({ period }: { period: Period }) {
  const me = useMe();
  // who is the unit's manager too would sign for that side
  const manages = me.grants.some((grant) => grant.role === "manager" && grant.unit === period.unit);
  const done = (protocol: Protocol) => protocol.final || !!protocol.signatures.representative;
  return (
    <ProtocolView period={period.id}>
      {({ protocol, tag }) =>
        !done(protocol) && (
          <Sign key={tag} period={period} tag={tag} draft={protocol.draft} manages={manages} />
        )
      }
    </ProtocolView>
  );
}
