const groupOf = 4;

/** In groups of four, so that two people can compare it by phone. */
export const inGroups = (kid: string): string => kid.match(new RegExp(`.{1,${groupOf}}`, 'g'))?.join(' ') ?? kid;

export function Fingerprint({ kid }: { kid: string }) {
  return (
    <code dir="ltr" translate="no">
      {inGroups(kid)}
    </code>
  );
}
