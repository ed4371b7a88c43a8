import { useState } from 'react';
import { api, paths, type NewNodeKey, type OwnNode } from '@/api';
import { useDates, useList, useTranslation } from '@/i18n';
import { Heading, Notice, Paragraph, SummaryList } from '@/ui';
import { AskFirst } from './AskFirst';
import { Fingerprint } from './Fingerprint';

/** The key with which this part signs what it asks and answers. */
export function OwnKey({ node }: { node: OwnNode }) {
  const { t } = useTranslation('nodes');
  const { moment } = useDates();
  const list = useList();
  const [made, setMade] = useState<NewNodeKey | null>(null);
  const names = (made?.waitingFor ?? []).map((name) => {
    const peer = node.peers.find((one) => one.node === name);
    if (peer?.hosts) return t('key.region');
    return list(peer?.organisations.map((one) => one.name) ?? []) || name;
  });
  return (
    <section className="ep-stack" aria-labelledby="own-key">
      <Heading level={2} id="own-key">
        {t('key.title')}
      </Heading>
      <Paragraph soft>{t('key.text')}</Paragraph>
      <SummaryList
        items={[
          { key: 'key', label: t('key.ours'), value: <Fingerprint kid={node.kid} /> },
          { key: 'since', label: t('key.since'), value: moment(node.keySince) },
        ]}
      />
      {made ? (
        <Notice tone="good" live>
          {names.length === 0 ? t('key.made') : t('key.madeWaiting', { names: list(names) })}
        </Notice>
      ) : null}
      <div>
        <AskFirst label={t('key.renew')} title={t('key.renewTitle')} yes={t('key.renewYes')} run={() => api.post<NewNodeKey>(paths.nodeKey, {})} onDone={setMade}>
          <Paragraph>{t('key.renewWhat')}</Paragraph>
        </AskFirst>
      </div>
    </section>
  );
}
