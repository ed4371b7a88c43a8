import { useFamilyDomain } from '@/parts';
import { Hatches, BadgeShape } from '../picture/Shapes';
import { badge } from '../picture/layout';
import { useBadgeLooks } from '../useNetworkDrawing';

/** A life domain as it is in the picture of this family, with its word. */
export function NetworkBadge({ caseId, code }: { caseId: string; code: string }) {
  const look = useBadgeLooks(caseId)(code);
  const domainName = useFamilyDomain(caseId);
  return (
    <span className="network-badge">
      {look ? (
        <svg viewBox={`-1 -1 ${badge.width + 2} ${badge.height + 2}`} aria-hidden="true" focusable="false">
          <Hatches />
          <BadgeShape box={{ x: 0, y: 0, ...badge }} look={look} />
        </svg>
      ) : null}
      {domainName(code)}
    </span>
  );
}

export function NetworkBadges({ caseId, codes }: { caseId: string; codes: readonly string[] }) {
  return (
    <ul className="network-domains">
      {codes.map((code) => (
        <li key={code}>
          <NetworkBadge caseId={caseId} code={code} />
        </li>
      ))}
    </ul>
  );
}
