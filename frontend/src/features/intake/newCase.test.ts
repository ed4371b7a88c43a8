import { describe, expect, it } from 'vitest';
import { emptyRow, emptyValues, fieldOf, missing, toNewCase, withEmptyRow, type Values } from './newCase';

const row = (name: string) => ({ ...emptyRow(), name, role: 'mother', ageBand: 'adult' });
const full = (): Values => ({ ...emptyValues(), criteria: ['debts'], ground: 'youth-act', motivation: ' Er is een aanmelding. ', alias: ' Gezin Proef ', municipality: 'proefdorp', rows: withEmptyRow([row(' Miriam ')]) });

describe('a new case', () => {
  it('always has one empty row under the people of the household, in the language of the one above', () => {
    const rows = withEmptyRow([{ ...row('Miriam'), language: 'ar', interpreter: 'yes' }]);
    expect(rows).toHaveLength(2);
    expect(rows[1]).toMatchObject({ name: '', language: 'ar', interpreter: 'yes' });
    expect(withEmptyRow(rows)).toHaveLength(2);
  });

  it('is sent without the empty row, and without spaces around what was typed', () => {
    expect(toNewCase(full())).toMatchObject({ alias: 'Gezin Proef', legalGround: { motivation: 'Er is een aanmelding.' }, household: [{ name: 'Miriam', role: 'mother' }], involved: [] });
    expect(toNewCase(full()).household).toHaveLength(1);
    expect(toNewCase(full()).household[0]).not.toHaveProperty('key');
  });

  it('says everything that is missing, step by step', () => {
    expect(missing(full())).toEqual([]);
    expect(missing(emptyValues()).map((wrong) => wrong.pointer)).toEqual(['/criteria', '/legalGround/code', '/legalGround/motivation', '/alias', '/municipality', '/household/0/name']);
    const halfRow = { ...full(), rows: [{ ...row('Miriam'), role: '' }, { ...row(''), ageBand: '' }] };
    expect(missing(halfRow).map((wrong) => wrong.pointer)).toEqual(['/household/0/role', '/household/1/name', '/household/1/ageBand']);
  });

  it('knows the control that a fault of the server belongs to', () => {
    expect(fieldOf('/household/1/ageBand')).toBe('new-household-1-ageBand');
    expect(fieldOf('/legalGround/motivation')).toBe('new-legalGround-motivation');
    expect(fieldOf('/involved/0/professionalId')).toBe('new-involved');
    expect(fieldOf('/criteria/3')).toBe('new-criteria');
    expect(fieldOf('')).toBeNull();
  });
});
