import { useId, type ReactNode } from 'react';
import { classes } from './classes';

/** The words around an input. Every control refers to its help and its error by aria-describedby. */
export type FieldFrame = {
  label: ReactNode;
  /** Id of the control: the target of the link in the error summary. */
  id?: string;
  help?: ReactNode;
  error?: string | null;
  /** Something to look at once more that stops nobody. */
  question?: string | null;
};

type FrameResult = { controlId: string; describedBy: string | undefined; invalid: true | undefined };

function useFrame({ id, help, error, question }: FieldFrame): FrameResult {
  const own = useId();
  const controlId = id ?? own;
  const describedBy = classes(help ? `${controlId}-help` : null, error ? `${controlId}-error` : null, question ? `${controlId}-question` : null) || undefined;
  return { controlId, describedBy, invalid: error ? true : undefined };
}

export function FormError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p className="ep-error" id={id}>
      {children}
    </p>
  );
}

function Frame({ frame, controlId, children }: { frame: FieldFrame; controlId: string; children: ReactNode }) {
  return (
    <div className={classes('ep-field', frame.error && 'ep-field--bad')}>
      <label className="utrecht-form-label" htmlFor={controlId}>
        {frame.label}
      </label>
      {frame.help ? (
        <p className="ep-help" id={`${controlId}-help`}>
          {frame.help}
        </p>
      ) : null}
      {frame.error ? <FormError id={`${controlId}-error`}>{frame.error}</FormError> : null}
      {children}
      {frame.question === undefined ? null : (
        <p className="ep-question" id={`${controlId}-question`} role="status">
          {frame.question}
        </p>
      )}
    </div>
  );
}

type Value = { value: string; onChange: (value: string) => void; name?: string; onBlur?: () => void };

export type TextFieldProps = FieldFrame &
  Value & {
    type?: 'text' | 'date' | 'datetime-local' | 'tel' | 'email' | 'search';
    autoComplete?: string;
    maxLength?: number;
    short?: boolean;
    min?: string;
    max?: string;
  };

export function TextField({ label, id, help, error, value, onChange, onBlur, name, type = 'text', autoComplete = 'off', maxLength, short, min, max }: TextFieldProps) {
  const frame = { label, id, help, error };
  const { controlId, describedBy, invalid } = useFrame(frame);
  return (
    <Frame frame={frame} controlId={controlId}>
      <input
        className={classes('utrecht-textbox utrecht-textbox--html-input ep-in', (short || type === 'date') && 'ep-in--short')}
        id={controlId}
        name={name}
        type={type}
        value={value}
        min={min}
        max={max}
        maxLength={maxLength}
        autoComplete={autoComplete}
        aria-describedby={describedBy}
        aria-invalid={invalid}
        dir={type === 'text' ? 'auto' : undefined}
        onChange={(event) => onChange(event.currentTarget.value)}
        onBlur={onBlur}
      />
    </Frame>
  );
}

/** A day. The value is yyyy-MM-dd, or empty. */
export function DateField(props: Omit<TextFieldProps, 'type' | 'maxLength' | 'short'>) {
  return <TextField {...props} type="date" />;
}

/** A number as text, so that an unfinished number is not lost; `inputMode` brings the right keyboard. */
export function NumberField({ label, id, help, error, value, onChange, onBlur, name }: FieldFrame & Value) {
  const frame = { label, id, help, error };
  const { controlId, describedBy, invalid } = useFrame(frame);
  return (
    <Frame frame={frame} controlId={controlId}>
      <input
        className="utrecht-textbox utrecht-textbox--html-input ep-in ep-in--short"
        id={controlId}
        name={name}
        inputMode="decimal"
        value={value}
        autoComplete="off"
        aria-describedby={describedBy}
        aria-invalid={invalid}
        onChange={(event) => onChange(event.currentTarget.value)}
        onBlur={onBlur}
      />
    </Frame>
  );
}

export function TextArea({ label, id, help, error, value, onChange, onBlur, name, rows = 3, voice, maxLength }: FieldFrame & Value & { rows?: number; voice?: boolean; maxLength?: number }) {
  const frame = { label, id, help, error };
  const { controlId, describedBy, invalid } = useFrame(frame);
  return (
    <Frame frame={frame} controlId={controlId}>
      <textarea
        className={classes('utrecht-textarea utrecht-textarea--html-textarea ep-in ep-in--textarea', voice && 'ep-in--voice')}
        id={controlId}
        name={name}
        rows={rows}
        dir="auto"
        value={value}
        maxLength={maxLength}
        aria-describedby={describedBy}
        aria-invalid={invalid}
        onChange={(event) => onChange(event.currentTarget.value)}
        onBlur={onBlur}
      />
    </Frame>
  );
}

export type Option = { value: string; label: string };

/** `empty` is the first choice with an empty value, such as "Kies een onderwerp". */
export function SelectField({ label, id, help, error, question, value, onChange, onBlur, name, options, empty }: FieldFrame & Value & { options: Option[]; empty?: string }) {
  const frame = { label, id, help, error, question };
  const { controlId, describedBy, invalid } = useFrame(frame);
  return (
    <Frame frame={frame} controlId={controlId}>
      <select
        className="utrecht-select utrecht-select--html-select ep-in"
        id={controlId}
        name={name}
        value={value}
        aria-describedby={describedBy}
        aria-invalid={invalid}
        onChange={(event) => onChange(event.currentTarget.value)}
        onBlur={onBlur}
      >
        {empty === undefined ? null : <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Frame>
  );
}
