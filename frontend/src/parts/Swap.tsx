import { Icon, PersonMark } from '@/ui';
import './swap.css';

type Side = { when: string; name: string; second: string | null };

function Person({ side, next }: { side: Side; next?: boolean }) {
  return (
    <div className={next ? 'swap__person swap__person--next' : 'swap__person'}>
      <p className="swap__when">{side.when}</p>
      <div className="ep-row ep-row--nowrap">
        <PersonMark name={side.name} shape="professional" size="l" />
        <p>
          <b className="ep-voice" translate="no">
            {side.name}
          </b>
          {side.second ? (
            <>
              <br />
              <span className="ep-soft">{side.second}</span>
            </>
          ) : null}
        </p>
      </div>
    </div>
  );
}

/** Two people of a handover: the solid card is there now, the dashed one only after a yes. */
export function Swap({ label, now, next }: { label: string; now: Side; next: Side }) {
  return (
    <section className="swap" aria-label={label}>
      <Person side={now} />
      <span className="swap__arrow">
        <Icon name="arrow" />
      </span>
      <Person side={next} next />
    </section>
  );
}
