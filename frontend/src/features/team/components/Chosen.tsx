import { useEffect, useRef } from 'react';
import type { Professional } from '@/api';
import { useTranslation } from '@/i18n';
import { Button, PersonMark } from '@/ui';

export type Person = Pick<Professional, 'id' | 'name' | 'function' | 'organisationName'>;

/** Who was chosen from the directory. Receives focus when it takes the place of the search. */
export function Chosen({ person, onOther }: { person: Person; onOther: () => void }) {
  const { t } = useTranslation('team');
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Only after a choice: on opening the page the heading has the focus.
    if (document.activeElement === document.body || document.activeElement === null) box.current?.focus();
  }, []);
  return (
    <div className="team-chosen" ref={box} tabIndex={-1} role="group" aria-label={t('chosen', { name: person.name })}>
      <PersonMark name={person.name} shape="professional" />
      <span>
        <b translate="no">{person.name}</b>
        <span className="ep-soft">
          {person.function}, {person.organisationName}
        </span>
      </span>
      <Button kind="quiet" small onClick={onOther}>
        {t('chooseOther')}
      </Button>
    </div>
  );
}
