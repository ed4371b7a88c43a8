import { useSession } from '@/api';
import { useTranslation } from '@/i18n';
import { Heading, Paragraph } from '@/ui';

const message = `{
  "specversion": "1.0",
  "id": "0198f3c2-7a10-7d1e-9c55-2f0c6a1b3e4d",
  "source": "urn:nld:eenplan:region:organisation:0198e0f2-6c5d-7a41-b3de-8c1f92a7d604",
  "type": "nl.eenplan.professional-replaced",
  "subject": "0198e1aa-41b2-7c90-8f11-5d2b9e0c7a63",
  "time": "2026-11-26T08:41:07Z",
  "sequence": "0000000018",
  "datacontenttype": "application/json",
  "data": { "caseId": "0198e1aa-41b2-7c90-8f11-5d2b9e0c7a63", "itemId": "0198e1ab-0f3d-7b21-a7c4-91d3f5e8b210" }
}`;

/** How the organisation's own system reads: two calls and what comes back. The secret itself is never put in an example. */
export function Example({ clientId }: { clientId: string | null }) {
  const { t } = useTranslation('organisation');
  const { data: session } = useSession();
  // The feed is where the plans are.
  const origin = (session?.signedIn ? session.node?.hostUrl : null) ?? window.location.origin;
  const token = `curl -u "${clientId ?? '$CLIENT_ID'}:$CLIENT_SECRET" -d grant_type=client_credentials ${origin}/oauth/token`;
  const feed = `curl -H "Authorization: Bearer $ACCESS_TOKEN" "${origin}/api/subscriptions/v1/feed?since=0&limit=100&wait=20"`;
  return (
    <details className="organisation-example">
      <summary>{t('example.title')}</summary>
      <div className="ep-stack">
        <Paragraph>{t('example.token')}</Paragraph>
        <pre dir="ltr" tabIndex={0} translate="no">
          {token}
        </pre>
        <Paragraph>{t('example.feed')}</Paragraph>
        <pre dir="ltr" tabIndex={0} translate="no">
          {feed}
        </pre>
        <Heading level={3}>{t('example.message')}</Heading>
        <Paragraph soft>{t('example.noNames')}</Paragraph>
        <pre dir="ltr" tabIndex={0} translate="no">
          {message}
        </pre>
      </div>
    </details>
  );
}
