import type { ReactNode } from 'react';
import type { Domain } from '@/ui';
import { DomainBand } from '@/ui';
import type { PersonOnPaper } from '../model';

/** A phone number or an address stays from left to right, whatever the language of the sheet. */
export function Num({ children }: { children: ReactNode }) {
  return <span className="sheet-num">{children}</span>;
}

/** An address that does not fit on a line goes on after its @. */
function Reach({ children }: { children: string }) {
  const [name = '', place] = children.split('@');
  return place ? (
    <span className="sheet-num paper-mail">
      {name}@<wbr />
      {place}
    </span>
  ) : (
    <Num>{children}</Num>
  );
}

/** Somebody on a sheet: colours and letters of the life domains, first name large, how to reach. */
export function Who({ person, reach, channel, second, domains, nothing, continued }: { person: PersonOnPaper; reach: string | null; channel?: string | null; second: string; domains: Domain[]; nothing?: ReactNode; continued?: ReactNode }) {
  return (
    <div className="paper-who">
      <span className={domains.length > 2 ? 'paper-bands paper-bands--many' : 'paper-bands'}>
        {domains.map((domain) => (
          <DomainBand key={domain.code} domain={domain} />
        ))}
        {domains.length === 0 && nothing ? <span className="ep-band ep-band--plain">{nothing}</span> : null}
      </span>
      <div className="paper-who__text">
        <p className="paper-name" translate="no">
          <bdi>
            <b>{person.first}</b> <span className="sheet-small">{person.rest}</span>
          </bdi>
        </p>
        {continued ? (
          <p className="sheet-small">{continued}</p>
        ) : (
          <>
            <p className="sheet-small paper-second">
              <bdi>{second}</bdi>
            </p>
            {reach ? (
              <p className={reach.includes('@') || channel ? 'paper-reach' : 'paper-reach paper-call'}>
                {channel ? <span className="sheet-small">{channel}: </span> : null}
                <Reach>{reach}</Reach>
              </p>
            ) : null}
          </>
        )}
      </div>
    </div>
  );
}
