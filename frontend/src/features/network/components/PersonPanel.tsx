import { useEffect, useRef, type KeyboardEvent } from 'react';
import type { Person } from '@/api';
import { useTranslation, useWords } from '@/i18n';
import { Button, ButtonLink, Card, PersonMark, Row } from '@/ui';
import { NetworkBadges } from './NetworkBadge';
import { TieMark } from './TieMark';

/** Everything that is known of somebody in the picture, beside it. */
export function PersonPanel({ caseId, person, linkTo, onClose }: { caseId: string; person: Person; linkTo: ((person: Person) => string) | null; onClose: () => void }) {
  const { t } = useTranslation('network');
  const word = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [person.id]);
  const close = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose();
  };
  const notSaid = <span className="ep-soft">{t('notSaid')}</span>;
  return (
    <div onKeyDown={close}>
      <Card as="section" aria-labelledby="network-panel">
        <div className="network-panel-head">
          <PersonMark name={person.name} shape={person.sector === 'professional' ? 'professional' : 'network'} />
          <h2 id="network-panel" ref={heading} tabIndex={-1}>
            <bdi translate="no">{person.name}</bdi>
            {person.relation ? <bdi className="network-relation" translate="no">{person.relation}</bdi> : null}
          </h2>
        </div>
        <dl className="network-facts">
          <dt>{t('columns.frequency')}</dt>
          <dd>{person.frequency ? word('networkFrequencies', person.frequency) : notSaid}</dd>
          <dt>{t('columns.quality')}</dt>
          <dd>
            {person.quality ? (
              <span className="network-quality">
                <TieMark quality={person.quality} />
                {word('qualities', person.quality)}
              </span>
            ) : (
              notSaid
            )}
          </dd>
          <dt>{t('columns.domains')}</dt>
          <dd>{person.domains.length > 0 ? <NetworkBadges caseId={caseId} codes={person.domains} /> : notSaid}</dd>
          <dt>{t('columns.supportTypes')}</dt>
          <dd>{person.supportTypes.length > 0 ? person.supportTypes.map((code) => word('supportTypes', code)).join(', ') : notSaid}</dd>
          <dt>{t('columns.wish')}</dt>
          <dd>{person.wish ? t(`wishes.${person.wish}`) : notSaid}</dd>
        </dl>
        <Row>
          {linkTo ? (
            <ButtonLink small icon="edit" to={linkTo(person)}>
              {t('panel.change')}
            </ButtonLink>
          ) : null}
          <Button small kind="quiet" onClick={onClose}>
            {t('panel.close')}
          </Button>
        </Row>
      </Card>
    </div>
  );
}
