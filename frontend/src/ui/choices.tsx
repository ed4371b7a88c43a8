import { useId, type ReactNode } from 'react';
import { classes } from './classes';
import { FormError } from './Field';

export type Choice = { value: string; label: ReactNode; help?: ReactNode };

type Group = { legend: ReactNode; hideLegend?: boolean; id?: string; help?: ReactNode; error?: string | null };

function Fieldset({ group, id, className, children }: { group: Group; id: string; className?: string; children: ReactNode }) {
  const describedBy = classes(group.help ? `${id}-help` : null, group.error ? `${id}-error` : null) || undefined;
  return (
    <fieldset className={classes('ep-field', group.error && 'ep-field--bad')} id={id} tabIndex={-1} aria-describedby={describedBy}>
      <legend className={group.hideLegend ? 'ep-hidden' : 'ep-legend'}>{group.legend}</legend>
      {group.help ? (
        <p className="ep-help" id={`${id}-help`}>
          {group.help}
        </p>
      ) : null}
      {group.error ? <FormError id={`${id}-error`}>{group.error}</FormError> : null}
      {className ? <div className={className}>{children}</div> : children}
    </fieldset>
  );
}

/** Several answers. `chips`: short words next to each other. */
export function CheckboxGroup({ choices, values, onChange, chips, ...group }: Group & { choices: Choice[]; values: string[]; onChange: (values: string[]) => void; chips?: boolean }) {
  const own = useId();
  const toggle = (value: string, on: boolean) => onChange(on ? [...values, value] : values.filter((other) => other !== value));
  return (
    <Fieldset group={group} id={group.id ?? own} className={chips ? 'ep-chips' : undefined}>
      {choices.map((choice) => (
        <label key={choice.value} className={chips ? 'ep-chip' : 'ep-opt'}>
          <input className={chips ? undefined : 'ep-tick'} type="checkbox" value={choice.value} checked={values.includes(choice.value)} onChange={(event) => toggle(choice.value, event.currentTarget.checked)} />
          <span>
            {choice.label}
            {choice.help ? <small>{choice.help}</small> : null}
          </span>
        </label>
      ))}
    </Fieldset>
  );
}

/** One yes or no. */
export function Checkbox({ label, checked, onChange, help }: { label: ReactNode; checked: boolean; onChange: (checked: boolean) => void; help?: ReactNode }) {
  return (
    <label className="ep-opt">
      <input className="ep-tick" type="checkbox" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
      <span>
        {label}
        {help ? <small>{help}</small> : null}
      </span>
    </label>
  );
}

type One = Group & { choices: Choice[]; value: string; onChange: (value: string) => void };

/** One answer. `big`: framed options with a second line, for choices that matter. */
export function RadioGroup({ choices, value, onChange, big, ...group }: One & { big?: boolean }) {
  const own = useId();
  const name = useId();
  return (
    <Fieldset group={group} id={group.id ?? own}>
      {choices.map((choice) => (
        <label key={choice.value} className={big ? 'ep-bigopt' : 'ep-opt'}>
          <input className="ep-tick ep-tick--radio" type="radio" name={name} value={choice.value} checked={value === choice.value} onChange={() => onChange(choice.value)} />
          <span>
            {choice.label}
            {choice.help ? <small>{choice.help}</small> : null}
          </span>
        </label>
      ))}
    </Fieldset>
  );
}

/** Native radios in one frame. `theirs` marks what somebody else chose; say it in words too, through `help`. */
export function SegmentedChoice({ choices, value, onChange, theirs, ...group }: One & { theirs?: string | null }) {
  const own = useId();
  const name = useId();
  return (
    <Fieldset group={group} id={group.id ?? own} className="ep-seg">
      {choices.map((choice) => (
        <label key={choice.value} className={theirs === choice.value ? 'ep-seg__theirs' : undefined}>
          <input type="radio" name={name} value={choice.value} checked={value === choice.value} onChange={() => onChange(choice.value)} />
          {choice.label}
        </label>
      ))}
    </Fieldset>
  );
}
